"""The masthead of a page of letters: all above the text, down to the last line that speaks of the paper itself.

A title page says what the paper is called and costs, where it is had and what day it is, in many short lines of which most
say nothing by themselves (für 6 Monate). They are furniture together.
"""

from collections.abc import Sequence
from statistics import median

import msgspec

from broadsheet.ingest.labels import Piece
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_DEEPEST = 60  # lines
_TEXT = 3  # full lines in a row: the text has begun
_FULL = range(85, 125)  # per cent of the page's middle width
_MARKS_LEAST = 2


def set_masthead(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return `pieces` with those of the masthead, if there is one, as furniture."""
    widths = [lexicon.face.width(piece.text) for piece in pieces]
    middle = median(widths or [1.0])
    marks: list[int] = []
    full = 0
    for n, piece in enumerate(pieces[:_DEEPEST]):
        if _speaks_of_the_paper(piece, lexicon):
            marks.append(n)
            full = 0
        else:
            full = full + 1 if round(100 * widths[n] / middle) in _FULL else 0
        if full == _TEXT:
            break
    end = marks[-1] + 1 if len(marks) >= _MARKS_LEAST else 0
    head = (msgspec.structs.replace(p, role=Role.FURNITURE, sure=True, opening="") for p in pieces[:end])
    return (*head, *pieces[end:])


def _speaks_of_the_paper(piece: Piece, lexicon: Lexicon) -> bool:
    return piece.role is Role.FURNITURE or any(p.search(piece.text) for p in lexicon.words["masthead"])
