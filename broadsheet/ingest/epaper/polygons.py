"""The areas of an image map (HTML Standard, 4.8.14) as boxes."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from broadsheet.model.marks import Frame

_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)\s*(%?)")
_BOXES_MOST = 12  # of a polygon; one with more is taken with its outermost sides
_RECTANGLE = 4  # coordinates

Point = tuple[float, float]


def boxes(coords: str, width: float, height: float) -> tuple[Frame, ...]:
    """Return the boxes that make up the area with these `coords`; per cents are of `width` and `height`."""
    numbers = [
        float(number) / 100 * (height if place % 2 else width) if percent else float(number)
        for place, (number, percent) in enumerate(_NUMBER.findall(coords))
    ]
    points = list(zip(numbers[::2], numbers[1::2], strict=False))
    if len(points) < 2:
        return ()
    whole = Frame(
        min(x for x, _ in points),
        min(y for _, y in points),
        max(x for x, _ in points),
        max(y for _, y in points),
    )
    if len(numbers) == _RECTANGLE:
        return (whole,)
    found = tuple(_joined(list(_slabs(points))))
    return found if 0 < len(found) <= _BOXES_MOST else (whole,)


def _slabs(points: Sequence[Point]) -> Iterator[Frame]:
    """Yield the boxes of a polygon between each two of its heights."""
    sides = list(pairwise([*points, points[0]]))
    for top, bottom in pairwise(sorted({y for _, y in points})):
        middle = (top + bottom) / 2
        crossed = sorted(
            x1 + (middle - y1) / (y2 - y1) * (x2 - x1)
            for (x1, y1), (x2, y2) in sides
            if min(y1, y2) < middle < max(y1, y2)
        )
        yield from (
            Frame(left, top, right, bottom)
            for left, right in zip(crossed[::2], crossed[1::2], strict=False)
            if right > left
        )


def _joined(slabs: list[Frame]) -> list[Frame]:
    """Join boxes that stand above each other and are as wide."""
    done: list[Frame] = []
    for slab in slabs:
        over = next(
            (box for box in done if (box.left, box.right, box.bottom) == (slab.left, slab.right, slab.top)),
            None,
        )
        if over is None:
            done.append(slab)
        else:
            done[done.index(over)] = over._replace(bottom=slab.bottom)
    return done
