"""Checks of the built site: dead links, missing pictures, broken pages."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from broadsheet.manuscript.located import Place
from broadsheet.model.finding import Severity
from broadsheet.model.message import Message, say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.site import PageOfSite, Site
from broadsheet.proof.read.site_page import SitePage

_STYLE_FETCH = re.compile(
    r"""(?:url\(\s*|@import\s+)["']?(?P<target>(?:https?:)?//[^"')\s]+)""", re.IGNORECASE
)
_MEND = say("mend the template")


def one_heading(opened: PageOfSite) -> Iterator[Remark]:
    """A page without exactly one <h1>."""
    if opened.page.headings != 1:
        message = say("the page has %(count)s <h1>, and needs one", count=opened.page.headings)
        yield _remark(opened, message, say("begin subheads of a text with `## `, or mend the template"))


def no_name(opened: PageOfSite) -> Iterator[Remark]:
    """A page without a title."""
    if not opened.page.title:
        yield _remark(opened, say("the page has no <title>"), _MEND)


def no_language(opened: PageOfSite) -> Iterator[Remark]:
    """A page without a language, by which browsers choose typefaces, voices and line breaks."""
    if not opened.page.lang:
        yield _remark(opened, say("the page does not say its language"), _MEND)


def double_id(opened: PageOfSite) -> Iterator[Remark]:
    """An id that occurs more than once on a page: a link to it leads only to the first."""
    for name, count in opened.page.ids.items():
        if count > 1:
            yield _remark(
                opened, say("the id “%(name)s” stands %(count)s times", name=name, count=count), _MEND
            )


def template_mark(opened: PageOfSite) -> Iterator[Remark]:
    """A template mark ({{ … }}, {% … %} or {# … #}) that was left in a page."""
    for line in opened.page.marks:
        yield _remark(opened, say("a template mark was left over"), _MEND, line)


def dead_link(opened: PageOfSite) -> Iterator[Remark]:
    """A link, picture or fragment of the site that is not there."""
    for named in opened.page.named:
        parts = urlsplit(named.target)
        if parts.scheme or parts.netloc:
            continue
        problem = _dead(opened, unquote(parts.path), unquote(parts.fragment))
        if problem:
            message = say("%(address)s: %(problem)s", address=named.target, problem=problem)
            hint = say("mend the link, or the address that it means")
            yield _remark(opened, message, hint, named.line)


def _dead(opened: PageOfSite, link: str, fragment: str) -> Message | None:
    """Return why a link is dead."""
    page, site = opened
    file = _file_of(site, page, link)
    if file is None:
        return say("there is no such page or file")
    # #top is the top of any page (HTML, 7.4.6.4).
    if fragment and fragment.lower() != "top" and file in site.ids and fragment not in site.ids[file]:
        return say("the page has no such place")
    return None


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


def foreign_request(site: Site) -> Iterator[Remark]:
    """A file that browsers would fetch from another site, which then learns of the reader."""
    hint = say("keep a copy in theme/static or beside the article")
    for file, line, target in (*_fetched_by_pages(site), *_fetched_by_styles(site)):
        message = say("%(address)s is fetched from another site", address=target)
        yield Remark(message, hint, Place(line, 0), str(site.output / file))


def _fetched_by_pages(site: Site) -> Iterator[tuple[str, int, str]]:
    for page in site.pages:
        for named in page.named:
            parts = urlsplit(named.target)
            if named.fetched and (parts.netloc or parts.scheme not in ("", "data")):
                yield page.path, named.line, named.target


def _fetched_by_styles(site: Site) -> Iterator[tuple[str, int, str]]:
    for file in sorted(file for file in site.files if file.endswith(".css")):
        text = (site.output / file).read_text("utf-8", "replace")
        for match in _STYLE_FETCH.finditer(text):
            yield file, text.count("\n", 0, match.start()) + 1, match["target"]


def _remark(opened: PageOfSite, message: Message, hint: Message, line: int = 0) -> Remark:
    return Remark(message, hint, Place(line, 0), str(opened.site.output / opened.page.path))


PAGE = (
    Check("site-h1", Severity.ERROR, one_heading),
    Check("site-title", Severity.ERROR, no_name),
    Check("site-lang", Severity.ERROR, no_language),
    Check("site-id", Severity.ERROR, double_id),
    Check("site-mark", Severity.ERROR, template_mark),
    Check("site-link", Severity.ERROR, dead_link),
)
SITE = (Check("site-origin", Severity.ERROR, foreign_request),)
