"""The printed width of Chinese text, in em: a hanzi is 1 em wide, and punctuation can be set half as wide.

Source: W3C, Requirements for Chinese Text Layout (clreq): punctuation width adjustment (标点宽度调整) and line breaking
rules (避头尾).
"""

import re
from collections.abc import Callable
from functools import lru_cache

import msgspec

from broadsheet.lexicon.patterns import Characters

_LATIN = 0.5
_SPACE = 0.25
_GAP = 0.25  # between a hanzi and a figure or Latin letter; compressed to half of that
_SCRIPT_CHANGE = re.compile(r"(?<=[A-Za-z0-9%])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])")
_CACHED = 4096  # texts; a page has a few hundred lines and their first words
MARKS = (1.0, 0.5)  # em; the widths in which a page sets its compressible punctuation


class Extent(msgspec.Struct, frozen=True):
    """The width of a text in em: `natural` as set, `least` with all punctuation compressed.

    In `least`, a closing mark at the end hangs out of the column.
    """

    natural: float
    least: float

    def __add__(self, other: "Extent") -> "Extent":
        return Extent(self.natural + other.natural, self.least + other.least)


def extent(text: str, characters: Characters, marks: float = MARKS[0]) -> Extent:
    """Return the width of `text` on a page that sets compressible punctuation `marks` em wide."""
    set_wide, gaps, compressible = _parts(text, characters.compressible)
    natural = set_wide + gaps - (1 - marks) * compressible
    hangs = text[-1:] in characters.compressible and text[-1:] in characters.closing
    return Extent(natural, natural - (marks - 0.5) * compressible - gaps / 2 - hangs / 2)


@lru_cache(maxsize=_CACHED)
def _parts(text: str, compressible: frozenset[str]) -> tuple[float, float, int]:
    """Return the width of the characters of `text`, that of the gaps between scripts, and how many marks can be compressed."""
    gaps = _GAP * len(_SCRIPT_CHANGE.findall(text))
    return sum(map(_width, text)), gaps, sum(map(compressible.__contains__, text))


def _width(char: str) -> float:
    """Return the width of one character in em."""
    if char.isspace():
        return 1.0 if char == "\u3000" else _SPACE
    return _LATIN if char < "\u2000" else 1.0


def token_finder(characters: Characters) -> Callable[[str], str]:
    """Return a function from a text to the unbreakable token at its beginning.

    No line break is allowed after an opening mark, before a closing mark, or inside a number or a word.
    """
    opening = "".join(map(re.escape, sorted(characters.opening)))
    closing = "".join(map(re.escape, sorted(characters.closing)))
    token = re.compile(rf"[{opening}]*(?:[A-Za-z0-9][A-Za-z0-9.,/:-]*|.)[{closing}]*")

    def first_token(text: str) -> str:
        match = token.match(text)
        return match[0] if match else ""

    return first_token
