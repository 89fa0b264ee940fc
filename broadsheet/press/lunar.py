"""The lunar date of a masthead: 农历甲辰年三月初七."""

import datetime as dt
from functools import lru_cache

from lunar_python import Solar


@lru_cache(maxsize=64)
def lunar_date(date: dt.date) -> str:
    """Return the lunar date of `date`; the year changes at the lunar new year, as in print."""
    lunar = Solar.fromYmd(date.year, date.month, date.day).getLunar()
    year, month, day = lunar.getYearInGanZhi(), lunar.getMonthInChinese(), lunar.getDayInChinese()
    return f"农历{year}年{month}月{day}"
