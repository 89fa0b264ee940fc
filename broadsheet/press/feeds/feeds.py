"""The feeds of the paper, and of each section, column and author: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, full text.

A list's feed holds the newest articles. The paper's holds editions, whole or not at all. No feed names this machine's
clock: its dates are the editions' own. Most articles are in several feeds, so each is set in each form once, as an item.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from broadsheet.press.feeds.atom import ATOM_FILE, atom_feed, atom_item
from broadsheet.press.feeds.entries import Entry
from broadsheet.press.feeds.json_feed import JSON_FILE, json_feed, json_item
from broadsheet.press.feeds.place import FeedPlace
from broadsheet.press.feeds.rss import RSS_FILE, rss_feed, rss_item
from broadsheet.press.paper.settings import Paper
from broadsheet.press.views.site import FeedLink

FEED_KINDS = ("section", "column", "author")
"""The kinds of lists that have feeds."""


class FeedFormat(NamedTuple):
    """A form of feeds: the name of its file, its media type, what readers call it, and who sets items and feeds in it."""

    file: str
    media_type: str
    name: str
    item: Callable[[Entry, Paper], bytes]
    feed: Callable[[FeedPlace, Iterable[bytes], dt.date, Paper], bytes]


FORMATS = (
    FeedFormat(ATOM_FILE, "application/atom+xml", "Atom", atom_item, atom_feed),
    FeedFormat(RSS_FILE, "application/rss+xml", "RSS", rss_item, rss_feed),
    FeedFormat(JSON_FILE, "application/feed+json", "JSON", json_item, json_feed),
)


class FeedItem(NamedTuple):
    """An article set in each of the forms, and the day of its last change."""

    updated: dt.date
    forms: tuple[bytes, ...]


def feed_item(entry: Entry, paper: Paper) -> FeedItem:
    """Return an article as feeds hold it."""
    return FeedItem(entry.updated, tuple(form.item(entry, paper) for form in FORMATS))


def feed_files(place: FeedPlace) -> list[str]:
    """Return the files of the feeds that stand at `place`."""
    return [place.file(form.file) for form in FORMATS]


def feed_links(place: FeedPlace, paper: Paper) -> tuple[FeedLink, ...]:
    """Return the links of the feeds that stand at `place`."""
    return tuple(
        FeedLink(
            text=form.name,
            media_type=form.media_type,
            title=place.title,
            href=paper.links.at(place.file(form.file)),
        )
        for form in FORMATS
    )


def feeds(place: FeedPlace, newest_first: Sequence[FeedItem], paper: Paper) -> Iterator[tuple[str, bytes]]:
    """Yield each feed of the given articles, at least one, as its file and its bytes."""
    updated = max(item.updated for item in newest_first)
    for n, form in enumerate(FORMATS):
        items = [item.forms[n] for item in newest_first]
        yield place.file(form.file), form.feed(place, items, updated, paper)


def feed_dates(counts: Sequence[tuple[str, int]], paper: Paper) -> list[str]:
    """Return the editions that the paper's feed holds, newest first; `counts` are all editions' articles, oldest first.

    An edition is in the feed whole or not at all: the newest always, older ones while they fit in.
    """
    kept: list[str] = []
    total = 0
    for date, count in reversed(counts):
        total += count
        if kept and total > paper.feed_length:
            break
        kept.append(date)
    return kept
