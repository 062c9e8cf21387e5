"""Notices: signed, sent until they are taken, and as badly behaved as the card says."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.sandbox import buyer as cards
from tests.sandbox.buyer import Buyer
from tests.sandbox.running import SECRET, Ear, RunningProvider, eventually

NewPayment = Callable[..., dict[str, Any]]
Paid = Callable[..., str]


def types(ear: Ear, payment: str) -> list[str]:
    return [notice["type"] for notice in ear.about(payment)]


def settled(sandbox: RunningProvider, payment: str) -> bool:
    """True when nothing more will be sent about a payment."""
    query = "SELECT 1 FROM sandbox.notice WHERE payment = %s AND next_at IS NOT NULL"
    return not sandbox.rows(query, payment)


def test_each_change_is_told_with_the_state_as_it_was_then(
    sandbox: RunningProvider, ear: Ear, paid: Paid
) -> None:
    payment = paid(cards.SUCCEEDS)
    sandbox.api("POST", f"/v1/payments/{payment}/capture", {"amount": 30000})
    sandbox.api("POST", f"/v1/payments/{payment}/refunds", {"amount": 100})
    sandbox.api("POST", f"/v1/payments/{payment}/refunds", {"amount": 200})
    eventually(lambda: len(ear.about(payment)) == 4)
    told = [
        (n["type"], n["amount"], n["payment"]["status"], n["payment"]["refunded"])
        for n in ear.about(payment)
    ]
    assert told == [
        ("payment.authorised", 31599, "authorised", 0),
        ("payment.captured", 30000, "captured", 0),
        ("refund.done", 100, "captured", 100),
        ("refund.done", 200, "captured", 300),
    ]
    assert len({notice["id"] for notice in ear.about(payment)}) == 4
    assert all("secret" not in notice["payment"] for notice in ear.about(payment))


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("cancel", "payment.cancelled"),
        ("release open", "payment.cancelled"),
        ("release held", "payment.released"),
        ("lapse", "payment.lapsed"),
        ("refuse capture", "payment.capture_refused"),
        ("decline", "payment.declined"),
        ("collect", "payment.collected"),
    ],
)
def test_every_end_is_told(
    sandbox: RunningProvider, ear: Ear, new_payment: NewPayment, ending: str, kind: str
) -> None:
    payment = new_payment(method="ideal" if ending == "collect" else "card")
    buyer, path = Buyer(sandbox, payment["page"]), f"/v1/payments/{payment['id']}"
    if ending == "cancel":
        buyer.go(buyer.page.form("/cancel"))
    elif ending == "release open":
        sandbox.api("POST", f"{path}/release", {})
    elif ending == "release held":
        buyer.pay(cards.SUCCEEDS)
        sandbox.api("POST", f"{path}/release", {})
    elif ending == "lapse":
        buyer.pay(cards.LAPSES)
    elif ending == "refuse capture":
        buyer.pay(cards.CAPTURE_REFUSED)
        sandbox.api("POST", f"{path}/capture", {"amount": 5})
    elif ending == "decline":
        for _ in range(3):
            buyer.pay(cards.DECLINED)
    else:
        form = buyer.open(buyer.page.read.links[0]).form("/bank")
        buyer.go(form, answer="approve")
    eventually(lambda: kind in types(ear, payment["id"]))
    assert types(ear, payment["id"]).count(kind) == 1


def test_a_notice_is_signed_over_its_time_and_its_body(
    sandbox: RunningProvider, ear: Ear, paid: Paid
) -> None:
    payment = paid(cards.SUCCEEDS)
    eventually(lambda: ear.about(payment))
    for headers, body in list(ear.heard):
        given = {name.lower(): value for name, value in headers.items()}["sandbox-signature"]
        moment, seal = (part.split("=")[1] for part in given.split(","))
        message = moment.encode() + b"." + body
        assert seal == hmac.new(SECRET.encode(), message, hashlib.sha256).hexdigest()


def test_the_card_for_late_notices(sandbox: RunningProvider, ear: Ear, paid: Paid) -> None:
    payment = paid(cards.LATE)
    query = "SELECT created_at FROM sandbox.notice WHERE payment = %s"
    ((made,),) = sandbox.rows(query, payment)
    eventually(lambda: ear.about(payment))
    eventually(lambda: settled(sandbox, payment))
    query = "SELECT delivered_at FROM sandbox.notice WHERE payment = %s"
    ((taken,),) = sandbox.rows(query, payment)
    assert taken - made >= timedelta(seconds=1), "the setting of these tests"


def test_the_card_for_notices_that_come_twice(
    sandbox: RunningProvider, ear: Ear, paid: Paid
) -> None:
    payment = paid(cards.TWICE)
    eventually(lambda: len(ear.about(payment)) == 2)
    first, second = ear.about(payment)
    assert first == second


def test_the_card_for_notices_out_of_order(sandbox: RunningProvider, ear: Ear, paid: Paid) -> None:
    payment = paid(cards.DISORDER)
    sandbox.api("POST", f"/v1/payments/{payment}/capture", {"amount": 31599})
    eventually(lambda: len(ear.about(payment)) == 2)
    assert types(ear, payment) == ["payment.captured", "payment.authorised"]


def test_the_card_for_notices_that_never_come(sandbox: RunningProvider, paid: Paid) -> None:
    payment = paid(cards.NEVER)
    sandbox.api("POST", f"/v1/payments/{payment}/capture", {"amount": 31599})
    assert sandbox.api("GET", f"/v1/payments/{payment}")[1]["status"] == "captured"
    assert sandbox.rows("SELECT 1 FROM sandbox.notice WHERE payment = %s", payment) == []


def test_a_notice_that_is_not_taken_is_sent_again(
    sandbox: RunningProvider, ear: Ear, new_payment: NewPayment
) -> None:
    payment = new_payment()
    ear.deaf_to[payment["id"]] = 2
    Buyer(sandbox, payment["page"]).pay(cards.SUCCEEDS)
    eventually(lambda: settled(sandbox, payment["id"]))
    assert len(ear.about(payment["id"])) == 3
    assert len({notice["id"] for notice in ear.about(payment["id"])}) == 1


def test_a_notice_is_given_up_in_the_end(
    sandbox: RunningProvider, ear: Ear, new_payment: NewPayment
) -> None:
    payment = new_payment()
    ear.deaf_to[payment["id"]] = 99
    Buyer(sandbox, payment["page"]).pay(cards.SUCCEEDS)
    eventually(lambda: ear.about(payment["id"]))
    where = "WHERE payment = %s AND attempts BETWEEN 1 AND 10 RETURNING id"
    hurry = f"UPDATE sandbox.notice SET attempts = 11, next_at = now() {where}"  # noqa: S608
    eventually(lambda: sandbox.rows(hurry, payment["id"]))
    eventually(lambda: settled(sandbox, payment["id"]))
    query = "SELECT attempts, delivered_at FROM sandbox.notice WHERE payment = %s"
    assert sandbox.rows(query, payment["id"]) == [(12, None)]
