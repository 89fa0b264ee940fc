"""Which characters follow each other in a language that does not part its words: the table and its loader."""

import functools
import re
from collections.abc import Iterable
from importlib.resources import files

import msgspec

_FOLLOWERS = re.compile(r"(\d+)([^\d\s]+)")


class Pairs(msgspec.Struct, frozen=True):
    """How much likelier than by chance a hanzi ends a word, begins one, or is followed by others in one; in nats.

    `inside` tells those others as the table does.
    """

    ends: dict[str, float]
    begins: dict[str, float]
    inside: dict[str, str]

    def after(self, one: str, others: Iterable[str]) -> dict[str, float]:
        """Return how much likelier than by chance each of `others` follows `one`, if the table knows both."""
        if one not in self.ends:
            return {}
        inside, end = _read(self.inside[one]), self.ends[one]
        return {
            other: inside.get(other, end + self.begins[other]) for other in others if other in self.begins
        }


@functools.cache
def _read(told: str) -> dict[str, float]:
    """Read `1丈举 3一` as figures by hanzi. A page has few of the table's hanzi, so only those are read."""
    return {other: float(figure) for figure, text in _FOLLOWERS.findall(told) for other in text}


@functools.cache
def load_pairs(language: str) -> Pairs:
    """Load the pairs of `language`; a language that parts its words has no table, and none are known."""
    pairs = Pairs({}, {}, {})
    path = files(__package__).joinpath(f"{language}_pairs.txt")
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    for line in lines:
        if not line.startswith("#"):
            hanzi, end, begin, followers = f"{line} ".split(" ", 3)
            pairs.ends[hanzi], pairs.begins[hanzi] = int(end) / 10, int(begin) / 10
            pairs.inside[hanzi] = followers
    return pairs
