"""Weigh a gap anew where two headlines name the two halves of what so far is one story.

A headline that stands away from a text is no evidence by itself, because it may name something that a story mentions
later. But if the text above the gap has a headline of its own, and the other headline suits the paragraph below the gap
and no other, the gap is cut unless its odds are clear.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.gaps import Gap, Segment, cut
from broadsheet.ingest.text.terms import TermIndex, TermWeights, terms

_NAMES = 4.0  # least difference in shared weight, in the weight of a term that a single paragraph contains

Terms = frozenset[str]


def weigh_headlines(
    blocks: Sequence[Block], body: Sequence[int], gaps: Sequence[Gap], bonus: float
) -> tuple[Gap, ...]:
    """Return `gaps` with `bonus` (log odds) added to each one at which a second headline's text begins."""
    weights = TermWeights.of(blocks[i].text for i in body)
    words = {i: terms(blocks[i].text) for i in body}
    lines = {n: terms(text) for n, text in _headlines(blocks)}
    suited = _suited(lines, words, weights)
    starts = {
        start
        for segment in cut(body, gaps)
        for start in _second_starts(segment, lines, suited, words, weights)
    }
    return tuple(gap._replace(odds=gap.odds + bonus * (gap.after in starts)) for gap in gaps)


def _headlines(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield the index and the words of each display line; the decks below it count as its words."""
    for n, block in enumerate(blocks):
        if block.kind is Kind.DISPLAY and block.opening != "deck":
            decks = itertools.takewhile(lambda below: below.opening == "deck", blocks[n + 1 :])
            yield n, "\n".join(one.text for one in (block, *decks))


def _suited(
    lines: Mapping[int, Terms], words: Mapping[int, Terms], weights: TermWeights
) -> dict[int, list[int]]:
    """Return the headlines of `lines` that suit each paragraph best: those that share most with it, the first of several."""
    paragraphs = list(words)
    index = TermIndex.of([words[i] for i in paragraphs], weights)
    suited: dict[int, list[int]] = {}
    for n, line in lines.items():
        shared = index.shared(line)
        if shared:
            best = paragraphs[max(sorted(shared), key=shared.__getitem__)]
            suited.setdefault(best, []).append(n)
    return suited


def _second_starts(
    segment: Segment,
    lines: Mapping[int, Terms],
    suited: Mapping[int, Sequence[int]],
    words: Mapping[int, Terms],
    weights: TermWeights,
) -> Iterator[int]:
    """Yield the paragraphs of `segment` at which the text of a second headline begins.

    `suited` maps each paragraph of `words` to the headlines of `lines` that it suits best. The first headline stands right
    above the segment and names the text before the paragraph; the second stands outside the segment and names the
    paragraph.
    """
    first, last = segment.paragraphs[0], segment.paragraphs[-1]
    own_lines = set(itertools.takewhile(lambda n: n not in words, range(first - 1, -1, -1)))
    own = [lines[n] for n in sorted(own_lines & lines.keys())]
    for start in segment.paragraphs[1:]:
        away = [n for n in suited.get(start, ()) if n not in own_lines and not first < n < last]
        if not away:
            continue
        above = frozenset().union(*(words[i] for i in segment.paragraphs if i < start))
        below = frozenset().union(*(words[i] for i in segment.paragraphs if i >= start))
        naming = [lines[n] for n in away]
        if _name(own, above, below, weights) and _name(naming, words[start], above, weights):
            yield start


def _name(lines: Sequence[Terms], text: Terms, other: Terms, weights: TermWeights) -> bool:
    """Return whether one of `lines` shares much more with `text` than with `other`."""
    return any(
        weights.shared(line, text) - weights.shared(line, other) > _NAMES * weights.rarest for line in lines
    )
