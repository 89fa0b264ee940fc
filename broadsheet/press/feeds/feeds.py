"""The feeds of the paper, and of each section, column and author, in three formats with the full text.

The feed of a list holds its newest articles. The feed of the paper holds whole editions. Dates in feeds are those of
editions, never this machine's clock. Most articles are in several feeds, so each is put into each format once.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from broadsheet.press.feeds.atom import ATOM_FILE, atom_feed, atom_item
from broadsheet.press.feeds.channel import Channel
from broadsheet.press.feeds.entries import Entry
from broadsheet.press.feeds.json_feed import JSON_FILE, json_feed, json_item
from broadsheet.press.feeds.rss import RSS_FILE, rss_feed, rss_item
from broadsheet.press.paper.settings import Paper
from broadsheet.press.views.site import FeedLink

FEED_KINDS = ("section", "column", "author")
"""The kinds of lists that have feeds."""


class FeedFormat(NamedTuple):
    """A format of feeds: the name of its files, its media type, the name that readers see.

    `item` makes the bytes of one article, `feed` those of a feed of such items.
    """

    file: str
    media_type: str
    name: str
    item: Callable[[Entry, Paper], bytes]
    feed: Callable[[Channel, Iterable[bytes], dt.date, Paper], bytes]


FORMATS = (
    FeedFormat(ATOM_FILE, "application/atom+xml", "Atom", atom_item, atom_feed),
    FeedFormat(RSS_FILE, "application/rss+xml", "RSS", rss_item, rss_feed),
    FeedFormat(JSON_FILE, "application/feed+json", "JSON", json_item, json_feed),
)


class FeedItem(NamedTuple):
    """An article as bytes in each of FORMATS, in their order, and the date of its last change."""

    updated: dt.date
    formats: tuple[bytes, ...]


def feed_item(entry: Entry, paper: Paper) -> FeedItem:
    """Return an article in each of FORMATS."""
    return FeedItem(entry.updated, tuple(feed_format.item(entry, paper) for feed_format in FORMATS))


def feed_files(channel: Channel) -> list[str]:
    """Return the files of the feeds of a channel, paths below output/."""
    return [channel.file(feed_format.file) for feed_format in FORMATS]


def feed_links(channel: Channel, paper: Paper) -> tuple[FeedLink, ...]:
    """Return the links of the feeds of a channel."""
    return tuple(
        FeedLink(
            text=feed_format.name,
            media_type=feed_format.media_type,
            title=channel.title,
            href=paper.links.at(channel.file(feed_format.file)),
        )
        for feed_format in FORMATS
    )


def feeds(channel: Channel, newest_first: Sequence[FeedItem], paper: Paper) -> Iterator[tuple[str, bytes]]:
    """Yield the path below output/ and the bytes of each feed of the articles `newest_first`, at least one."""
    updated = max(item.updated for item in newest_first)
    for n, feed_format in enumerate(FORMATS):
        items = [item.formats[n] for item in newest_first]
        yield channel.file(feed_format.file), feed_format.feed(channel, items, updated, paper)


def feed_dates(counts: Sequence[tuple[str, int]], paper: Paper) -> list[str]:
    """Return the dates of the editions in the paper's feed, newest first.

    `counts` are the dates and numbers of articles of all editions, oldest first. An edition is in the feed whole or not
    at all: the newest always, older ones as long as the feed has at most `feed_length` articles.
    """
    kept: list[str] = []
    total = 0
    for date, count in reversed(counts):
        total += count
        if kept and total > paper.feed_length:
            break
        kept.append(date)
    return kept
