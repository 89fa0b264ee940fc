"""Periods of the index: years, months, tens of days and days, each the beginning of an ISO 8601 date.

Every year before the newest edition's is a period, then every earlier month of its year, every earlier ten days of its
month, and each edition of its own ten days. So a new edition adds a small period, old ones stay as they are, and an
archive of any age has few.
"""

from collections.abc import Sequence
from itertools import groupby

_YEAR, _MONTH, _TEN_DAYS = len("2024"), len("2024-04"), len("2024-04-1")


def periods(dates: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the editions' dates by period, oldest first; `dates` are ISO 8601 and sorted the same way."""
    return {
        period: tuple(found) for period, found in groupby(dates, key=lambda date: _period(date, dates[-1]))
    }


def _period(date: str, newest: str) -> str:
    lengths = (_YEAR, _MONTH, _TEN_DAYS)
    return next((date[:length] for length in lengths if date[:length] != newest[:length]), date)
