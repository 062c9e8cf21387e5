"""Which commits wait for the disk: the last of a chain, and each that promises something."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test import Client

from reprise.kernel.event import Event
from reprise.kernel.ids import new_id
from reprise.ledger.models import Transfer
from reprise.orders.models import Order
from reprise.outbox import actions
from reprise.outbox.flush import FLUSH_LATER, LATER
from reprise.payments.models import Notice
from reprise.sandbox.payment.letters import sign
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place, to_the_provider
from tests.sandbox.running import SECRET

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass(frozen=True)
class DoorOpened(Event):
    id: UUID


@dataclass(frozen=True)
class GuestCame(Event):
    id: UUID


# (who, whether its transaction waits), as each stands when it has done its work.
seen: list[tuple[str, bool]] = []


def waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        return bool(cursor.fetchone()[0] == "on")


def let_in(event: DoorOpened, now: datetime) -> None:
    actions.publish([GuestCame(event.id)], at=now)
    seen.append(("let in", waits()))


def greet(event: GuestCame, now: datetime) -> None:
    seen.append(("greet", waits()))


@pytest.fixture(autouse=True)
def ears() -> Iterator[None]:
    """A database that waits, as a real one does, and two listeners."""
    seen.clear()
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")
    before = dict(actions._listeners)
    actions.listen(DoorOpened, let_in)
    actions.listen(GuestCame, greet)
    yield
    actions._listeners.clear()
    actions._listeners.update(before)
    with connection.cursor() as cursor:
        cursor.execute("RESET synchronous_commit")


def open_the_door() -> None:
    with transaction.atomic():
        actions.publish([DoorOpened(new_id())], at=now())
        seen.append(("open", waits()))


def test_only_the_last_of_what_is_told_at_once_waits() -> None:
    with actions.telling(now()):
        open_the_door()
    assert seen == [("open", False), ("let in", False), ("greet", True)]
    assert waits(), "the connection is as it was"


def test_what_is_told_later_waits_before_it() -> None:
    open_the_door()
    assert seen == [("open", True)]


def test_an_event_that_nobody_hears_is_followed_by_nothing_so_it_waits() -> None:
    actions._listeners.clear()
    with actions.telling(now()):
        open_the_door()
    assert seen == [("open", True)]


def test_it_ends_with_the_transaction_or_the_statement() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT {FLUSH_LATER}")
        assert not waits()
    assert waits()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT current_setting('synchronous_commit') FROM {LATER}")  # noqa: S608
        assert cursor.fetchone() == ("off",)
    assert waits()


class Statements:
    """What was sent to the database while it was listened to."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.sent.append(sql)
        return execute(sql, params, many, context)

    def last(self, words: str) -> int:
        return max((n for n, sql in enumerate(self.sent) if words in sql), default=-1)


@pytest.fixture
def statements() -> Iterator[Statements]:
    heard = Statements()
    with connection.execute_wrapper(heard):
        yield heard


def test_an_order_waits(statements: Statements) -> None:
    place((an_offer(stock=1), 1))
    assert Order.objects.count() == 1
    relaxed = [sql for sql in statements.sent if "synchronous_commit" in sql]
    assert [sql for sql in relaxed if "checkout_basketitem" not in sql] == []


def notice_of(sale: Any, event: str = "") -> dict[str, Any]:
    payment = sale.payment
    moment = datetime.now(now().tzinfo).isoformat()
    return {
        "id": event or f"evt_{uuid4().hex}",
        "type": "payment.authorised",
        "amount": payment.amount,
        "payment": {
            "id": payment.provider_ref, "reference": str(payment.id), "status": "authorised",
            "amount": payment.amount, "currency": "EUR", "authorised": payment.amount,
            "captured": 0, "refunded": 0, "status_at": moment,
        },
    }  # fmt: skip


def tell(body: dict[str, Any]) -> str:
    text = json.dumps(body)
    answer = Client().post(
        "/hooks/payments/sandbox/",
        text,
        "application/json",
        headers={"Sandbox-Signature": sign(SECRET, int(time.time()), text)},
    )
    return str(answer.json()["outcome"])


def test_a_notice_is_answered_after_a_commit_that_waits(
    sandbox: Any, statements: Statements
) -> None:
    sale = place((an_offer(stock=1), 1))
    to_the_provider(sale, sandbox)
    assert tell(notice_of(sale)) == "applied"
    assert sale.states == ["paid"]
    letters = statements.last("notifications_message")
    assert statements.last("synchronous_commit") < statements.last("outbox_delivery") < letters


def test_a_repeated_notice_is_noted_and_applied_once(sandbox: Any) -> None:
    sale = place((an_offer(stock=1), 1))
    to_the_provider(sale, sandbox)
    body = notice_of(sale)
    assert tell(body) == "applied"
    held = Transfer.objects.count()
    assert tell(body) == "repeated"
    assert tell(body | {"id": "evt_other"}) == "nothing_new"
    assert Notice.objects.count() == 2
    assert Transfer.objects.count() == held
    assert sale.states == ["paid"]
