"""Amounts and dates as CLDR and the languages' own rules write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from reprise.kernel.money import Money
from reprise.markets import formats
from reprise.markets.queries import MARKETS


@pytest.mark.parametrize(
    ("language", "market", "text"),
    [
        ("fr", "fr", "1\u202f312,00\xa0€"),
        ("de", "de", "1.312,00\xa0€"),
        ("nl", "nl", "€\xa01.312,00"),
        ("en", "fr", "1\u202f312,00\xa0€"),
    ],
)
def test_an_amount(language: str, market: str, text: str) -> None:
    assert formats.money(Money(131200, "EUR"), language, MARKETS[market]) == text


@pytest.mark.parametrize(
    ("minor", "currency", "text"), [(5000, "JPY", "5\u202f000"), (1234, "KWD", "1,234")]
)
def test_decimals_follow_the_currency(minor: int, currency: str, text: str) -> None:
    assert formats.money(Money(minor, currency), "fr", MARKETS["fr"]).startswith(text)


def test_whole_euros_may_stand_without_decimals() -> None:
    assert formats.short_money(Money(31200, "EUR"), "fr", MARKETS["fr"]) == "312\xa0€"
    assert formats.short_money(Money(31250, "EUR"), "fr", MARKETS["fr"]) == "312,50\xa0€"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "mardi 1er décembre 2026"),
        ("de", "Dienstag, 1. Dezember 2026"),
        ("nl", "dinsdag 1 december 2026"),
    ],
)
def test_the_first_of_a_month(language: str, text: str) -> None:
    assert formats.day(date(2026, 12, 1), language, MARKETS["be"]) == text


def test_an_instant_is_the_markets_own() -> None:
    midnight = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    assert formats.instant(midnight, "fr", MARKETS["fr"]) == "22 novembre 2026, 00:30"
    assert formats.instant(midnight, "de", MARKETS["de"]) == "22. November 2026, 00:30"
