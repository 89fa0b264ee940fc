"""Label the masthead of a page in letters: every line from the top to the last one about the paper itself.

A title page gives the paper's name, price, office and date in many short lines. Most of them mean nothing alone
(für 6 Monate), so they are labelled together.
"""

import itertools
from collections.abc import Sequence

import msgspec

from broadsheet.ingest.text.labels import Piece
from broadsheet.lexicon.hyphens import HYPHENS
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_FIRST = 4  # lines from the top to the first one about the paper
_APART = 10  # lines between two such lines
_TEXT = 2  # full lines in a row that show the text has begun
_USUAL = 70  # percentile of the line widths that is taken as the width of a text line
_FULL = range(85, 125)  # per cent of that width
_MARKS_LEAST = 2
_DEEPEST = 40  # lines
_TEXT_OPENINGS = frozenset({"dateline", "item", "run_in"})


def with_masthead(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return `pieces` with the role FURNITURE for those of the masthead, or for a folio line at the top.

    A masthead must have an issue number or a date, because advertisements name papers and offices too.
    """
    marks = _marks(pieces, lexicon)
    folio = sum(1 for _ in itertools.takewhile(lambda piece: piece.role is Role.FURNITURE, pieces))
    dated = any(pieces[n].role is Role.FURNITURE for n in marks)
    end = marks[-1] + 1 if dated and len(marks) >= _MARKS_LEAST else folio
    head = (msgspec.structs.replace(p, role=Role.FURNITURE, sure=True, opening="") for p in pieces[:end])
    return (*head, *pieces[end:])


def _marks(pieces: Sequence[Piece], lexicon: Lexicon) -> list[int]:
    """Return the indices of the lines about the paper, from the top down to where the text begins."""
    widths = [lexicon.face.width(piece.text) for piece in pieces]
    usual = sorted(widths)[_USUAL * len(widths) // 100]
    marks: list[int] = []
    full = 0
    for n, piece in enumerate(pieces[:_DEEPEST]):
        wide = round(100 * widths[n] / usual) in _FULL
        if piece.role is Role.FURNITURE or (not wide and _is_about_the_paper(piece, lexicon)):
            marks.append(n)
            full = 0
        elif piece.role is Role.BYLINE or n - (marks[-1] if marks else 0) >= (_APART if marks else _FIRST):
            break
        else:
            full = full + 1 if wide else 0
            divided = wide and piece.text[-1] in HYPHENS
            if full == _TEXT or divided or piece.opening in _TEXT_OPENINGS:
                break
    return marks


def _is_about_the_paper(piece: Piece, lexicon: Lexicon) -> bool:
    return lexicon.mentions(piece.text, "masthead")
