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

from broadsheet.ingest.web.walk import value_of

_SOURCES = frozenset(
    {"source", "contentsource", "mediaid", "og:site_name", "publisher", "article:author", "og:article:author"}
)
_AUTHORS = frozenset({"author", "article:author", "og:article:author", "byl", "dc.creator"})
_TITLES = frozenset({"og:title", "articletitle", "twitter:title", "headline"})
_FOUNDER = ("enpproperty", "-->")
_FOUNDER_PART = re.compile(r"<(?:founder-)?(title|introtitle|subtitle|author)>([^<]*)")
_LABEL = re.compile(r"^\s*(?:来源|作者)\s*[：:]\s*")


class Declared(NamedTuple):
    """What the page says it is called, who wrote it and where it is from; kicker and deck where a digital paper says so."""

    titles: str
    authors: frozenset[str]
    sources: frozenset[str]
    kickers: frozenset[str] = frozenset()
    decks: frozenset[str] = frozenset()


def declared_by(root: Tag, html: str) -> Declared:
    """Return what the page under `root`, whose file is `html`, declares."""
    pairs = [*_meta(root), *_linked_data(root)]
    parts = list(_founder(html))
    titles = [root.title.get_text() if root.title else "", *_of(pairs, _TITLES), *_of(parts, {"title"})]
    return Declared(
        titles=" | ".join(titles),
        authors=frozenset((*_of(pairs, _AUTHORS), *_of(parts, {"author"}))),
        sources=frozenset(_of(pairs, _SOURCES)),
        kickers=frozenset(_of(parts, {"introtitle"})),
        decks=frozenset(_of(parts, {"subtitle"})),
    )


def _of(pairs: list[tuple[str, str]], names: set[str] | frozenset[str]) -> list[str]:
    return [_LABEL.sub("", value).strip() for name, value in pairs if name in names and value.strip()]


def _meta(root: Tag) -> Iterator[tuple[str, str]]:
    for tag in root.find_all("meta"):
        name = value_of(tag, "property") or value_of(tag, "name")
        yield name.lower(), value_of(tag, "content")


def _linked_data(root: Tag) -> Iterator[tuple[str, str]]:
    """Yield authors and publishers of JSON-LD; a block that is no JSON says nothing."""
    for tag in root.find_all("script", type="application/ld+json"):
        try:
            found = json.loads(tag.string or "")
        except (ValueError, RecursionError):
            continue
        for item in found if isinstance(found, list) else [found]:
            if isinstance(item, dict):
                yield from _named(item)


def _named(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, name in (("headline", "headline"), ("author", "author"), ("publisher", "publisher")):
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            text = one.get("name") if isinstance(one, dict) else one
            if isinstance(text, str):
                yield name, text


def _founder(html: str) -> Iterator[tuple[str, str]]:
    start = html.find(_FOUNDER[0])
    if start >= 0:
        comment = html[start : html.find(_FOUNDER[1], start)]
        yield from _FOUNDER_PART.findall(comment)
