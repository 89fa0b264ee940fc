"""The make-up of a whole edition, as data for the templates of print: the leaves of all printed pages, and what they show."""

from collections.abc import Mapping, Sequence

import msgspec

from broadsheet.press.paper.words import Words
from broadsheet.press.pdf.columns import Piece
from broadsheet.press.pdf.frames import Frame, Rule
from broadsheet.press.pdf.grid import Grid
from broadsheet.press.pdf.make_up import made_up
from broadsheet.press.pdf.shapes import Measures, Shapes
from broadsheet.press.pdf.stories import Element, Story

_MASTHEAD, _FOLIO = 10, 3  # lines of the grid
_DIVISIBLE = ("p", "li", "blockquote")
_ROUNDING = 1.0  # points


class PlacedFrame(msgspec.Struct, frozen=True):
    """A frame with its number in the edition and its story's; `head` and `jump` say where the story comes from and goes on."""

    number: int
    story: int
    frame: Frame
    text_top: int
    head: str
    jump: str


class PlannedLeaf(msgspec.Struct, frozen=True):
    """A leaf: the index of its printed page, whether it is the page's first, its own number as words."""

    page: int
    first: bool
    number: str
    frames: tuple[PlacedFrame, ...]
    rules: tuple[Rule, ...]


class FrameEnd(msgspec.Struct, frozen=True):
    """Where the text of a frame ends: its number, its leaf from 1 on, and its distance from the leaf's top in points."""

    frame: int
    page: int
    y: float


class Plan(msgspec.Struct, frozen=True):
    """The leaves of an edition, and the lines that the masthead and the folio line take."""

    leaves: tuple[PlannedLeaf, ...]
    masthead: int = _MASTHEAD
    folio: int = _FOLIO

    def overrun(self, ends: Sequence[FrameEnd], grid: Grid) -> list[int]:
        """Return the stories whose text is longer than its frame, one for each such frame, by where frames end."""
        frames = {frame.number: frame for leaf in self.leaves for frame in leaf.frames}
        return [
            frames[end.frame].story
            for end in ends
            if end.y > grid.y(frames[end.frame].text_top + frames[end.frame].frame.lines) + _ROUNDING
        ]


def planned(
    stories: Sequence[Story], measures: Sequence[Measures], more: Mapping[int, int], grid: Grid, words: Words
) -> Plan:
    """Return the make-up of an edition with `stories`; `more` gives the lines that a story needs beyond its measure.

    Raises HigherThanLeafError.
    """
    leaves: list[PlannedLeaf] = []
    frames = 0
    for page in sorted({story.page for story in stories}):
        numbers = [number for number, story in enumerate(stories) if story.page == page]
        shapes = [_shapes(stories[number], measures[number], more.get(number, 0)) for number in numbers]
        for at, leaf in enumerate(made_up(shapes, grid, (_FOLIO if page else _MASTHEAD, _FOLIO))):
            number = len(leaves) + 1
            placed = tuple(
                PlacedFrame(
                    number=frames + index,
                    story=numbers[frame.story],
                    frame=frame,
                    text_top=frame.text_top,
                    head="" if frame.first else _head(stories[numbers[frame.story]], number - 1, words),
                    jump=words.goes_on_leaf(number + 1) if frame.goes_on else "",
                )
                for index, frame in enumerate(leaf.frames)
            )
            frames += len(placed)
            leaves.append(PlannedLeaf(page, at == 0, words.leaf(number), placed, leaf.rules))
    return Plan(tuple(leaves))


def _head(story: Story, leaf: int, words: Words) -> str:
    headline = " ".join(story.stack.lines) if story.stack else ""
    return f"{headline}{words.from_leaf(leaf)}"


def _shapes(story: Story, measures: Measures, more: int) -> Shapes:
    pieces = [
        _piece(number, element, lines)
        for number, (element, lines) in enumerate(zip(story.pieces, measures.pieces, strict=True))
    ]
    return Shapes(pieces, story.head, measures, has_picture=story.has_picture, more=more)


def _piece(number: int, element: Element, lines: int) -> Piece:
    tag = str(element[0])
    is_subhead = tag[0] == "h" and tag[1:].isdigit()
    return Piece(number, lines, divisible=tag in _DIVISIBLE, sticky=is_subhead)
