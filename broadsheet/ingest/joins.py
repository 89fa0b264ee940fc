"""Does one line go on where another ends? The weight of evidence, as log odds, from the characters at the seam.

A line ends anywhere in a sentence, often inside a word. The lexicon's pairs know the words of the language; what stands
inside the page's own lines knows its names.
"""

from collections.abc import Iterable

import msgspec

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


class Joins(msgspec.Struct, frozen=True):
    """The evidence of a page: the language's pairs, and the runs of two and three characters inside its lines."""

    pairs: Pairs
    seen: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[str], pairs: Pairs) -> "Joins":
        """Gather what stands inside `lines`."""
        seen: set[str] = set()
        for text in lines:
            for size in (2, 3):
                seen.update(text[at : at + size] for at in range(len(text) - size + 1))
        return cls(pairs, frozenset(seen))

    def evidence(self, line: str, other: str) -> float:
        """Return the log odds that the text of `other` goes on from that of `line`, even odds apart."""
        end, begin = line[-1], other[0]
        known = self.pairs.likelihood(end, begin)
        wider = (line[-2:] + begin in self.seen) + (end + other[:2] in self.seen)
        weight = (
            _BIAS
            + (known or 0.0)
            + _SEEN * (end + begin in self.seen)
            + _SEEN_WIDER * wider
            + end.isdigit() * (_FIGURE if begin in _COUNTED else _LONE_FIGURE)
        )
        return max(-_MOST_AGAINST, min(_MOST_FOR, weight))
