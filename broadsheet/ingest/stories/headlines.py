"""Which display line heads which story, and which are subheads of the story that they stand in.

The lines of a stack (display lines in a row) are first parted among the stories, so that neighbours stay together
unless their words say otherwise. The parts are then given to the stories all at once, as an assignment problem:
a part that suits two stories goes where it is missed most.
"""

import itertools
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.running_text import Heads, RunningText
from broadsheet.ingest.text.topics import signs
from broadsheet.model.page_reading import Role

# In the weight of one sign that stands in one story only.
_HEADS = 4.0  # the stack stands right above the story's first paragraph
_FOLLOWS = 1.0  # right after its last
_SWITCH = 4.0  # two lines in a row head two stories
_FOREIGN = 6.0  # how much better another story must suit a line that stands inside one
_MISSED = 6.0  # what a headline is worth to a story that has none
_LEAST = 2.0


class Stack(msgspec.Struct, frozen=True, kw_only=True):
    """Display lines in a row, as indices of blocks, and the stories that they stand between."""

    lines: tuple[int, ...]
    before: int | None
    after: int | None
    heads: bool
    follows: bool

    @property
    def inside(self) -> bool:
        """Whether the stack stands between two paragraphs of one story."""
        return self.before is not None and self.before == self.after


class Part(msgspec.Struct, frozen=True):
    """Lines of one stack that belong together, and how well they suit each story: by place and words, by words alone."""

    stack: Stack
    lines: tuple[int, ...]
    scores: tuple[float, ...]
    words: dict[int, tuple[float, ...]]


def assign(blocks: Sequence[Block], text: RunningText) -> Heads:
    """Return, for each display block, the story that it heads, or None for a subhead where it stands."""
    if not text.texts:
        return {}
    topics = text.topics
    scores = {
        line: tuple(topics.shared(signs(block.text), story) / topics.rarest for story in text.signs)
        for line, block in enumerate(blocks)
        if block.kind is Kind.DISPLAY
    }
    parts = [part for stack in stacks(blocks, text) for part in _parts(stack, blocks, scores)]
    heads = _assign_parts(parts, blocks)
    owners = {line: heads[n] for n, part in enumerate(parts) for line in part.lines}
    return _share_out(parts, owners, blocks, len(text.texts))


def stacks(blocks: Sequence[Block], text: RunningText) -> Iterator[Stack]:
    """Find the stacks of a page."""
    for display, group in itertools.groupby(range(len(blocks)), lambda i: blocks[i].kind is Kind.DISPLAY):
        lines = tuple(group)
        if not display:
            continue
        before, after = text.above(lines[0]), text.below(lines[-1])
        yield Stack(
            lines=lines,
            before=None if before is None else text.story_of[before],
            after=None if after is None else text.story_of[after],
            heads=after is not None and _only_credits(blocks[lines[-1] + 1 : after]),
            follows=before is not None and _only_credits(blocks[before + 1 : lines[0]]),
        )


def _only_credits(blocks: Sequence[Block]) -> bool:
    return all(block.role in (Role.BYLINE, Role.SOURCE_CREDIT) for block in blocks)


def _parts(stack: Stack, blocks: Sequence[Block], scores: dict[int, tuple[float, ...]]) -> Iterator[Part]:
    """Part a stack before each kicker, and where the best story of its lines changes, each change at a cost."""
    place = [
        _HEADS * (stack.heads and stack.after == s) + _FOLLOWS * (stack.follows and stack.before == s)
        for s in range(len(scores[stack.lines[0]]))
    ]
    for run in _before_kickers(stack.lines, blocks):
        owners = _cheapest_owners([scores[line] for line in run], place)
        for _, group in itertools.groupby(zip(run, owners, strict=True), lambda pair: pair[1]):
            lines = tuple(line for line, _ in group)
            total = (sum(scores[line][s] for line in lines) + bonus for s, bonus in enumerate(place))
            yield Part(stack, lines, tuple(total), {line: scores[line] for line in lines})


