"""The dynamic programme that reads a page's lines as columns of paragraphs.

On a line a move leads from one phase to the next; what may happen between two lines the crossings say. Forward
and backward costs together price every alternative.
"""

from collections import deque
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from broadsheet.ingest.typeset.edges import Crossing
from broadsheet.ingest.typeset.line_costs import NEVER, Costs, Move, Phase
from broadsheet.ingest.typeset.open_ends import NOTHING
from broadsheet.ingest.typeset.tables import (
    STEPS,
    Table,
    along,
    changed,
    cross_back,
    foot,
    forward,
    kept,
    steps_of,
)

STARTS = frozenset(move for (start, _), moves in STEPS.items() if start is Phase.CLOSED for move in moves)

_AT_A_TIME = 200  # lines

State = tuple[int, int, int]  # phase, number of the set of open ends, number of the measure


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the cheapest reading does on a line. Margins say how much dearer the page is otherwise.

    `margin` when the line starts a paragraph instead of going on, or the other way round; `seam` when it does not
    take up the line that it `resumes`, or when it does take one up: then `rival` is the line that it would resume.
    """

    move: Move
    measure: int
    margin: float
    resumes: int | None = None
    rival: int | None = None
    seam: float = NEVER


def least_costs(emissions: Sequence[Costs], crossings: Sequence[Crossing]) -> Costs:
    """Return the cost of the cheapest reading alone, for each of several manners.

    `emissions[manner][line, move, measure]` is the cost of a move. The manners are read side by side, as if each were
    a set of open ends.
    """
    measures = max(costs.shape[2] for costs in emissions)
    lines = zip(*map(_line_by_line, emissions), strict=True)
    abreast = (_abreast(line, measures) for line in lines)
    [(_, last)] = deque(forward(abreast, crossings, measures), maxlen=1)
    least: Costs = (last.costs + foot(last.costs)).min(axis=(0, 2))
    return least


def _line_by_line(emissions: Costs) -> Iterator[Costs]:
    """Yield the steps of each line, worked out for some lines at a time: those of a long page would fill much room."""
    for top in range(0, len(emissions), _AT_A_TIME):
        yield from steps_of(emissions[top : top + _AT_A_TIME])


def _abreast(steps: Sequence[Costs], measures: int) -> Costs:
    """Return `costs[end, start, manner, measure]` of a line; a manner that has fewer measures cannot use the rest."""
    costs = np.full((len(Phase), len(Phase), len(steps), measures), NEVER)
    for manner, cost in enumerate(steps):
        costs[:, :, manner, : cost.shape[2]] = cost
    return costs


def cheapest(emissions: Costs, crossings: Sequence[Crossing]) -> tuple[float, tuple[Choice, ...]]:
    """Return the cost of the cheapest reading and its choices, line by line.

    `emissions[line, move, measure]` is the cost of a move, `crossings[line]` what may happen before the line.
    """
    steps = steps_of(emissions)[:, :, :, None]  # the same for every set of open ends
    tables = list(forward(steps, crossings, emissions.shape[2]))
    last = tables[-1][1].costs
    to_go = foot(last)
    total = float((last + to_go).min())
    state = _state_at((last + to_go).argmin(), last)
    choices: list[Choice] = []
    for i in range(len(steps) - 1, -1, -1):
        before, (phase, ends, w) = tables[i][0], state
        start, move = _came_by(before[:, ends, w], emissions[i, :, w], phase)
        margin = _margin(before, steps[i], to_go, starts=move in STARTS) - total
        resumes, rival, seam = NOTHING, NOTHING, NEVER
        if i:
            above, to_come = tables[i - 1][1], Table.of(along(to_go, steps[i], backward=True))
            state, resumes = _came_from(above, crossings[i], (start, ends, w))
            rival, seam = _rival(above, crossings[i], to_come.costs, resumes)
            to_go = cross_back(to_come, crossings[i], above.costs.shape[1])
        choices.append(
            Choice(
                move=move,
                measure=w,
                margin=margin,
                resumes=_taken_up(resumes),
                rival=_taken_up(rival),
                seam=seam - total,
            )
        )
    return total, tuple(reversed(choices))


def _state_at(number: np.intp, table: Costs) -> State:
    phase, ends, w = np.unravel_index(number, table.shape)
    return int(phase), int(ends), int(w)


def _taken_up(line: int) -> int | None:
    return None if line == NOTHING else line


def _came_by(before: Costs, emission: Costs, phase: int) -> tuple[Phase, Move]:
    """Return the phase before a line and the move by which `phase` after it is cheapest, in its set and measure."""
    ways = ((start, move) for (start, end), moves in STEPS.items() if end == phase for move in moves)
    return min(ways, key=lambda way: float(before[way[0]] + emission[way[1]]))


def _came_from(above: Table, crossing: Crossing, state: State) -> tuple[State, int]:
    """Return the state above a crossing from which `state` is cheapest, and the line that is taken up."""
    _, came_from, resumes = min(_ways(above.costs, crossing, state), key=lambda way: way[0])
    return came_from, resumes


def _ways(above: Costs, crossing: Crossing, state: State) -> Iterator[tuple[float, State, int]]:
    """Yield the ways that lead to `state`: what each costs, where it comes from and which line is taken up."""
    phase, ends, w = state
    steps = [
        (phase, int(crossing.kept_from[k]), 0.0, crossing.fresh[phase], NOTHING)
        for k in np.flatnonzero(crossing.kept_to == ends)
    ]
    for edge in crossing.edges:
        if edge.end == phase:
            steps += [
                (edge.start, int(edge.sources[k]), edge.same[k], edge.other[k], int(edge.resumes[k]))
                for k in np.flatnonzero(edge.targets == ends)
            ]
    for start, source, same, other, resumes in steps:
        row = above[start, source]
        least = int(row.argmin())
        yield float(row[w] + same), (start, source, w), resumes
        yield float(row[least] + other), (start, source, least), resumes


def _margin(before: Costs, step: Costs, to_go: Costs, *, starts: bool) -> float:
    """Return the cost of the page when a line goes on instead of starting, or the other way round."""
    others = slice(Phase.CLOSED + 1, None) if starts else slice(Phase.CLOSED, Phase.CLOSED + 1)
    return float((before[others] + step[:, others] + to_go[:, None]).min())


def _rival(above: Table, crossing: Crossing, to_come: Costs, resumes: int) -> tuple[int, float]:
    """Return what a line takes up in the cheapest reading that differs there from the one with `resumes`, and its cost."""
    lines = np.concatenate([[NOTHING], *(edge.resumes for edge in crossing.edges)])
    if lines.max() == NOTHING:
        return NOTHING, NEVER
    straight = (kept(above, crossing.kept_from, crossing) + to_come[:, crossing.kept_to]).min()
    changing = (
        (changed(above, edge.start, edge.sources, edge) + to_come[edge.end, edge.targets]).min(axis=1)
        for edge in crossing.edges
    )
    costs = np.where(lines == resumes, 2 * NEVER, np.concatenate([[straight], *changing]))
    rival = int(costs.argmin())
    return int(lines[rival]), min(NEVER, float(costs[rival]))
