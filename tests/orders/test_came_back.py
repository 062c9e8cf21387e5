"""A parcel that nobody took (S49): it came back, and is sent again or called off."""

from __future__ import annotations

from itertools import count
from typing import Any
from uuid import UUID

import pytest

from reprise.books.proof import findings
from reprise.ledger import queries as ledger
from reprise.ledger.models import Transfer
from reprise.ledger.states import AccountKind
from reprise.orders import actions as orders
from reprise.orders.actions.answer import UnknownOrder
from reprise.orders.actions.fulfil import NothingCameBack, NotReadyToShip
from reprise.orders.models import LineDevice, Step
from reprise.orders.queries import devices_of, dossier, seller_counts
from reprise.orders.states import OrderStatus
from reprise.payments.models import Part
from reprise.sellers.models import PLATFORM
from reprise.shipping import actions as shipping
from reprise.shipping.models import Item, Shipment
from tests.cast import OfferCase, a_seller, an_offer
from tests.moment import now
from tests.orders.sale import SELLER, Sale, pay, place
from tests.planted import failed
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
_event = count(1)


def scan(shipment: UUID, kind: str) -> str:
    parcel = Shipment.objects.get(id=shipment)
    told = shipping.receive_scan(
        carrier="sandbox",
        event_id=f"back-{next(_event)}",
        tracking=parcel.tracking,
        kind=kind,
        occurred_at=now(),
        now=now(),
    )
    drain()
    return told


@pytest.fixture
def returned(sandbox: Any) -> tuple[Sale, OfferCase, UUID]:
    """A sale of one device, 200 EUR and 3 EUR shipping, whose parcel came back."""
    case = an_offer(stock=1, price=20000, shipping=300)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    parcel = sale.ship(case)
    scan(parcel, "handed_over")
    scan(parcel, "returned")
    return sale, case, parcel


def again(sale: Sale, case: OfferCase, number: str = "SN-22") -> UUID:
    (line,) = sale.lines(case)
    return orders.ship(
        seller_id=case.seller.id,
        seller_order_id=sale.contract(case).id,
        devices={line: ("serial", number)},
        tracking="",
        actor=SELLER,
        now=now(),
    )


def test_a_parcel_that_came_back_is_said_to_buyer_and_seller(
    returned: tuple[Sale, OfferCase, UUID],
) -> None:
    sale, case, _ = returned
    assert sale.states == ["came_back"]
    assert dossier(sale.order).status is OrderStatus.CAME_BACK
    assert seller_counts(case.seller.id) == {"answer": 0, "ship": 1, "moving": 0, "done": 0}
    step = Step.objects.filter(order_id=sale.order.id).latest("seq")
    assert (step.verb, step.actor_kind, step.basis) == ("come_back", "carrier", "S49")
    assert case.available() == 0, "the device is still the buyer's"
    assert not Transfer.objects.filter(code="earned").exists()
    assert not findings()


def test_it_is_sent_again_in_a_new_round_and_earned_once(
    returned: tuple[Sale, OfferCase, UUID],
) -> None:
    sale, case, first = returned
    second = again(sale, case)
    (line,) = sale.lines(case)
    assert sale.states == ["shipped"]
    assert dict(Item.objects.filter(line_id=line).values_list("round", "shipment_id")) == {
        1: first,
        2: second,
    }
    assert LineDevice.objects.filter(line_id=line).count() == 2
    assert devices_of(dossier(sale.order).lines)[line].number == "SN-22"
    assert scan(second, "delivered") == "applied"
    assert sale.states == ["delivered"]
    assert Transfer.objects.filter(code="earned", line_id=line).count() == 1
    assert not findings()


def test_news_of_the_first_round_changes_nothing_in_the_second(
    returned: tuple[Sale, OfferCase, UUID],
) -> None:
    """An event is delivered at least once; the one of the first parcel comes again."""
    sale, case, first = returned
    again(sale, case)
    contract = sale.contract(case)
    steps = Step.objects.count()
    orders.come_back(first, case.seller.id, contract.id, now())
    orders.deliver(first, case.seller.id, contract.id, now())
    assert sale.states == ["shipped"]
    assert Step.objects.count() == steps
    assert not findings()


