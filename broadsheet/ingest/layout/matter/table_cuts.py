"""Where one table ends and another begins beside it: at rules, and at the gutter of the columns in which both stand."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from broadsheet.ingest.layout.barriers import Barriers, across, down, overlap
from broadsheet.ingest.layout.lines import TextLine, around
from broadsheet.model.marks import Frame

_CELLS_LEAST = 2  # side by side
_SLACK = 3.2  # em by which a rule that parts stories is longer than a table
_RULES_LEAST = 0.7  # of the rows have a level rule that begins at the edge of a grid
_SAME = 2.0  # points
_NEAR = 6.0  # em from a table to the text of its column
_TEXT_LEAST = 9.0  # em; a narrower line may be a cell

Rows = Sequence[Sequence[TextLine]]


def cut_at(run: Rows, cuts: Sequence[float]) -> Iterator[list[list[TextLine]]]:
    """Yield the parts of rows between the places `cuts`; a row with a single cell in a part has none there."""
    for left, right in pairwise((-math.inf, *sorted(cuts), math.inf)):
        part = [[cell for cell in row if left <= cell.frame.left < right] for row in run]
        yield [row for row in part if len(row) >= _CELLS_LEAST]


def rule_cuts(run: Rows, barriers: Barriers) -> Iterator[float]:
    """Yield where upright rules longer than the rows part stories, and where the level rules of a grid begin or end."""
    whole = around([cell.frame for row in run for cell in row])
    slack = _SLACK * run[0][0].size
    for rule in barriers.upright:
        longer = rule.top < whole.top - slack or rule.bottom > whole.bottom + slack
        if longer and whole.left < rule.left < whole.right and down(rule, whole) > 0.5 * whole.height:
            yield rule.left
    level = [rule for rule in barriers.level if across(rule, whole) > 0 and down(rule, whole) >= -slack / 2]
    ends = sorted(end for rule in level for end in (rule.left, rule.right))
    for end in dict.fromkeys(map(round, ends)):
        often = sum(abs(end - other) <= _SAME for other in ends) >= _RULES_LEAST * len(run)
        if often and whole.left + slack < end < whole.right - slack:
            yield end - _SAME


def gutter_cuts(run: Rows, lines: Sequence[TextLine], barriers: Barriers) -> list[float]:
    """Return the gutters between columns of text right above or below the rows, if what stands between them fits one column each."""
    cells = [cell.frame for row in run for cell in row]
    near = _text_near(run, lines, barriers)
    ordered = sorted(near, key=lambda frame: frame.left)
    middles = {(one.right + other.left) / 2 for one, other in pairwise(ordered) if one.right < other.left}
    cuts = sorted(
        x for x in middles if all(overlap((x, x), (one.left, one.right)) < 0 for one in (*near, *cells))
    )
    parts = [around([cell.frame for row in part for cell in row]) for part in cut_at(run, cuts) if part]
    fit = all(
        any(column.left - 1 <= part.left and part.right <= column.right + 1 for column in near)
        for part in parts
    )
    return cuts if fit else []


def _text_near(run: Rows, lines: Sequence[TextLine], barriers: Barriers) -> list[Frame]:
    """Return the frames of the lines of text that stand close above or below rows."""
    whole, em = around([cell.frame for row in run for cell in row]), run[0][0].size
    return [
        line.frame
        for line in lines
        if line.size == em
        and line.frame.width > _TEXT_LEAST * em
        and across(line.frame, whole) > 0
        and 0 <= -down(line.frame, whole) <= _NEAR * em
        and not barriers.level_between(line.frame, whole)
    ]
