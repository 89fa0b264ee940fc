"""The script of a page: whether its characters run together as hanzi do, or make words as letters do."""

import enum
import re

# Hanzi, kana and hangul: what is set without spaces between words, or nearly so.
_RUN_TOGETHER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
_LETTERS_A_WORD = 5  # a hanzi says about as much as a word of letters


class Script(enum.StrEnum):
    """How a page is written. A line's end parts words of LETTERS, and parts nothing between hanzi."""

    HAN = "han"
    LETTERS = "letters"


def script_of(text: str) -> Script:
    """Return the script of most of `text`; a page without letters is read as hanzi."""
    hanzi = len(_RUN_TOGETHER.findall(text))
    letters = sum(map(str.isalpha, text)) - hanzi
    return Script.LETTERS if letters > _LETTERS_A_WORD * hanzi else Script.HAN
