"""Seams: where a column's text may break off, and where it may be taken up again, with what that would cost.

On a page of several columns the lines of one story may stop anywhere; another story's lines follow, and the first
is taken up further down. Nothing but the text itself says so: words that do not join, and another topic.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from broadsheet.ingest.joins import Joins
from broadsheet.ingest.labels import Piece
from broadsheet.ingest.line_costs import NEVER
from broadsheet.ingest.topics import Topics, signs

Weights = npt.NDArray[np.float64]

_WINDOW = 6  # lines on each side of a seam whose words are compared
# Log odds that two windows are of one story: _STRANGERS where they share nothing, and rising with the logarithm of
# what they share, counted in signs that stand on one line only. Fitted on typeset pages and rounded.
_STRANGERS = -3.1
_SHARED = 2.7
_KIN_MOST = 4.0

_INTERLEAVED = 9.0  # what an interleave costs before any evidence: most columns run straight
_HOPELESS = -2.0  # evidence against a link that no other evidence outweighs
_PROMISING = 2.0  # what must speak for an open end, all told, to be kept in mind
_MOST_ENDS = 40
_FARTHEST = 400  # lines of text from a break to where the text is taken up: a page has hardly more
_FEWEST = 3  # lines of text: two stories, and the first again


class Seams(msgspec.Struct, frozen=True):
    """What the seams of a page cost, by the indices of its lines.

    `parting[i]` is the cost of leaving the text after line i for that of the line below, `strange[i]` of coming to line i
    from the line above; both fall below 0 where the lines do not belong together. `links[e][i]` is the cost of
    taking up at line i the paragraph that breaks off after line e.
    """

    parting: tuple[float, ...]
    strange: tuple[float, ...]
    links: dict[int, tuple[float, ...]]

    @classmethod
    def none(cls, lines: int) -> "Seams":
        """Return the seams of a page of `lines` lines whose columns all run straight on."""
        return cls((0.0,) * lines, (0.0,) * lines, {})


def find_seams(pieces: Sequence[Piece], joins: Joins) -> Seams:
    """Weigh every seam between the lines of a page.

    Columns run straight on where there is nothing to tell stories by: no pairs of the language, or lines of which most
    look like strangers to the next.
    """
    text = [n for n, piece in enumerate(pieces) if piece.role is None or not piece.sure]
    if not joins.pairs.ends or len(text) < _FEWEST:
        return Seams.none(len(pieces))
    kin = _kinships([pieces[n].text for n in text])
    neighbours = kin[:-1, 1]
    if np.median(neighbours) < 0:
        return Seams.none(len(pieces))
    parting, strange = np.zeros(len(pieces)), np.zeros(len(pieces))
    for (line, below), kinship in zip(pairwise(text), neighbours.tolist(), strict=True):
        beside = below == line + 1
        parting[line] = kinship + beside * joins.evidence(pieces[line].text, pieces[below].text)
        strange[below] = kinship
    weights = {line: _row(pieces, joins, text, at, kin[at]) for at, line in enumerate(text)}
    hopes = {line: float((row - strange).max()) - parting[line] for line, row in weights.items()}
    ends = sorted((line for line in hopes if hopes[line] > _PROMISING), key=hopes.__getitem__, reverse=True)
    links = {line: _costs(weights[line]) for line in ends[:_MOST_ENDS]}
    return Seams(tuple(parting.tolist()), tuple(strange.tolist()), links)


def _row(pieces: Sequence[Piece], joins: Joins, text: Sequence[int], at: int, kin: Weights) -> Weights:
    """Return the evidence, by line, that it goes on from text line `at`; hopeless lines and those above are -NEVER."""
    row = np.full(len(pieces), -NEVER)
    for other in range(at + 2, min(len(text), at + len(kin))):
        weight = kin[other - at] + joins.evidence(pieces[text[at]].text, pieces[text[other]].text)
        row[text[other]] = weight if weight > _HOPELESS else -NEVER
    return row


def _costs(weights: Weights) -> tuple[float, ...]:
    return tuple(np.where(weights > -NEVER, _INTERLEAVED - weights, NEVER).tolist())


def _kinships(lines: Sequence[str]) -> Weights:
    """Return, for each line and each distance down the page, the log odds that two windows are of one story.

    The first window ends with the line, the second begins so many lines below.
    """
    topics = Topics.of(lines)
    common = [sign for sign, weight in topics.weights.items() if weight < topics.rarest]
    number = {sign: n for n, sign in enumerate(common)}
    sizes = np.array([topics.weights[sign] / topics.rarest for sign in common])
    before = _table((lines[max(0, n + 1 - _WINDOW) : n + 1] for n in range(len(lines))), number)
    after = _table((lines[n : n + _WINDOW] for n in range(len(lines))), number)
    weighed = before.multiply(sizes).tocsr()
    far = min(len(lines), _FARTHEST)
    shared = np.zeros((len(lines), far))
    for top in range(0, len(lines), far):
        square = (weighed[top : top + far] @ after[top : top + 2 * far].T).toarray()
        for n, row in enumerate(square):
            shared[top + n, : len(row[n : n + far])] = row[n : n + far]
    kin: Weights = np.minimum(_KIN_MOST, _STRANGERS + _SHARED * np.log1p(shared))
    return kin


def _table(windows: Iterable[Sequence[str]], number: dict[str, int]) -> csr_array:
    """Return which of the numbered signs stand in each window. Few do, so the table is sparse."""
    found = [[number[sign] for sign in signs("".join(window)) if sign in number] for window in windows]
    ends = np.cumsum([0, *map(len, found)])
    columns = np.array(list(chain.from_iterable(found)), dtype=np.intp)
    return csr_array((np.ones(len(columns)), columns, ends), shape=(len(found), len(number)))
