"""Terms of texts and their weights: what two texts have in common, and how much that says.

The same page gives the same sums in every process, though sets of words have another order in each.
"""

from fractions import Fraction
from math import isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.ingest.text.terms import TermIndex, TermWeights, terms

TEXTS = ("钟楼报时", "钟楼停摆", "果园摘梨")


@given(st.lists(st.floats(0.001, 9), min_size=2, max_size=60))
def test_a_sum_of_weights_is_the_exact_one_rounded_once(weights: list[float]) -> None:
    known = {f"词{n}": weight for n, weight in enumerate(weights)}
    line = frozenset(known)
    assert TermWeights(known, 1.0).shared(line, line) == float(sum(map(Fraction, weights)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("钟", set()),
        ("钟楼", {"钟楼"}),
        ("钟楼报", {"钟楼", "楼报", "钟楼报"}),
        ("钟楼，报时", {"钟楼", "报时"}),
        ("12年1926年", {"1926"}),
        ("in Leipzig", {"in", "leipzig"}),
        ("a Œuvre ſo", {"œuvre", "ſo"}),
        ("", set()),
    ],
)
def test_the_terms_of_a_text(text: str, found: set[str]) -> None:
    assert terms(text) == found


def test_a_term_weighs_the_more_the_fewer_texts_have_it() -> None:
    weights = TermWeights.of(TEXTS)
    assert isclose(weights.rarest, log(4))
    assert isclose(weights.weights["钟楼"], log(4 / 2))
    assert isclose(weights.weights["报时"], log(4))
    assert "钟报" not in weights.weights


def test_how_much_two_texts_share() -> None:
    weights = TermWeights.of(TEXTS)
    one, other, third = map(terms, TEXTS)
    assert isclose(weights.shared(one, other), log(2))
    assert weights.shared(one, third) == 0
    assert isclose(weights.similarity(one, other), log(2) / 5)
    assert isclose(weights.similarity(terms("钟楼"), other), log(2))
    assert weights.similarity(one, frozenset()) == 0
    assert weights.shared(frozenset({"新词"}), frozenset({"新词"})) == 0


def test_how_much_of_a_line_a_text_covers() -> None:
    weights = TermWeights.of(TEXTS)
    assert weights.coverage(terms("钟楼"), terms("钟楼停摆")) == 1
    assert isclose(weights.coverage(terms("钟楼报时"), terms("钟楼停摆")), log(2) / (log(2) + 4 * log(4)))
    assert weights.coverage(terms("新词"), terms("新词")) == 0
    assert weights.coverage(frozenset(), terms("钟楼")) == 0


def test_the_texts_that_share_terms_with_a_line() -> None:
    weights = TermWeights.of(TEXTS)
    index = TermIndex.of([*map(terms, TEXTS)], weights)
    found = index.shared(terms("钟楼报时了"))
    assert found.keys() == {0, 1}
    assert isclose(found[0], log(2) + 4 * log(4))
    assert isclose(found[1], log(2))
    assert index.shared(terms("新词")) == {}


@pytest.mark.parametrize(("texts", "found"), [(64, 64), (65, 0)])
def test_a_term_of_very_many_texts_tells_none_apart(texts: int, found: int) -> None:
    weights = TermWeights.of([*TEXTS, *(f"钟楼{n}" for n in range(texts))])
    index = TermIndex.of([terms("钟楼")] * texts, weights)
    assert len(index.shared(terms("钟楼"))) == found
