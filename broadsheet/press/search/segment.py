"""A segment of the index: the articles of one period, as a contents file and leaves of postings.

A posting is a slot: twelve times the article's number in the segment, plus the position of the key in the text modulo
twelve. The slots of neighbouring keys differ by one, so that a phrase is told from its parts without a text. Leaves hold
the postings of keys in their order; the contents say with which key each begins. All of it is in bits (`bits`).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, pairwise
from math import isqrt
from operator import sub
from typing import NamedTuple

from broadsheet.press.files.digest import digest
from broadsheet.press.search.bits import exp_golomb, packed_bits, sorted_list
from broadsheet.press.search.keys import Scheme, name_key
from broadsheet.press.search.text import SearchText

SLOTS = 12
"""The slots of an article. With more of them fewer articles have the pairs of a phrase and not the phrase, but each posting is longer."""

_CONTENTS = "contents.bin"
_VERSION_LETTERS = 10
# The least bytes of a leaf: files are not free, and a new edition's should be few.
_LEAST_LEAF = 1_000
_COUNT_ORDER = 8  # of the codes for numbers of leaves

Editions = Sequence[tuple[dt.date, Sequence[SearchText]]]
"""The texts of the articles of editions in print order, oldest edition first, each with the edition's date."""


class Segment(NamedTuple):
    """A segment: the digest of its bytes, which its address holds, its number of articles, and its files by name."""

    version: str
    articles: int
    files: dict[str, bytes]


class _Leaf(NamedTuple):
    first: int
    data: bytes


def segment(editions: Editions, scheme: Scheme) -> Segment:
    """Return the segment of the articles of `editions`."""
    texts = [text for _, found in editions for text in found]
    postings = _postings(texts, scheme)
    keys = sorted(postings)
    order = _key_order(keys)
    lists = ((key, _slots(postings[key])) for key in keys)
    coder = _Coder(SLOTS * len(texts), order, _leaf_bits(sum(map(len, postings.values()))))
    leaves = list(_leaves(lists, coder))
    files = {_CONTENTS: _contents(editions, leaves, order)}
    files.update((f"{number}.bin", leaf.data) for number, leaf in enumerate(leaves))
    return Segment(digest(files.values())[:_VERSION_LETTERS], len(texts), files)


def _postings(texts: Iterable[SearchText], scheme: Scheme) -> dict[int, list[int]]:
    postings: defaultdict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        slots = tuple(range(number * SLOTS, (number + 1) * SLOTS))
        for key, slot in zip(scheme.keys(text.text), cycle(slots), strict=False):
            if key:
                postings[key].append(slot)
        for name in text.names:
            postings[name_key(name)].append(slots[0])
    return postings


def _slots(found: list[int]) -> list[int]:
    """Return slots sorted, each once; most keys have a single one."""
    return sorted(set(found)) if len(found) > 1 else found


def _key_order(keys: Sequence[int]) -> int:
    """Return the order of codes for the gaps of keys: that which suits their median."""
    gaps = sorted(after - key for key, after in pairwise(keys))
    return max(0, gaps[len(gaps) // 2].bit_length() - 1) if gaps else 0


class _Coder(NamedTuple):
    """How leaves are coded: slots are below `universe`, gaps of keys have codes of `order`, a leaf is cut at `leaf_bits`."""

    universe: int
    order: int
    leaf_bits: int


def _leaf_bits(postings: int) -> int:
    """Return the bits at which a leaf is cut.

    A query reads the contents, some 3 bytes a leaf, and some two leaves; a posting takes some 1.6 bytes. Both together are
    least where a leaf has the square root of 2.5 times the postings as its bytes.
    """
    return 8 * max(_LEAST_LEAF, isqrt(5 * postings // 2))


def _leaves(postings: Iterable[tuple[int, list[int]]], coder: _Coder) -> Iterator[_Leaf]:
    parts: list[str] = []
    first = before = size = 0
    for key, slots in postings:
        if not parts:
            first = before = key
        parts += (exp_golomb(key - before, coder.order), sorted_list(slots, coder.universe))
        size += len(parts[-2]) + len(parts[-1])
        before = key
        if size >= coder.leaf_bits:
            yield _leaf(first, parts)
            parts, size = [], 0
    if parts:
        yield _leaf(first, parts)


def _leaf(first: int, parts: list[str]) -> _Leaf:
    return _Leaf(first, packed_bits((exp_golomb(len(parts) // 2), *parts)))


def _contents(editions: Editions, leaves: Sequence[_Leaf], order: int) -> bytes:
    """Return the contents: the articles of each edition, then the order of gaps and the first key of each leaf."""
    parts = [exp_golomb(len(editions))]
    before = 0
    for date, texts in editions:
        parts += (exp_golomb(date.toordinal() - before, 1), exp_golomb(len(texts)), *_addresses(texts))
        before = date.toordinal()
    firsts = [leaf.first for leaf in leaves]
    between = _key_order(firsts)
    parts += (exp_golomb(order), exp_golomb(between), exp_golomb(len(leaves), _COUNT_ORDER))
    parts += (exp_golomb(gap, between) for gap in map(sub, firsts, (0, *firsts)))
    return packed_bits(parts)


def _addresses(texts: Iterable[SearchText]) -> Iterator[str]:
    """Yield the pages and orders of articles in print order, as steps from one to the next."""
    page = order = 0
    for text in texts:
        if text.page != page:
            order = 0
        yield exp_golomb(text.page - page) + exp_golomb(text.order - order - 1)
        page, order = text.page, text.order
