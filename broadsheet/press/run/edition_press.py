"""Printing one edition: all its pages and pictures are staged, and what the build cache keeps is returned."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

import msgspec

from broadsheet.model.address import Address
from broadsheet.model.finding import Finding
from broadsheet.model.schedule import Clock, Schedule
from broadsheet.press.copy.copy_desk import CopyDesk
from broadsheet.press.copy.dead_links import marking
from broadsheet.press.copy.scan import EditionFiles
from broadsheet.press.copy.text_links import TextLink
from broadsheet.press.edition.article_data import issue_data
from broadsheet.press.edition.article_sheets import article_sheet, share_image_words, shared_photo
from broadsheet.press.edition.article_views import SetArticle, set_articles
from broadsheet.press.edition.dead_links import marked_article, marked_note
from broadsheet.press.edition.edition_sheets import edition_sheet, edition_view, page_sheets
from broadsheet.press.edition.file_list import LIST_FILE, file_list
from broadsheet.press.edition.records import edition_record, marks_of, packed
from broadsheet.press.edition.shard import Shard
from broadsheet.press.edition.whole_edition import whole_sheet, whole_view
from broadsheet.press.feeds.entries import feed_entry
from broadsheet.press.feeds.sitemaps import edition_urls
from broadsheet.press.files.writer import Bundle
from broadsheet.press.run.edition_forms import EditionForm
from broadsheet.press.search.text import search_text
from broadsheet.press.share_images.share_image_cache import ShareImageCache
from broadsheet.press.sheets.sheet_press import SheetPress
from broadsheet.press.views.edition import DownloadView, EditionView

SHARE_IMAGE_FILE = "card.png"  # published addresses never change

Articles = tuple[SetArticle, ...]


class EditionTask(msgspec.Struct, frozen=True):
    """An edition to print: its files, and the dates of its neighbours if readers see all editions; None at the ends.

    By `clock` articles are held; `dead` are the targets of links that a preview marks as dead.
    """

    files: EditionFiles
    previous: dt.date | None
    following: dt.date | None
    clock: Clock
    dead: tuple[str, ...] = ()

    @property
    def date(self) -> str:
        """The edition's ISO 8601 date, its key in the build cache."""
        return self.files.folder.name


class PrintedEdition(msgspec.Struct, frozen=True, kw_only=True):
    """A printed edition.

    `counts`, `marks`, `record`, `urls` (its sitemap lines), `search` (its texts for the search index) and `entries` are
    what the build cache keeps, packed; where readers see no article of the edition, there are no entries. `pictures` are
    paths below content/; `schedule` says until when it may stay; `links` are those of its texts to places of this site; `files` maps paths below output/ to their sources. `pages` counts rendered pages, `changed` the
    files that were new or changed.
    """

    schedule: Schedule
    counts: bytes = packed({})
    marks: bytes = b""
    record: bytes = b""
    urls: str = ""
    search: bytes = b""
    entries: tuple[bytes, ...] = ()
    pictures: tuple[str, ...] = ()
    links: tuple[TextLink, ...] = ()
    files: dict[str, str] = {}
    pages: int = 0
    changed: int = 0
    doubts: tuple[Finding, ...] = ()


Outcome = PrintedEdition | tuple[Finding, ...]
"""The printed edition of a task, or the errors in it."""


