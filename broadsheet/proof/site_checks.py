"""Checks of the built site: dead links, missing pictures, broken pages."""

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

from broadsheet.model.finding import Finding
from broadsheet.proof.site_page import Named, SitePage, read_page

_STYLE_FETCH = re.compile(
    r"""(?:url\(\s*|@import\s+)["']?(?P<target>(?:https?:)?//[^"')\s]+)""", re.IGNORECASE
)
_MEND = "mend the template"
_KEPT_ASIDE = ".broadsheet/"  # pages that a build has made and not moved in


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """A built site: its folder, the path that its links begin with (`/` or `/paper/`), its files and their ids.

    Paths are below the folder; `ids` is by page.
    """

    output: Path
    prefix: str
    files: frozenset[str]
    ids: dict[str, frozenset[str]]


PageCheck = Callable[[SitePage, Site], Iterator[Finding]]


def site_findings(output: Path, prefix: str) -> Iterator[Finding]:
    """Yield the findings of the site below `output`, whose links begin with `prefix`."""
    below = (path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    files = frozenset(file for file in below if not file.startswith(_KEPT_ASIDE))
    pages = [
        read_page(file, (output / file).read_text("utf-8", "replace"))
        for file in sorted(files)
        if file.endswith(".html")
    ]
    ids = {page.path: frozenset(page.ids) for page in pages}
    site = Site(output=output, prefix=prefix, files=files, ids=ids)
    for page in pages:
        for check in PAGE_CHECKS:
            yield from check(page, site)
    yield from foreign_style(site)


def one_heading(page: SitePage, site: Site) -> Iterator[Finding]:
    """A page without exactly one <h1>."""
    if page.headings != 1:
        message = f"the page has {page.headings} <h1>, and needs one"
        hint = f"begin subheads of a text with `## `, or {_MEND}"
        yield _remark(site, page, "site-h1", message, hint)


def no_name(page: SitePage, site: Site) -> Iterator[Finding]:
    """A page without a title."""
    if not page.title:
        yield _remark(site, page, "site-title", "the page has no <title>", _MEND)


def no_language(page: SitePage, site: Site) -> Iterator[Finding]:
    """A page without a language, by which browsers choose typefaces, voices and line breaks."""
    if not page.lang:
        yield _remark(site, page, "site-lang", "the page does not say its language", _MEND)


def double_id(page: SitePage, site: Site) -> Iterator[Finding]:
    """An id that occurs more than once on a page: a link to it leads only to the first."""
    for name, count in page.ids.items():
        if count > 1:
            yield _remark(site, page, "site-id", f"the id “{name}” stands {count} times", _MEND)


def template_mark(page: SitePage, site: Site) -> Iterator[Finding]:
    """A template mark ({{ … }}, {% … %} or {# … #}) that was left in a page."""
    for line in page.marks:
        yield _remark(site, page, "site-mark", "a template mark was left over", _MEND, line=line)


def foreign_request(page: SitePage, site: Site) -> Iterator[Finding]:
    """A file that browsers would fetch from another site, which then learns of the reader."""
    for named in page.named:
        parts = urlsplit(named.target)
        if named.fetched and (parts.netloc or parts.scheme not in ("", "data")):
            message = f"{named.target} is fetched from another site"
            hint = "keep a copy in theme/static or beside the article"
            yield _remark(site, page, "site-origin", message, hint, line=named.line)


def dead_link(page: SitePage, site: Site) -> Iterator[Finding]:
    """A link to a page, file or id of this site that is missing."""
    for named in page.named:
        parts = urlsplit(named.target)
        if parts.scheme or parts.netloc:
            continue
        if problem := _dead(site, page, unquote(parts.path), unquote(parts.fragment)):
            yield _dead_remark(site, page, named, problem)


def _dead_remark(site: Site, page: SitePage, named: Named, problem: str) -> Finding:
    hint = "mend the link, or the address that it means"
    return _remark(site, page, "site-link", f"{named.target}: {problem}", hint, line=named.line)


def _dead(site: Site, page: SitePage, link: str, fragment: str) -> str:
    """Return why a link is dead, or ""."""
    file = _file_of(site, page, link)
    if file is None:
        return "there is no such page or file"
    # #top is the top of any page (HTML, 7.4.6.4).
    if fragment and fragment.lower() != "top" and file in site.ids and fragment not in site.ids[file]:
        return "the page has no such place"
    return ""


def _file_of(site: Site, page: SitePage, link: str) -> str | None:
    """Return the file that a server gives for `link` on `page`, or None. A folder gives its index.html."""
    if not link:
        return page.path
    if not link.startswith("/"):
        path = _beside(page.path, link)
    elif f"{link}/".startswith(site.prefix):
        path = f"{link}/".removeprefix(site.prefix).removesuffix("/")
    else:
        return None
    found = path.strip("/")
    as_folder = f"{found}/index.html" if found else "index.html"
    if found in site.files and not path.endswith("/"):
        return found
    return as_folder if as_folder in site.files else None


def _beside(path: str, link: str) -> str:
    ending = "/" if link.endswith("/") else ""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(path), link)).lstrip("/") + ending


def foreign_style(site: Site) -> Iterator[Finding]:
    """Yield a finding for each file that a style sheet would fetch from another site."""
    for file in sorted(file for file in site.files if file.endswith(".css")):
        text = (site.output / file).read_text("utf-8", "replace")
        for match in _STYLE_FETCH.finditer(text):
            yield Finding(
                code="site-origin",
                path=str(site.output / file),
                line=text.count("\n", 0, match.start()) + 1,
                message=f"{match['target']} is fetched from another site",
                hint="keep a copy in theme/static",
            )


def _remark(site: Site, page: SitePage, code: str, message: str, hint: str, *, line: int = 0) -> Finding:
    return Finding(code=code, path=str(site.output / page.path), line=line, message=message, hint=hint)


PAGE_CHECKS: tuple[PageCheck, ...] = (
    one_heading,
    no_name,
    no_language,
    double_id,
    template_mark,
    foreign_request,
    dead_link,
)
