"""Which characters follow each other in a language without spaces between words: a table, and its loader."""

import functools
import re
from collections.abc import Iterable
from importlib.resources import files

import msgspec

_FOLLOWERS = re.compile(r"(\d+)([^\d\s]+)")


class Pairs(msgspec.Struct, frozen=True):
    """How much likelier than by chance, in nats, hanzi end words, begin words, and follow each other inside words.

    `inside` maps a hanzi to its row of the table, which is parsed when it is first used.
    """

    ends: dict[str, float]
    begins: dict[str, float]
    inside: dict[str, str]

    def after(self, one: str, others: Iterable[str]) -> dict[str, float]:
        """Return how much likelier than by chance, in nats, each of `others` follows `one`.

        Characters that are not in the table are left out.
        """
        if one not in self.ends:
            return {}
        inside, end = _parsed(self.inside[one]), self.ends[one]
        return {
            other: inside.get(other, end + self.begins[other]) for other in others if other in self.begins
        }


@functools.cache
def _parsed(row: str) -> dict[str, float]:
    """Return a row such as `1丈举 3一` as figures by hanzi. A page uses few rows, so only those are parsed."""
    return {other: float(figure) for figure, text in _FOLLOWERS.findall(row) for other in text}


@functools.cache
def load_pairs(language: str) -> Pairs:
    """Return the table of `language`, empty for a language with spaces between words."""
    pairs = Pairs({}, {}, {})
    path = files(__package__).joinpath(f"{language}_pairs.txt")
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    for line in lines:
        if not line.startswith("#"):
            hanzi, end, begin, followers = f"{line} ".split(" ", 3)
            pairs.ends[hanzi], pairs.begins[hanzi] = int(end) / 10, int(begin) / 10
            pairs.inside[hanzi] = followers
    return pairs
