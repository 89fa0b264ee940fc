"""Languages, months and lunar dates in words, as frozen data that the almanac caches."""

import msgspec

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import PREVIEW_SETTINGS


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """A language: `name` is the name of its catalogues (zh-Hans, en), `locale` its language and territory (zh_CN).

    `months` are short names from January on; `weekdays` are short and long names from Monday on.
    """

    name: str
    code: str
    english_name: str
    locale: str
    months: tuple[str, ...]
    weekdays: tuple[tuple[str, str], ...]

    @property
    def is_chinese(self) -> bool:
        """Whether it is Chinese, in simplified or traditional characters."""
        return self.code == "zh"


class LunarDate(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a lunar date; year and day are written alike in simplified and traditional characters."""

    year: str  # 甲辰
    month: int  # 3
    month_name: str  # 三, in simplified characters
    is_leap: bool
    day: str  # 初七


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month and its days in words, from the first day on; `lunar_dates` is empty for languages other than Chinese."""

    title: str  # 2024年4月
    year: str  # 2024年
    long_dates: tuple[str, ...]  # 2024年4月15日
    folio_dates: tuple[str, ...]  # 2024年04月15日
    lunar_dates: tuple[LunarDate, ...]


def no_words(message: str) -> PressError:
    """Return the error for a paper in a language that is unknown or has no catalogue."""
    return PressError(
        Finding(
            code="bad-setting",
            path=PREVIEW_SETTINGS,
            message=f"DEFAULT_LANG: {message}",
            hint="CONTRIBUTING.md says how to add a language",
        )
    )
