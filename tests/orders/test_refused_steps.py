"""What a sale refuses: a rival's step, a step out of turn, and the same step again."""

from __future__ import annotations

import psycopg
import pytest
from django.db import IntegrityError, transaction

from reprise.accounts.models import User
from reprise.checkout import actions as checkout
from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.ledger.states import AccountKind
from reprise.offers import actions as offers
from reprise.orders import actions as orders
from reprise.orders import log
from reprise.orders.actions.answer import AlreadyAnswered, UnknownOrder
from reprise.orders.actions.fulfil import BadDeviceNumber, NotReadyToShip, device_number
from reprise.orders.models import Order, Step
from reprise.payments import actions as payments
from reprise.payments.models import Instruction
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from tests.cast import CONTACT, a_seller, an_offer
from tests.database import endpoints
from tests.moment import now
from tests.orders.sale import balance, books, collected, pay, place
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_rival_cannot_collect_on_anothers_parcel(sandbox) -> None:
    honest, thief = an_offer(stock=1), an_offer(stock=1)
    sales = [place((case, 1)) for case in (honest, thief)]
    for sale, case in zip(sales, (honest, thief), strict=True):
        pay(sale, sandbox)
        sale.answer(case)
        drain()
    parcel = Shipment.objects.get(id=sales[0].ship(honest))
    (line,) = sales[1].lines(thief)
    with pytest.raises(shipping.TrackingTaken):
        orders.ship(
            seller_id=thief.seller.id,
            seller_order_id=sales[1].contract(thief).id,
            devices={line: ("serial", "STOLEN-1")},
            tracking=parcel.tracking,
            actor=log.Actor("seller"),
            now=now(),
        )
    assert sales[1].states == ["sold"]


def test_one_visitor_cannot_hold_a_shelf() -> None:
    case = an_offer(stock=100)
    for _ in range(checkout.MOST_UNPAID):
        place((case, 1))
    with pytest.raises(checkout.TooManyUnpaid):
        place((case, 1))
    with pytest.raises(checkout.TooMany):
        place(*[(an_offer(stock=10), 10) for _ in range(3)])
    assert case.available() == 100 - checkout.MOST_UNPAID


def test_a_stranger_keeps_nobody_from_buying_by_their_address() -> None:
    """Three orders with somebody's address stop guests who type it, not the person."""
    case, email = an_offer(stock=100), CONTACT.email.upper()
    for _ in range(checkout.MOST_UNPAID):
        place((case, 1))
    ada = User.objects.create_user(email, "a long enough word")
    eve = User.objects.create_user("eve@buyer.example", "a long enough word", verified_at=now())
    for buyer in (None, ada.id, eve.id):
        with pytest.raises(checkout.TooManyUnpaid):
            place((case, 1), buyer=buyer)
    User.objects.filter(id=ada.id).update(verified_at=now())
    for _ in range(checkout.MOST_UNPAID):
        place((case, 1), buyer=ada.id)
    with pytest.raises(checkout.TooManyUnpaid):
        place((case, 1), buyer=ada.id)
    assert case.available() == 100 - 2 * checkout.MOST_UNPAID


