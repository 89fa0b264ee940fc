"""What a line may be in its column, what the costs of that depend on, and what a role costs that its words give away.

A cost is a rough negative log likelihood.
"""

import enum
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.text.metrics import Extent
from broadsheet.lexicon.patterns import Characters
from broadsheet.model.page_reading import Role

NEVER = 1e6

_INTERRUPTED = 2.0
_ONLY_OFFERED = 1.0  # a role that the words hint at


Costs = npt.NDArray[np.float64]


class Phase(enum.IntEnum):
    """Where a column stands between two lines."""

    CLOSED = 0
    BODY = 1
    CAPTION = 2


class Move(enum.IntEnum):
    """What a piece is in the make-up of its column."""

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
    PASSING = 10  # a folio line or teaser between two lines of a paragraph


class IndentMode(enum.StrEnum):
    """How the printed first-line indent came through: as spaces, as missing width, or never printed.

    UNBROKEN: the printed line ends did not come through at all, and a paragraph is one raw line.
    """

    KEPT = "kept"
    LOST = "lost"
    NONE = "none"
    UNBROKEN = "unbroken"


class Setting(msgspec.Struct, frozen=True):
    """A piece with what its costs depend on: its width, its width with the next token, its neighbours' roles.

    `join` is the evidence, in nats, that the text of the next piece goes on from it. `apart` says that a blank line above it sets it apart, on a page whose blank lines tell anything; `stacked` that a line of
    capitals stands above or below, `carried` that nothing of the page's text stands above: it may go on from another page.
    """

    piece: Piece
    own: Extent
    more: Extent
    previous_role: Role | None
    next_role: Role | None
    join: float = 0.0
    apart: bool = False
    stacked: bool = False
    carried: bool = False


def label_costs(settings: Sequence[Setting], measures: int) -> Costs:
    """Return `costs[line, move, measure]`: what it costs to believe the roles that words give away, and NEVER else."""
    costs = np.full((len(settings), len(Move), measures), NEVER)
    for n, piece in enumerate(setting.piece for setting in settings):
        if piece.role is not None:
            offered = 0.0 if piece.sure else _ONLY_OFFERED
            passing = _INTERRUPTED if piece.role in (Role.FURNITURE, Role.TEASER) else NEVER
            costs[n, Move.LABEL], costs[n, Move.PASSING] = offered, passing + offered
    return costs


def text_lines(settings: Sequence[Setting]) -> list[int]:
    """Return the lines whose words give no role away for sure, so that they may be text."""
    return [n for n, setting in enumerate(settings) if setting.piece.role is None or not setting.piece.sure]


def column(figures: Iterable[float]) -> Costs:
    """Return a figure a line as a column, to be set against a row of measures."""
    return np.array(list(figures), dtype=np.float64)[:, None]


def ends_sentence(text: str, characters: Characters) -> bool:
    """Say whether `text` ends with a sentence, quotation marks apart."""
    bare = text.rstrip("".join(characters.after_terminal))
    return bool(bare) and bare[-1] in characters.terminal
