"""Figures of a study, as published."""

from __future__ import annotations

from decimal import Decimal

from reprise.law.impact import SMARTPHONE


def test_the_difference_is_the_one_between_the_two_figures_shown() -> None:
    assert (SMARTPHONE.new_kg, SMARTPHONE.refurbished_kg) == (Decimal("84.4"), Decimal("7.09"))
    assert SMARTPHONE.less_kg == Decimal("77.31")


def test_it_is_dated_sourced_and_honest_about_how_it_was_read() -> None:
    assert (SMARTPHONE.source, SMARTPHONE.year, SMARTPHONE.grams) == ("ADEME", 2022, 140)
    assert not SMARTPHONE.verified