def test_the_same_answer_again_changes_nothing_and_another_is_refused(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    steps = Step.objects.count()
    sale.answer(case)
    assert Step.objects.count() == steps
    assert Instruction.objects.filter(verb="capture").count() == 1
    with pytest.raises(AlreadyAnswered):
        sale.answer(case, False)
    drain()
    sale.answer(case)
    assert sale.states == ["sold"]
    assert not books()


def test_a_rival_cannot_answer_or_ship(sandbox) -> None:
    case, rival = an_offer(stock=1), a_seller("Rival")
    sale = place((case, 1))
    pay(sale, sandbox)
    contract = sale.contract(case)
    with pytest.raises(UnknownOrder):
        orders.answer(
            seller_id=rival.id,
            seller_order_id=contract.id,
            accept={},
            reason="",
            actor=log.Actor("seller"),
            now=now(),
        )
    with pytest.raises(UnknownOrder):
        orders.ship(
            seller_id=rival.id,
            seller_order_id=contract.id,
            devices={},
            tracking="",
            actor=log.Actor("seller"),
            now=now(),
        )
    assert sale.states == ["paid"]


def test_nothing_is_shipped_before_the_sale_is_final_or_twice(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    line = sale.lines(case)[0]
    again = {
        "seller_id": case.seller.id,
        "seller_order_id": sale.contract(case).id,
        "devices": {line: ("imei", "490154203237518")},
        "tracking": "",
        "actor": log.Actor("seller"),
        "now": now(),
    }
    with pytest.raises(NotReadyToShip):
        orders.ship(**again)
    sale.answer(case)
    drain()
    orders.ship(**again)
    with pytest.raises(NotReadyToShip):
        orders.ship(**again)
    assert Shipment.objects.count() == 1


def test_a_repeated_scan_pays_the_seller_once(sandbox) -> None:
    case = an_offer(stock=1, price=10000)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    parcel = Shipment.objects.get(id=sale.ship(case))
    scan = {
        "carrier": parcel.carrier,
        "tracking": parcel.tracking,
        "kind": "delivered",
        "occurred_at": now(),
        "now": now(),
    }
    assert shipping.receive_scan(event_id="one", **scan) == "applied"
    assert shipping.receive_scan(event_id="one", **scan) == "repeated"
    assert shipping.receive_scan(event_id="two", **scan) == "nothing_new"
    drain()
    assert balance(case.seller.id, AccountKind.PAYABLE) == 9000
    assert not books()


@pytest.mark.parametrize(
    "number", ["490154203237519", "49015420323751", "4901542032375180", "abcdefghijklmno", ""]
)
def test_an_imei_with_a_wrong_check_digit_is_refused(number: str) -> None:
    with pytest.raises(BadDeviceNumber):
        device_number("imei", number)


def test_an_imei_is_stored_as_digits() -> None:
    # 490154203237518 is the example of the IMEI standard's Luhn check.
    assert device_number("imei", "49-015420-323751-8") == "490154203237518"


def test_a_changed_step_or_sale_shows() -> None:
    sale = place((an_offer(stock=2), 2))
    assert log.broken_at(sale.order.id) is None
    with psycopg.connect(endpoints.owner_url, autocommit=True) as owner:
        owner.execute("UPDATE orders_step SET reason = 'other' WHERE seq = 1")
    assert log.broken_at(sale.order.id) == 1


def test_a_buyers_form_sent_twice_is_one_order() -> None:
    case = an_offer(stock=5)
    basket, _ = checkout.open_basket("fr", now())
    checkout.put(basket, case.id, 2, now())
    from reprise.checkout.queries import quote
    from tests.cast import CONTACT

    request = {
        "basket_id": basket.id,
        "language": "fr",
        "contact": CONTACT,
        "method": "card",
        "fingerprint": quote(basket, "fr", now()).fingerprint,
        "request_key": "one",
        "now": now(),
    }
    first, second = checkout.place_order(**request), checkout.place_order(**request)
    assert first == second
    assert Order.objects.count() == 1
    assert case.available() == 3
    with pytest.raises(checkout.EmptyBasket):
        checkout.place_order(**{**request, "request_key": "two"})


def test_a_price_that_changed_is_not_ordered() -> None:
    case = an_offer(stock=5, price=30000)
    basket, _ = checkout.open_basket("fr", now())
    checkout.put(basket, case.id, 1, now())
    from reprise.checkout.queries import quote
    from tests.cast import CONTACT

    seen = quote(basket, "fr", now()).fingerprint
    offers.set_price(case.seller.id, case.id, "fr", 29900, now())
    with pytest.raises(checkout.QuoteChanged):
        checkout.place_order(
            basket_id=basket.id,
            language="fr",
            contact=CONTACT,
            method="card",
            fingerprint=seen,
            request_key="one",
            now=now(),
        )
    assert Order.objects.count() == 0
    assert case.available() == 5


def test_more_cannot_be_asked_back_than_was_collected(sandbox) -> None:
    case = an_offer(stock=1, price=20000, market="be")
    sale = place((case, 1), method="bancontact", market="be")
    collected(sale, sandbox)
    contract = sale.contract(case).id
    with transaction.atomic():
        payments.ask_refund(
            sale.payment_id, {contract: Money(20000, "EUR")}, now(), key=str(new_id())
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        payments.ask_refund(sale.payment_id, {contract: Money(1, "EUR")}, now(), key=str(new_id()))
