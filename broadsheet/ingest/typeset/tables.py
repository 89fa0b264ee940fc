"""The programme's tables, costs by [phase, open ends, measure], and how lines and what lies between them change those."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np

from broadsheet.ingest.typeset.arrays import Numbers
from broadsheet.ingest.typeset.edges import Crossing, Edge
from broadsheet.ingest.typeset.line_costs import NEVER, Costs, Move, Phase

# What leads from a phase to another: of several moves, the cheapest.
STEPS = {
    (Phase.CLOSED, Phase.BODY): (Move.FIRST,),
    (Phase.CLOSED, Phase.CLOSED): (Move.SINGLE, Move.DISPLAY, Move.LABEL, Move.CAPTION_SINGLE),
    (Phase.CLOSED, Phase.CAPTION): (Move.CAPTION_FIRST,),
    (Phase.BODY, Phase.BODY): (Move.MID, Move.PASSING),
    (Phase.BODY, Phase.CLOSED): (Move.LAST,),
    (Phase.CAPTION, Phase.CAPTION): (Move.CAPTION_MID,),
    (Phase.CAPTION, Phase.CLOSED): (Move.CAPTION_LAST,),
}


class Table(msgspec.Struct, frozen=True):
    """Costs, and the least of all measures."""

    costs: Costs
    least: Costs

    @classmethod
    def of(cls, costs: Costs) -> "Table":
        """Return `costs` with the least of each row."""
        return cls(costs, costs.min(axis=2, keepdims=True))


def steps_of(emissions: Costs) -> Costs:
    """Return `costs[line, end, start, measure]` of `emissions[line, move, measure]`: infinite where no move leads there."""
    lines, _, measures = emissions.shape
    steps = np.full((lines, len(Phase), len(Phase), measures), np.inf)
    for (start, end), moves in STEPS.items():
        steps[:, end, start] = emissions[:, moves].min(axis=1)
    return steps


def forward(
    steps: Iterable[Costs], crossings: Sequence[Crossing], measures: int
) -> Iterator[tuple[Costs, Table]]:
    """Yield what comes before each line, without the line and with it."""
    before = np.full((len(Phase), crossings[0].sets, measures), NEVER)
    before[Phase.CLOSED] = 0.0
    for step, crossing in zip(steps, [*crossings[1:], None], strict=True):
        after = Table.of(along(before, step))
        yield before, after
        if crossing is not None:
            before = cross(after, crossing)


def foot(table: Costs) -> Costs:
    """Return what is to go at the foot of the page, where nothing is open; a last paragraph that is may be."""
    end = np.full_like(table, NEVER)
    end[Phase.CLOSED] = 0.0
    end[Phase.BODY] = NEVER / 2
    return end


def along(table: Costs, step: Costs, *, backward: bool = False) -> Costs:
    """Return `table` on the other side of a line, where `step[end, start, …]` leads from phase to phase."""
    result: Costs = (table[:, None] + step).min(axis=0) if backward else (table + step).min(axis=1)
    return result


def cross(above: Table, crossing: Crossing) -> Costs:
    """Return the costs below a crossing."""
    below = np.full((len(Phase), crossing.sets, above.costs.shape[2]), NEVER * 2)
    below[:, crossing.kept_to] = kept(above, crossing.kept_from, crossing)
    for edge in crossing.edges:
        np.minimum.at(below[edge.end], edge.targets, changed(above, edge.start, edge.sources, edge))
    return below


def cross_back(below: Table, crossing: Crossing, sets: int) -> Costs:
    """Return the costs above a crossing, of `sets` sets of open ends, for what is to come below it."""
    above = np.full((len(Phase), sets, below.costs.shape[2]), NEVER * 2)
    above[:, crossing.kept_from] = kept(below, crossing.kept_to, crossing)
    for edge in crossing.edges:
        np.minimum.at(above[edge.start], edge.sources, changed(below, edge.end, edge.targets, edge))
    return above


def kept(table: Table, sets: Numbers, crossing: Crossing) -> Costs:
    """Return the costs of `sets` where no end opens or closes, each in the same measure or in another."""
    fresh = crossing.fresh[:, None, None]
    return np.minimum(table.costs[:, sets], table.least[:, sets] + fresh)


def changed(table: Table, phase: Phase, sets: Numbers, edge: Edge) -> Costs:
    """Return the costs of `sets` in `phase` with what each change of `edge` adds."""
    same, other = edge.same[:, None], edge.other[:, None]
    rows: Costs = np.minimum(table.costs[phase, sets] + same, table.least[phase, sets] + other)
    return rows
