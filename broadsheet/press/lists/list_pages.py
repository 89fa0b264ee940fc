"""The pages of lists: sections, columns, authors and tags.

A section's pages are numbered from its oldest article. A full page names its neighbours by number and no total, so it
changes once more at most: when the page after it begins. docs/decisions/0004-sealed-lists.md has the reasons.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
from markupsafe import Markup

from broadsheet.press.edition.records import KINDS, Record
from broadsheet.press.feeds.channel import Channel
from broadsheet.press.feeds.feeds import FEED_KINDS, feed_links
from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.list_links import list_parts, names_parts
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.views.archive import ListView, PaginationView
from broadsheet.press.views.site import Link

NEWEST = 0
"""The number of the page that has none: the newest articles, or a whole column."""

_FIRST_PAGE_THAT_FILLS = 1


class Listing(msgspec.Struct, frozen=True):
    """A list: one section, column, author or tag, with the number of its articles.

    `kind` is one of KINDS; `parts` is the address, in parts, of the page of its newest articles. An article's position
    in a list is its index, counted from the oldest article, from 0.
    """

    kind: str
    title: str
    parts: tuple[str, str]
    count: int
    paper: Paper

    @property
    def key(self) -> tuple[str, str]:
        """Its kind and name, which no other list has."""
        return (self.kind, self.title)

    @property
    def last(self) -> int:
        """The number of its last numbered page; 0 for a list that fits on one page, and for a column."""
        if self.kind == "column" or self.count <= self.paper.list_length:
            return NEWEST
        return self.number_at(self.count - 1)

    @property
    def numbers(self) -> range:
        """Its pages: the newest articles, then the numbered pages; each has at least one article."""
        return range(self.last + 1)

    def number_at(self, position: int) -> int:
        """Return the number of the page that holds, or will hold, the article at `position`."""
        return position // self.paper.list_length + _FIRST_PAGE_THAT_FILLS

    def positions(self, number: int) -> tuple[int, int]:
        """Return the position of the first article of a page, and the one after its last."""
        size = self.paper.list_length
        if number:
            return (number - 1) * size, min(number * size, self.count)
        return (0 if self.kind == "column" else max(0, self.count - size)), self.count

    def href(self, number: int = NEWEST) -> str:
        """Return the link of the page `number`."""
        return self.paper.links.page(*self.parts, *([str(number)] if number else []))

    def hrefs(self) -> Iterator[str]:
        """Yield the links of all its pages."""
        newest = self.href()
        yield newest
        yield from (f"{newest}{number}/" for number in self.numbers if number)

    def file(self, number: int) -> str:
        """Return the file of the page `number`, a path below output/."""
        return page_file(*self.parts, *([str(number)] if number else []))

    @property
    def channel(self) -> Channel:
        """The channel of its feeds, if it has any."""
        return Channel(f"{self.paper.sitename} {self.title}", self.parts)

    @property
    def has_feeds(self) -> bool:
        """Whether it has feeds; tags, and lists without an article, have none."""
        return self.kind in FEED_KINDS and self.count > 0

    def sheet(self, number: int, records: Sequence[Record]) -> Sheet:
        """Return the sheet of the page `number`; `records` are its articles, oldest first."""
        if self.kind == "column":
            return _sheet(self, tuple(record.card for record in records), None)
        if number:
            return _sheet(self, self._newest_first(records, number), self._numbered(number))
        if not self.last:
            return _sheet(self, self._newest_first(records, NEWEST), None)
        newest = Link(text=self.paper.words.newest_list, href="")
        older = _numbered_link(self, self.number_at(self.positions(NEWEST)[0] - 1), self.paper.words.older)
        return _sheet(
            self,
            self._newest_first(records, NEWEST),
            PaginationView(number=NEWEST, newer=newest, older=older),
        )

    def is_index(self, number: int) -> bool:
        """Whether the page `number` is an index, with a line for each article: an article has several tags, and old pages add up."""
        return self.kind == "tag" or number != NEWEST

    def _newest_first(self, records: Sequence[Record], number: int) -> tuple[Markup, ...]:
        """Return the HTML of the articles of a page, the newest day first, and those of one day in print order."""
        days = [tuple(day) for _, day in groupby(records, key=lambda record: record.address.date)]
        newest = (record for day in reversed(days) for record in day)
        return tuple(record.line if self.is_index(number) else record.card for record in newest)

    def _numbered(self, number: int) -> PaginationView:
        words = self.paper.words
        newer = (
            _numbered_link(self, number + 1, words.newer)
            if number < self.last
            else Link(text=words.newest_list, href=self.href())
        )
        return PaginationView(number=number, newer=newer, older=_numbered_link(self, number - 1, words.older))


def listings(totals: Mapping[str, Mapping[str, int]], paper: Paper) -> Iterator[Listing]:
    """Yield all lists; `totals` are the numbers of their articles, by kind and name.

    Sections that every page links to are lists even without an article.
    """
    in_nav = {"section": dict.fromkeys(paper.section_nav, 0)}
    for kind in KINDS:
        for name, count in {**in_nav.get(kind, {}), **totals[kind]}.items():
            yield Listing(kind, name, list_parts(kind, name, paper), count, paper)


def _numbered_link(listed: Listing, number: int, text: str) -> Link:
    if not number:
        return Link(text=listed.paper.words.oldest_list, href="")
    return Link(text=text, href=listed.href(number))


def _sheet(listed: Listing, articles: tuple[Markup, ...], pagination: PaginationView | None) -> Sheet:
    number = pagination.number if pagination else NEWEST
    words = listed.paper.words
    kind = words.kinds[listed.kind]
    title = words.numbered_list(listed.title, number) if number else listed.title
    href = listed.href(number)
    return Sheet(
        file=listed.file(number),
        template=listed.kind,
        head=head(
            f"{title} - {listed.paper.sitename}",
            description=words.list_description(kind, title),
            canonical=listed.paper.links.absolute(href),
            feeds=feed_links(listed.channel, listed.paper) if listed.has_feeds else (),
        ),
        views={
            "listing": ListView(
                title=listed.title,
                kind=kind,
                names_href=listed.paper.links.page(*names_parts(listed.kind)),
                href=href,
                articles=articles,
                is_index=listed.is_index(number),
                pagination=pagination,
            )
        },
    )
