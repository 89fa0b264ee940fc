"""Find the printed page that a line points to: 下转第三版, 上接1版, 详见12版."""

import re

# Patterns with many hanzi take a millisecond to compile, so `re` compiles these at their first use.
_PAGE = r"(?P<digits>\d{1,3})\s?版|(?P<tens>[一二三四五六七八九]?十)?(?P<ones>[一二三四五六七八九])?\s?版"
# The page of a teaser, before or after its words: 3版, （详见第12版）, Page 3.
_PAGE_MARK = (
    r"(?i)^[▶►▷\s]*(?:第?\s*[A-Z]?\d+\s*版|page\s+[A-Z]?\d+\s*:?)"
    r"|[（(]?(?:(?:详?见|转)?第?\s*[A-Z]?\d+\s*版|(?:see\s+)?page\s+[A-Z]?\d+)[）)]?$"
)
_SHEET = r"第\s?(\d{1,3}|[一二三四五六七八九十]{1,3})\s?[张張]"  # what old papers call a page
_DIGITS = "零一二三四五六七八九"


def page_number(line: str) -> int:
    """Return the first page number in `line`, or 0 if there is none."""
    for match in re.finditer(_PAGE, re.sub(_SHEET, r"第\1版", line)):
        if match["digits"]:
            return int(match["digits"])
        if match["tens"] or match["ones"]:
            return _tens(match["tens"]) + _DIGITS.index(match["ones"] or "零")
    return 0


def without_page(teaser: str) -> str:
    """Return the text of a teaser without the page that it points to."""
    return re.sub(_PAGE_MARK, "", teaser.strip())


def _tens(words: str | None) -> int:
    """Return the value of 十 or 二十, or 0 for None."""
    if not words:
        return 0
    return 10 * (_DIGITS.index(words[0]) if len(words) == 2 else 1)
