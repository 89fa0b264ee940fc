"""Markdown of a manuscript → HTML for its page: links get the site's path, pictures their place."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from markupsafe import Markup

from broadsheet.manuscript.markdown.plain_prose import convert
from broadsheet.press.copy.text_links import Origin, TextLink, TextLinks
from broadsheet.press.paper.links import Links
from broadsheet.press.plates.pictures import named_wrongly, split_address
from broadsheet.press.plates.plate_cache import PlateRoom

if TYPE_CHECKING:
    from broadsheet.press.copy.body_parser import BodyParser

_HREF = re.compile(r'<a\s[^>]*?href="([^"]*)"')
_SAFE_SCHEMES = ("", "http", "https", "mailto", "tel")
_LINK_HINT = "link to an address of this site, /2024-04-15/01/03/, or to https:, http:, mailto: or tel:"


class Body(msgspec.Struct, frozen=True):
    """A text's HTML, the pictures in it as paths below content/, and its links to places of this site."""

    html: Markup
    pictures: tuple[str, ...] = ()
    links: tuple[TextLink, ...] = ()


class Extras(NamedTuple):
    """Extensions of Python-Markdown beyond a manuscript's own, and the settings of those that have a name."""

    extensions: tuple[Any, ...] = ()
    configs: Mapping[str, Any] = {}


NO_EXTRAS = Extras()


class BodyRenderer:
    """Renders manuscripts: plain prose as it stands, the rest by a parser that is made when it is first needed.

    With `extras` every text goes through the parser, since an extension may act on plain prose.
    """

    def __init__(
        self, content: Path, plate_room: PlateRoom, links: Links, extras: Extras = NO_EXTRAS
    ) -> None:
        self.plate_room = plate_room
        self._extras = extras
        self._content = content
        self._links = links

    def render(self, text: str, origin: Origin) -> Body:
        """Return `text`, which comes from `origin`, as HTML.

        Raises ManuscriptError for a picture that is missing and for a link that is not one of a newspaper's.
        """
        if not text:
            return Body(Markup())
        pictures: list[str] = []
        links = TextLinks(origin, self._links)

        def parse(text: str) -> str:
            html, pictures[:] = self._parser.parse(text, origin, links.ready)
            return html

        html = parse(text) if self._extras.extensions else convert(text, parse, links.ready)
        hrefs = _HREF.findall(html)
        _check_links(hrefs, origin.path)
        safe = Markup(html)  # noqa: S704  Markdown escaped the text
        return Body(safe, tuple(pictures), links.to_this_site(hrefs, pictures))

    @cached_property
    def _parser(self) -> "BodyParser":
        from broadsheet.manuscript.markdown.dialect import new_markdown  # noqa: PLC0415  lazy: most editions are plain prose
        from broadsheet.press.copy.body_parser import BodyParser  # noqa: PLC0415  the same

        markdown = new_markdown(self._extras.extensions, self._extras.configs)
        return BodyParser(markdown, self._content, self.plate_room, self._links)


def _check_links(hrefs: Iterable[str], manuscript: Path) -> None:
    """Raise ManuscriptError for a link that could run something; `hrefs` are of finished HTML, as a browser will see it."""
    for href in hrefs:
        if href.startswith(("{", "|")):
            message, hint = f"`{href}` leads nowhere", "write the address that it means: /2024-04-15/01/03/"
            raise named_wrongly("pelican-link", href, manuscript, message, hint)
        parts = split_address(unescape(href), manuscript)
        if parts.netloc and not parts.scheme:
            message = "a link to another site names its scheme, and a link to this one begins with one slash"
            raise named_wrongly("unsafe-link", href, manuscript, message, _LINK_HINT)
        scheme = parts.scheme.lower()
        if scheme not in _SAFE_SCHEMES:
            message = f"a link may not lead to `{scheme}:`"
            raise named_wrongly("unsafe-link", href, manuscript, message, _LINK_HINT)
