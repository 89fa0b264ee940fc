"""The columns of a page: where lines of text begin and end, and where a paragraph begins in them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from broadsheet.ingest.layout.lines import TextLine
from broadsheet.ingest.layout.segments import Segment
from broadsheet.lexicon.patterns import Characters

_LINES_LEAST = 2  # that fill a column
_LINES_SURE = 4  # that fill one inside a wider one, as beside a picture
_FILLED = 0.6  # em of room at the end of a line that fills its column
_OFTEN = 0.2  # of the lines that fill a column begin at its edge; others are indented
_INDENT_LEAST = 0.6  # em
_INDENT_MOST = 4.5
_SHORT = 1.3  # em of room at a line's end that a longer line would have filled
_SAME = 2.0  # points
_GUTTER_MOST = 30.0  # points between two columns of one story


class Column(NamedTuple):
    """Where the lines of a column begin and end."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How wide the column is."""
        return self.right - self.left


class Flow(NamedTuple):
    """How the lines of one segment are set in its column: which of them begin indented, and which end early.

    `measure` is where its lines begin and end along themselves: from top to bottom for vertical ones.
    """

    column: Column
    measure: Column
    indented: tuple[bool, ...]
    short: tuple[bool, ...]


def columns_of(texts: Sequence[Segment], characters: Characters) -> tuple[Column, ...]:
    """Return the columns that segments of text show: at least two of their lines fill each.

    A few short lines inside a wider column show none.
    """
    shown = [
        (column, count)
        for text in texts
        if not text.vertical
        for column, count in _own_column(text, characters)
    ]
    every = tuple(dict.fromkeys(column for column, _ in shown))
    sure = {column for column, count in shown if count >= _LINES_SURE}
    found = tuple(one for one in every if one in sure or not any(_is_inside(one, other) for other in every))
    return (*found, *dict.fromkeys(_beside(found)))


def _is_inside(one: Column, other: Column) -> bool:
    return (
        other.left - _SAME <= one.left
        and one.right <= other.right + _SAME
        and one.width < other.width - _SAME
    )


def _beside(found: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns right beside two neighbours of one width, where the page shows none; few lines may stand in them."""
    for one in found:
        for other in found:
            step = other.left - one.left
            alike = abs(one.width - other.width) <= _SAME
            if alike and 0 < step <= one.width + _GUTTER_MOST:
                for new in (
                    Column(one.left - step, one.right - step),
                    Column(other.left + step, other.right + step),
                ):
                    if not any(min(new.right, old.right) > max(new.left, old.left) for old in found):
                        yield new


def _own_column(text: Segment, characters: Characters) -> Iterator[tuple[Column, int]]:
    """Yield the column that the lines of a segment fill, and how many of them do, unless fewer than two do.

    A line that ends a sentence may be as long as others by chance.
    """
    right = max(line.frame.right for line in text.lines)
    full = [
        line
        for line in text.lines
        if line.frame.right >= right - _FILLED * text.size and not ends_sentence(line, characters)
    ]
    lefts = sorted(round(line.frame.left) for line in full)
    if len(full) >= _LINES_LEAST:
        often = (left for left in lefts if sum(is_same(left, other) for other in lefts) >= _OFTEN * len(full))
        yield Column(next(often, lefts[0]), round(right)), len(full)


def column_of(segment: Segment, columns: Sequence[Column]) -> Column:
    """Return the column in which `segment` stands: the narrowest that holds it, or else one as wide as itself."""
    slack = 0.5 * segment.size
    holding = [
        column
        for column in columns
        if column.left - slack <= segment.frame.left and segment.frame.right <= column.right + slack
    ]
    own = Column(segment.frame.left, segment.frame.right)
    return min(holding, key=lambda column: column.width, default=own)


def flow_of(segment: Segment, columns: Sequence[Column]) -> Flow:
    """Return how the lines of a segment are set."""
    column = column_of(segment, columns)
    measure = Column(segment.frame.top, segment.frame.bottom) if segment.vertical else column
    em = segment.size
    indents = [(line.start - measure.left) / em for line in segment.lines]
    rooms = [(measure.right - line.end) / em for line in segment.lines]
    return Flow(
        column,
        measure,
        tuple(_INDENT_LEAST <= indent <= _INDENT_MOST for indent in indents),
        tuple(room > _SHORT for room in rooms),
    )


def ends_sentence(line: TextLine, characters: Characters) -> bool:
    """Return whether a line ends with a mark that ends a sentence."""
    return line.text.rstrip()[-1:] in characters.terminal | characters.after_terminal


def is_same(one: float, other: float) -> bool:
    """Return whether two edges are the same."""
    return abs(one - other) <= _SAME
