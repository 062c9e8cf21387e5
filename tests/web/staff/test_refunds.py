"""The staff room: a refund that was refused, and what decides over money."""

from __future__ import annotations

from typing import Any

import pytest

from reprise.accounts.models import User
from reprise.orders.models import Step
from reprise.payments.models import Instruction
from reprise.payments.providers.base import ProviderRefused
from reprise.shipping.models import Shipment
from tests.cast import OfferCase, an_offer
from tests.orders.sale import Sale
from tests.orders.test_refused_refunds import collected, no_refunds
from tests.web.account.people import fresh
from tests.web.staff.test_room import staff, text_of
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_refused_refund_is_listed_and_asked_for_again(sandbox: Any, monkeypatch: Any) -> None:
    good = an_offer(stock=1, price=20000, market="be")
    bad = an_offer(stock=1, price=10000, market="be")
    sale = collected(sandbox, good, bad)
    with no_refunds(monkeypatch, ProviderRefused("account_closed")):
        sale.answer(bad, False)
        drain()
    client = fresh(staff())
    assert "/staff/orders/?need=refund" in text_of(client, "")
    assert sale.order.reference in text_of(client, "orders/?need=refund")
    page = f"orders/{sale.order.reference}/"
    refused = Instruction.objects.get(verb="refund")
    action = f"/staff/{page}refunds/{refused.id}/"
    assert action in text_of(client, page)
    for _ in range(2):
        assert client.post(action).headers["Location"] == f"/staff/{page}#payments"
    assert Instruction.objects.filter(repeats=refused).count() == 1
    drain()
    assert sale.payment.refunded == 10000
    step = Step.objects.filter(order_id=sale.order.id).latest("seq")
    assert (step.actor_kind, step.actor_id) == ("staff", User.objects.get().id)
    after = text_of(client, page)
    assert action not in after
    assert "staff@room.example" in after
    assert sale.order.reference not in text_of(client, "orders/?need=refund")


def test_a_refund_waits_for_a_password_given_just_now(sandbox: Any, monkeypatch: Any) -> None:
    """Money is not moved by who finds a clerk's device unlocked (0041)."""
    good = an_offer(stock=1, price=20000, market="be")
    bad = an_offer(stock=1, price=10000, market="be")
    sale = collected(sandbox, good, bad)
    with no_refunds(monkeypatch, ProviderRefused("account_closed")):
        sale.answer(bad, False)
        drain()
    client, refused = staff(), Instruction.objects.get(verb="refund")
    action = f"/staff/orders/{sale.order.reference}/refunds/{refused.id}/"
    asked = client.post(action)
    assert asked.status_code == 403
    assert "no-store" in asked.headers["Cache-Control"]
    assert 'name="proof"' in asked.content.decode()
    wrong = client.post(action, {"proof": "1", "password": "not this word"})
    assert wrong.status_code == 422
    assert not Instruction.objects.exclude(repeats=None).exists()
    done = client.post(action, {"proof": "1", "password": "a long enough word"})
    assert done.headers["Location"].endswith("#payments")
    assert Instruction.objects.filter(repeats=refused).count() == 1


@pytest.mark.parametrize("what", ["vouch", "number"])
def test_what_decides_over_a_parcels_money_waits_too(
    sold: tuple[Sale, OfferCase], what: str
) -> None:
    sale, _ = sold
    parcel = Shipment.objects.get()
    action = f"/staff/orders/{sale.order.reference}/parcels/{parcel.id}/{what}/"
    assert staff().post(action).status_code == 403
    assert fresh(staff()).post(action).status_code in {302, 404, 409}


def test_why_a_refund_is_not_asked_for_is_said(sandbox: Any, monkeypatch: Any) -> None:
    case = an_offer(stock=1, price=10000, market="be")
    other = an_offer(stock=1, price=10000, market="be")
    sale = collected(sandbox, case, other)
    with no_refunds(monkeypatch, ProviderRefused("account_closed")):
        sale.answer(case, False)
        drain()
    refund = Instruction.objects.get(verb="refund")
    sandbox.api(
        "POST",
        f"/v1/payments/{sale.payment.provider_ref}/refunds",
        {"amount": 9000, "currency": "EUR"},
    )
    answer = fresh(staff()).post(f"/staff/orders/{sale.order.reference}/refunds/{refund.id}/")
    assert answer.status_code == 409
    assert "could send the money twice" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_refund_of_another_order_is_not_found(sandbox: Any, monkeypatch: Any) -> None:
    case = an_offer(stock=2, price=10000, market="be")
    sale, other = collected(sandbox, case), collected(sandbox, case)
    with no_refunds(monkeypatch, ProviderRefused("account_closed")):
        sale.answer(case, False)
        drain()
    refund = Instruction.objects.filter(verb="refund").earliest("id")
    answer = fresh(staff()).post(f"/staff/orders/{other.order.reference}/refunds/{refund.id}/")
    assert answer.status_code == 404
    assert not Instruction.objects.exclude(repeats=None).exists()
