"""Measure lines of hanzi, and find the column measures that the dynamic programme may choose among."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.text.metrics import MARKS, Extent, extent, token_finder
from broadsheet.ingest.typeset.hanzi_word_costs import INDENT
from broadsheet.ingest.typeset.joins import Joins
from broadsheet.ingest.typeset.line_costs import Setting
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

GRID = 0.5  # em between two possible measures
_MOST = 20  # measures with the support of several lines
_MOST_LONE = 6  # measures with the support of one line
_NARROWEST = 6.0  # em
_POINT_AFTER = "。：；！？"  # what stands before the number of a point
_ANY = "□"  # in place of the next token where no text follows


def hanzi_settings(
    pieces: Sequence[Piece], joins: Joins, lexicon: Lexicon
) -> tuple[tuple[Setting, ...], ...]:
    """Return the settings of `pieces`, once for each width of punctuation in MARKS."""
    roles = [piece.role if piece.sure else None for piece in pieces]
    followed = [role is None for role in roles[1:]]
    continued = [joins.evidence(n, n + 1) if follows else 0.0 for n, follows in enumerate(followed)] + [0.0]
    points = _points(pieces)
    openings = _openings_below(pieces)
    first_token = token_finder(lexicon.characters)
    tokens = [
        first_token(after.text) or _ANY if follows else _ANY
        for after, follows in zip(pieces[1:], followed, strict=True)
    ] + [_ANY]

    def with_marks(marks: float) -> tuple[Setting, ...]:
        own = [extent(piece.text, lexicon.characters, marks) for piece in pieces]
        token = [extent(text, lexicon.characters, marks) for text in tokens]
        return tuple(
            Setting(
                piece=piece,
                own=own[n],
                more=own[n] + token[n],
                previous_role=roles[n - 1] if n else None,
                next_role=roles[n + 1] if n + 1 < len(roles) else None,
                join=continued[n],
                next_opening=openings[n],
                begins_point=n in points,
                before_point=n + 1 in points,
                among_points=n in points and bool({n - 1, n + 1} & points),
            )
            for n, piece in enumerate(pieces)
        )

    return tuple(map(with_marks, MARKS))


def _openings_below(pieces: Sequence[Piece]) -> list[str]:
    """Return how the next piece below each piece opens that is no furniture; nothing below the last one."""
    below, openings = "", []
    for piece in reversed(pieces):
        openings.append(below)
        if piece.role is not Role.FURNITURE or not piece.sure:
            below = piece.opening
    return openings[::-1]


def _points(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the indices of the pieces that begin with the number of a point: below a mark, or right below another."""
    numbered = [piece.opening == "enumeration" for piece in pieces]
    below_mark = (
        n
        for n, (above, _) in enumerate(pairwise(pieces), 1)
        if numbered[n] and above.text.rstrip("”’」』）)")[-1:] in tuple(_POINT_AFTER)
    )
    in_a_row = (n + k for n in range(len(pieces) - 1) if numbered[n] and numbered[n + 1] for k in (0, 1))
    return frozenset((*below_mark, *in_a_row))


def hanzi_measures(settings: Sequence[Setting]) -> tuple[float, ...]:
    """Return the measures, in em and narrowest first, that explain why neighbouring lines end where they do.

    A measure explains a line that fits into it and does not fit with the next token, and a first line for which this
    holds with its indent. Two such lines in a row support the measure. A line that the next one continues, or that is
    wider than all these measures, may have a measure of its own.
    """
    support: Counter[float] = Counter()
    text = [setting for setting in settings if setting.piece.role is None or not setting.piece.sure]
    above: frozenset[float] = frozenset()
    for setting in text:
        here = frozenset(_explaining(setting.own, setting.more))
        support.update(here & above)
        above = here | _indented(here)
    common = {measure for measure, _ in support.most_common(_MOST)}
    return tuple(sorted(common | _lone(text, common))) or (_NARROWEST,)


def _lone(text: Sequence[Setting], common: set[float]) -> set[float]:
    """Return measures for single lines that no measure of `common` explains."""
    widest = max(common, default=_NARROWEST)
    wide = {width for s in text if (width := _on_grid(s.own.natural)) > widest}
    found: Counter[float] = Counter()
    for setting in text:
        here = frozenset(_explaining(setting.own, setting.more))
        if setting.join > 0 and not common & (here | _indented(here)):
            found.update(_indented(here))
    return wide | {measure for measure, _ in found.most_common(_MOST_LONE)}


def _indented(measures: frozenset[float]) -> frozenset[float]:
    """Return `measures` widened by a first-line indent."""
    return frozenset(measure + INDENT for measure in measures)


def _explaining(own: Extent, more: Extent) -> list[float]:
    """Return the measures that hold a line `own` wide and not with its next token, which makes it `more` wide."""
    low, high = _on_grid(own.least), max(_on_grid(own.natural), _on_grid(more.least - GRID))
    steps = range(max(0, round((high - low) / GRID)) + 1)
    return [low + GRID * step for step in steps if low >= _NARROWEST]


def _on_grid(width: float) -> float:
    """Return the least multiple of GRID that is at least `width`."""
    return math.ceil(width / GRID) * GRID
