"""The words that the press itself adds to pages, in the paper's language."""

import datetime as dt
from functools import cache

from broadsheet.model.address import Address
from broadsheet.model.article import Status
from broadsheet.press.paper.almanac import language_of, month_of
from broadsheet.press.paper.copyfit import HANZI, LETTERS
from broadsheet.press.paper.language import Month
from broadsheet.press.paper.message_catalogues import OUR_WORDS, translations

# The theme's main style sheet is for simplified characters; other scripts have one style sheet more.
_LETTERING = {"zh-Hans": "", "zh-Hant": "traditional"}

_MEGABYTE = 1_000_000
_LAST_MONTH = 12  # of a lunar year, 腊月


@cache
def words_in(tag: str) -> "Words":
    """Return the words of a language tag. Raises PressError for a language without a catalogue."""
    return Words(tag)


class Words:
    """The words in one language; methods fill in dates, numbers and names."""

    def __init__(self, tag: str) -> None:
        self._tag = tag
        self._language = language_of(tag)
        self._catalogue = translations(OUR_WORDS, self._language)
        self.lettering = _LETTERING.get(self._language.name, "latin")
        self.locale = self._language.locale
        self.fit = HANZI if self._language.is_chinese else LETTERS
        gettext, pgettext = self._catalogue.gettext, self._catalogue.pgettext
        self.kinds = {
            "section": gettext("Section"),
            "column": gettext("Column"),
            "author": gettext("Author"),
            "tag": gettext("Tag"),
        }
        self.all_of_kind = {
            "section": gettext("Sections"),
            "column": gettext("Columns"),
            "author": gettext("Authors"),
            "tag": gettext("Tags"),
        }
        self.archive = gettext("Archive")
        self.search = gettext("Search")
        self.offline = gettext("Reading offline")
        self.not_found = gettext("Page not found")
        self.moved = gettext("Moved")
        self.withdrawn = gettext("Withdrawn")
        self.script_names = {
            "zh-Hans": gettext("Simplified characters"),
            "zh-Hant": gettext("Traditional characters"),
        }
        self.dead_link = gettext("This link leads nowhere")
        self.first_article = gettext("The edition’s first article")
        self.last_article = gettext("The edition’s last article")
        self.first_page = gettext("The first page")
        self.last_page = gettext("The last page")
        self.oldest_edition = gettext("The oldest edition")
        self.newest_edition = gettext("The newest edition")
        self.oldest_list = gettext("No older articles")
        self.newest_list = gettext("The newest articles")
        self.older = gettext("Older articles")
        self.newer = gettext("Newer articles")
        self.untitled = gettext("Untitled")
        self.editors_note = gettext("Editor’s note")
        self.correction = gettext("Correction")
        self.epub_accessibility = gettext(
            "All text can be read aloud and reflowed. Pages of the print edition are marked and listed; photos have captions "
            "or descriptions where print or the editors gave them."
        )
        self._status_labels = {
            Status.PUBLISHED: "",
            Status.DRAFT: gettext("Draft"),
            Status.REVIEW: gettext("Under review"),
        }
        self._held = gettext("Waiting")
        # Translators: between headlines in a row.
        self._between = gettext("; ")
        # Translators: Babel's name of a form of dates, or a pattern such as “d MMMM y”.
        self._folio_date = pgettext("form of the date in a folio line", "long")
        self.weekdays = self._language.weekdays

    def status_label(self, status: Status, *, is_held: bool) -> str:
        """Return 草稿, 待校, or 待发 of a finished article whose time has not come; "" of a published one."""
        return self._held if is_held else self._status_labels[status]

    def date_and_time(self, time: dt.datetime) -> str:
        """Return 2024年4月15日 18:00, or April 15, 2024, 18:00."""
        facts = {"date": self.long_date(time.date()), "time": f"{time:%H:%M}"}
        return self._catalogue.gettext("%(date)s, %(time)s") % facts

    def long_date(self, date: dt.date) -> str:
        """Return 2024年4月15日 or April 15, 2024."""
        return self._month(date).long_dates[date.day - 1]

    def full_date(self, date: dt.date) -> str:
        """Return 2024年4月15日 星期一, or Monday, April 15, 2024."""
        facts = {"weekday": self._weekday(date), "date": self.long_date(date)}
        return self._catalogue.gettext("%(weekday)s, %(date)s") % facts

    def masthead_dates(self, date: dt.date) -> tuple[str, ...]:
        """Return 2024年4月15日, 星期一 and 农历甲辰年三月初七, or Monday and April 15, 2024."""
        if not self._language.is_chinese:
            return self._weekday(date), self.long_date(date)
        return self.long_date(date), self._weekday(date), self.lunar_date(date)

    def _weekday(self, date: dt.date) -> str:
        return self.weekdays[date.weekday()][1]

    def _month(self, date: dt.date) -> Month:
        return month_of(self._tag, self._folio_date, date.year, date.month)

    def lunar_date(self, date: dt.date) -> str:
        """Return 农历甲辰年三月初七."""
        gettext, pgettext = self._catalogue.gettext, self._catalogue.pgettext
        lunar = self._month(date).lunar_dates[date.day - 1]
        month = pgettext("lunar month", "twelfth") if lunar.month == _LAST_MONTH else lunar.month_name
        if lunar.is_leap:
            month = pgettext("lunar month", "leap %(month)s") % {"month": month}
        facts = {"year": lunar.year, "month": month, "day": lunar.day}
        return gettext("year %(year)s, month %(month)s, %(day)s of the lunar calendar") % facts

    def month_title(self, year: int, month: int) -> str:
        """Return 2024年4月 or April 2024."""
        return self._month(dt.date(year, month, 1)).title

    def month_name(self, month: int) -> str:
        """Return 4月 or Apr."""
        return self._language.months[month - 1]

    def year_title(self, year: int) -> str:
        """Return 2024年 or 2024."""
        return self._month(dt.date(year, 1, 1)).year

    def page_label(self, number: int) -> str:
        """Return 第01版 or Page 1."""
        return self._catalogue.gettext("Page %(number)d") % {"number": number}

    def page_name(self, number: int, name: str) -> str:
        """Return 第01版 要闻 or Page 1: News, and 第01版 or Page 1 for a page without a name."""
        if not name:
            return self.page_label(number)
        facts = {"page": self.page_label(number), "name": name}
        return self._catalogue.gettext("%(page)s: %(name)s") % facts

    def edition_number(self, number: int) -> str:
        """Return 总第8012期 or No. 8012, or nothing for an unknown number."""
        return self._catalogue.gettext("No. %(number)d") % {"number": number} if number else ""

    def page_count(self, count: int) -> str:
        """Return 今日4版 or 4 pages."""
        return self._catalogue.ngettext("%(count)d page", "%(count)d pages", count) % {"count": count}

    def folio(self, paper: str, address: Address) -> str:
        """Return an article's folio line: 《报名》2024年04月15日 第01版, or The Paper, April 15, 2024, page 1."""
        date = self._month(address.date).folio_dates[address.date.day - 1]
        facts = {"paper": paper, "date": date, "page": address.page}
        return self._catalogue.gettext("%(paper)s, %(date)s, page %(page)d") % facts

    def whole_edition(self, date: str) -> str:
        """Return the title of the page of a whole edition: 2024年4月15日 通读."""
        return self._catalogue.gettext("%(date)s, the whole edition") % {"date": date}

    def citation(self, paper: str, address: Address, headline: str) -> str:
        """Return how to cite an article: its folio line and headline, or “Headline,” The Paper, April 15, 2024, page 1."""
        facts = {"folio": self.folio(paper, address), "headline": headline}
        return self._catalogue.gettext("“%(headline)s,” %(folio)s") % facts

    def numbered_list(self, title: str, number: int) -> str:
        """Return the title of a numbered page of a list: 要闻（3） or News (3)."""
        return self._catalogue.gettext("%(title)s (%(number)d)") % {"title": title, "number": number}

    def list_description(self, kind: str, title: str) -> str:
        """Return the description of a list: 栏目：要闻, or Section: News."""
        return self._catalogue.gettext("%(kind)s: %(title)s") % {"kind": kind, "title": title}

    def file_size(self, size: int) -> str:
        """Return a size in bytes as 310 KB or 1.2 MB, in units of 1,000."""
        if size < _MEGABYTE:
            return self._catalogue.gettext("%(number)d KB") % {"number": -(-size // 1000)}
        return self._catalogue.gettext("%(number).1f MB") % {"number": size / _MEGABYTE}

    def leaf(self, number: int) -> str:
        """Return the number of a leaf of the PDF: 第3张 or Sheet 3."""
        return self._catalogue.gettext("Sheet %(number)d") % {"number": number}

    def goes_on_leaf(self, number: int) -> str:
        """Return where a story of the PDF goes on: （下转第3张） or Continued on sheet 3."""
        return self._catalogue.gettext("Continued on sheet %(number)d") % {"number": number}

    def from_leaf(self, number: int) -> str:
        """Return where a story of the PDF began, behind its headline: （上接第2张） or (continued from sheet 2)."""
        return self._catalogue.gettext("(continued from sheet %(number)d)") % {"number": number}

    def supplied(self, title: str) -> str:
        """Return a headline that an editor supplied, in brackets for use in plain text: 〔题〕 or [Title]."""
        return self._catalogue.gettext("[%(title)s]") % {"title": title}

    def in_a_row(self, headlines: list[str]) -> str:
        """Return headlines as one line: 题一；题二."""
        return self._between.join(headlines)
