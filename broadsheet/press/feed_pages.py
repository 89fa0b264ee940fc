"""The feeds that a change of editions reaches, made of what the catalogue keeps: no edition is read again for a feed."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from broadsheet.press.catalogue import Catalogue, Row
from broadsheet.press.feed_entries import Entry
from broadsheet.press.feed_place import FeedPlace
from broadsheet.press.feeds import feed_dates, feed_files, feeds
from broadsheet.press.list_index import StaleLists
from broadsheet.press.settings import Paper


def paper_place(paper: Paper) -> FeedPlace:
    """Return where the paper's own feeds stand."""
    return FeedPlace(paper.sitename)


def stale_feeds(
    rows: Mapping[str, Row], stale: StaleLists, catalogue: Catalogue, paper: Paper
) -> Iterator[tuple[str, bytes]]:
    """Yield the paper's feeds and those of stale lists, each as its file and its bytes; `rows` are all editions shown."""
    counts = [(date, row.shown) for date, row in sorted(rows.items())]
    newest = (entry for date in feed_dates(counts, paper) for entry in catalogue.entries(date))
    yield from feeds(paper_place(paper), _unpacked(newest), paper)
    for listing in stale.with_stale_feeds():
        packed = catalogue.newest_entries(*listing.key, paper.feed_length)
        yield from feeds(listing.feed_place, _unpacked(packed), paper)


def all_feed_files(stale: StaleLists, paper: Paper) -> Iterator[str]:
    """Yield the files of all feeds, those that did not change too."""
    yield from feed_files(paper_place(paper))
    for listing in stale.lists:
        if listing.has_feeds:
            yield from feed_files(listing.feed_place)


def _unpacked(entries: Iterable[bytes]) -> tuple[Entry, ...]:
    decode = msgspec.msgpack.Decoder(Entry).decode
    return tuple(decode(entry) for entry in entries)
