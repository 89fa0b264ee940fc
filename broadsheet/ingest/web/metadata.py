"""What a page declares about itself in its head: evidence for what its lines are, and never text of the article.

Read are the title, Open Graph (ogp.me), `meta` names in use on Chinese sites (among them those of
government sites: ArticleTitle, ContentSource, Author), JSON-LD (schema.org) and the comment in which Founder's
digital papers name the parts of an article.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from bs4.element import Tag

from broadsheet.ingest.web.markup.walk import value_of
from broadsheet.lexicon.web_pages import DAY_NAMES, DIGITAL_PAPER, SITE

_SOURCES = frozenset(
    {"source", "contentsource", "mediaid", "og:site_name", "publisher", "article:author", "og:article:author"}
)
_PERSON = "a person"
_PUBLISHER = "a publisher"
_AUTHORS = frozenset({"author", "article:author", "og:article:author", "byl", "dc.creator"})
_TITLES = frozenset({"og:title", "articletitle", "twitter:title", "headline"})
_FOUNDER = ("enpproperty", "-->")
_FOUNDER_PART = re.compile(r"<(?:founder-)?(title|introtitle|subtitle|author)>([^<]*)")
_DAY = re.compile(
    r"((?:19|20)\d{2})(?:[-/.年](1[0-2]|0?[1-9])[-/.月](3[01]|[12]\d|0?[1-9])|(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9]))(?!\d)"
)
_IN_ADDRESS = re.compile(
    r"/(?:[a-z]{0,6})?(20\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_LABEL = re.compile(r"^\s*(?:来源|作者)\s*[：:]\s*")
_PARTS = re.compile(r"\s*[_|｜–—]+\s*|(?<![A-Za-z0-9])-+\s*|\s*-+(?![A-Za-z0-9])\s*|\s[·»]+\s*|[·»]+\s+")
_NAME_MOST = 500  # characters that are read of each name


class Declared(NamedTuple):
    """What the page says it is called, who wrote it and where it is from; kicker and deck where a digital paper says so.

    `publishers` are the papers that linked data, or a digital paper's title, names. `names` are what the head calls the article alone, and `sites` what it calls the site. `people` are the writers whom linked data calls persons. `days` are those on which it was published, as YYYY-MM-DD: several where head and elements differ.
    """

    titles: str
    names: tuple[str, ...]
    authors: frozenset[str]
    sources: frozenset[str]
    kickers: frozenset[str] = frozenset()
    decks: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    days: tuple[str, ...] = ()

    @property
    def own_names(self) -> tuple[str, ...]:
        """The names of the page's own publisher, and then of its site, that its head gives as such."""
        return (*sorted(self.publishers), *sorted((self.sites & self.sources) - self.publishers))


def declared_by(root: Tag, html: str) -> Declared:
    """Return what the page under `root`, whose file is `html`, declares."""
    pairs = [pair for pair in (*_meta(root), *_linked_data(root)) if not _is_address(*pair)]
    parts = list(_founder(html))
    title = root.title.get_text()[:_NAME_MOST] if root.title else ""
    names = [name[:_NAME_MOST] for name in (*_of(pairs, _TITLES), *_of(parts, {"title"}))]
    return Declared(
        titles=" | ".join([title, *names]),
        names=tuple(dict.fromkeys(names)),
        authors=frozenset((*_of(pairs, _AUTHORS), *_of(parts, {"author"}))),
        sources=frozenset(_of(pairs, _SOURCES)),
        kickers=frozenset(_of(parts, {"introtitle"})),
        decks=frozenset(_of(parts, {"subtitle"})),
        sites=frozenset((*_of(pairs, {"og:site_name", "application-name"}), *_sites(title, names))),
        people=frozenset(_of(pairs, {_PERSON})),
        publishers=frozenset((*_of(pairs, {_PUBLISHER}), *_digital_papers(title, is_named=bool(parts)))),
        days=_days(root, pairs),
    )


def title_parts(title: str) -> list[str]:
    """Return the parts of a page's title: article, column and site. A hyphen in a word of letters and a dot in a name part nothing."""
    return [part.strip() for part in _PARTS.split(title) if part.strip()]


