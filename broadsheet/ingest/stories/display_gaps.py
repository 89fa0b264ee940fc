"""Weigh the gaps with a display line in them, on a page of hanzi: it is the headline of the text below, or a subhead.

Its look does not tell: both stand alone between two paragraphs. A page of short stories has a headline every few lines,
over texts that share nothing; the parts of a long story share names and terms, and repeat the words of its subheads.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.text.terms import TermWeights, terms

# Weights of the evidence, as log odds: fitted by logistic regression on 340 such gaps of pages with known stories, and
# doubled. In fits that did not see a gap's own page, 5 of the 290 gaps farther from 0 than 4 were wrong.
_BIAS = 4.6
_SIMILARITY = -35.0  # of all text above and below
_SECTIONS = -21.0  # similarity of the text between this display line and the next ones above and below
_QUOTED = -7.4  # the line is short and the text around it repeats it, as for nine subheads in ten
_QUESTION = -8.0  # one of several lines that ask, as in an interview; set by hand
_LEAD = 2.6  # the text below opens as half of all stories do
_SHORT_STORIES = 1.3  # for each dateline of the page
_NAMES = 0.4  # for each term of the line that no other paragraph than those below has
_ONE_PARAGRAPH = -4.0  # divided by the paragraphs between this display line and the one above

_ASKS = "？?"
_ALIKE = 0.15  # a higher similarity says no more
_DATELINES_MOST = 3
_NAMES_MOST = 6.0
_SUBHEAD = range(4, 17)  # characters; a text has the word or two of its own headline too


class GapEvidence(msgspec.Struct, frozen=True):
    """What is known of a gap beside its own lines: how alike the text around it is, and whether the text below has a lead."""

    similarity: float
    around: tuple[int, int]
    leads: bool


class DisplayGaps:
    """The gaps of a page, numbered as `certain` is, in which a display line stands; `body` are indices of `blocks`."""

    def __init__(
        self, blocks: Sequence[Block], body: Sequence[int], certain: Sequence[bool], weights: TermWeights
    ) -> None:
        self._blocks, self._body, self._certain, self._weights = blocks, body, certain, weights
        self._lines = [
            tuple(n for n in range(i + 1, j) if blocks[n].kind is Kind.DISPLAY) for i, j in pairwise(body)
        ]
        self._questions = {
            k for k, lines in enumerate(self._lines) if lines and blocks[lines[-1]].text[-1] in _ASKS
        }
        self._datelines = sum(blocks[i].opening == "dateline" for i in body)

    def __contains__(self, k: int) -> bool:
        return bool(self._lines[k])

    def odds(self, k: int, evidence: GapEvidence) -> float:
        """Return the log odds that the display line in gap `k` is the headline of a story below it."""
        above, below = self._section_above(k), self._section_below(k)
        words = terms("\n".join(self._blocks[n].text for n in self._lines[k]))
        names = self._weights.shared(words, self._terms(below)) / self._weights.rarest
        sections = self._weights.similarity(self._terms(above), self._terms(below))
        return (
            _BIAS
            + _SIMILARITY * min(evidence.similarity, _ALIKE)
            + _SECTIONS * min(sections, _ALIKE)
            + _QUOTED * self._is_quoted(k, evidence.around)
            + _QUESTION * (k in self._questions and len(self._questions) > 1)
            + _LEAD * evidence.leads
            + _SHORT_STORIES * min(self._datelines, _DATELINES_MOST)
            + _NAMES * min(names, _NAMES_MOST)
            + _ONE_PARAGRAPH / len(above)
        )

    def _section_above(self, k: int) -> range:
        """Return the paragraphs, numbered as in `body`, up to the next display line or certain gap above gap `k`."""
        first = k
        while first > 0 and not self._parts(first - 1):
            first -= 1
        return range(first, k + 1)

    def _section_below(self, k: int) -> range:
        last = k + 1
        while last < len(self._certain) and not self._parts(last):
            last += 1
        return range(k + 1, last + 1)

    def _parts(self, k: int) -> bool:
        return self._certain[k] or k in self

    def _terms(self, paragraphs: range) -> frozenset[str]:
        return frozenset().union(*(terms(self._blocks[self._body[n]].text) for n in paragraphs))

    def _is_quoted(self, k: int, around: tuple[int, int]) -> bool:
        """Return whether the line in gap `k` is one short line that stands word for word in a paragraph around it."""
        lines = [self._blocks[n].text for n in self._lines[k]]
        first, last = around
        texts = [self._blocks[i].text for i in self._body[first : last + 1]]
        return len(lines) == 1 and len(lines[0]) in _SUBHEAD and any(lines[0] in text for text in texts)
