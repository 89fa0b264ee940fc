"""What the lists need of each edition: sections, columns, authors, calendars and sitemaps are made of this alone.

It lives in memory while a build makes everything; it holds plain records so that it can be kept between builds.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from broadsheet.model.address import Address
from broadsheet.press.shards import Shard
from broadsheet.press.slugs import normal_name
from broadsheet.press.views import CardView, EditionView


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An article as lists show it; its address is its sort key, `path` its manuscript for messages."""

    address: Address
    path: str
    card: CardView
    section: str
    column: str
    authors: tuple[str, ...]


class EditionRecord(msgspec.Struct, frozen=True):
    """An edition as lists show it: its date, its printed pages, its articles in print order."""

    date: dt.date
    pages: tuple[int, ...]
    articles: tuple[Record, ...]


class Catalogue(msgspec.Struct, frozen=True):
    """The records of all editions, oldest first."""

    editions: tuple[EditionRecord, ...]

    @property
    def articles(self) -> Iterable[Record]:
        """All articles in print order, oldest first."""
        return (record for edition in self.editions for record in edition.articles)

    def by_section(self) -> Mapping[str, list[Record]]:
        """Return the articles of each section, oldest first."""
        return _grouped((record.section, record) for record in self.articles)

    def by_column(self) -> Mapping[str, list[Record]]:
        """Return the articles of each column, oldest first."""
        return _grouped((record.column, record) for record in self.articles)

    def by_author(self) -> Mapping[str, list[Record]]:
        """Return the articles of each author, oldest first."""
        return _grouped((name, record) for record in self.articles for name in record.authors)


def edition_record(shard: Shard, view: EditionView) -> EditionRecord:
    """Return what lists need of an edition."""
    return EditionRecord(
        date=shard.address.date,
        pages=tuple(page.address.page for page in shard.pages),
        articles=tuple(
            Record(
                address=galley.address,
                path=galley.path,
                card=card,
                section=galley.section,
                column=normal_name(galley.article.column),
                authors=tuple(dict.fromkeys(map(normal_name, galley.article.authors))),
            )
            for page, page_view in zip(shard.pages, view.pages, strict=True)
            for galley, card in zip(page.galleys, page_view.cards, strict=True)
        ),
    )


def _grouped(items: Iterable[tuple[str, Record]]) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = {}
    for name, record in items:
        if name:
            groups.setdefault(name, []).append(record)
    return groups
