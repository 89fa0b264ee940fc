"""Log odds that two runs of lines are of one story, from the terms that both contain."""

import re
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from broadsheet.ingest.text.terms import terms
from broadsheet.ingest.typeset.arrays import Indices, Weights

FARTHEST = 400  # lines of text between a break and its resumption; hardly any page has more lines

_WINDOW = 6  # lines that are compared on each side
# The log odds rise with the logarithm of the shared weight, counted in terms that one line contains. Fitted on typeset
# pages and rounded.
_NOTHING_SHARED = -3.1
_SHARED = 2.7
_MOST = 4.0

_FIRST, _LAST = 0x3400, 0x9FFF  # hanzi
_HANZI = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]+")


class _Occurrences(msgspec.Struct, frozen=True):
    """The occurrences of terms, in three arrays of one length: the term's number, its first line and its last."""

    term: Indices
    first: Indices
    last: Indices


def similarities(lines: Sequence[str]) -> Weights:
    """Return an array of shape (lines, distances): the log odds that two windows of lines are of one story.

    Entry [n, d] compares the window that ends with line n and the one that begins d lines below it.
    """
    found = _occurrences(lines)
    weights = _weights(found, len(lines))
    before, after = _windows(found, weights > 0, len(lines))
    weighed = before.multiply(weights).tocsr()
    far = min(len(lines), FARTHEST)
    similar = np.full((len(lines), far), _NOTHING_SHARED)
    for top in range(0, len(lines), far):
        shared = (weighed[top : top + far] @ after[top : top + 2 * far].T).toarray()
        odds = np.minimum(_MOST, _NOTHING_SHARED + _SHARED * np.log1p(shared))
        for n, row in enumerate(odds):
            similar[top + n, : len(row[n : n + far])] = row[n : n + far]
    return similar


def _occurrences(lines: Sequence[str]) -> _Occurrences:
    """Return the occurrences of the terms of `lines`: those of `terms`, and hanzi pairs and triples over line ends."""
    codes = np.frombuffer("".join(lines).encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    line = np.repeat(np.arange(len(lines)), [len(text) for text in lines])
    hanzi = (codes >= _FIRST) & (codes <= _LAST)
    paired = hanzi[:-1] & hanzi[1:]
    two, three = np.flatnonzero(paired), np.flatnonzero(paired[:-1] & paired[1:])
    pairs = codes[two] << 16 | codes[two + 1]
    triples = codes[three] << 32 | codes[three + 1] << 16 | codes[three + 2]
    _, term = np.unique(np.concatenate([pairs, triples]), return_inverse=True)
    words = [(word, n) for n, text in enumerate(lines) for word in terms(_HANZI.sub(" ", text))]
    number = {word: n for n, word in enumerate(dict.fromkeys(word for word, _ in words), len(term))}
    others = np.array([n for _, n in words], dtype=np.intp)
    return _Occurrences(
        term=np.concatenate([term, np.array([number[word] for word, _ in words], dtype=np.intp)]),
        first=np.concatenate([line[two], line[three], others]),
        last=np.concatenate([line[two + 1], line[three + 2], others]),
    )


def _weights(found: _Occurrences, lines: int) -> Weights:
    """Return the weight of each term, from 0 to 1, as `TermWeights` has it; 0 for a term that one line contains."""
    inside = found.first == found.last
    _, counted = _distinct(found.first[inside], found.term[inside])
    count = np.bincount(counted, minlength=int(found.term.max(initial=-1)) + 1)
    return np.where(count > 1, np.log((lines + 1) / np.maximum(count, 1)) / np.log(lines + 1), 0.0)


def _windows(found: _Occurrences, common: npt.NDArray[np.bool_], lines: int) -> tuple[csr_array, csr_array]:
    """Return two arrays of shape (lines, terms), 1 where a `common` term stands in a window.

    The windows of the first array end with the line, those of the second begin with it.
    """
    known = common[found.term]
    term, first, last = (np.tile(of[known], _WINDOW) for of in (found.term, found.first, found.last))
    step = np.repeat(np.arange(_WINDOW), known.sum())
    before, after = last + step, first - step
    ends = (before - first < _WINDOW) & (before < lines)
    begins = (last - after < _WINDOW) & (after >= 0)
    shape = (lines, len(common))
    return _table(before[ends], term[ends], shape), _table(after[begins], term[begins], shape)


def _table(line: Indices, term: Indices, shape: tuple[int, int]) -> csr_array:
    at = _distinct(line, term)
    return csr_array((np.ones(len(at[0])), at), shape=shape)


def _distinct(line: Indices, term: Indices) -> tuple[Indices, Indices]:
    """Return the pairs of line and term without repeats."""
    width = int(term.max(initial=0)) + 1
    found = np.unique(line * width + term)
    return found // width, found % width