def _before_kickers(lines: tuple[int, ...], blocks: Sequence[Block]) -> Iterator[tuple[int, ...]]:
    """Cut a stack before each line that says it is a kicker and has a line below it to be the kicker of."""
    starts = [0, *(n for n in range(1, len(lines) - 1) if blocks[lines[n]].opening == "kicker"), len(lines)]
    return (lines[start:end] for start, end in itertools.pairwise(starts))


def _cheapest_owners(scores: Sequence[Sequence[float]], place: Sequence[float]) -> tuple[int, ...]:
    """Return the story of each line that makes the sum of scores greatest, less _SWITCH for each change of story."""
    stories = range(len(place))
    best: list[tuple[float, tuple[int, ...]]] = [(scores[0][s], (s,)) for s in stories]
    for row in scores[1:]:
        top = max(best)
        best = [max((best[s][0], best[s][1]), (top[0] - _SWITCH, top[1])) for s in stories]
        best = [(value + row[s], (*path, s)) for s, (value, path) in enumerate(best)]
    # The place counts once, for the line next to the story's text.
    return max((value + place[path[-1]], path) for value, path in best)[1]


def _assign_parts(parts: Sequence[Part], blocks: Sequence[Block]) -> list[int | None]:
    """Give each story at most one part; the others are subheads where they stand, or join the story they suit best."""
    usable = [[_as_head(part, s, blocks) for s in range(len(part.scores))] for part in parts]
    if not usable:
        return []
    above_zero = np.array(usable) + 1.0  # in a sparse array 0 means that the pair may not be matched at all
    rows, columns = min_weight_full_bipartite_matching(csr_array(above_zero), maximize=True)
    heads = {n: s for n, s in zip(rows.tolist(), columns.tolist(), strict=True) if usable[n][s] >= _LEAST}
    return [heads[n] if n in heads else _leftover(part) for n, part in enumerate(parts)]


def _as_head(part: Part, story: int, blocks: Sequence[Block]) -> float:
    """Return how well `part` heads `story`: a deck alone heads nothing, a line inside a story only a stranger."""
    if all(blocks[line].opening == "deck" for line in part.lines):
        return 0.0
    if part.stack.inside and part.stack.before is not None:
        strange = part.scores[story] - part.scores[part.stack.before] > _FOREIGN
        return part.scores[story] if strange else 0.0
    return part.scores[story]


def _leftover(part: Part) -> int | None:
    if part.stack.inside:
        return None
    return max(range(len(part.scores)), key=part.scores.__getitem__)


def _share_out(parts: Sequence[Part], owners: Heads, blocks: Sequence[Block], stories: int) -> Heads:
    """Give a story without any line the first or last lines of a part, where it misses them more than their owner."""
    for story in set(range(stories)) - set(owners.values()):
        options = [
            (gain, lines)
            for part in parts
            if not part.stack.inside
            for lines in _ends_of(part.lines, blocks)
            if (gain := _gain(part, lines, story, owners)) > 0
        ]
        if options:
            _, lines = max(options)
            owners = {**owners, **dict.fromkeys(lines, story)}
    return owners


def _ends_of(lines: tuple[int, ...], blocks: Sequence[Block]) -> Iterator[tuple[int, ...]]:
    """Yield a part whole, and its beginnings and ends that leave kickers and decks with their headline."""
    yield lines
    for n in range(1, len(lines)):
        if blocks[lines[n - 1]].opening != "kicker" and blocks[lines[n]].opening != "deck":
            yield lines[:n]
            yield lines[n:]


def _gain(part: Part, lines: tuple[int, ...], story: int, owners: Heads) -> float:
    """Return what is won when `lines` leave their owner, who must keep another line, for `story`."""
    owner = owners[lines[0]]
    keeps = [line for line, other in owners.items() if other == owner and line not in lines]
    if owner is None or not keeps:
        return 0.0
    near = _FOLLOWS * (part.stack.follows and part.stack.before == story)
    won = sum(part.words[line][story] - part.words[line][owner] for line in lines) + near
    return won + _MISSED - _SWITCH
