"""A decision gives instants with their time zone, or says by whose calendar its days are days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any, Final, get_args, get_type_hints

import pytest

from reprise.law.calendars import Calendar
from reprise.law.provision import Basis, Because, Provision
from reprise.law.reading import facts_of
from reprise.law.registry import named, provisions
from tests.law.cases import cases

# The platform counts these by its own days; nobody loses a right by an hour of them.
JOBS: Final = {
    "eu.dac7.missing_data",
    "eu.dsa.report",
    "eu.records.retention",
    "eu.trader.retention",
    "fr.personal_data.retention",
}


def _kinds(hint: Any) -> Iterator[Any]:
    """The types in a type: those of a tuple, of an alternative, of a dataclass's fields."""
    for each in get_args(hint):
        yield from _kinds(each)
    if not get_args(hint):
        yield hint
        if is_dataclass(hint) and hint not in (Basis, Because, Calendar):
            yield from _fields(hint)


def _fields(kind: Any) -> Iterator[Any]:
    hints = get_type_hints(kind)
    for each in fields(kind):
        yield from _kinds(hints[each.name])


def _bare(provision: Provision) -> bool:
    kinds = set(_fields(provision.decision))
    return date in kinds and Calendar not in kinds


def test_no_decision_has_a_day_of_nowhere() -> None:
    assert {each.key for each in provisions() if _bare(each)} == JOBS


DATED = [
    each
    for each in cases()
    if not each.refused and datetime in set(_fields(named(each.provision).decision))
]


@pytest.mark.parametrize("case", DATED, ids=[each.name for each in DATED])
def test_an_instant_knows_its_zone(case: Any) -> None:
    provision = named(case.provision)
    decision = provision.decide(facts_of(provision, case.facts))
    for each in fields(decision):
        value = getattr(decision, each.name)
        if isinstance(value, datetime):
            assert value.tzinfo is not None, each.name
