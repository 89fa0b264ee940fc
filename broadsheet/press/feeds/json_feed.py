"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from broadsheet.press.feeds.channel import Channel, publication_time
from broadsheet.press.feeds.entries import Entry
from broadsheet.press.paper.settings import Paper

JSON_FILE = "feed.json"
_VERSION = "https://jsonfeed.org/version/1.1"


class _Author(msgspec.Struct, frozen=True):
    name: str


class _Item(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: str
    url: str
    title: str
    content_html: str
    summary: str = ""
    date_published: str
    date_modified: str = ""
    authors: tuple[_Author, ...] = ()
    tags: tuple[str, ...] = ()


class _Feed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str = ""
    language: str
    authors: tuple[_Author, ...] = ()
    items: tuple[msgspec.Raw, ...]


def json_feed(channel: Channel, items: Iterable[bytes], _updated: dt.date, paper: Paper) -> bytes:
    """Return the feed of `items`, made by `json_item`, newest first; the format has no date of the last change."""
    feed = _Feed(
        version=_VERSION,
        title=channel.title,
        home_page_url=channel.page_href(paper),
        feed_url=channel.href(JSON_FILE, paper),
        description=paper.paper_tagline,
        language=paper.default_lang,
        authors=(_Author(paper.publisher or paper.sitename),),
        items=tuple(map(msgspec.Raw, items)),
    )
    return msgspec.json.encode(feed) + b"\n"


def json_item(entry: Entry, paper: Paper) -> bytes:
    """Return an article as an item, the same in every feed."""
    is_corrected = entry.updated != entry.published
    item = _Item(
        id=entry.href,
        url=entry.href,
        title=entry.title,
        content_html=entry.html,
        summary=entry.summary,
        date_published=publication_time(entry.published, paper).isoformat(),
        date_modified=publication_time(entry.updated, paper).isoformat() if is_corrected else "",
        authors=tuple(map(_Author, entry.authors)),
        tags=entry.terms,
    )
    return msgspec.json.encode(item)
