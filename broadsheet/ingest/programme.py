"""The dynamic programme over (phase, open ends, measure) that reads a page's lines as columns of paragraphs.

On a line a move leads from one phase to the next; what may happen between two lines the edges say. Forward and
backward costs together price every alternative.
"""

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from broadsheet.ingest.edges import Edge
from broadsheet.ingest.line_costs import NEVER, Costs, Move, Phase

# (phase before, move, phase after)
TRANSITIONS = (
    (Phase.CLOSED, Move.FIRST, Phase.BODY),
    (Phase.CLOSED, Move.SINGLE, Phase.CLOSED),
    (Phase.CLOSED, Move.DISPLAY, Phase.CLOSED),
    (Phase.CLOSED, Move.LABEL, Phase.CLOSED),
    (Phase.CLOSED, Move.CAPTION_FIRST, Phase.CAPTION),
    (Phase.CLOSED, Move.CAPTION_SINGLE, Phase.CLOSED),
    (Phase.BODY, Move.MID, Phase.BODY),
    (Phase.BODY, Move.LAST, Phase.CLOSED),
    (Phase.BODY, Move.PASSING, Phase.BODY),
    (Phase.CAPTION, Move.CAPTION_MID, Phase.CAPTION),
    (Phase.CAPTION, Move.CAPTION_LAST, Phase.CLOSED),
)
STARTS = frozenset(move for phase, move, _ in TRANSITIONS if phase is Phase.CLOSED)

State = tuple[int, int, int]  # phase, number of the set of open ends, number of the measure
Edges = Sequence[Edge]


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


class _Tables(msgspec.Struct, frozen=True):
    """Costs by [phase, open ends, measure], line by line: of what comes before, and of what is to come.

    Each before and after the line itself.
    """

    before: list[Costs]
    after: list[Costs]
    to_come: list[Costs]
    to_go: list[Costs]


def least_cost(emissions: Costs, edges: Sequence[Edges], sets: int) -> float:
    """Return the cost of the cheapest reading alone."""
    _, after = _forward(emissions, edges, sets)
    return float((after[-1] + _end(after[-1])).min())


def cheapest(emissions: Costs, edges: Sequence[Edges], sets: int) -> tuple[float, tuple[Choice, ...]]:
    """Return the cost of the cheapest reading and its choices, line by line.

    `emissions[line, move, measure]` is the cost of a move, `edges[line]` what may happen before the line; `edges[0]` is
    not used. `sets` is how many sets of open ends there are.
    """
    tables = _tables(emissions, edges, sets)
    whole = tables.after[-1] + tables.to_go[-1]
    total = float(whole.min())
    phase, ends, w = map(int, np.unravel_index(whole.argmin(), whole.shape))
    choices: list[Choice] = []
    for i in range(len(emissions) - 1, -1, -1):
        start, move = min(
            ((p, m) for p, m, end in TRANSITIONS if end == phase),
            key=lambda pair, at=(i, ends, w): (
                tables.before[at[0]][pair[0], at[1], at[2]] + emissions[at[0], pair[1], at[2]]
            ),  # type: ignore[misc]
        )
        margin = _margin(tables, emissions[i], i, starts=move in STARTS) - total
        resumes, rival, seam, measure = None, None, NEVER, w
        if i:
            (phase, ends, w), resumes = _came_from(tables.after[i - 1], edges[i], (start, ends, w))
            rival, seam = _rival(tables, edges[i], i, resumes)
        choices.append(
            Choice(move=move, measure=measure, margin=margin, resumes=resumes, rival=rival, seam=seam - total)
        )
    return total, tuple(reversed(choices))


def _tables(emissions: Costs, edges: Sequence[Edges], sets: int) -> _Tables:
    before, after = _forward(emissions, edges, sets)
    table = _end(after[-1])
    to_come: list[Costs] = []
    to_go: list[Costs] = []
    for i in range(len(emissions) - 1, -1, -1):
        to_go.append(table)
        to_come.append(_along(table, emissions[i], backward=True))
        table = _between(to_come[-1], edges[i], backward=True)
    return _Tables(before, after, to_come[::-1], to_go[::-1])


