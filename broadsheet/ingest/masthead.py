"""The masthead of a page of letters: all above the text, down to the last line that speaks of the paper itself.

A title page says what the paper is called and costs, where it is had and what day it is, in many short lines of which most
say nothing by themselves (für 6 Monate). They are furniture together.
"""

import itertools
from collections.abc import Sequence
from statistics import median

import msgspec

from broadsheet.ingest.labels import Piece
from broadsheet.lexicon.hyphens import HYPHENS
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_FIRST = 4  # lines down to the first that speaks of the paper
_APART = 10  # lines between two that do
_TEXT = 2  # full lines in a row: the text has begun
_FULL = range(85, 125)  # per cent of the page's middle width
_MARKS_LEAST = 2
_TEXT_OPENINGS = frozenset({"dateline", "item", "run_in"})


def set_masthead(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return `pieces` with those of the masthead, if there is one, as furniture; so is a folio line that stands first."""
    marks = _marks(pieces, lexicon)
    folio = sum(1 for _ in itertools.takewhile(lambda piece: piece.role is Role.FURNITURE, pieces))
    end = marks[-1] + 1 if len(marks) >= _MARKS_LEAST else folio
    head = (msgspec.structs.replace(p, role=Role.FURNITURE, sure=True, opening="") for p in pieces[:end])
    return (*head, *pieces[end:])


def _marks(pieces: Sequence[Piece], lexicon: Lexicon) -> list[int]:
    """Return the places of the lines that speak of the paper, from the first line down to where the text begins."""
    widths = [lexicon.face.width(piece.text) for piece in pieces]
    middle = median(widths or [1.0])
    marks: list[int] = []
    full = 0
    for n, piece in enumerate(pieces):
        if _speaks_of_the_paper(piece, lexicon):
            marks.append(n)
            full = 0
        elif n - (marks[-1] if marks else 0) >= (_APART if marks else _FIRST):
            break
        else:
            wide = round(100 * widths[n] / middle) in _FULL
            full = full + 1 if wide else 0
            divided = wide and piece.text[-1] in HYPHENS
            if full == _TEXT or divided or piece.opening in _TEXT_OPENINGS:
                break
    return marks


def _speaks_of_the_paper(piece: Piece, lexicon: Lexicon) -> bool:
    return piece.role is Role.FURNITURE or any(p.search(piece.text) for p in lexicon.words["masthead"])
