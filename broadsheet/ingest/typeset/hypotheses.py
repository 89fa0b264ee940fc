"""Hypotheses about how a page was set, each with the costs of every move on every line.

A hypothesis is a width of punctuation and a form of the first-line indent. The page itself shows which one is true:
under the true one, lines end where they must.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec
import numpy as np

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.typeset.hanzi_costs import hanzi_costs
from broadsheet.ingest.typeset.hanzi_lines import hanzi_measures, hanzi_settings
from broadsheet.ingest.typeset.hanzi_word_costs import INDENT
from broadsheet.ingest.typeset.joins import Joins
from broadsheet.ingest.typeset.letter_costs import letter_costs
from broadsheet.ingest.typeset.letter_lines import letter_measures, letter_settings
from broadsheet.ingest.typeset.line_costs import Costs, IndentMode, Setting
from broadsheet.ingest.typeset.programme import least_costs
from broadsheet.ingest.typeset.transitions import straight_on
from broadsheet.lexicon.hyphens import HYPHENS
from broadsheet.lexicon.patterns import Face, Lexicon
from broadsheet.model.script import Script

_CLOSE = 6.0  # by how much a hypothesis may cost more before breaks are considered, and still be kept
_KEPT_SHARE = 0.08  # least share of indented lines on a page whose raw text kept the indent
_FLUSH_MOST = 0.1  # share of whole paragraphs without an indent on such a page
_WORD = 1.5  # nats; two hanzi that follow each other with more are a word
_DIVIDED_LEAST = 2  # lines that end inside a word; headlines may seem to by chance
_DIVIDED_SHARE = 0.15  # the same, of the lines that end no sentence
_TYPEWRITER = Face({}, 0.5)  # a raw text whose lines were filled by the number of characters
_PRIORS = {IndentMode.NONE: 3.0}  # few papers print no indent


class Hypothesis(msgspec.Struct, frozen=True):
    """The lines of a page as measured under one hypothesis, its measures in em, and `costs[line, move, measure]`.

    `prior` is the cost of the hypothesis itself, before any line is considered.
    """

    settings: tuple[Setting, ...]
    measures: tuple[float, ...]
    costs: Costs
    prior: float


class ScriptModel(NamedTuple):
    """The functions for pages in one script.

    `settings` measures the lines, once for each width of punctuation; `measures` finds the measures of the columns;
    `costs` gives the costs of moves by [line, move, measure]; `modes` lists the indent modes that are possible.
    """

    settings: Callable[[Sequence[Piece], Joins, Lexicon], Sequence[tuple[Setting, ...]]]
    measures: Callable[[Sequence[Setting]], tuple[float, ...]]
    costs: Callable[[Sequence[Setting], Sequence[float], IndentMode, Lexicon], Costs]
    modes: Callable[[Sequence[Piece], Lexicon], tuple[IndentMode, ...]]


def likely_hypotheses(
    pieces: Sequence[Piece], joins: Joins, lexicon: Lexicon, script: Script
) -> list[Hypothesis]:
    """Return the hypotheses that may be true, judged by the cheapest reading in which all columns run straight on."""
    hypotheses = _hypotheses(pieces, joins, lexicon, SCRIPT_MODELS[script])
    if len(hypotheses) == 1:
        return hypotheses
    between = straight_on(hypotheses[0].settings, len(hypotheses))
    totals = np.array([hypothesis.prior for hypothesis in hypotheses]) + least_costs(
        [hypothesis.costs for hypothesis in hypotheses], between
    )
    most = totals.min() + _CLOSE
    return [hypothesis for hypothesis, total in zip(hypotheses, totals.tolist(), strict=True) if total < most]


def _hypotheses(
    pieces: Sequence[Piece], joins: Joins, lexicon: Lexicon, model: ScriptModel
) -> list[Hypothesis]:
    hypotheses: list[Hypothesis] = []
    for settings in model.settings(pieces, joins, lexicon):
        measures = model.measures(settings)
        for mode in model.modes(pieces, lexicon):
            costs = model.costs(settings, measures, mode, lexicon)
            hypotheses.append(Hypothesis(settings, measures, costs, _PRIORS.get(mode, 0.0)))
    return hypotheses


def _indent_modes(pieces: Sequence[Piece], _lexicon: Lexicon) -> tuple[IndentMode, ...]:
    kept = sum(piece.indent >= 2 for piece in pieces)
    if kept >= max(2, _KEPT_SHARE * len(pieces)):
        return (IndentMode.KEPT,)
    return (IndentMode.LOST, IndentMode.NONE)


def _hanzi_modes(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[IndentMode, ...]:
    """Return the possible indent modes; if half of the lines end a sentence, each line may be a whole paragraph.

    It is none where lines end inside words. Where the raw text kept indents, whole paragraphs must have them.
    """
    text = [piece for piece in pieces if piece.role is None]
    ending = [piece for piece in text if lexicon.characters.ends_sentence(piece.text)]
    modes = _indent_modes(pieces, lexicon)
    flush = sum(piece.indent < INDENT for piece in ending) if modes == (IndentMode.KEPT,) else 0
    divided = _divided(text, lexicon) >= max(_DIVIDED_LEAST, _DIVIDED_SHARE * (len(text) - len(ending)))
    whole = 2 * len(ending) >= len(text) and flush <= _FLUSH_MOST * len(ending) and not divided
    return (*modes, IndentMode.UNBROKEN) if whole else modes


def _divided(text: Sequence[Piece], lexicon: Lexicon) -> int:
    """Return how many lines end inside a word that the next line goes on with."""
    ends = ((one.text[-1], other.text[0]) for one, other in pairwise(text))
    return sum(lexicon.pairs.after(last, first).get(first, 0.0) > _WORD for last, first in ends)


def _letter_settings(
    pieces: Sequence[Piece], _joins: Joins, lexicon: Lexicon
) -> tuple[tuple[Setting, ...], ...]:
    """Return the settings of `pieces` in a roman face, and in one of a single width where no word is divided."""
    ragged = not any(piece.text[-1] in HYPHENS for piece in pieces)
    faces = (lexicon.face, _TYPEWRITER) if ragged else (lexicon.face,)
    return tuple(letter_settings(pieces, lexicon, face, ragged=ragged) for face in faces)


SCRIPT_MODELS = {
    Script.HAN: ScriptModel(hanzi_settings, hanzi_measures, hanzi_costs, _hanzi_modes),
    Script.LETTERS: ScriptModel(_letter_settings, letter_measures, letter_costs, _indent_modes),
}
