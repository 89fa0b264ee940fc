"""The Atom feed (RFC 4287): the newest editions, whole, with full text."""

import datetime as dt
import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import msgspec
from markupsafe import Markup

from broadsheet.press.galley import Galley
from broadsheet.press.settings import Paper
from broadsheet.press.shards import Shard
from broadsheet.press.xml_file import xml_file, xml_text

FEED_FILE = "feed.xml"

_ATOM = "http://www.w3.org/2005/Atom"
_SITE_LINK = re.compile(r"""(<(?:a|img)\b[^>]*?\s(?:href|src)=")(?=/(?!/))""")
_SOURCE = re.compile(r"<source\b[^>]*>")  # a reader of feeds takes the picture itself
_AT_PRESS_TIME = dt.time(6)


class FeedPart(msgspec.Struct, frozen=True):
    """What an edition gives to the feed: its entries as XML, and the day on which it last changed."""

    updated: dt.date
    entries: str


def feed_dates(counts: Sequence[tuple[str, int]], paper: Paper) -> list[str]:
    """Return the editions that the feed holds, newest first; `counts` are all editions' articles, oldest first.

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


def feed_part(shard: Shard, paper: Paper) -> FeedPart:
    """Return what an edition gives to the feed."""
    galleys = shard.set_edition.galleys
    entries = "".join(xml_text(_entry(galley, paper)) for galley in galleys)
    return FeedPart(max(map(_updated, galleys)), entries)


def atom_feed(newest_first: Sequence[FeedPart], paper: Paper) -> bytes:
    """Return the feed of the given editions. Its dates are the editions' own, never this machine's clock."""
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": paper.default_lang})
    home, own = paper.links.page(), paper.links.at(FEED_FILE)
    _text(feed, "title", paper.sitename)
    if paper.paper_tagline:
        _text(feed, "subtitle", paper.paper_tagline)
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": _absolute(home, paper)})
    ET.SubElement(
        feed, "link", {"rel": "self", "type": "application/atom+xml", "href": _absolute(own, paper)}
    )
    _text(feed, "id", _absolute(home, paper))
    _text(feed, "updated", _moment(max(part.updated for part in newest_first), paper))
    author = ET.SubElement(feed, "author")
    _text(author, "name", paper.publisher or paper.sitename)
    return xml_file(feed, "".join(part.entries for part in newest_first))


def _entry(galley: Galley, paper: Paper) -> ET.Element:
    entry = ET.Element("entry")
    href = _absolute(paper.links.page(*galley.address.parts), paper)
    _text(entry, "title", galley.label)
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    _text(entry, "id", href)
    _text(entry, "published", _moment(galley.address.date, paper))
    _text(entry, "updated", _moment(_updated(galley), paper))
    for name in galley.article.authors:
        _text(ET.SubElement(entry, "author"), "name", name)
    for term in (galley.section, *galley.article.tags):
        if term:
            ET.SubElement(entry, "category", {"term": term})
    _text(entry, "summary", galley.summary)
    _text(entry, "content", _full_text(galley, paper)).set("type", "html")
    return entry


def _full_text(galley: Galley, paper: Paper) -> str:
    """Return the article's text with its editor's note and photos, and links that work outside the site."""
    parts = []
    if galley.editors_note:
        note = galley.editors_note
        parts.append(Markup("<aside><p><strong>{}</strong></p>{}</aside>").format(note.label, note.html))
    parts += [
        Markup('<figure><img src="{}" alt="{}"><figcaption>{} {}</figcaption></figure>').format(
            photo.src, photo.alt, photo.caption, photo.credit
        )
        for photo in galley.photos
        if photo.src
    ]
    text = _SOURCE.sub("", "".join((*parts, galley.html)))
    return _SITE_LINK.sub(rf"\g<1>{paper.links.origin}", text)


def _updated(galley: Galley) -> dt.date:
    return max((galley.address.date, *(correction.date for correction in galley.article.corrections)))


def _moment(date: dt.date, paper: Paper) -> str:
    return dt.datetime.combine(date, _AT_PRESS_TIME, ZoneInfo(paper.timezone)).isoformat()


def _absolute(href: str, paper: Paper) -> str:
    return paper.links.absolute(href) or href


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = text
    return element
