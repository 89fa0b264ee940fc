"""The shapes that a story can take: over how many columns, with its first figure in, over or beside the text."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from broadsheet.press.pdf.columns import Piece, least_lines
from broadsheet.press.pdf.frames import Frame

_SMALL_FIGURE = 20.0  # the cost of a figure that stands in one column of several
_SHALLOW = 4  # lines: text that is shallower under a wide headline looks like a caption
_SHALLOW_COST = 30.0
_LONG = 44  # lines: a story that is longer in one column is hard to read
_LONG_COST = 2.0


class Measures(msgspec.Struct, frozen=True):
    """The lines of a story's pieces in one column, of its figures and of its headline stack in 1, 2… columns."""

    pieces: tuple[int, ...]
    figures: tuple[tuple[int, ...], ...]
    stack: tuple[int, ...]


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A story set over `span` columns; `cost` says in lines of white how far it is from good print."""

    span: int
    stack: int
    pieces: tuple[Piece, ...]
    lines: int
    figure: int = 0
    wide: bool = False
    beside: int = 0
    cost: float

    @property
    def height(self) -> int:
        """The lines that it takes."""
        return self.stack + (self.figure + self.lines if self.wide else max(self.figure, self.lines))

    def frame(self, story: int, column: int, top: int) -> Frame:
        """Return the frame of the story with that number, whose left column and top line are given."""
        return Frame(
            story=story,
            column=column,
            span=self.span,
            top=top,
            stack=self.stack,
            wide=self.wide,
            beside=self.beside,
            figure=self.figure,
            lines=self.lines,
            pieces=tuple(piece.number for piece in self.pieces),
        )


class Shapes:
    """The shapes of one story: `pieces` are those of its text, the first `head` of them above the text itself.

    Where its first figure `has_picture`, that may be larger than a column. `more` lines are added to its text, since
    Typst needed them.
    """

    def __init__(
        self, pieces: Sequence[Piece], head: int, measures: Measures, *, has_picture: bool, more: int = 0
    ) -> None:
        self._pieces = tuple(pieces)
        self._head = head
        self._measures = measures
        self._has_picture = has_picture
        self._more = more
        self.shape = cache(self._best)

    def least_lines(self, pieces: Sequence[Piece], columns: int) -> int:
        """Return the height in lines of `pieces` in a number of `columns`."""
        return least_lines(pieces, columns) + self._more

    def _best(self, span: int, *, is_divided: bool = False) -> Shape:
        shapes = [self._in_column(span)] if is_divided else list(self._all(span))
        return min(shapes, key=lambda shape: shape.cost)

    def _all(self, span: int) -> Iterator[Shape]:
        yield self._in_column(span)
        if self._has_picture and span > 1:
            yield self._shape(span, self._text(1), wide=True, figure=self._measures.figures[0][span - 1] + 1)
            for beside in range(1, span):
                figure = self._measures.figures[0][beside - 1]
                yield self._shape(span, self._text(1), beside=beside, figure=figure)

    def _in_column(self, span: int) -> Shape:
        shape = self._shape(span, self._text(0))
        has_small_figure = self._has_picture and span > 1
        return msgspec.structs.replace(shape, cost=shape.cost + _SMALL_FIGURE) if has_small_figure else shape

    def _shape(
        self, span: int, pieces: tuple[Piece, ...], *, wide: bool = False, beside: int = 0, figure: int = 0
    ) -> Shape:
        columns = span - beside
        lines = self.least_lines(pieces, columns) if pieces else 0
        used = sum(piece.lines for piece in pieces)
        white = (
            columns * lines
            - used
            + abs(figure - lines) * (beside if figure < lines else columns) * bool(beside)
        )
        cost = float(white)
        if lines < _SHALLOW and columns > 1:
            cost += _SHALLOW_COST
        if span == 1 and lines > _LONG:
            cost += _LONG_COST * (lines - _LONG)
        return Shape(
            span=span, stack=self._measures.stack[span - 1], pieces=pieces, lines=lines,
            figure=figure, wide=wide, beside=beside, cost=cost,
        )  # fmt: skip

    def _text(self, first_figure: int) -> tuple[Piece, ...]:
        """Return the pieces in print order, with the figures from number `first_figure` on."""
        figures = [
            Piece(-number - 1, lines[0], divisible=False)
            for number, lines in enumerate(self._measures.figures)
        ]
        head, text = self._pieces[: self._head], self._pieces[self._head :]
        before = figures[:1] if first_figure == 0 else []
        return (*head, *before, *text, *figures[1:])
