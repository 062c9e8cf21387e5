"""What holds an order by an address that it loses holds the order itself."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from reprise import rows
from reprise.orders.models import Contact
from reprise.privacy.actions.acting import PERSON, Actor, Done, note
from reprise.privacy.actions.holding import about, note_telling
from reprise.privacy.models import Hold
from reprise.privacy.queries import on_buyer
from reprise.privacy.states import By, HoldKind, Verb


def of_buyer(order_id: UUID, now: datetime) -> list[Hold]:
    """What holds all of whom an order's contact leads to now.  Raises MissingKey."""
    if not Hold.objects.holding(now).filter(order_id=None).exists():
        return []
    if not Contact.objects.filter(order_id=order_id).exists():
        return []
    return list(Hold.objects.holding(now).filter(on_buyer(order_id, now)).order_by("since", "id"))


def stay(
    before: Collection[Hold], order_id: UUID, staff_id: UUID, now: datetime, request_id: UUID
) -> None:
    """Of these, what does not find the order any more is put on it: of the same kind and side, as
    long.  Its person's stays its person's, who ends it by the address that stands there now.
    Inside the transaction of who changed it.

    One that was lifted and holds for some days yet cannot be put on lifted: staff look at it when
    those days are over.  Raises MissingKey.
    """
    known = {each.id for each in of_buyer(order_id, now)}
    for lost in (each for each in before if each.id not in known):
        on: dict[str, Any] = {"order_id": order_id, "kind": lost.kind, "by": lost.by}
        if Hold.objects.filter(lifted_at=None, **on).exists():
            continue
        made = Hold(
            **on, since=lost.since, staff_id=lost.staff_id,
            review_on=lost.holds_until.date() if lost.holds_until else lost.review_on,
            untold_why=lost.untold_why, untold_until=lost.untold_until,
        )  # fmt: skip
        rows.insert([made])
        actor = PERSON if lost.by == By.PERSON.value else Actor(By.STAFF, staff_id)
        holding, subject = about(made)
        done = Done(
            holding=holding, subject=subject, hold_id=made.id, verb=Verb.HELD, actor=actor,
            request_id=request_id, reason=lost.kind, until=made.review_on,
        )  # fmt: skip
        note([done], now)
        if HoldKind(made.kind) is HoldKind.AUTHORITY:
            note_telling(made, actor, now)
