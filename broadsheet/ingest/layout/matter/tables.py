"""Tables: short lines that stand in rows and in columns, with figures among them, become one line a row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

import msgspec

from broadsheet.ingest.layout.barriers import Barriers, across, down
from broadsheet.ingest.layout.lines import TextLine, around
from broadsheet.ingest.layout.matter.table_columns import in_columns
from broadsheet.ingest.layout.matter.table_cuts import parted
from broadsheet.ingest.layout.segments import Segment
from broadsheet.model.marks import Frame

_ROW_CELL_END = (
    "\u3000"  # in a table without empty cells: a wide space, at which the Markdown of rows parts cells
)
_CELL_END = "\t"  # in a table with empty cells, as the Markdown of tables has it

_CELL_MOST = 9.0  # em; what is wider is running text
_CELLS_LEAST = 2  # side by side
_ROWS_LEAST = 3
_CLEAR = 0.7  # of the rows have a cell in each column of a table
_SAME_SIZE = 0.5  # points by which sizes may differ
_LEVEL = 0.25  # em that cells of one row may stand higher or lower
_BAND = 6.0  # points
_ALIGNED = 0.6  # em by which the edges, or the middles, of a column of cells may differ
_STEP_MOST = 3.2  # em from row to row
_EVEN = 0.3  # of the distance from row to row by which it may differ
_FIGURES = re.compile(r"[-+±−]?\d[\d.,:%/：—–-]*[%‰]?")
_FIGURES_LEAST = 0.5  # of the rows below the first have a cell that is a figure


class Table(msgspec.Struct, frozen=True, eq=False):
    """A table: its rows from the top down, and the lines that were its cells.

    `has_gaps` says that a row has fewer cells than others. `is_clear` says that the column of each cell is sure.
    """

    rows: Segment
    cells: tuple[TextLine, ...]
    has_gaps: bool
    is_clear: bool


def find_tables(lines: Sequence[TextLine], rules: Sequence[Frame]) -> tuple[Table, ...]:
    """Return the tables among the lines of a page with these rules."""
    rows = sorted(_rows(lines), key=lambda row: row[0].frame.top)
    barriers = Barriers.of(rules)
    parts = (part for run in _runs(rows) for part in parted(run, lines, barriers))
    return tuple(table for part in parts if (table := _table(part)) is not None)


def _rows(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Yield short lines side by side on one level; a wide line between two parts them."""
    by_level: dict[int, list[TextLine]] = {}
    for line in lines:
        if not line.vertical:
            by_level.setdefault(round(line.frame.bottom / _BAND), []).append(line)
    after = {
        line: other
        for line in lines
        if _is_cell(line) and (other := _beside(line, by_level)) and _is_cell(other)
    }
    for first in after.keys() - after.values():
        row = [first]
        while (cell := after.get(row[-1])) is not None:
            row.append(cell)
        yield row


def _is_cell(line: TextLine) -> bool:
    return not line.vertical and line.frame.width <= _CELL_MOST * line.size


def _beside(line: TextLine, by_level: Mapping[int, Sequence[TextLine]]) -> TextLine | None:
    """Return the nearest line to the right on the level of `line`, if it is of its size."""
    band = round(line.frame.bottom / _BAND)
    level = (other for n in (band - 1, band, band + 1) for other in by_level.get(n, ()))
    right = [
        other for other in level if other.frame.left > line.frame.left and down(line.frame, other.frame) > 0
    ]
    nearest = min(right, key=lambda other: other.frame.left, default=None)
    return nearest if nearest and _is_level(line, nearest) else None


def _is_level(one: TextLine, other: TextLine) -> bool:
    return (
        abs(one.size - other.size) < _SAME_SIZE
        and abs(one.frame.bottom - other.frame.bottom) <= _LEVEL * one.size
    )


