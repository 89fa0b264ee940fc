"""Make `<language>_pairs.txt` from a word list: how much likelier than by chance one hanzi follows another.

Run as `python -m broadsheet.lexicon.make_pairs dict.txt > broadsheet/lexicon/zh_pairs.txt`, with the word list of
jieba 0.42 (`word count tag` on each line; MIT licence, Copyright (c) 2013 Sun Junyi). The measure is pointwise mutual
information in nats, in a text of words in random order: two hanzi are neighbours inside a word or where two words meet.
"""

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import msgspec

_WORD = re.compile(r"([\u3400-\u9fff]+) (\d+)")
_RARE_HANZI = 300
_RARE_PAIR = 40
_LEAST_GAIN = 0.8  # in nats, over what the two hanzi at the end and the beginning of words suggest
_PRIOR = 10  # words added to every count, for hanzi in few words of the list
_HEAD = """\
# How much likelier than by chance one hanzi follows another, in nats. Made by broadsheet.lexicon.make_pairs from the
# word list of jieba 0.42 (https://github.com/fxsjy/jieba, MIT licence, Copyright (c) 2013 Sun Junyi).
# A hanzi; how much likelier than by chance a word ends with it, and begins with it, in tenths; then those that
# follow it inside words, after the figure for the pair."""


class Counts(msgspec.Struct, frozen=True):
    """How often hanzi stand in words, begin and end words, and follow each other inside words."""

    hanzi: Counter[str]
    first: Counter[str]
    last: Counter[str]
    pairs: Counter[str]
    total: int
    hanzi_per_word: float

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Counts":
        """Return the counts of a word list, whose lines are `word count tag`."""
        hanzi, first, last, pairs = (Counter[str]() for _ in range(4))
        for word, times in (found.groups() for line in lines if (found := _WORD.match(line))):
            n = int(times)
            first[word[0]] += n
            last[word[-1]] += n
            for char in word:
                hanzi[char] += n
            for one, other in pairwise(word):
                pairs[one + other] += n
        return cls(hanzi, first, last, pairs, hanzi.total(), hanzi.total() / first.total())

    def boundary(self, ends: Counter[str], hanzi: str) -> float:
        """Return how much likelier than by chance, in nats, a word begins or ends with `hanzi`; `ends` are those counts."""
        share = (ends[hanzi] + _PRIOR) / (self.hanzi[hanzi] + 2 * _PRIOR)
        return math.log(share * math.sqrt(self.hanzi_per_word))

    def likelihood(self, one: str, other: str) -> float:
        """Return how much likelier than by chance, in nats, `other` follows `one`."""
        apart = math.exp(self.boundary(self.last, one) + self.boundary(self.first, other))
        by_chance = self.hanzi[one] * self.hanzi[other] / self.total
        together = self.pairs[one + other] / by_chance
        return math.log(apart + together)


def pair_lines(counts: Counts) -> Iterator[str]:
    """Yield the lines of the table, sorted by hanzi."""
    known = {hanzi for hanzi, n in counts.hanzi.items() if n >= _RARE_HANZI}
    followers: defaultdict[str, defaultdict[int, str]] = defaultdict(lambda: defaultdict(str))
    for pair, n in sorted(counts.pairs.items()):
        one, other = pair[0], pair[1]
        if n >= _RARE_PAIR and {one, other} <= known:
            figure = counts.likelihood(one, other)
            alone = counts.boundary(counts.last, one) + counts.boundary(counts.first, other)
            if figure - alone >= _LEAST_GAIN and round(figure) > 0:
                followers[one][round(figure)] += other
    for hanzi in sorted(known):
        ends = (counts.boundary(counts.last, hanzi), counts.boundary(counts.first, hanzi))
        groups = (f"{figure}{text}" for figure, text in sorted(followers[hanzi].items()))
        yield " ".join([hanzi, *(str(round(10 * end)) for end in ends), *groups])


if __name__ == "__main__":
    lines = pair_lines(Counts.of(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()))
    sys.stdout.write("\n".join([_HEAD, *lines, ""]))
