"""Calendars of editions: the newest year at /archive/, each year at its own address."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from broadsheet.press.lists.name_pages import kind_links
from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.views.archive import ArchiveView, DayView, MonthView, WeekdayView
from broadsheet.press.views.site import Link

_ARCHIVE = "archive"


class _Run(NamedTuple):
    """The dates of the first and the last edition; a day between them without an edition is silent (休刊)."""

    first: dt.date
    last: dt.date


def archive_sheets(
    dates: Sequence[dt.date], paper: Paper, years: Collection[int] | None = None
) -> Iterator[Sheet]:
    """Yield the pages of the archive; `dates` are those of all editions, oldest first, at least one.

    With `years`, yield only the pages that show one of them.
    """
    by_year = {year: tuple(days) for year, days in groupby(dates, key=lambda date: date.year)}
    newest = max(by_year)
    if years is None or newest in years:
        yield _sheet(paper.words.archive, newest, by_year, (), paper)
    for year in by_year:
        if years is None or year in years:
            yield _sheet(paper.words.year_title(year), year, by_year, (str(year),), paper)


def archive_parts(dates: Sequence[dt.date]) -> list[tuple[str, ...]]:
    """Return the addresses, in parts, of the pages of the archive."""
    return [(_ARCHIVE,), *((_ARCHIVE, str(year)) for year in dict.fromkeys(date.year for date in dates))]


def stale_years(before: Collection[str], after: Collection[str]) -> set[int] | None:
    """Return the years whose calendars differ between two sets of ISO 8601 dates.

    Return None, for all years, where a year was added or removed, since each calendar links to all years.
    """
    if {date[:4] for date in before} != {date[:4] for date in after}:
        return None
    return {int(date[:4]) for date in set(before) ^ set(after)}


def _sheet(
    title: str, year: int, by_year: dict[int, tuple[dt.date, ...]], parts: tuple[str, ...], paper: Paper
) -> Sheet:
    here = int(parts[0]) if parts else 0
    run = _Run(by_year[min(by_year)][0], by_year[max(by_year)][-1])
    view = ArchiveView(
        title=title,
        year=year,
        weekdays=tuple(WeekdayView(short=short, name=name) for short, name in paper.words.weekdays),
        months=tuple(_months(by_year[year], run, paper)),
        years=tuple(_year_link(other, here, paper) for other in sorted(by_year, reverse=True)),
        kinds=kind_links(paper),
    )
    name = title if not parts else f"{paper.words.archive} {title}"
    return Sheet(
        file=page_file(_ARCHIVE, *parts),
        template="archive",
        head=head(
            f"{name} - {paper.sitename}",
            description=f"{paper.sitename} {name}",
            canonical=paper.links.absolute(paper.links.page(_ARCHIVE, *parts)),
        ),
        views={"archive": view},
    )


def _year_link(year: int, here: int, paper: Paper) -> Link:
    return Link(
        text=paper.words.year_title(year), href="" if year == here else paper.links.page(_ARCHIVE, str(year))
    )


def _months(dates: Sequence[dt.date], run: _Run, paper: Paper) -> Iterator[MonthView]:
    """Yield the months of a year from that of its newest edition back to that of its oldest, without gaps."""
    published = frozenset(dates)
    for month in range(dates[-1].month, dates[0].month - 1, -1):
        yield _month(dates[0].year, month, published, run, paper)


def _month(year: int, month: int, published: Collection[dt.date], run: _Run, paper: Paper) -> MonthView:
    return MonthView(
        title=paper.words.month_title(year, month),
        name=paper.words.month_name(month),
        anchor=f"m{month:02d}",
        weeks=tuple(
            tuple(_day(date, published, run, paper) if date.month == month else None for date in week)
            for week in _weeks(year, month)
        ),
    )


def _weeks(year: int, month: int) -> Iterator[list[dt.date]]:
    """Yield the whole weeks, from Monday on, that have days of a month."""
    first = dt.date(year, month, 1)
    monday = first - dt.timedelta(days=first.weekday())
    while (monday.year, monday.month) <= (year, month):
        yield [monday + dt.timedelta(days=day) for day in range(7)]
        monday += dt.timedelta(days=7)


def _day(date: dt.date, published: Collection[dt.date], run: _Run, paper: Paper) -> DayView:
    href = paper.links.page(date.isoformat()) if date in published else ""
    silent = not href and run.first < date < run.last
    return DayView(number=date.day, iso_date=date.isoformat(), href=href, silent=silent)
