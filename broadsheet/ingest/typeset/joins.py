"""Log odds that one line continues another, from the last characters of the one and the first of the other.

A line of hanzi may end inside a word. The lexicon's table of pairs knows the words of the language; the insides of the
page's own lines show its names.
"""

from collections import defaultdict
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from broadsheet.ingest.typeset.arrays import Indices, Weights
from broadsheet.lexicon.pairs import Pairs

# Weights as log odds, fitted by logistic regression on lines of typeset pages and rounded. The figure of a pair in the
# lexicon is such a weight already.
_BIAS = -0.5
_SEEN = 1.1  # the pair of hanzi stands inside a line of this page
_SEEN_WIDER = 1.6  # the pair with one more character, before or after it, does too
_FIGURE = 2.4  # a figure, then a word that is counted
_LONE_FIGURE = -0.5
_MOST_FOR = 5.0
_MOST_AGAINST = 1.5  # an unlikely pair is weak evidence, because names and new words consist of such pairs
_COUNTED = frozenset("年月日时分万亿个％%元多名人余岁度件项家次米吨亩")


class Joins:
    """The evidence between any two lines of a page.

    It depends on the last character of one line and the first of the other, so it is computed once for all lines with
    the same last character. Further characters count only if this pair stands inside a line of the page.
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
        """Whether the lexicon has a table of pairs for the language."""
        return bool(self._pairs.ends)

    def evidence(self, line: int, other: int) -> float:
        """Return the log odds that line `other` continues `line`; both are indices of lines."""
        one, two = self._lines[line], self._lines[other]
        after, begin = self._after(one[-1]), self._begins[other]
        weight = float(after.weights[begin]) + _SEEN_WIDER * (after.seen[begin] and self._wider(one, two))
        return max(-_MOST_AGAINST, min(_MOST_FOR, weight))

    def row(self, line: int, others: Indices) -> Weights:
        """Return, for each of the lines `others`, the log odds that it continues `line`."""
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
        """Return the weight of each first character of the page's lines after the last character `end`."""
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
    """For one last character: the weight of each first character, and whether the pair is `seen` inside a line."""

    weights: Weights
    seen: npt.NDArray[np.bool_]
