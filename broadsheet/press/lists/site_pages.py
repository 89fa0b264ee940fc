"""Making the pages and files of all editions together, as far as changed editions change them."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

import msgspec

from broadsheet.press.edition.edition_sheets import front_page_sheet
from broadsheet.press.edition.records import (
    KINDS,
    EditionArticles,
    Marks,
    packed,
    unpacked_articles,
    unpacked_edition,
    unpacked_marks,
)
from broadsheet.press.files.digest import digest
from broadsheet.press.files.writer import Bundle
from broadsheet.press.lists.archive_pages import archive_parts, archive_sheets, stale_years
from broadsheet.press.lists.feed_pages import all_feed_files, stale_feeds
from broadsheet.press.lists.list_index import StaleLists, list_counts
from broadsheet.press.lists.name_pages import names_sheet
from broadsheet.press.lists.name_places import where_written
from broadsheet.press.lists.search_page import search_sheet
from broadsheet.press.lists.sitemap_pages import all_sitemap_files, stale_sitemaps
from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.slugs import IN_SETTINGS, Written, check_slugs
from broadsheet.press.plan.cache.build_cache import BuildCache
from broadsheet.press.plan.cache.rows import Row
from broadsheet.press.plan.plan import Plan
from broadsheet.press.scripts.conversion import with_converted
from broadsheet.press.sheets.list_links import names_parts
from broadsheet.press.sheets.sheet import Sheet
from broadsheet.press.sheets.sheet_press import SheetPress
from broadsheet.press.standing.about_pages import AboutPages
from broadsheet.press.standing.standing_pages import SEARCH

NEWEST_FILE = "newest.json"
"""The file that names the newest edition, which a reader's browser keeps; a published address never changes."""

_SOURCE = "the archive"


class SitePages:
    """Makes front page, lists, pages of names, calendars, feeds and sitemaps; `rows` are all editions as they are now."""

    def __init__(
        self, press: SheetPress, abouts: AboutPages, build_cache: BuildCache, rows: Mapping[str, Row]
    ) -> None:
        self._press = press
        self._paper = press.paper
        self._abouts = abouts
        self._cache = build_cache
        self._rows = {date: row for date, row in rows.items() if row.shown}
        self._dates = sorted(self._rows)
        self._days = [dt.date.fromisoformat(date) for date in self._dates]
        self._lists = StaleLists(list_counts(build_cache.counts()), press.paper)

    def make(
        self, plan: Plan, touched: Collection[str], shown_before: list[str], before: Mapping[str, Marks]
    ) -> Bundle:
        """Render what the editions in `touched` change, and return its files. Raises PressError.

        `touched` are dates of editions that are new, changed, gone or have other neighbours; `before` are the marks of
        their articles at the last build; `shown_before` are the dates that readers saw then, oldest first.
        """
        self._check_names()
        if plan.whole:
            self._lists.everything()
        for date, marks in before.items():
            self._lists.edition(date, marks, unpacked_marks(self._cache.part(date, "marks")))
        bundle = self._press.bundle()
        for sheet in self._sheets(plan, touched, shown_before):
            self._press.sheet(sheet, _SOURCE, bundle)
        for file, data in stale_feeds(self._rows, self._lists, self._cache, self._paper):
            bundle.put(file, data, source="the feeds")
        if self._paper.is_kept:
            bundle.put(NEWEST_FILE, msgspec.json.encode({"newest": self._dates[-1]}), source=_SOURCE)
        stale = self._dates if plan.whole else touched
        for file, data in stale_sitemaps(self._dates, stale, self._hrefs(), self._cache, self._paper):
            bundle.put(file, data, source="the sitemaps")
        return bundle

    def files(self) -> dict[str, str]:
        """Return all files of these pages with their source, changed or not."""
        lists = (listing.file(number) for listing in self._lists.lists for number in listing.numbers)
        archive = (page_file(*parts) for parts in archive_parts(self._days))
        names = (page_file(*names_parts(kind)) for kind in KINDS)
        search = (page_file(SEARCH),) if self._paper.search else ()
        newest = (NEWEST_FILE,) if self._paper.is_kept else ()
        feeds, sitemaps = all_feed_files(self._lists, self._paper), all_sitemap_files(self._dates)
        pages = with_converted((page_file(), *lists, *archive, *names, *search), self._paper)
        return dict.fromkeys((*pages, *newest, *feeds, *sitemaps), _SOURCE)

    def _hrefs(self) -> Iterator[str]:
        """Yield the links of these pages, and of the about pages."""
        links = self._paper.links
        yield links.page()
        yield from (links.page(*parts) for parts in archive_parts(self._days))
        yield from (links.page(*names_parts(kind)) for kind in KINDS)
        if self._paper.search:
            yield links.page(SEARCH)
        yield from (href for listing in self._lists.lists for href in listing.hrefs())
        yield from (links.page(*about.parts) for about in self._abouts.files)

    def _sheets(self, plan: Plan, touched: Collection[str], shown_before: list[str]) -> Iterator[Sheet]:
        yield from self._lists.sheets(map(self._articles, self._lists.dates()))
        newest = self._dates[-1]
        if plan.whole or newest in touched or shown_before[-1:] != [newest]:
            view = unpacked_edition(self._cache.part(newest, "record")).view
            yield front_page_sheet(view, self._paper)
        years = None if plan.whole else stale_years(shown_before, self._dates)
        yield from archive_sheets(self._days, self._paper, years)
        yield from self._names()

    def _names(self) -> Iterator[Sheet]:
        """Yield the pages of names, and the search page with its names of sections, that differ from those of the last build."""
        sheets = {kind: names_sheet(kind, self._lists.lists, self._paper) for kind in KINDS}
        if self._paper.search:
            sections = (listing.title for listing in self._lists.lists if listing.kind == "section")
            sheets[SEARCH] = search_sheet(sections, self._paper)
        for kind, sheet in sheets.items():
            names_digest = digest([packed(sheet.views)])
            if self._cache.fact(f"{kind} names") != names_digest:
                yield sheet
                self._cache.note_facts({f"{kind} names": names_digest})

    def _articles(self, date: str) -> EditionArticles:
        return unpacked_articles(self._cache.part(date, "record"))

    def _check_names(self) -> None:
        """Raise PressError where two names have the same slug, or one has none."""
        for kind in KINDS:
            names = [listing.title for listing in self._lists.lists if listing.kind == kind]
            paths = ((name, self._first_place(kind, name)) for name in names)
            check_slugs(f"{kind}s", paths, self._paper.addresses(kind))

    def _first_place(self, kind: str, name: str) -> Callable[[], Written]:
        """Return a function that finds the first place of a list's name in the manuscripts, which only a message needs."""

        def find() -> Written:
            date = next(iter(self._lists.counts[kind].get(name, ())), "")
            records = self._articles(date).records if date else ()
            path = next((record.path for record in records if (kind, name) in record.names()), "")
            return where_written(kind, name, Path(path)) if path else IN_SETTINGS

        return find
