"""Where one table ends and another begins beside it: at rules, at the gutter of columns of text, and between headlines."""

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
_HEADLINE = 1.2  # times the size of cells
_NEAR_HEADLINE = 3.0  # em from a headline to its table
_TEXT_LEAST = 9.0  # em; a narrower line may be a cell

Rows = Sequence[Sequence[TextLine]]


def parted(run: Rows, lines: Sequence[TextLine], barriers: Barriers) -> Iterator[list[list[TextLine]]]:
    """Yield the rows of each table among rows side by side, on a page with these lines and rules."""
    cuts = (
        *_rule_cuts(run, barriers),
        *_gutter_cuts(run, lines, barriers),
        *_headline_cuts(run, lines, barriers),
    )
    return (part for part in _cut_at(run, cuts) if part)


def _cut_at(run: Rows, cuts: Sequence[float]) -> Iterator[list[list[TextLine]]]:
    """Yield the parts of rows between the places `cuts`; a row with a single cell in a part has none there."""
    for left, right in pairwise((-math.inf, *sorted(cuts), math.inf)):
        part = [[cell for cell in row if left <= cell.frame.left < right] for row in run]
        yield [row for row in part if len(row) >= _CELLS_LEAST]


def _rule_cuts(run: Rows, barriers: Barriers) -> Iterator[float]:
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


def _gutter_cuts(run: Rows, lines: Sequence[TextLine], barriers: Barriers) -> list[float]:
    """Return the gutters between columns of text right above or below the rows, if what stands between them fits one column each."""
    cells = [cell.frame for row in run for cell in row]
    near = _text_near(run, lines, barriers)
    ordered = sorted(near, key=lambda frame: frame.left)
    middles = {(one.right + other.left) / 2 for one, other in pairwise(ordered) if one.right < other.left}
    cuts = sorted(
        x for x in middles if all(overlap((x, x), (one.left, one.right)) < 0 for one in (*near, *cells))
    )
    parts = [around([cell.frame for row in part for cell in row]) for part in _cut_at(run, cuts) if part]
    fit = all(
        any(column.left - 1 <= part.left and part.right <= column.right + 1 for column in near)
        for part in parts
    )
    return cuts if fit else []


def _headline_cuts(run: Rows, lines: Sequence[TextLine], barriers: Barriers) -> list[float]:
    """Return the widest gaps below headlines side by side, if each part of the rows stands below its own headline."""
    heads, em = _heads(run, lines, barriers), run[0][0].size
    gaps = [(one.frame.right, other.frame.left) for one, other in pairwise(run[0])]
    cuts: list[float] = []
    for one, other in pairwise(heads):
        between = [gap for gap in gaps if one.left < gap[0] and gap[1] < other.right and down(one, other) > 0]
        if not between:
            return []
        widest = max(between, key=lambda gap: gap[1] - gap[0])
        cuts.append((widest[0] + widest[1]) / 2)
    parts = [[cell.frame for row in part for cell in row] for part in _cut_at(run, cuts)]
    fit = all(part and _is_below(around(part), head, em) for part, head in zip(parts, heads, strict=False))
    return cuts if fit else []


def _heads(run: Rows, lines: Sequence[TextLine], barriers: Barriers) -> list[Frame]:
    """Return the frames of the headlines that stand close above rows, from left to right."""
    whole, em = around([cell.frame for row in run for cell in row]), run[0][0].size
    heads = [
        line.frame
        for line in lines
        if line.size >= _HEADLINE * em
        and across(line.frame, whole) > 0
        and 0 <= whole.top - line.frame.bottom <= _NEAR_HEADLINE * em
        and not barriers.level_between(line.frame, whole)
    ]
    return sorted(heads, key=lambda frame: frame.left)


def _is_below(part: Frame, head: Frame, em: float) -> bool:
    """Return whether a part of rows begins at the edge of a headline, or has its middle."""
    middles = (part.left + part.right - head.left - head.right) / 2
    return min(abs(part.left - head.left), abs(middles)) <= em


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
