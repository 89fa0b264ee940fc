"""The costs of reading a line of letters as the first, a middle or the last of a paragraph in a given measure.

Letters have many widths and the spaces between words stretch, so the estimated width of a full line is taken as normally
distributed around its measure. This is weaker evidence than for hanzi, so the words count more (`letter_word_costs`).
"""

import math
from collections.abc import Sequence
from itertools import repeat

import numpy as np

from broadsheet.ingest.typeset.cues import Cues, cues_of
from broadsheet.ingest.typeset.letter_word_costs import (
    display_cost,
    end_cost,
    middle_cost,
    runs_on_cost,
    start_cost,
)
from broadsheet.ingest.typeset.line_costs import (
    Costs,
    IndentMode,
    Move,
    Setting,
    column,
    label_costs,
    text_lines,
)
from broadsheet.lexicon.patterns import Lexicon

SPREAD = 0.045  # standard deviation of the estimated width of a full line, as a share of its measure
_SPREAD_LEAST = 0.25  # em
_INDENT = 1.2  # em
_HEAVY = 6.0  # greatest cost of a full line that is too short
_SPACED_TITLE = 3.0  # the same where a dateline or title begins the line: these are set in spaced letters
_TOO_WIDE = 14.0  # greatest cost of a line that is too wide
_ANYWHERE = math.log(1 / (SPREAD * math.sqrt(2 * math.pi)))  # of a last line, which may have any width

_IN_CAPITALS = 3.0  # a line of text that is all capitals
_TINY = 3.0  # a whole paragraph shorter than _TINY_EM
_TINY_EM = 5.0

_NEARLY_FULL = 0.86  # share of the measure that text fills and a headline rarely does


def letter_costs(
    settings: Sequence[Setting], measures: Sequence[float], mode: IndentMode, lexicon: Lexicon
) -> Costs:
    """Return `costs[line, move, measure]`, with NEVER for moves that a line cannot make. `measures` are in em."""
    costs = label_costs(settings, len(measures))
    text = text_lines(settings)
    for move, cost in _moves([settings[n] for n in text], np.array(measures), mode, lexicon).items():
        costs[text, move] = cost
    return costs


def _moves(lines: Sequence[Setting], measure: Costs, mode: IndentMode, lexicon: Lexicon) -> dict[Move, Costs]:
    """Return the costs of moves for `lines`, which may be text, by [line, measure]."""
    cues = [cues_of(line.piece.text, lexicon) for line in lines]
    width = column(line.own.natural for line in lines)
    start = column(map(start_cost, lines, cues, repeat(mode)))
    middle = column(map(middle_cost, lines, cues, repeat(mode)))
    on = column(map(runs_on_cost, lines, cues)) + _IN_CAPITALS * column(cue.capitals for cue in cues)
    last = _too_wide(width, measure) + _ANYWHERE + column(map(end_cost, cues))
    first = measure - _INDENT * (mode is not IndentMode.NONE)
    across = np.where(column(cue.capitals for cue in cues), 0.0, _across(width, measure))
    return {
        Move.FIRST: start + _full(width, first, column(map(_short, lines, cues))) + on,
        Move.MID: middle + _full(width, measure) + on,
        Move.LAST: middle + last,
        Move.SINGLE: start + last + _TINY * (width < _TINY_EM),
        Move.DISPLAY: column(map(display_cost, lines, cues, repeat(lexicon))) + _ANYWHERE + across,
    }


def _short(setting: Setting, cues: Cues) -> float:
    """Return the greatest cost of a first line that is too short: it may hold only a place or a title."""
    titled = setting.piece.opening in ("dateline", "run_in") and not (cues.stop or cues.colon)
    return _SPACED_TITLE if titled else _HEAVY


def _off(width: Costs, measure: Costs) -> Costs:
    """Return by how many standard deviations each line is wider than each measure, by [line, measure]."""
    off: Costs = (width - measure) / (_SPREAD_LEAST + SPREAD * measure)
    return off


def _full(width: Costs, measure: Costs, short: Costs | float = _HEAVY) -> Costs:
    """Return the cost of a full line, by [line, measure]; at most `short` where it is too narrow."""
    off = _off(width, measure)
    return np.where(off < 0, np.minimum(short, off**2 / 2), np.minimum(_TOO_WIDE, off**2 / 2))


def _too_wide(width: Costs, measure: Costs) -> Costs:
    """Return the cost of a last line that is wider than its measure, by [line, measure]."""
    return np.where(_off(width, measure) > 0, _full(width, measure), 0.0)


def _across(width: Costs, measure: Costs) -> Costs:
    """Return the cost, by [line, measure], of a display line that fills its measure as text does.

    One that is much wider stands across columns.
    """
    return np.where(width > measure * _NEARLY_FULL, 2.0, 0.0)
