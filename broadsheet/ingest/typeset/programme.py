"""The dynamic programme that reads the lines of a page as columns of paragraphs (Viterbi's algorithm).

A state is a phase, a set of open ends and a measure. A move leads from one phase to another on a line; transitions change
the measure and the open ends between two lines. Forward and backward costs together give the cost of the page under
every alternative, and so the margin of each choice.
"""

from collections import deque
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from broadsheet.ingest.typeset.line_costs import Costs
from broadsheet.ingest.typeset.moves import NEVER, STARTS, STEPS, Move, Phase
from broadsheet.ingest.typeset.open_ends import NOTHING
from broadsheet.ingest.typeset.tables import (
    Table,
    above_transitions,
    changed,
    forward,
    kept,
    page_end,
    steps_of,
    through_line,
)
from broadsheet.ingest.typeset.transitions import Transitions

_AT_A_TIME = 200  # lines whose steps are held in memory together

State = tuple[int, int, int]  # phase, number of the set of open ends, number of the measure


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the cheapest reading does on a line, and by how much the page costs more if it does not.

    `measure` is the index of the measure and `resumes` that of the line whose paragraph this line resumes, if any.
    `margin` is for the line to start a paragraph instead of going on, or the other way round. `seam` is for it to resume
    another line, or none: `rival` is that line.
    """

    move: Move
    measure: int
    margin: float
    resumes: int | None = None
    rival: int | None = None
    seam: float = NEVER


def least_costs(emissions: Sequence[Costs], between: Sequence[Transitions]) -> Costs:
    """Return the cost of the cheapest reading under each of several hypotheses, an array of that length.

    `emissions[h][line, move, measure]` is the cost of a move under hypothesis h; `between[line]` are the transitions
    before the line. The hypotheses are computed side by side, each in the place of a set of open ends.
    """
    measures = max(costs.shape[2] for costs in emissions)
    lines = zip(*map(_line_by_line, emissions), strict=True)
    abreast = (_abreast(line, measures) for line in lines)
    [(_, last)] = deque(forward(abreast, between, measures), maxlen=1)
    least: Costs = (last.costs + page_end(last.costs)).min(axis=(0, 2))
    return least


def _line_by_line(emissions: Costs) -> Iterator[Costs]:
    """Yield the steps of each line, computed for some lines at a time to save memory on long pages."""
    for top in range(0, len(emissions), _AT_A_TIME):
        yield from steps_of(emissions[top : top + _AT_A_TIME])


def _abreast(steps: Sequence[Costs], measures: int) -> Costs:
    """Return the costs of a line by [end, start, hypothesis, measure]; NEVER for measures that a hypothesis lacks."""
    costs = np.full((len(Phase), len(Phase), len(steps), measures), NEVER)
    for hypothesis, cost in enumerate(steps):
        costs[:, :, hypothesis, : cost.shape[2]] = cost
    return costs


def cheapest(emissions: Costs, between: Sequence[Transitions]) -> tuple[float, tuple[Choice, ...]]:
    """Return the cost of the cheapest reading of the page and its choices, one a line.

    `emissions[line, move, measure]` is the cost of a move; `between[line]` are the transitions before the line.
    """
    steps = steps_of(emissions)[:, :, :, None]  # the same for every set of open ends
    tables = list(forward(steps, between, emissions.shape[2]))
    last = tables[-1][1].costs
    to_go = page_end(last)
    total = float((last + to_go).min())
    state = _state_at((last + to_go).argmin(), last)
    choices: list[Choice] = []
    for i in range(len(steps) - 1, -1, -1):
        before, (phase, ends, w) = tables[i][0], state
        start, move = _came_by(before[:, ends, w], emissions[i, :, w], phase)
        margin = _margin(before, steps[i], to_go, starts=move in STARTS) - total
        resumes, rival, seam = NOTHING, NOTHING, NEVER
        if i:
            above, to_come = tables[i - 1][1], Table.of(through_line(to_go, steps[i], backward=True))
            state, resumes = _came_from(above, between[i], (start, ends, w))
            rival, seam = _rival(above, between[i], to_come.costs, resumes)
            to_go = above_transitions(to_come, between[i], above.costs.shape[1])
        choices.append(
            Choice(
                move=move,
                measure=w,
                margin=margin,
                resumes=_line_or_none(resumes),
                rival=_line_or_none(rival),
                seam=seam - total,
            )
        )
    return total, tuple(reversed(choices))


def _state_at(number: np.intp, table: Costs) -> State:
    """Return the state of the entry with flat index `number`."""
    phase, ends, w = np.unravel_index(number, table.shape)
    return int(phase), int(ends), int(w)


def _line_or_none(line: int) -> int | None:
    return None if line == NOTHING else line


def _came_by(before: Costs, emission: Costs, phase: int) -> tuple[Phase, Move]:
    """Return the phase before a line and the move with which `phase` after it costs least.

    `before` holds the costs by [phase] and `emission` those by [move], both in the set and measure of the line.
    """
    ways = ((start, move) for (start, end), moves in STEPS.items() if end == phase for move in moves)
    return min(ways, key=lambda way: float(before[way[0]] + emission[way[1]]))


def _came_from(above: Table, transitions: Transitions, state: State) -> tuple[State, int]:
    """Return the state above the transitions from which `state` costs least, and the line that is resumed."""
    _, came_from, resumes = min(_ways(above.costs, transitions, state), key=lambda way: way[0])
    return came_from, resumes


def _ways(above: Costs, transitions: Transitions, state: State) -> Iterator[tuple[float, State, int]]:
    """Yield each way to `state` from the line above: its cost, the state there, and the line that is resumed."""
    phase, ends, w = state
    steps = [
        (phase, int(transitions.kept_from[k]), 0.0, transitions.fresh[phase], NOTHING)
        for k in np.flatnonzero(transitions.kept_to == ends)
    ]
    for each in transitions.breaks:
        if each.end == phase:
            steps += [
                (each.start, int(each.sources[k]), each.same[k], each.other[k], int(each.resumes[k]))
                for k in np.flatnonzero(each.targets == ends)
            ]
    for start, source, same, other, resumes in steps:
        row = above[start, source]
        least = int(row.argmin())
        yield float(row[w] + same), (start, source, w), resumes
        yield float(row[least] + other), (start, source, least), resumes


def _margin(before: Costs, step: Costs, to_go: Costs, *, starts: bool) -> float:
    """Return the cost of the page if a line goes on with a paragraph instead of starting one, or the other way round."""
    others = slice(Phase.BODY, None) if starts else slice(Phase.BODY)
    return float((before[others] + step[:, others] + to_go[:, None]).min())


def _rival(above: Table, transitions: Transitions, to_come: Costs, resumes: int) -> tuple[int, float]:
    """Return the line resumed in the cheapest reading that does not resume `resumes`, and the cost of the page in it."""
    lines = np.concatenate([[NOTHING], *(each.resumes for each in transitions.breaks)])
    if lines.max() == NOTHING:
        return NOTHING, NEVER
    straight = (kept(above, transitions.kept_from, transitions) + to_come[:, transitions.kept_to]).min()
    changing = (
        (changed(above, each.start, each.sources, each) + to_come[each.end, each.targets]).min(axis=1)
        for each in transitions.breaks
    )
    costs = np.where(lines == resumes, 2 * NEVER, np.concatenate([[straight], *changing]))
    rival = int(costs.argmin())
    return int(lines[rival]), min(NEVER, float(costs[rival]))
