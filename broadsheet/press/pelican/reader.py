"""Manuscripts as Pelican's articles: how Pelican reads them, and what it gives back once plugins have changed them."""

from typing import Any, Protocol

import msgspec
from markupsafe import Markup
from pelican.contents import Author, Category, Content, Tag
from pelican.readers import BaseReader, MarkdownReader, Readers
from pelican.utils import SafeDatetime

from broadsheet.model.edition import EditionFacts, section_of
from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.copy.body import BodyRenderer
from broadsheet.press.copy.copy import Copy, read_copy
from broadsheet.press.files.paths import as_typed
from broadsheet.press.paper.conf import PREVIEW_SETTINGS
from broadsheet.press.paper.words import Words


class PressArticle(Protocol):
    """Pelican's Article with the attributes that `ManuscriptReader` gives it."""

    title: str
    status: str
    metadata: dict[str, Any]
    tags: list[Tag]
    copy: Copy
    category: Category
    section: str


class ManuscriptReader(BaseReader):
    """Gives Pelican the HTML of a manuscript and, as metadata, what content plugins look for.

    `facts` are those of the edition that is read. The metadata `copy` and `section` are the press's own. Address and
    slug are given, since Pelican would work them out again at each use. An article of Pelican's always has a
    category, so without a section it gets DEFAULT_CATEGORY, which no page shows.
    """

    enabled = True
    file_extensions = []  # noqa: RUF012  or Pelican would find this class and make it of its settings alone

    def __init__(self, settings: dict[str, Any], renderer: BodyRenderer, words: Words) -> None:
        super().__init__(settings)  # type: ignore[no-untyped-call]
        self._renderer = renderer
        self._words = words
        self.facts = EditionFacts()

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Read the file at `source_path`. Raises ManuscriptError."""
        copy = read_copy(as_typed(source_path), self._renderer, self._words)
        address, article = copy.manuscript.address, copy.manuscript.article
        section = section_of(article, self.facts, address.page)
        href = address.href.lstrip("/")
        metadata: dict[str, Any] = {
            "title": copy.title,
            "summary": copy.summary,
            "status": "published" if copy.is_published else "draft",
            "tags": [Tag(name, self.settings) for name in article.tags],
            "date": SafeDatetime(address.date.year, address.date.month, address.date.day),
            "slug": "-".join(address.parts),
            "url": href,
            "save_as": f"{href}index.html",
            "copy": copy,
            "section": section,
            "category": Category(section or self.settings["DEFAULT_CATEGORY"], self.settings),
        }
        if article.authors:
            metadata["authors"] = [Author(name, self.settings) for name in article.authors]
        return str(copy.html), metadata


def read_manuscripts_with(reader: ManuscriptReader, readers: Readers) -> None:
    """Have `readers` read manuscripts with `reader`. Raises PressError where a plugin has put its own reader there."""
    other = readers.readers.get("md")
    if type(other) is not MarkdownReader:
        raise PressError(
            Finding(
                code="other-reader",
                path=PREVIEW_SETTINGS,
                message=f"{type(other).__module__} reads Markdown in its own way; the press reads manuscripts",
                hint="take it out of PLUGINS",
            )
        )
    readers.readers["md"] = reader


def changed_copy(article: PressArticle) -> Copy:
    """Return the copy of `article` with the title, summary, text and tags that plugins gave it."""
    copy, manuscript = article.copy, article.copy.manuscript
    tags = tuple(tag.name for tag in article.tags)
    tagged = msgspec.structs.replace(manuscript.article, tags=tags)
    return msgspec.structs.replace(
        copy,
        manuscript=msgspec.structs.replace(manuscript, article=tagged),
        title=article.title,
        summary=article.metadata["summary"],
        html=text_of(article),
    )


def text_of(article: Any) -> Markup:
    """Return the HTML of `article` as it is now; `article.content` stays what it was when it was first asked for."""
    set_by_plugin = getattr(article, "_get_content", None)
    html = set_by_plugin() if set_by_plugin else article._content  # noqa: SLF001  plugins change it
    return Markup(article._update_content(html, article.get_siteurl()))  # noqa: S704, SLF001  our Markdown escaped it


def forget_articles() -> None:
    """Empty Pelican's caches of contents and summaries, which keep every article to the end of the run."""
    for name in ("get_content", "get_summary"):
        vars(Content)[name].cache.clear()
