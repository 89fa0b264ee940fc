"""Which characters follow each other in a language that does not part its words: the table and its loader."""

import functools
import re
from importlib.resources import files

import msgspec

_FOLLOWERS = re.compile(r"(\d+)(\D+)")


class Pairs(msgspec.Struct, frozen=True):
    """How much likelier than by chance a hanzi ends a word, begins one, or follows another in one; in nats."""

    ends: dict[str, float]
    begins: dict[str, float]
    inside: dict[str, float]

    def likelihood(self, one: str, other: str) -> float | None:
        """Return how much likelier than by chance `other` follows `one`; None where the table does not know them."""
        if one not in self.ends or other not in self.begins:
            return None
        return self.inside.get(one + other, self.ends[one] + self.begins[other])


@functools.cache
def load_pairs(language: str) -> Pairs:
    """Load the pairs of `language`; a language that parts its words has no table, and none are known."""
    pairs = Pairs({}, {}, {})
    path = files(__package__).joinpath(f"{language}_pairs.txt")
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    for line in lines:
        if not line.startswith("#"):
            hanzi, end, begin, *followers = line.split()
            pairs.ends[hanzi] = int(end) / 10
            pairs.begins[hanzi] = int(begin) / 10
            for group in followers:
                figure, text = _FOLLOWERS.match(group).groups()  # type: ignore[union-attr]
                pairs.inside.update({hanzi + other: float(figure) for other in text})
    return pairs
