"""What is made of all editions together: the front page, lists and their names, calendars, the feed, sitemaps, and what always stands."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from broadsheet.press.about_pages import about_sheets
from broadsheet.press.archive_pages import archive_parts, archive_sheets, stale_years
from broadsheet.press.catalogue import Catalogue, Row
from broadsheet.press.edition_press import EditionPress
from broadsheet.press.edition_views import front_page_sheet
from broadsheet.press.feed_pages import all_feed_files, stale_feeds
from broadsheet.press.fingerprints import digest
from broadsheet.press.links import page_file
from broadsheet.press.list_index import StaleLists, list_counts
from broadsheet.press.list_places import names_parts
from broadsheet.press.name_pages import names_sheet
from broadsheet.press.plan import Plan
from broadsheet.press.records import (
    KINDS,
    EditionArticles,
    EditionRecord,
    Marks,
    packed,
    unpacked_articles,
    unpacked_edition,
    unpacked_marks,
)
from broadsheet.press.sitemaps import (
    INDEX_FILE,
    LISTS_FILE,
    NEWS_FILE,
    list_urls,
    month_file,
    news_dates,
    news_sitemap,
    sitemap_index,
    url_set,
)
from broadsheet.press.slugs import check_slugs
from broadsheet.press.standing_pages import ROBOTS_FILE, not_found_sheet, robots_txt
from broadsheet.press.theme_files import theme_files

_SOURCE = "the archive"


class SitePages:
    """Makes those of these pages that a change of editions reaches; `own` is told which files each owner has."""

    def __init__(
        self,
        press: EditionPress,
        catalogue: Catalogue,
        rows: Mapping[str, Row],
        own: Callable[[str, Mapping[str, str]], None],
    ) -> None:
        self.press = press
        self.paper = press.paper
        self.catalogue = catalogue
        self.rows = {date: row for date, row in rows.items() if row.shown}
        self.shown = sorted(self.rows)
        self.own = own

    def make(
        self, plan: Plan, touched: Collection[str], shown_before: list[str], before: Mapping[str, Marks]
    ) -> None:
        """Make what the editions in `touched` reach; `before` are the marks that those had, and had shown."""
        self.press.writer.begin()
        stale = StaleLists(list_counts(self.catalogue.counts()), self.paper)
        self._check_names(stale)
        if plan.whole or plan.standing:
            self._standing()
        if plan.whole:
            stale.everything()
        for date, marks in before.items():
            stale.edition(date, marks, unpacked_marks(self.catalogue.part(date, "marks")))
        for sheet in stale.sheets(self._articles(date) for date in stale.dates()):
            self.press.sheet(sheet, _SOURCE)
        if plan.whole or self.shown[-1] in touched or shown_before[-1:] != self.shown[-1:]:
            self.press.sheet(front_page_sheet(self._record(self.shown[-1]).view, self.paper), _SOURCE)
        years = None if plan.whole else stale_years(shown_before, self.shown)
        for sheet in archive_sheets([dt.date.fromisoformat(date) for date in self.shown], self.paper, years):
            self.press.sheet(sheet, _SOURCE)
        self._names(stale)
        for file, data in stale_feeds(self.rows, stale, self.catalogue, self.paper):
            self.press.writer.put(file, data, source="the feeds")
        self._sitemaps(stale, self.shown if plan.whole else touched)
        self._own_all(stale)

    def _record(self, date: str) -> EditionRecord:
        return unpacked_edition(self.catalogue.part(date, "record"))

    def _articles(self, date: str) -> EditionArticles:
        return unpacked_articles(self.catalogue.part(date, "record"))

    def _check_names(self, stale: StaleLists) -> None:
        """Raise PressError where two names share an address, or one has none."""
        for kind in KINDS:
            names = [listing.title for listing in stale.lists if listing.template == kind]
            paths = ((name, self._first_path(stale, kind, name)) for name in names)
            check_slugs(f"{kind}s", paths, self.paper.addresses(kind))

    def _first_path(self, stale: StaleLists, kind: str, name: str) -> Callable[[], str]:
        """Return what finds the first manuscript of a list: a message needs it, and nothing else does."""

        def find() -> str:
            date = next(iter(stale.counts[kind].get(name, ())), "")
            records = self._articles(date).records if date else ()
            return next(
                (record.path for record in records if (kind, name) in record.names()), "pelicanconf.py"
            )

        return find

    def _standing(self) -> None:
        """Make what stands whatever is printed."""
        writer = self.press.writer
        writer.put(ROBOTS_FILE, robots_txt(self.paper), source=ROBOTS_FILE)
        for sheet, about in about_sheets(map(self.press.read_about, self.press.about_files), self.paper):
            self.press.sheet(sheet, str(about.file.path))
            self.press.pictures(sorted(set(about.body.pictures)))
        self.press.sheet(not_found_sheet(self.paper), "404")
        for file, data, source in theme_files(self.press.theme / "static"):
            writer.put(file, data, source=str(source))
        self.own("standing", writer.files)

    def _names(self, stale: StaleLists) -> None:
        """Make the pages of names that differ from those of the last build."""
        for kind in KINDS:
            sheet = names_sheet(kind, stale.lists, self.paper)
            mark = digest([packed(sheet.views["listing"])])
            if self.catalogue.fact(f"{kind} names") != mark:
                self.press.sheet(sheet, _SOURCE)
                self.catalogue.note_facts({f"{kind} names": mark})

    def _sitemaps(self, stale: StaleLists, touched: Iterable[str]) -> None:
        shown = {date[:7] for date in self.shown}
        for month in sorted({date[:7] for date in touched} & shown):
            urls = b"".join(self.catalogue.sitemaps(month))
            self.press.writer.put(month_file(month), url_set(urls), source="the sitemap")
        newest = dt.date.fromisoformat(self.shown[-1])
        urls = list_urls(self._list_hrefs(stale), newest, self.paper)
        self.press.writer.put(LISTS_FILE, url_set(urls), source="the sitemap")
        news = news_sitemap(map(self._record, news_dates(self.shown)), self.paper)
        self.press.writer.put(NEWS_FILE, news, source="the sitemap")
        self.press.writer.put(INDEX_FILE, sitemap_index(self.shown, self.paper), source="the sitemap")

    def _list_hrefs(self, stale: StaleLists) -> Iterator[str]:
        links = self.paper.links
        yield links.page()
        yield from (links.page(*parts) for parts in self._archive())
        yield from (links.page(*names_parts(kind)) for kind in KINDS)
        yield from (href for listing in stale.lists for href in listing.hrefs())
        yield from (links.page(*about.parts) for about in self.press.about_files)

    def _archive(self) -> list[tuple[str, ...]]:
        return archive_parts([dt.date.fromisoformat(date) for date in self.shown])

    def _own_all(self, stale: StaleLists) -> None:
        """Name all files of lists and sitemaps, those that did not change too."""
        lists = (listing.file(number) for listing in stale.lists for number in listing.numbers)
        archive = (page_file(*parts) for parts in self._archive())
        names = (page_file(*names_parts(kind)) for kind in KINDS)
        months = (month_file(month) for month in {date[:7] for date in self.shown})
        feeds = all_feed_files(stale, self.paper)
        files = (page_file(), LISTS_FILE, NEWS_FILE, INDEX_FILE, *lists, *archive, *names, *months, *feeds)
        self.own("lists", dict.fromkeys(files, _SOURCE))
