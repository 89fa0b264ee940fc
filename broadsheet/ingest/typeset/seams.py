"""Seams: where a column's text may break off, and where it may be taken up again, with what that would cost.

On a page of several columns the lines of one story may stop anywhere; another story's lines follow, and the first
is taken up further down. Nothing but the text itself says so: words that do not join, and another topic.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
import numpy as np

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.typeset.arrays import Numbers, Weights
from broadsheet.ingest.typeset.joins import Joins
from broadsheet.ingest.typeset.kinships import kinships
from broadsheet.ingest.typeset.line_costs import NEVER

_INTERLEAVED = 9.0  # what an interleave costs before any evidence: most columns run straight
_HOPELESS = -2.0  # evidence against a link that no other evidence outweighs
_PROMISING = 2.0  # what must speak for an open end, all told, to be kept in mind
_MOST_ENDS = 40
_FEWEST = 3  # lines of text: two stories, and the first again


class Seams(msgspec.Struct, frozen=True):
    """What the seams of a page cost, by the indices of its lines.

    `parting[i]` is the cost of leaving the text after line i for that of the line below, `strange[i]` of coming to line i
    from the line above; both fall below 0 where the lines do not belong together. `links[e][i]` is the cost of
    taking up at line i the paragraph that breaks off after line e.
    """

    parting: Weights
    strange: Weights
    links: dict[int, Weights]

    @classmethod
    def none(cls, lines: int) -> "Seams":
        """Return the seams of a page of `lines` lines whose columns all run straight on."""
        return cls(np.zeros(lines), np.zeros(lines), {})


def find_seams(pieces: Sequence[Piece], joins: Joins) -> Seams:
    """Weigh every seam between the lines of a page.

    Columns run straight on where there is nothing to tell stories by: no pairs of the language, or lines of which most
    look like strangers to the next.
    """
    text = [n for n, piece in enumerate(pieces) if piece.role is None or not piece.sure]
    if not joins.known or len(text) < _FEWEST:
        return Seams.none(len(pieces))
    kin = kinships([pieces[n].text for n in text])
    neighbours = kin[:-1, 1]
    if np.median(neighbours) < 0:
        return Seams.none(len(pieces))
    parting, strange = np.zeros(len(pieces)), np.zeros(len(pieces))
    for (line, below), kinship in zip(pairwise(text), neighbours.tolist(), strict=True):
        beside = below == line + 1
        parting[line] = kinship + beside * joins.evidence(line, below)
        strange[below] = kinship
    lines = np.array(text)
    hopes = [_hope(joins, lines[at:], kin[at], strange) - parting[line] for at, line in enumerate(text)]
    promising = [at for at, hope in enumerate(hopes) if hope > _PROMISING]
    ends = sorted(promising, key=hopes.__getitem__, reverse=True)[:_MOST_ENDS]
    links = {text[at]: _costs(joins, lines[at:], kin[at], len(pieces)) for at in ends}
    return Seams(parting, strange, links)


def _hope(joins: Joins, lines: Numbers, kin: Weights, strange: Weights) -> float:
    """Return how much speaks at best for taking up `lines[0]` further down, rather than for what is above there."""
    below, weights = _evidence(joins, lines, kin)
    return float((weights - strange[below]).max(initial=-NEVER))


def _costs(joins: Joins, lines: Numbers, kin: Weights, count: int) -> Weights:
    """Return the cost, by line of the page, of taking up `lines[0]`."""
    costs = np.full(count, NEVER)
    below, weights = _evidence(joins, lines, kin)
    costs[below] = _INTERLEAVED - weights
    return costs


def _evidence(joins: Joins, lines: Numbers, kin: Weights) -> tuple[Numbers, Weights]:
    """Return the lines that may take up `lines[0]`, and the evidence that each goes on from it."""
    below = lines[2 : len(kin)]
    weights = kin[2 : len(lines)] + joins.row(int(lines[0]), below)
    hopeful = weights > _HOPELESS
    return below[hopeful], weights[hopeful]
