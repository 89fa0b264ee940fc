"""The typesetter's view of a page: each line as the first, middle or last of a paragraph, or as display."""

from collections.abc import Sequence

import msgspec

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.typeset.edges import crossings
from broadsheet.ingest.typeset.joins import Joins
from broadsheet.ingest.typeset.line_costs import NEVER, Move
from broadsheet.ingest.typeset.manners import likely_manners
from broadsheet.ingest.typeset.programme import Choice, cheapest
from broadsheet.ingest.typeset.seams import find_seams
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.script import Script


class SetLine(msgspec.Struct, frozen=True):
    """A piece as it was set: its move, its column's `measure` in em, and the `margin` of its paragraph break.

    `resumes` is the piece whose broken paragraph it takes up again. `seam` is the margin of that, or of taking up none;
    `rival` is the piece that it would take up otherwise.
    """

    piece: Piece
    move: Move
    measure: float
    margin: float
    resumes: Piece | None = None
    rival: Piece | None = None
    seam: float = NEVER


def typeset(pieces: Sequence[Piece], lexicon: Lexicon, script: Script) -> tuple[SetLine, ...]:
    """Read `pieces` in the manner that explains the page best."""
    if not pieces:
        return ()
    joins = Joins([piece.text for piece in pieces], lexicon.pairs)
    seams = find_seams(pieces, joins)
    manners = likely_manners(pieces, joins, lexicon, script)
    between = crossings(manners[0].settings, seams)
    readings = [(manner, *cheapest(manner.costs, between)) for manner in manners]
    manner, _, choices = min(readings, key=lambda reading: reading[0].rarity + reading[1])
    return tuple(_set_line(pieces, n, choice, manner.measures) for n, choice in enumerate(choices))


def _set_line(pieces: Sequence[Piece], n: int, choice: Choice, measures: Sequence[float]) -> SetLine:
    return SetLine(
        piece=pieces[n],
        move=choice.move,
        measure=measures[choice.measure],
        margin=choice.margin,
        resumes=None if choice.resumes is None else pieces[choice.resumes],
        rival=None if choice.rival is None else pieces[choice.rival],
        seam=choice.seam,
    )