def _sites(title: str, names: list[str]) -> Iterator[str]:
    """Yield the parts of the page's title that are the site's name: by their look, at the end, or because the article's names lack them."""
    known = [name for name in names if name in title and name != title]
    parts = title_parts(title)
    begins = bool(parts) and (SITE.fullmatch(parts[0]) or DIGITAL_PAPER.search(parts[0]))
    if len(parts) > 1 and len(parts[-1]) < len(parts[0]) and not begins:
        yield DIGITAL_PAPER.sub("", parts[-1]) or parts[-1]
    for part in parts:
        beside = known and not any(part in name for name in names)
        if SITE.fullmatch(part) or (DIGITAL_PAPER.search(part) and len(parts) > 1) or (part and beside):
            yield DIGITAL_PAPER.sub("", part) or part


def _digital_papers(title: str, *, is_named: bool) -> Iterator[str]:
    """Yield the paper's name from the title of a digital paper's page: one that says so there, or in a comment (`is_named`)."""
    before = ""
    for part in title_parts(title):
        bare = DIGITAL_PAPER.sub("", part)
        if bare and (bare != part or (is_named and SITE.fullmatch(bare))):
            yield bare
        elif not bare and SITE.fullmatch(before):  # 云溪日报·电子版
            yield before
        before = part


def _days(root: Tag, pairs: list[tuple[str, str]]) -> tuple[str, ...]:
    """Return the days that the head declares; else the day of the page's `time` elements, or the one in its address."""
    times = [value_of(tag, "datetime") for tag in root.find_all("time")]
    canonical = [value_of(tag, "href") for tag in root.find_all("link", rel="canonical")]
    address = [*canonical, *_of(pairs, {"og:url"})]
    in_head = _dates(_DAY, _of(pairs, DAY_NAMES))
    of_times = _dates(_DAY, times)
    return in_head or (of_times if len(of_times) == 1 else ()) or _dates(_IN_ADDRESS, address)


def _dates(pattern: re.Pattern[str], values: list[str]) -> tuple[str, ...]:
    found = (filter(None, match.groups()) for value in values if (match := pattern.search(value)))
    return tuple(sorted({f"{year}-{int(month):02}-{int(day):02}" for year, month, day in found}))


def _is_address(name: str, value: str) -> bool:
    """Say whether the page names a writer or a source by an address on the web: that is no name."""
    return name in _AUTHORS | _SOURCES and "://" in value


def _of(pairs: list[tuple[str, str]], names: set[str] | frozenset[str]) -> list[str]:
    return [_LABEL.sub("", value).strip() for name, value in pairs if name in names and value.strip()]


def _meta(root: Tag) -> Iterator[tuple[str, str]]:
    for tag in root.find_all("meta"):
        name = value_of(tag, "property") or value_of(tag, "name") or value_of(tag, "itemprop")
        yield name.lower(), value_of(tag, "content")
    label = root.find("meta", attrs={"name": "twitter:label1", "content": "Written by"})
    data = root.find("meta", attrs={"name": "twitter:data1"}) if label else None
    if data is not None:
        yield "author", value_of(data, "content")
    for tag in root.find_all(itemprop="datePublished", content=True):
        yield "datepublished", value_of(tag, "content")


def _linked_data(root: Tag) -> Iterator[tuple[str, str]]:
    """Yield titles, authors, publishers and days of JSON-LD; a block that is no JSON says nothing."""
    for tag in root.find_all("script", type="application/ld+json"):
        try:
            found = json.loads(tag.string or "")
        except (ValueError, RecursionError):
            continue
        for item in _listed(found):
            if isinstance(item, dict):
                graph = [one for one in (item, *_listed(item.get("@graph"))) if isinstance(one, dict)]
                by_id = {one["@id"]: one for one in graph if isinstance(one.get("@id"), str)}
                for one in graph:
                    yield from _named(one, by_id)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _named(item: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for key, name in (
        ("headline", "headline"),
        ("author", "author"),
        ("publisher", "publisher"),
        ("datePublished", "datepublished"),
        ("pubDate", "datepublished"),
    ):
        for value in _listed(item.get(key)):
            one = by_id.get(str(value.get("@id")), value) if isinstance(value, dict) else value
            text = one.get("name") if isinstance(one, dict) else one
            if isinstance(text, str):
                yield name, text
                if name == "publisher":
                    yield _PUBLISHER, text
                if name == "author" and isinstance(one, dict) and one.get("@type") == "Person":
                    yield _PERSON, text


def _founder(html: str) -> Iterator[tuple[str, str]]:
    start = html.find(_FOUNDER[0])
    if start >= 0:
        comment = html[start : html.find(_FOUNDER[1], start)]
        yield from _FOUNDER_PART.findall(comment)
