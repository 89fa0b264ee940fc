"""Sitemaps: one a month, which no later edition touches, one of the lists, and their index."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree import ElementTree as ET

from broadsheet.model.address import Address
from broadsheet.press.catalogue import Catalogue, EditionRecord
from broadsheet.press.settings import Paper
from broadsheet.press.xml_file import xml_bytes

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_INDEX = "sitemap.xml"
_LISTS = "sitemaps/lists.xml"


def sitemap_files(
    catalogue: Catalogue, list_hrefs: Iterable[str], paper: Paper
) -> Iterator[tuple[str, bytes]]:
    """Yield each sitemap's file and bytes; `list_hrefs` are the pages that belong to no month."""
    months = []
    for month, editions in groupby(catalogue.editions, key=lambda edition: edition.date.isoformat()[:7]):
        file, records = f"sitemaps/{month}.xml", tuple(editions)
        months.append((paper.links.at(file), records[-1].date))
        yield file, _url_set(_pages_of(records, paper), paper)
    newest = catalogue.editions[-1].date
    yield _LISTS, _url_set(((href, newest) for href in list_hrefs), paper)
    yield _INDEX, _document("sitemapindex", "sitemap", [*months, (paper.links.at(_LISTS), newest)], paper)


def _pages_of(editions: Iterable[EditionRecord], paper: Paper) -> Iterator[tuple[str, dt.date]]:
    for edition in editions:
        printed = (Address(edition.date, page) for page in edition.pages)
        articles = (record.address for record in edition.articles)
        for address in (Address(edition.date), *printed, *articles):
            yield paper.links.page(*address.parts), edition.date


def _url_set(pages: Iterable[tuple[str, dt.date]], paper: Paper) -> bytes:
    return _document("urlset", "url", pages, paper)


def _document(root_tag: str, item_tag: str, items: Iterable[tuple[str, dt.date]], paper: Paper) -> bytes:
    root = ET.Element(root_tag, {"xmlns": _SCHEMA})
    for href, date in items:
        item = ET.SubElement(root, item_tag)
        ET.SubElement(item, "loc").text = paper.links.absolute(href) or href
        ET.SubElement(item, "lastmod").text = date.isoformat()
    return xml_bytes(root)
