"""Topic evidence: how much two texts of a page share that the rest of the page does not.

The signs are pairs and triples of neighbouring hanzi, whole numbers and Latin words, each weighted by how few
of the page's paragraphs have it. No dictionary is needed, so names and new words count as much as old ones.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from operator import add

import msgspec

_RUNS = re.compile(r"[\u3400-\u9fff]+|[A-Za-zÀ-ɏſ]{2,}|\d{3,}")


def signs(text: str) -> frozenset[str]:
    """Return the signs of `text`."""
    found: set[str] = set()
    for run in _RUNS.findall(text):
        if run[0] < "\u3400":
            found.add(run.lower())
            continue
        pairs = list(map(add, run, run[1:]))
        found.update(pairs, map(add, pairs, run[2:]))
    return frozenset(found)


class Topics(msgspec.Struct, frozen=True):
    """Weights of a page's signs: `log(n / df)` over its paragraphs, so what stands everywhere weighs nothing."""

    weights: dict[str, float]
    rarest: float  # the weight of a sign that stands in one text only

    @classmethod
    def of(cls, paragraphs: Iterable[str]) -> "Topics":
        """Weigh the signs of a page's paragraphs, or of its stories."""
        counted: Counter[str] = Counter()
        n = 0
        for text in paragraphs:
            counted.update(signs(text))
            n += 1
        return cls({sign: math.log((n + 1) / count) for sign, count in counted.items()}, math.log(n + 1))

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the weight of what `one` and `other` share."""
        return sum(self.weights.get(sign, 0.0) for sign in one & other)

    def kinship(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the weight that both share for each sign of the smaller: about 0 for strangers."""
        smaller = min(len(one), len(other))
        return self.shared(one, other) / smaller if smaller else 0.0

    def affinity(self, line: frozenset[str], text: frozenset[str]) -> float:
        """Return the share of the line's weight that `text` has too: 0 for none of it, 1 for all."""
        total = self.shared(line, line)
        return self.shared(line, text) / total if total else 0.0