def test_it_is_called_off_and_the_money_goes_back_once(
    returned: tuple[Sale, OfferCase, UUID],
) -> None:
    sale, case, _ = returned
    contract = sale.contract(case)
    call = {"seller_id": case.seller.id, "seller_order_id": contract.id, "actor": SELLER}
    orders.call_off(**call, now=now())
    assert sale.states == ["cancelled"]
    with pytest.raises(NothingCameBack):
        orders.call_off(**call, now=now())
    with pytest.raises(NotReadyToShip):
        again(sale, case)
    drain()
    part = Part.objects.get(payment_id=sale.payment_id, reference=contract.id)
    assert part.refunded == 20300
    fee = Part.objects.get(payment_id=sale.payment_id, reference=sale.order.id)
    assert fee.refunded == sale.order.fee, "nothing is left of the order (S6)"
    assert not fee_income()
    assert case.available() == 1
    assert not findings()


def fee_income() -> int:
    return sum(
        row.amount.minor for row in ledger.balances(PLATFORM) if row.kind == AccountKind.FEE.value
    )


def test_the_fee_goes_back_with_the_last_device_whoever_calls_it_off(sandbox: Any) -> None:
    """Two sellers: one refuses, the parcel of the other comes back."""
    first, second = an_offer(price=10000), an_offer(seller=a_seller("Maas Refurb"), price=20000)
    sale = place((first, 1), (second, 1))
    pay(sale, sandbox)
    sale.answer(first, False)
    sale.answer(second)
    drain()
    assert fee_income() == sale.order.fee
    scan(sale.ship(second), "returned")
    orders.call_off(
        seller_id=second.seller.id,
        seller_order_id=sale.contract(second).id,
        actor=SELLER,
        now=now(),
    )
    drain()
    assert sorted(sale.states) == ["cancelled", "refused"]
    payment = sale.payment
    assert payment.captured == 20000 + sale.order.fee
    assert payment.refunded == payment.captured
    assert not fee_income()
    assert not findings()


def test_a_fee_that_is_kept_of_nothing_is_found(returned: tuple[Sale, OfferCase, UUID]) -> None:
    from reprise.orders.models import Line

    sale, _, _ = returned
    Line.objects.filter(order_id=sale.order.id).update(state="cancelled")
    assert "fees given back" in {finding.check for finding in findings()}


def test_nobody_else_calls_it_off(returned: tuple[Sale, OfferCase, UUID]) -> None:
    sale, case, _ = returned
    with pytest.raises(UnknownOrder):
        orders.call_off(
            seller_id=a_seller("Rival").id,
            seller_order_id=sale.contract(case).id,
            actor=SELLER,
            now=now(),
        )
    assert sale.states == ["came_back"]


def test_a_parcel_that_was_delivered_does_not_come_back(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    parcel = sale.ship(case)
    scan(parcel, "delivered")
    assert scan(parcel, "returned") == "nothing_new"
    assert sale.states == ["delivered"]
    with pytest.raises(NothingCameBack):
        orders.call_off(
            seller_id=case.seller.id,
            seller_order_id=sale.contract(case).id,
            actor=SELLER,
            now=now(),
        )
    assert not findings()


def test_half_of_an_order_comes_back(sandbox: Any) -> None:
    """Two devices in two parcels: only the one that came back is called off."""
    case = an_offer(stock=2, price=10000)
    sale = place((case, 2))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    one, two = sale.lines(case)
    parcels = [
        orders.ship(
            seller_id=case.seller.id,
            seller_order_id=sale.contract(case).id,
            devices={line: ("serial", f"SN-{line.hex[-6:]}")},
            tracking="",
            actor=SELLER,
            now=now(),
        )
        for line in (one, two)
    ]
    scan(parcels[0], "delivered")
    scan(parcels[1], "returned")
    assert sale.states == ["delivered", "came_back"]
    assert dossier(sale.order).status is OrderStatus.CAME_BACK
    orders.call_off(
        seller_id=case.seller.id, seller_order_id=sale.contract(case).id, actor=SELLER, now=now()
    )
    drain()
    assert sale.states == ["delivered", "cancelled"]
    assert Part.objects.get(reference=sale.contract(case).id).refunded == 10000
    assert Part.objects.get(reference=sale.order.id).refunded == 0, "a device is left"
    assert fee_income() == sale.order.fee
    assert dossier(sale.order).status is OrderStatus.DELIVERED
    assert not findings()


def test_a_line_that_stays_shipped_in_a_parcel_that_came_back_is_found(
    returned: tuple[Sale, OfferCase, UUID],
) -> None:
    from datetime import timedelta

    from reprise.orders.models import Line

    sale, case, parcel = returned
    long_ago = now() - timedelta(hours=2)
    Shipment.objects.filter(id=parcel).update(state_at=long_ago)
    assert not failed()
    Line.objects.filter(id=sale.lines(case)[0]).update(state="shipped")
    assert "deliveries" in failed()
