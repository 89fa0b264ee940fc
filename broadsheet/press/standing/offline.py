"""Reading offline: the service worker, the web app manifest, and the page of editions that a device keeps.

The worker itself is a script of the theme. The file at the paper's own address says which files of the theme it keeps, so
that its bytes change with theirs, and browsers then take the new ones.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.files.digest import digest
from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.theme.static_files import ThemeFile

OFFLINE = "offline"
"""The address of the page of kept editions, and the name of its component in the theme."""

MANIFEST_FILE = "manifest.webmanifest"
WORKER_SCRIPT = "theme/js/worker.js"
"""The theme's part of the service worker; no page loads it."""

_WORKER_FILE = (
    "service-worker.js"  # published addresses never change: a browser looks here for the next worker
)
_IN_ANOTHER = re.compile(r"theme/css/.*/")  # style sheets that no page loads, since others hold them
_WITHDRAWN = b"""// Reading offline was withdrawn: this worker removes what earlier ones kept for this paper, and itself.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  const prefix = `broadsheet ${new URL(self.registration.scope).pathname} `;
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
"""
_PAPER_COLOUR = "#fdfcf8"
_ICONS = (
    ("img/favicon.svg", "any", "image/svg+xml", "any"),
    ("offline/icon-192.png", "192x192", "image/png", "any"),
    ("offline/icon-512.png", "512x512", "image/png", "any"),
    ("offline/icon-maskable.png", "512x512", "image/png", "maskable"),
)


def offline_files(paper: Paper, theme: Path, sent: Iterable[ThemeFile]) -> Iterator[tuple[str, bytes]]:
    """Yield path below output/ and bytes of the worker and the manifest; `sent` are the files of `theme` on the site.

    A paper that has withdrawn reading offline gets a worker that removes itself and all that was kept. Raises PressError
    for a theme without a worker.
    """
    if paper.offline == "withdrawn" and not paper.preview:
        yield _WORKER_FILE, _WITHDRAWN
    if paper.is_kept:
        yield _WORKER_FILE, _worker(tuple(sent), theme)
        yield MANIFEST_FILE, _manifest(paper)


def offline_sheet(paper: Paper) -> Sheet:
    """Return the page of the editions that a device keeps, which it also shows for a page that it does not have."""
    title = paper.words.offline
    return Sheet(
        file=page_file(OFFLINE),
        template=OFFLINE,
        head=head(
            f"{title} - {paper.sitename}",
            description=f"{paper.sitename} {title}",
            canonical=paper.links.absolute(paper.links.page(OFFLINE)),
        ),
        views={"title": title},
    )


def _worker(sent: tuple[ThemeFile, ...], theme: Path) -> bytes:
    if not any(file.file == WORKER_SCRIPT for file in sent):
        message = f"the theme has no {WORKER_SCRIPT.removeprefix('theme/js/')}, and OFFLINE is on"
        hint = 'copy components/offline from Broadsheet’s theme, or set OFFLINE = "off"'
        raise PressError(Finding(code="no-worker", path=str(theme), message=message, hint=hint))
    files = [file.file for file in sent if file.file != WORKER_SCRIPT and not _IN_ANOTHER.match(file.file)]
    version = digest(part for file in sent for part in (file.file, file.data))[:10]
    kept = {"version": version, "page": f"{OFFLINE}/", "files": files}
    return b'self.kept = %s;\nimportScripts("%s");\n' % (msgspec.json.encode(kept), WORKER_SCRIPT.encode())


def _manifest(paper: Paper) -> bytes:
    """Return the web app manifest (https://www.w3.org/TR/appmanifest/)."""
    theme, home = paper.links.page("theme"), paper.links.page()
    manifest = {
        "name": paper.sitename,
        "short_name": paper.sitename,
        "description": paper.paper_tagline,
        "lang": paper.default_lang,
        "id": home,
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "background_color": _PAPER_COLOUR,
        "theme_color": _PAPER_COLOUR,
        "icons": [
            {"src": f"{theme}{file}", "sizes": sizes, "type": media_type, "purpose": purpose}
            for file, sizes, media_type, purpose in _ICONS
        ],
    }
    return msgspec.json.encode(manifest)
