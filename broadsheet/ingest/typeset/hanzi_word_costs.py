"""The costs of what the characters of a line of hanzi show: whether it begins, continues or ends a paragraph, or is display."""

import re

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.typeset.line_costs import IndentMode, Setting
from broadsheet.ingest.typeset.moves import NEVER
from broadsheet.lexicon.patterns import Characters
from broadsheet.model.page_reading import Role

INDENT = 2.0  # em
_CLAUSE = r"(?=\S*[\u3400-\u9fff]{3})[^\s，。；：、]{4,}"
_PARTED = re.compile(rf"{_CLAUSE}[ \u3000]+{_CLAUSE}")
_START = 2.5
_NO_INDENT = 12.0  # against the indents that the raw text kept
_DISPLAY_INDENTED = 4.0
_DASH_INDENTED = 3.0  # ——: speech or a point, where a deck is centred
_INDENT_MOST = 4  # spaces of half width
_DATELINE_INSIDE = 6.0
_PRESENT_INSIDE = 3.0  # a list of those present is usually a paragraph of its own
_POINT_INSIDE = 5.0  # the number of a point, below the end of a clause, begins a paragraph
_TURN_INSIDE = 4.0  # a speaker's turn begins a paragraph
_CAPTION_INSIDE = 5.0  # the mark of a caption (▲) begins one
_BODY_AS_CAPTION = 2.0  # a paragraph that opens like a caption
_CAPTION_START = 2.0  # no word opens it
_CAPTION_INDENTED = 3.0  # the same with the indent of a paragraph
_JOINED = 0.75  # to end a block, for each nat of evidence that the next line continues this one
_BODY_BEFORE_CREDIT = 6.0  # text right above a photo credit is usually its caption
_END_OPEN = 4.0
_END_BY_MARK = {"：": 2.0, "；": 1.7, "，": 8.0, "、": 9.0, "—": 2.0, "）": 1.5, "》": 3.0, "”": 1.0}
_DISPLAY = 2.25
_DISPLAY_SENTENCE = 5.0
_DISPLAY_EXCLAIMED = 1.5  # an exclamation or a question inside
_DISPLAY_DATED = 3.0  # right above a dateline, which begins a story
_DISPLAY_PARTED = 3.0  # a space between two clauses, where text has a mark
_DISPLAY_COMMA = 1.5
_DISPLAY_POINT = 5.0  # a numbered subhead has one clause, and text below it


def start_cost(piece: Piece, mode: IndentMode) -> float:
    """Return the cost of beginning a paragraph with a line."""
    unmarked = mode is IndentMode.KEPT and not piece.indent and not is_flush(piece)
    return _START + _NO_INDENT * unmarked + _BODY_AS_CAPTION * (piece.opening == "caption")


def caption_start_cost(piece: Piece, mode: IndentMode) -> float:
    """Return the cost of beginning a caption with a line."""
    if piece.opening == "caption":
        return 0.0
    return _CAPTION_START + _CAPTION_INDENTED * _is_indented(piece, mode)


def middle_cost(line: Setting, mode: IndentMode) -> float:
    """Return the cost of a line that is not the first of its paragraph, by how it begins."""
    piece = line.piece
    return (
        _NO_INDENT * _is_indented(piece, mode)
        + _DATELINE_INSIDE * (piece.opening == "dateline")
        + _PRESENT_INSIDE * (piece.opening == "present")
        + _TURN_INSIDE * (piece.opening == "turn")
        + _POINT_INSIDE * line.begins_point
        + _CAPTION_INSIDE
        * (piece.opening == "caption" and piece.text[0] not in "（(" and not piece.text[0].isalnum())
    )


def _is_indented(piece: Piece, mode: IndentMode) -> bool:
    return mode is IndentMode.KEPT and piece.indent >= INDENT


def is_flush(piece: Piece) -> bool:
    """Return whether a line begins an editor's note or a caption without an indent."""
    return piece.opening in ("editors_note", "caption") and not piece.indent


def end_cost(setting: Setting, characters: Characters) -> float:
    """Return the cost of ending a paragraph with this line, by its last character and what follows."""
    if setting.next_role is Role.JUMP or setting.before_point:
        return 0.0
    if setting.next_role is Role.PHOTO_CREDIT:
        return _BODY_BEFORE_CREDIT
    if characters.ends_sentence(setting.piece.text):
        return 0.0
    return _END_BY_MARK.get(setting.piece.text[-1], _END_OPEN) + _JOINED * setting.join


def display_cost(line: Setting, characters: Characters) -> float:
    """Return the cost of reading this line as display: sentences and commas speak against it."""
    if line.piece.opening in ("editors_note", "dateline", "continued", "turn"):
        return NEVER + _JOINED * line.join
    text = line.piece.text
    inner_ends = "。" in text[:-1]
    exclaims = any(char in characters.terminal for char in text[:-1])
    ends = text[-1] in "。；，、：" or text[-1] in characters.opening
    sentences = inner_ends + ends
    dated = line.next_opening == "dateline" and not line.piece.role and not characters.ends_sentence(text)
    clauses = text.count("，")
    point = _DISPLAY_POINT * (line.begins_point and (clauses > 0 or line.among_points))
    return (
        _DISPLAY
        + _DISPLAY_SENTENCE * sentences
        + _DISPLAY_EXCLAIMED * (exclaims and not inner_ends)
        + _DISPLAY_COMMA * clauses
        - _DISPLAY_DATED * dated
        - _DISPLAY_PARTED * (not line.piece.role and bool(_PARTED.fullmatch(text)))
        + point
        + _JOINED * line.join
    )


def indented_display_cost(piece: Piece, mode: IndentMode) -> float:
    """Return the cost of reading a line with the indent of a paragraph as display; one that is centred has more."""
    if not _is_indented(piece, mode) or piece.indent > _INDENT_MOST:
        return 0.0
    return _DISPLAY_INDENTED + _DASH_INDENTED * (piece.opening == "deck")
