"""The feeds that changed editions change, made from the build cache, so that no other edition is read."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice

import msgspec

from broadsheet.press.edition.records import Marks, unpacked_marks
from broadsheet.press.feeds.channel import paper_channel
from broadsheet.press.feeds.entries import Entry
from broadsheet.press.feeds.feeds import FeedItem, feed_dates, feed_files, feed_item, feeds
from broadsheet.press.lists.list_index import StaleLists
from broadsheet.press.lists.list_pages import Listing
from broadsheet.press.paper.settings import Paper
from broadsheet.press.plan.cache.build_cache import BuildCache
from broadsheet.press.plan.cache.rows import Row

_MOST_ITEMS = 256  # an item takes some 15 KB


def stale_feeds(
    rows: Mapping[str, Row], stale: StaleLists, build_cache: BuildCache, paper: Paper
) -> Iterator[tuple[str, bytes]]:
    """Yield path below output/ and bytes of the paper's feeds and those of stale lists.

    `rows` are the editions that readers see, by date.
    """
    counts = [(date, row.shown) for date, row in sorted(rows.items())]
    decode = msgspec.msgpack.Decoder(Entry).decode

    @lru_cache(maxsize=_MOST_ITEMS)
    def item(date: str, place: int) -> FeedItem:
        return feed_item(decode(build_cache.entry(date, place)), paper)

    newest = [item(date, place) for date in feed_dates(counts, paper) for place in range(rows[date].shown)]
    yield from feeds(paper_channel(paper), newest, paper)
    marks = cache(lambda date: unpacked_marks(build_cache.part(date, "marks")))
    for listing in stale.with_stale_feeds():
        places = islice(_newest(listing, stale, marks), paper.feed_length)
        yield from feeds(listing.channel, [item(*place) for place in places], paper)


def all_feed_files(stale: StaleLists, paper: Paper) -> Iterator[str]:
    """Yield the files of all feeds, changed or not: paths below output/."""
    yield from feed_files(paper_channel(paper))
    for listing in stale.lists:
        if listing.has_feeds:
            yield from feed_files(listing.channel)


def _newest(listing: Listing, stale: StaleLists, marks: Callable[[str], Marks]) -> Iterator[tuple[str, int]]:
    """Yield the articles of a list as (date, place in the edition): the newest day first, each day in print order."""
    kind, name = listing.key
    for date in stale.newest(listing):
        yield from ((date, place) for place in marks(date).places[kind][name])
