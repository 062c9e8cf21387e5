"""Facts of the Belgian regime that make no sense are refused by the name of their fields."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reprise.kernel.money import Money
from reprise.law.be.conformity.commercial import Guarantor, Promise
from reprise.law.be.conformity.criteria import Agreed, Agreement, Expected, Shortfall
from reprise.law.be.conformity.departures import Deviation, Measure, Speaker, Statement
from reprise.law.be.conformity.durability import Durable
from reprise.law.be.conformity.guarantee import Advert, Commercial
from reprise.law.be.conformity.performance import Work
from reprise.law.be.conformity.recourse import Claimed
from reprise.law.be.conformity.remedies import Wish, Worn
from reprise.law.be.conformity.scope import Bargain, Contract, Person, Thing
from reprise.law.be.conformity.second_stage import (
    Declaration,
    Item,
    Stage,
    Values,
)
from reprise.law.be.conformity.updates import NotInstalled, Supply, Teller, Update
from reprise.law.be.conformity.use import Paying, Used
from reprise.law.be.hidden_defects import Action, Claim
from reprise.law.be.hidden_defects import Wish as HiddenWish
from reprise.law.calendars import Calendar
from reprise.law.durations import FOR_LIFE
from reprise.law.fr import hidden_defects as fr
from reprise.law.guarantee.sale import Agreed as SaleAgreed
from reprise.law.reading import FactsRefused, facts_of, load
from reprise.law.registry import named

BE = Calendar("BE")
ZERO = Money.zero("EUR")


def _absurd() -> list[tuple[Any, dict[str, Any], str]]:
    euro = Money(100, "EUR")
    day = date(2026, 3, 2)
    claim = {"price": euro, "part": Money(101, "EUR"), "seller_knew": False}
    costs = {"damages": ZERO, "sale_costs": ZERO}
    used = {
        "paying": Paying.TERMINATION,
        "claimed": True,
        "refund": euro,
        "delivered": day,
        "declared": day,
        "expected_months": 36,
    }
    values = {"delivered": day, "price": euro, "conform": euro, "received": ZERO}
    lasting = {"of_durability": True, "runs_from": day, "lasts": FOR_LIFE, "day": day}
    promise = {"guarantor": Guarantor.PRODUCER, "runs_from": day, "declared": None}
    bargain = {"buyer": Person.NATURAL, "buyer_trades": False, "seller_trades": True}
    skipped = {
        "arose": day,
        "day": day,
        "reasonable_until": day,
        "only_cause": True,
        "told_available": Teller.OTHER,
        "told_consequences": Teller.NOBODY,
        "poor_instructions": True,
    }
    update = {"calendar": BE, "digital_elements": True, "day": day, "told": True, "supplied": False}
    return [
        (Values, {**values, "conform": ZERO}, "worth something"),
        (Values, {**values, "paid": Money(101, "EUR")}, "paid, price: no more was paid"),
        (
            Worn,
            {"noticed": None, "should_have_noticed": None, "used_until": day, "grown": euro},
            "one of the two",
        ),
        (
            Worn,
            {
                "noticed": day,
                "should_have_noticed": None,
                "used_until": date(2026, 3, 1),
                "grown": euro,
            },
            "used_until, grown: nothing grew",
        ),
        *(
            (
                Work,
                {
                    "kind": Wish.REPAIR,
                    "informed": day,
                    "reasonable_until": day,
                    "day": day,
                    "done": day,
                    "handed_over": None,
                    "charged": ZERO,
                    "major_inconvenience": False,
                    "fitting": None,
                    name: wrong,
                },
                said,
            )
            for name, wrong, said in (
                ("handed_over", date(2026, 3, 3), "handed_over, day: "),
                ("reasonable_until", date(2026, 3, 1), "reasonable_until, informed: "),
                ("done", date(2026, 3, 1), "done, informed: "),
                ("day", date(2026, 3, 1), "day, informed: "),
                ("done", date(2026, 3, 3), "done, day: "),
                ("kind", Wish.REPLACEMENT, "taken_back: of a replacement"),
                ("use_charged", True, "use_charged, kind: "),
            )
        ),
        (
            Agreement,
            {"agreed": frozenset({Agreed.PURPOSE}), "lacking": frozenset()},
            "stands in purpose",
        ),
        (
            Agreement,
            {"agreed": frozenset(), "lacking": frozenset({Agreed.PURPOSE})},
            "stands in purpose",
        ),
        (
            Declaration,
            {"stage": Stage(grounds=frozenset()), "declared": day, "items": ()},
            "does not conform",
        ),
        (
            Declaration,
            {
                "stage": Stage(grounds=frozenset()),
                "declared": day,
                "items": (
                    Item(name="phone", price=euro, conforms=False),
                    Item(name="case", price=euro, conforms=True, goes_with="tablet"),
                ),
            },
            "goes_with, items: names one that does not conform",
        ),
        (
            Declaration,
            {
                "stage": Stage(grounds=frozenset()),
                "declared": day,
                "items": (
                    Item(name="phone", price=euro, conforms=False, left_out=True),
                    Item(name="phone", price=euro, conforms=False),
                ),
            },
            r"items\[1\].name, items: names another one already",
        ),
        *(
            (
                Declaration,
                {
                    "stage": Stage(grounds=frozenset()),
                    "declared": day,
                    "items": (
                        Item(name="phone", price=euro, conforms=False, **stays),
                        Item(name="watch", price=euro, conforms=False),
                        Item(name="case", price=euro, conforms=True, keepable=False),
                    ),
                },
                "goes_with, items: says with which it goes",
            )
            for stays in ({"left_out": True}, {"minor": True})
        ),
        (
            Shortfall,
            {
                "what": Expected.SECURITY,
                "deviation": Deviation(measure=Measure.UPDATES, fulfilled=frozenset()),
            },
            "deviation: ",
        ),
        (Shortfall, {"what": Expected.PACKAGING, "normal": False}, "normal: "),
        *(
            (
                Shortfall,
                {"what": what, "statement": Statement(speaker=Speaker.SELLER)},
                "statement, what: a public statement counts",
            )
            for what in (
                Expected.ACCESSORIES,
                Expected.PACKAGING,
                Expected.INSTRUCTIONS,
                Expected.FITNESS,
                Expected.SAMPLE,
            )
        ),
        (
            NotInstalled,
            {
                "arose": day,
                "day": date(2026, 3, 1),
                "reasonable_until": day,
                "only_cause": True,
                "told_available": Teller.SELLER,
                "told_consequences": Teller.SELLER,
                "poor_instructions": False,
            },
            "arose, day: ",
        ),
        (NotInstalled, {**skipped, "unguided": True}, "poor_instructions, unguided: "),
        (
            NotInstalled,
            {**skipped, "told_late": True},
            "told_late, told_available, told_consequences: ",
        ),
        (
            Update,
            {**update, "supply": Supply.CONTINUOUS, "liable_until": day, "agreed_until": day},
            "agreed_until, liable_until: ",
        ),
        (Update, {**update, "supply": Supply.ONCE}, "supply, expected_until: "),
        *(
            (Update, {**update, "suspended": True, **supplied}, "suspended, liable_until: ")
            for supplied in (
                {"supply": Supply.CONTINUOUS, "digital_open": True},
                {"supply": Supply.ONCE, "expected_until": day},
            )
        ),
        (
            SaleAgreed,
            {"lasts": FOR_LIFE, "told": True, "separate": False, "told_digital": True},
            "told_digital, digital: ",
        ),
        *(
            (
                Bargain,
                {**bargain, "contract": Contract.DIGITAL_SUPPLY, "thing": thing},
                "contract, thing: ",
            )
            for thing in (Thing.DIGITAL_ELEMENTS, Thing.MOVABLE)
        ),
        (Bargain, {**bargain, "also_private": True}, "also_private, buyer_trades: "),
        (Update, {**update, "supply": Supply.CONTINUOUS}, "liable_until, digital_open: "),
        (
            Update,
            {**update, "supply": Supply.CONTINUOUS, "liable_until": day, "digital_open": True},
            "liable_until, digital_open: ",
        ),
        (
            Claimed,
            {
                "seller_liable": True,
                "by_upstream": True,
                "contractual": False,
                "limiting_clause": True,
            },
            "contractual, limiting_clause: ",
        ),
        (
            Durable,
            {
                "guarantor": Guarantor.PRODUCER,
                **lasting,
                "failed": date(2026, 3, 3),
            },
            "day, failed: ",
        ),
        *(
            (
                Commercial,
                {**promise, "corrected_to": Promise(repair=FOR_LIFE), **advertised},
                "corrected_to, advertised, advert: advertising reads otherwise once corrected",
            )
            for advertised in (
                {"advert": Advert.CORRECTED},
                {"advertised": Promise(repair=FOR_LIFE)},
                {
                    "advertised": Promise(repair=FOR_LIFE),
                    "advert": Advert.CORRECTED_OTHERWISE,
                },
            )
        ),
        (Commercial, {**promise, "by_another": True}, "by_another, advertised: "),
        (
            Commercial,
            {**promise, "declared": Promise(repair=FOR_LIFE, durability=FOR_LIFE)},
            "of_durability, declared, advertised, corrected_to: only a guarantee of durability",
        ),
        (
            Action,
            {"discovered": day, "brought": date(2026, 3, 1), "calendar": BE},
            "brought, discovered: ",
        ),
        (
            fr.Action,
            {"discovered": day, "brought": date(2026, 3, 1), "calendar": BE},
            "brought, discovered: ",
        ),
        (Used, {**used, "expected_months": 0}, "at least one"),
        (Used, {**used, "declared": date(2026, 3, 1)}, "declared, delivered: "),
        (Used, {**used, "given_back": date(2026, 3, 1)}, "given_back, delivered: "),
        (Used, {**used, "out_of_use": -1}, "out_of_use: not below zero"),
        (Used, {**used, "replaced": date(2026, 1, 1)}, "replaced, declared: "),
        (Used, {**used, "replaced": date(2026, 12, 1)}, "replaced, declared: "),
        (Claim, {**claim, **costs, "wish": HiddenWish.KEEP, "return_cost": ZERO}, "part, price: "),
        (fr.Claim, {**claim, **costs, "wish": fr.Wish.KEEP}, "at most"),
    ]


@pytest.mark.parametrize(("kind", "values", "said"), _absurd())
def test_facts_that_make_no_sense_are_refused(kind: Any, values: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        kind(**values)


def test_a_field_that_yaml_reads_as_no_text_is_refused_by_its_name() -> None:
    with pytest.raises(FactsRefused, match="no such field: on"):
        facts_of(named("be.conformity.lock"), load("{rests_on: conformity, lock_on: true, on: 1}"))
