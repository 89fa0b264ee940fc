"""One edition through the press: every page of it, and what the catalogue will keep."""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from jinja2 import Environment
from markupsafe import Markup

from broadsheet.model.finding import Finding, Severity
from broadsheet.press.about_pages import About, AboutFile
from broadsheet.press.article_data import issue_data
from broadsheet.press.article_sheets import article_sheet, shared_photo
from broadsheet.press.article_views import SetArticle, set_articles
from broadsheet.press.card_room import CardRoom
from broadsheet.press.copy_desk import CopyDesk
from broadsheet.press.edition_views import edition_sheet, edition_view, page_sheets
from broadsheet.press.feed_entries import feed_entry
from broadsheet.press.plate_room import PlateRoom
from broadsheet.press.records import edition_record, marks_of, packed
from broadsheet.press.scan import EditionFiles
from broadsheet.press.settings import Paper
from broadsheet.press.shards import Shard
from broadsheet.press.sheets import Sheet
from broadsheet.press.sitemaps import edition_urls
from broadsheet.press.standing_pages import paper_view
from broadsheet.press.templates import Templates, rendered
from broadsheet.press.views import CardView
from broadsheet.press.whole_edition import whole_sheet
from broadsheet.press.writer import SiteWriter

CARD_FILE = "card.png"
_OTHER_FACE = "name a font’s file that has it as CARD_FONT in pelicanconf.py"


class EditionTask(msgspec.Struct, frozen=True):
    """An edition to print: its files, and the neighbours that it will have if all of them are shown."""

    files: EditionFiles
    previous: dt.date | None
    following: dt.date | None

    @property
    def date(self) -> str:
        """The edition's date, as the catalogue knows it."""
        return self.files.folder.name


class PrintedEdition(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a task, packed as the catalogue keeps it; without `entries` readers see nothing of the edition."""

    counts: bytes = packed({})
    marks: bytes = b""
    record: bytes = b""
    urls: str = ""
    entries: tuple[bytes, ...] = ()
    pictures: tuple[str, ...] = ()
    files: dict[str, str] = {}
    pages: int = 0
    changed: int = 0
    doubts: tuple[Finding, ...] = ()


class EditionPress:
    """Puts sheets through their templates, and pictures beside them."""

    def __init__(
        self,
        writer: SiteWriter,
        environment: Environment,
        theme: Path,
        content: Path,
        paper: Paper,
        *,
        desk: CopyDesk,
        plate_room: PlateRoom,
        card_room: CardRoom | None,
        about_files: tuple[AboutFile, ...],
        read_about: Callable[[AboutFile], About],
    ) -> None:
        self.writer = writer
        self.theme = theme
        self.desk = desk
        self.plate_room = plate_room
        self.card_room = card_room
        self.doubts: list[Finding] = []
        self.about_files = about_files
        self.read_about = read_about
        self.content = content
        self.paper = paper
        self.pages = 0
        self.view = paper_view(paper, has_about=any(not file.language for file in about_files))
        self.templates = Templates(environment, theme)
        self.on_every_page = {"paper": self.view, "standing": self.templates.standing_matter(self.view)}

    def edition(self, task: EditionTask, shard: Shard) -> PrintedEdition:
        """Print every page of an edition and what they show."""
        self.writer.begin()
        self.doubts = []
        pages, changed = self.pages, self.writer.changed
        view = edition_view(shard, self.paper)
        for sheet in (edition_sheet(view, self.paper), *page_sheets(view, self.paper)):
            self.sheet(sheet, str(task.files.folder))
        articles, issue = tuple(set_articles(shard, view, self.paper)), issue_data(view.masthead, self.paper)
        for article in articles:
            sheet = article_sheet(article, issue, self.paper, self._card(article))
            self.sheet(sheet, article.galley.path, self.desk.gone_to_press(article.galley.address))
        whole = whole_sheet(view, [article.view for article in articles], self.paper)
        self.sheet(whole, str(task.files.folder))
        galley_pictures = (picture for galley in shard.set_edition.galleys for picture in galley.pictures)
        pictures = sorted({*shard.set_edition.pictures, *galley_pictures})
        self.pictures(pictures)
        listed = (self._listed(card) for page in view.pages for card in page.cards)
        record = edition_record(shard, view, listed)
        entries = tuple(packed(feed_entry(galley, self.paper)) for galley in shard.set_edition.galleys)
        marks = marks_of(record.records, entries)
        printed = PrintedEdition(
            counts=packed(marks.counts()),
            marks=packed(marks),
            record=packed(record),
            urls=edition_urls(record, self.paper),
            entries=entries,
            pictures=tuple(pictures),
            files=self.writer.files,
            pages=self.pages - pages,
            changed=self.writer.changed - changed,
            doubts=tuple(self.doubts),
        )
        self.pages, self.writer.changed = pages, changed  # whoever takes the edition counts it
        return printed

    def _listed(self, card: CardView) -> Markup:
        """Set an article as every list shows that it is in."""
        html = rendered(self.templates.get("listed"), {**self.on_every_page, "card": card}, card.href)
        return Markup(html.strip())  # noqa: S704  the template escaped it

    def _card(self, article: SetArticle) -> str:
        """Lay out the social card of an article that is not shared with a photo, and return where it is, if it is."""
        if self.card_room is None or shared_photo(article.view):
            return ""
        galley = article.galley
        data, missing = self.card_room.card(self.paper.sitename, article)
        if missing:
            message = f"the face of social cards has not {missing}, so this article has no card"
            finding = Finding(
                code="no-glyph", path=galley.path, message=message, hint=_OTHER_FACE, severity=Severity.DOUBT
            )
            self.doubts.append(finding)
            return ""
        file = "/".join((*galley.address.parts, CARD_FILE))
        self.writer.put(file, data, source=galley.path)
        return self.paper.links.at(file)

    def sheet(self, sheet: Sheet, source: str, content: object = None) -> None:
        """Print one page, which `source` makes; `content` is what plugins know it by."""
        views = {**self.on_every_page, "head": sheet.head, **sheet.views}
        html = rendered(self.templates.get(sheet.template), views, source)
        path = self.writer.put(sheet.file, html.encode(), source=source)
        self.desk.printed(path, {**views, "content": content, "output_file": sheet.file})
        self.pages += 1

    def pictures(self, pictures: Iterable[str]) -> None:
        """Lay out the plates of pictures, paths below content/."""
        for picture in pictures:
            source, plates = str(self.content / picture), self.plate_room.plates(picture)
            self.writer.put(picture, plates.data, source=source)
            for plate in plates.others:
                self.writer.put(f"{picture}{plate.ending}", plate.data, source=source)
