"""Seams: where a column's text may break off or resume, and what each of these costs.

On a page of several columns the lines of a story may stop anywhere, lines of another story follow, and the first story
resumes further down. Only the text itself shows this: the words do not join, and the topic changes.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
import numpy as np

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.typeset.arrays import Indices, Weights
from broadsheet.ingest.typeset.joins import Joins
from broadsheet.ingest.typeset.moves import NEVER
from broadsheet.ingest.typeset.similarities import similarities

_INTERLEAVED = (
    9.0  # cost of a break and a resumption before any evidence, because most columns run straight on
)
_LEAST_EVIDENCE = -2.0  # below, a line is not tried as the continuation of another
_LEAST_GAIN = 2.0  # evidence for resuming a line that makes it worth keeping as an open end
_MOST_ENDS = 40
_FEWEST = 3  # lines of text: two stories, and the first one again


class Seams(msgspec.Struct, frozen=True):
    """The costs of breaking off and resuming on a page of n lines, in nats.

    `leave[i]` is the cost of breaking off after line i, `enter[i]` the cost of starting line i below a break; both
    arrays have n entries, and both are negative where the line and its neighbour do not belong together.
    `resume[e][i]` is the cost of resuming at line i the paragraph that breaks off after line e.
    """

    leave: Weights
    enter: Weights
    resume: dict[int, Weights]

    @classmethod
    def none(cls, lines: int) -> "Seams":
        """Return the seams of a page of `lines` lines whose columns all run straight on."""
        return cls(np.zeros(lines), np.zeros(lines), {})


def find_seams(pieces: Sequence[Piece], joins: Joins) -> Seams:
    """Return the costs of breaking off and resuming between the lines of a page.

    Columns are taken to run straight on where the text cannot tell stories apart: the language has no table of pairs, or
    most lines have nothing in common with the next.
    """
    text = [n for n, piece in enumerate(pieces) if piece.role is None or not piece.sure]
    if not joins.known or len(text) < _FEWEST:
        return Seams.none(len(pieces))
    similar = similarities([pieces[n].text for n in text])
    neighbours = similar[:-1, 1]
    if np.median(neighbours) < 0:
        return Seams.none(len(pieces))
    leave, enter = np.zeros(len(pieces)), np.zeros(len(pieces))
    for (line, below), topic in zip(pairwise(text), neighbours.tolist(), strict=True):
        adjacent = below == line + 1
        leave[line] = topic + adjacent * joins.evidence(line, below)
        enter[below] = topic
    lines = np.array(text)
    gains = [_gain(joins, lines[at:], similar[at], enter) - leave[line] for at, line in enumerate(text)]
    worth = [at for at, gain in enumerate(gains) if gain > _LEAST_GAIN]
    ends = sorted(worth, key=gains.__getitem__, reverse=True)[:_MOST_ENDS]
    resume = {text[at]: _costs(joins, lines[at:], similar[at], len(pieces)) for at in ends}
    return Seams(leave, enter, resume)


def _gain(joins: Joins, lines: Indices, similar: Weights, enter: Weights) -> float:
    """Return the best evidence that a line further down resumes `lines[0]`, less that for the line right above it."""
    below, weights = _evidence(joins, lines, similar)
    return float((weights - enter[below]).max(initial=-NEVER))


def _costs(joins: Joins, lines: Indices, similar: Weights, count: int) -> Weights:
    """Return the cost of resuming `lines[0]` at each of the `count` lines of the page."""
    costs = np.full(count, NEVER)
    below, weights = _evidence(joins, lines, similar)
    costs[below] = _INTERLEAVED - weights
    return costs


def _evidence(joins: Joins, lines: Indices, similar: Weights) -> tuple[Indices, Weights]:
    """Return the lines that may resume `lines[0]`, and the log odds that each does."""
    below = lines[2 : len(similar)]
    weights = similar[2 : len(lines)] + joins.row(int(lines[0]), below)
    possible = weights > _LEAST_EVIDENCE
    return below[possible], weights[possible]
