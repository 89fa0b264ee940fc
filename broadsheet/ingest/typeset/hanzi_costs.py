"""The costs of reading a line of hanzi as the first, a middle or the last of a paragraph in a given measure.

The costs of widths rest on one rule: a typesetter ends a line in the middle of a paragraph only where the next
unbreakable token does not fit.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from broadsheet.ingest.typeset.hanzi_word_costs import (
    INDENT,
    caption_start_cost,
    display_cost,
    end_cost,
    indented_display_cost,
    is_flush,
    middle_cost,
    start_cost,
)
from broadsheet.ingest.typeset.line_costs import (
    Costs,
    IndentMode,
    Setting,
    column,
    label_costs,
    text_lines,
)
from broadsheet.ingest.typeset.moves import NEVER, Move
from broadsheet.lexicon.patterns import Characters, Lexicon
from broadsheet.model.page_reading import Role

_TOO_LONG = 5.0  # for each em that does not fit with all punctuation compressed
_TOO_SHORT = 3.0  # for each em of room that is left after the next token
_SHORT_AT_ALL = 1.5
_SHORT_MOST = 9.0
_TIGHT = 0.5  # for each em by which punctuation must be compressed
_LOOSE = 0.5  # em of tolerance, because widths are estimated from characters

_GOES_ON_AFTER_STOP = 1.8  # a sentence rarely ends at the very end of a line that is not its paragraph's last
_SQUEEZED = 0.3  # the next token fits only with all punctuation compressed
_START_UNBROKEN = 0.5
_TINY = 4.0  # a whole paragraph shorter than _TINY_EM
_TINY_EM = 6.0
_CAPTION_UNCREDITED = 4.0


class _Widths(msgspec.Struct, frozen=True):
    """The widths of the lines and the widths with the next token, natural and least, as arrays of shape (lines, 1)."""

    own: Costs
    own_least: Costs
    more: Costs
    more_least: Costs

    @classmethod
    def of(cls, lines: Sequence[Setting]) -> "_Widths":
        return cls(
            column(line.own.natural for line in lines),
            column(line.own.least for line in lines),
            column(line.more.natural for line in lines),
            column(line.more.least for line in lines),
        )


def hanzi_costs(
    settings: Sequence[Setting], measures: Sequence[float], mode: IndentMode, lexicon: Lexicon
) -> Costs:
    """Return `costs[line, move, measure]`, with NEVER for moves that a line cannot make.

    `measures` are in em. Under the mode UNBROKEN widths do not count.
    """
    costs = label_costs(settings, len(measures))
    text = text_lines(settings)
    lines, characters = [settings[n] for n in text], lexicon.characters
    unbroken = mode is IndentMode.UNBROKEN
    moves = _unbroken(lines, characters) if unbroken else _broken(lines, np.array(measures), mode, characters)
    for move, cost in moves.items():
        costs[text, move] = cost
    return costs


def _broken(
    lines: Sequence[Setting], measure: Costs, mode: IndentMode, characters: Characters
) -> dict[Move, Costs]:
    """Return the costs of moves, by [line, measure], on a page whose raw text kept the printed line ends."""
    widths = _Widths.of(lines)
    first_measure = _first_measure(lines, widths, measure, mode)
    start = column(start_cost(line.piece, mode) for line in lines)
    caption = column(caption_start_cost(line.piece, mode) for line in lines)
    middle = column(middle_cost(line, mode) for line in lines)
    end = column(end_cost(line, characters) for line in lines)
    stop = _GOES_ON_AFTER_STOP * column(characters.ends_sentence(line.piece.text) for line in lines)
    full = _fill_cost(widths, measure) + stop
    first = _fill_cost(widths, first_measure)
    too_long = _too_long_cost(widths, measure)
    return {
        Move.FIRST: start + first + stop,
        Move.MID: middle + full,
        Move.LAST: middle + too_long + end,
        Move.SINGLE: start + _too_long_cost(widths, first_measure) + end + _TINY * (widths.own < _TINY_EM),
        Move.DISPLAY: column(
            display_cost(line, characters) + indented_display_cost(line.piece, mode) for line in lines
        ),
        Move.CAPTION_FIRST: caption + np.minimum(full, first + stop),
        Move.CAPTION_MID: full,
        Move.CAPTION_SINGLE: caption + too_long + _marked_alone(lines, characters),
        Move.CAPTION_LAST: too_long + _before_credit(lines),
    }


def _unbroken(lines: Sequence[Setting], characters: Characters) -> dict[Move, Costs]:
    """Return the costs of moves, by [line, 1], where each raw line is a whole paragraph."""
    end = column(end_cost(line, characters) for line in lines)
    tiny = _TINY * (column(line.own.natural for line in lines) < _TINY_EM)
    return {
        Move.SINGLE: _START_UNBROKEN + end + tiny,
        Move.CAPTION_SINGLE: _marked_alone(lines, characters),
        Move.DISPLAY: column(display_cost(line, characters) for line in lines),
    }


def _before_credit(lines: Sequence[Setting]) -> Costs:
    """Return the cost of ending a caption of several lines at each line.

    A photo credit follows as a rule. Before another caption the credit may be missing, which is dear: the lines are not
    known to have opened as a caption.
    """
    return column(
        0.0
        if line.next_role is Role.PHOTO_CREDIT
        else _CAPTION_UNCREDITED
        if line.next_opening == "caption"
        else NEVER
        for line in lines
    )


def _marked_alone(lines: Sequence[Setting], characters: Characters) -> Costs:
    """Return the cost of a caption of one line; a whole sentence that opens as one (▲, 左图) needs no credit."""
    return column(
        0.0 if line.next_role is Role.PHOTO_CREDIT or _is_whole_caption(line, characters) else NEVER
        for line in lines
    )


def _is_whole_caption(line: Setting, characters: Characters) -> bool:
    ends = line.next_opening == "caption" or characters.ends_sentence(line.piece.text)
    return line.piece.opening == "caption" and ends


def _fill_cost(widths: _Widths, measure: Costs) -> Costs:
    """Return the cost of a line that should fill its measure, by [line, measure]."""
    could_hold = measure - widths.more
    short = np.minimum(_SHORT_MOST, _SHORT_AT_ALL + _TOO_SHORT * could_hold)
    squeezed = _SQUEEZED * (widths.more_least <= measure)
    return np.where(could_hold >= 0, short, squeezed) + _too_long_cost(widths, measure)


def _too_long_cost(widths: _Widths, measure: Costs) -> Costs:
    """Return the cost of the width that a measure cannot hold, by [line, measure]."""
    too_long: Costs = np.maximum(0.0, widths.own_least - measure - _LOOSE)
    return _TOO_LONG * too_long + _TIGHT * np.maximum(0.0, widths.own - measure)


def _first_measure(lines: Sequence[Setting], widths: _Widths, measure: Costs, mode: IndentMode) -> Costs:
    """Return the measure of each line as a first line, by [line, measure].

    An editor's note or a caption may be indented like text or stand flush; the cheaper of the two counts.
    """
    if mode is IndentMode.NONE:
        return measure
    indented = measure - INDENT
    flush = column(is_flush(line.piece) for line in lines) > 0
    fits = _fill_cost(widths, measure) <= _fill_cost(widths, indented)
    return np.where(flush & fits, measure, indented)
