"""Pelican's reader of our manuscripts: front matter by our schema, body by our Markdown."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from pelican.contents import Article as PelicanArticle
from pelican.contents import Author, Category, Tag
from pelican.readers import BaseReader
from pelican.utils import SafeDatetime

from broadsheet.manuscript import read_article
from broadsheet.model.article import Article, Manuscript, Status
from broadsheet.press.body import BodyRenderer
from broadsheet.press.links import Links
from broadsheet.press.plate_room import PlateRoom
from broadsheet.press.summaries import stand_in, summary
from broadsheet.press.words import words_in


class PressArticle(PelicanArticle):
    """Pelican's article with the manuscript that it was read from and the pictures of its text, below content/."""

    title: str
    category: Category
    manuscript: Manuscript
    pictures: tuple[str, ...]

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

    The manuscript itself and its pictures come along as `manuscript` and `pictures`. Address and slug are given,
    since Pelican would work them out again at each use.
    """

    enabled = True
    file_extensions = ["md"]  # noqa: RUF012  Pelican's form

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Read the file at `source_path`. Raises ManuscriptError."""
        path = shown(source_path)
        manuscript = read_article(path)
        content, kept = shown(self.settings["PATH"]), Path(self.settings["CACHE_PATH"])
        renderer = body_renderer(content, kept, Links.of(self.settings["SITEURL"]))
        folder = "/".join(manuscript.address.on_page().parts)
        body = renderer.render(manuscript.article.body, path, folder)
        href = manuscript.address.href.lstrip("/")
        date = manuscript.address.date
        metadata = self._words_for_plugins(manuscript.article, body.html) | {
            "date": SafeDatetime(date.year, date.month, date.day),
            "slug": "-".join(manuscript.address.parts),
            "url": href,
            "save_as": f"{href}index.html",
            "manuscript": manuscript,
            "pictures": body.pictures,
        }
        return str(body.html), metadata

    def _words_for_plugins(self, article: Article, html: str) -> dict[str, Any]:
        ours = words_in(self.settings["DEFAULT_LANG"])
        captions = (photo.caption for photo in article.photos if photo.caption)
        words: dict[str, Any] = {
            "title": " ".join(article.title_lines) or stand_in(html, captions, ours.fit) or ours.untitled,
            "summary": article.summary or summary(html, ours.fit),
            "status": "published" if article.status is Status.PUBLISHED else "draft",
            "tags": [Tag(name, self.settings) for name in article.tags],
        }
        if article.authors:
            words["authors"] = [Author(name, self.settings) for name in article.authors]
        return words


def shown(path: str | Path) -> Path:
    """Return `path` as an operator would type it: from the working folder where it lies below it."""
    path = Path(path)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


@lru_cache(maxsize=8)
def body_renderer(content: Path, kept: Path, links: Links) -> BodyRenderer:
    """Return the one renderer of a site; Pelican makes a reader for each of its generators."""
    return BodyRenderer(content, PlateRoom(content, kept), links)
