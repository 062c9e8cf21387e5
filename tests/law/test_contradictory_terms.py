"""What cannot be so together is refused by the name of its fields: parcels, sales, defects."""

from __future__ import annotations

from datetime import date

import pytest

from reprise.kernel.money import Money
from reprise.law.durations import Duration
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


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("0 months", "number, unit: from one to a hundred years @ facts.stated"),
        ("-24 months", "number, unit: from one to a hundred years @ facts.stated"),
        ("for life", "stated: such a time has an end @ facts"),
    ],
)
def test_a_period_that_terms_state_lasts_and_ends(stated: str, said: str) -> None:
    facts = f"{{discovered: 2026-03-02, calendar: BE, stated: {stated}}}"
    assert _refused("be.hidden_defects.time", facts) == [said]


def test_the_shortest_period_that_terms_state_is_a_day() -> None:
    facts = load("{discovered: 2026-03-02, calendar: BE, stated: 1 day}")
    hidden = named("be.hidden_defects.time")
    assert hidden.decide(facts_of(hidden, facts)).until.date() == date(2026, 3, 3)


_SUMS = {
    "price": "250.00",
    "part": "60.00",
    "damages": "100.00",
    "sale_costs": "4.90",
    "return_cost": "6.50",
}


def _claim(**sums: str) -> str:
    written = ", ".join(f"{name}: {sum_} EUR" for name, sum_ in (_SUMS | sums).items())
    return f"{{wish: keep, seller_knew: true, {written}}}"


@pytest.mark.parametrize("name", _SUMS)
def test_no_sum_of_a_hidden_defect_is_below_zero(name: str) -> None:
    """What the buyer paid, lost or spent is something or nothing (art. 1644 to 1646)."""
    found = _refused("be.hidden_defects.remedy", _claim(**{name: "-0.01"}))
    assert found == [f"not below zero: '-0.01 EUR' @ facts.{name}"]


def test_sums_of_nothing_are_taken() -> None:
    hidden = named("be.hidden_defects.remedy")
    facts = facts_of(hidden, load(_claim(**dict.fromkeys(_SUMS, "0.00"))))
    assert hidden.decide(facts).total == Money.zero("EUR")


def test_every_sum_below_zero_is_named() -> None:
    found = _refused("be.hidden_defects.remedy", _claim(part="-5.00", damages="-100.00"))
    assert found == [
        "not below zero: '-5.00 EUR' @ facts.part",
        "not below zero: '-100.00 EUR' @ facts.damages",
    ]


@pytest.mark.parametrize(
    ("price", "collected", "at", "said"),
    [
        ("300.00", "300.00", None, "collected, collected_at: what was collected was at some time"),
        ("300.00", "0.01", None, "collected, collected_at: what was collected was at some time"),
        ("300.00", "0.00", "10:05", "collected, collected_at: what was collected was at some time"),
        ("0.00", "0.00", None, "price: a sale has a price"),
    ],
)
def test_a_price_is_collected_at_some_time(
    price: str, collected: str, at: str | None, said: str
) -> None:
    when = f"2026-03-02 {at}:00 Europe/Brussels" if at else "null"
    facts = (
        f"{{price: {price} EUR, accepted: 2026-03-02 10:00:00 Europe/Brussels, "
        f"collected: {collected} EUR, collected_at: {when}}}"
    )
    assert _refused("terms.sale.final", facts) == [f"{said} @ facts"]


_BY = "guarantor: seller, runs_from: 2026-03-05"
_TWO_YEARS = "advertised: {repair: 2 years}"


@pytest.mark.parametrize(
    "promised",
    [
        "declared: {advantages: [accidents, loan]}",
        "declared: {further: [answer within two days]}",
        "declared: {excess: 5.00 EUR}",
        "declared: null, advertised: {advantages: [loan]}",
        "declared: {advantages: [loan]}, advertised: {advantages: [accidents]}",
        f"declared: {{advantages: [loan]}}, {_TWO_YEARS}, advert: later",
        f"declared: {{advantages: [loan]}}, {_TWO_YEARS}, advert: corrected",
    ],
)
def test_terms_of_a_guarantee_go_with_a_service(promised: str) -> None:
    """Decided as they were, they said that a loan for the asking is nothing."""
    said = "declared, advertised: terms go with a service that is promised for some time @ facts"
    assert _refused("be.conformity.guarantee", f"{{{_BY}, {promised}}}") == [said]


def test_terms_go_with_durability_too() -> None:
    declared = "declared: {durability: 5 years, excess: 5.00 EUR}"
    card = f"runs_from: 2026-03-05, of_durability: true, {declared}"
    binding = named("be.conformity.guarantee")
    made = binding.decide(facts_of(binding, load(f"{{guarantor: producer, {card}}}")))
    assert (made.durability, made.excess) == (Duration.years(5), None)
    sold = binding.decide(facts_of(binding, load(f"{{guarantor: seller, {card}}}")))
    assert (sold.durability, sold.excess) == (Duration.years(5), Money(500, "EUR"))


@pytest.mark.parametrize("advert", ["standing", "corrected_otherwise"])
def test_the_service_may_stand_in_the_advertising(advert: str) -> None:
    facts = f"{{{_BY}, declared: {{advantages: [loan]}}, {_TWO_YEARS}, advert: {advert}}}"
    binding = named("be.conformity.guarantee")
    assert binding.decide(facts_of(binding, load(facts))).repair == Duration.years(2)
