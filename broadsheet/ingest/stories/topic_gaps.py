"""Weigh the gaps on a page of hanzi by topic: how much the text above a gap and the text below it have in common."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.display_gaps import DisplayGaps, GapEvidence
from broadsheet.ingest.stories.gaps import CERTAIN, Gap, is_certain
from broadsheet.ingest.text.terms import TermWeights, terms
from broadsheet.lexicon.patterns import Patterns
from broadsheet.model.page_reading import LINES_KEPT

# Weights of the evidence, as log odds: fitted by logistic regression on typeset pages with known stories, and rounded.
# A gap's depth is its similarity divided by that of the gaps around it, because some stories repeat more than others.
_BIAS = 1.8
_NEW_MEASURE = 3.4
_CAPTION = 4.0
_MATTER = 4.0  # a poem or a table; a display line right below it is a headline
_SIMILARITY = -3.6
_DEPTH = -6.2
_FEW_PARAGRAPHS = -6.5
_NOTICE = 4.0  # a display line that is the headline of a notice; without a mark it may as well be a subhead
_MARKED = 15.0  # one with the mark of headlines
_LEAD = 2.9  # half of all stories name a day in their first words, and one in forty other paragraphs

_REACH = 5  # paragraphs on each side of a gap
_NEIGHBOURS = 3  # gaps on each side of a gap


def weigh_topics(
    blocks: Sequence[Block], body: Sequence[int], words: Mapping[str, Patterns]
) -> tuple[Gap, ...]:
    """Return the gaps between the paragraphs `body` (indices of `blocks`), weighed. `words` are the lexicon's."""
    heads = _weigh_heads(blocks, words)
    certain = [is_certain(blocks, i, j) for i, j in pairwise(body)]
    weights = TermWeights.of(blocks[i].text for i in body)
    similarities = _similarities([terms(blocks[i].text) for i in body], certain, weights)
    displays = DisplayGaps(blocks, body, certain, weights)

    def odds(k: int, i: int, j: int) -> float:
        leads = any(lead.search(blocks[j].text) for lead in words["lead"])
        if k in displays:
            evidence = GapEvidence(similarities[k], _span(k, certain), leads)
            named = max((heads[n] for n in range(i + 1, j) if n in heads), default=0.0)
            return displays.odds(k, evidence) + named + 2 * _matter(blocks, i, j)
        return _odds(blocks, body, k, similarities, certain) + _LEAD * leads

    return tuple(Gap(j, CERTAIN if certain[k] else odds(k, i, j)) for k, (i, j) in enumerate(pairwise(body)))


def _matter(blocks: Sequence[Block], i: int, j: int) -> float:
    """Return what a poem or a table between the blocks at `i` and `j` adds to the log odds."""
    return _MATTER * any(block.role in LINES_KEPT for block in blocks[i + 1 : j])


def _weigh_heads(blocks: Sequence[Block], words: Mapping[str, Patterns]) -> dict[int, float]:
    """Return what each display line that is a notice's headline, or is marked as one, adds to the log odds.

    Subheads of one text are marked alike. So a mark shows a headline where no other display line has it, or where one that
    has it is surely a headline: that of a notice, or one above a dateline or at the top.
    """
    display = {n: block.text for n, block in enumerate(blocks) if block.kind is Kind.DISPLAY}
    marks = Counter(text[0] for text in display.values())
    notices = {n for n, text in display.items() if _fits(text, words["notice"])}
    sure = {n for n in display if n == 0 or n in notices or _opens_dateline(blocks[n + 1 : n + 2])}
    of_headlines = {text[0] for n, text in display.items() if n in sure or marks[text[0]] == 1}
    marked = {n for n, text in display.items() if text[0] in of_headlines and _fits(text, words["marked"])}
    return {n: _MARKED * (n in marked) + _NOTICE * (n in notices) for n in display}


def _fits(text: str, patterns: Patterns) -> bool:
    return any(pattern.fullmatch(text) for pattern in patterns)


def _opens_dateline(below: Sequence[Block]) -> bool:
    return bool(below) and below[0].opening == "dateline"


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


def _odds(
    blocks: Sequence[Block],
    body: Sequence[int],
    k: int,
    similarities: Sequence[float],
    certain: Sequence[bool],
) -> float:
    """Return the log odds that a story begins after gap `k`, between body[k] and body[k + 1], without a display line."""
    i, j = body[k], body[k + 1]
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
        + _CAPTION * any(block.kind is Kind.CAPTION and not block.inside for block in blocks[i + 1 : j])
        + _matter(blocks, i, j)
        + _SIMILARITY * min(similarities[k], 0.6)
        + _DEPTH * depth
        + _FEW_PARAGRAPHS * (1 / (k - first + 1) + 1 / (last - k))
    )
