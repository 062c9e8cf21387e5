"""Each standard rate of VAT, as the snapshot of September 2026 and the dated changes give it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reprise.kernel.rate import Rate
from reprise.law.eu.vat import RateAsked, rate
from reprise.law.eu.vat_rates import STANDARD

# The official-source snapshot of 23 September 2026.
SNAPSHOT = """
AT 20 · BE 21 · BG 20 · CY 19 · CZ 21 · DE 19 · DK 25 · EE 24 · ES 21 · FI 25.5 · FR 20 · GR 24 ·
HR 25 · HU 27 · IE 23 · IT 22 · LT 21 · LU 17 · LV 21 · MT 18 · NL 21 · PL 23 · PT 23 · RO 21 ·
SE 25 · SI 22 · SK 23
"""
# Country, first day, the rate before it, the rate from it on.
CHANGES = (
    ("DE", date(2020, 7, 1), "19", "16"),
    ("DE", date(2021, 1, 1), "16", "19"),
    ("EE", date(2024, 1, 1), "20", "22"),
    ("EE", date(2025, 7, 1), "22", "24"),
    ("FI", date(2024, 9, 1), "24", "25.5"),
    ("GR", date(2016, 6, 1), "23", "24"),
    ("IE", date(2020, 9, 1), "23", "21"),
    ("IE", date(2021, 3, 1), "21", "23"),
    ("LU", date(2023, 1, 1), "17", "16"),
    ("LU", date(2024, 1, 1), "16", "17"),
    ("RO", date(2017, 1, 1), "20", "19"),
    ("RO", date(2025, 8, 1), "19", "21"),
    ("SK", date(2025, 1, 1), "20", "23"),
)


def _on(country: str, day: date) -> Rate:
    return rate(RateAsked(country=country, on=day)).rate


def test_the_rates_of_september_2026() -> None:
    percents = dict(each.split() for each in SNAPSHOT.split("·"))
    assert {each: _on(each, date(2026, 9, 23)) for each in STANDARD} == {
        country: Rate.percent(percent) for country, percent in percents.items()
    }


@pytest.mark.parametrize(("country", "day", "before", "after"), CHANGES)
def test_a_rate_changes_with_its_day(country: str, day: date, before: str, after: str) -> None:
    assert _on(country, day - timedelta(days=1)) == Rate.percent(before)
    assert _on(country, day) == Rate.percent(after)


def test_nothing_else_changed_since_2016() -> None:
    rows = [(country, row.since) for country, table in STANDARD.items() for row in table]
    started = {(country, date(2016, 1, 1)) for country in STANDARD}
    assert sorted(rows) == sorted(started | {(country, day) for country, day, _, _ in CHANGES})
