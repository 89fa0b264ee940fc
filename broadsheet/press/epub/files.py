"""The names of the files in an EPUB, and where the links of an edition's pages lead among them."""

from collections.abc import Mapping
from urllib.parse import quote, urljoin

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.links import Links
from broadsheet.press.views.edition import WholeView

FRONT = "front.xhtml"
CONTENTS = "contents.xhtml"
COVER = "cover.xhtml"
COVER_PICTURE = "cover.png"
STYLES = "epub.css"

_DATE = len("2024-04-15-")
_URL_MARKS = "%/:?#@!$&'()*+,;="  # what an URL may hold beside letters and digits (RFC 3986, 2.2)


def article_file(anchor: str) -> str:
    """Return the file of the article with `anchor`, such as 2024-04-15-01-03."""
    return f"{anchor[_DATE:]}.xhtml"


def picture_file(number: int, ending: str) -> str:
    """Return the file of an edition's picture by its number; `ending` is that of its name (`.jpg`)."""
    return f"pictures/{number:03d}{ending}"


def page_anchor(number: str) -> str:
    """Return the id of the point at which the printed page `number` begins."""
    return f"page-{number}"


class EpubLinks:
    """Links of the pages of `whole`, an edition, as links in its EPUB.

    `pictures` maps the addresses of its pictures on the site to their files in the EPUB.
    """

    def __init__(self, whole: WholeView, whole_href: str, links: Links, pictures: Mapping[str, str]) -> None:
        self._links = links
        self._pictures = pictures
        self._files = {whole.masthead.href: FRONT, whole_href: CONTENTS}
        for printed in whole.pages:
            first, *_ = files = [article_file(article.anchor) for article in printed.articles]
            self._files[printed.page.href] = f"{first}#{page_anchor(printed.page.number)}"
            for article, file in zip(printed.articles, files, strict=True):
                self._files[article.href] = file
                self._files[f"{whole_href}#{article.anchor}"] = file

    def href(self, named: str, base: str) -> str:
        """Return the link for `named` on the page at `base` (a path of the site).

        It leads to a file of the EPUB, else to the web; it is "" for a page of the site where SITEURL is empty, and
        for a picture, which the EPUB shows already.
        """
        target = urljoin(base, named)
        if self._links.origin:
            target = target.removeprefix(self._links.origin) or "/"
        if target in self._pictures:
            return ""
        page, _, _ = target.partition("#")
        for known in (target, page, f"{page}/"):
            if known in self._files:
                return self._files[known]
        if target.startswith("//"):
            target = f"https:{target}"
        return quote(self._links.absolute(target) if target.startswith("/") else target, safe=_URL_MARKS)

    def picture(self, src: str, base: str) -> str:
        """Return the file of the picture at `src`, an address on the site.

        Raises PressError where it is no picture of the manuscript of the page at `base`.
        """
        if src not in self._pictures:
            message = f"the EPUB cannot show {src!r}: no manuscript of the edition names this picture"
            hint = "have the plugin that shows it leave it out, or name it in the manuscript"
            raise PressError(Finding(code="foreign-picture", path=base, message=message, hint=hint))
        return self._pictures[src]
