"""Machines that report: only with a signature, and once."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from django.test import Client

from reprise.kernel import clock
from reprise.orders.models import Step
from reprise.payments.models import Notice
from reprise.sandbox.carrier.scans import sign
from reprise.shipping.models import Number, Scan, Shipment
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import pay, place
from tests.sandbox.carrier.running import SECRET
from tests.work import drain

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("sandbox", "carrier"),
]


@pytest.mark.parametrize(
    "signature", [{}, {"Sandbox-Signature": "t=1,v1=00"}, {"Sandbox-Signature": ""}]
)
def test_a_forged_notice_is_refused(signature: dict[str, str]) -> None:
    sale = place((an_offer(stock=1), 1))
    steps = Step.objects.count()
    body = {
        "id": "evt_1",
        "type": "payment.authorised",
        "payment": {"reference": str(sale.payment_id), "status": "authorised"},
    }
    answer = Client().post(
        "/hooks/payments/sandbox/", json.dumps(body), "application/json", headers=signature
    )
    assert answer.status_code == 400
    assert sale.payment.state == "created"
    assert Notice.objects.count() == 0
    assert Step.objects.count() == steps


def test_an_unknown_provider_is_not_found() -> None:
    assert Client().post("/hooks/payments/other/", "{}", "application/json").status_code == 404


def a_parcel(sandbox: Any, typed: str = "") -> Shipment:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    return Shipment.objects.get(id=sale.ship(case, tracking=typed))


def signed_body(parcel: Shipment, **changes: Any) -> bytes:
    return json.dumps(
        {"id": "s-1", "tracking": parcel.tracking, "kind": "delivered", "at": now().isoformat()}
        | changes
    ).encode()


def scan(parcel: Shipment, signature: str | None = None, **changes: Any) -> int:
    body = signed_body(parcel, **changes)
    given = sign(SECRET, int(time.time()), body) if signature is None else signature
    answer = Client().post(
        "/hooks/carriers/sandbox/", body, "application/json", headers={"Carrier-Signature": given}
    )
    return answer.status_code


def test_a_scan_moves_the_parcel_once(sandbox: Any) -> None:
    parcel = a_parcel(sandbox)
    assert scan(parcel) == 200
    assert scan(parcel) == 200
    parcel.refresh_from_db()
    assert parcel.state == "delivered"
    assert Scan.objects.count() == 1


def test_a_forged_or_broken_scan_changes_nothing(sandbox: Any) -> None:
    parcel = a_parcel(sandbox)
    assert scan(parcel, signature="") == 400
    assert scan(parcel, signature="é") == 400
    assert scan(parcel, signature=f"t={int(time.time())},v1=") == 400
    long_ago = int(time.time()) - 301
    body = signed_body(parcel)
    assert scan(parcel, signature=sign(SECRET, long_ago, body)) == 400, "recorded and sent again"
    assert scan(parcel, signature=sign("another secret", int(time.time()), body)) == 400
    assert scan(parcel, kind="exploded") == 400
    assert scan(parcel, at="yesterday") == 400
    parcel.refresh_from_db()
    assert parcel.state == "created"
    assert Scan.objects.count() == 0


def test_a_scan_that_overtakes_its_parcel_is_asked_for_again(sandbox: Any) -> None:
    parcel = a_parcel(sandbox)
    assert scan(parcel, tracking="SB999") == 404
    assert Scan.objects.count() == 0
    Number.objects.create(
        carrier="sandbox", tracking="SB999", seller_id=parcel.seller_id, shipment_id=parcel.id
    )
    Shipment.objects.update(tracking="SB999")
    assert scan(parcel, tracking="SB999") == 200


def test_what_the_carrier_tells_of_a_typed_number_decides_whether_it_counts(sandbox: Any) -> None:
    parcel = a_parcel(sandbox, "AB123456")
    told = {"tracking": "AB123456", "accepted_at": clock.now().isoformat()}
    there, here = ({"country": "FR", "postcode": code} for code in ("69002", "69001"))
    assert scan(parcel, id="a", **told, to=there) == 200
    parcel.refresh_from_db()
    assert parcel.state == "created"
    assert scan(parcel, id="b", **told, to={"country": "FR"}) == 400
    assert scan(parcel, id="c", **{**told, "accepted_at": "2026-11-24T10:00:00"}, to=here) == 400
    assert scan(parcel, id="d", **told, to=here) == 200
    parcel.refresh_from_db()
    assert parcel.state == "delivered"


@pytest.mark.parametrize("body", [b"[" * 50_000 + b"]" * 50_000, b'{"id": "\\u0000"}'])
def test_a_signed_body_that_nobody_can_read_is_refused(body: bytes) -> None:
    headers = {"Carrier-Signature": sign(SECRET, int(time.time()), body)}
    answer = Client().post("/hooks/carriers/sandbox/", body, "application/json", headers=headers)
    assert answer.status_code == 400
