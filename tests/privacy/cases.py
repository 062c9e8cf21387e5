"""Orders at their ends, as people ask about them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
from django.db import transaction

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.kernel.reference import new_reference
from reprise.notifications.actions import send_post
from reprise.orders.models import Order
from reprise.privacy.actions import asking, erasing, lifting
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.leaving import Decided
from reprise.privacy.models import Act, Request
from reprise.privacy.states import By, Lift
from tests import database
from tests.cast import OfferCase, an_offer
from tests.moment import now
from tests.orders.sale import Sale, delivered, pay, place
from tests.planted import corrupt
from tests.work import drain

# Longer than anybody can withdraw.
WITHDRAWN = timedelta(days=21)


@dataclass
class Bought:
    sale: Sale
    case: OfferCase

    @property
    def id(self) -> UUID:
        return self.sale.order.id


def bought(
    sandbox: Any, price: int = 20000, buyer: UUID | None = None, case: OfferCase | None = None
) -> Bought:
    """Paid, delivered, and every letter of it sent."""
    case = case or an_offer(stock=1, price=price)
    sale = place((case, 1), buyer=buyer)
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    delivered(sale, case)
    send_post(now())
    return Bought(sale, case)


def ada() -> User:
    """A buyer with an account."""
    return User.objects.create_user("ada@buyer.example", "a long enough word", verified_at=now())


def placed_ago(order: Order, days: int = 400) -> Order:
    """The same order, placed so long ago."""
    at = now() - timedelta(days=days)
    corrupt("UPDATE orders_order SET placed_at = %(at)s WHERE id = %(id)s", at=at, id=order.id)
    return order


def long_over(order_id: UUID) -> None:
    """Placed and delivered so long ago that nothing of it runs any more."""
    _moved(order_id, placed=731, delivered=731)


def delivered_before_placed(order_id: UUID) -> None:
    """So long ago, too; but its dates contradict each other."""
    _moved(order_id, placed=731, delivered=740)


def _moved(order_id: UUID, *, placed: int, delivered: int) -> None:
    for statement, days in (
        ("UPDATE orders_order SET placed_at = %(at)s WHERE id = %(id)s", placed),
        ("UPDATE orders_line SET state_at = %(at)s WHERE order_id = %(id)s", delivered),
    ):
        corrupt(statement, at=now() - timedelta(days=days), id=order_id)


def two_lift(hold_id: UUID, at: datetime | None = None) -> None:
    """One of the staff asks for a hold to be lifted, and another one agrees."""
    lifting.lift(hold_id, Lift.OVER, Actor(By.STAFF, new_id()), at or now())
    lifting.agree(hold_id, Lift.OVER, Actor(By.STAFF, new_id()), at or now())


def days_pass(hold_id: UUID | None = None) -> None:
    """The days in which what was lifted is still held are over: of one, or of all."""
    corrupt(
        "UPDATE privacy_hold SET lifted_at = lifted_at - interval '8 days',"
        " holds_until = holds_until - interval '8 days'"
        " WHERE lifted_at IS NOT NULL AND (%(id)s::uuid IS NULL OR id = %(id)s)",
        unguarded="privacy_hold", id=hold_id,
    )  # fmt: skip


def later(days: int = WITHDRAWN.days) -> datetime:
    return now() + timedelta(days=days)


def today() -> date:
    """The day on which a request that comes now is received, by the law's calendar: not UTC's."""
    return asking.CALENDAR.day_of(now())


def asked() -> UUID:
    """A request for erasure."""
    return Request.objects.create(
        reference=new_reference("P"), kind="erasure", locale="fr-fr", received_on=today(),
        answer_by=date(2099, 1, 1),
    ).id  # fmt: skip


def erase(
    request_id: UUID, *orders: UUID, at: datetime | None = None, account: UUID | None = None
) -> dict[UUID, Decided]:
    """Show the plan and confirm it."""
    when = at or later()
    shown = erasing.plan(orders, when)
    done = confirmed(request_id, orders, shown.digest, when, account)
    assert [each.fate for each in done] == [each.fate for each in shown.decided]
    return {each.order_id: each for each in done}


def confirmed(
    request_id: UUID,
    orders: Collection[UUID],
    digest: str,
    when: datetime,
    account: UUID | None = None,
) -> tuple[Decided, ...]:
    """A person's word for a plan that was shown, and what is done at once."""
    with transaction.atomic(durable=True):
        erasing.note(request_id, orders, PERSON, digest, when, account)
    return erasing.carry_out(request_id, when)


def acts() -> list[tuple[str, str, str]]:
    """What was done, in turn: holding, verb, ground."""
    found = Act.objects.order_by("seq").values_list("seq", "holding", "verb", "basis")
    rows = list(found)
    assert [seq for seq, *_ in rows] == list(range(1, len(rows) + 1)), "the log has a gap"
    return [(holding, verb, basis) for _, holding, verb, basis in rows]


def dump() -> str:
    """Every row of every table of ours, as the owner reads them."""
    with psycopg.connect(database.endpoints.owner_url) as owner:
        tables = owner.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
        ).fetchall()
        return "\n".join(
            str(row)
            for (table,) in tables
            for (row,) in owner.execute(f'SELECT t::text FROM "{table}" t').fetchall()  # type: ignore[arg-type]  # noqa: S608
        )
