"""Markdown of a manuscript → HTML for its page: links get the site's path, pictures their place."""

import re
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement

import msgspec
from markupsafe import Markup

from broadsheet.manuscript.pictures import picture_path
from broadsheet.manuscript.plain_prose import convert
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.press.links import Links
from broadsheet.press.pictures import check_picture, line_with, source_views
from broadsheet.press.plate_room import PlateRoom

if TYPE_CHECKING:
    from markdown import Markdown

_HREF = re.compile(r'<a\s[^>]*?href="([^"]*)"')
_SIZES = "(min-width: 46rem) 42.75rem, 94vw"  # the column of an article in the theme's layout
_SAFE_SCHEMES = ("", "http", "https", "mailto", "tel")


class Body(msgspec.Struct, frozen=True):
    """A text's HTML and the pictures in it, as paths below content/."""

    html: Markup
    pictures: tuple[str, ...]


class BodyRenderer:
    """Renders manuscripts with one Markdown instance, which is costly to make and free to reset."""

    def __init__(self, content: Path, plate_room: PlateRoom, links: Links) -> None:
        self.plate_room = plate_room
        self._links = _LinkMender(content, plate_room, links)

    def render(self, text: str, manuscript: Path, folder: str) -> Body:
        """Return `text` of `manuscript`, which lies in `folder` below content/, as HTML.

        Raises ManuscriptError for a picture that is missing and for a link that is not one of a newspaper's.
        """
        if not text:
            return Body(Markup(), ())
        self._links.begin(manuscript, folder)
        html = convert(text, self._parse, self._links.mended_link)
        self._links.check(html)
        return Body(Markup(html), tuple(self._links.pictures))  # noqa: S704  Markdown escaped the text

    @cached_property
    def _markdown(self) -> "Markdown":
        from broadsheet.press.body_parser import body_parser  # noqa: PLC0415  lazy: most editions are plain prose

        return body_parser(self._links.mend)

    def _parse(self, text: str) -> str:
        self._links.pictures.clear()  # a text that left the fast lane is parsed a second time
        return self._markdown.reset().convert(text)


@lru_cache(maxsize=8)
def body_renderer(content: Path, kept: Path, links: Links) -> BodyRenderer:
    """Return the one renderer of a site; Pelican makes a reader for each of its generators."""
    return BodyRenderer(content, PlateRoom(content, kept), links)


class _LinkMender:
    """Gives root-relative links the site's path and pictures their published address."""

    def __init__(self, content: Path, plate_room: PlateRoom, links: Links) -> None:
        self.content = content
        self.plate_room = plate_room
        self.links = links
        self.begin(Path(), "")

    def begin(self, manuscript: Path, folder: str) -> None:
        self.manuscript = manuscript
        self.folder = folder
        self.pictures: list[str] = []

    def mend(self, root: Element) -> None:
        for link in root.iter("a"):
            link.set("href", self.mended_link(link.get("href", "")))
        linked = {image for link in root.iter("a") for image in link.iter("img")}
        for image in list(root.iter("img")):
            self.mend_picture(image, is_linked=image in linked)

    def mended_link(self, href: str) -> str:
        is_ours = href.startswith("/") and not href.startswith("//")
        return f"{self.links.prefix}{href}" if is_ours else href

    def check(self, html: str) -> None:
        """Raise ManuscriptError for a link that could run something; only finished HTML shows what a browser will see."""
        for href in _HREF.findall(html):
            if href.startswith(("{", "|")):
                raise self.error(
                    "pelican-link",
                    href,
                    f"`{href}` leads nowhere: a link names an address, /2024-04-15/01/03/",
                )
            scheme = urlsplit(unescape(href)).scheme.lower()
            if scheme not in _SAFE_SCHEMES:
                raise self.error("unsafe-link", href, f"a link may not lead to `{scheme}:`")

    def mend_picture(self, image: Element, *, is_linked: bool) -> None:
        named = image.get("src", "")
        parts = urlsplit(named)
        if parts.scheme or parts.netloc:
            raise self.error("foreign-picture", named, "a page may not fetch a picture from another site")
        if not image.get("alt"):
            raise self.error(
                "no-alt", named, "a picture needs words for those who cannot see it: ![words](file)"
            )
        path = picture_path(unquote(parts.path), self.folder)
        check_picture(path, self.content, self.manuscript, named)
        self.pictures.append(path)
        picture = self.picture(image, path)
        if is_linked:
            image.tag, image.attrib, image[:] = picture.tag, picture.attrib, picture[:]
        else:
            image.tag, image.attrib, image[:] = "a", {"href": self.links.at(path)}, [picture]

    def picture(self, image: Element, path: str) -> Element:
        """Return what shows the picture at `path`, in the format and the size that a browser chooses."""
        plates = self.plate_room.plates(path)
        measures = {"width": str(plates.width), "height": str(plates.height)} if plates.width else {}
        shown = {"src": self.links.at(path), "alt": image.get("alt", ""), **measures, "loading": "lazy"}
        title = {"title": image.get("title", "")} if image.get("title") else {}
        sources = source_views(path, plates, self.links)
        if not sources:
            return Element("img", shown | title)
        picture = Element("picture")
        for source in sources:
            kind = {"type": source.media_type, "srcset": source.srcset, "sizes": _SIZES}
            SubElement(picture, "source", kind)
        SubElement(picture, "img", shown | title)
        return picture

    def error(self, code: str, named: str, message: str) -> ManuscriptError:
        line = line_with(named, self.manuscript)
        return ManuscriptError(Finding(code=code, path=str(self.manuscript), line=line, message=message))
