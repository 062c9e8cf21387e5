"""The nightly run: what is over leaves, unless it is too much at once (decision 0039)."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from reprise import rows
from reprise.audit.actions import badge_of
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey
from reprise.privacy.actions.acting import Actor
from reprise.privacy.leaving import Fate
from reprise.privacy.models import Brake, Night
from reprise.privacy.retention import RUNS, Due, Run, kept_to_pay
from reprise.privacy.states import BrakeCause, BrakeState

log = logging.getLogger(__name__)

# A night that touches more of a holding than both of these waits for somebody to look.
MANY: Final = 100
SHARE: Final = 0.05
# So does one that comes so long after the last: the clock may be wrong.
LATE: Final = timedelta(days=3)
# A brake that was released lets go on for so long, and what has grown no more than this since.
RELEASED_FOR: Final = timedelta(days=2)
# What a late night brakes where nothing of its own is due: all that leaves outside the nights.
SWEEPS: Final = "sweeps"
GROWN: Final = 1.1


class BrakeOver(Refusal):
    code = "brake_over"
    message = (
        "This night is over, or somebody has decided about it already. Look at what the next"
        " nights will do, and decide about the newest one."
    )


@dataclass(slots=True)
class Ran:
    """How many rows of each holding left, and how; how many wait for staff, by holding; how many
    could not leave; what stays because money is owed to whom it is about; and what was passed over
    because its dates contradict each other."""

    done: dict[str, int] = field(default_factory=dict)
    fates: Counter[tuple[str, Fate]] = field(default_factory=Counter)
    waiting: dict[str, int] = field(default_factory=dict)
    failed: int = 0
    kept: list[Due] = field(default_factory=list)
    contradicted: list[Due] = field(default_factory=list)


def run(now: datetime, runs: Sequence[Run] = RUNS) -> Ran:
    """Let each holding's due rows leave, each in a transaction of its own.

    A row that fails is logged and left for the next night; it stops no other.  It may be ended at
    any moment, and run twice, also at once: each row is decided again when it is its turn.
    """
    ran, today = Ran(), now.date()
    late = is_late(today)
    for each in runs:
        due = _due(each, now, ran)
        if not due:
            continue
        if _waits(each, len(due), late, today):
            _brake(each.holding, len(due), today, BrakeCause.LATE if late else BrakeCause.MANY)
            ran.waiting[each.holding] = len(due)
            continue
        ran.done[each.holding] = 0
        for one in due:
            _carry_out(each, one, now, ran)
    if late and not ran.waiting and not _goes_on(today):
        _brake(SWEEPS, 0, today, BrakeCause.LATE)
        ran.waiting[SWEEPS] = 0
    # While a late night waits, the next one is no less late.
    if not (late and ran.waiting):
        night = Night(
            day=today, ended_at=now, number=sum(ran.done.values()),
            contradicted=len(ran.contradicted),
        )  # fmt: skip
        rows.insert([night], known="ignore")
    ran.kept = kept_to_pay(now)
    return ran


def look(now: datetime, runs: Sequence[Run] = RUNS) -> Ran:
    """What a night would do now, by the functions that carry it out.  Nothing is touched."""
    ran, today = Ran(), now.date()
    late = is_late(today)
    for each in runs:
        due = _due(each, now, ran)
        if due and _waits(each, len(due), late, today):
            ran.waiting[each.holding] = len(due)
        elif due:
            ran.done[each.holding] = len(due)
            ran.fates.update((each.holding, one.fate) for one in due)
    if late and not ran.waiting and not _goes_on(today):
        ran.waiting[SWEEPS] = 0
    ran.kept = kept_to_pay(now)
    return ran


def _due(each: Run, now: datetime, ran: Ran) -> list[Due]:
    """What leaves tonight; what is passed over is noted."""
    found = list(each.due(now))
    ran.contradicted += (one for one in found if one.fate is Fate.KEPT)
    return [one for one in found if one.fate is not Fate.KEPT]


def _carry_out(each: Run, due: Due, now: datetime, ran: Ran) -> None:
    try:
        if each.carry_out(due, now):
            ran.done[each.holding] += 1
            ran.fates[each.holding, due.fate] += 1
    except MissingKey as missing:
        ran.failed += 1
        log.error("%s %s waits: %s", each.holding, due.subject, missing)
    except Exception:
        ran.failed += 1
        log.exception("%s %s waits for the next night", each.holding, due.subject)


def is_late(today: date) -> bool:
    """Whether a night of this day comes so long after the last that the clock may be wrong.

    Nights of the future do not count: the clock was wrong in them.  The first is not late.
    """
    last = Night.objects.filter(day__lte=today).order_by("-day").first()
    if last is None:
        return Night.objects.exists()
    return today - last.day > LATE


def _waits(each: Run, number: int, late: bool, today: date) -> bool:
    """Whether it is too much, or too late, and nobody has let it go on."""
    return _brakes(each, number, late) and not _is_released(each.holding, number, today)


def _brakes(each: Run, number: int, late: bool) -> bool:
    return late or (number > MANY and number > SHARE * each.number())


def _is_released(holding: str, number: int, today: date) -> bool:
    """Whether staff have let a night of these days go on, and it is still about as much."""
    released = Brake.objects.filter(
        holding=holding, state=BrakeState.RELEASED.value, day__gte=today - RELEASED_FOR,
        day__lte=today,
    ).order_by("-day").first()  # fmt: skip
    return released is not None and number <= released.number * GROWN + 1


def _goes_on(today: date) -> bool:
    """Whether staff have let a late night of these days go on."""
    return Brake.objects.filter(
        state=BrakeState.RELEASED.value, cause=BrakeCause.LATE.value,
        day__gte=today - RELEASED_FOR, day__lte=today,
    ).exists()  # fmt: skip


def _brake(holding: str, number: int, today: date, cause: BrakeCause) -> None:
    made = Brake(holding=holding, day=today, number=number, cause=cause.value)
    rows.insert([made], known="ignore")
    if holding == SWEEPS:
        log.error("no night has run for days; nothing leaves until staff say so")
    else:
        log.error("%s rows of “%s” would leave tonight; staff have to say so", number, holding)


def decide(brake_id: UUID, state: BrakeState, actor: Actor, now: datetime) -> None:
    """Let a night go on (RELEASED: the next run does it), or not (DROPPED).  Raises BrakeOver."""
    with transaction.atomic():
        found = rows.first(Brake, id=brake_id, lock=True)
        if found is None or found.state != BrakeState.WAITING.value or not is_open(found, now):
            raise BrakeOver
        found.state, found.staff_id, found.decided_at = state.value, actor.staff_id, now
        if actor.staff_id is not None:
            found.badge = badge_of(actor.staff_id, now)
        rows.update(found, ["state", "staff_id", "badge", "decided_at"])


def is_open(brake: Brake, now: datetime) -> bool:
    """Whether somebody can still decide about it."""
    return abs(now.date() - brake.day) <= RELEASED_FOR