def _runs(rows: Sequence[list[TextLine]]) -> Iterator[list[list[TextLine]]]:
    """Yield rows right below each other whose cells stand in the columns of the first; what stands beside them is left out."""
    rest = [row for row in rows if len(row) >= _CELLS_LEAST]
    while rest:
        run, columns = _run(rest)
        clear = [cell.frame for column in columns if len(column) >= _CLEAR * len(run) for cell in column]
        taken = {run[0][0]}
        if len(run) >= _ROWS_LEAST and clear:
            whole = around(clear)
            held = [[cell for cell in row if across(cell.frame, whole) > 0] for row in run]
            yield held
            taken = {cell for row in held for cell in row}
        rest = [
            left for row in rest if len(left := [cell for cell in row if cell not in taken]) >= _CELLS_LEAST
        ]


def _run(rows: Sequence[list[TextLine]]) -> tuple[list[list[TextLine]], list[list[TextLine]]]:
    """Return the rows that follow the first of `rows`, with it, and their columns."""
    run = [rows[0]]
    columns = [[cell] for cell in rows[0]]
    for row in rows[1:]:
        below = [
            next((cell for cell in row if _is_below(column[-1], cell, run[-1])), None) for column in columns
        ]
        if sum(cell is not None for cell in below) >= _CELLS_LEAST:
            run.append(row)
            for column, cell in zip(columns, below, strict=True):
                column.extend([cell] if cell else [])
    return run, columns


def _is_below(one: TextLine, other: TextLine, last: Sequence[TextLine]) -> bool:
    """Return whether a cell stands in the column of the one above it, and right below the row `last`."""
    step = other.frame.top - last[0].frame.top
    edges = (
        one.frame.left - other.frame.left,
        one.frame.right - other.frame.right,
        (one.frame.left + one.frame.right - other.frame.left - other.frame.right) / 2,
    )
    aligned = min(map(abs, edges)) <= _ALIGNED * one.size
    return (
        aligned
        and 0.5 * one.size <= step <= _STEP_MOST * one.size
        and abs(one.size - other.size) < _SAME_SIZE
    )


def _table(run: Sequence[Sequence[TextLine]]) -> Table | None:
    """Return rows as a table, or None where they are too few, stand at uneven distances, or have too few figures."""
    if len(run) < _ROWS_LEAST:
        return None
    steps = [below[0].frame.top - above[0].frame.top for above, below in pairwise(run)]
    figures = sum(any(_FIGURES.fullmatch(cell.text.strip()) for cell in row) for row in run[1:])
    if max(steps) - min(steps) > _EVEN * max(steps) or figures < _FIGURES_LEAST * (len(run) - 1):
        return None
    has_gaps = len({len(row) for row in run}) > 1
    columns = in_columns(run) if has_gaps else None
    rows = [_row(row, _CELL_END) for row in columns] if columns else [_row(row, _ROW_CELL_END) for row in run]
    is_clear = columns is not None or not has_gaps
    return Table(Segment.of(rows), tuple(chain.from_iterable(run)), has_gaps, is_clear)


def _row(row: Sequence[TextLine | None], cell_end: str) -> TextLine:
    """Return cells as one line; None is an empty one."""
    cells = [cell for cell in row if cell]
    return TextLine(
        glyphs=tuple(chain.from_iterable(cell.glyphs for cell in cells)),
        text=cell_end.join(cell.text.strip() if cell else "" for cell in row),
        frame=around([cell.frame for cell in cells]),
        size=cells[0].size,
        face=cells[0].face,
        vertical=False,
    )


def without_grids(rules: Sequence[Frame], tables: Sequence[Table]) -> tuple[Frame, ...]:
    """Return the rules of a page without those that rule its tables: those between rows or cells, and all around them."""
    return tuple(rule for rule in rules if not any(_is_of(rule, table, rules) for table in tables))


def _is_of(rule: Frame, table: Table, rules: Sequence[Frame]) -> bool:
    frame = table.rows.frame
    inner = [one for one in rules if across(one, frame) > 0 and down(one, frame) > 0]
    inner = [one for one in inner if one.width > one.height or one.left > frame.left + 1]
    if not inner:
        return False
    whole = around(inner)
    near = 2 * table.rows.size
    held = (
        rule.left >= min(whole.left, frame.left - near) - 1
        and rule.right <= max(whole.right, frame.right + near) + 1
        and rule.top >= frame.top - near
        and rule.bottom <= frame.bottom + near
    )
    return held and (rule.width > rule.height or down(rule, frame) > 0)
