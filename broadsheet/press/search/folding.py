"""Folding: what search takes as the same character is made the same, in texts as in queries.

Full width and half width, capitals and small letters, letters with and without marks (Unicode NFKD without marks,
lower case), traditional and simplified characters (OpenCC). The theme's `folding.js` folds queries alike.
"""

import unicodedata
from functools import cache

from broadsheet.press.paper.almanac import simplified_hanzi
from broadsheet.press.search.bits import exp_golomb, packed_bits


class _Folds(dict[int, str]):
    """What `str.translate` puts for a character; each is folded once."""

    def __init__(self) -> None:
        self._simplified = simplified_hanzi()

    def __missing__(self, code: int) -> str:
        folded = self[code] = "".join(map(self._fold, unicodedata.normalize("NFKD", chr(code))))
        return folded

    def _fold(self, character: str) -> str:
        is_mark = unicodedata.category(character)[0] == "M"
        return "" if is_mark else self._simplified.get(character, character).lower()


@cache
def _folds() -> _Folds:
    return _Folds()


def packed_folds() -> bytes:
    """Return the table of traditional characters for readers' browsers: the gaps between them, each with its simplified one."""
    parts, before = [], 0
    table = simplified_hanzi()
    for character, simplified in table.items():
        parts.append(exp_golomb(ord(character) - before, 1) + f"{ord(simplified):016b}")
        before = ord(character)
    return packed_bits((exp_golomb(len(table), 16), *parts))


def folded(text: str) -> str:
    """Return `text` with its characters folded. Its lines stay lines."""
    return text.translate(_folds())
