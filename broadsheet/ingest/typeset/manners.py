"""Manners: the ways in which a page may have been set, each with what every move of every line costs in it.

A manner is how wide marks are and how the printed indent came through. The page itself tells which one it is: in the
right one its lines end where they must.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.typeset.edges import straight_on
from broadsheet.ingest.typeset.hanzi_costs import hanzi_costs
from broadsheet.ingest.typeset.hanzi_lines import hanzi_measures, hanzi_settings
from broadsheet.ingest.typeset.joins import Joins
from broadsheet.ingest.typeset.letter_costs import letter_costs
from broadsheet.ingest.typeset.letter_lines import letter_measures, letter_settings
from broadsheet.ingest.typeset.line_costs import Costs, IndentMode, Setting, ends_sentence
from broadsheet.ingest.typeset.programme import least_costs
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.script import Script

_CLOSE = 6.0  # how much dearer a manner may be, and still turn out the page's when its columns break off
_KEPT_SHARE = 0.08  # of the lines begin with white space, where the printed indent came through
_RARITY = {IndentMode.NONE: 3.0}  # few papers print no indent


class Manner(msgspec.Struct, frozen=True):
    """A page's lines as measured in one manner, the measures, and `costs[line, move, measure]`.

    `rarity` is the cost of the manner itself, before any line is looked at.
    """

    settings: tuple[Setting, ...]
    measures: tuple[float, ...]
    costs: Costs
    rarity: float


class Craft(NamedTuple):
    """How a script is set: what its lines may measure, which measures they gather round, and what reading them costs."""

    settings: Callable[[Sequence[Piece], Joins, Lexicon], Sequence[tuple[Setting, ...]]]
    measures: Callable[[Sequence[Setting]], tuple[float, ...]]
    costs: Callable[[Sequence[Setting], Sequence[float], IndentMode, Lexicon], Costs]
    modes: Callable[[Sequence[Piece], Lexicon], tuple[IndentMode, ...]]


def likely_manners(pieces: Sequence[Piece], joins: Joins, lexicon: Lexicon, script: Script) -> list[Manner]:
    """Return the manners that may be the page's, as it reads when all columns run straight on."""
    manners = _manners(pieces, joins, lexicon, CRAFTS[script])
    if len(manners) == 1:
        return manners
    between = straight_on(manners[0].settings, len(manners))
    totals = np.array([manner.rarity for manner in manners]) + least_costs(
        [manner.costs for manner in manners], between
    )
    most = totals.min() + _CLOSE
    return [manner for manner, total in zip(manners, totals.tolist(), strict=True) if total < most]


def _manners(pieces: Sequence[Piece], joins: Joins, lexicon: Lexicon, craft: Craft) -> list[Manner]:
    manners: list[Manner] = []
    for settings in craft.settings(pieces, joins, lexicon):
        measures = craft.measures(settings)
        for mode in craft.modes(pieces, lexicon):
            costs = craft.costs(settings, measures, mode, lexicon)
            manners.append(Manner(settings, measures, costs, _RARITY.get(mode, 0.0)))
    return manners


def _indent_modes(pieces: Sequence[Piece], _lexicon: Lexicon) -> tuple[IndentMode, ...]:
    kept = sum(piece.indent >= 2 for piece in pieces)
    if kept >= max(2, _KEPT_SHARE * len(pieces)):
        return (IndentMode.KEPT,)
    return (IndentMode.LOST, IndentMode.NONE)


def _hanzi_modes(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[IndentMode, ...]:
    """Return the indent modes; where half of the lines end a sentence, they may be whole paragraphs."""
    text = [piece.text for piece in pieces if piece.role is None]
    ending = sum(ends_sentence(line, lexicon.characters) for line in text)
    modes = _indent_modes(pieces, lexicon)
    return (*modes, IndentMode.UNBROKEN) if 2 * ending >= len(text) else modes


def _letter_settings(
    pieces: Sequence[Piece], _joins: Joins, lexicon: Lexicon
) -> tuple[tuple[Setting, ...], ...]:
    return (letter_settings(pieces, lexicon),)


CRAFTS = {
    Script.HAN: Craft(hanzi_settings, hanzi_measures, hanzi_costs, _hanzi_modes),
    Script.LETTERS: Craft(_letter_settings, letter_measures, letter_costs, _indent_modes),
}
