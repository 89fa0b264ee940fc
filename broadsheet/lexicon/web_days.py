"""How web pages print days and times of day: in Chinese, English, German or French."""

import re

_YEAR = r"(?:19|20)\d{2}"
_MONTH_NAME = (
    r"(?:Jan(?:uary?)?|Feb(?:ruary?)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|März?|Mai|Juni|Juli|Okt(?:ober)?|Dez(?:ember)?|janv(?:ier)?|févr?(?:ier)?|mars"
    r"|avr(?:il)?|juin|juil(?:let)?|août|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|déc(?:embre)?)\.?"
)
_WEEKDAY = (
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?(?:day)?,?\s"
    r"|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag,?\s|Mittwoch,?\s|(?:lun|mar|mercre|jeu|vendre|same)di\s|dimanche\s"
)
_DAY = (
    rf"{_YEAR}\s?[-./年]\s?\d{{1,2}}\s?[-./月]\s?\d{{1,2}}(?:\s?日|(?!\d))|{_YEAR}\s+\d{{1,2}}\s*/\s*\d{{1,2}}(?!\d)"
    rf"|{_MONTH_NAME}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR}|\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s{_MONTH_NAME},?\s{_YEAR}"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
    r"|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    rf"|[一二三四五六七八九十]{{1,2}}月\s\d{{1,2}}(?:st|nd|rd|th)?,\s{_YEAR}"
)
_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)"
_ZONE = r"\s?(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|Uhr)(?:[+-]\d{1,2})?|[+-]\d{2}:\d{2}"
_TIME_OF_DAY = (
    rf"(?:{_CLOCK}(?:\s?[ap]\.?m\.?(?!\w))?(?:{_ZONE})?|\d{{1,2}}h\d{{2}}|\d{{1,2}}\.\d{{2}}(?:{_ZONE}))"
)
_TIME = rf"(?:[,，]?\s*(?:-\s)?(?:星期.|[周週].)?\s*(?:格林尼治标准时间|北京时间|at\s|um\s|à\s)?\s*T?{_TIME_OF_DAY})"
DAY = re.compile(rf"(?<!\d)(?:{_DAY})", re.IGNORECASE)
"""A day of a known year."""

DATE = re.compile(rf"(?<!\d)(?:{_WEEKDAY})?(?:{_DAY}){_TIME}?", re.IGNORECASE)
"""A day of a known year, with or without its weekday and the time, in Chinese, English, German or French print."""

CLOCK = re.compile(_TIME_OF_DAY, re.IGNORECASE)
"""A time of day, which may stand apart from its day."""

SHORT_DATE = re.compile(
    rf"(?<![\d-])(?:\d{{2}}-)?\d{{1,2}}(?:-|月)\d{{1,2}}日?(?![\d-])(?:\s*{_CLOCK})?"
    rf"|{_MONTH_NAME}\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d,]|\s\d)|(?<!\d)\d{{1,2}}\s{_MONTH_NAME}(?!,?\s\d)"
)
"""A day without its year, or with half of it. It is kept as it stands beside a label or a time of day."""

RELATIVE_TIME = re.compile(
    r"刚刚|[今昨前]天(?:\s*\d{1,2}:\d{2})?|\d+\s*(?:秒|分钟|小时|天|周|个?月)前(?:更新|发布)?|(?:an?|\d+)\s(?:minute|hour|day)s?\sago"
)
"""Counted from the moment of saving: no day."""
