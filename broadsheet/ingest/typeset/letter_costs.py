"""The costs of reading a line of letters as the first, a middle or the last of a paragraph in a given measure.

Letters have many widths and the spaces between words stretch, so the estimated width of a full line is taken as normally
distributed around its measure. This is weaker evidence than for hanzi. The words are stronger evidence: whether the line
begins with a capital, and whether it ends in a full stop, a hyphen or the middle of a sentence.
"""

import math
from collections.abc import Sequence
from itertools import repeat

import numpy as np

from broadsheet.ingest.typeset.cues import Cues, cues_of
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

# Costs as negative log likelihoods, from counts of lines in newspapers of three languages, and rounded.
_START = 1.8
_STARTS_SMALL = 6.0
_STARTS_FIGURE = 0.7
_STARTS_UNOPENED = 3.0  # the line closes a bracket that it did not open
_GOES_ON_CAPITAL = 1.2
_GOES_ON_SMALL = 0.3
_GOES_ON_DASH = 2.5
_GOES_ON_OPENING = 5.0  # a dateline or an item's mark inside a paragraph
_RUNS_ON_AFTER_STOP = 2.8
_RUNS_ON_AFTER_ABBREVIATION = 1.0
_RUNS_ON = 0.4
_RUNS_ON_AFTER_HYPHEN = 1.4
_ENDS_STOP = 0.1
_ENDS_ABBREVIATION = 1.5
_ENDS_COLON = 2.0
_ENDS_COMMA = 5.0
_ENDS_OPEN = 3.2
_ENDS_ROW = 1.0  # with a figure, as a row of a table ends
_ENDS_IN_MIDST = 7.0  # with an article or a preposition
_ENDS_HYPHEN = 9.0
_IN_CAPITALS = 3.0  # a line of text that is all capitals
_APART = 2.5  # a blank line above
_KEPT = 3.0  # an indent in the middle of a paragraph, or none at its start, on a page that kept indents
_TINY = 3.0  # a whole paragraph shorter than _TINY_EM
_TINY_EM = 5.0

_DISPLAY = 2.2
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
    start = column(map(_start, lines, cues, repeat(mode)))
    middle = column(map(_middle, lines, cues, repeat(mode)))
    on = column(map(_runs_on, cues)) + _IN_CAPITALS * column(cue.capitals for cue in cues)
    last = _too_wide(width, measure) + _ANYWHERE + column(map(_ends, cues))
    first = measure - _INDENT * (mode is not IndentMode.NONE)
    across = np.where(column(cue.capitals for cue in cues), 0.0, _across(width, measure))
    return {
        Move.FIRST: start + _full(width, first, column(map(_short, lines, cues))) + on,
        Move.MID: middle + _full(width, measure) + on,
        Move.LAST: middle + last,
        Move.SINGLE: start + last + _TINY * (width < _TINY_EM),
        Move.DISPLAY: column(map(_display, lines, cues, repeat(lexicon))) + _ANYWHERE + across,
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


def _start(setting: Setting, cues: Cues, mode: IndentMode) -> float:
    """Return the cost of beginning a paragraph with a line."""
    unmarked = mode is IndentMode.KEPT and not setting.piece.indent
    return (
        _START
        + _STARTS_SMALL * (cues.small and not setting.at_top)
        + _STARTS_FIGURE * cues.figure
        + _STARTS_UNOPENED * cues.unopened
        + _KEPT * unmarked
        - _APART * setting.after_blank
    )


def _middle(setting: Setting, cues: Cues, mode: IndentMode) -> float:
    """Return the cost of a line that is not the first of its paragraph, by how it begins."""
    indented = mode is IndentMode.KEPT and setting.piece.indent > 0
    case = _GOES_ON_SMALL if cues.small else _GOES_ON_CAPITAL
    return (
        case
        + _GOES_ON_DASH * cues.dash
        + _GOES_ON_OPENING * bool(setting.piece.opening)
        + _KEPT * indented
        + _APART * setting.after_blank
    )


def _runs_on(cues: Cues) -> float:
    """Return the cost of a line that is not the last of its paragraph, by how it ends."""
    if cues.hyphen:
        return _RUNS_ON_AFTER_HYPHEN
    if cues.abbreviation:
        return _RUNS_ON_AFTER_ABBREVIATION
    return _RUNS_ON_AFTER_STOP if cues.stop else _RUNS_ON


def _ends(cues: Cues) -> float:
    """Return the cost of ending a paragraph with a line."""
    marks = (
        (cues.hyphen, _ENDS_HYPHEN),
        (cues.abbreviation, _ENDS_ABBREVIATION),
        (cues.stop, _ENDS_STOP),
        (cues.comma, _ENDS_COMMA),
        (cues.colon, _ENDS_COLON),
        (cues.open_end, _ENDS_IN_MIDST),
        (cues.table, _ENDS_ROW),
    )
    return next((cost for found, cost in marks if found), _ENDS_OPEN)


def _display(setting: Setting, cues: Cues, lexicon: Lexicon) -> float:
    """Return the cost of reading a line as display: it is high for the beginning or the middle of a sentence."""
    text, opening = setting.piece.text, setting.piece.opening
    if opening == "division":
        return -_DISPLAY
    words = text.split()
    figures = sum(any(map(str.isdigit, word)) for word in words)
    sentences = sum(word[-1] in lexicon.characters.terminal and len(word) > 4 for word in words[:-1])
    return (
        _DISPLAY
        + 6.0 * cues.small
        + 9.0 * cues.hyphen
        + 4.0 * cues.comma
        + 3.0 * (cues.dash or cues.speech)
        + 3.0 * cues.sentence
        + 4.0 * cues.open_end
        + 6.0 * cues.unopened
        + 1.5 * cues.colon
        + 2.5 * (": " in text)
        + 0.5 * (cues.stop and not cues.capitals)
        + 2.0 * min(sentences, 2)
        + 3.0 * (figures > 1)
        + 4.0 * cues.table
        + 1.0 * (len(words) > 8 and not cues.spaced)
        + 4.0 * (opening in ("dateline", "editors_note", "item", "run_in"))
        - 1.5 * (len(words) <= 4 or cues.spaced)
        - 1.5 * (setting.beside_capitals and len(words) <= 5)
        - _APART * setting.after_blank
        - 2.0 * cues.capitals
    )
