"""Cut a page into areas along its columns, as print is."""

import random
from collections.abc import Iterator
from typing import NamedTuple


class Area(NamedTuple):
    """Columns `first` to `last` of the page, from `top` to `bottom` in points."""

    first: int
    last: int
    top: float
    bottom: float

    @property
    def columns(self) -> int:
        return self.last - self.first + 1


def cut(dice: random.Random, area: Area, pieces: int, least: float) -> Iterator[Area]:
    """Cut an area into about so many, along columns or across them, none lower than `least`."""
    high = area.bottom - area.top
    ways = (["across"] if high >= 2 * least else []) + (["down"] if area.columns >= 2 else [])
    if pieces <= 1 or not ways:
        yield area
        return
    way = dice.choice(ways) if high < area.columns * 100 else ways[0]
    one = max(1, round(pieces * dice.uniform(0.35, 0.65)))
    if way == "across":
        at = area.top + high * min(max(one / pieces, least / high), 1 - least / high)
        yield from cut(dice, area._replace(bottom=at), one, least)
        yield from cut(dice, area._replace(top=at), pieces - one, least)
    else:
        at_column = area.first + max(1, min(area.columns - 1, round(area.columns * one / pieces)))
        yield from cut(dice, area._replace(last=at_column - 1), one, least)
        yield from cut(dice, area._replace(first=at_column), pieces - one, least)
