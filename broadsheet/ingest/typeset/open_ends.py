"""Open ends: the lines after which a paragraph may have broken off and wait to be taken up, alone or two at once."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from broadsheet.ingest.typeset.arrays import Numbers
from broadsheet.ingest.typeset.line_costs import NEVER, Costs

_MOST_PAIRED = 6  # open ends, the most likely, that may be open together with another

NOTHING = -1

Ends = frozenset[int]


class Changes(msgspec.Struct, frozen=True):
    """Changes of what is open: each from one set to another, with the line that is taken up, or NOTHING, and its cost."""

    sources: Numbers
    targets: Numbers
    resumes: Numbers
    costs: Costs


class OpenEnds:
    """The sets of open ends that a page may have; set 0 is empty.

    A set is live at a line when all its ends are above the line and may still be taken up below it. Sets are
    numbered among those that are live at the line, for what nobody waits for should take neither time nor room.
    """

    def __init__(self, links: Mapping[int, Costs], lines: int) -> None:
        self._ends = np.array(list(links), dtype=np.intp)
        self._costs = np.array(list(links.values()), dtype=np.float64).reshape(len(links), lines)
        pairs = itertools.combinations(range(min(len(links), _MOST_PAIRED)), 2)
        sets = [Ends(), *(Ends({end}) for end in range(len(links))), *map(Ends, pairs)]
        self._numbers = {held: number for number, held in enumerate(sets)}
        self._live = _live(sets, self._ends, self._costs)
        self._positions = self._live.cumsum(axis=1) - 1
        self._closing = self._numbered((held, held - {end}, end) for held in sets for end in held)
        self._opening = {
            line: self._numbered((held - {new}, held, new) for held in sets if new in held)
            for new, line in enumerate(links)
        }
        self._changing = {
            line: self._numbered(
                (held, held - {old} | {new}, old) for held in sets if new not in held for old in held
            )
            for new, line in enumerate(links)
        }

    def count(self, n: int) -> int:
        """Return how many sets are live at line `n`."""
        return int(self._positions[n, -1]) + 1

    def kept(self, n: int) -> tuple[Numbers, Numbers]:
        """Return the sets that are live above line `n` and at it, as they are numbered there and here."""
        both = np.flatnonzero(self._live[max(n - 1, 0)] & self._live[n])
        return self._positions[max(n - 1, 0), both], self._positions[n, both]

    def opening(self, n: int) -> Changes:
        """Return how the paragraph above line `n` breaks off, which is one of the ends."""
        return self._changes(n, self._opening[n - 1], taken_up=False)

    def closing(self, n: int) -> Changes:
        """Return how line `n` takes up what is open."""
        return self._changes(n, self._closing, taken_up=True)

    def changing(self, n: int) -> Changes:
        """Return how line `n` takes up what is open while the paragraph above breaks off."""
        return self._changes(n, self._changing[n - 1], taken_up=True)

    def _changes(self, n: int, changes: Numbers, *, taken_up: bool) -> Changes:
        sources, targets, ends = changes
        known = self._live[n - 1, sources] & self._live[n, targets]
        if taken_up:
            known &= self._costs[ends, n] < NEVER
        ends = ends[known]
        return Changes(
            sources=self._positions[n - 1, sources[known]],
            targets=self._positions[n, targets[known]],
            resumes=self._ends[ends] if taken_up else np.full_like(ends, NOTHING),
            costs=self._costs[ends, n] if taken_up else np.zeros(len(ends)),
        )

    def _numbered(self, changes: Iterable[tuple[Ends, Ends, int]]) -> Numbers:
        numbers = self._numbers
        known = [(numbers[a], numbers[b], end) for a, b, end in changes if a in numbers and b in numbers]
        return np.array(known, dtype=np.intp).reshape(-1, 3).T


def _live(sets: Sequence[Ends], ends: Numbers, costs: Costs) -> npt.NDArray[np.bool_]:
    """Return, by line and set, whether the set is live."""
    lines = np.arange(costs.shape[1])
    last = np.array([np.flatnonzero(row < NEVER).max(initial=-1) for row in costs], dtype=np.intp)
    waits = (ends[:, None] < lines) & (lines < last[:, None])
    return np.array([waits[list(held)].all(axis=0) for held in sets]).T
