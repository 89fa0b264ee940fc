"""The script of a page: hanzi, which are set without spaces, or letters, which make words."""

import enum
import re
from itertools import chain, pairwise
from unicodedata import east_asian_width

# Hanzi, kana and hangul, which are set without spaces between words or nearly so.
_RUN_TOGETHER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]")
_OF_EITHER_WIDTH = "“”‘’—…·"  # as wide as the script that they stand in
_LETTERS_A_WORD = 5  # a hanzi counts as a word, and a word has about five letters


class Script(enum.StrEnum):
    """The script of a page. A line end separates words on a page in LETTERS, and nothing between hanzi."""

    HAN = "han"
    LETTERS = "letters"


def script_of(text: str) -> Script:
    """Return the script of most words of `text`; HAN for a text without letters."""
    hanzi = len(_RUN_TOGETHER.findall(text))
    letters = sum(map(str.isalpha, text)) - hanzi
    return Script.LETTERS if letters > _LETTERS_A_WORD * hanzi else Script.HAN


def parts_words(left: str, right: str, script: Script) -> bool:
    """Say whether the line break between `left` and `right` is a space in print; `script` is that of the text.

    Hanzi and kana run on over a line's end, and so do letters and figures beside them (使用⏎GDP), but for a word of
    theirs in a text of letters. Hangul are wide, and words of hangul are parted (CSS Text 3, 4.1.3).
    """
    ends = left.rstrip(_OF_EITHER_WIDTH)[-1:], right.lstrip(_OF_EITHER_WIDTH)[:1]
    if any(map(_HANGUL.match, ends)):
        return True
    run_on = [bool(end) and east_asian_width(end) in "WFH" for end in ends]
    return not (any(run_on) if script is Script.HAN else all(run_on))


def closed_up(text: str) -> str:
    """Return `text` in one line: its line breaks are spaces where they part words, and else nothing."""
    lines = [words for line in text.split("\n") if (words := line.strip(" \t"))]
    script = script_of(text)
    seams = (" " if parts_words(left, right, script) else "" for left, right in pairwise(lines))
    return "".join(seam + line for seam, line in zip(chain([""], seams), lines, strict=False))
