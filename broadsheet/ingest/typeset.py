"""The typesetter's view of a page: each line as the first, middle or last of a paragraph, or as display."""

from collections.abc import Sequence

import msgspec
import numpy as np

from broadsheet.ingest.edges import OpenEnds, edges_before
from broadsheet.ingest.joins import Joins
from broadsheet.ingest.labels import Piece
from broadsheet.ingest.line_costs import NEVER, Costs, IndentMode, Move, Setting, line_costs
from broadsheet.ingest.measures import candidate_measures
from broadsheet.ingest.metrics import extent, token_finder
from broadsheet.ingest.programme import Choice, Edges, cheapest, least_cost, move_costs
from broadsheet.ingest.seams import Seams, find_seams
from broadsheet.lexicon.patterns import Characters, Lexicon

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


class Priced(msgspec.Struct, frozen=True):
    """A line with what its costs depend on, and how much `dearer` the page is with each move there."""

    setting: Setting
    dearer: dict[Move, float]


class _Layout(msgspec.Struct, frozen=True):
    """What a page can be read as: its lines, the measures and indent modes to choose from, and what happens between."""

    settings: tuple[Setting, ...]
    measures: tuple[float, ...]
    modes: dict[IndentMode, Costs]
    edges: tuple[Edges, ...]
    sets: int


def typeset(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[SetLine, ...]:
    """Read `pieces` in the indent mode that explains the page best."""
    if not pieces:
        return ()
    layout = _lay_out(pieces, lexicon)
    _, choices = _best(layout)
    return tuple(_set_line(pieces, n, choice, layout.measures) for n, choice in enumerate(choices))


def price(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[IndentMode, tuple[Priced, ...]]:
    """Return the page's indent mode, and for each piece what every move would cost: why it was read as it was."""
    if not pieces:
        return IndentMode.NONE, ()
    layout = _lay_out(pieces, lexicon)
    mode, _ = _best(layout)
    dearer = move_costs(layout.modes[mode], layout.edges, layout.sets)
    return mode, tuple(map(Priced, layout.settings, dearer))


def _lay_out(pieces: Sequence[Piece], lexicon: Lexicon) -> _Layout:
    settings = _settings(pieces, lexicon)
    measures = candidate_measures(settings)
    modes = {mode: _emissions(settings, measures, mode, lexicon.characters) for mode in _modes(pieces)}
    seams = find_seams(pieces, Joins.of((piece.text for piece in pieces), lexicon.pairs))
    open_ends = OpenEnds(tuple(seams.links))
    edges = tuple(edges_before(n, setting, seams, open_ends) for n, setting in enumerate(settings))
    return _Layout(settings, measures, _likely(modes, settings), edges, len(open_ends))


def _best(layout: _Layout) -> tuple[IndentMode, tuple[Choice, ...]]:
    """Return the indent mode in which the page reads cheapest, and what each line does."""
    readings = {mode: cheapest(costs, layout.edges, layout.sets) for mode, costs in layout.modes.items()}
    mode = min(readings, key=lambda one: readings[one][0])
    return mode, readings[mode][1]


def _likely(modes: dict[IndentMode, Costs], settings: Sequence[Setting]) -> dict[IndentMode, Costs]:
    """Return those indent modes that may be the page's, as it reads when all columns run straight on."""
    if len(modes) == 1:
        return modes
    none, unbroken = OpenEnds(()), Seams.none(len(settings))
    edges = [edges_before(n, setting, unbroken, none) for n, setting in enumerate(settings)]
    totals = {mode: least_cost(costs, edges, len(none)) for mode, costs in modes.items()}
    most = min(totals.values()) + _CLOSE
    return {mode: costs for mode, costs in modes.items() if totals[mode] < most}


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
    settings: Sequence[Setting], measures: Sequence[float], mode: IndentMode, characters: Characters
) -> Costs:
    """Return the cost of each move of each line in each measure."""
    costs = np.full((len(settings), len(Move), len(measures)), NEVER)
    for n, setting in enumerate(settings):
        for move, cost in line_costs(setting, np.array(measures), mode, characters).items():
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
