"""The template context of the archive: lists of articles, pages of names, calendars."""

import msgspec
from markupsafe import Markup

from broadsheet.press.views.site import Link


class PaginationView(msgspec.Struct, frozen=True, kw_only=True):
    """Where one stands in a list that is counted from its oldest page; no total, so a full page is sealed."""

    number: int  # 0 on the list of the newest articles, which has no number
    newer: Link
    older: Link


class ListView(msgspec.Struct, frozen=True, kw_only=True):
    """A section, a column, an author or a tag: a name and its articles."""

    title: str
    kind: str  # 栏目, 专栏, 作者 or 标签
    names_href: str  # the page of all names of its kind
    href: str
    articles: tuple[Markup, ...]  # as listed.html renders them, or listed_line.html in an index
    is_index: bool  # the list of a tag, and what is older than the newest articles of another
    pagination: PaginationView | None


class NamesView(msgspec.Struct, frozen=True, kw_only=True):
    """The names of all sections, columns, authors or tags, or of the first ones where there are too many for a page."""

    title: str  # 栏目, 专栏, 作者 or 标签
    names: tuple[Link, ...]
    total: int  # of all names, shown or not
    kinds: tuple[Link, ...]  # the pages of all kinds of names, this one without an href


class DayView(msgspec.Struct, frozen=True, kw_only=True):
    """A day of a calendar; `href` is empty where it has no edition, `silent` whether it then lies between two (休刊)."""

    number: int
    iso_date: str
    href: str
    silent: bool


class MonthView(msgspec.Struct, frozen=True, kw_only=True):
    """A month in weeks of seven days from Monday on, None for a day of another month."""

    title: str  # 2024年4月
    name: str  # 4月
    anchor: str  # m04
    weeks: tuple[tuple[DayView | None, ...], ...]


class WeekdayView(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a calendar's column."""

    short: str  # 一
    name: str  # 星期一


class ArchiveView(msgspec.Struct, frozen=True, kw_only=True):
    """The calendars of a year; the page of the whole archive shows its newest year. Both link to the other years."""

    title: str
    year: int
    weekdays: tuple[WeekdayView, ...]  # from Monday on
    months: tuple[MonthView, ...]  # newest first
    years: tuple[Link, ...]
    kinds: tuple[Link, ...]  # the pages of names: sections, columns, authors, tags
