"""Quotation marks and brackets that open and do not close, or close and were not open."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_CLOSING = {"”": "“", "）": "（", "》": "《", ")": "（"}
_OPENING = {"“": "“", "（": "（", "《": "《", "(": "（"}  # print mixes the widths of brackets: （a)
_SIGN = re.compile("[“”（）《》()]")
_GAP = re.compile(r"\n\s*\n\s*")
# 1）… 二）… a）…: an item's number, and no bracket that was open.
_ITEM = re.compile(r"(?:^|[\s。；：，、:;,.])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$")
_LONGEST_ITEM = 4  # with what stands before it


class Lone(NamedTuple):
    """A quotation mark or bracket without its partner, and its offset in the text."""

    offset: int
    sign: str


def lone_signs(text: str) -> Iterator[Lone]:
    """Yield the first lone sign of each paragraph of `text`.

    A quotation of several paragraphs opens anew in each and closes once, at its end (GB/T 15834-2011, 4.8.3.3):
    where the next paragraph begins with “, an open one is as it should be.
    """
    ends = [(gap.start(), gap.end()) for gap in _GAP.finditer(text)]
    starts = [0, *(begin for _, begin in ends)]
    for start, (end, following) in zip(starts, [*ends, (len(text), len(text))], strict=True):
        lone = _lone(text[start:end], continues=text.startswith("“", following))
        if lone:
            yield Lone(lone.offset + start, lone.sign)


def _lone(text: str, *, continues: bool) -> Lone | None:
    waiting: list[Lone] = []
    for match in _SIGN.finditer(text):
        sign = match[0]
        here = Lone(match.start(), sign)
        if sign in _OPENING:
            waiting.append(here)
        elif waiting and _OPENING[waiting[-1].sign] == _CLOSING[sign]:
            waiting.pop()
        elif _CLOSING[sign] != "（" or not _is_item(text, here.offset):
            return here
    if continues and [lone.sign for lone in waiting] == ["“"]:
        return None
    return waiting[-1] if waiting else None


def _is_item(text: str, end: int) -> bool:
    """Whether what ends at `end` is the number of an item."""
    return bool(_ITEM.search(text, max(0, end - _LONGEST_ITEM), end))
