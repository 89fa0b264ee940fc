"""What it costs to read a line of hanzi as the first, a middle or the last of a paragraph in a given measure.

The question behind the width terms is the typesetter's own: did this line have to end here, or could the next
unbreakable token still have fitted?
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.typeset.line_costs import (
    NEVER,
    Costs,
    IndentMode,
    Move,
    Setting,
    column,
    ends_sentence,
    label_costs,
    text_lines,
)
from broadsheet.lexicon.patterns import Characters, Lexicon
from broadsheet.model.page_reading import Role

INDENT = 2.0

_TOO_LONG = 5.0  # for each em that does not fit even when punctuation is squeezed
_TOO_SHORT = 3.0  # for each em that the next token would have filled
_SHORT_AT_ALL = 1.5
_SHORT_MOST = 9.0
_TIGHT = 0.5  # for each em by which the marks must be squeezed
_JOINED = 0.75  # for each nat by which the next line goes on from a line that is said to end a block
_LOOSE = 0.5  # em of tolerance: justified lines are measured by characters, not by ink

_START = 2.5
_GOES_ON_AFTER_STOP = 1.8  # a sentence rarely ends at the very end of a line that is not its paragraph's last
_SQUEEZED = 0.3  # the next token would have fitted only with every mark squeezed
_START_UNBROKEN = 0.5
_NO_INDENT = 5.0
_TINY = 4.0  # a whole paragraph shorter than _TINY_EM
_TINY_EM = 6.0
_DATELINE_INSIDE = 6.0
_PRESENT_INSIDE = 3.0  # who was there is said in a paragraph of its own
_DISPLAY = 2.25
_DISPLAY_SENTENCE = 5.0
_DISPLAY_COMMA = 1.5
_CAPTION_START = 2.0
_BODY_BEFORE_CREDIT = 6.0  # text right above a photo credit is its caption
_END_OPEN = 4.0
_END_BY_MARK = {"：": 2.0, "；": 1.7, "，": 8.0, "、": 9.0, "—": 2.0, "）": 1.5, "》": 3.0, "”": 1.0}


class _Widths(msgspec.Struct, frozen=True):
    """How wide each line is, and would be with the next token: as it stands and at the least, in columns."""

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
    """Return `costs[line, move, measure]`: what each move costs, and NEVER where a line cannot make it."""
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
    widths = _Widths.of(lines)
    first_measure = _first_measure(lines, widths, measure, mode)
    start = column(_start_cost(line.piece, mode) for line in lines)
    middle = column(_indented_cost(line.piece, mode) for line in lines)
    end = column(_end_cost(line, characters) for line in lines)
    stop = _GOES_ON_AFTER_STOP * column(ends_sentence(line.piece.text, characters) for line in lines)
    full = _fill_cost(widths, measure) + stop
    first = _fill_cost(widths, first_measure)
    too_long = _too_long_cost(widths, measure)
    return {
        Move.FIRST: start + first + stop,
        Move.MID: middle + full,
        Move.LAST: middle + too_long + end,
        Move.SINGLE: start + _too_long_cost(widths, first_measure) + end + _TINY * (widths.own < _TINY_EM),
        Move.DISPLAY: column(_display_cost(line, characters) for line in lines),
    } | _captions(lines, full, np.minimum(full, first + stop), too_long)


def _unbroken(lines: Sequence[Setting], characters: Characters) -> dict[Move, Costs]:
    end = column(_end_cost(line, characters) for line in lines)
    tiny = _TINY * (column(line.own.natural for line in lines) < _TINY_EM)
    return {
        Move.SINGLE: _START_UNBROKEN + end + tiny,
        Move.CAPTION_SINGLE: _before_credit(lines),
        Move.DISPLAY: column(_display_cost(line, characters) for line in lines),
    }


def _before_credit(lines: Sequence[Setting]) -> Costs:
    """Return what it costs to end a caption: only a photo credit may follow."""
    return column(0.0 if line.next_role is Role.PHOTO_CREDIT else NEVER for line in lines)


def _captions(lines: Sequence[Setting], full: Costs, first: Costs, too_long: Costs) -> dict[Move, Costs]:
    start = column(0.0 if line.piece.opening == "caption" else _CAPTION_START for line in lines)
    ends = _before_credit(lines)
    return {
        Move.CAPTION_FIRST: start + first,
        Move.CAPTION_MID: full,
        Move.CAPTION_SINGLE: start + too_long + ends,
        Move.CAPTION_LAST: too_long + ends,
    }


def _fill_cost(widths: _Widths, measure: Costs) -> Costs:
    could_hold = measure - widths.more
    short = np.minimum(_SHORT_MOST, _SHORT_AT_ALL + _TOO_SHORT * could_hold)
    squeezed = _SQUEEZED * (widths.more_least <= measure)
    return np.where(could_hold >= 0, short, squeezed) + _too_long_cost(widths, measure)


def _too_long_cost(widths: _Widths, measure: Costs) -> Costs:
    too_long: Costs = np.maximum(0.0, widths.own_least - measure - _LOOSE)
    return _TOO_LONG * too_long + _TIGHT * np.maximum(0.0, widths.own - measure)


def _start_cost(piece: Piece, mode: IndentMode) -> float:
    unmarked = mode is IndentMode.KEPT and not piece.indent and not _is_flush(piece)
    return _START + _NO_INDENT * unmarked


def _indented_cost(piece: Piece, mode: IndentMode) -> float:
    indented = mode is IndentMode.KEPT and piece.indent >= INDENT
    return (
        _NO_INDENT * indented
        + _DATELINE_INSIDE * (piece.opening == "dateline")
        + _PRESENT_INSIDE * (piece.opening == "present")
    )


def _first_measure(lines: Sequence[Setting], widths: _Widths, measure: Costs, mode: IndentMode) -> Costs:
    """Return what a paragraph's first line may fill: a note or caption may be indented like text, or stand flush."""
    if mode is IndentMode.NONE:
        return measure
    indented = measure - INDENT
    flush = column(_is_flush(line.piece) for line in lines) > 0
    fits = _fill_cost(widths, measure) <= _fill_cost(widths, indented)
    return np.where(flush & fits, measure, indented)


def _is_flush(piece: Piece) -> bool:
    return piece.opening in ("editors_note", "caption") and not piece.indent


def _end_cost(setting: Setting, characters: Characters) -> float:
    if setting.next_role is Role.JUMP:
        return 0.0
    if setting.next_role is Role.PHOTO_CREDIT:
        return _BODY_BEFORE_CREDIT
    if ends_sentence(setting.piece.text, characters):
        return 0.0
    return _END_BY_MARK.get(setting.piece.text[-1], _END_OPEN) + _JOINED * setting.join


def _display_cost(line: Setting, characters: Characters) -> float:
    if line.piece.opening in ("editors_note", "dateline", "continued"):
        return NEVER + _JOINED * line.join
    text = line.piece.text
    inner_ends = sum(char in characters.terminal for char in text[:-1])
    ends = text[-1] in "。；，、：" or text[-1] in characters.opening
    sentences = min(inner_ends, 1) + ends
    return _DISPLAY + _DISPLAY_SENTENCE * sentences + _DISPLAY_COMMA * text.count("，") + _JOINED * line.join
