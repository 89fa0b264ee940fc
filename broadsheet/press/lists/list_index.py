"""Which articles are in which list: numbers by edition, from which stale pages follow without reading articles."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from broadsheet.press.edition.records import KINDS, EditionArticles, Mark, Marks, Record, unpacked_counts
from broadsheet.press.lists.list_pages import NEWEST, Listing, listings
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.sheet import Sheet

ListCounts = dict[str, dict[str, dict[str, int]]]
"""How many articles each edition gives to a list: by kind, name and date, oldest first."""


def list_counts(editions: Mapping[str, bytes]) -> ListCounts:
    """Return the counts of all lists; `editions` maps dates, oldest first, to packed `Counts`."""
    found: ListCounts = {kind: {} for kind in KINDS}
    for date, counts in editions.items():
        for kind, names in unpacked_counts(counts).items():
            for name, number in names.items():
                found[kind].setdefault(name, {})[date] = number
    return found


class _Tally(NamedTuple):
    """One list: the dates of the editions with its articles, oldest first, and running totals of those articles.

    `older[n]` is the number of articles in editions before `dates[n]`; the last item is the number of all.
    """

    dates: tuple[str, ...]
    older: tuple[int, ...]

    def before(self, date: str) -> int:
        """Return the number of articles in editions before `date`."""
        return self.older[bisect_left(self.dates, date)]

    def between(self, start: int, stop: int) -> tuple[str, ...]:
        """Return the dates of the editions with the articles at the positions `start` to `stop` - 1, oldest first."""
        return self.dates[bisect_right(self.older, start) - 1 : bisect_left(self.older, stop)]


class StaleLists:
    """The pages and feeds of lists that are stale: those that changed editions change.

    `lists` are all lists; `numbers` are the numbers of the stale pages and `feeds` the stale feeds, by a list's key.
    """

    def __init__(self, counts: ListCounts, paper: Paper) -> None:
        self.paper = paper
        self.counts = counts
        self.lists = tuple(listings({kind: _totals(names) for kind, names in counts.items()}, paper))
        self.numbers: dict[tuple[str, str], set[int]] = {}
        self.feeds: set[tuple[str, str]] = set()
        self._tallies: dict[tuple[str, str], _Tally] = {}

    def everything(self) -> None:
        """Add every page and feed of every list to the stale ones."""
        for listing in self.lists:
            self.numbers[listing.key] = set(listing.numbers)
            self.feeds.add(listing.key)

    def edition(self, date: str, before: Marks, after: Marks) -> None:
        """Add what the change of one edition makes stale; `before` and `after` are the marks of its articles.

        Where articles were added or removed, later pages are stale too, since their articles move. A feed is stale where
        fewer articles than it holds are newer than the edition.
        """
        for listing in self.lists:
            old, new = before.of(*listing.key), after.of(*listing.key)
            if old == new:
                continue
            start = self._tally(listing.key).before(date)
            self.numbers.setdefault(listing.key, set()).update(_reached(listing, start, old, new))
            if listing.count - start - len(new) < self.paper.feed_length:
                self.feeds.add(listing.key)

    def with_stale_feeds(self) -> Iterator[Listing]:
        """Yield the lists whose feeds are stale."""
        return (listing for listing in self.lists if listing.has_feeds and listing.key in self.feeds)

    def newest(self, listing: Listing) -> Iterator[str]:
        """Yield the dates of the editions with articles of a list, newest first."""
        return reversed(self._tally(listing.key).dates)

    def dates(self) -> list[str]:
        """Return the dates of the editions whose articles are on stale pages, oldest first."""
        found: set[str] = set()
        for listing in self._stale():
            tally = self._tally(listing.key)
            for number in self.numbers[listing.key]:
                found.update(tally.between(*listing.positions(number)))
        return sorted(found)

    def sheets(self, editions: Iterable[EditionArticles]) -> Iterator[Sheet]:
        """Yield the sheets of stale pages; `editions` are those of `dates`, in that order.

        Each sheet is yielded as soon as all its articles are read, so that few are in memory.
        """
        stale = {listing.key: listing for listing in self._stale()}
        waiting: dict[tuple[str, str], dict[int, list[Record]]] = {
            key: {number: [] for number in self.numbers[key]} for key in stale
        }
        for edition in editions:
            date = edition.date.isoformat()
            for key, records in edition.by_list().items():
                if key in stale:
                    yield from _put(records, stale[key], self._tally(key).before(date), waiting[key])
        for key, pages in waiting.items():
            for number, records in pages.items():
                yield stale[key].sheet(number, records)

    def _tally(self, key: tuple[str, str]) -> "_Tally":
        if key not in self._tallies:
            dates = self.counts[key[0]].get(key[1], {})
            self._tallies[key] = _Tally(tuple(dates), (0, *accumulate(dates.values())))
        return self._tallies[key]

    def _stale(self) -> Iterator[Listing]:
        return (listing for listing in self.lists if self.numbers.get(listing.key))


def _totals(names: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    return {name: sum(dates.values()) for name, dates in names.items()}


def _reached(listing: Listing, start: int, old: Sequence[Mark], new: Sequence[Mark]) -> set[int]:
    pairs = enumerate(zip(old, new, strict=False))
    differing = [n for n, (before, after) in pairs if before.shown != after.shown]
    first = differing[0] if differing else min(len(old), len(new))
    if len(old) != len(new):
        # The page before the first place that differs may get or lose a neighbour.
        lowest = listing.number_at(max(start + first - 1, 0))
        return {NEWEST, *(n for n in listing.numbers if n >= lowest)}
    reached = {listing.number_at(start + n) for n in differing}
    return {NEWEST, *reached} & set(listing.numbers) if reached else set()


def _put(
    records: list[Record], listing: Listing, position: int, pages: dict[int, list[Record]]
) -> Iterator[Sheet]:
    """Add an edition's articles of a list, the first at `position`, to its stale `pages`; yield those that are complete."""
    last = position + len(records) - 1
    for number in (NEWEST, *range(listing.number_at(position), listing.number_at(last) + 1)):
        if number in pages:
            start, stop = listing.positions(number)
            pages[number] += records[max(start - position, 0) : max(stop - position, 0)]
            if stop - 1 <= last:
                yield listing.sheet(number, pages.pop(number))
