"""A press run: sheets go through their templates onto paper, pictures and the theme's files beside them."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

import msgspec
from jinja2 import Template, TemplateError
from pelican.generators import PelicanTemplateNotFound

from broadsheet.model.address import Address
from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.archive_pages import archive_sheets
from broadsheet.press.catalogue import Catalogue, EditionRecord, edition_record
from broadsheet.press.edition_views import edition_sheets, edition_view, front_page_sheet
from broadsheet.press.feeds import FEED_FILE, atom_feed, with_next
from broadsheet.press.list_pages import list_sheets
from broadsheet.press.output_folder import claim, sweep
from broadsheet.press.reader import PressArticle, body_renderer
from broadsheet.press.settings import Paper
from broadsheet.press.shards import Shard
from broadsheet.press.sheets import Sheet
from broadsheet.press.sitemaps import sitemap_files
from broadsheet.press.standing_pages import (
    ROBOTS_FILE,
    about_sheet,
    not_found_sheet,
    paper_view,
    read_about,
    robots_txt,
)
from broadsheet.press.writer import PressWriter


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a build made: counts of editions, articles and pages, files that changed or went, seconds."""

    paper: str
    editions: int
    articles: int
    pages: int
    changed: int
    removed: int
    seconds: float

    def __str__(self) -> str:
        made = (
            _count(self.editions, "edition"),
            _count(self.articles, "article"),
            _count(self.pages, "page"),
        )
        files = f"{_count(self.changed, 'file')} written, {self.removed} removed"
        return f"{self.paper}: {', '.join(made)} in {self.seconds:.1f} s ({files})"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


class Theme(Protocol):
    """What a press run needs of Pelican's generator."""

    theme: str
    settings: dict[str, Any]

    def get_template(self, name: str) -> Template:
        """Return a template of the theme."""


class PressRun:
    """Prints one site. `records` grow with each edition, and the lists are made of them at the end."""

    def __init__(self, writer: PressWriter, theme: Theme, content: Path, paper: Paper) -> None:
        self.began = time.perf_counter()
        self.writer = writer
        self.theme = theme
        self.content = content
        self.paper = paper
        self.kept = tuple(theme.settings["OUTPUT_RETENTION"])
        self.records: list[EditionRecord] = []
        self.pages = 0
        self.list_hrefs: list[str] = []
        self.feed: tuple[Shard, ...] = ()
        self.about = read_about(content, body_renderer(content, paper.links))
        self.view = paper_view(paper, has_about=self.about is not None)
        claim(writer.folder, self.kept)
        # First of all: by this file the next run knows the folder again, even if this one is killed.
        writer.put(ROBOTS_FILE, robots_txt(paper), source=ROBOTS_FILE)

    def print_edition(self, shard: Shard, pelican_content: Callable[[Address], PressArticle]) -> None:
        """Print every page of an edition and what they show."""
        source = str(Path(shard.set_edition.edition.path).parent)
        contents = {
            f"{galley.address.href.lstrip('/')}index.html": galley for galley in shard.set_edition.galleys
        }
        view = edition_view(shard, self.paper)
        for sheet in edition_sheets(shard, view, self.paper):
            galley = contents.get(sheet.file)
            if galley:
                self._print(sheet, galley.path, pelican_content(galley.address))
            else:
                self._print(sheet, source)
        galley_pictures = (picture for galley in shard.set_edition.galleys for picture in galley.pictures)
        self._copy_pictures({*shard.set_edition.pictures, *galley_pictures})
        self.records.append(edition_record(shard, view))
        self.feed = with_next(self.feed, shard, self.paper)

    def finish(self) -> Report:
        """Print what is made of all editions together, and remove what no longer belongs to the site."""
        catalogue = Catalogue(tuple(self.records))
        self._print_lists(catalogue)
        self._print_standing_pages()
        self._copy_theme()
        self.writer.put(FEED_FILE, atom_feed(self.feed, self.paper), source="the feed")
        for file, data in sitemap_files(catalogue, self.list_hrefs, self.paper):
            self.writer.put(file, data, source="the sitemap")
        removed = sweep(self.writer.folder, self.writer.files, self.kept)
        return Report(
            paper=self.paper.sitename,
            editions=len(self.records),
            articles=sum(len(record.articles) for record in self.records),
            pages=self.pages,
            changed=self.writer.changed,
            removed=removed,
            seconds=time.perf_counter() - self.began,
        )

    def _print_lists(self, catalogue: Catalogue) -> None:
        front = front_page_sheet(edition_view(self.feed[0], self.paper), self.paper)
        dates = [record.date for record in self.records]
        for sheet in (front, *archive_sheets(dates, self.paper), *list_sheets(catalogue, self.paper)):
            self._print(sheet, "the archive")
            self.list_hrefs.append(self.paper.links.at(sheet.file.removesuffix("index.html")))

    def _print_standing_pages(self) -> None:
        if self.about:
            self._print(about_sheet(self.about, self.paper), str(self.content / "about.md"))
            self.list_hrefs.append(self.view.about_href)
            self._copy_pictures(set(self.about.body.pictures))
        self._print(not_found_sheet(self.paper), "404")

    def _print(self, sheet: Sheet, source: str, content: PressArticle | None = None) -> None:
        views = {"paper": self.view, "head": sheet.head, **sheet.views}
        self.writer.write_page(
            sheet.file, self._template(sheet.template), views, source=source, content=content
        )
        self.pages += 1

    def _template(self, name: str) -> Template:
        try:
            return self.theme.get_template(name)
        except (PelicanTemplateNotFound, TemplateError) as error:
            line = getattr(error, "lineno", 0) or 0
            path = getattr(error, "filename", "") or f"{self.theme.theme}/templates/{name}.html"
            raise PressError(Finding(code="template", path=path, line=line, message=str(error))) from error

    def _copy_pictures(self, pictures: Iterable[str]) -> None:
        for picture in sorted(pictures):
            source = self.content / picture
            self.writer.put(picture, source.read_bytes(), source=str(source))

    def _copy_theme(self) -> None:
        static = Path(self.theme.theme, "static")
        for path in sorted(static.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                file = f"theme/{path.relative_to(static).as_posix()}"
                self.writer.put(file, path.read_bytes(), source=str(path))
