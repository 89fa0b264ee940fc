"""Does one line go on where another ends? The weight of evidence, as log odds, from the characters at the seam.

A line ends anywhere in a sentence, often inside a word. The lexicon's pairs know the words of the language; what stands
inside the page's own lines knows its names.
"""

from collections import defaultdict
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from broadsheet.ingest.typeset.arrays import Numbers, Weights
from broadsheet.lexicon.pairs import Pairs

# Weights as log odds, fitted by logistic regression on lines of typeset pages and rounded; the pairs' own figure
# is such a weight already.
_BIAS = -0.5
_SEEN = 1.1  # the pair stands inside a line of this page
_SEEN_WIDER = 1.6  # and so does the pair with one more character, before it or after it
_FIGURE = 2.4  # figures, then what is counted
_LONE_FIGURE = -0.5
_MOST_FOR = 5.0
_MOST_AGAINST = 1.5  # an unlikely pair is weak evidence: new words and names are made of such
_COUNTED = frozenset("年月日时分万亿个％%元多名人余岁度件项家次米吨亩")


class Joins:
    """The evidence between any two lines of a page.

    It hangs on the last character of the one and the first of the other, so it is worked out once for all lines that
    end alike. Only where those two stand inside a line of the page do their neighbours count too.
    """

    def __init__(self, lines: Sequence[str], pairs: Pairs) -> None:
        self._pairs = pairs
        self._lines = lines
        self._seen = {
            text[at : at + size] for text in lines for size in (2, 3) for at in range(len(text) - size + 1)
        }
        self._follows: defaultdict[str, set[str]] = defaultdict(set)
        for run in self._seen:
            if len(run) == 2:
                self._follows[run[0]].add(run[1])
        self._number = {begin: n for n, begin in enumerate(dict.fromkeys(text[0] for text in lines))}
        self._begins = np.array([self._number[text[0]] for text in lines], dtype=np.intp)
        self._afters: dict[str, _After] = {}

    @property
    def known(self) -> bool:
        """Whether the language has pairs at all."""
        return bool(self._pairs.ends)

    def evidence(self, line: int, other: int) -> float:
        """Return the log odds that line `other` goes on from `line`, even odds apart."""
        one, two = self._lines[line], self._lines[other]
        after, begin = self._after(one[-1]), self._begins[other]
        weight = float(after.weights[begin]) + _SEEN_WIDER * (after.seen[begin] and self._wider(one, two))
        return max(-_MOST_AGAINST, min(_MOST_FOR, weight))

    def row(self, line: int, others: Numbers) -> Weights:
        """Return the evidence for each of `others` that it goes on from `line`."""
        after, begins = self._after(self._lines[line][-1]), self._begins[others]
        weights = after.weights[begins]
        for at in np.flatnonzero(after.seen[begins]).tolist():
            weights[at] += _SEEN_WIDER * self._wider(self._lines[line], self._lines[others[at]])
        return np.clip(weights, -_MOST_AGAINST, _MOST_FOR)

    def _wider(self, line: str, other: str) -> int:
        return (line[-2:] + other[0] in self._seen) + (line[-1] + other[:2] in self._seen)

    def _after(self, end: str) -> "_After":
        if end not in self._afters:
            self._afters[end] = self._weighed(end)
        return self._afters[end]

    def _weighed(self, end: str) -> "_After":
        """Weigh what the lines of the page begin with, after `end`."""
        weights, seen = np.full(len(self._number), _BIAS), np.zeros(len(self._number), dtype=bool)
        for begin, likelihood in self._pairs.after(end, self._number).items():
            weights[self._number[begin]] += likelihood
        for begin in self._follows[end] & self._number.keys():
            seen[self._number[begin]] = True
        weights += _SEEN * seen
        if end.isdigit():
            weights += [_FIGURE if begin in _COUNTED else _LONE_FIGURE for begin in self._number]
        return _After(weights, seen)


class _After(msgspec.Struct, frozen=True):
    """The weight of each beginning after one end, and whether the two stand inside a line of the page."""

    weights: Weights
    seen: npt.NDArray[np.bool_]
