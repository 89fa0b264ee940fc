"""Measure lines of letters, and find the column measures that the dynamic programme may choose among."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.text.metrics import Extent
from broadsheet.ingest.typeset.letter_costs import SPREAD
from broadsheet.ingest.typeset.line_costs import Setting
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_GRID = 0.5  # em between two possible measures
_NARROWEST = 6.0  # em
_MOST = 8  # measures of a page
_SAME_WORDS = 2  # words that a headline and the text below it begin with
_WIDER = 2.5  # times as wide as any column is a line that is a whole paragraph
_BLANKS_MOST = 0.5  # share of lines with a blank line above them; with more, blank lines mean nothing


def letter_settings(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Setting, ...]:
    """Return the settings of `pieces`."""
    widths = [lexicon.face.width(piece.text) for piece in pieces]
    roles = [piece.role if piece.sure else None for piece in pieces]
    blank = [False, *(below.line - above.line > 1 for above, below in pairwise(pieces))]
    starts = [False, *(_begins_anew(above, below, lexicon) for above, below in pairwise(pieces))]
    top = next((n for n, piece in enumerate(pieces) if piece.role is not Role.FURNITURE), len(pieces))
    part = sum(blank) <= _BLANKS_MOST * len(pieces) or _part_paragraphs(pieces, lexicon)
    return tuple(
        Setting(
            piece=piece,
            own=Extent(width, width),
            more=Extent(width, width),
            previous_role=roles[n - 1] if n else None,
            next_role=roles[n + 1] if n + 1 < len(pieces) else None,
            after_blank=blank[n] and part,
            before_sentence=n + 1 < len(pieces) and starts[n + 1] and roles[n + 1] is None,
            at_top=n <= top,
            beside_capitals=any(
                other.text.isupper() for other in (*pieces[max(0, n - 1) : n], *pieces[n + 1 : n + 2])
            ),
        )
        for n, (piece, width) in enumerate(zip(pieces, widths, strict=True))
    )


def _begins_anew(above: Piece, below: Piece, lexicon: Lexicon) -> bool:
    """Return whether a line begins a sentence whatever stands above: with an article, a dateline or the same name."""
    same = above.text.split()[:_SAME_WORDS] == below.text.split()[:_SAME_WORDS]
    starter = any(pattern.match(below.text) for pattern in lexicon.words["starter"])
    return starter or below.opening == "dateline" or (same and below.text[0].isupper())


def _part_paragraphs(pieces: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Return whether blank lines part paragraphs: none stands inside a sentence."""
    return not any(
        below.text[0].islower() and above.text[-1] not in lexicon.characters.terminal
        for above, below in pairwise(pieces)
        if below.line - above.line > 1
    )


def letter_measures(settings: Sequence[Setting]) -> tuple[float, ...]:
    """Return the measures, in em and narrowest first, around which the widths of neighbouring lines cluster.

    The measure with the most support is taken first. Each further one must differ clearly from those taken.
    """
    widths = [s.own.natural for s in settings if s.piece.role is None or not s.piece.sure]
    pairs = np.array([(one + other) / 2 for one, other in pairwise(widths) if _alike(one, other)])
    grid = np.arange(_NARROWEST, max([_NARROWEST, *widths]) + 2 * _GRID, _GRID)
    support = np.array([np.exp(-(((pairs - m) / (SPREAD * m)) ** 2) / 2).sum() for m in grid])
    found: list[float] = []
    for n in np.argsort(-support, kind="stable").tolist():
        measure = float(grid[n])
        if len(found) < _MOST and all(abs(measure - other) > 2.5 * SPREAD * other for other in found):
            found.append(measure)
    widest = max([_NARROWEST, *widths])
    wide = [] if found and widest <= _WIDER * max(found) else [widest]
    return tuple(sorted([*found, *wide]))


def _alike(one: float, other: float) -> bool:
    return abs(one - other) < 2 * SPREAD * max(one, other) and min(one, other) >= _NARROWEST
