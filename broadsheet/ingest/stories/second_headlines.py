"""A story with two headlines, in two places, that name its two halves: it was two, and parts between them.

A headline set away from its text is no cut by itself, for it may name what a story comes to later. But where the text
above has a headline of its own, and the other suits the paragraph below as it suits no other, a doubtful gap is cut.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.gaps import Gap, Segment, cut
from broadsheet.ingest.text.topics import Topics, signs

_NAMES = 4.0  # what a headline shares with the text that it names and with no other, in signs that stand there only

Words = frozenset[str]


def weigh_headlines(
    blocks: Sequence[Block], body: Sequence[int], gaps: Sequence[Gap], doubtful: float
) -> tuple[Gap, ...]:
    """Add `doubtful`, the log odds below which a gap is in doubt, to each gap that two headlines part."""
    topics = Topics.of(blocks[i].text for i in body)
    words = {i: signs(blocks[i].text) for i in body}
    lines = {n: signs(text) for n, text in _headlines(blocks)}
    suits = {n: _best(line, words, topics) for n, line in lines.items()} if body else {}
    parted = {
        start for segment in cut(body, gaps) for start in _second_starts(segment, lines, suits, words, topics)
    }
    return tuple(gap._replace(odds=gap.odds + doubtful * (gap.after in parted)) for gap in gaps)


def _headlines(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield each display line but the decks, which go with the line above them."""
    for n, block in enumerate(blocks):
        if block.kind is Kind.DISPLAY and block.opening != "deck":
            decks = itertools.takewhile(lambda below: below.opening == "deck", blocks[n + 1 :])
            yield n, "\n".join(one.text for one in (block, *decks))


def _best(line: Words, words: Mapping[int, Words], topics: Topics) -> int:
    """Return the paragraph that shares most with `line`, the first of several."""
    return max(words, key=lambda i: topics.shared(line, words[i]))


def _second_starts(
    segment: Segment,
    lines: Mapping[int, Words],
    suits: Mapping[int, int],
    words: Mapping[int, Words],
    topics: Topics,
) -> Iterator[int]:
    """Yield the paragraphs of `segment` that a line elsewhere names, while a line right above it names those before."""
    first, last = segment.paragraphs[0], segment.paragraphs[-1]
    top = max((i for i in words if i < first), default=-1)
    own = [line for n, line in lines.items() if top < n < first]
    away = [n for n in lines if not top < n < last and first < suits[n] <= last]
    for start in sorted({suits[n] for n in away} & set(segment.paragraphs)):
        above = frozenset().union(*(words[i] for i in segment.paragraphs if i < start))
        below = frozenset().union(*(words[i] for i in segment.paragraphs if i >= start))
        naming = [lines[n] for n in away if suits[n] == start]
        if _name(own, above, below, topics) and _name(naming, words[start], above, topics):
            yield start


def _name(lines: Sequence[Words], text: Words, other: Words, topics: Topics) -> bool:
    """Whether one of `lines` shares much more with `text` than with the `other`."""
    return any(
        topics.shared(line, text) - topics.shared(line, other) > _NAMES * topics.rarest for line in lines
    )
