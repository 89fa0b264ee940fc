"""What may happen between two lines of a page: the column goes on, changes its measure, breaks off, or is taken up.

A paragraph that breaks off leaves an open end until it is taken up again. Two may be open at once, where a headline
stands between one story's last line and the next line of another.
"""

import itertools
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from broadsheet.ingest.line_costs import NEVER, Phase, Setting
from broadsheet.ingest.seams import Seams
from broadsheet.model.page_reading import Role

_NEW_MEASURE = 2.5  # between paragraphs
_NEW_MEASURE_AFTER_LABEL = 1.0
_NEW_MEASURE_INSIDE = 5.0
_NEW_MEASURE_TAKEN_UP = 1.0
_TAKEN_UP_AFTER_BYLINE = 4.0  # below a byline a story begins

_MOST_PAIRED = 6  # open ends, the most likely, that may be open together with another

Numbers = npt.NDArray[np.intp]
Ends = frozenset[int]
EVERY = slice(None)


class Edge(msgspec.Struct, frozen=True):
    """One thing that may happen: from sets of open ends in one phase to sets in another.

    `same` is its cost in the same measure, `other` in another. `resumes` is the line whose paragraph it takes up.
    """

    start: Phase
    end: Phase
    same: float
    other: float
    sources: Numbers | slice = EVERY
    targets: Numbers | slice = EVERY
    resumes: int | None = None

    def sources_of(self, ends: int) -> list[int]:
        """Return the sets of open ends from which the edge leads to set `ends`."""
        if isinstance(self.sources, slice) or isinstance(self.targets, slice):
            return [ends]
        return [int(number) for number in self.sources[self.targets == ends]]


class OpenEnds:
    """The sets of open ends that a page may have, by number; set 0 is empty."""

    def __init__(self, ends: Sequence[int]) -> None:
        pairs = itertools.combinations(ends[:_MOST_PAIRED], 2)
        sets = [Ends(), *(Ends({end}) for end in ends), *map(Ends, pairs)]
        self._numbers = {held: number for number, held in enumerate(sets)}
        self._holding = {end: [held for held in sets if end in held] for end in ends}

    def __len__(self) -> int:
        return len(self._numbers)

    def opening(self, end: int) -> tuple[Numbers, Numbers]:
        """Return the sets without `end` and, in the same order, those that it leads to when it opens."""
        return self._numbered((held - {end}, held) for held in self._holding[end])

    def closing(self, end: int) -> tuple[Numbers, Numbers]:
        """Return the sets with `end`, and those that remain when it is taken up."""
        return self._numbered((held, held - {end}) for held in self._holding[end])

    def changing(self, old: int, new: int) -> tuple[Numbers, Numbers]:
        """Return the sets with `old`, and those where `new` has opened when `old` is taken up."""
        return self._numbered((held, held - {old} | {new}) for held in self._holding[old] if new not in held)

    def _numbered(self, changes: Iterable[tuple[Ends, Ends]]) -> tuple[Numbers, Numbers]:
        known = [(self._numbers[a], self._numbers[b]) for a, b in changes if {a, b} <= self._numbers.keys()]
        sources, targets = np.array(known, dtype=np.intp).reshape(-1, 2).T
        return sources, targets


def edges_before(n: int, setting: Setting, seams: Seams, open_ends: OpenEnds) -> tuple[Edge, ...]:
    """Return what may happen before line `n`; a new measure is cheap below a label or where a box of its own opens."""
    fresh = setting.previous_role is not None or setting.piece.opening in ("editors_note", "caption")
    change = _NEW_MEASURE_AFTER_LABEL if fresh else _NEW_MEASURE
    edges = [
        Edge(Phase.CLOSED, Phase.CLOSED, 0.0, change),
        Edge(Phase.BODY, Phase.BODY, 0.0, _NEW_MEASURE_INSIDE),
        Edge(Phase.CAPTION, Phase.CAPTION, 0.0, NEVER),
    ]
    above = n - 1
    if above in seams.links:
        parting = seams.parting[above]
        sets = open_ends.opening(above)
        edges.append(Edge(Phase.BODY, Phase.CLOSED, parting, parting + change, *sets))
    for end, costs in seams.links.items():
        if costs[n] < NEVER:
            edges += _taking_up(n, end, setting, seams, open_ends)
    return tuple(edges)


def _taking_up(n: int, end: int, setting: Setting, seams: Seams, open_ends: OpenEnds) -> list[Edge]:
    """Return the ways in which line `n` takes up the paragraph that broke off after line `end`.

    The text above has come to an end, or breaks off in its turn.
    """
    after_byline = _TAKEN_UP_AFTER_BYLINE * (setting.previous_role is Role.BYLINE)
    cost = seams.links[end][n] + seams.strange[n] + after_byline
    sets = open_ends.closing(end)
    edges = [Edge(Phase.CLOSED, Phase.BODY, cost, cost + _NEW_MEASURE_TAKEN_UP, *sets, end)]
    if n - 1 in seams.links:
        cost = seams.links[end][n] + seams.parting[n - 1]
        sets = open_ends.changing(end, n - 1)
        edges.append(Edge(Phase.BODY, Phase.BODY, cost, cost + _NEW_MEASURE_TAKEN_UP, *sets, end))
    return edges
