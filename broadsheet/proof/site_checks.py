"""Checks of the built site: what a reader would meet as a dead link, a missing picture or a broken page."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

from broadsheet.model.finding import Finding

_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src"}
_LOADS = frozenset({"img", "script", "source", "iframe", "video", "audio"})
_STYLE_RELS = frozenset({"stylesheet", "icon", "preload", "modulepreload"})
_TEMPLATE_MARK = re.compile(r"\{\{|\{%|%\}")


class Page(HTMLParser):
    """What one pass over a page finds: its links with their lines, its ids, its headings."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[int, str, bool]] = []
        self.ids: Counter[str] = Counter()
        self.tags: Counter[str] = Counter()
        self.lang = ""
        self.marks: list[int] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag links to, loads, and is called."""
        values = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        if tag == "html":
            self.lang = values.get("lang", "")
        if "id" in values:
            self.ids[values["id"]] += 1
        target = values.get(_LINKS.get(tag, ""), "")
        if target:
            loads = tag in _LOADS or (
                tag == "link" and bool(_STYLE_RELS & set(values.get("rel", "").split()))
            )
            self.links.append((self.getpos()[0], target, loads))

    def handle_data(self, data: str) -> None:
        """Note what a template left over."""
        if _TEMPLATE_MARK.search(data) and self.cdata_elem is None and not self.tags["pre"]:
            self.marks.append(self.getpos()[0])


class Site(msgspec.Struct, frozen=True):
    """A built site: its folder, the path that its links begin with (`/` or `/paper/`), and its pages."""

    output: Path
    prefix: str
    pages: Mapping[Path, Page]


def site_findings(output: Path, prefix: str) -> Iterator[Finding]:
    """Yield what is wrong in the site below `output`, whose links begin with `prefix`."""
    pages = {path: Page(path.read_text("utf-8")) for path in sorted(output.rglob("*.html"))}
    site = Site(output, prefix, pages)
    for path, page in pages.items():
        yield from _form(path, page)
        yield from _links(site, path, page)


def _form(path: Path, page: Page) -> Iterator[Finding]:
    problems = {
        "h1": ("a page needs one <h1>", page.tags["h1"] == 1),
        "title": ("a page needs a <title>", page.tags["title"] >= 1),
        "lang": ("a page must say its language", bool(page.lang)),
    }
    for code, (message, fine) in problems.items():
        if not fine:
            yield Finding(code=f"site-{code}", path=str(path), message=message, hint="mend the template")
    for name, count in page.ids.items():
        if count > 1:
            message = f"the id “{name}” stands {count} times"
            yield Finding(code="site-id", path=str(path), message=message, hint="mend the template")
    for line in page.marks:
        message = "a template mark was left over"
        yield Finding(code="site-mark", path=str(path), line=line, message=message, hint="mend the template")


def _links(site: Site, path: Path, page: Page) -> Iterator[Finding]:
    for line, target, loads in page.links:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            if loads and parts.scheme != "data":
                message = f"{target} is loaded from another site"
                hint = "keep a copy in theme/static or beside the article"
                yield Finding(code="site-origin", path=str(path), line=line, message=message, hint=hint)
            continue
        problem = _dead(site, path, unquote(parts.path), unquote(parts.fragment))
        if problem:
            hint = "mend the link, or the address that it means"
            yield Finding(
                code="site-link", path=str(path), line=line, message=f"{target}: {problem}", hint=hint
            )


def _dead(site: Site, path: Path, link: str, fragment: str) -> str:
    """Return why a link leads nowhere, or nothing."""
    file = _file_of(site, path, link)
    if file is None or not file.is_file():
        return "there is no such page or file"
    if fragment and file in site.pages and fragment not in site.pages[file].ids:
        return "the page has no such place"
    return ""


def _file_of(site: Site, path: Path, link: str) -> Path | None:
    if not link:
        return path
    if link.startswith("/") and not link.startswith(site.prefix):
        return None
    target = site.output / link.removeprefix(site.prefix) if link.startswith("/") else path.parent / link
    return target / "index.html" if link.endswith("/") else target
