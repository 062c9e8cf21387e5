"""Whose contract a journal would end again, and why it cannot have ended (decision 0062).

An act may be somebody's who had the running role.  So the person who puts a backup back says of
each seller whether it is so; and nobody ends a contract on a day that the backup contradicts.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from reprise.law.calendars import plus_months
from reprise.orders.actions.parting import LATE
from reprise.orders.models import SellerOrder
from reprise.privacy.actions import ending
from reprise.privacy.journal import Line
from reprise.privacy.models import Night
from reprise.privacy.states import Verb
from reprise.sellers.models import Seller, Trader

log = logging.getLogger(__name__)

# Two clocks are never the same.
APART: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class End:
    """An end that the backup does not know.  ``wrong`` says why it cannot be; "" where it can."""

    seller_id: UUID
    name: str
    on: date | None
    seq: int
    at: str
    badge: str
    wrong: str

    def __str__(self) -> str:
        who = f"{self.name} ({self.seller_id})"
        act = f"act {self.seq} of {self.at[:10]}" + (f" by {self.badge}" if self.badge else "")
        if self.wrong:
            return f"{who} cannot have ended on {self.on}, as {act} says: {self.wrong}"
        return f"{who} would end again on {self.on}, as {act} says"


class Undecided(Exception):
    """Somebody has to say first whether these contracts have ended.  Nothing was done again."""

    def __init__(self, ends: Sequence[End]) -> None:
        super().__init__(ends)
        self.ends = ends


def ends(lines: Sequence[Line], now: datetime) -> list[End]:
    """The contracts that run in the backup and that these acts would end, in the acts' order."""
    found: list[End] = []
    runs: dict[UUID, bool] = {}
    since = _backed_up(now)
    for line in lines:
        of = seller_of(line)
        seller = Seller.objects.filter(id=of).first() if of else None
        if seller is None:
            continue
        if line.verb == Verb.RESUMED.value:
            runs[seller.id] = True
        elif runs.get(seller.id, seller.ended_on is None):
            runs[seller.id] = False
            found.append(_end(seller, line, since, now))
    return found


def check(
    lines: Sequence[Line], ended: Collection[UUID], not_ended: Collection[UUID], now: datetime
) -> None:
    """Raises Undecided with whatever nobody has said, or what cannot be."""
    missing = [
        each
        for each in ends(lines, now)
        if each.seller_id not in not_ended and (each.wrong or each.seller_id not in ended)
    ]
    if missing:
        raise Undecided(missing)


def seller_of(line: Line) -> UUID | None:
    """The seller whose contract ends or has ended where this act is true; None for other acts."""
    if line.verb in {Verb.ENDED.value, Verb.RESUMED.value}:
        return line.of
    if line.verb != Verb.ERASED.value or line.holding not in ending.OF_SELLERS:
        return None
    version = Trader.objects.filter(id=line.of).first()
    return version.seller_id if version else line.of


def last_day(line: Line) -> date | None:
    """On which day the contract has ended.  An act of what has left says when at the latest."""
    if line.verb == Verb.ENDED.value:
        return line.last_day
    return plus_months(_day(line), -6) - timedelta(days=1)


def leave(line: Line) -> None:
    log.error(
        "The contract of seller %s is left as it is, as you say: act %s says %s of its %s.",
        seller_of(line), line.seq, line.verb, line.holding,
    )  # fmt: skip


def _end(seller: Seller, line: Line, since: date, now: datetime) -> End:
    on = last_day(line)
    return End(
        seller_id=seller.id, name=seller.name, on=on, seq=line.seq, at=line.at, badge=line.badge,
        wrong=_wrong(seller, line, on, since, now.date()),
    )  # fmt: skip


def _wrong(seller: Seller, line: Line, on: date | None, since: date, today: date) -> str:
    entered = _day(line)
    if seller.is_operator:
        return "it is the marketplace’s own shop"
    if on is None:
        return "no day is said"
    if not since - APART <= entered <= today + APART:
        return f"what happened since the backup happened between {since} and {today}"
    if on < since - LATE - APART:
        return f"it still ran in the backup, on {since}, and an end is entered within a month"
    if line.verb == Verb.ENDED.value and not entered - LATE - APART <= on <= entered + APART:
        return "an end is entered within a month"
    last = SellerOrder.objects.filter(seller_id=seller.id).order_by("-placed_at").first()
    if last is not None and on < last.placed_at.date():
        return "something was ordered from it since"
    return ""


def _backed_up(now: datetime) -> date:
    """The backup is of this day or later: of its last night.  The running role adds nights and
    takes none away, so it can only make the day a later one.  Without a night it is today."""
    nights = Night.objects.filter(day__lte=now.date()).order_by("-day")
    return nights.values_list("day", flat=True).first() or now.date()


def _day(line: Line) -> date:
    return datetime.fromisoformat(line.at).astimezone(UTC).date()
