"""The keys of the index: pairs of characters, or in a paper with spaces between words, the words. All are numbers.

A pair is two UTF-16 units, the first times 65,536, as JavaScript has its strings; the second is 0 where no letter,
hanzi or digit follows. A word is its first ten characters as digits of base 38, so that words with the same beginning
are neighbours. The names of sections and authors are above all of these, by their 32-bit FNV-1a digest.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

_DIGITS = {character: digit for digit, character in enumerate("0123456789abcdefghijklmnopqrstuvwxyz", 1)}
_OTHER = 37
_BASE = 38
_LETTERS = 10  # 38^10 and the names above it are exact in JavaScript's numbers, which are so up to 2^53
NAMES_FROM: int = _BASE**_LETTERS
"""The first key of a name."""

_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"[^\S\n]+")


class Scheme(NamedTuple):
    """How texts become keys.

    `name` is what the theme's script knows it by. `keys` returns the key at each position of a text, 0 where none begins:
    a position is that of a UTF-16 unit, or of a word.
    """

    name: str
    keys: Callable[[str], Sequence[int]]


def _pairs(text: str) -> Sequence[int]:
    units = memoryview(_SPACE.sub("", text).encode("utf-16-le", "surrogatepass")).cast("H")
    found = [_UNITS[unit] for unit in units]
    return [unit and unit << 16 | after for unit, after in zip(found, (*found[1:], 0), strict=True)]


class _Units(dict[int, int]):
    """A UTF-16 unit that is part of a word is itself, another one is 0. A half of a pair of units is part of a word."""

    def __missing__(self, unit: int) -> int:
        is_part = unicodedata.category(chr(unit))[0] in "LN" or 0xD800 <= unit < 0xE000
        self[unit] = unit if is_part else 0
        return self[unit]


_UNITS = _Units()


def _words(text: str) -> Sequence[int]:
    return [_word_key(word) for word in _WORD.findall(text)]


@cache
def _word_key(word: str) -> int:
    key = 0
    for character in word[:_LETTERS].ljust(_LETTERS):
        key = key * _BASE + (0 if character == " " else _DIGITS.get(character, _OTHER))
    return key


PAIRS = Scheme("pairs", _pairs)
WORDS = Scheme("words", _words)


@cache
def name_key(name: str) -> int:
    """Return the key of a name, such as `section:要闻`."""
    digest = 0x811C9DC5
    for byte in name.encode():
        digest = (digest ^ byte) * 0x01000193 & 0xFFFFFFFF
    return NAMES_FROM + digest
