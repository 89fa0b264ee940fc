"""`content/addresses.yaml` → LeftAddresses: where articles went that readers had at another address."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from broadsheet.manuscript.fields import load_mapping
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located import Located, Place, Route
from broadsheet.manuscript.schema import convert
from broadsheet.manuscript.unseen import check_characters, check_fields
from broadsheet.model.errors import ManuscriptError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.left_addresses import LeftAddresses, loops
from broadsheet.model.limits import LIMITS
from broadsheet.model.message import say

ADDRESSES_FILE = "addresses.yaml"
"""The name of the file, in content/."""

# The path of a page: parts that no browser changes on its way, between slashes. None is hidden.
_PAGE = re.compile(r"/(?:(?!\.)[^\s/?#\\\"<>%]+/)*")
_MOST_BYTES = 200  # of a part, since a file name holds 255 on every common system
_MOST_PARTS = 20


class LocatedAddresses(NamedTuple):
    """The addresses that were left, the path of their file, and the place of each value in it."""

    left: LeftAddresses
    path: str
    places: Mapping[Route, Place]

    def place_of(self, address: str) -> Place:
        """Return the place of the entry about `address`."""
        return next(
            self.places[route]
            for route, known in _addresses(self.left)
            if route[2] == "address" and known == address
        )


def read_left_addresses(content: Path) -> LocatedAddresses:
    """Return what `addresses.yaml` in the folder `content` says; without that file, nothing was left.

    Raises ManuscriptError, with the place of each mistake: what is no address of a page, one that is in two entries, and
    moves that lead back to where they began.
    """
    path = content / ADDRESSES_FILE
    if not path.exists():
        return LocatedAddresses(LeftAddresses(), str(path), {})
    text, shown = read_utf8(path, LIMITS.manuscript), str(path)
    check_characters(text, shown)
    located = load_mapping(text, shown)
    check_fields(located, shown)
    left = convert(located, LeftAddresses, shown)
    raise_if_any(ManuscriptError, _mistakes(left, located, shown))
    return LocatedAddresses(left, shown, located.places)


def _mistakes(left: LeftAddresses, located: Located, path: str) -> Iterator[Finding]:
    for (key, number, field), address in _addresses(left):
        if not _is_page(address):
            message = say("“%(address)s” is no address of a page", address=address)
            hint = say("write it as it stands behind the site’s name: /2024-04-15/01/03/")
            yield Finding("bad-address", path, message, hint, *located.places[key, number, field])
    seen: set[str] = set()
    endless = set(loops({move.address: move.to for move in left.moved}))
    for (key, number, field), address in _addresses(left):
        place = located.places[key, number, field]
        if field != "address":
            continue
        if address in seen:
            message = say("%(address)s is in two entries", address=address)
            yield Finding("left-twice", path, message, say("keep the one that holds"), *place)
        elif key == "moved" and address in endless:
            message = say("the moves from %(address)s lead round in a circle", address=address)
            hint = say("take out the entry of the address where the article is now")
            yield Finding("endless-moves", path, message, hint, *place)
        seen.add(address)


def _is_page(address: str) -> bool:
    """Whether `address` is the path of a page that a site can have."""
    parts = address.split("/")
    is_short = len(parts) <= _MOST_PARTS and all(len(part.encode()) <= _MOST_BYTES for part in parts)
    return is_short and _PAGE.fullmatch(address) is not None


def _addresses(left: LeftAddresses) -> Iterator[tuple[tuple[str, int, str], str]]:
    """Yield the route and the text of each address in the file."""
    for number, move in enumerate(left.moved):
        yield ("moved", number, "address"), move.address
        yield ("moved", number, "to"), move.to
    for number, withdrawal in enumerate(left.withdrawn):
        yield ("withdrawn", number, "address"), withdrawal.address
