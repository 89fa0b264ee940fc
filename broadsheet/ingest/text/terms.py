"""Compare texts of a page by the terms that they share.

The terms of a text are its pairs and triples of neighbouring hanzi, its numbers of three digits or more and its Latin
words. Each is weighted by how few texts of the page contain it (inverse document frequency). No dictionary is needed,
so names and new words count as much as old ones.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import add

import msgspec

_COMMON = 64  # texts; a term that more of them contain tells none of them apart
_CACHED = 2048  # texts; a page has a few hundred
_PAGES = 2  # the paragraphs and the stories of one page
_RUNS = re.compile(r"[\u3400-\u9fff]+|[A-Za-zÀ-ɏſ]{2,}|\d{3,}")


@lru_cache(maxsize=_CACHED)
def terms(text: str) -> frozenset[str]:
    """Return the terms of `text`, Latin words in lower case; cached, since each stage compares the same texts."""
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
        return _weights(tuple(texts))

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the sum of the weights of the terms in both `one` and `other`, the same in whatever order a set has them."""
        return math.fsum(self.weights.get(term, 0.0) for term in one & other)

    def similarity(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the shared weight for each term of the smaller set; about 0 for texts on different topics."""
        smaller = min(len(one), len(other))
        return self.shared(one, other) / smaller if smaller else 0.0

    def coverage(self, line: frozenset[str], text: frozenset[str]) -> float:
        """Return the share, from 0 to 1, of the weight of `line` whose terms are in `text` too."""
        total = self.shared(line, line)
        return self.shared(line, text) / total if total else 0.0


@lru_cache(maxsize=_PAGES)
def _weights(texts: tuple[str, ...]) -> TermWeights:
    """Return the weights of the terms of `texts`, cached for the stages that compare the same paragraphs."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(terms(text))
    rarest = math.log(len(texts) + 1)
    return TermWeights({term: rarest - math.log(count) for term, count in counted.items()}, rarest)


class TermIndex(msgspec.Struct, frozen=True):
    """Which of several texts contain a term, so that a line is compared only with those that share terms with it."""

    weights: TermWeights
    texts: dict[str, list[int]]

    @classmethod
    def of(cls, texts: Sequence[frozenset[str]], weights: TermWeights) -> "TermIndex":
        """Return the index of `texts`, each given by its terms."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for n, words in enumerate(texts):
            for term in words:
                found[term].append(n)
        return cls(weights, {term: numbers for term, numbers in found.items() if len(numbers) <= _COMMON})

    def shared(self, line: frozenset[str]) -> dict[int, float]:
        """Return the sum of the weights of the terms that `line` shares with each text that shares any."""
        sums: defaultdict[int, float] = defaultdict(float)
        for term in sorted(line):
            for n in self.texts.get(term, ()):
                sums[n] += self.weights.weights[term]
        return dict(sums)
