"""Amounts and dates as a language in a market writes them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal

from reprise.kernel.money import MINOR_UNITS, Money
from reprise.markets.queries import Market


@lru_cache(maxsize=64)
def babel_locale(language: str, country: str) -> Locale:
    """The CLDR locale; a language that CLDR does not know in that country stands alone."""
    try:
        return Locale(language, country)
    except ValueError:
        return Locale(language)
    except Exception:  # babel's UnknownLocaleError is a plain Exception
        return Locale(language)


@lru_cache(maxsize=65536)
def _money(minor: int, currency: str, language: str, country: str) -> str:
    return format_currency(
        Money(minor, currency).decimal, currency, locale=babel_locale(language, country)
    )


def money(amount: Money, language: str, market: Market) -> str:
    """``312,00 €`` in French, ``€ 312,00`` in Dutch; English follows the country, as CLDR says."""
    return _money(amount.minor, amount.currency, language, market.country)


@lru_cache(maxsize=16384)
def _short(minor: int, currency: str, language: str, country: str) -> str:
    if minor % 10 ** MINOR_UNITS[currency]:
        return _money(minor, currency, language, country)
    text = format_currency(
        Money(minor, currency).decimal,
        currency,
        locale=babel_locale(language, country),
        format=None,
        currency_digits=False,
        decimal_quantization=True,
    )
    whole = format_decimal(0, "0.00", locale=babel_locale(language, country))[1:]
    return text.replace(whole, "")


def short_money(amount: Money, language: str, market: Market) -> str:
    """Without decimals when they are zero: ``312 €``."""
    return _short(amount.minor, amount.currency, language, market.country)


@lru_cache(maxsize=16384)
def _number(value: Decimal | float, places: int | None, language: str, country: str) -> str:
    pattern = "#,##0." + ("######" if places is None else "0" * places)
    return format_decimal(value, pattern, locale=babel_locale(language, country))


def number(value: Decimal | float, places: int | None, language: str, market: Market) -> str:
    """``84,4`` in French, with all its decimals up to six; with ``places``, that many."""
    return _number(value, places, language, market.country)


@lru_cache(maxsize=4096)
def _day(value: date, language: str, country: str) -> str:
    if language == "fr" and value.day == 1:
        return format_date(value, "EEEE d'er' MMMM y", locale=babel_locale(language, "FR"))
    return format_date(value, "full", locale=babel_locale(language, country))


def day(value: date | datetime, language: str, market: Market) -> str:
    """``mardi 24 novembre 2026``, ``mardi 1er décembre 2026``, in the market's time zone."""
    if isinstance(value, datetime):
        value = value.astimezone(ZoneInfo(market.time_zone)).date()
    return _day(value, language, market.country)


def instant(value: datetime, language: str, market: Market) -> str:
    """``24 novembre 2026, 14:05``, in the market's time zone."""
    return format_datetime(
        value,
        "d. MMMM y, HH:mm" if language == "de" else "d MMMM y, HH:mm",
        tzinfo=ZoneInfo(market.time_zone),
        locale=babel_locale(language, market.country),
    )


def stamp(value: datetime, language: str, market: Market) -> str:
    """``24 nov. 2026, 14:05``, ``24.11.2026, 14:05``: for tables, in the market's time zone."""
    return format_datetime(
        value,
        "dd.MM.y, HH:mm" if language == "de" else "d MMM y, HH:mm",
        tzinfo=ZoneInfo(market.time_zone),
        locale=babel_locale(language, market.country),
    )


def month(value: date, language: str, market: Market) -> str:
    """``novembre 2026``."""
    return format_date(value, "LLLL y", locale=babel_locale(language, market.country))
