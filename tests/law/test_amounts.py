"""No amount of any facts is below zero, but where a fact says that it may be, and all are in a
currency in which they can be reckoned with."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest

from reprise.kernel.money import Money
from reprise.law.amounts import Signed, below_zero, holds_amounts
from reprise.law.be.conformity.second_stage import Declaration, Ground, Item, Stage, termination
from reprise.law.eu.dac7 import Quarter, consideration
from reprise.law.provision import Contradiction
from reprise.law.reading import FactsRefused, facts_of
from reprise.law.registry import named, provisions
from tests.law.cases import cases

_AMOUNT = re.compile(r"-?[0-9]+\.[0-9]+ [A-Z]{3}")
_SIGNED = {"eu.dac7.consideration", "eu.dac7.reportable"}
_CENT = Money(1, "EUR")
_LESS = Money(-1, "EUR")


def _places(facts: Any, at: str = "") -> Iterator[str]:
    """Where amounts stand in facts as a lawyer writes them."""
    if isinstance(facts, dict):
        for name, value in facts.items():
            yield from _places(value, f"{at}.{name}" if at else name)
    elif isinstance(facts, list):
        for number, value in enumerate(facts):
            yield from _places(value, f"{at}[{number}]")
    elif isinstance(facts, str) and _AMOUNT.fullmatch(facts):
        yield at


def _with(facts: dict[str, Any], at: str, value: str) -> dict[str, Any]:
    changed: Any = copy.deepcopy(facts)
    *steps, last = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", at)]
    inner = changed
    for step in steps:
        inner = inner[step]
    inner[last] = value
    return changed  # type: ignore[no-any-return]


_GIVEN = {
    (case.provision, at): case.facts
    for case in cases()
    if not case.refused and case.provision not in _SIGNED
    for at in _places(case.facts)
}


@pytest.mark.parametrize(("key", "at"), _GIVEN, ids=[" ".join(each) for each in _GIVEN])
def test_every_amount_of_every_case_is_refused_below_zero(key: str, at: str) -> None:
    """A cent less than nothing, by its name and for no other reason."""
    with pytest.raises(FactsRefused) as refused:
        facts_of(named(key), _with(_GIVEN[key, at], at, "-0.01 EUR"))
    assert refused.value.problems == [f"not below zero: '-0.01 EUR' @ facts.{at}"]


def test_every_provision_with_amounts_was_tried() -> None:
    hold = {each.key for each in provisions() if holds_amounts(each.facts)}
    assert hold == {key for key, _ in _GIVEN} | _SIGNED


def test_a_threshold_in_euros_refuses_another_currency_by_the_names_of_the_fields() -> None:
    """Every case with amounts, told in dollars: what the law compares with an amount of its own is
    refused like any other wrong fact, and everything else is decided in dollars."""
    refused = {}
    for case in cases():
        if case.refused or not list(_places(case.facts)):
            continue
        provision, facts = named(case.provision), case.facts
        for at in _places(case.facts):
            facts = _with(facts, at, _in_dollars(facts, at))
        try:
            provision.decide(facts_of(provision, facts))
        except Contradiction as problem:
            assert "in the currency of the amount that the law fixes (USD and EUR)" in str(problem)
            assert set(problem.fields) == set(_places(case.facts))
            refused[case.provision] = problem.fields
    assert set(refused) == {
        "eu.customs.small",
        "eu.dac7.reportable",
        "eu.platform.size",
        "eu.vat.deemed_supplier",
        "eu.vat.place",
        "fr.conformity.obstruction",
        "fr.personal_data.retention",
    }
    assert refused["eu.dac7.reportable"] == ("consideration",)


def _in_dollars(facts: dict[str, Any], at: str) -> str:
    found: Any = facts
    for step in re.findall(r"\w+", at):
        found = found[int(step) if step.isdigit() else step]
    return str(found).replace("EUR", "USD")


def test_amounts_that_may_be_below_zero_are_in_one_currency_too() -> None:
    pounds = Signed(Money(1, "GBP"))
    with pytest.raises(Contradiction, match="in one currency") as refused:
        consideration(Quarter(gross=Signed(_CENT), fees=pounds, taxes=Signed(_CENT)))
    assert refused.value.fields == ("fees",)


def test_who_asks_without_a_file_is_refused_as_well() -> None:
    phone = Item(name="phone", price=_CENT, conforms=False)
    case = Item(name="case", price=_LESS, conforms=True)
    declared = Declaration(
        stage=Stage(grounds=frozenset({Ground.AGAIN})), declared=None, items=(phone, case)
    )
    with pytest.raises(Contradiction, match="not below zero") as refused:
        termination(declared)
    assert refused.value.fields == ("items[1].price",)


def test_amounts_are_in_one_currency() -> None:
    pounds = Item(name="case", price=Money(1, "GBP"), conforms=False)
    euros = Item(name="phone", price=_CENT, conforms=False)
    declared = Declaration(
        stage=Stage(grounds=frozenset({Ground.AGAIN})), declared=None, items=(euros, pounds)
    )
    with pytest.raises(Contradiction, match="in one currency") as refused:
        termination(declared)
    assert refused.value.fields == ("items[1].price",)


def test_nothing_is_an_amount_and_some_may_be_below_it() -> None:
    assert below_zero(Item(name="phone", price=Money.zero("EUR"), conforms=False)) == ()
    less = Signed(_LESS)
    given_back = Quarter(gross=less, fees=less, taxes=Signed(Money.zero("EUR")))
    assert consideration(given_back).net == Money.zero("EUR")
