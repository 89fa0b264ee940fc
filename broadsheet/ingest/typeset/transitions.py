"""What may happen between two lines of a page: the text goes on, changes its measure, breaks off, or resumes."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from broadsheet.ingest.typeset.arrays import Indices
from broadsheet.ingest.typeset.line_costs import Costs, Setting
from broadsheet.ingest.typeset.moves import NEVER, Phase
from broadsheet.ingest.typeset.open_ends import Changes, OpenEnds
from broadsheet.ingest.typeset.seams import Seams
from broadsheet.model.page_reading import Role

_NEW_MEASURE = 2.5  # between paragraphs
_NEW_MEASURE_AFTER_LABEL = 1.0
_NEW_MEASURE_INSIDE = 5.0
_NEW_MEASURE_RESUMED = 1.0
_BOTH_BREAK_OFF = 3.0  # bonus where one text resumes and the other breaks off for it
_RESUMED_AFTER_BYLINE = 4.0  # a new story begins below a byline


class Break(msgspec.Struct, frozen=True):
    """Changes of one kind between two lines: from phase `start` to phase `end`, k changes of the set of open ends.

    Change j leads from set `sources[j]` to set `targets[j]` and resumes the line `resumes[j]`, or NOTHING. It costs
    `same[j]` in the same measure and `other[j]` in another.
    """

    start: Phase
    end: Phase
    sources: Indices
    targets: Indices
    resumes: Indices
    same: Costs
    other: Costs


class Transitions(msgspec.Struct, frozen=True):
    """All that may happen before a line that has `sets` sets of open ends.

    Where nothing breaks off or resumes, set `kept_from[k]` above the line becomes set `kept_to[k]` at it, and a new
    measure costs `fresh[phase]`. `breaks` are the changes of other kinds.
    """

    sets: int
    kept_from: Indices
    kept_to: Indices
    fresh: Costs
    breaks: tuple[Break, ...] = ()


def straight_on(settings: Sequence[Setting], readings: int) -> list[Transitions]:
    """Return the transitions before each line of a page whose columns run straight on.

    So many `readings` are computed side by side, each in the place of one set of open ends.
    """
    every = np.arange(readings)
    return [Transitions(readings, every, every, _fresh(setting)) for setting in settings]


def transitions(settings: Sequence[Setting], seams: Seams) -> list[Transitions]:
    """Return the transitions before each line of a page with the given seams. Nothing is open before line 0."""
    ends = OpenEnds(seams.resume, len(settings))
    return [
        Transitions(
            ends.count(n),
            *ends.kept(n),
            _fresh(setting),
            tuple(each for each in _breaks(n, setting, seams, ends) if len(each.sources)) if n else (),
        )
        for n, setting in enumerate(settings)
    ]


def _fresh(setting: Setting) -> Costs:
    """Return the cost of a new measure before a line, by phase."""
    return np.array([_between_paragraphs(setting), _NEW_MEASURE_INSIDE, NEVER])


def _between_paragraphs(setting: Setting) -> float:
    """Return the cost of a new measure between paragraphs: it is low below a label and where a box begins."""
    cheap = setting.previous_role is not None or setting.piece.opening in ("editors_note", "caption")
    return _NEW_MEASURE_AFTER_LABEL if cheap else _NEW_MEASURE


def _breaks(n: int, setting: Setting, seams: Seams, ends: OpenEnds) -> Iterator[Break]:
    """Yield the changes before line `n`: it resumes a text, the text above breaks off, or both."""
    leave, inside = seams.leave[n - 1], _NEW_MEASURE_RESUMED
    after_byline = _RESUMED_AFTER_BYLINE * (setting.previous_role is Role.BYLINE)
    yield _break(Phase.CLOSED, Phase.BODY, ends.closing(n), seams.enter[n] + after_byline, inside)
    if n - 1 in seams.resume:
        yield _break(Phase.BODY, Phase.CLOSED, ends.opening(n), leave, _between_paragraphs(setting))
        yield _break(Phase.BODY, Phase.BODY, ends.changing(n), leave - _BOTH_BREAK_OFF, inside)


def _break(start: Phase, end: Phase, changes: Changes, cost: float, new_measure: float) -> Break:
    same = changes.costs + cost
    return Break(start, end, changes.sources, changes.targets, changes.resumes, same, same + new_measure)
