"""What a line may be in its column, which moves may follow each other, and a line as it was set; no arithmetic."""

import enum

import msgspec

from broadsheet.ingest.text.labels import Piece

NEVER = 1e6  # cost of what cannot be


class Phase(enum.IntEnum):
    """What is open in a column between two lines."""

    CLOSED = 0
    BODY = 1
    CAPTION = 2


class Move(enum.IntEnum):
    """What a piece is in its column."""

    FIRST = 0
    MID = 1
    LAST = 2
    SINGLE = 3
    CAPTION_FIRST = 4
    CAPTION_MID = 5
    CAPTION_LAST = 6
    CAPTION_SINGLE = 7
    DISPLAY = 8
    LABEL = 9
    PASSING = 10  # a folio line, a teaser or a caption between two lines of a paragraph


# The moves that lead from one phase to another; the cheapest of them counts.
STEPS = {
    (Phase.CLOSED, Phase.BODY): (Move.FIRST,),
    (Phase.CLOSED, Phase.CLOSED): (Move.SINGLE, Move.DISPLAY, Move.LABEL, Move.CAPTION_SINGLE),
    (Phase.CLOSED, Phase.CAPTION): (Move.CAPTION_FIRST,),
    (Phase.BODY, Phase.BODY): (Move.MID, Move.PASSING),
    (Phase.BODY, Phase.CLOSED): (Move.LAST,),
    (Phase.CAPTION, Phase.CAPTION): (Move.CAPTION_MID,),
    (Phase.CAPTION, Phase.CLOSED): (Move.CAPTION_LAST,),
}

STARTS = frozenset(move for (start, _), moves in STEPS.items() if start is Phase.CLOSED for move in moves)


class SetLine(msgspec.Struct, frozen=True):
    """A piece as it was set: its move, and the measure of its column in em.

    `resumes` is the piece whose broken paragraph this one continues, if any. `margin` and `seam` say by how much the page
    would cost more, in nats: `margin` if the piece began something new instead of going on, or the other way round; `seam`
    if it continued `rival`, or nothing, instead of `resumes`.
    """

    piece: Piece
    move: Move
    measure: float
    margin: float
    resumes: Piece | None = None
    rival: Piece | None = None
    seam: float = NEVER
