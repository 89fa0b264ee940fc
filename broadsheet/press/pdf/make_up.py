"""The make-up (拼版) of a printed page: which columns and lines of which leaf each story takes.

Stories stand in bands across the leaf, in print order: from left to right in slots, and in a slot from the top down. Of all
bands the make-up takes those that leave the least white, with wide headlines for what print puts first.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from math import inf
from operator import itemgetter

import msgspec

from broadsheet.press.pdf.columns import Piece, fill
from broadsheet.press.pdf.frames import Frame, Leaf, Rule
from broadsheet.press.pdf.grid import Grid
from broadsheet.press.pdf.shapes import Shape, Shapes

GAP = 2
"""Lines between stories, with a rule between."""
GOES_ON = 2
"""Lines of the head over a part of a story that goes on."""

JUMP = 1
"""The line that says where a story goes on."""

_MOST_IN_BAND = 4
_MOST_SLOTS = 3
_NEW_LEAF = 400.0
_DIVIDED = 40.0
_BAND = 3.0
_NARROW_LEAD = 400.0
_WIDER_THAN_BEFORE = 25.0
_LEAST_PART = 8  # lines of text that the first part of a divided story has at least, below another story


class HigherThanLeafError(Exception):
    """A piece of a story is higher than a leaf."""


Band = tuple[tuple[Shape, ...], ...]  # slots from left to right, in each its stories from the top down


_Set = tuple[float, int, Band]  # a band's cost, its height in lines, and the band


class _Step(msgspec.Struct, frozen=True):
    """A step of the make-up: what it costs, what it puts on leaves, where it ends."""

    cost: float
    leaves: tuple[Leaf, ...]
    stories: int
    bottom: int


def made_up(stories: Sequence[Shapes], grid: Grid, heads: Sequence[int]) -> list[Leaf]:
    """Return the leaves of a printed page with `stories`.

    `heads` are the lines that the head of its first leaf and of each further one takes. Raises HigherThanLeafError.
    """
    return list(_MakeUp(stories, grid, heads).leaves())


class _MakeUp:
    def __init__(self, stories: Sequence[Shapes], grid: Grid, heads: Sequence[int]) -> None:
        self._stories = stories
        self._grid = grid
        self._first, self._further = heads
        self._bands = cache(lambda first: list(self._bands_from(first)))
        self._best = cache(self._best_from)

    def leaves(self) -> Iterator[Leaf]:
        """Yield the leaves of the best make-up."""
        leaf, number, top = Leaf(), 0, self._first
        while number < len(self._stories):
            cost, step = self._best(number, top)
            if cost == inf:
                raise HigherThanLeafError
            (first, *others) = step.leaves
            leaf = Leaf(leaf.frames + first.frames, leaf.rules + first.rules)
            for other in others:
                yield leaf
                leaf = other
            number, top = step.stories, step.bottom
        yield leaf

    def _best_from(self, number: int, top: int) -> tuple[float, _Step]:
        """Return the least cost of all stories from `number` on, below the line `top`, and the first step of it."""
        found = ((step.cost + self._rest(step), step) for step in self._steps(number, top))
        return min(found, key=itemgetter(0), default=(inf, _Step(inf, (), number, top)))

    def _rest(self, step: _Step) -> float:
        if step.stories == len(self._stories):
            return 0.3 * (self._grid.lines - step.bottom) * self._grid.columns
        return self._best(step.stories, step.bottom)[0]

    def _steps(self, number: int, top: int) -> Iterator[_Step]:
        columns, is_empty = self._grid.columns, top in (self._first, self._further)
        start = top if is_empty else top + GAP
        room = self._grid.lines - start
        for cost, height, band in self._bands(number):
            if height <= room:
                stories = number + sum(map(len, band))
                leaf = self._placed(number, band, start, height, has_rule=not is_empty)
                yield _Step(cost, (leaf,), stories, start + height)
        yield from self._divided(number, start, has_rule=not is_empty)
        if not is_empty:
            white = float(self._grid.lines - top) * columns
            yield _Step(_NEW_LEAF + white, (Leaf(), Leaf()), number, self._further)

    def _bands_from(self, number: int) -> Iterator[_Set]:
        for count in range(1, min(_MOST_IN_BAND, len(self._stories) - number) + 1):
            for sizes in _compositions(count, _MOST_SLOTS):
                for spans in _compositions(self._grid.columns, len(sizes)):
                    if len(spans) == len(sizes):
                        yield self._band(number, sizes, spans)

    def _band(self, number: int, sizes: Sequence[int], spans: Sequence[int]) -> _Set:
        starts = [number, *(number + total for total in accumulate(sizes))]
        band = tuple(
            tuple(self._stories[at].shape(span) for at in range(starts[slot], starts[slot + 1]))
            for slot, span in enumerate(spans)
        )
        heights = [sum(shape.height for shape in slot) + GAP * (len(slot) - 1) for slot in band]
        height = max(heights)
        white = sum(span * (height - own) for span, own in zip(spans, heights, strict=True))
        shapes = [shape for slot in band for shape in slot]
        cost = white + sum(shape.cost for shape in shapes) + _BAND * self._grid.columns
        if number == 0 and 2 * spans[0] <= self._grid.columns and len(self._stories) > 1:
            cost += _NARROW_LEAD
        cost += sum(
            _WIDER_THAN_BEFORE * max(0, after.span - before.span) for before, after in pairwise(shapes)
        )
        return cost, height, band

    def _placed(self, number: int, band: Band, top: int, height: int, *, has_rule: bool) -> Leaf:
        frames: list[Frame] = []
        rules = [Rule(column=0, top=top, span=self._grid.columns, strong=True)] if has_rule else []
        column = 0
        for slot in band:
            if column:
                rules.append(Rule(column=column, top=top, lines=height, vertical=True))
            below = top
            for shape in slot:
                if below > top:
                    rules.append(Rule(column=column, top=below, span=shape.span))
                frames.append(shape.frame(number + len(frames), column, below))
                below += shape.height + GAP
            column += slot[0].span
        return Leaf(tuple(frames), tuple(rules))

    def _divided(self, number: int, top: int, *, has_rule: bool) -> Iterator[_Step]:
        """Yield the step that divides a story over this leaf and those that follow, all columns wide."""
        shape = self._stories[number].shape(self._grid.columns, is_divided=True)
        rules = (Rule(column=0, top=top, span=self._grid.columns, strong=True),) if has_rule else ()
        parts = list(self._parts(number, shape, top))
        placed = sum(len(part.pieces) for part in parts)
        is_scrap = has_rule and bool(parts) and parts[0].lines < _LEAST_PART
        if placed == len(shape.pieces) and not is_scrap:
            leaves = tuple(Leaf((part,), () if at else rules) for at, part in enumerate(parts))
            white = self._white(parts[:-1], shape)
            bottom = parts[-1].text_top + parts[-1].lines
            cost = shape.cost + _DIVIDED + white + _NEW_LEAF * (len(parts) - 1)
            yield _Step(cost, leaves, number + 1, bottom)

    def _parts(self, number: int, shape: Shape, top: int) -> Iterator[Frame]:
        """Yield the parts of a story, each as high as its leaf has room; none where a piece is higher than a leaf."""
        left, stack = shape.pieces, shape.stack
        while left:
            room = self._grid.lines - top - stack
            count = fill(left, shape.span, room)
            goes_on = count < len(left)
            lines = room if goes_on else min(room, self._stories[number].least_lines(left, shape.span))
            if goes_on:
                count = _without_subheads(left, fill(left, shape.span, room - JUMP))
            if not count:
                return
            yield Frame(
                story=number,
                column=0,
                span=shape.span,
                top=top,
                stack=stack,
                lines=lines,
                pieces=tuple(piece.number for piece in left[:count]),
                first=left is shape.pieces,
                goes_on=goes_on,
            )
            left, top, stack = left[count:], self._further, GOES_ON

    def _white(self, parts: Sequence[Frame], shape: Shape) -> int:
        """Return the lines that `parts` of a story leave white."""
        lines = {piece.number: piece.lines for piece in shape.pieces}
        return sum(part.span * part.lines - sum(lines[piece] for piece in part.pieces) for part in parts)


def _without_subheads(pieces: Sequence[Piece], count: int) -> int:
    """Return how many of the first `count` pieces remain where subheads at their end go on with their text."""
    while count and pieces[count - 1].sticky:
        count -= 1
    return count


def _compositions(total: int, most: int) -> Iterator[tuple[int, ...]]:
    """Yield the ways to write `total` as a sum of at most `most` numbers, in order."""
    yield (total,)
    if most > 1:
        for first in range(1, total):
            for others in _compositions(total - first, most - 1):
                yield (first, *others)