class EditionPress:
    """Prints editions: `press` renders pages, `desk` notifies plugins of each article, `images` holds share images.

    `forms` are those in which readers can keep an edition.
    """

    def __init__(
        self, press: SheetPress, desk: CopyDesk, images: ShareImageCache | None, forms: Sequence[EditionForm]
    ) -> None:
        self._press = press
        self._paper = press.paper
        self._desk = desk
        self._images = images
        self._forms = forms

    def edition(self, task: EditionTask, shard: Shard) -> PrintedEdition:
        """Print the edition of `task`, made up as `shard`. Raises PressError for a collision of files or a template error."""
        bundle, made_up = self._press.bundle(), edition_view(shard, self._paper)
        mark = marking(task.dead, self._paper)
        made_up = marked_note(made_up, mark)
        articles = tuple(
            marked_article(article, mark) for article in set_articles(shard, made_up, self._paper)
        )
        view = msgspec.structs.replace(
            made_up, downloads=self._downloads(task, shard, made_up, articles, bundle)
        )
        self._lay_out(task, shard, view, articles, bundle)
        cards = (card for page in view.pages for card in page.cards)
        record = edition_record(shard, view, map(self._press.listed, cards))
        entries = tuple(packed(feed_entry(galley, self._paper)) for galley in shard.set_edition.galleys)
        marks = marks_of(record.records, entries)
        return PrintedEdition(
            schedule=shard.set_edition.schedule,
            counts=packed(marks.counts()),
            marks=packed(marks),
            record=packed(record),
            urls=edition_urls(record, self._paper),
            search=self._search_texts(shard),
            entries=entries,
            pictures=shard.set_edition.pictures,
            links=shard.set_edition.links,
            files=bundle.files,
            pages=bundle.pages,
            changed=bundle.changed,
            doubts=tuple(bundle.doubts),
        )

    def _search_texts(self, shard: Shard) -> bytes:
        galleys = shard.set_edition.galleys
        return packed([search_text(galley) for galley in galleys]) if self._paper.search else b""

    def _downloads(
        self, task: EditionTask, shard: Shard, view: EditionView, articles: Articles, bundle: Bundle
    ) -> tuple[DownloadView, ...]:
        """Stage the edition as one file in each form that the settings name, and return their links."""
        folder, whole = str(task.files.folder), whole_view(view, [article.view for article in articles])
        downloads = []
        for form in self._forms:
            made = form.press.file(whole, view.whole_href, shard.set_edition.pictures, folder)
            bundle.doubts.extend(made.doubts)
            if made.data is not None:
                file = f"{task.date}/{form.file}"
                bundle.put(file, made.data, source=folder)
                size, href = self._paper.words.file_size(len(made.data)), self._paper.links.at(file)
                downloads.append(
                    DownloadView(form=form.name, media_type=form.media_type, size=size, href=href)
                )
        return tuple(downloads)

    def _lay_out(
        self, task: EditionTask, shard: Shard, view: EditionView, articles: Articles, bundle: Bundle
    ) -> None:
        """Lay out every page of an edition and what they show."""
        folder, paper = str(task.files.folder), self._paper
        for sheet in (edition_sheet(view, paper), *page_sheets(view, paper)):
            self._press.sheet(sheet, folder, bundle)
        issue = issue_data(view.masthead, paper)
        share_images = self._share_images(articles, folder, bundle)
        for article in articles:
            written = self._desk.gone_to_press(article.galley.address)
            shown = _with_html(article, marking(task.dead, paper)(written.html)) if written else article
            sheet = article_sheet(shown, issue, paper, share_images.get(_page_of(article), ""))
            self._press.sheet(sheet, article.galley.path, bundle, written and written.article)
        whole = whole_view(view, [article.view for article in articles])
        self._press.sheet(whole_sheet(view, whole, paper), folder, bundle)
        self._press.pictures(shard.set_edition.pictures, bundle)
        page_maps = [page.page_map for page in shard.pages if page.page_map]
        page_pictures = [made.picture for made in page_maps if made.picture]
        self._press.pictures(page_pictures, bundle)
        self._press.files((made.pdf for made in page_maps if made.pdf), bundle)
        if paper.is_kept:
            listed = file_list(view, bundle.paths, (*shard.set_edition.pictures, *page_pictures))
            bundle.put(f"{task.date}/{LIST_FILE}", listed, source=folder)

    def _share_images(self, articles: Articles, folder: str, bundle: Bundle) -> dict[Address, str]:
        """Stage the share image of each printed page with an article without a photo; return their links by its address."""
        if self._images is None:
            return {}
        pages = ((page, tuple(of)) for page, of in groupby(articles, _page_of))
        links = (
            (page, self._share_image(page, of, folder, bundle, self._images))
            for page, of in pages
            if not all(shared_photo(article.view) for article in of)
        )
        return {page: link for page, link in links if link}

    def _share_image(
        self, page: Address, articles: Articles, folder: str, bundle: Bundle, images: ShareImageCache
    ) -> str:
        image = images.image(share_image_words(articles, self._paper), folder)
        if isinstance(image, Finding):
            bundle.doubts.append(image)
            return ""
        file = "/".join((*page.parts, SHARE_IMAGE_FILE))
        bundle.put(file, image, source=folder)
        return self._paper.links.at(file)


def _page_of(article: SetArticle) -> Address:
    return article.galley.address.on_page()


def _with_html(article: SetArticle, html: str) -> SetArticle:
    return article._replace(view=msgspec.structs.replace(article.view, html=html))
