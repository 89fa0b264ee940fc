"""The feeds that a change of editions reaches, made of what the build cache keeps: no edition is read again for a feed."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice

import msgspec

from broadsheet.press.edition.records import Marks, unpacked_marks
from broadsheet.press.feeds.entries import Entry
from broadsheet.press.feeds.feeds import FeedItem, feed_dates, feed_files, feed_item, feeds
from broadsheet.press.feeds.place import paper_place
from broadsheet.press.lists.list_index import StaleLists
from broadsheet.press.lists.list_pages import Listing
from broadsheet.press.paper.settings import Paper
from broadsheet.press.plan.build_cache import BuildCache, Row

_MOST_ITEMS = 256  # an item takes some 15 KB


def stale_feeds(
    rows: Mapping[str, Row], stale: StaleLists, build_cache: BuildCache, paper: Paper
) -> Iterator[tuple[str, bytes]]:
    """Yield the paper's feeds and those of stale lists, each as its file and its bytes; `rows` are all editions shown."""
    counts = [(date, row.shown) for date, row in sorted(rows.items())]
    decode = msgspec.msgpack.Decoder(Entry).decode

    @lru_cache(maxsize=_MOST_ITEMS)
    def item(date: str, place: int) -> FeedItem:
        return feed_item(decode(build_cache.entry(date, place)), paper)

    newest = [item(date, place) for date in feed_dates(counts, paper) for place in range(rows[date].shown)]
    yield from feeds(paper_place(paper), newest, paper)
    marks = cache(lambda date: unpacked_marks(build_cache.part(date, "marks")))
    for listing in stale.with_stale_feeds():
        places = islice(_newest(listing, stale, marks), paper.feed_length)
        yield from feeds(listing.feed_place, [item(*place) for place in places], paper)


def all_feed_files(stale: StaleLists, paper: Paper) -> Iterator[str]:
    """Yield the files of all feeds, those that did not change too."""
    yield from feed_files(paper_place(paper))
    for listing in stale.lists:
        if listing.has_feeds:
            yield from feed_files(listing.feed_place)


def _newest(listing: Listing, stale: StaleLists, marks: Callable[[str], Marks]) -> Iterator[tuple[str, int]]:
    """Yield a list's articles, the newest day first and each day in print order, as their dates and places."""
    kind, name = listing.key
    for date in stale.newest(listing):
        yield from ((date, place) for place in marks(date).places[kind][name])
