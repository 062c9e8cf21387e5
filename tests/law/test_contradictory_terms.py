"""What cannot be so together is refused by the name of its fields: parcels, sales, defects."""

from __future__ import annotations

import pytest

from reprise.law.reading import FactsRefused, facts_of, load
from reprise.law.registry import named


def _refused(key: str, facts: str) -> list[str]:
    with pytest.raises(FactsRefused) as refused:
        facts_of(named(key), load(facts))
    return refused.value.problems


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            "{calendar: BE, trouble: never_came, received: 2026-03-02}",
            "trouble, received: what never came was not received @ facts",
        ),
        (
            "{calendar: BE, trouble: never_came, refused: true}",
            "trouble, refused: what never came was not refused @ facts",
        ),
        (
            "{calendar: BE, trouble: damaged}",
            "trouble, received: it came on some day @ facts",
        ),
    ],
)
def test_a_parcel_came_or_it_did_not(facts: str, said: str) -> None:
    assert _refused("terms.parcels.claim", facts) == [said]
