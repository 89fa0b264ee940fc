"""The areas of an image map, as boxes on a picture of 100 by 200."""

import pytest

from broadsheet.ingest.epaper.polygons import boxes
from broadsheet.model.marks import Frame


def stairs(steps: int) -> str:
    """Return a polygon of so many boxes below each other, each ten wider than the one above it."""
    points = (f"{10 * n},{10 * n},{10 * n},{10 * n + 10}" for n in range(steps + 1))
    return f"{','.join(points)},0,{10 * steps + 10}"


AREAS: dict[str, tuple[str, tuple[Frame, ...]]] = {
    "a rectangle": ("10,20,30,40", (Frame(10, 20, 30, 40),)),
    "a rectangle from its lower right corner": ("30,40,10,20", (Frame(10, 20, 30, 40),)),
    "spaces and decimals": ("10.5, 20 ,30 ,40.25", (Frame(10.5, 20, 30, 40.25),)),
    "in per cent": ("50%,10%,100%,20%", (Frame(50, 20, 100, 40),)),
    "a polygon that is a rectangle": ("0,0,10,0,10,10,0,10,0,0", (Frame(0, 0, 10, 10),)),
    "left of the picture": ("-5,0,10,0,10,10,-5,10", (Frame(-5, 0, 10, 10),)),
    "two widths": ("0,0,10,0,10,10,5,10,5,20,0,20", (Frame(0, 0, 10, 10), Frame(0, 10, 5, 20))),
    "two feet": (
        "0,0,30,0,30,20,20,20,20,10,10,10,10,20,0,20",
        (Frame(0, 0, 30, 10), Frame(0, 10, 10, 20), Frame(20, 10, 30, 20)),
    ),
    "a foot as wide as what is not right above it": (
        "0,0,10,0,10,10,20,10,20,20,10,20,10,30,0,30",
        (Frame(0, 0, 10, 10), Frame(0, 10, 20, 20), Frame(0, 20, 10, 30)),
    ),
    "a corner between two heights of one box": (
        "0,0,10,0,10,4,10,10,0,10,0,6",
        (Frame(0, 0, 10, 10),),
    ),
    "a triangle": ("0,0,20,20,0,20", (Frame(0, 0, 10, 20),)),
    "as many boxes as an area may have": (
        stairs(12),
        tuple(Frame(0, 10 * n, 10 * n, 10 * n + 10) for n in range(1, 13)),
    ),
    "more": (stairs(13), (Frame(0, 0, 130, 140),)),
    "a line": ("0,0,10,0,20,0", (Frame(0, 0, 20, 0),)),
    "a number too many": ("10,20,30,40,50", (Frame(10, 20, 30, 40),)),
    "a point": ("5,5", ()),
    "nothing": ("", ()),
}


@pytest.mark.parametrize(("coords", "expected"), AREAS.values(), ids=AREAS.keys())
def test_an_area_becomes_boxes(coords: str, expected: tuple[Frame, ...]) -> None:
    assert boxes(coords, 100, 200) == expected
