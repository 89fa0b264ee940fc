"""What a line can be in its column, what the costs of that depend on, and the costs of labels.

Costs are rough negative log likelihoods, in nats.
"""

import enum
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.text.metrics import Extent
from broadsheet.ingest.typeset.moves import NEVER, Move
from broadsheet.model.page_reading import Role

_INTERRUPTED = 2.0  # a label between two lines of a paragraph
_ONLY_HINTED = 1.0  # a label by a role that is only a hint

_PASSING = frozenset({Role.FURNITURE, Role.TEASER, Role.CAPTION})

Costs = npt.NDArray[np.float64]


class IndentMode(enum.StrEnum):
    """How the first-line indent of print shows in the raw text.

    KEPT: as spaces. LOST: only as a shorter first line. NONE: the page prints no indent. UNBROKEN: the raw text has no
    printed line ends, and each raw line is a whole paragraph.
    """

    KEPT = "kept"
    LOST = "lost"
    NONE = "none"
    UNBROKEN = "unbroken"


class Setting(msgspec.Struct, frozen=True):
    """A piece with what its costs depend on.

    `own` is its width and `more` its width with the next unbreakable token, in em. `previous_role` and `next_role` are the
    roles of its neighbours. `join` is the evidence, in nats, that the next piece continues it. `after_blank` says that a
    blank line sets it apart from the piece above, on a page where blank lines are rare; `beside_capitals` that a line of
    capitals stands above or below it; `at_top` that no text stands above it, so that it may continue another page;
    `before_sentence` that the line below begins with a word that begins a sentence; `unparted` that a
    sentence ends above it and no blank line follows, on a page whose paragraphs blank lines part; `after_stop` that a
    sentence ends above it, on a ragged page; `in_name` that the line above may be text and ends in a capitalised word; `repeated_below`
    that the text below the line, or below it and its neighbours, repeats a word of it; `without_stops` that such lines, or those over
    bylines, are in small letters on this page, so that its headlines end in no full stop; `over_byline` that nothing but such lines
    stands between it and a byline, below the end of a text.
    `next_opening` is how the next piece
    opens. `begins_point` says that it begins with the number of a point (一、), `before_point` that the next piece does,
    `among_points` both of it and a neighbour.
    """

    piece: Piece
    own: Extent
    more: Extent
    previous_role: Role | None
    next_role: Role | None
    join: float = 0.0
    after_blank: bool = False
    beside_capitals: bool = False
    at_top: bool = False
    next_opening: str = ""
    before_sentence: bool = False
    over_byline: bool = False
    after_stop: bool = False
    in_name: bool = False
    repeated_below: bool = False
    without_stops: bool = False
    unparted: bool = False
    begins_point: bool = False
    before_point: bool = False
    among_points: bool = False


def label_costs(settings: Sequence[Setting], measures: int) -> Costs:
    """Return `costs[line, move, measure]` with the costs of labels, and NEVER for all other moves."""
    costs = np.full((len(settings), len(Move), measures), NEVER)
    for n, piece in enumerate(setting.piece for setting in settings):
        if piece.role is not None:
            hinted = 0.0 if piece.sure else _ONLY_HINTED
            passing = _INTERRUPTED if piece.role in _PASSING or _is_credit_of_caption(settings[n]) else NEVER
            costs[n, Move.LABEL], costs[n, Move.PASSING] = hinted, passing + hinted
    return costs


def _is_credit_of_caption(setting: Setting) -> bool:
    return setting.piece.role is Role.PHOTO_CREDIT and setting.previous_role is Role.CAPTION


def text_lines(settings: Sequence[Setting]) -> list[int]:
    """Return the indices of the lines that may be text: those without a sure role."""
    return [n for n, setting in enumerate(settings) if setting.piece.role is None or not setting.piece.sure]


def column(figures: Iterable[float]) -> Costs:
    """Return `figures`, one a line, as an array of shape (lines, 1), to be broadcast against the measures."""
    return np.array(list(figures), dtype=np.float64)[:, None]
