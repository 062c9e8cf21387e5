"""Only five falling weights are a ranking as published."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.law.terms.ranking import Fault, Ranking, Sort, Told, constraints

WEIGHTS = st.lists(st.integers(-2, 9), max_size=7)


@settings(deadline=None)
@given(WEIGHTS, st.booleans())
def test_weights_fall_strictly_and_stay_above_nothing(weights: list[int], paid: bool) -> None:
    faults = constraints(
        Ranking(
            window_days=30,
            label_from_the_same_count=True,
            counts_cancelled=False,
            counts_mystery=False,
            sorts=frozenset(Sort),
            sorts_beside_results=True,
            winners=1,
            others_reachable=True,
            price_counts=True,
            weights=tuple(weights),
            text_from_configuration=True,
            told=frozenset(Told),
            paid=paid,
        )
    ).faults
    sound = len(weights) == 5 and min(weights, default=0) > 0 and len(set(weights)) == 5
    assert (Fault.WEIGHTS not in faults) == (sound and weights == sorted(weights, reverse=True))
    assert (Fault.PAID in faults) == paid
