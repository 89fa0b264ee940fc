"""Open ends: lines after which a paragraph broke off and has not resumed yet. At most two are open at once."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from broadsheet.ingest.typeset.arrays import Indices
from broadsheet.ingest.typeset.line_costs import Costs
from broadsheet.ingest.typeset.moves import NEVER

_MOST_PAIRED = 6  # the most likely open ends, which may be open two at once

NOTHING = -1  # in place of a line that is resumed

Ends = frozenset[int]


class Changes(msgspec.Struct, frozen=True):
    """Changes of what is open, in arrays of one length: from a set to a set, the line that resumes or NOTHING, the cost."""

    sources: Indices
    targets: Indices
    resumes: Indices
    costs: Costs


class OpenEnds:
    """The sets of open ends that a page may have; set 0 is empty.

    A set is live at a line if all its ends are above the line and may still resume below it. At each line only live sets
    are numbered, which saves time and memory.
    """

    def __init__(self, resume: Mapping[int, Costs], lines: int) -> None:
        self._ends = np.array(list(resume), dtype=np.intp)
        self._costs = np.array(list(resume.values()), dtype=np.float64).reshape(len(resume), lines)
        pairs = itertools.combinations(range(min(len(resume), _MOST_PAIRED)), 2)
        sets = [Ends(), *(Ends({end}) for end in range(len(resume))), *map(Ends, pairs)]
        self._numbers = {held: number for number, held in enumerate(sets)}
        self._live = _live(sets, self._ends, self._costs)
        self._positions = self._live.cumsum(axis=1) - 1
        self._closing = self._numbered((held, held - {end}, end) for held in sets for end in held)
        self._opening = {
            line: self._numbered((held - {new}, held, new) for held in sets if new in held)
            for new, line in enumerate(resume)
        }
        self._changing = {
            line: self._numbered(
                (held, held - {old} | {new}, old) for held in sets if new not in held for old in held
            )
            for new, line in enumerate(resume)
        }

    def count(self, n: int) -> int:
        """Return how many sets are live at line `n`."""
        return int(self._positions[n, -1]) + 1

    def kept(self, n: int) -> tuple[Indices, Indices]:
        """Return the numbers, above line `n` and at it, of the sets that are live at both."""
        both = np.flatnonzero(self._live[max(n - 1, 0)] & self._live[n])
        return self._positions[max(n - 1, 0), both], self._positions[n, both]

    def opening(self, n: int) -> Changes:
        """Return the changes in which the paragraph above line `n` breaks off; line n - 1 must be an end."""
        return self._changes(n, self._opening[n - 1], resumed=False)

    def closing(self, n: int) -> Changes:
        """Return the changes in which line `n` resumes an open end."""
        return self._changes(n, self._closing, resumed=True)

    def changing(self, n: int) -> Changes:
        """Return the changes in which line `n` resumes an open end and the paragraph above it breaks off."""
        return self._changes(n, self._changing[n - 1], resumed=True)

    def _changes(self, n: int, changes: Indices, *, resumed: bool) -> Changes:
        """Return those of `changes`, as `_numbered` has them, whose sets are live and, if `resumed`, can resume at `n`."""
        sources, targets, ends = changes
        known = self._live[n - 1, sources] & self._live[n, targets]
        if resumed:
            known &= self._costs[ends, n] < NEVER
        ends = ends[known]
        return Changes(
            sources=self._positions[n - 1, sources[known]],
            targets=self._positions[n, targets[known]],
            resumes=self._ends[ends] if resumed else np.full_like(ends, NOTHING),
            costs=self._costs[ends, n] if resumed else np.zeros(len(ends)),
        )

    def _numbered(self, changes: Iterable[tuple[Ends, Ends, int]]) -> Indices:
        """Return `changes` as an array of shape (3, changes): the set before, the set after, the end."""
        numbers = self._numbers
        known = [(numbers[a], numbers[b], end) for a, b, end in changes if a in numbers and b in numbers]
        return np.array(known, dtype=np.intp).reshape(-1, 3).T


def _live(sets: Sequence[Ends], ends: Indices, costs: Costs) -> npt.NDArray[np.bool_]:
    """Return an array of shape (lines, sets): whether each set is live at each line."""
    lines = np.arange(costs.shape[1])
    last = np.array([np.flatnonzero(row < NEVER).max(initial=-1) for row in costs])
    waits = (ends[:, None] < lines) & (lines < last[:, None])
    return np.array([waits[list(held)].all(axis=0) for held in sets]).T
