"""The grid of a leaf: columns across, lines down. All measures are in points (1/72 inch) but for counts."""

import msgspec


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """A leaf's size, its margins, and the columns and lines between them.

    `size` is that of the text, `pitch` the distance from line to line.
    """

    width: float
    height: float
    side: float
    top: float
    columns: int
    column: float
    gutter: float
    size: float = 9
    pitch: float = 14
    lines: int

    def y(self, lines: int) -> float:
        """Return the distance of the bottom of line number `lines` from the leaf's top."""
        return self.top + lines * self.pitch - (self.pitch - self.size)


def _grid(width: float, height: float, *, columns: int, characters: int) -> Grid:
    """Return the grid of a leaf whose columns hold a number of `characters` in a line."""
    gutter, size, pitch, least = 14, 9, 14, 30
    column = characters * size
    side = (width - columns * column - (columns - 1) * gutter) / 2
    lines = int((height - 2 * least) / pitch)
    return Grid(
        width=width,
        height=height,
        side=side,
        top=(height - lines * pitch + pitch - size) / 2,
        columns=columns,
        column=column,
        gutter=gutter,
        lines=lines,
    )


GRIDS = {
    "a3": _grid(841.89, 1190.55, columns=5, characters=16),
    "a4": _grid(595.28, 841.89, columns=3, characters=19),
}
"""The grids by the size of the leaf (ISO 216)."""
