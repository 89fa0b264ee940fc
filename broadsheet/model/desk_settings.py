"""What the desk needs of the paper's settings."""

import datetime as dt
from typing import NamedTuple

from broadsheet.model.limits import LIMITS, Limits


class DeskSettings(NamedTuple):
    """The day that it is where the paper appears, the language of its own words (BCP 47), the most bytes of its texts."""

    today: dt.date
    language: str = "en"
    limits: Limits = LIMITS
