"""The typesetter's view of a page: each line as the first, middle or last of a paragraph, or as display."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

import msgspec
import numpy as np

from broadsheet.ingest.edges import OpenEnds, edges_before
from broadsheet.ingest.joins import Joins
from broadsheet.ingest.labels import Piece
from broadsheet.ingest.letter_costs import letter_costs
from broadsheet.ingest.letter_lines import letter_measures, letter_settings
from broadsheet.ingest.line_costs import NEVER, Costs, IndentMode, Move, Setting, line_costs
from broadsheet.ingest.measures import candidate_measures
from broadsheet.ingest.metrics import extent, token_finder
from broadsheet.ingest.programme import Choice, cheapest, least_cost
from broadsheet.ingest.seams import Seams, find_seams
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.script import Script

_CLOSE = (
    10.0  # how much dearer an indent mode may be, and still turn out the page's when its columns break off
)
_KEPT_SHARE = 0.08  # of the lines begin with white space, where the printed indent came through


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


class Craft(NamedTuple):
    """How a script is set: what its lines measure, which measures they gather round, and what reading them costs."""

    settings: Callable[[Sequence[Piece], Lexicon], tuple[Setting, ...]]
    measures: Callable[[Sequence[Setting]], tuple[float, ...]]
    costs: Callable[[Setting, Costs, IndentMode, Lexicon], dict[Move, Costs | float]]


def typeset(pieces: Sequence[Piece], lexicon: Lexicon, script: Script) -> tuple[SetLine, ...]:
    """Read `pieces` in the indent mode that explains the page best."""
    if not pieces:
        return ()
    craft = CRAFTS[script]
    settings = craft.settings(pieces, lexicon)
    measures = craft.measures(settings)
    seams = find_seams(pieces, Joins.of((piece.text for piece in pieces), lexicon.pairs))
    open_ends = OpenEnds(tuple(seams.links))
    edges = [edges_before(n, setting, seams, open_ends) for n, setting in enumerate(settings)]
    modes = [_emissions(craft, settings, measures, mode, lexicon) for mode in _modes(pieces)]
    readings = [cheapest(emissions, edges, len(open_ends)) for emissions in _likely(modes, settings)]
    _, choices = min(readings, key=itemgetter(0))
    return tuple(_set_line(pieces, n, choice, measures) for n, choice in enumerate(choices))


def _likely(modes: Sequence[Costs], settings: Sequence[Setting]) -> Sequence[Costs]:
    """Return the costs in those indent modes that may be the page's, as it reads when all columns run straight on."""
    if len(modes) == 1:
        return modes
    none, unbroken = OpenEnds(()), Seams.none(len(settings))
    edges = [edges_before(n, setting, unbroken, none) for n, setting in enumerate(settings)]
    totals = [least_cost(emissions, edges, len(none)) for emissions in modes]
    most = min(totals) + _CLOSE
    return [emissions for emissions, total in zip(modes, totals, strict=True) if total < most]


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


def _emissions(
    craft: Craft, settings: Sequence[Setting], measures: Sequence[float], mode: IndentMode, lexicon: Lexicon
) -> Costs:
    """Return the cost of each move of each line in each measure."""
    costs = np.full((len(settings), len(Move), len(measures)), NEVER)
    for n, setting in enumerate(settings):
        for move, cost in craft.costs(setting, np.array(measures), mode, lexicon).items():
            costs[n, move] = cost
    return costs


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


def _hanzi_costs(
    setting: Setting, measures: Costs, mode: IndentMode, lexicon: Lexicon
) -> dict[Move, Costs | float]:
    return line_costs(setting, measures, mode, lexicon.characters)


CRAFTS = {
    Script.HAN: Craft(_settings, candidate_measures, _hanzi_costs),
    Script.LETTERS: Craft(letter_settings, letter_measures, letter_costs),
}
