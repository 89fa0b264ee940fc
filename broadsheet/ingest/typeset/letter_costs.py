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
from broadsheet.ingest.typeset.line_costs import Costs, IndentMode, Setting, column, label_costs, text_lines
from broadsheet.ingest.typeset.moves import NEVER, Move
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

SPREAD = 0.045  # standard deviation of the estimated width of a full line, as a share of its measure
_SPREAD_LEAST = 0.25  # em
_INDENT = 1.2  # em
_HEAVY = 6.0  # greatest cost of a full line that is too short
_RAGGED = 0.3  # a line that is too short, where the next word did not fit
_ROOM = 3.0  # for each em of room that is left after the next word
_SPACED_TITLE = 3.0  # the same where a dateline or title begins the line: these are set in spaced letters
_TOO_WIDE = 14.0  # greatest cost of a line that is too wide
_ANYWHERE = math.log(1 / (SPREAD * math.sqrt(2 * math.pi)))  # of a last line, which may have any width
_ANYWHERE_RAGGED = 0.5  # the same where the next word would have had room
_WORD_LEAST = 0.5  # em

_IN_CAPITALS = 3.0  # a line of text that is all capitals
_CAPTION_START = 2.0
_BODY_BEFORE_CREDIT = 6.0  # text right above a photo credit is usually its caption
_TINY = 3.0  # a whole paragraph shorter than _TINY_EM
_TINY_EM = 5.0

_IN_NAME = 4.0  # a hint of a signature that may be the end of a name (his wife, Ann|Lee.)

_NEARLY_FULL = 0.86  # share of the measure that text fills and a headline rarely does


def letter_costs(
    settings: Sequence[Setting], measures: Sequence[float], mode: IndentMode, lexicon: Lexicon
) -> Costs:
    """Return `costs[line, move, measure]`, with NEVER for moves that a line cannot make. `measures` are in em."""
    costs = label_costs(settings, len(measures))
    costs[_signatures_in_names(settings), Move.LABEL] += _IN_NAME
    text = text_lines(settings)
    for move, cost in _moves([settings[n] for n in text], np.array(measures), mode, lexicon).items():
        costs[text, move] = cost
    return costs


def _signatures_in_names(settings: Sequence[Setting]) -> list[int]:
    """Return the lines that may be signatures by their words, but stand below text that ends in a name."""
    return [
        n
        for n, setting in enumerate(settings)
        if setting.in_name and setting.piece.opening == "signature" and not setting.piece.sure
    ]


def _moves(lines: Sequence[Setting], measure: Costs, mode: IndentMode, lexicon: Lexicon) -> dict[Move, Costs]:
    """Return the costs of moves for `lines`, which may be text, by [line, measure]."""
    cues = [cues_of(line.piece.text, lexicon) for line in lines]
    width = column(line.own.natural for line in lines)
    word = column(line.more.natural for line in lines) - width
    room = measure - width - word
    start = column(map(start_cost, lines, cues, repeat(mode)))
    middle = column(map(middle_cost, lines, cues, repeat(mode)))
    on = column(map(runs_on_cost, lines, cues)) + _IN_CAPITALS * column(cue.capitals for cue in cues)
    anywhere = np.where(word > 0, _ANYWHERE_RAGGED, _ANYWHERE)
    last = _too_wide(width, measure) + _last_width(word, room, measure) + column(map(end_cost, cues))
    first = measure - _INDENT * (mode is not IndentMode.NONE)
    wide = [cue.capitals or line.repeated_below for line, cue in zip(lines, cues, strict=True)]
    across = np.where(column(wide), 0.0, _across(width, measure))
    credited = column(line.next_role is Role.PHOTO_CREDIT for line in lines)
    caption = np.where(credited > 0, last, NEVER)
    full = _filled(width, measure, room, _HEAVY) + on
    return {
        Move.FIRST: start
        + _filled(width, first, room + first - measure, column(map(_short, lines, cues)))
        + on,
        Move.MID: middle + full,
        Move.LAST: middle + last + _BODY_BEFORE_CREDIT * credited,
        Move.SINGLE: start + last + _BODY_BEFORE_CREDIT * credited + _TINY * (width < _TINY_EM),
        Move.CAPTION_FIRST: _CAPTION_START + full,
        Move.CAPTION_MID: middle + full,
        Move.CAPTION_LAST: middle + caption,
        Move.CAPTION_SINGLE: _CAPTION_START + caption,
        Move.DISPLAY: column(map(display_cost, lines, cues, repeat(lexicon))) + anywhere + across,
    }


def _short(setting: Setting, cues: Cues) -> float:
    """Return the greatest cost of a first line that is too short: it may hold only a place or a title."""
    titled = setting.piece.opening in ("dateline", "run_in") and not (cues.stop or cues.colon)
    return _SPACED_TITLE if titled else _HEAVY


def _off(width: Costs, measure: Costs) -> Costs:
    """Return by how many standard deviations each line is wider than each measure, by [line, measure]."""
    off: Costs = (width - measure) / (_SPREAD_LEAST + SPREAD * measure)
    return off


def _filled(width: Costs, measure: Costs, room: Costs, short: Costs | float) -> Costs:
    """Return the cost of a full line, by [line, measure]; at most `short` where it is too narrow.

    A line that is narrow because the next word did not fit, so that `room` is below 0, costs little.
    """
    ragged = _RAGGED + _ROOM * np.maximum(0.0, room)
    return np.minimum(
        _off_cost(width, measure), np.where(width < measure, np.minimum(ragged, short), _TOO_WIDE)
    )


def _last_width(word: Costs, room: Costs, measure: Costs) -> Costs:
    """Return the cost of the width of a last line, by [line, measure].

    It may have any width. On a ragged page it leaves by chance no room for the `word` below, the more rarely the shorter
    that word is.
    """
    by_chance = -np.log(np.minimum(1.0, np.maximum(word, _WORD_LEAST) / measure))
    ragged = np.where(room < 0, _RAGGED + by_chance, _ANYWHERE_RAGGED)
    return np.where(word > 0, ragged, _ANYWHERE)


def _off_cost(width: Costs, measure: Costs) -> Costs:
    """Return the cost of a line of another width than its measure, by [line, measure]."""
    return _off(width, measure) ** 2 / 2


def _too_wide(width: Costs, measure: Costs) -> Costs:
    """Return the cost of a last line that is wider than its measure, by [line, measure]."""
    return np.where(width > measure, np.minimum(_TOO_WIDE, _off_cost(width, measure)), 0.0)


def _across(width: Costs, measure: Costs) -> Costs:
    """Return the cost, by [line, measure], of a display line that fills its measure as text does.

    One that is much wider stands across columns.
    """
    return np.where(width > measure * _NEARLY_FULL, 2.0, 0.0)