def _forward(emissions: Costs, edges: Sequence[Edges], sets: int) -> tuple[list[Costs], list[Costs]]:
    table = np.full((len(Phase), sets, emissions.shape[2]), NEVER)
    table[Phase.CLOSED, 0] = 0.0
    before: list[Costs] = []
    after: list[Costs] = []
    for i, emission in enumerate(emissions):
        before.append(_between(after[-1], edges[i]) if i else table)
        after.append(_along(before[-1], emission))
    return before, after


def _end(table: Costs) -> Costs:
    """Return what is to go at the foot of the page, where nothing is open; a last paragraph that is may be."""
    end = np.full_like(table, NEVER)
    end[Phase.CLOSED, 0] = 0.0
    end[Phase.BODY, 0] = NEVER / 2
    return end


def _between(table: Costs, edges: Edges, *, backward: bool = False) -> Costs:
    result = np.full_like(table, NEVER * 2)
    least = table.min(axis=2, keepdims=True)
    for edge in edges:
        start, sources, end, targets = edge.start, edge.sources, edge.end, edge.targets
        if backward:
            start, sources, end, targets = end, targets, start, sources
        row = np.minimum(table[start][sources] + edge.same, least[start][sources] + edge.other)
        result[end][targets] = np.minimum(result[end][targets], row)
    return result


def _along(table: Costs, emission: Costs, *, backward: bool = False) -> Costs:
    result = np.full_like(table, NEVER * 2)
    for start, move, end in TRANSITIONS:
        source, target = (end, start) if backward else (start, end)
        np.minimum(result[target], table[source] + emission[move], out=result[target])
    return result


def _came_from(table: Costs, edges: Edges, state: State) -> tuple[State, int | None]:
    """Return the state after the line before from which `state` is cheapest, and the line that is taken up, if any."""
    phase, ends, w = state
    options: list[tuple[float, int, State, int | None]] = []
    for order, edge in enumerate(edges):
        for source in edge.sources_of(ends) if edge.end == phase else ():
            row = table[edge.start, source]
            cheapest_w = int(row.argmin())
            options.append((row[w] + edge.same, 2 * order, (edge.start, source, w), edge.resumes))
            other = (edge.start, source, cheapest_w)
            options.append((row[cheapest_w] + edge.other, 2 * order + 1, other, edge.resumes))
    _, _, came_from, resumes = min(options, key=lambda option: option[:2])
    return came_from, resumes


def _margin(tables: _Tables, emission: Costs, i: int, *, starts: bool) -> float:
    """Return the cost of the page when line `i` goes on instead of starting, or the other way round."""
    others: Iterable[float] = (
        float((tables.before[i][start] + emission[move] + tables.to_go[i][end]).min())
        for start, move, end in TRANSITIONS
        if (move in STARTS) is not starts
    )
    return min(others, default=NEVER)


def _rival(tables: _Tables, edges: Edges, i: int, resumes: int | None) -> tuple[int | None, float]:
    """Return what line `i` takes up in the cheapest reading that differs there from the one with `resumes`, and its cost."""
    if all(edge.resumes is None for edge in edges):
        return None, NEVER
    table, to_come = tables.after[i - 1], tables.to_come[i]
    least = table.min(axis=2, keepdims=True)
    costs: dict[int | None, float] = {}
    for edge in edges:
        if edge.resumes != resumes:
            row = np.minimum(
                table[edge.start][edge.sources] + edge.same, least[edge.start][edge.sources] + edge.other
            )
            cost = float((row + to_come[edge.end][edge.targets]).min(initial=NEVER))
            costs[edge.resumes] = min(cost, costs.get(edge.resumes, NEVER))
    rival = min(costs, key=costs.__getitem__)
    return rival, costs[rival]
