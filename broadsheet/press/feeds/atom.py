"""Atom (RFC 4287)."""

import datetime as dt
from collections.abc import Iterable

from broadsheet.press.feeds.channel import Channel, publication_time
from broadsheet.press.feeds.entries import Entry
from broadsheet.press.files.xml_file import character_data, element, escape_xml, xml_document
from broadsheet.press.paper.settings import Paper

ATOM_FILE = "feed.xml"


def atom_feed(channel: Channel, items: Iterable[bytes], updated: dt.date, paper: Paper) -> bytes:
    """Return the feed of `items`, made by `atom_item`, newest first; `updated` is the date of its last change."""
    home = channel.page_href(paper)
    author = paper.publisher or paper.sitename
    head = (
        element("title", channel.title),
        element("subtitle", paper.paper_tagline) if paper.paper_tagline else "",
        element("link", rel="alternate", type="text/html", href=home),
        element("link", rel="self", type="application/atom+xml", href=channel.href(ATOM_FILE, paper)),
        element("id", home),
        element("updated", publication_time(updated, paper).isoformat()),
        element("author", markup=element("name", author)),
        element("rights", paper.copyright) if paper.copyright else "",
    )
    root = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": paper.default_lang}
    return xml_document("feed", b"".join(("".join(head).encode(), *items)), root)


def atom_item(entry: Entry, paper: Paper) -> bytes:
    """Return an article as an <entry>, the same in every feed."""
    href = escape_xml(entry.href)
    authors = "".join([f"<author><name>{escape_xml(name)}</name></author>" for name in entry.authors])
    terms = "".join([f'<category term="{escape_xml(term)}"/>' for term in entry.terms])
    return (
        f"<entry><title>{escape_xml(entry.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{href}"/><id>{href}</id>'
        f"<published>{publication_time(entry.published, paper).isoformat()}</published>"
        f"<updated>{publication_time(entry.updated, paper).isoformat()}</updated>{authors}{terms}"
        f'<summary>{escape_xml(entry.summary)}</summary><content type="html">{character_data(entry.html)}</content></entry>'
    ).encode()
