"""An edition as a shard: what its pages are made of, and no more. Publishing tomorrow's paper leaves it alone.

A shard's pages follow from its galleys, the dates of its neighbours, the paper's settings and the theme.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

import msgspec

from broadsheet.model.address import Address
from broadsheet.press.copy.galley import Galley, SetEdition


class MadeUpPage(msgspec.Struct, frozen=True):
    """A printed page with its galleys in print order, at least one."""

    address: Address
    name: str
    page_editor: str
    galleys: tuple[Galley, ...]


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """An edition made up into pages, between its neighbours; None at the ends of the archive."""

    set_edition: SetEdition
    pages: tuple[MadeUpPage, ...]
    previous: dt.date | None
    next: dt.date | None

    @property
    def address(self) -> Address:
        """Where the edition stands."""
        return self.set_edition.edition.address


def made_up(edition: SetEdition, previous: dt.date | None, following: dt.date | None) -> Shard:
    """Return `edition` made up into pages, between its neighbours."""
    return Shard(set_edition=edition, pages=tuple(_made_up(edition)), previous=previous, next=following)


def _made_up(edition: SetEdition) -> Iterator[MadeUpPage]:
    facts = edition.edition.facts
    for address, galleys in groupby(edition.galleys, key=lambda galley: galley.address.on_page()):
        printed = facts.pages.get(address.page)
        name, page_editor = (printed.name, printed.page_editor) if printed else ("", "")
        yield MadeUpPage(address, name, page_editor, tuple(galleys))
