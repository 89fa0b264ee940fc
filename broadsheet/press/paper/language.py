"""What a language calls days and months, as frozen facts: what the almanac keeps and words are made of."""

import msgspec

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import PREVIEW_SETTINGS


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """A language: `name` is what its catalogues are called, zh-Hans or en, and `locale` says where it is read, zh_CN.

    `months` are short, January's first; `weekdays` have a short name and a long one, Monday's first.
    """

    name: str
    code: str
    english_name: str
    locale: str
    months: tuple[str, ...]
    weekdays: tuple[tuple[str, str], ...]

    @property
    def is_chinese(self) -> bool:
        """Whether it is Chinese, in whatever script."""
        return self.code == "zh"


class LunarDate(msgspec.Struct, frozen=True, kw_only=True):
    """A lunar date's parts; year and day as they are written in every Chinese script."""

    year: str  # 甲辰
    month: int  # 3
    month_name: str  # 三, as simplified characters have it
    is_leap: bool
    day: str  # 初七


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month and each of its days in words, the first day's first; only Chinese has lunar dates."""

    title: str  # 2024年4月
    year: str  # 2024年
    long_dates: tuple[str, ...]  # 2024年4月15日
    folio_dates: tuple[str, ...]  # 2024年04月15日
    lunar_dates: tuple[LunarDate, ...]


def no_words(message: str) -> PressError:
    """Return the error for a language that the paper cannot be in."""
    return PressError(
        Finding(
            code="bad-setting",
            path=PREVIEW_SETTINGS,
            message=f"DEFAULT_LANG: {message}",
            hint="CONTRIBUTING.md says how to add a language",
        )
    )
