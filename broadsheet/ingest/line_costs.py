"""What it costs to read a line as the first, a middle or the last of a paragraph in a given measure.

A cost is a rough negative log likelihood. The question behind the width terms is the typesetter's own: did this
line have to end here, or could the next unbreakable token still have fitted?
"""

import enum

import msgspec
import numpy as np
import numpy.typing as npt

from broadsheet.ingest.labels import Piece
from broadsheet.ingest.metrics import Extent
from broadsheet.lexicon.patterns import Characters
from broadsheet.model.page_reading import Role

NEVER = 1e6
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
_DISPLAY = 2.25
_DISPLAY_SENTENCE = 5.0
_DISPLAY_COMMA = 1.5
_CAPTION_START = 2.0
_BODY_BEFORE_CREDIT = 6.0  # text right above a photo credit is its caption
_INTERRUPTED = 2.0
_ONLY_OFFERED = 1.0  # a role that the words hint at
_END_OPEN = 4.0
_END_BY_MARK = {"：": 2.0, "；": 1.7, "，": 8.0, "、": 9.0, "—": 2.0, "）": 1.5, "》": 3.0, "”": 1.0}


Costs = npt.NDArray[np.float64]


class Phase(enum.IntEnum):
    """Where a column stands between two lines."""

    CLOSED = 0
    BODY = 1
    CAPTION = 2


class Move(enum.IntEnum):
    """What a piece is in the make-up of its column."""

    FIRST = 0
    MID = 1
    LAST = 2
    SINGLE = 3
    CAPTION_FIRST = 4
    CAPTION_MID = 5
    CAPTION_LAST = 6
    CAPTION_SINGLE = 7
    DISPLAY = 8
    LABEL = 9
    PASSING = 10  # a folio line or teaser between two lines of a paragraph


class IndentMode(enum.StrEnum):
    """How the printed first-line indent came through: as spaces, as missing width, or never printed.

    UNBROKEN: the printed line ends did not come through at all, and a paragraph is one raw line.
    """

    KEPT = "kept"
    LOST = "lost"
    NONE = "none"
    UNBROKEN = "unbroken"


class Setting(msgspec.Struct, frozen=True):
    """A piece with what its costs depend on: its width, its width with the next token, its neighbours' roles.

    `join` is the evidence, in nats, that the text of the next piece goes on from it. `apart` says that a blank line above it sets it apart, on a page whose blank lines tell anything; `stacked` that a line of
    capitals stands above or below, `carried` that nothing of the page's text stands above: it may go on from another page.
    """

    piece: Piece
    own: Extent
    more: Extent
    previous_role: Role | None
    next_role: Role | None
    join: float = 0.0
    apart: bool = False
    stacked: bool = False
    carried: bool = False


def line_costs(
    setting: Setting, measure: Costs, mode: IndentMode, characters: Characters
) -> dict[Move, Costs | float]:
    """Return the cost of each move that `setting` can make, in each measure of `measure`."""
    label = label_costs(setting.piece)
    if setting.piece.role is not None and setting.piece.sure:
        return label
    if mode is IndentMode.UNBROKEN:
        return label | _unbroken_costs(setting, characters)
    flush = _is_flush(setting.piece)
    first_measure = _first_measure(setting, measure, mode, flush=flush)
    start = _start_cost(setting.piece, mode, flush=flush)
    middle = _indented_cost(setting.piece, mode)
    end = _end_cost(setting, characters)
    stop = _GOES_ON_AFTER_STOP * ends_sentence(setting.piece.text, characters)
    full = _fill_cost(setting, measure) + stop
    too_long = _too_long_cost(setting, measure)
    costs: dict[Move, Costs | float] = {
        Move.FIRST: start + _fill_cost(setting, first_measure) + stop,
        Move.MID: middle + full,
        Move.LAST: middle + too_long + end,
        Move.SINGLE: start
        + _too_long_cost(setting, first_measure)
        + end
        + _TINY * (setting.own.natural < _TINY_EM),
        Move.DISPLAY: _display_cost(setting.piece, characters) + _JOINED * setting.join,
    }
    indented = _fill_cost(setting, first_measure) + stop
    return label | costs | _caption_costs(setting, full, np.minimum(full, indented), too_long)


