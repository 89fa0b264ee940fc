"""The feeds of the paper, and of each section, column and author: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, full text.

A list's feed holds the newest articles. The paper's holds editions, whole or not at all. No feed names this machine's
clock: its dates are the editions' own.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from broadsheet.press.feed_atom import atom_feed
from broadsheet.press.feed_entries import Entry
from broadsheet.press.feed_json import json_feed
from broadsheet.press.feed_place import FeedPlace
from broadsheet.press.feed_rss import rss_feed
from broadsheet.press.settings import Paper
from broadsheet.press.views import FeedLink

FEED_KINDS = ("section", "column", "author")
"""The kinds of lists that have feeds."""


class FeedFormat(NamedTuple):
    """A kind of feed: the name of its file, its media type, what readers call it, and who writes it."""

    file: str
    media_type: str
    name: str
    write: Callable[[FeedPlace, Sequence[Entry], Paper], bytes]


FORMATS = (
    FeedFormat("feed.xml", "application/atom+xml", "Atom", atom_feed),
    FeedFormat("rss.xml", "application/rss+xml", "RSS", rss_feed),
    FeedFormat("feed.json", "application/feed+json", "JSON", json_feed),
)


def feed_files(place: FeedPlace) -> list[str]:
    """Return the files of the feeds that stand at `place`."""
    return [place.file(made.file) for made in FORMATS]


def feed_links(place: FeedPlace, paper: Paper) -> tuple[FeedLink, ...]:
    """Return the links of the feeds that stand at `place`."""
    return tuple(
        FeedLink(
            text=made.name,
            media_type=made.media_type,
            title=place.title,
            href=paper.links.at(place.file(made.file)),
        )
        for made in FORMATS
    )


def feeds(place: FeedPlace, newest_first: Sequence[Entry], paper: Paper) -> Iterator[tuple[str, bytes]]:
    """Yield each feed of the given articles, at least one, as its file and its bytes."""
    for made in FORMATS:
        yield place.file(made.file), made.write(place, newest_first, paper)


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
