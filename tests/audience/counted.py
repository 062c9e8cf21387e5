"""Visitors of a test, each with an address and a browser of its own."""

from __future__ import annotations

from datetime import datetime

from reprise.audience.actions import collect
from reprise.audience.models import Key
from reprise.audience.rules import month_of
from reprise.audience.states import What
from reprise.audience.tally import Tally, Visitor

SECRET = "only for tests"


def visitor(number: int, account: str = "", *, seller: bool = False) -> Visitor:
    return Visitor(f"10.{number // 256}.{number % 256}", "Mozilla/5.0 (Test)", account, seller)


def a_key(now: datetime) -> None:
    """The month's, always the same: with a random one two of five visitors share a register now
    and then, and count as one."""
    Key.objects.get_or_create(month=month_of(now), defaults={"key": b"k" * 32})


def a_process(now: datetime) -> Tally:
    """That has just begun, and knows the month's key."""
    a_key(now)
    tally = Tally(SECRET)
    collect(tally, now)
    return tally


def visit(
    tally: Tally, now: datetime, numbers: range, what: What = What.HOME, market: str = "fr"
) -> None:
    for number in numbers:
        tally.page(now, what, visitor(number), market=market, language="fr")
