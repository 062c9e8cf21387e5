"""Whose contract a journal would end or resume, and why it cannot have ended (decision 0062).

An act may be somebody's who had the running role.  So the person who puts a backup back says of
each seller what is so in the end; and nobody ends a contract on a day that the backup contradicts.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from reprise.kernel.refusal import Refusal
from reprise.law.calendars import plus_months
from reprise.orders.actions.parting import LATE
from reprise.orders.models import SellerOrder
from reprise.privacy.actions import ending
from reprise.privacy.journal import Line
from reprise.privacy.models import Night
from reprise.privacy.states import DISBELIEVED, Verb
from reprise.sellers import actions as sellers
from reprise.sellers.models import Seller, Trader

log = logging.getLogger(__name__)

# Two clocks are never the same.
APART: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """A contract that ends, or runs again, and the backup does not know it.  ``wrong`` says why it
    cannot be; "" where it can."""

    seller_id: UUID
    runs: bool
    name: str
    on: date | None
    seq: int
    at: str
    badge: str
    wrong: str

    def __str__(self) -> str:
        who = f"{self.name} ({self.seller_id})"
        act = f"act {self.seq} of {self.at[:10]}" + (f" by {self.badge}" if self.badge else "")
        if self.runs:
            return f"{who} would run again, as {act} says"
        if self.wrong:
            return f"{who} cannot have ended on {self.on}, as {act} says: {self.wrong}"
        return f"{who} would end again on {self.on}, as {act} says"


class Undecided(Exception):
    """Somebody has to say first whether these contracts have ended.  Nothing was done again."""

    def __init__(self, changes: Sequence[Change]) -> None:
        super().__init__(changes)
        self.changes = changes


class Contrary(Exception):
    """What is said of these contracts is not so by any act: nothing was done again, or (``done``)
    everything was."""

    def __init__(self, contracts: Sequence[str], *, done: bool) -> None:
        super().__init__(contracts)
        self.contracts, self.done = contracts, done


def changes(lines: Sequence[Line], now: datetime) -> list[Change]:
    """Each end of a contract that runs, and each that runs again, in the acts' order."""
    found: list[Change] = []
    runs: dict[UUID, bool] = {}
    since = _backed_up(now)
    for line in lines:
        of = seller_of(line)
        seller = Seller.objects.filter(id=of).first() if of else None
        if seller is None or runs.get(seller.id, seller.ended_on is None) == _resumes(line):
            continue
        runs[seller.id] = _resumes(line)
        found.append(_change(seller, line, since, now))
    return found


def check(
    lines: Sequence[Line], ended: Collection[UUID], not_ended: Collection[UUID], now: datetime
) -> None:
    """Raises Undecided with whatever nobody has said, or what cannot be; Contrary."""
    missing = [
        each
        for each in changes(lines, now)
        if each.seller_id not in not_ended and (each.wrong or each.seller_id not in ended)
    ]
    if missing:
        raise Undecided(missing)
    left = not_so(lines, ended, not_ended)
    so = [line for line in lines if line.seq not in left]
    if found := _contrary(so, ended, not_ended):
        raise Contrary(found, done=False)


def check_done(ended: Collection[UUID], not_ended: Collection[UUID]) -> None:
    """Raises Contrary where it is not as is said, after all acts were done again."""
    if found := _contrary((), ended, not_ended):
        raise Contrary(found, done=True)


def not_so(
    lines: Sequence[Line], ended: Collection[UUID], not_ended: Collection[UUID]
) -> frozenset[int]:
    """The numbers of the acts that are not believed: of a contract that goes on, that it has ended
    or that anything of its seller left; of one that has ended, that it ran again after that."""
    of = {line.seq: seller_of(line) for line in lines}
    last_end = {of[line.seq]: line.seq for line in lines if not _resumes(line)}
    return frozenset(
        line.seq
        for line in lines
        if line.basis == DISBELIEVED
        or (of[line.seq] in not_ended and not _resumes(line))
        or (of[line.seq] in ended and _resumes(line) and line.seq > last_end.get(of[line.seq], 0))
    )


def seller_of(line: Line) -> UUID | None:
    """The seller whose contract ends, has ended or runs again where this act is true; None for
    other acts, and where it was said before that this one is not so."""
    if line.basis == DISBELIEVED:
        return None
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
    seller = seller_of(line)
    if seller is None:
        log.error("Act %s is left: somebody has said before that it is not so.", line.seq)
        return
    log.error(
        "The contract of seller %s is left as it is, as you say: act %s says %s of its %s.",
        seller, line.seq, line.verb, line.holding,
    )  # fmt: skip


def _resumes(line: Line) -> bool:
    return line.verb == Verb.RESUMED.value


def _contrary(
    lines: Sequence[Line], ended: Collection[UUID], not_ended: Collection[UUID]
) -> list[str]:
    """The contracts of which something else will be so, after these acts, than is said."""
    found = []
    for seller in Seller.objects.filter(id__in={*ended, *not_ended}).order_by("name", "id"):
        runs = seller.ended_on is None
        for line in lines:
            if seller_of(line) == seller.id:
                runs = _resumes(line) and (runs or _may_run_again(seller))
        if runs != (seller.id in not_ended):
            found.append(f"{seller.name} ({seller.id}) {'runs' if runs else 'has ended'}")
    return found


def _may_run_again(seller: Seller) -> bool:
    try:
        sellers.check_whole(seller)
    except Refusal:
        return False
    return True


def _change(seller: Seller, line: Line, since: date, now: datetime) -> Change:
    on = last_day(line) if not _resumes(line) else None
    wrong = "" if _resumes(line) else _wrong(seller, line, on, since, now.date())
    return Change(
        seller_id=seller.id, runs=_resumes(line), name=seller.name, on=on, seq=line.seq,
        at=line.at, badge=line.badge, wrong=wrong,
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
