"""A feed in the form of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from broadsheet.press.feeds.entries import Entry
from broadsheet.press.feeds.place import FeedPlace, moment
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


def json_feed(place: FeedPlace, items: Iterable[bytes], _updated: dt.date, paper: Paper) -> bytes:
    """Return the feed of the given items, the newest first; this form has no day of its last change."""
    feed = _Feed(
        version=_VERSION,
        title=place.title,
        home_page_url=place.page_href(paper),
        feed_url=place.href(JSON_FILE, paper),
        description=paper.paper_tagline,
        language=paper.default_lang,
        authors=(_Author(paper.publisher or paper.sitename),),
        items=tuple(map(msgspec.Raw, items)),
    )
    return msgspec.json.encode(feed) + b"\n"


def json_item(entry: Entry, paper: Paper) -> bytes:
    """Return an article as it stands in every feed."""
    is_corrected = entry.updated != entry.published
    item = _Item(
        id=entry.href,
        url=entry.href,
        title=entry.title,
        content_html=entry.html,
        summary=entry.summary,
        date_published=moment(entry.published, paper).isoformat(),
        date_modified=moment(entry.updated, paper).isoformat() if is_corrected else "",
        authors=tuple(map(_Author, entry.authors)),
        tags=entry.terms,
    )
    return msgspec.json.encode(item)
