"""Sections, columns and authors.

A section's pages are numbered from its oldest article, and a page that is full never changes again: it names its
neighbours by number and no total, and the page after it always exists, even while nothing stands on it yet.
docs/decisions/0004-sealed-lists.md has the reasons.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from broadsheet.press import words
from broadsheet.press.catalogue import Catalogue, Record
from broadsheet.press.links import page_file
from broadsheet.press.settings import Paper
from broadsheet.press.sheets import Sheet, head
from broadsheet.press.slugs import check_slugs, slug_of
from broadsheet.press.views import CardView, Link, ListView, PaginationView


class _List(msgspec.Struct, frozen=True):
    """One section, column or author; `parts` is where its newest page stands."""

    template: str
    kind: str
    title: str
    parts: tuple[str, str]
    records: Sequence[Record]
    paper: Paper

    def href(self, number: int = 0) -> str:
        return self.paper.links.page(*self.parts, *([str(number)] if number else []))


def list_sheets(catalogue: Catalogue, paper: Paper) -> Iterator[Sheet]:
    """Yield the pages of all sections, columns and authors. Raises PressError where two names share an address."""
    sections: dict[str, Sequence[Record]] = {name: [] for name in paper.section_nav} | dict(
        catalogue.by_section()
    )
    for section in _lists("section", words.SECTION, sections, paper.sections, paper):
        yield from _numbered_sheets(section)
    for column in _lists("column", words.COLUMN, catalogue.by_column(), paper.columns, paper):
        yield _sheet(column, _cards(column.records), None)
    for author in _lists("author", words.AUTHOR, catalogue.by_author(), paper.authors, paper):
        yield from _numbered_sheets(author)


def _lists(
    template: str,
    kind: str,
    groups: Mapping[str, Sequence[Record]],
    overrides: Mapping[str, str],
    paper: Paper,
) -> Iterator[_List]:
    folder = f"{template}s"
    paths = ((name, records[0].path if records else "pelicanconf.py") for name, records in groups.items())
    check_slugs(folder, paths, overrides)
    for name, records in groups.items():
        yield _List(template, kind, name, (folder, slug_of(name, overrides)), records, paper)


def _numbered_sheets(listed: _List) -> Iterator[Sheet]:
    """Yield the newest articles, then the numbered pages from the oldest: the full ones and the one being filled."""
    size = listed.paper.list_length
    full = len(listed.records) // size
    newest = Link(text=words.NEWEST_LIST, href="")
    pagination = PaginationView(number=0, newer=newest, older=_numbered_link(listed, full, words.OLDER))
    yield _sheet(listed, _newest_first(listed.records[-size:]), pagination if full else None)
    for number in range(1, full + 2 if full else 1):
        records = listed.records[(number - 1) * size : number * size]
        newer = (
            _numbered_link(listed, number + 1, words.NEWER)
            if number <= full
            else Link(text=words.NEWEST_LIST, href=listed.href())
        )
        older = _numbered_link(listed, number - 1, words.OLDER)
        yield _sheet(listed, _newest_first(records), PaginationView(number=number, newer=newer, older=older))


def _numbered_link(listed: _List, number: int, text: str) -> Link:
    return Link(text=text, href=listed.href(number)) if number else Link(text=words.OLDEST_LIST, href="")


def _sheet(listed: _List, cards: tuple[CardView, ...], pagination: PaginationView | None) -> Sheet:
    number = pagination.number if pagination else 0
    title = words.numbered_list(listed.title, number) if number else listed.title
    href = listed.href(number)
    return Sheet(
        file=page_file(*listed.parts, *([str(number)] if number else [])),
        template=listed.template,
        head=head(
            f"{title} - {listed.paper.sitename}",
            description=f"{listed.kind}：{title}",
            canonical=listed.paper.links.absolute(href),
            prev_href=pagination.older.href if pagination else "",
            next_href=pagination.newer.href if pagination else "",
        ),
        views={
            "listing": ListView(
                title=listed.title, kind=listed.kind, href=href, cards=cards, pagination=pagination
            )
        },
    )


def _cards(records: Sequence[Record]) -> tuple[CardView, ...]:
    return tuple(record.card for record in records)


def _newest_first(records: Sequence[Record]) -> tuple[CardView, ...]:
    """Return cards by date, the newest first, and those of one day in print order."""
    days = [tuple(day) for _, day in groupby(records, key=lambda record: record.address.date)]
    return tuple(record.card for day in reversed(days) for record in day)
