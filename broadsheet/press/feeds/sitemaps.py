"""Sitemaps (https://www.sitemaps.org): one for each month, one for lists, one for news, and their index.

An edition changes only the sitemap of its own month, beside the last three.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from broadsheet.model.address import Address
from broadsheet.press.edition.article_cards import headline_label
from broadsheet.press.edition.records import EditionRecord
from broadsheet.press.files.xml_file import element, escape_xml, xml_document
from broadsheet.press.paper.almanac import language_of
from broadsheet.press.paper.settings import Paper
from broadsheet.press.views.article import CardView

INDEX_FILE = "sitemap.xml"
LISTS_FILE = "sitemaps/lists.xml"
NEWS_FILE = "sitemaps/news.xml"

_NEWS_SCHEMA = "http://www.google.com/schemas/sitemap-news/0.9"
_NEWS_DAYS = 2
_MOST_NEWS = 1_000  # https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
_NEWS_LANGUAGES = {"zh-Hans": "zh-cn", "zh-Hant": "zh-tw"}
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def month_file(month: str) -> str:
    """Return the path below output/ of the sitemap of a month such as 2024-04."""
    return f"sitemaps/{month}.xml"


def edition_urls(record: EditionRecord, paper: Paper) -> str:
    """Return the <url> elements of an edition and its pages and articles, for its month."""
    pages = dict.fromkeys(line.address.on_page() for line in record.records)
    articles = (line.address for line in record.records)
    hrefs = (paper.links.page(*address.parts) for address in (Address(record.date), *pages, *articles))
    return "".join(_item("url", href, record.date.isoformat(), paper) for href in hrefs)


def url_set(urls: bytes) -> bytes:
    """Return the sitemap of the given <url> elements."""
    return xml_document("urlset", urls, {"xmlns": _SCHEMA})


def list_urls(hrefs: Iterable[str], newest: dt.date, paper: Paper) -> bytes:
    """Return the <url> elements of pages that belong to no month; `newest` is the date of the newest edition."""
    return "".join(_item("url", href, newest.isoformat(), paper) for href in hrefs).encode()


def news_dates(dates: Sequence[str]) -> list[str]:
    """Return the dates of the editions in the news sitemap: those of the newest edition's day and the day before.

    `dates` are all editions', oldest first. This machine's date does not count, so that the site depends on content alone.
    """
    first = dt.date.fromisoformat(dates[-1]) - dt.timedelta(days=_NEWS_DAYS - 1)
    return [date for date in dates if date >= first.isoformat()]


def news_sitemap(editions: Iterable[EditionRecord], paper: Paper) -> bytes:
    """Return the news sitemap, in Google's format, of the articles of `editions` that have a printed headline."""
    cards = [card for edition in editions for page in edition.view.pages for card in page.cards]
    news = (_news(card, paper) for card in cards[:_MOST_NEWS] if not card.headlines.untitled)
    return xml_document("urlset", "".join(news).encode(), {"xmlns": _SCHEMA, "xmlns:news": _NEWS_SCHEMA})


def _news(card: CardView, paper: Paper) -> str:
    publication = element("news:name", paper.sitename) + element("news:language", _news_language(paper))
    parts = (
        element("news:publication", markup=publication),
        element("news:publication_date", card.iso_date),
        element("news:title", headline_label(card.headlines, paper)),
    )
    return element(
        "url",
        markup=element("loc", paper.links.full(card.href)) + element("news:news", markup="".join(parts)),
    )


def _news_language(paper: Paper) -> str:
    """Return the language code of Google News: two letters (ISO 639), but zh-cn or zh-tw for Chinese."""
    language = language_of(paper.default_lang)
    return _NEWS_LANGUAGES.get(language.name, language.code)


def sitemap_index(dates: Iterable[str], paper: Paper) -> bytes:
    """Return the index of all sitemaps; `dates` are all editions', oldest first."""
    newest = {date[:7]: date for date in dates}
    maps = [(month_file(month), date) for month, date in newest.items()]
    maps += [(file, max(newest.values())) for file in (LISTS_FILE, NEWS_FILE)]
    items = "".join(_item("sitemap", paper.links.at(file), date, paper) for file, date in maps)
    return xml_document("sitemapindex", items.encode(), {"xmlns": _SCHEMA})


def _item(tag: str, href: str, date: str, paper: Paper) -> str:
    return f"<{tag}><loc>{escape_xml(paper.links.full(href))}</loc><lastmod>{date}</lastmod></{tag}>"
