"""The paper's clock: which day it is where the paper appears."""

import datetime as dt
import os
import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that replaces this machine's clock, in seconds since 1970 (https://reproducible-builds.org/specs/)."""


def zone_of(name: object) -> ZoneInfo | None:
    """Return the time zone called `name`, such as `Asia/Shanghai`, or None where there is none."""
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a continent is a folder
        return None


def today(zone: object) -> dt.date:
    """Return the date that it is in the time zone called `zone`, or in UTC where there is no such zone.

    Raises PressError where SOURCE_DATE_EPOCH is set and is no time.
    """
    given = os.environ.get(EPOCH, "")
    try:
        seconds = int(given) if given else time.time()
        return dt.datetime.fromtimestamp(seconds, zone_of(zone) or dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"“{given}” is no time"
        hint = "write seconds since 1970, or take the variable out"
        raise PressError(Finding(code="bad-clock", path=EPOCH, message=message, hint=hint)) from error
