"""One edition through the press: every page of it with what they show, and what the catalogue will keep."""

import datetime as dt

import msgspec

from broadsheet.model.finding import Finding
from broadsheet.press.article_data import issue_data
from broadsheet.press.article_sheets import article_sheet, shared_photo
from broadsheet.press.article_views import SetArticle, set_articles
from broadsheet.press.card_room import CardRoom
from broadsheet.press.copy_desk import CopyDesk
from broadsheet.press.edition_views import edition_sheet, edition_view, page_sheets
from broadsheet.press.feed_entries import feed_entry
from broadsheet.press.records import edition_record, marks_of, packed
from broadsheet.press.scan import EditionFiles
from broadsheet.press.shards import Shard
from broadsheet.press.sheet_press import SheetPress
from broadsheet.press.sitemaps import edition_urls
from broadsheet.press.views import EditionView
from broadsheet.press.whole_edition import whole_sheet
from broadsheet.press.writer import Bundle

CARD_FILE = "card.png"


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


Outcome = PrintedEdition | tuple[Finding, ...]
"""What came of a task, or what keeps the edition from being whole."""


class EditionPress:
    """Prints editions on a sheet press; `desk` hears of each article, and `card_room`, if there is one, has their cards."""

    def __init__(self, press: SheetPress, desk: CopyDesk, card_room: CardRoom | None) -> None:
        self._press = press
        self._paper = press.paper
        self._desk = desk
        self._card_room = card_room

    def edition(self, task: EditionTask, shard: Shard) -> PrintedEdition:
        """Print an edition. Raises PressError."""
        view = edition_view(shard, self._paper)
        bundle = self._bundle(task, shard, view)
        cards = (card for page in view.pages for card in page.cards)
        record = edition_record(shard, view, map(self._press.listed, cards))
        entries = tuple(packed(feed_entry(galley, self._paper)) for galley in shard.set_edition.galleys)
        marks = marks_of(record.records, entries)
        return PrintedEdition(
            counts=packed(marks.counts()),
            marks=packed(marks),
            record=packed(record),
            urls=edition_urls(record, self._paper),
            entries=entries,
            pictures=shard.set_edition.pictures,
            files=bundle.files,
            pages=bundle.pages,
            changed=bundle.changed,
            doubts=tuple(bundle.doubts),
        )

    def _bundle(self, task: EditionTask, shard: Shard, view: EditionView) -> Bundle:
        """Lay out every page of an edition and what they show."""
        bundle, folder, paper = self._press.bundle(), str(task.files.folder), self._paper
        for sheet in (edition_sheet(view, paper), *page_sheets(view, paper)):
            self._press.sheet(sheet, folder, bundle)
        articles, issue = tuple(set_articles(shard, view, paper)), issue_data(view.masthead, paper)
        for article in articles:
            sheet = article_sheet(article, issue, paper, self._card(article, bundle))
            content = self._desk.gone_to_press(article.galley.address)
            self._press.sheet(sheet, article.galley.path, bundle, content)
        whole = whole_sheet(view, [article.view for article in articles], paper)
        self._press.sheet(whole, folder, bundle)
        self._press.pictures(shard.set_edition.pictures, bundle)
        return bundle

    def _card(self, article: SetArticle, bundle: Bundle) -> str:
        """Lay out the social card of an article that is not shared with a photo, and return where it is, if it is."""
        if self._card_room is None or shared_photo(article.view):
            return ""
        card = self._card_room.card(self._paper.sitename, article)
        if isinstance(card, Finding):
            bundle.doubts.append(card)
            return ""
        file = "/".join((*article.galley.address.parts, CARD_FILE))
        bundle.put(file, card, source=article.galley.path)
        return self._paper.links.at(file)
