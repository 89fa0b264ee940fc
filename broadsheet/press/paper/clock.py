"""The paper's clock: what time it is where the paper appears."""

import datetime as dt
import os
import time
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.model.schedule import Clock

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that replaces this machine's clock, in seconds since 1970 (https://reproducible-builds.org/specs/)."""


def zone_of(name: object) -> ZoneInfo | None:
    """Return the time zone called `name`, such as `Asia/Shanghai`, or None where there is none."""
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a continent is a folder
        return None


def clock_of(settings: Mapping[str, Any]) -> Clock:
    """Return the time that it is now in the time zone of `settings`, or in UTC where there is no such zone.

    Raises PressError where SOURCE_DATE_EPOCH is set and is no time.
    """
    given = os.environ.get(EPOCH, "")
    try:
        clock = Clock(int(given or time.time()), zone_of(settings.get("TIMEZONE") or "UTC") or dt.UTC)
        clock.at(clock.now)
    except (ValueError, OverflowError, OSError) as error:
        message = f"“{given}” is no time"
        hint = "write seconds since 1970, or take the variable out"
        raise PressError(Finding(code="bad-clock", path=EPOCH, message=message, hint=hint)) from error
    return clock
