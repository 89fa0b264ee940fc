"""How the pieces of a story fill columns, by the rules by which Typst breaks them: no line stands alone."""

from collections.abc import Sequence

import msgspec

_ALONE = 1  # a line of a paragraph that stands alone at the foot or the head of a column


class Piece(msgspec.Struct, frozen=True):
    """A piece of a story: its number, the lines that it takes, and whether it may break between them.

    A `sticky` piece, a subhead, stays with the lines below it.
    """

    number: int
    lines: int
    divisible: bool = True
    sticky: bool = False


def fill(pieces: Sequence[Piece], columns: int, lines: int) -> int:
    """Return how many of `pieces` fit into a number of `columns` of so many `lines`."""
    column = used = 0
    for number, piece in enumerate(pieces):
        after = pieces[number + 1] if piece.sticky and number + 1 < len(pieces) else None
        needed = piece.lines + (min(after.lines, 2) if after else 0)
        left = piece.lines
        if (not piece.divisible or piece.sticky) and used + needed > lines and used:
            column, used = column + 1, 0
        while column < columns and used + left > lines:
            cut = _cut(left, lines - used) if piece.divisible else 0
            if not cut and not used:
                return number
            left -= cut
            column, used = column + 1, 0
        if column >= columns:
            return number
        used += left
    return len(pieces)


def _cut(lines: int, room: int) -> int:
    """Return how many lines of a paragraph of so many `lines` stand in `room`, with the rest in the next column."""
    if lines - room == _ALONE:
        room -= 1
    return 0 if room <= _ALONE else room


def least_lines(pieces: Sequence[Piece], columns: int) -> int:
    """Return the least height in lines at which `pieces` fit into a number of `columns`."""
    lines = max(1, -(-sum(piece.lines for piece in pieces) // columns))
    while fill(pieces, columns, lines) < len(pieces):
        lines += 1
    return lines
