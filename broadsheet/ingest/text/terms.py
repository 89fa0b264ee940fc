"""Compare texts of a page by the terms that they share.

The terms of a text are its pairs and triples of neighbouring hanzi, its numbers of three digits or more and its Latin
words. Each is weighted by how few texts of the page contain it (inverse document frequency). No dictionary is needed,
so names and new words count as much as old ones.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from operator import add

import msgspec

_RUNS = re.compile(r"[\u3400-\u9fff]+|[A-Za-zÀ-ɏſ]{2,}|\d{3,}")


def terms(text: str) -> frozenset[str]:
    """Return the terms of `text`, Latin words in lower case."""
    found: set[str] = set()
    for run in _RUNS.findall(text):
        if run[0] < "\u3400":
            found.add(run.lower())
            continue
        pairs = list(map(add, run, run[1:]))
        found.update(pairs, map(add, pairs, run[2:]))
    return frozenset(found)


class TermWeights(msgspec.Struct, frozen=True):
    """The weight of each term, log((texts + 1) / texts that contain it), in nats.

    `rarest` is the weight of a term that one text contains.
    """

    weights: dict[str, float]
    rarest: float

    @classmethod
    def of(cls, texts: Iterable[str]) -> "TermWeights":
        """Return the weights of the terms of `texts`, the paragraphs or the stories of a page."""
        counted: Counter[str] = Counter()
        n = 0
        for text in texts:
            counted.update(terms(text))
            n += 1
        return cls({term: math.log((n + 1) / count) for term, count in counted.items()}, math.log(n + 1))

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the sum of the weights of the terms in both `one` and `other`."""
        return sum(self.weights.get(term, 0.0) for term in one & other)

    def similarity(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the shared weight for each term of the smaller set; about 0 for texts on different topics."""
        smaller = min(len(one), len(other))
        return self.shared(one, other) / smaller if smaller else 0.0

    def coverage(self, line: frozenset[str], text: frozenset[str]) -> float:
        """Return the share, from 0 to 1, of the weight of `line` whose terms are in `text` too."""
        total = self.shared(line, line)
        return self.shared(line, text) / total if total else 0.0
