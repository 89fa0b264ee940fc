"""Markdown of a manuscript → HTML for its page: links get the site's path, pictures their place."""

import re
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup

from broadsheet.manuscript.plain_prose import convert
from broadsheet.press.paper.links import Links
from broadsheet.press.plates.pictures import named_wrongly, split_address
from broadsheet.press.plates.plate_cache import PlateRoom

if TYPE_CHECKING:
    from broadsheet.press.copy.body_parser import BodyParser

_HREF = re.compile(r'<a\s[^>]*?href="([^"]*)"')
_SAFE_SCHEMES = ("", "http", "https", "mailto", "tel")


class Body(msgspec.Struct, frozen=True):
    """A text's HTML and the pictures in it, as paths below content/."""

    html: Markup
    pictures: tuple[str, ...]


class BodyRenderer:
    """Renders manuscripts: plain prose as it stands, the rest by a parser that is made when it is first needed."""

    def __init__(self, content: Path, plate_room: PlateRoom, links: Links) -> None:
        self.plate_room = plate_room
        self._content = content
        self._links = links

    def render(self, text: str, manuscript: Path, folder: str) -> Body:
        """Return `text` of `manuscript`, which lies in `folder` below content/, as HTML.

        Raises ManuscriptError for a picture that is missing and for a link that is not one of a newspaper's.
        """
        if not text:
            return Body(Markup(), ())
        pictures: list[str] = []

        def parse(text: str) -> str:
            html, pictures[:] = self._parser.parse(text, manuscript, folder)
            return html

        html = convert(text, parse, self._links.of_text)
        _check_links(html, manuscript)
        return Body(Markup(html), tuple(pictures))  # noqa: S704  Markdown escaped the text

    @cached_property
    def _parser(self) -> "BodyParser":
        from broadsheet.press.copy.body_parser import BodyParser  # noqa: PLC0415  lazy: most editions are plain prose

        return BodyParser(self._content, self.plate_room, self._links)


@lru_cache(maxsize=8)
def body_renderer(content: Path, kept: Path, links: Links) -> BodyRenderer:
    """Return the one renderer of a site; Pelican makes a reader for each of its generators."""
    return BodyRenderer(content, PlateRoom(content, kept), links)


def _check_links(html: str, manuscript: Path) -> None:
    """Raise ManuscriptError for a link that could run something; only finished HTML shows what a browser will see."""
    for href in _HREF.findall(html):
        if href.startswith(("{", "|")):
            message = f"`{href}` leads nowhere: a link names an address, /2024-04-15/01/03/"
            raise named_wrongly("pelican-link", href, manuscript, message)
        scheme = split_address(unescape(href), manuscript).scheme.lower()
        if scheme not in _SAFE_SCHEMES:
            raise named_wrongly("unsafe-link", href, manuscript, f"a link may not lead to `{scheme}:`")
