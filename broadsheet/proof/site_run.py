"""Checking the built site: what did not change since the last run is not read again."""

import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from broadsheet.model.errors import ProjectError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.message import say
from broadsheet.proof.findings import site_findings
from broadsheet.proof.read.site import read_site, site_stamps
from broadsheet.proof.read.store import PageStore, SiteStore, kept, load, save

_FRONT = "index.html"
# The link to a site's style sheets shows the prefix of all its links.
_THEME = re.compile(r'href="(/(?:[^"]*/)?)theme/')
_LARGEST_PAGE = 64_000_000  # bytes; more than all texts of a large edition on one page
_SITE, _PAGES = "lint-site.msgpack", "lint-pages.msgpack"


def has_site(output: Path) -> bool:
    """Return whether there is a built site in `output`."""
    return (output / _FRONT).is_file()


def findings_of_site(output: Path, cache: Path) -> list[Finding]:
    """Return the findings about the site in `output`, if there is one; `cache` is the folder of earlier findings.

    Raises OSError, and ProjectError for a page that is too large to be one of a site.
    """
    if not has_site(output):
        return []
    stamps = site_stamps(output)
    raise_if_any(ProjectError, _too_large(output, stamps))
    theme = _THEME.search((output / _FRONT).read_text("utf-8", "replace"))
    prefix = theme[1] if theme else "/"
    store, key = load(SiteStore, cache / _SITE, output), _key(prefix, stamps)
    if store.key == key:
        return store.findings
    pages = load(PageStore, cache / _PAGES, output)
    found = list(site_findings(read_site(output, prefix, stamps, pages.pages)))
    store.key, store.kept = key, kept(found)
    save(pages, cache / _PAGES)
    save(store, cache / _SITE)
    return found


def _too_large(output: Path, stamps: Mapping[str, str]) -> Iterator[Finding]:
    hint = say("inv build --clean makes the site again")
    for file, stamp in stamps.items():
        size = int(stamp.split(" ", 1)[0])
        if size > _LARGEST_PAGE and file.endswith((".html", ".css")):
            message = say("this file has %(size)d MB, as no page of a site has", size=size // 1_000_000)
            yield Finding("damaged-page", str(output / file), message, hint)


def _key(prefix: str, stamps: Mapping[str, str]) -> str:
    lines = "\n".join(f"{file} {stamp}" for file, stamp in sorted(stamps.items()))
    return blake2b(f"{prefix}\n{lines}".encode(), digest_size=16).hexdigest()
