"""Weights of terms: the same page gives the same sums in every process, though sets of words have another order in each."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.ingest.text.terms import TermWeights


@given(st.lists(st.floats(0.001, 9), min_size=2, max_size=60))
def test_a_sum_of_weights_is_the_exact_one_rounded_once(weights: list[float]) -> None:
    known = {f"词{n}": weight for n, weight in enumerate(weights)}
    line = frozenset(known)
    assert TermWeights(known, 1.0).shared(line, line) == float(sum(map(Fraction, weights)))
