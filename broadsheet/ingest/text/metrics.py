"""How wide text is in print, in em: one hanzi is 1 em, and punctuation may give up half of itself.

Source: W3C clreq, on punctuation width adjustment (标点宽度调整) and line breaking rules (避头尾).
"""

import re
from collections.abc import Callable

import msgspec

from broadsheet.lexicon.patterns import Characters

_LATIN = 0.5
_SPACE = 0.25
_GAP = 0.25  # set between a hanzi and a figure or Latin letter, and squeezed to half of that
_SEAM = re.compile(r"(?<=[A-Za-z0-9%])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])")


MARKS = (1.0, 0.5)  # how wide typesetters set compressible characters: whole, or all of them by half


class Extent(msgspec.Struct, frozen=True):
    """Width of a text in em: as it stands, and at the least, with every compressible character at half its width.

    At the least a closing mark at the end hangs out of the column, too.
    """

    natural: float
    least: float

    def __add__(self, other: "Extent") -> "Extent":
        return Extent(self.natural + other.natural, self.least + other.least)


def extent(text: str, characters: Characters, marks: float = MARKS[0]) -> Extent:
    """Measure `text` where compressible characters are set `marks` em wide."""
    gaps = _GAP * len(_SEAM.findall(text))
    squeezed = sum(char in characters.compressible for char in text)
    natural = sum(map(_width, text)) + gaps - (1 - marks) * squeezed
    hangs = text[-1:] in characters.compressible and text[-1:] in characters.closing
    return Extent(natural, natural - (marks - 0.5) * squeezed - gaps / 2 - hangs / 2)


def _width(char: str) -> float:
    if char.isspace():
        return 1.0 if char == "\u3000" else _SPACE
    return _LATIN if char < "\u2000" else 1.0


def token_finder(characters: Characters) -> Callable[[str], str]:
    """Return a function that finds the unbreakable token with which a line's text begins.

    Opening marks hold on to what follows, closing marks to what precedes, and a number or word is whole.
    """
    opening = "".join(map(re.escape, sorted(characters.opening)))
    closing = "".join(map(re.escape, sorted(characters.closing)))
    token = re.compile(rf"[{opening}]*(?:[A-Za-z0-9][A-Za-z0-9.,/:-]*|.)[{closing}]*")

    def first_token(text: str) -> str:
        match = token.match(text)
        return match[0] if match else ""

    return first_token
