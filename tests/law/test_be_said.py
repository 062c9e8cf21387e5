"""The Belgian regime says what it decided: one sentence for each thing that may be the reason."""

from __future__ import annotations

from reprise.law.be.conformity import criteria_words as criteria
from reprise.law.be.conformity.criteria import (
    Agreed,
    Agreement,
    Device,
    Expected,
    Shortfall,
    objective,
    subjective,
)
from reprise.law.provision import Decision, Sentence


def said(decision: Decision) -> list[Sentence]:
    return [each.sentence for each in decision.because]


def test_an_accessory_is_expected_and_a_quality_is_normal() -> None:
    """Art. 1649ter, § 3: 3° asks what can be expected, 4° what is normal for the type as well."""
    for what, sentence in (
        (Expected.ACCESSORIES, criteria.NOT_RECEIVED),
        (Expected.PACKAGING, criteria.NOT_RECEIVED),
        (Expected.INSTRUCTIONS, criteria.NOT_RECEIVED),
        (Expected.DURABILITY, criteria.NOT_AS_EXPECTED),
        (Expected.QUANTITY, criteria.NOT_AS_EXPECTED),
        (Expected.FITNESS, criteria.UNFIT),
    ):
        assert said(objective(Device(shortfalls=(Shortfall(what=what),)))) == [sentence]


def test_what_was_never_agreed_is_measured_otherwise() -> None:
    given = Agreement(
        agreed=frozenset({Agreed.TYPE}), lacking=frozenset({Agreed.TYPE, Agreed.QUALITY})
    )
    assert said(subjective(given)) == [criteria.NEVER_AGREED, criteria.NOT_AS_AGREED]
