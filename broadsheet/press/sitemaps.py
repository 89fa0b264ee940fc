"""Sitemaps: one a month, which no later edition touches, one of the lists, and their index."""

import datetime as dt
from collections.abc import Iterable

from broadsheet.model.address import Address
from broadsheet.press.records import EditionRecord
from broadsheet.press.settings import Paper
from broadsheet.press.xml_file import element, xml_document

INDEX_FILE = "sitemap.xml"
LISTS_FILE = "sitemaps/lists.xml"

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def month_file(month: str) -> str:
    """Return the file of the month `2024-04`."""
    return f"sitemaps/{month}.xml"


def edition_urls(record: EditionRecord, paper: Paper) -> str:
    """Return an edition's lines for its month."""
    pages = dict.fromkeys(line.address.on_page() for line in record.records)
    articles = (line.address for line in record.records)
    hrefs = (paper.links.page(*address.parts) for address in (Address(record.date), *pages, *articles))
    return "".join(_item("url", href, record.date.isoformat(), paper) for href in hrefs)


def url_set(urls: str) -> bytes:
    """Return a sitemap of the given lines."""
    return xml_document("urlset", urls, {"xmlns": _SCHEMA})


def list_urls(hrefs: Iterable[str], newest: dt.date, paper: Paper) -> str:
    """Return the lines of pages that belong to no month."""
    return "".join(_item("url", href, newest.isoformat(), paper) for href in hrefs)


def sitemap_index(dates: Iterable[str], paper: Paper) -> bytes:
    """Return the index of the sitemaps; `dates` are all editions', oldest first."""
    newest = {date[:7]: date for date in dates}
    maps = [(month_file(month), date) for month, date in newest.items()]
    maps.append((LISTS_FILE, max(newest.values())))
    items = "".join(_item("sitemap", paper.links.at(file), date, paper) for file, date in maps)
    return xml_document("sitemapindex", items, {"xmlns": _SCHEMA})


def _item(tag: str, href: str, date: str, paper: Paper) -> str:
    place = element("loc", paper.links.full(href))
    return element(tag, markup=f"{place}<lastmod>{date}</lastmod>")
