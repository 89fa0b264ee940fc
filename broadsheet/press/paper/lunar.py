"""Lunar dates for the mastheads of Chinese papers: 农历甲辰年三月初七."""

import datetime as dt
from functools import lru_cache

from lunar_python import LunarYear
from lunar_python.util import LunarUtil

from broadsheet.press.paper.language import LunarDate

_JULIAN_DAY_0 = 1_721_425  # of the day before 0001-01-01, where Python counts from


def lunar_date(date: dt.date) -> LunarDate:
    """Return the lunar date of `date`; the year changes at the lunar new year, as in print."""
    day = date.toordinal() + _JULIAN_DAY_0
    year = _lunar_year(date.year)
    if day < year.getMonthsInYear()[0].getFirstJulianDay():
        year = _lunar_year(date.year - 1)
    month = next(
        month for month in year.getMonthsInYear() if day < month.getFirstJulianDay() + month.getDayCount()
    )
    number = day - int(month.getFirstJulianDay()) + 1
    order = abs(month.getMonth())
    return LunarDate(
        year=year.getGanZhi(),
        month=order,
        month_name=LunarUtil.MONTH[order],
        is_leap=month.isLeap(),
        day=LunarUtil.DAY[number],
    )


@lru_cache(maxsize=8)
def _lunar_year(year: int) -> LunarYear:
    """Return a lunar year, cached: the library would compute the whole year for each date."""
    lunar: LunarYear = LunarYear.fromYear(year)
    return lunar
