"""The links of a text: as an editor wrote them, as a page has them, and what they lead to on this site."""

from collections.abc import Collection, Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

import msgspec

from broadsheet.press.paper.links import Links

_PELICANS = ("{", "|")  # how Pelican's own links to files begin
_USUAL_PORTS = (80, 443)


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
    parts = urlsplit(href)
    if parts.netloc:
        if not links.origin or _host(parts) != _host(urlsplit(links.origin)):
            return None
    elif not href.startswith("/"):
        return None
    path = unquote(parts.path) or "/"
    if not f"{path}/".startswith(f"{links.prefix}/"):
        return None
    return path.removeprefix(links.prefix).strip("/")


def _host(url: SplitResult) -> tuple[str, int | None]:
    """Return the host of a URL and its port, None for the usual one; whoever writes http: for https: means the same site."""
    try:
        port = url.port
    except ValueError:  # no number; such a URL leads to no site
        port = 0
    return (url.hostname or "").rstrip("."), None if port in _USUAL_PORTS else port


def _from_root(href: str, address: str) -> str:
    """Return a relative link of the text at `address` as one from the root of the site, and any other as it is."""
    try:
        parts = urlsplit(unescape(href))
    except ValueError:  # which the check of the text tells
        return href
    is_relative = not (parts.scheme or parts.netloc) and parts.path and not parts.path.startswith("/")
    if not is_relative or href.startswith(_PELICANS):
        return href
    return "/" + urljoin(address, href).removeprefix("/")  # which it loses where `..` leads above the root
