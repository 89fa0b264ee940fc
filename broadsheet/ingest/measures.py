"""Which column measures a page is set in: candidates for the typesetter's programme to choose among."""

import math
from collections import Counter
from collections.abc import Sequence

from broadsheet.ingest.line_costs import Setting
from broadsheet.ingest.metrics import Extent

GRID = 0.5
_MOST = 20
_NARROWEST = 6.0


def candidate_measures(settings: Sequence[Setting]) -> tuple[float, ...]:
    """Return measures in em, narrowest first, that explain why neighbouring lines end where they do.

    A measure explains a line that fits in it and would not with the next token; two such lines in a row support
    it. A line wider than any of those may stand alone in a measure of its own, such as a caption's.
    """
    support: Counter[float] = Counter()
    previous: frozenset[float] = frozenset()
    text = [setting for setting in settings if setting.piece.role is None or not setting.piece.sure]
    for setting in text:
        here = frozenset(_explaining(setting.own, setting.more))
        support.update(here & previous)
        previous = here
    widest = max(support, default=_NARROWEST)
    common = [measure for measure, _ in support.most_common(_MOST)]
    lone = {width for s in text if (width := _on_grid(s.own.natural)) > widest}
    return tuple(sorted({*common, *lone})) or (_NARROWEST,)


def _explaining(own: Extent, more: Extent) -> list[float]:
    low, high = _on_grid(own.least), max(_on_grid(own.natural), _on_grid(more.least - GRID))
    steps = range(max(0, round((high - low) / GRID)) + 1)
    return [low + GRID * step for step in steps if low >= _NARROWEST]


def _on_grid(width: float) -> float:
    return math.ceil(width / GRID) * GRID
