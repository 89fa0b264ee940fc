"""Pelican's reader of our manuscripts: front matter by our schema, body by our Markdown."""

from pathlib import Path
from typing import Any

import msgspec
from markupsafe import Markup
from pelican.contents import Article as PelicanArticle
from pelican.contents import Author, Category, Tag
from pelican.readers import BaseReader
from pelican.utils import SafeDatetime

from broadsheet.press.copy.body import body_renderer
from broadsheet.press.copy.copy import Copy, read_copy
from broadsheet.press.files.paths import as_typed
from broadsheet.press.paper.links import links_of
from broadsheet.press.paper.words import words_in


class PressArticle(PelicanArticle):
    """Pelican's article with the copy that it was made of."""

    title: str
    category: Category
    copy: Copy

    def changed_copy(self) -> Copy:
        """Return its copy as plugins have left it."""
        html = Markup(self.content)  # noqa: S704  our Markdown escaped it
        return msgspec.structs.replace(
            self.copy, title=self.title, summary=self.metadata["summary"], html=html
        )

    def get_content(self, siteurl: str) -> str:
        """Return the text for a page. Pelican's own keeps every article that it was asked for, to the end of the run."""
        set_by_plugin = getattr(self, "_get_content", None)
        return self._update_content(set_by_plugin() if set_by_plugin else self._content, siteurl)

    def get_summary(self, _siteurl: str) -> str:
        """Return the summary, which the reader always gives."""
        summary: str = self.metadata["summary"]
        return summary


class ManuscriptReader(BaseReader):
    """Gives Pelican the HTML of a manuscript and, as metadata, what content plugins look for.

    The copy itself comes along as `copy`. Address and slug are given,
    since Pelican would work them out again at each use.
    """

    enabled = True
    file_extensions = ["md"]  # noqa: RUF012  Pelican's form

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Read the file at `source_path`. Raises ManuscriptError."""
        content, kept = as_typed(self.settings["PATH"]), Path(self.settings["CACHE_PATH"])
        renderer = body_renderer(content, kept, links_of(self.settings["SITEURL"]))
        copy = read_copy(as_typed(source_path), renderer, words_in(self.settings["DEFAULT_LANG"]))
        address, article = copy.manuscript.address, copy.manuscript.article
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
        }
        if article.authors:
            metadata["authors"] = [Author(name, self.settings) for name in article.authors]
        return str(copy.html), metadata
