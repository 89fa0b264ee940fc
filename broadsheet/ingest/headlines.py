"""Which display line heads which story, and which are subheads of the story that they stand in.

First every story is given at most one line as its anchor, all stories at once, so that a line which suits two
stories goes where it is missed most. Then the other lines join the stack beside them, or the story they suit best.
"""

import itertools
from collections.abc import Sequence

import msgspec
from scipy.optimize import linear_sum_assignment

from broadsheet.ingest.blocks import Block, Kind
from broadsheet.ingest.topics import Topics, signs

_HEADS = 0.45  # the line stands right above the story's first paragraph
_FOLLOWS = 0.12  # right after its last
_TOGETHER = 0.4  # next to a line that is already the story's
_LONG = 0.02  # for each character up to _LONG_MOST: a headline says more than a subhead
_LONG_MOST = 12
_APART = 0.3  # far from the story's anchor
_FOREIGN = 0.3  # how much better another story must suit a line that stands inside one
_ANCHOR_LEAST = 0.3


class DisplayLine(msgspec.Struct, frozen=True):
    """A display line: its block, its stack (display lines in a row), and the stories before and after it."""

    block: int
    stack: int
    before: int | None
    after: int | None
    heads: bool
    follows: bool

    @property
    def inside(self) -> bool:
        """Whether the line stands between two paragraphs of one story."""
        return self.before is not None and self.before == self.after


def assign(
    blocks: Sequence[Block], lines: Sequence[DisplayLine], texts: Sequence[str]
) -> dict[int, int | None]:
    """Return, for each display block, the story it heads, or None for a subhead where it stands.

    `texts[s]` is the body of story s.
    """
    if not lines or not texts:
        return {}
    scores = _scores(blocks, lines, texts)
    anchors = _anchors(lines, scores)
    owners: dict[int, int | None] = {}
    for n, line in enumerate(lines):
        owners[line.block] = anchors[n] if n in anchors else _join(n, lines, scores, anchors)
    return owners


def _scores(blocks: Sequence[Block], lines: Sequence[DisplayLine], texts: Sequence[str]) -> list[list[float]]:
    """Return how well each line suits each story, from its words and from where it stands."""
    topics = Topics.of(texts)
    stories = [signs(text) for text in texts]
    scores = []
    for line in lines:
        words = signs(blocks[line.block].text)
        length = _LONG * min(_LONG_MOST, len(blocks[line.block].text))
        scores.append(
            [
                topics.affinity(words, story)
                + length
                + _HEADS * (line.heads and line.after == s)
                + _FOLLOWS * (line.follows and line.before == s)
                for s, story in enumerate(stories)
            ]
        )
    return scores


def _anchors(lines: Sequence[DisplayLine], scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Give each story at most one line, by the assignment of least total cost."""
    usable = [
        [_anchor_score(line, s, row) for s in range(len(row))]
        for line, row in zip(lines, scores, strict=True)
    ]
    rows, columns = linear_sum_assignment(usable, maximize=True)
    return {
        n: s for n, s in zip(rows.tolist(), columns.tolist(), strict=True) if usable[n][s] > _ANCHOR_LEAST
    }


def _anchor_score(line: DisplayLine, story: int, scores: Sequence[float]) -> float:
    if line.inside and line.before is not None:
        strange = story != line.before and scores[story] - scores[line.before] > _FOREIGN
        return scores[story] if strange else 0.0
    return scores[story]


def _join(
    n: int, lines: Sequence[DisplayLine], scores: Sequence[Sequence[float]], anchors: dict[int, int]
) -> int | None:
    """Return the story of a line that is nobody's anchor."""
    line = lines[n]
    homes = {story: lines[m] for m, story in anchors.items()}
    beside = {anchors[m] for m in (n - 1, n + 1) if m in anchors and lines[m].stack == line.stack}
    in_stack = {anchors[m] for m in anchors if lines[m].stack == line.stack}

    def suits(story: int) -> float:
        bonus = _TOGETHER if story in beside else _TOGETHER / 2 if story in in_stack else 0.0
        apart = _APART if story in homes and story not in in_stack else 0.0
        return scores[n][story] + bonus - apart

    best = max(range(len(scores[n])), key=suits)
    if line.inside and line.before is not None and best not in in_stack:
        return None
    return best


def display_lines(blocks: Sequence[Block], story_of: dict[int, int]) -> tuple[DisplayLine, ...]:
    """Find the display lines of a page and the stories that they stand between; `story_of` is by body block."""
    found: list[DisplayLine] = []
    stack = itertools.count()
    current = -1
    for i, block in enumerate(blocks):
        if block.kind is not Kind.DISPLAY:
            continue
        if i == 0 or blocks[i - 1].kind is not Kind.DISPLAY:
            current = next(stack)
        before = next((j for j in range(i - 1, -1, -1) if j in story_of), None)
        after = next((j for j in range(i + 1, len(blocks)) if j in story_of), None)
        found.append(
            DisplayLine(
                block=i,
                stack=current,
                before=story_of.get(before) if before is not None else None,
                after=story_of.get(after) if after is not None else None,
                heads=after is not None and _clear(blocks, i + 1, after),
                follows=before is not None and _clear(blocks, before + 1, i),
            )
        )
    return tuple(found)


def _clear(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether only display lines and bylines stand between two places."""
    return all(b.kind is Kind.DISPLAY or b.role == "byline" for b in blocks[start:end])
