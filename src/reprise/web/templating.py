"""The Jinja2 environment of our own pages (decision 0005)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils import translation
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from reprise.consent import words as asking
from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.markets import formats
from reprise.markets.phrases import Translated
from reprise.markets.queries import Market
from reprise.web import words as say
from reprise.web.assets import asset
from reprise.web.choices import anything_asked
from reprise.web.shop.tiles import tiles


def static(name: str) -> str:
    """The address of a file of ours, with a digest of its content: it can be kept for good."""
    return asset(name).address


@lru_cache(maxsize=4096)
def drawing(form: str, colour: str) -> str:
    """The address of a device's drawing; a colour that is not known is a neutral grey."""
    digits = colour.lstrip("#").lower()
    return f"/drawings/{form}-{digits if len(digits) == 6 else '8b8f97'}.svg"


@pass_context
def money(context: Context, amount: Money) -> str:
    at = context["at"]
    return formats.money(amount, at.language, at.market)


@pass_context
def minor(context: Context, amount: int, currency: str) -> str:
    at = context["at"]
    return formats.money(Money(amount, currency), at.language, at.market)


@pass_context
def short_money(context: Context, amount: Money) -> str:
    at = context["at"]
    return formats.short_money(amount, at.language, at.market)


@pass_context
def day(context: Context, value: date | datetime) -> str:
    at = context["at"]
    return formats.day(value, at.language, at.market)


@pass_context
def instant(context: Context, value: datetime) -> str:
    at = context["at"]
    return formats.instant(value, at.language, at.market)


@pass_context
def stamp(context: Context, value: datetime, market: Market | None = None) -> str:
    """In the zone of ``market`` when one is given."""
    at = context["at"]
    return formats.stamp(value, at.language, market or at.market)


@pass_context
def month(context: Context, value: date) -> str:
    at = context["at"]
    return formats.month(value, at.language, at.market)


@pass_context
def number(context: Context, value: Decimal | float, places: int | None = None) -> str:
    """``84,4`` in French, with all its decimals up to six; with ``places``, that many."""
    at = context["at"]
    return formats.number(value, places, at.language, at.market)


def plain(minor_units: int, currency: str) -> str:
    """An amount as a form field shows it: ``312.00``, but ``312,00`` where a comma is usual.

    Money.parse reads both.
    """
    text = str(Money(minor_units, currency).decimal)
    return text if (translation.get_language() or "en") == "en" else text.replace(".", ",")


def words(refusal: Refusal) -> str:
    """A refusal's message in the active language, its places filled."""
    text = translation.gettext(refusal.message)
    facts = {
        name: f"{plain(fact.minor, fact.currency)} {fact.currency}"
        if isinstance(fact, Money)
        else fact
        for name, fact in refusal.facts.items()
    }
    return text % facts if facts else text


def environment(language: str, **options: Any) -> Environment:
    """The environment of one language; called by Django's Jinja2 backend with its options."""
    ours = {
        "undefined": StrictUndefined,
        "extensions": ["jinja2.ext.i18n"],
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    result = Translated(language=language, **{"autoescape": True, **options, **ours})
    result.filters.update(
        money=money,
        minor=minor,
        short_money=short_money,
        number=number,
        day=day,
        instant=instant,
        stamp=stamp,
        month=month,
        words=words,
    )
    result.globals.update(
        static=static,
        drawing=drawing,
        say=say,
        tiles_of=tiles,
        plain=plain,
        anything_asked=anything_asked,
        asking=asking,
        demo=settings.DEMO,
        play_money=settings.PAYMENT_PROVIDER == "sandbox",
        operator=settings.OPERATOR,
    )
    return result
