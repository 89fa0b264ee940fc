"""HTML of a text → XHTML of an EPUB.

The press writes HTML as XHTML allows it, but for empty elements (<br>), named characters (&nbsp;), and a photo's
sources, of which an EPUB has one.
"""

import re
from collections.abc import Callable
from html import unescape
from xml.parsers import expat

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.epub.files import EpubLinks
from broadsheet.press.files.xml_file import escape_xml, without_forbidden

_TAG = re.compile(r"<(?P<end>/?)(?P<name>a|br|hr|img|picture|source)\b(?P<attributes>[^>]*)>")
_REFERENCE = re.compile(r"&(?:#?\w+;)?")
_ATTRIBUTE = re.compile(r"""([\w:-]+)=(?:"([^"]*)"|'([^']*)')""")


def xhtml(html: str, links: EpubLinks, base: str) -> str:
    """Return `html` as XHTML; its links and pictures, relative to the page at `base`, lead to files of the EPUB.

    Raises PressError for a picture that is none of the edition's, which only a plugin can bring in.
    """
    html = _REFERENCE.sub(lambda reference: escape_xml(unescape(reference[0])), html)
    return _TAG.sub(_Tags(links, base), html)


class _Tags:
    """Rewrites the tags of one text, one after another; a link that leads nowhere leaves its words."""

    def __init__(self, links: EpubLinks, base: str) -> None:
        self._links = links
        self._base = base
        self._kept: list[bool] = []  # of the links that are open, whether they lead somewhere
        self._of: dict[str, Callable[[dict[str, str]], str]] = {"a": self._link, "img": self._image}

    def __call__(self, tag: re.Match[str]) -> str:
        name = tag["name"]
        if name in ("picture", "source"):
            return ""
        if tag["end"]:
            return "</a>" if not self._kept or self._kept.pop() else ""
        attributes = {key: unescape(a or b) for key, a, b in _ATTRIBUTE.findall(tag["attributes"])}
        return self._of[name](attributes) if name in self._of else f"<{name}/>"

    def _link(self, attributes: dict[str, str]) -> str:
        href = self._links.href(attributes.get("href", ""), self._base)
        self._kept.append(bool(href))
        return _start("a", {**attributes, "href": href}) if href else ""

    def _image(self, attributes: dict[str, str]) -> str:
        shown = {name: text for name, text in attributes.items() if name in ("alt", "title")}
        return _start(
            "img", {"src": self._links.picture(attributes.get("src", ""), self._base), **shown}, "/"
        )


def _start(name: str, attributes: dict[str, str], end: str = "") -> str:
    return "".join(
        (f"<{name}", *(f' {key}="{escape_xml(value)}"' for key, value in attributes.items()), end, ">")
    )


def document(text: str, template: str, source: str) -> bytes:
    """Return an XHTML document as UTF-8. Raises PressError for a `template` of the theme that does not give XML.

    `source` is what the document shows, for the message.
    """
    data = without_forbidden(text).encode()
    try:
        expat.ParserCreate().Parse(data, True)  # noqa: FBT003  expat's own signature
    except expat.ExpatError as error:
        line = data.decode().split("\n")[error.lineno - 1].strip()
        reason = expat.errors.messages[error.code]
        message = f"what it makes of {source} is no XML: {reason}, in “{line[:120]}”"
        hint = "an EPUB needs every element closed: <br/>, <img …/>"
        raise PressError(Finding(code="template", path=template, message=message, hint=hint)) from error
    return data
