"""What templates see of the ways into the archive: lists of articles, pages of names, and calendars."""

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
    names_href: str  # where all names of its kind stand
    href: str
    articles: tuple[Markup, ...]  # as listed.html sets them
    pagination: PaginationView | None


class NamesView(msgspec.Struct, frozen=True, kw_only=True):
    """All sections, columns, authors or tags, or the first of them where they are too many for a page."""

    title: str  # 栏目, 专栏, 作者 or 标签
    names: tuple[Link, ...]
    total: int
    kinds: tuple[Link, ...]  # the same for the other kinds, this one without an href


class DayView(msgspec.Struct, frozen=True, kw_only=True):
    """A day of a calendar; without `href` it has no paper, and `silent` says that it lies between days that had one (休刊)."""

    number: int
    iso_date: str
    href: str
    silent: bool


class MonthView(msgspec.Struct, frozen=True, kw_only=True):
    """A month: weeks from Monday to Sunday, None for a day of another month."""

    title: str  # 2024年4月
    name: str  # 4月
    anchor: str  # m04
    weeks: tuple[tuple[DayView | None, ...], ...]


class WeekdayView(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a calendar's column."""

    short: str  # 一
    name: str  # 星期一


class ArchiveView(msgspec.Struct, frozen=True, kw_only=True):
    """A year of editions as calendars, or, for the whole archive, its newest year with links to the others."""

    title: str
    year: int
    weekdays: tuple[WeekdayView, ...]  # from Monday on
    months: tuple[MonthView, ...]  # newest first
    years: tuple[Link, ...]
    kinds: tuple[Link, ...]  # other ways in: sections, columns, authors, tags
