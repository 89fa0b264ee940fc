"""The entries of the feeds against the articles that they hold in full."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from broadsheet.model.finding import Finding
from broadsheet.model.message import say
from broadsheet.verification.articles import Wanted
from broadsheet.verification.editions import lost
from broadsheet.verification.ink import ink_of_html

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def feed_findings(output: Path, articles: Mapping[str, Wanted]) -> Iterator[Finding]:
    """Yield what the feeds of the site at `output` lack of `articles`, by the end of their address: `/2024-04-15/01/03/`."""
    named = (*output.rglob("feed.xml"), *output.rglob("rss.xml"), *output.rglob("feed.json"))
    for path in sorted(filter(Path.is_file, named)):  # a column may be called feed.xml, and has a folder
        for link, html in _entries(path):
            parts = urlsplit(link).path.rstrip("/").split("/")[-3:]
            article = articles.get(f"/{'/'.join(parts)}/")
            if article is None:
                message = say("no manuscript has the entry %(link)s", link=link)
                yield Finding("no-source", str(path), message, "inv build")
            elif article.body not in (text := ink_of_html(html)):
                yield lost(article, str(path), say("text"), article.body, text)


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the address and the HTML of each entry of a feed that holds it in full."""
    if path.suffix == ".json":
        for item in json.loads(path.read_bytes())["items"]:
            yield item["url"], item["content_html"]
        return
    root = etree.fromstring(path.read_bytes())
    for entry in root.iter(f"{_ATOM}entry"):
        content, link = entry.find(f"{_ATOM}content"), entry.find(f"{_ATOM}link")
        if content is not None and link is not None:
            yield link.get("href", ""), content.text or ""
    for item in root.iter("item"):
        content = item.find(_CONTENT)
        if content is not None:
            yield item.findtext("link", ""), content.text or ""
