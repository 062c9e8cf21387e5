"""From the order to the money back: facts that cannot be so together are refused by their names."""

from __future__ import annotations

import pytest

from reprise.law.reading import FactsRefused, facts_of, load
from reprise.law.registry import named

BRUSSELS = "10:00:00 Europe/Brussels"
MARCH = "contract: {concluded: 2026-03-02, calendar: BE}"


def _problems(key: str, facts: str) -> list[str]:
    with pytest.raises(FactsRefused) as refused:
        facts_of(named(key), load(facts))
    return refused.value.problems


def _taken(key: str, facts: str) -> None:
    provision = named(key)
    provision.decide(facts_of(provision, load(facts)))


def test_nothing_is_due_before_the_contract() -> None:
    early = "{concluded: 2026-03-02, calendar: BE, agreed: 2026-03-01}"
    said = "agreed, concluded: nothing is due before the contract @ facts"
    assert _problems("eu.delivery.deadline", early) == [said]
    nothing = "{concluded: 2026-03-02, calendar: BE, by_both: true}"
    said = "by_both, agreed: the parties agree on some day @ facts"
    assert _problems("eu.delivery.deadline", nothing) == [said]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            f"at: 2026-03-01 {BRUSSELS}",
            "at, contract.concluded: nothing happens before the contract",
        ),
        (
            f"at: 2026-03-10 {BRUSSELS}, delivered: 2026-03-01 {BRUSSELS}",
            "delivered, contract.concluded: nothing happens before the contract",
        ),
        (
            f"at: 2026-03-10 {BRUSSELS}, offered: 2026-03-01 {BRUSSELS}",
            "offered, contract.concluded: nothing happens before the contract",
        ),
        (
            f"at: 2026-03-10 {BRUSSELS}, ended: 2026-03-01 {BRUSSELS}",
            "ended, contract.concluded: nothing happens before the contract",
        ),
        (
            f"at: 2026-03-10 {BRUSSELS}, delivered: 2026-03-10 10:00:01 Europe/Brussels",
            "delivered, at: it has not happened by then",
        ),
        (
            f"at: 2026-03-10 {BRUSSELS}, ended: 2026-03-10 10:00:01 Europe/Brussels",
            "ended, at: it has not happened by then",
        ),
        (
            f"at: 2026-03-12 {BRUSSELS}, delivered: 2026-03-10 {BRUSSELS}, "
            f"offered: 2026-03-11 {BRUSSELS}",
            "offered, delivered: what was taken was offered before",
        ),
        (
            f"at: 2026-03-12 {BRUSSELS}, delivered: 2026-03-10 {BRUSSELS}, partly: true",
            "partly, delivered: what has come wholly is no part",
        ),
        (
            f"at: 2026-04-12 {BRUSSELS}, suits: false",
            "suits, more_until: there is no period to judge",
        ),
    ],
)
def test_a_delivery_is_told_in_order(more: str, said: str) -> None:
    assert _problems("eu.delivery.late", f"{{{MARCH}, {more}}}") == [f"{said} @ facts"]


@pytest.mark.parametrize(
    "more",
    [
        "at: 2026-03-02 00:00:00 Europe/Brussels",
        f"at: 2026-03-10 {BRUSSELS}, offered: 2026-03-10 {BRUSSELS}, "
        f"delivered: 2026-03-10 {BRUSSELS}",
    ],
)
def test_a_delivery_may_come_at_once(more: str) -> None:
    _taken("eu.delivery.late", f"{{{MARCH}, {more}}}")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "possession: null, taker: named",
            "taker, possession: whoever took them did so at some time",
        ),
        (
            f"possession: 2026-03-05 {BRUSSELS}, handed_over: 2026-03-06 {BRUSSELS}",
            "handed_over, possession: a carrier has them before anybody takes them",
        ),
    ],
)
def test_goods_go_from_hand_to_hand(more: str, said: str) -> None:
    facts = f"{{happened: 2026-03-07 {BRUSSELS}, {more}}}"
    assert _problems("eu.delivery.risk", facts) == [f"{said} @ facts"]


_PAID = {
    "goods": "400.00 EUR",
    "outbound_paid": "4.90 EUR",
    "outbound_standard": "4.90 EUR",
    "outbound_owed": "0.00 EUR",
    "outbound_before": "0.00 EUR",
    "return_paid": "5.00 EUR",
    "return_standard": "5.00 EUR",
    "value_lost": "0.00 EUR",
    "service_fee": "2.00 EUR",
}


def _paid(**amounts: str) -> str:
    written = ", ".join(f"{name}: {amount}" for name, amount in (_PAID | amounts).items())
    return (
        "{right: statutory, told_right: true, told_return: true, return_on_buyer: false, "
        f"order_left: false, {written}}}"
    )


