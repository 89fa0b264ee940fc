"""The script of a page: hanzi, which are set without spaces, or letters, which make words."""

import enum
import re

# Hanzi, kana and hangul, which are set without spaces between words or nearly so.
_RUN_TOGETHER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
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
