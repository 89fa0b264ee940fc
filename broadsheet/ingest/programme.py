"""The dynamic programme over (phase, measure) that reads a page's lines as columns of paragraphs.

Between two lines the measure may change, a paragraph may be cut off or taken up again, each at a cost; on a line a
move leads from one phase to the next. Forward and backward costs together price every alternative.
"""

import enum
from collections.abc import Mapping, Sequence

import msgspec

from broadsheet.ingest.line_costs import NEVER, Move


class Phase(enum.IntEnum):
    """Where a column stands between two lines."""

    CLOSED = 0
    BODY = 1
    CAPTION = 2


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

Table = list[list[float]]  # cost by [phase][measure]
Emission = Sequence[Mapping[Move, float]]  # cost of each move, by measure
Edges = Mapping[tuple[Phase, Phase], tuple[float, float]]  # cost with the same measure, with another


class Choice(msgspec.Struct, frozen=True):
    """What the cheapest reading does on a line. `margin` is what it would cost to start or go on instead."""

    move: Move
    measure: int
    came_from: Phase
    margin: float


def cheapest(emissions: Sequence[Emission], edges: Sequence[Edges]) -> tuple[float, tuple[Choice, ...]]:
    """Return the cost of the cheapest reading and its choices, line by line.

    `edges[i]` prices what may happen between line i - 1 and line i; `edges[0]` is not used.
    """
    width = len(emissions[0])
    after = [_start(width)]
    before: list[Table] = []
    for emission, edge in zip(emissions, edges, strict=True):
        before.append(_between(after[-1], edge) if before else after[-1])
        after.append(_along(before[-1], emission))
    to_go = _costs_to_go(emissions, edges)
    return _trace_back(emissions, edges, before, after, to_go)


def _start(width: int) -> Table:
    return [[0.0] * width, [NEVER] * width, [NEVER] * width]


def _end(width: int) -> Table:
    return [[0.0] * width, [NEVER / 2] * width, [NEVER] * width]


def _between(table: Table, edges: Edges, *, backward: bool = False) -> Table:
    width = len(table[0])
    result = [[NEVER * 2] * width for _ in Phase]
    least = [min(row) for row in table]
    for pair, (same, other) in edges.items():
        start, end = reversed(pair) if backward else pair
        changed = least[start] + other
        row = result[end]
        for w, cost in enumerate(table[start]):
            row[w] = min(row[w], cost + same, changed)
    return result


def _along(table: Table, emission: Emission) -> Table:
    result = [[NEVER * 2] * len(emission) for _ in Phase]
    for start, move, end in TRANSITIONS:
        for w, moves in enumerate(emission):
            if move in moves:
                result[end][w] = min(result[end][w], table[start][w] + moves[move])
    return result


def _against(table: Table, emission: Emission) -> Table:
    result = [[NEVER * 2] * len(emission) for _ in Phase]
    for start, move, end in TRANSITIONS:
        for w, moves in enumerate(emission):
            if move in moves:
                result[start][w] = min(result[start][w], table[end][w] + moves[move])
    return result


def _costs_to_go(emissions: Sequence[Emission], edges: Sequence[Edges]) -> list[Table]:
    """Return, for each line, what the rest of the page costs from each state after that line."""
    tables = [_end(len(emissions[0]))]
    for i in range(len(emissions) - 1, 0, -1):
        tables.append(_between(_against(tables[-1], emissions[i]), edges[i], backward=True))
    return tables[::-1]


def _trace_back(
    emissions: Sequence[Emission],
    edges: Sequence[Edges],
    before: Sequence[Table],
    after: Sequence[Table],
    to_go: Sequence[Table],
) -> tuple[float, tuple[Choice, ...]]:
    states = [(phase, w) for phase in Phase for w in range(len(emissions[0]))]
    last = to_go[-1]
    total, state = min((after[-1][p][w] + last[p][w], (p, w)) for p, w in states)
    choices: list[Choice] = []
    for i in range(len(emissions) - 1, -1, -1):
        phase, w = state
        start, move = min(
            ((p, m) for p, m, end in TRANSITIONS if end is phase and m in emissions[i][w]),
            key=lambda pair, i=i, w=w: before[i][pair[0]][w] + emissions[i][w][pair[1]],  # type: ignore[misc]
        )
        margin = _margin(before[i], emissions[i], to_go[i], total, starts=move in STARTS)
        choices.append(Choice(move, w, start, margin))
        state = _came_from(after[i], edges[i], (start, w)) if i else state
    return total, tuple(reversed(choices))


def _came_from(table: Table, edges: Edges, state: tuple[Phase, int]) -> tuple[Phase, int]:
    """Return the state after the line before from which `state` is cheapest."""
    end, w = state
    options: list[tuple[float, bool, Phase, int]] = []
    for (start, to), (same, other) in edges.items():
        if to is end:
            row = table[start]
            options.append((row[w] + same, False, start, w))
            cheapest_w = min(range(len(row)), key=row.__getitem__)
            options.append((row[cheapest_w] + other, True, start, cheapest_w))
    _, _, phase, measure = min(options)
    return phase, measure


def _margin(before: Table, emission: Emission, to_go: Table, total: float, *, starts: bool) -> float:
    """Return how much dearer the page is when this line goes on instead of starting, or the other way round."""
    others = (
        before[start][w] + moves[move] + to_go[end][w]
        for start, move, end in TRANSITIONS
        if (move in STARTS) is not starts
        for w, moves in enumerate(emission)
        if move in moves
    )
    return min(others, default=NEVER) - total