@pytest.mark.parametrize("name", _PAID)
def test_no_amount_of_a_refund_is_below_zero(name: str) -> None:
    found = _problems("eu.withdrawal.sum", _paid(**{name: "-0.01 EUR"}))
    assert found == [f"not below zero: '-0.01 EUR' @ facts.{name}"]


def test_a_refund_of_nothing_is_taken() -> None:
    _taken("eu.withdrawal.sum", _paid(**dict.fromkeys(_PAID, "0.00 EUR")))


def test_terms_give_days_or_none() -> None:
    facts = "{last_parcel: 2026-03-02, told: null, calendar: BE, promised_clear_days: -1}"
    said = "promised_clear_days: days that are given are not below zero @ facts"
    assert _problems("eu.withdrawal.window", facts) == [said]


_FUNCTION = {
    "day": "2026-07-01",
    "country": "BE",
    "language": "fr",
    "words": "x",
    "confirm_words": "x",
    "there_from": "2026-07-01",
    "there_until": "2026-07-15",
    "first": "2026-07-01",
    "last": "2026-07-15",
    "required": "[]",
}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"language": "es"}, "language: no label was read in 'es'"),
        (
            {"there_until": "2026-06-30"},
            "there_from, there_until: it does not end before it begins",
        ),
        ({"last": "2026-06-30"}, "first, last: it does not end before it begins"),
    ],
)
def test_a_function_is_there_for_days_and_in_a_language(facts: dict[str, str], said: str) -> None:
    written = ", ".join(f"{name}: {value}" for name, value in (_FUNCTION | facts).items())
    assert _problems("eu.withdrawal.function", f"{{{written}}}") == [f"{said} @ facts"]


_TERMS = "{name: A, since: 2024-08-07 00:00:00 Europe/Brussels}"


@pytest.mark.parametrize(
    "other",
    [
        "{name: B, since: 2024-08-06 23:00:00 Europe/Lisbon}",
        "{name: A, since: 2023-01-15 00:00:00 Europe/Brussels}",
    ],
)
def test_a_version_of_the_terms_is_one(other: str) -> None:
    """Of two in force from one instant, whichever came first in the list applied."""
    facts = f"{{validated: 2025-03-01 {BRUSSELS}, versions: [{_TERMS}, {other}]}}"
    said = "versions: each has a name and a start of its own @ facts"
    assert _problems("terms.sale.version", facts) == [said]


_PARTS = ("goods", "delivery", "service_fee", "levies", "insurance", "total_shown", "charged")


@pytest.mark.parametrize("name", _PARTS)
def test_no_part_of_a_price_is_below_zero(name: str) -> None:
    amounts = dict.fromkeys(_PARTS, "0.00 EUR") | {name: "-0.01 EUR"}
    written = ", ".join(f"{part}: {amount}" for part, amount in amounts.items())
    facts = (
        "{taxes_included: true, delivery_shown: true, service_fee_shown: true, "
        f"insured: not_taken, {written}}}"
    )
    found = _problems("eu.contract.quote", facts)
    assert found == [f"not below zero: '-0.01 EUR' @ facts.{name}"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "suspensions: [{first: 2026-11-26, last: 2026-11-24}]",
            "first, last: an event does not end before it starts @ facts.suspensions[0]",
        ),
        ("stated_days: -1", "stated_days: days that are stated are not below zero @ facts"),
        (
            "suspensions: [{first: 2026-11-24, last: null}]",
            "suspensions[0].last, as_of: what still lasts does so on a day @ facts",
        ),
        (
            "suspensions: [{first: 2026-11-24, last: null}], as_of: 2026-11-23",
            "suspensions[0].last, as_of: what still lasts does so on a day @ facts",
        ),
    ],
)
def test_a_dispatch_is_held_up_for_days(more: str, said: str) -> None:
    facts = f"{{received: 2026-11-23 {BRUSSELS}, calendar: BE, {more}}}"
    assert _problems("terms.dispatch.ship_by", facts) == [said]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "trouble: empty, received: 2026-03-05, closed: 2026-03-04",
            "closed, received: a claim does not close before the parcel",
        ),
        (
            "trouble: empty, received: 2026-03-05, numbered: false",
            "trouble, numbered: what came has a number",
        ),
        (
            "trouble: never_came, papers: [parcel_number], numbered: false",
            "papers, numbered: nobody names a number that is not",
        ),
        (
            "trouble: never_came, papers: [identity]",
            "papers, identity: papers that came were shown somehow",
        ),
    ],
)
def test_a_claim_is_of_one_piece(more: str, said: str) -> None:
    assert _problems("terms.parcels.claim", f"{{calendar: BE, {more}}}") == [f"{said} @ facts"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "offered: false, cost: 4.90 EUR, cause: refused",
            "cause, offered: what was never offered was not refused",
        ),
    ],
)
def test_a_parcel_that_went_back_was_offered_for_a_price(more: str, said: str) -> None:
    found = _problems("terms.parcels.not_collected", f"{{choice: send_again, {more}}}")
    assert found == [f"{said} @ facts"]
