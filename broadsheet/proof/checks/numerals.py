"""Checks of numerals and dates, by GB/T 15835-2011, and of days that no calendar has."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from broadsheet.model.finding import Severity
from broadsheet.model.message import say, template
from broadsheet.proof.check import Spot, TextCheck
from broadsheet.proof.read.prose import HAN, Prose
from broadsheet.proof.spots import spots

# A pattern begins with a class of characters where it can, for which `re` looks much faster than behind each character.
_RATIO = re.compile(
    r"(?:比例|比率|之比|配比)[^。，；\n]{0,8}?(?<![\d:：])(?P<ratio>\d{1,4}[:：]\d{1,4})(?![\d:：])"
    r"|(?P<before>\d{1,4}[:：]\d{1,4})(?=的(?:比例|比率|配比))"
)
_RANGE = re.compile(rf"~(?<=[\d{HAN}]~)(?=\d)")
_RANGE_UNIT = re.compile(r"\d(?<![\d.年月/-]\d)\d*(?:\.\d+)?[～~—－-]\d+(?:\.\d+)?(?:万亿|[万亿%％])(?!\d)")
_FULL_WIDTH = re.compile(r"[０-９]+(?:[．，][０-９]+)*")
_SHORT_YEAR = re.compile(
    r"[0-9](?<![\d.第周满近约过〇零一二三四五六七八九][0-9])[0-9]年(?:1[0-2]|[1-9])月(?:\d{1,2}日|[份初底中末])"
)
_DAY = re.compile(r"\d(?<!\d\d)\d?月\d{1,2}日")
_YEAR_BEFORE = re.compile(r"(\d{4})年\Z")
_WEEKDAY = re.compile(
    r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日[（( 　]{0,2}(?:星期|周)(?P<weekday>[一二三四五六日天])"
)
_MONTH = re.compile(r"年(?:1[3-9]|[2-9]\d|0)月")
_HANZI_DIGITS = "一二三四五六七八九"
_ZERO = re.compile(
    rf"[0OoＯ○](?:(?<=[{_HANZI_DIGITS}].)(?=[{_HANZI_DIGITS}0OoＯ○〇])|(?<=[{_HANZI_DIGITS}][0OoＯ○〇].)(?=[{_HANZI_DIGITS}]))"
)
_SPLIT = re.compile(
    r"\d(?<![\d.]\d)\d{0,2}(?:亿\d{1,4}万|万\d{1,2}千|千\d百)(?=[多余元人名个公吨平亩户斤米])"
)
_TWICE = re.compile(
    r"(?:大约|大概|约有|将近|近|(?<![节条公合特签违缔履誓相预契])约)(?:\d[\d.]*|[一二三四五六七八九十百千]+)[万亿]?[多余]?(?:名|人|个|元|米|公里|吨|年|天|岁|小时|分钟|%)?(?:左右|上下)"
    r"|(?:超过|超)\d[\d.]*[万亿]?(?:名|人|个|元|米|公里|吨|年|天|岁|小时|分钟|%)?以上"
)
_COMMA = re.compile(r"\d(?<![\d,.]\d)\d{0,2}(?:，\d{3})+(?![\d，])(?:[万亿]|[元人吨米户])")

_WEEKDAYS = "一二三四五六日"
_SURE_MONTHS, _SURE_DAYS = 12, 28  # every month has so many days
_LEAP_YEAR = 2000


def ratio(prose: Prose) -> Iterator[Spot]:
    """A ratio with a colon: its sign is ∶ (U+2236), as in GB 3102.11."""
    for match in _RATIO.finditer(prose.text):
        name = "ratio" if match["ratio"] else "before"
        message = say("“%(words)s” is a ratio, and has a colon", words=match[name])
        yield Spot(match.start(name), match.end(name), message, say("write ∶, U+2236"))


def range_sign(prose: Prose) -> Iterator[Spot]:
    """A range with a half-width `~` (5.1.3)."""
    return spots(_RANGE, prose, template("“%(words)s” is no sign of a range"), template("write ～ or —"))


def range_unit(prose: Prose) -> Iterator[Spot]:
    """A range of which only the end has 万, 亿 or %, such as 15～30% (5.1.3)."""
    hint = template("write the unit behind both numbers")
    return spots(_RANGE_UNIT, prose, template("“%(words)s”: where does the range begin?"), hint)


def full_width_digit(prose: Prose) -> Iterator[Spot]:
    """Full-width digits."""
    hint = template("write them half-width")
    return spots(_FULL_WIDTH, prose, template("the digits “%(words)s” are full-width"), hint, _half_width)


def _half_width(match: re.Match[str]) -> str:
    narrow = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF0E, 0xFF0C)}
    return match[0].translate(narrow)


def short_year(prose: Prose) -> Iterator[Spot]:
    """A year of two digits before a month (5.1.4)."""
    return spots(
        _SHORT_YEAR, prose, template("“%(words)s” has a year of two digits"), template("write all four")
    )


def impossible_day(prose: Prose) -> Iterator[Spot]:
    """A day that no calendar has, such as 2月30日."""
    for match in _DAY.finditer(prose.text):
        month, day = (int(number) for number in match[0][:-1].split("月"))
        if 0 < month <= _SURE_MONTHS and 0 < day <= _SURE_DAYS:
            continue
        year = _YEAR_BEFORE.search(prose.text[max(0, match.start() - 5) : match.start()])
        if not _exists(int(year[1]) if year else _LEAP_YEAR, month, day):
            message = say("there is no %(words)s", words=match[0])
            yield Spot(match.start(), match.end(), message, say("compare with print"))


def impossible_month(prose: Prose) -> Iterator[Spot]:
    """A month that no year has, such as 13月."""
    return spots(
        _MONTH, prose, template("“%(words)s”: there is no such month"), template("compare with print")
    )


def wrong_weekday(prose: Prose) -> Iterator[Spot]:
    """A date with a weekday that it did not have."""
    for match in _WEEKDAY.finditer(prose.text):
        year, month, day = (int(match[name]) for name in ("year", "month", "day"))
        if _exists(year, month, day):
            right = _WEEKDAYS[dt.date(year, month, day).weekday()]
            if match["weekday"].replace("天", "日") != right:
                message = say("“%(words)s”: it was 星期%(right)s", words=match[0], right=right)
                yield Spot(match.start(), match.end(), message, say("compare both with print"))


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and year >= 1 and 1 <= day <= calendar.monthrange(year, month)[1]


def zero_sign(prose: Prose) -> Iterator[Spot]:
    """A 0, an O or a circle for 〇 among numerals of hanzi (5.2.3)."""
    hint = template("write 〇, U+3007")
    return spots(_ZERO, prose, template("“%(words)s” stands for 〇"), hint, lambda _: "〇")


def split_number(prose: Prose) -> Iterator[Spot]:
    """A number in two units, such as 1万2千: only 万 and 亿 are written, with a decimal point (5.3)."""
    return spots(
        _SPLIT,
        prose,
        template("“%(words)s” is a number in two units"),
        template("write 1.2万, or all its digits"),
    )


def twice_approximate(prose: Prose) -> Iterator[Spot]:
    """A number that is called approximate twice, such as 约100人左右."""
    return spots(
        _TWICE,
        prose,
        template("“%(words)s” says twice that it is about so many"),
        template("leave one of the two"),
    )


def full_width_thousands(prose: Prose) -> Iterator[Spot]:
    """A full-width comma between the thousands of a number (5.1.1)."""
    hint = template("write a half-width comma, or none")
    return spots(_COMMA, prose, template("“%(words)s” has a full-width comma"), hint)


PROSE = (
    TextCheck("ratio", Severity.WARNING, ratio, (":", "：")),
    TextCheck("range-sign", Severity.WARNING, range_sign, ("~",)),
    TextCheck("range-unit", Severity.DOUBT, range_unit, tuple("～~—－-")),
    TextCheck("full-width-digit", Severity.WARNING, full_width_digit, tuple("０１２３４５６７８９")),
    TextCheck("short-year", Severity.DOUBT, short_year, ("月",)),
    TextCheck("impossible-day", Severity.DOUBT, impossible_day, ("月",)),
    TextCheck(
        "impossible-month",
        Severity.DOUBT,
        impossible_month,
        ("年0", *(f"年{digit}" for digit in range(1, 10))),
    ),
    TextCheck("wrong-weekday", Severity.DOUBT, wrong_weekday, ("星期", "周")),
    TextCheck("zero-sign", Severity.WARNING, zero_sign, tuple("0OoＯ○")),
    TextCheck("split-number", Severity.DOUBT, split_number, ("万", "千")),
    TextCheck("twice-approximate", Severity.DOUBT, twice_approximate, ("左右", "上下", "以上")),
    TextCheck("full-width-thousands", Severity.DOUBT, full_width_thousands, ("，",)),
)