def _unbroken_costs(setting: Setting, characters: Characters) -> dict[Move, Costs | float]:
    end = _end_cost(setting, characters)
    ends_caption = 0.0 if setting.next_role is Role.PHOTO_CREDIT else NEVER
    return {
        Move.SINGLE: _START_UNBROKEN + end + _TINY * (setting.own.natural < _TINY_EM),
        Move.CAPTION_SINGLE: ends_caption,
        Move.DISPLAY: _display_cost(setting.piece, characters) + _JOINED * setting.join,
    }


def label_costs(piece: Piece) -> dict[Move, Costs | float]:
    """Return what it costs to believe the role that the piece's words give away, if any."""
    if piece.role is None:
        return {}
    passing = _INTERRUPTED if piece.role in (Role.FURNITURE, Role.TEASER) else NEVER
    offered = 0.0 if piece.sure else _ONLY_OFFERED
    return {Move.LABEL: offered, Move.PASSING: passing + offered}


def _caption_costs(setting: Setting, full: Costs, first: Costs, too_long: Costs) -> dict[Move, Costs | float]:
    start = 0.0 if setting.piece.opening == "caption" else _CAPTION_START
    ends = 0.0 if setting.next_role is Role.PHOTO_CREDIT else NEVER
    return {
        Move.CAPTION_FIRST: start + first,
        Move.CAPTION_MID: full,
        Move.CAPTION_SINGLE: start + too_long + ends,
        Move.CAPTION_LAST: too_long + ends,
    }


def _fill_cost(setting: Setting, measure: Costs) -> Costs:
    could_hold = measure - setting.more.natural
    short = np.minimum(_SHORT_MOST, _SHORT_AT_ALL + _TOO_SHORT * could_hold)
    squeezed = _SQUEEZED * (setting.more.least <= measure)
    return np.where(could_hold >= 0, short, squeezed) + _too_long_cost(setting, measure)


def _too_long_cost(setting: Setting, measure: Costs) -> Costs:
    too_long = np.maximum(0.0, setting.own.least - measure - _LOOSE)
    return _TOO_LONG * too_long + _TIGHT * np.maximum(0.0, setting.own.natural - measure)


def _start_cost(piece: Piece, mode: IndentMode, *, flush: bool) -> float:
    unmarked = mode is IndentMode.KEPT and not piece.indent and not flush
    return _START + _NO_INDENT * unmarked


def _indented_cost(piece: Piece, mode: IndentMode) -> float:
    indented = mode is IndentMode.KEPT and piece.indent >= INDENT
    return _NO_INDENT * indented + _DATELINE_INSIDE * (piece.opening == "dateline")


def _first_measure(setting: Setting, measure: Costs, mode: IndentMode, *, flush: bool) -> Costs:
    """Return what a paragraph's first line may fill: a note or caption may be indented like text, or stand flush."""
    indented = measure - INDENT
    if mode is IndentMode.NONE:
        return measure
    if not flush:
        return indented
    return np.where(_fill_cost(setting, measure) <= _fill_cost(setting, indented), measure, indented)


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


def ends_sentence(text: str, characters: Characters) -> bool:
    """Say whether `text` ends with a sentence, quotation marks apart."""
    bare = text.rstrip("".join(characters.after_terminal))
    return bool(bare) and bare[-1] in characters.terminal


def _display_cost(piece: Piece, characters: Characters) -> float:
    if piece.opening in ("editors_note", "dateline", "continued"):
        return NEVER
    text = piece.text
    inner_ends = sum(char in characters.terminal for char in text[:-1])
    ends = text[-1] in "。；，、：" or text[-1] in characters.opening
    commas = text.count("，")
    return _DISPLAY + _DISPLAY_SENTENCE * (min(inner_ends, 1) + ends) + _DISPLAY_COMMA * commas
