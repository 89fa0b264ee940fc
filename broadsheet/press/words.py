"""What the press says to readers in its own words, in one place."""

import datetime as dt
from typing import Final

from broadsheet.model.address import Address
from broadsheet.model.article import Status

SECTION: Final = "栏目"
COLUMN: Final = "专栏"
AUTHOR: Final = "作者"
TAG: Final = "标签"
KINDS: Final = {"section": SECTION, "column": COLUMN, "author": AUTHOR, "tag": TAG}
ARCHIVE: Final = "往期"
NOT_FOUND: Final = "没有这一页"

FIRST_ARTICLE: Final = "已是本期第一篇"
LAST_ARTICLE: Final = "已是本期最后一篇"
FIRST_PAGE: Final = "已是第一版"
LAST_PAGE: Final = "已是最后一版"
OLDEST_EDITION: Final = "已是最早一期"
NEWEST_EDITION: Final = "已是最新一期"
OLDEST_LIST: Final = "没有更早的文章"
NEWEST_LIST: Final = "已是最新文章"
OLDER: Final = "更早的文章"
NEWER: Final = "更新的文章"
UNTITLED: Final = "无题"

STATUS_LABELS: Final = {Status.PUBLISHED: "", Status.DRAFT: "草稿", Status.REVIEW: "待校"}

_WEEKDAYS = "一二三四五六日"


def long_date(date: dt.date) -> str:
    """Return 2024年4月15日."""
    return f"{date.year}年{date.month}月{date.day}日"


def folio_date(date: dt.date) -> str:
    """Return 2024年04月15日, as a folio line has it."""
    return f"{date.year}年{date.month:02d}月{date.day:02d}日"


def weekday(date: dt.date) -> str:
    """Return 星期一."""
    return f"星期{_WEEKDAYS[date.weekday()]}"


def month_title(year: int, month: int) -> str:
    """Return 2024年4月."""
    return f"{year}年{month}月"


def year_title(year: int) -> str:
    """Return 2024年."""
    return f"{year}年"


def page_label(number: int) -> str:
    """Return 第01版."""
    return f"第{number:02d}版"


def page_name(number: int, name: str) -> str:
    """Return 第01版 要闻, or 第01版 for a page without a name."""
    return f"{page_label(number)} {name}".rstrip()


def edition_number(number: int) -> str:
    """Return 总第8012期, or nothing for an unknown number."""
    return f"总第{number}期" if number else ""


def page_count(count: int) -> str:
    """Return 今日4版."""
    return f"今日{count}版"


def folio(paper: str, address: Address) -> str:
    """Return the folio line of an article: 《报名》2024年04月15日 第01版."""
    return f"《{paper}》{folio_date(address.date)} {page_label(address.page)}"


def numbered_list(title: str, number: int) -> str:
    """Return the name of a numbered page of a list: 要闻（3）."""
    return f"{title}（{number}）"
