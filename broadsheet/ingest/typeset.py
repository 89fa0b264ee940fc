"""The typesetter's view of a page: each line as the first, middle or last of a paragraph, or as display."""

from collections.abc import Sequence

import msgspec

from broadsheet.ingest.labels import Piece
from broadsheet.ingest.line_costs import NEVER, IndentMode, Move, Setting, line_costs
from broadsheet.ingest.measures import candidate_measures
from broadsheet.ingest.metrics import extent, token_finder
from broadsheet.ingest.programme import Edges, Phase, cheapest
from broadsheet.lexicon.patterns import Lexicon

CUT = 7.0  # a paragraph left open, because another story's lines come between
RESUME = 7.0  # and taken up again
NEW_MEASURE = 2.5  # between paragraphs
NEW_MEASURE_AFTER_LABEL = 1.0
NEW_MEASURE_INSIDE = 5.0

_KEPT_SHARE = 0.08  # of the lines begin with white space, where the printed indent came through


class SetLine(msgspec.Struct, frozen=True):
    """A piece as it was set: its move, its column's `measure` in em, and the `margin` of its paragraph break."""

    piece: Piece
    move: Move
    measure: float
    margin: float


def typeset(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[SetLine, ...]:
    """Read `pieces` in the indent mode that explains the page best."""
    if not pieces:
        return ()
    settings = _settings(pieces, lexicon)
    measures = candidate_measures(settings)
    edges = [_edges(setting) for setting in settings]
    readings = [
        cheapest([[line_costs(s, m, mode, lexicon.characters) for m in measures] for s in settings], edges)
        for mode in _modes(pieces)
    ]
    _, choices = min(readings, key=lambda reading: reading[0])
    return tuple(
        SetLine(piece, choice.move, measures[choice.measure], choice.margin)
        for piece, choice in zip(pieces, choices, strict=True)
    )


def _modes(pieces: Sequence[Piece]) -> tuple[IndentMode, ...]:
    kept = sum(piece.indent >= 2 for piece in pieces)
    if kept >= max(2, _KEPT_SHARE * len(pieces)):
        return (IndentMode.KEPT,)
    return (IndentMode.LOST, IndentMode.NONE)


def _settings(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Setting, ...]:
    """Measure each piece alone and with the token that follows it."""
    first_token = token_finder(lexicon.characters)
    own = [extent(piece.text, lexicon.characters) for piece in pieces]
    sure_roles = [piece.role if piece.sure else None for piece in pieces]
    followers = [
        after.text if role is None else "" for after, role in zip(pieces[1:], sure_roles[1:], strict=True)
    ] + [""]
    more = [
        width + extent(first_token(text) or "□", lexicon.characters)
        for width, text in zip(own, followers, strict=True)
    ]
    return tuple(map(Setting, pieces, own, more, [None, *sure_roles[:-1]], [*sure_roles[1:], None]))


def _edges(setting: Setting) -> Edges:
    """Price what may happen before a line: a new measure is cheap after a label or where a box of its own opens."""
    fresh = setting.previous_role is not None or setting.piece.opening in ("editors_note", "caption")
    change = NEW_MEASURE_AFTER_LABEL if fresh else NEW_MEASURE
    return {
        (Phase.CLOSED, Phase.CLOSED): (0.0, change),
        (Phase.BODY, Phase.BODY): (0.0, NEW_MEASURE_INSIDE),
        (Phase.BODY, Phase.CLOSED): (CUT, CUT + change),
        (Phase.CLOSED, Phase.BODY): (RESUME, RESUME),
        (Phase.CAPTION, Phase.CAPTION): (0.0, NEVER),
    }
