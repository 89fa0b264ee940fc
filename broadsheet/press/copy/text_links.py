"""The links of a text: as an editor wrote them, as a page has them, and what they lead to on this site."""

from collections.abc import Collection, Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import msgspec

from broadsheet.press.paper.links import Links

_PELICANS = ("{", "|")  # how Pelican's own links to files begin


class Origin(NamedTuple):
    """Where a text comes from: its file, the folder below content/ for pictures, and its address for links."""

    path: Path
    folder: str
    address: str


class TextLink(msgspec.Struct, frozen=True, order=True):
    """A link to a place of this site: the manuscript that has it, and `named`, what stands there.

    `target` is the path below output/ of the page's folder or of the file that it leads to, without a slash at its ends.
    """

    path: str
    named: str
    target: str


class TextLinks:
    """Makes the links of one text ready for pages, and remembers how they were written."""

    def __init__(self, origin: Origin, links: Links) -> None:
        self._origin = origin
        self._links = links
        self._named: dict[str, str] = {}

    def ready(self, href: str) -> str:
        """Return a link of the text as a page has it: below the path of the site, and never relative.

        A text is on several pages, so a relative link would lead to several places.
        """
        made = self._links.of_text(_from_root(href, self._origin.address))
        self._named[made] = href
        return made

    def to_this_site(self, hrefs: Iterable[str], pictures: Collection[str]) -> tuple[TextLink, ...]:
        """Return those of `hrefs`, of finished HTML, that lead to a place of this site, but for the text's `pictures`."""
        found = dict.fromkeys(self._found(map(unescape, hrefs)))
        return tuple(link for link in found if link.target not in pictures)

    def _found(self, hrefs: Iterable[str]) -> Iterator[TextLink]:
        for href in hrefs:
            target = target_of(href, self._links)
            if target is not None:
                yield TextLink(str(self._origin.path), self._named.get(href, href), target)


def target_of(href: str, links: Links) -> str | None:
    """Return the `target` of a link as a page has it, or None for one to another site, or to a place on its own page."""
    if links.origin and href.startswith(f"{links.origin}/"):
        href = href.removeprefix(links.origin)
    if not href.startswith("/") or href.startswith("//"):
        return None
    path = unquote(urlsplit(href).path)
    if not f"{path}/".startswith(f"{links.prefix}/"):
        return None
    return path.removeprefix(links.prefix).strip("/")


def _from_root(href: str, address: str) -> str:
    """Return a relative link of the text at `address` as one from the root of the site, and any other as it is."""
    try:
        parts = urlsplit(unescape(href))
    except ValueError:  # which the check of the text tells
        return href
    is_relative = not (parts.scheme or parts.netloc) and parts.path and not parts.path.startswith("/")
    return urljoin(address, href) if is_relative and not href.startswith(_PELICANS) else href
