"""The lunar date of a masthead, which only Chinese papers have: 农历甲辰年三月初七."""

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from lunar_python import Solar
from lunar_python.util import LunarUtil

LAST_MONTH = 12


class LunarDate(NamedTuple):
    """A lunar date's parts; year and day as they are written in every Chinese script."""

    year: str  # 甲辰
    month: int  # 3
    is_leap: bool
    day: str  # 初七

    @property
    def month_name(self) -> str:
        """The month as simplified characters have it: 三."""
        name: str = LunarUtil.MONTH[self.month]
        return name


@lru_cache(maxsize=64)
def lunar_date(date: dt.date) -> LunarDate:
    """Return the lunar date of `date`; the year changes at the lunar new year, as in print."""
    lunar = Solar.fromYmd(date.year, date.month, date.day).getLunar()
    month = lunar.getMonth()  # below zero for a leap month
    return LunarDate(lunar.getYearInGanZhi(), abs(month), month < 0, lunar.getDayInChinese())
