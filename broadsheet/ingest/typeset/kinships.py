"""Are the lines that end here and those that begin there of one story? The log odds, by the signs that both have."""

import re
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from broadsheet.ingest.text.topics import signs
from broadsheet.ingest.typeset.arrays import Numbers, Weights

FARTHEST = 400  # lines of text from a break to where the text is taken up: a page has hardly more

_WINDOW = 6  # lines on each side of a seam whose words are compared
# Log odds that two windows are of one story: _STRANGERS where they share nothing, and rising with the logarithm of
# what they share, counted in signs that stand on one line only. Fitted on typeset pages and rounded.
_STRANGERS = -3.1
_SHARED = 2.7
_KIN_MOST = 4.0

_FIRST, _LAST = 0x3400, 0x9FFF  # hanzi
_HANZI = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]+")


class _Places(msgspec.Struct, frozen=True):
    """Where signs stand: the number of each, the first of its lines and the last."""

    sign: Numbers
    first: Numbers
    last: Numbers


def kinships(lines: Sequence[str]) -> Weights:
    """Return, for each line and each distance down the page, the log odds that two windows are of one story.

    The first window ends with the line, the second begins so many lines below.
    """
    places = _places(lines)
    sizes = _sizes(places, len(lines))
    before, after = _windows(places, sizes > 0, len(lines))
    weighed = before.multiply(sizes).tocsr()
    far = min(len(lines), FARTHEST)
    kin = np.full((len(lines), far), _STRANGERS)
    for top in range(0, len(lines), far):
        shared = (weighed[top : top + far] @ after[top : top + 2 * far].T).toarray()
        odds = np.minimum(_KIN_MOST, _STRANGERS + _SHARED * np.log1p(shared))
        for n, row in enumerate(odds):
            kin[top + n, : len(row[n : n + far])] = row[n : n + far]
    return kin


def _places(lines: Sequence[str]) -> _Places:
    """Find the pairs and triples of neighbouring hanzi, over the ends of lines too, and each line's words and figures."""
    codes = np.frombuffer("".join(lines).encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    line = np.repeat(np.arange(len(lines)), [len(text) for text in lines])
    hanzi = (codes >= _FIRST) & (codes <= _LAST)
    paired = hanzi[:-1] & hanzi[1:]
    two, three = np.flatnonzero(paired), np.flatnonzero(paired[:-1] & paired[1:])
    pairs = codes[two] << 16 | codes[two + 1]
    triples = codes[three] << 32 | codes[three + 1] << 16 | codes[three + 2]
    _, sign = np.unique(np.concatenate([pairs, triples]), return_inverse=True)
    words = [(word, n) for n, text in enumerate(lines) for word in signs(_HANZI.sub(" ", text))]
    number = {word: n for n, word in enumerate(dict.fromkeys(word for word, _ in words), len(sign))}
    others = np.array([n for _, n in words], dtype=np.intp)
    return _Places(
        sign=np.concatenate([sign, np.array([number[word] for word, _ in words], dtype=np.intp)]),
        first=np.concatenate([line[two], line[three], others]),
        last=np.concatenate([line[two + 1], line[three + 2], others]),
    )


def _sizes(places: _Places, lines: int) -> Weights:
    """Return the weight of each sign as `topics` has it, in that of one on one line only, which is left out here."""
    inside = places.first == places.last
    _, counted = _distinct(places.first[inside], places.sign[inside])
    count = np.bincount(counted, minlength=int(places.sign.max(initial=-1)) + 1)
    return np.where(count > 1, np.log((lines + 1) / np.maximum(count, 1)) / np.log(lines + 1), 0.0)


def _windows(places: _Places, common: npt.NDArray[np.bool_], lines: int) -> tuple[csr_array, csr_array]:
    """Return which common signs stand in the window that ends with each line, and in the one that begins with it."""
    known = common[places.sign]
    sign, first, last = (np.tile(of[known], _WINDOW) for of in (places.sign, places.first, places.last))
    step = np.repeat(np.arange(_WINDOW), known.sum())
    before, after = last + step, first - step
    ends = (before - first < _WINDOW) & (before < lines)
    begins = (last - after < _WINDOW) & (after >= 0)
    shape = (lines, len(common))
    return _table(before[ends], sign[ends], shape), _table(after[begins], sign[begins], shape)


def _table(line: Numbers, sign: Numbers, shape: tuple[int, int]) -> csr_array:
    at = _distinct(line, sign)
    return csr_array((np.ones(len(at[0])), at), shape=shape)


def _distinct(line: Numbers, sign: Numbers) -> tuple[Numbers, Numbers]:
    """Return each line and sign that come together, once."""
    width = int(sign.max(initial=0)) + 1
    found = np.unique(line * width + sign)
    return found // width, found % width
