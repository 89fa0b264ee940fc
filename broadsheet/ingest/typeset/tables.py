"""Tables of costs by [phase, set of open ends, measure], and how lines and transitions change them."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np

from broadsheet.ingest.typeset.arrays import Indices
from broadsheet.ingest.typeset.line_costs import Costs
from broadsheet.ingest.typeset.moves import NEVER, STEPS, Phase
from broadsheet.ingest.typeset.transitions import Break, Transitions


class Table(msgspec.Struct, frozen=True):
    """Costs by [phase, set, measure], and the least of all measures by [phase, set, 1]."""

    costs: Costs
    least: Costs

    @classmethod
    def of(cls, costs: Costs) -> "Table":
        """Return a table of `costs`."""
        return cls(costs, costs.min(axis=2, keepdims=True))


def steps_of(emissions: Costs) -> Costs:
    """Return the cost of each step, by [line, end phase, start phase, measure], from `emissions[line, move, measure]`.

    It is infinite where no move leads from the start phase to the end phase.
    """
    lines, _, measures = emissions.shape
    steps = np.full((lines, len(Phase), len(Phase), measures), np.inf)
    for (start, end), moves in STEPS.items():
        steps[:, end, start] = emissions[:, moves].min(axis=1)
    return steps


def forward(
    steps: Iterable[Costs], between: Sequence[Transitions], measures: int
) -> Iterator[tuple[Costs, Table]]:
    """Yield, for each line, the least costs from the top of the page to the line: before it and after it.

    `steps[line]` are its costs by [end, start, set, measure], `between[line]` the transitions before it.
    """
    before = np.full((len(Phase), between[0].sets, measures), NEVER)
    before[Phase.CLOSED] = 0.0
    for step, transitions in zip(steps, [*between[1:], None], strict=True):
        after = Table.of(through_line(before, step))
        yield before, after
        if transitions is not None:
            before = below_transitions(after, transitions)


def page_end(table: Costs) -> Costs:
    """Return the cost of ending the page in each state of `table`.

    Nothing may be open, except a last paragraph at a high cost: it may continue on another page.
    """
    end = np.full_like(table, NEVER)
    end[Phase.CLOSED] = 0.0
    end[Phase.BODY] = NEVER / 2
    return end


def through_line(table: Costs, step: Costs, *, backward: bool = False) -> Costs:
    """Return the costs of `table` on the other side of a line with the costs `step[end, start, …]`."""
    result: Costs = (table[:, None] + step).min(axis=0) if backward else (table + step).min(axis=1)
    return result


def below_transitions(above: Table, transitions: Transitions) -> Costs:
    """Return the least costs below a transition, by [phase, set, measure]."""
    below = np.full((len(Phase), transitions.sets, above.costs.shape[2]), NEVER * 2)
    below[:, transitions.kept_to] = kept(above, transitions.kept_from, transitions)
    for each in transitions.breaks:
        np.minimum.at(below[each.end], each.targets, changed(above, each.start, each.sources, each))
    return below


def above_transitions(below: Table, transitions: Transitions, sets: int) -> Costs:
    """Return the least costs to go above a transition from those `below` it; `sets` sets may be open above."""
    above = np.full((len(Phase), sets, below.costs.shape[2]), NEVER * 2)
    above[:, transitions.kept_from] = kept(below, transitions.kept_to, transitions)
    for each in transitions.breaks:
        np.minimum.at(above[each.start], each.sources, changed(below, each.end, each.targets, each))
    return above


def kept(table: Table, sets: Indices, transitions: Transitions) -> Costs:
    """Return the costs of `sets` where nothing breaks off or resumes, in the same measure or in a new one."""
    fresh = transitions.fresh[:, None, None]
    return np.minimum(table.costs[:, sets], table.least[:, sets] + fresh)


def changed(table: Table, phase: Phase, sets: Indices, each: Break) -> Costs:
    """Return the costs of `sets` in `phase` plus those of each change of `each`."""
    same, other = each.same[:, None], each.other[:, None]
    rows: Costs = np.minimum(table.costs[phase, sets] + same, table.least[phase, sets] + other)
    return rows
