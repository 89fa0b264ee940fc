"""Weigh the gaps on a page of hanzi by topic: how much the text above a gap and the text below it have in common."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.gaps import CERTAIN, Gap, is_certain
from broadsheet.ingest.text.terms import TermWeights, terms
from broadsheet.lexicon.patterns import Patterns

# Weights of the evidence, as log odds: fitted by logistic regression on typeset pages with known stories, and rounded.
# A gap's depth is its similarity divided by that of the gaps around it, because some stories repeat more than others.
_BIAS = 1.8
_NEW_MEASURE = 3.4
_ONE_DISPLAY_LINE = 2.0
_QUOTED = (
    -3.0
)  # the line is short and the text around it repeats it word for word, as for nine subheads in ten
_SUBHEAD_MOST = 16  # characters
_SEVERAL_DISPLAY_LINES = 4.7
_CAPTION = 4.0
_SIMILARITY = -3.6
_DEPTH = -6.2
_FEW_PARAGRAPHS = -6.5
_LEAD = 2.9  # half of all stories name a day in their first words, and one in forty other paragraphs

_REACH = 5  # paragraphs on each side of a gap
_NEIGHBOURS = 3  # gaps on each side of a gap


def weigh_topics(blocks: Sequence[Block], body: Sequence[int], leads: Patterns) -> tuple[Gap, ...]:
    """Return the gaps between the paragraphs `body` (indices of `blocks`), weighed.

    `leads` match the ways in which the first words of a story name a day.
    """
    certain = [is_certain(blocks, i, j) for i, j in pairwise(body)]
    weights = TermWeights.of(blocks[i].text for i in body)
    similarities = _similarities([terms(blocks[i].text) for i in body], certain, weights)
    return tuple(
        Gap(
            i,
            j,
            CERTAIN
            if certain[k]
            else _odds(blocks, body, k, similarities, certain)
            + _LEAD * any(lead.search(blocks[j].text) for lead in leads),
        )
        for k, (i, j) in enumerate(pairwise(body))
    )


def _span(k: int, certain: Sequence[bool]) -> tuple[int, int]:
    """Return the first and the last paragraph to compare at gap `k`: up to _REACH on each side, within certain gaps."""
    first, last = k, k + 1
    while first > 0 and not certain[first - 1] and k - first < _REACH - 1:
        first -= 1
    while last < len(certain) and not certain[last] and last - k < _REACH:
        last += 1
    return first, last


def _similarities(of: Sequence[frozenset[str]], certain: Sequence[bool], weights: TermWeights) -> list[float]:
    """Return, for each gap, the similarity of the paragraphs above and below it; `of` holds each paragraph's terms."""
    found = []
    for k in range(len(certain)):
        first, last = _span(k, certain)
        before = frozenset().union(*of[first : k + 1])
        after = frozenset().union(*of[k + 1 : last + 1])
        found.append(weights.similarity(before, after))
    return found


def _is_quoted(line: str, around: Sequence[Block]) -> bool:
    """Return whether a short line stands word for word in one of the blocks `around` it."""
    return len(line) <= _SUBHEAD_MOST and any(line in block.text for block in around)


def _odds(
    blocks: Sequence[Block],
    body: Sequence[int],
    k: int,
    similarities: Sequence[float],
    certain: Sequence[bool],
) -> float:
    """Return the log odds that a story begins after gap `k`, which is between body[k] and body[k + 1]."""
    i, j = body[k], body[k + 1]
    between = blocks[i + 1 : j]
    display = [block.text for block in between if block.kind is Kind.DISPLAY]
    near = [
        similarities[n]
        for n in range(max(0, k - _NEIGHBOURS), min(len(similarities), k + _NEIGHBOURS + 1))
        if n != k and not certain[n]
    ]
    depth = min(2.0, similarities[k] / (median(near or [similarities[k]]) + 0.05))
    first, last = _span(k, certain)
    return (
        _BIAS
        + _NEW_MEASURE * (blocks[i].lines[-1].measure != blocks[j].lines[0].measure)
        + _ONE_DISPLAY_LINE * (len(display) == 1)
        + _SEVERAL_DISPLAY_LINES * (len(display) > 1)
        + _QUOTED
        * (len(display) == 1 and _is_quoted(display[0], [blocks[n] for n in body[first : last + 1]]))
        + _CAPTION * any(block.kind is Kind.CAPTION for block in between)
        + _SIMILARITY * min(similarities[k], 0.6)
        + _DEPTH * depth
        + _FEW_PARAGRAPHS * (1 / (k - first + 1) + 1 / (last - k))
    )
