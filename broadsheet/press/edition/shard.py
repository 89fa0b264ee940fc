"""An edition as a shard: all that its pages depend on, besides settings and theme.

No page of an edition depends on the content of another, so publishing the next edition leaves older ones as they are;
only a front links to the dates of its neighbours.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

import msgspec

from broadsheet.model.address import Address
from broadsheet.press.copy.galley import Galley, SetEdition
from broadsheet.press.copy.page_maps import SetPageMap


class MadeUpPage(msgspec.Struct, frozen=True):
    """A printed page with its galleys in print order, at least one, and its page map, if it has one.

    `name` and `page_editor` are "" when unknown.
    """

    address: Address
    name: str
    page_editor: str
    galleys: tuple[Galley, ...]
    page_map: SetPageMap | None


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """An edition with its printed pages, and the dates of its neighbours; None at the ends of the archive."""

    set_edition: SetEdition
    pages: tuple[MadeUpPage, ...]
    previous: dt.date | None
    next: dt.date | None

    @property
    def address(self) -> Address:
        """The edition's address."""
        return self.set_edition.edition.address


def made_up(edition: SetEdition, previous: dt.date | None, following: dt.date | None) -> Shard:
    """Return `edition` made up: its galleys placed on printed pages, between its neighbours' dates."""
    return Shard(set_edition=edition, pages=tuple(_made_up(edition)), previous=previous, next=following)


def _made_up(edition: SetEdition) -> Iterator[MadeUpPage]:
    facts = edition.edition.facts
    for address, galleys in groupby(edition.galleys, key=lambda galley: galley.address.on_page()):
        printed = facts.pages.get(address.page)
        name, page_editor = (printed.name, printed.page_editor) if printed else ("", "")
        page_map = edition.page_maps.get(address.page)
        yield MadeUpPage(address, name, page_editor, tuple(galleys), page_map)
