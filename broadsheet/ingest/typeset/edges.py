"""What may happen between two lines of a page: the column goes on, changes its measure, breaks off, or is taken up."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from broadsheet.ingest.typeset.arrays import Numbers
from broadsheet.ingest.typeset.line_costs import NEVER, Costs, Phase, Setting
from broadsheet.ingest.typeset.open_ends import Changes, OpenEnds
from broadsheet.ingest.typeset.seams import Seams
from broadsheet.model.page_reading import Role

_NEW_MEASURE = 2.5  # between paragraphs
_NEW_MEASURE_AFTER_LABEL = 1.0
_NEW_MEASURE_INSIDE = 5.0
_NEW_MEASURE_TAKEN_UP = 1.0
_BOTH_BREAK_OFF = 3.0  # a text in another's way breaks off for it in its turn
_TAKEN_UP_AFTER_BYLINE = 4.0  # below a byline a story begins


class Edge(msgspec.Struct, frozen=True):
    """One kind of thing that may happen: from sets of open ends in one phase to sets in another, change by change.

    Each change costs `same` in the same measure and `other` in another. `resumes` is the line that it takes up, or
    NOTHING.
    """

    start: Phase
    end: Phase
    sources: Numbers
    targets: Numbers
    resumes: Numbers
    same: Costs
    other: Costs


class Crossing(msgspec.Struct, frozen=True):
    """All that may happen before a line.

    `sets` sets of open ends may be there below. Where no end opens or closes, set kept_from[k] above is set
    kept_to[k] below, and `fresh[phase]` is the cost of another measure.
    """

    sets: int
    kept_from: Numbers
    kept_to: Numbers
    fresh: Costs
    edges: tuple[Edge, ...] = ()


def straight_on(settings: Sequence[Setting], readings: int) -> list[Crossing]:
    """Return what may happen before each line of a page whose columns run straight on.

    So many `readings` go on side by side, each in the place of a set of open ends.
    """
    every = np.arange(readings)
    return [Crossing(readings, every, every, _fresh(setting)) for setting in settings]


def crossings(settings: Sequence[Setting], seams: Seams) -> list[Crossing]:
    """Return what may happen before each line of a page. Before the first, nothing is open."""
    ends = OpenEnds(seams.links, len(settings))
    return [
        Crossing(
            ends.count(n),
            *ends.kept(n),
            _fresh(setting),
            tuple(edge for edge in _edges(n, setting, seams, ends) if len(edge.sources)) if n else (),
        )
        for n, setting in enumerate(settings)
    ]


def _fresh(setting: Setting) -> Costs:
    """Return the cost of a new measure in each phase: it is cheap below a label or where a box of its own opens."""
    return np.array([_between_paragraphs(setting), _NEW_MEASURE_INSIDE, NEVER])


def _between_paragraphs(setting: Setting) -> float:
    cheap = setting.previous_role is not None or setting.piece.opening in ("editors_note", "caption")
    return _NEW_MEASURE_AFTER_LABEL if cheap else _NEW_MEASURE


def _edges(n: int, setting: Setting, seams: Seams, ends: OpenEnds) -> Iterator[Edge]:
    """Yield the ways in which the text above line `n` breaks off, and in which the line takes up another.

    Where it does, the text above has come to an end, or breaks off in its turn.
    """
    parting, inside = seams.parting[n - 1], _NEW_MEASURE_TAKEN_UP
    after_byline = _TAKEN_UP_AFTER_BYLINE * (setting.previous_role is Role.BYLINE)
    yield _edge(Phase.CLOSED, Phase.BODY, ends.closing(n), seams.strange[n] + after_byline, inside)
    if n - 1 in seams.links:
        yield _edge(Phase.BODY, Phase.CLOSED, ends.opening(n), parting, _between_paragraphs(setting))
        yield _edge(Phase.BODY, Phase.BODY, ends.changing(n), parting - _BOTH_BREAK_OFF, inside)


def _edge(start: Phase, end: Phase, changes: Changes, cost: float, new_measure: float) -> Edge:
    same = changes.costs + cost
    return Edge(start, end, changes.sources, changes.targets, changes.resumes, same, same + new_measure)
