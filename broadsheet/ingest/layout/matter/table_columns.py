"""The columns of a table: which cell of each row stands in which, so that an empty cell stays an empty cell."""

from collections.abc import Sequence

from broadsheet.ingest.layout.barriers import overlap
from broadsheet.ingest.layout.lines import TextLine

Row = tuple[TextLine | None, ...]


def in_columns(rows: Sequence[Sequence[TextLine]]) -> tuple[Row, ...] | None:
    """Return the cells of each row by column, None for an empty one; or None where the columns are not clear.

    Cells that stand above each other, even in part, are of one column. Columns are clear where no row has two cells in
    one, and one row has a cell in each.
    """
    columns: list[tuple[float, float]] = []
    for left, right in sorted((cell.frame.left, cell.frame.right) for row in rows for cell in row):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    found = [[_within(column, row) for column in columns] for row in rows]
    if max(map(len, rows)) < len(columns) or any(len(cells) > 1 for row in found for cells in row):
        return None
    return tuple(tuple(cells[0] if cells else None for cells in row) for row in found)


def _within(column: tuple[float, float], row: Sequence[TextLine]) -> list[TextLine]:
    return [cell for cell in row if overlap(column, (cell.frame.left, cell.frame.right)) > 0]
