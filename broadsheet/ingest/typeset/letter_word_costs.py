"""The costs of what the words of a line of letters show: whether it begins, continues or ends a paragraph, or is display.

A line that begins with a capital, or ends in a full stop, a hyphen or the middle of a sentence, is strong evidence.
"""

from collections.abc import Sequence

from broadsheet.ingest.typeset.cues import Cues
from broadsheet.ingest.typeset.line_costs import IndentMode, Setting
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

# Costs as negative log likelihoods, from counts of lines in newspapers of three languages, and rounded.
_START = 1.8
_STARTS_SMALL = 6.0
_STARTS_FIGURE = 0.7
_STARTS_UNOPENED = 3.0  # the line closes a bracket that it did not open
_GOES_ON_CAPITAL = 1.2
_GOES_ON_SENTENCE = 0.7  # below the end of one, on a ragged page
_GOES_ON_SMALL = 0.3
_GOES_ON_DASH = 2.5
_GOES_ON_OPENING = 5.0  # a dateline or an item's mark inside a paragraph
_RUNS_ON_AFTER_STOP = 2.8
_RUNS_ON_AFTER_ABBREVIATION = 1.0
_RUNS_ON = 0.4
_RUNS_ON_AFTER_HYPHEN = 1.4
_BEFORE_SENTENCE = 6.0  # the line below begins a sentence, and this one ends none
_ENDS_STOP = 0.1
_ENDS_ABBREVIATION = 1.5
_ENDS_COLON = 2.0
_ENDS_COMMA = 5.0
_ENDS_OPEN = 3.2
_ENDS_ROW = 1.0  # with a figure, as a row of a table ends
_ENDS_IN_MIDST = 7.0  # with an article or a preposition
_ENDS_HYPHEN = 9.0
_APART = 2.5  # a blank line above
_KEPT = 3.0  # an indent in the middle of a paragraph, or none at its start, on a page that kept indents
_DISPLAY = 2.2
_OVER_BYLINE = 12.0
_SENTENCE_LEAST = 3  # words
_REPEATED = 3.0  # the text below repeats a word of the line
_HEADLINE_MOST = 100  # characters


def start_cost(setting: Setting, cues: Cues, mode: IndentMode) -> float:
    """Return the cost of beginning a paragraph with a line."""
    unmarked = mode is IndentMode.KEPT and not setting.piece.indent
    return (
        _START
        + _STARTS_SMALL * (cues.small and not setting.at_top)
        + _STARTS_FIGURE * cues.figure
        + _STARTS_UNOPENED * cues.unopened
        + _KEPT * (unmarked or setting.unparted)
        - _APART * setting.after_blank
    )


def middle_cost(setting: Setting, cues: Cues, mode: IndentMode) -> float:
    """Return the cost of a line that is not the first of its paragraph, by how it begins."""
    indented = mode is IndentMode.KEPT and setting.piece.indent > 0
    capital = _GOES_ON_SENTENCE if setting.after_stop else _GOES_ON_CAPITAL
    case = _GOES_ON_SMALL if cues.small else capital
    return (
        case
        + _GOES_ON_DASH * cues.dash
        + _GOES_ON_OPENING * bool(setting.piece.opening)
        + _KEPT * indented
        + _APART * setting.after_blank
    )


def runs_on_cost(setting: Setting, cues: Cues) -> float:
    """Return the cost of a line that is not the last of its paragraph, by how it ends and what stands below."""
    return _runs_on_by_end(cues) + _BEFORE_SENTENCE * (setting.before_sentence and not cues.stop)


def _runs_on_by_end(cues: Cues) -> float:
    if cues.hyphen:
        return _RUNS_ON_AFTER_HYPHEN
    if cues.abbreviation:
        return _RUNS_ON_AFTER_ABBREVIATION
    return _RUNS_ON_AFTER_STOP if cues.stop else _RUNS_ON


def end_cost(cues: Cues) -> float:
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


def _is_sentence(words: Sequence[str]) -> bool:
    """Return whether most words begin with a small letter, as in no headline that ends in a full stop."""
    return len(words) >= _SENTENCE_LEAST and 2 * sum(word[0].islower() for word in words) > len(words)


def _ends_as_text(words: Sequence[str], cues: Cues) -> bool:
    """Return whether a line ends with a full stop that no heading has where headlines have none (Fares rose in March.)."""
    other = cues.capitals or cues.abbreviation
    return words[-1][-1] == "." and len(words) >= _SENTENCE_LEAST and not other


def display_cost(setting: Setting, cues: Cues, lexicon: Lexicon) -> float:
    """Return the cost of reading a line as display: it is high for the beginning or the middle of a sentence."""
    text, opening = setting.piece.text, setting.piece.opening
    if opening == "division":
        return -_DISPLAY
    if setting.over_byline:
        return -_OVER_BYLINE
    words = text.split()
    titled = lexicon.fits(text, "headline")
    period = text[-1] == "."
    figures = sum(any(map(str.isdigit, word)) for word in words)
    sentences = sum(word[-1] in lexicon.characters.terminal and len(word) > 4 for word in words[:-1])
    return (
        _DISPLAY
        + 6.0 * (cues.small and not setting.repeated_below)
        + 9.0 * cues.hyphen
        + 4.0 * cues.comma
        + 3.0 * (cues.dash or cues.speech)
        + 3.0 * cues.sentence * (1 + cues.stop)
        + 4.0 * cues.open_end
        + 6.0 * cues.unopened
        + 1.5 * cues.colon
        + 2.5 * (": " in text)
        + 0.5 * (cues.stop and not cues.capitals)
        + 3.0 * (setting.after_blank and cues.stop and not cues.abbreviation and _is_sentence(words))
        - 6.0 * (setting.next_role is Role.BYLINE and not cues.stop)
        + 2.0 * min(sentences, 2)
        + 3.0 * (figures > 1)
        + 4.0 * (cues.table and not (setting.before_sentence or titled))
        - 2.0 * titled
        + 4.0 * (setting.previous_role is Role.BYLINE and setting.next_role is None)
        - 4.0
        * (setting.next_opening == "dateline" and not period and setting.previous_role is not Role.BYLINE)
        + 2.0 * (period and not setting.beside_capitals and _is_sentence(words))
        + 4.0 * (setting.in_name and period and len(words) == 1 and not cues.capitals)
        + 4.0 * (setting.without_stops and _ends_as_text(words, cues))
        + 1.0 * (len(words) > 8 and not cues.spaced)
        + 4.0 * (opening in ("dateline", "editors_note", "item", "run_in"))
        + 9.0 * (opening == "salutation")
        + 9.0 * (len(text) > _HEADLINE_MOST)
        - 1.5 * (len(words) <= 4 or cues.spaced)
        - 1.5 * (setting.beside_capitals and len(words) <= 5)
        - _APART * setting.after_blank
        - _REPEATED * setting.repeated_below
        - 2.0 * cues.capitals
    )
