"""The whole sale by its actions, with the real sandbox provider and the books proved after each."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from reprise.books.proof import findings
from reprise.checkout import actions as checkout
from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.ledger import queries as ledger
from reprise.ledger.states import AccountKind
from reprise.notifications.models import Message
from reprise.offers import actions as offers
from reprise.orders import actions as orders
from reprise.orders import log
from reprise.orders.actions.answer import AlreadyAnswered, UnknownOrder
from reprise.orders.actions.fulfil import BadDeviceNumber, NotReadyToShip, device_number
from reprise.orders.models import Line, Order, Step
from reprise.payments import actions as payments
from reprise.payments.actions.ask import Share
from reprise.payments.actions.perform import PaymentClosed
from reprise.payments.models import Instruction, Payment
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from reprise.sellers.models import PLATFORM
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from reprise.wiring import sweeps
from tests.cast import a_seller, an_offer
from tests.database import endpoints
from tests.moment import now
from tests.orders.sale import Sale, pay, place, to_the_provider
from tests.sandbox import buyer as cards
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def books() -> list[str]:
    return [f"{finding.check}: {finding.text}" for finding in findings()]


def balance(seller_id, kind: AccountKind) -> int:
    return sum(row.amount.minor for row in ledger.balances(seller_id) if row.kind == kind.value)


def delivered(sale: Sale, case) -> None:
    parcel = Shipment.objects.get(id=sale.ship(case))
    shipping.receive_scan(
        carrier=parcel.carrier,
        event_id=f"scan-{parcel.id}",
        tracking=parcel.tracking,
        kind="delivered",
        occurred_at=now(),
        now=now(),
    )
    drain()


def test_a_device_is_sold_and_every_cent_has_its_place(sandbox) -> None:
    case = an_offer(stock=2, price=31200, shipping=490)
    sale = place((case, 1))
    assert sale.order.money == Money(31200 + 490 + 399, "EUR")
    assert sale.states == ["reserved"]
    pay(sale, sandbox)
    assert sale.states == ["paid"]
    assert balance(case.seller.id, AccountKind.PROVIDER) == 0, "held money is not ours"
    sale.answer(case)
    assert sale.states == ["accepted"]
    drain()
    assert sale.states == ["sold"]
    assert sale.payment.captured == 31200 + 490 + 399
    # Collected: at the provider, in clearing for the seller; the fee is earned.
    assert balance(case.seller.id, AccountKind.PROVIDER) == 31690
    assert balance(case.seller.id, AccountKind.CLEARING) == 31690
    assert balance(PLATFORM, AccountKind.FEE) == 399
    assert not books()
    delivered(sale, case)
    assert sale.states == ["delivered"]
    # 10 % of 316.90 is 31.69; the seller is owed the rest; nothing is left in clearing.
    assert balance(case.seller.id, AccountKind.COMMISSION) == 3169
    assert balance(case.seller.id, AccountKind.PAYABLE) == 31690 - 3169
    assert balance(case.seller.id, AccountKind.CLEARING) == 0
    assert case.available() == 1
    assert not books()
    sent = set(Message.objects.values_list("template", flat=True))
    assert sent == {"order_paid", "new_order", "sale_final", "shipped", "delivered"}


def test_what_one_seller_refuses_is_not_collected(sandbox) -> None:
    kind, full = an_offer(stock=3, price=20000, shipping=300), an_offer(stock=1, price=10000)
    sale = place((kind, 2), (full, 1))
    pay(sale, sandbox)
    kind_lines = sale.lines(kind)
    sale.answer(kind, True, False)
    assert Instruction.objects.exclude(verb="authorize").count() == 0, "one seller is still silent"
    sale.answer(full, False)
    drain()
    # One device of 200.00 and half of the shipping of 3.00, and the fee.
    assert sale.payment.captured == 20000 + 150 + 399
    assert {line: Line.objects.get(id=line).state for line in kind_lines} == {
        kind_lines[0]: "sold",
        kind_lines[1]: "refused",
    }
    assert kind.available() == 2
    assert full.available() == 1
    assert not books()


def test_when_all_is_refused_the_hold_is_released(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case, False)
    drain()
    assert sale.payment.state == "released"
    assert sale.payment.captured == 0
    assert case.available() == 1
    assert balance(case.seller.id, AccountKind.CLEARING) == 0
    assert not books()


def test_silence_gives_the_money_back_by_itself(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    accept_by = sale.contract(case).accept_by
    assert accept_by
    assert timedelta(0) <= accept_by - now() - timedelta(hours=24) < timedelta(minutes=5)
    assert not orders.lapse(sale.order.id, accept_by - timedelta(seconds=1))
    assert orders.lapse(sale.order.id, accept_by)
    drain()
    assert sale.states == ["lapsed"]
    assert sale.payment.state == "released"
    assert case.available() == 1
    with pytest.raises(AlreadyAnswered):
        sale.answer(case, True)
    assert not books()


def collected(sale: Sale, sandbox) -> None:
    """Approve on the bank's page."""
    buyer = to_the_provider(sale, sandbox)
    buyer.page = buyer.open(buyer.page.read.links[0])
    buyer.go(buyer.page.form("/bank"), answer="approve")
    payments.refresh(sale.payment_id, now())
    drain()


def test_a_method_that_collects_at_once_is_refunded_where_a_seller_refuses(sandbox) -> None:
    good = an_offer(stock=1, price=20000, market="be", shipping=500)
    bad = an_offer(stock=1, price=10000, market="be")
    sale = place((good, 1), (bad, 1), method="bancontact", market="be")
    collected(sale, sandbox)
    assert sale.payment.state == "captured"
    assert sale.states == ["paid", "paid"]
    assert not books()
    sale.answer(bad, False)
    drain()
    assert sale.payment.refunded == 10000
    sale.answer(good, True)
    drain()
    assert sorted(sale.states) == ["refused", "sold"]
    assert balance(PLATFORM, AccountKind.FEE) == 399
    assert balance(bad.seller.id, AccountKind.CLEARING) == 0
    assert not books()


def test_a_collected_order_refused_whole_gives_the_fee_back_too(sandbox) -> None:
    case = an_offer(stock=1, price=20000, market="be", shipping=500)
    sale = place((case, 1), method="bancontact", market="be")
    collected(sale, sandbox)
    sale.answer(case, False)
    drain()
    assert sale.payment.refunded == sale.payment.amount == 20000 + 500 + 399
    assert balance(PLATFORM, AccountKind.FEE) == 0
    assert not books()


def test_an_unpaid_order_gives_its_stock_back_after_its_time(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    to_the_provider(sale, sandbox)
    assert case.available() == 0
    assert not orders.expire(sale.order.id, now() + timedelta(minutes=14))
    assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
    assert sale.states == ["expired"]
    assert case.available() == 1
    assert not books()


def test_money_that_comes_after_the_end_reserves_again(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    page = to_the_provider(sale, sandbox)
    assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
    page.pay(cards.SUCCEEDS)
    payments.refresh(sale.payment_id, now())
    drain()
    assert sale.states == ["paid"]
    assert case.available() == 0
    assert not books()


def test_money_that_comes_after_the_end_goes_back_when_the_device_is_gone(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    page = to_the_provider(sale, sandbox)
    assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
    second = place((case, 1))
    page.pay(cards.SUCCEEDS)
    payments.refresh(sale.payment_id, now())
    drain()
    assert sale.states == ["expired"]
    assert sale.payment.state == "released"
    assert second.states == ["reserved"]
    assert not books()


def test_an_authorisation_that_the_order_has_not_heard_of_keeps_it(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    to_the_provider(sale, sandbox).pay(cards.SUCCEEDS)
    payments.refresh(sale.payment_id, now())  # recorded; the event has not been delivered
    assert not orders.expire(sale.order.id, now() + timedelta(hours=1))
    drain()
    assert sale.states == ["paid"]
    assert not books()


def test_a_capture_that_is_refused_undoes_the_sale(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox, cards.CAPTURE_REFUSED)
    sale.answer(case)
    drain()
    assert sale.states == ["cancelled"]
    assert sale.payment.state == "released"
    assert case.available() == 1
    assert not books()


def test_a_hold_that_lapses_at_the_provider_undoes_the_sale(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    to_the_provider(sale, sandbox).pay(cards.LAPSES)
    payments.refresh(sale.payment_id, now())
    drain()
    assert sale.states in (["cancelled"], ["reserved"])
    if sale.states == ["reserved"]:  # the shop never saw the hold
        assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
    assert case.available() == 1
    assert not books()


def test_a_second_attempt_that_is_paid_as_well_is_given_back(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    first = to_the_provider(sale, sandbox)
    for _ in range(3):
        first.pay(cards.DECLINED)
    payments.refresh(sale.payment_id, now())
    assert sale.payment.state == "declined"
    again = Sale(sale.order, checkout.pay_again(sale.order.id, "card", now()))
    assert again.payment_id != sale.payment_id
    pay(again, sandbox)
    assert again.states == ["paid"]
    # The provider says after all that the first attempt was paid: its money goes back.
    from reprise.payments.actions.learn import apply_snapshot
    from reprise.payments.actions.record import locked
    from reprise.payments.providers.base import ProviderStatus, Snapshot

    euros = sale.payment.money
    with transaction.atomic():
        apply_snapshot(
            locked(sale.payment_id),
            Snapshot(
                sale.payment.provider_ref or "",
                str(sale.payment_id),
                ProviderStatus.AUTHORISED,
                euros,
                euros,
                Money.zero("EUR"),
                Money.zero("EUR"),
                now(),
            ),
            now(),
        )
    assert Instruction.objects.get(payment_id=sale.payment_id, verb="release").state == "open"
    # The provider lets the hold go; what the other attempt has paid for is not touched.
    from reprise.payments.actions.record import record_let_go

    with transaction.atomic():
        record_let_go(locked(sale.payment_id), now())
    Instruction.objects.filter(payment_id=sale.payment_id, verb="release").update(state="done")
    drain()
    assert again.states == ["paid"]
    again.answer(case)
    drain()
    assert again.states == ["sold"]


def test_a_paid_order_is_not_paid_again(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    with pytest.raises(PaymentClosed):
        checkout.pay_again(sale.order.id, "card", now())


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


def test_one_order_that_cannot_be_swept_does_not_stop_the_others(sandbox) -> None:
    lost, fine = place((an_offer(stock=1), 1)), place((an_offer(stock=1), 1))
    for sale in (lost, fine):
        to_the_provider(sale, sandbox)
    Payment.objects.filter(id=lost.payment_id).update(provider_ref="pay_that_nobody_knows")
    done = sweeps.every(now() + timedelta(hours=1))
    assert done["unpaid_orders"] == 2
    assert fine.states == lost.states == ["expired"]


def test_an_order_waits_while_the_provider_does_not_answer(sandbox, monkeypatch) -> None:
    sale = place((an_offer(stock=1), 1))
    to_the_provider(sale, sandbox).pay(cards.SUCCEEDS)
    nobody = SandboxProvider("http://127.0.0.1:1", "key", "secret")
    with monkeypatch.context() as silence:
        silence.setattr("reprise.payments.actions.learn.provider", lambda name: nobody)
        assert sweeps.unpaid_orders(now() + timedelta(hours=1)) == 0
        assert sale.states == ["reserved"]
    sweeps.unpaid_orders(now() + timedelta(hours=1))
    drain()
    assert sale.states == ["paid"]


def test_a_capture_that_was_made_although_it_is_refused_is_believed(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    from reprise.payments.providers.registry import provider

    provider("sandbox").capture(sale.payment.provider_ref or "", sale.order.money, "another key")
    drain()
    assert sale.states == ["sold"]
    assert not books()


def test_an_event_whose_job_is_lost_is_delivered_by_the_clock(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    to_the_provider(sale, sandbox).pay(cards.SUCCEEDS)
    payments.refresh(sale.payment_id, now())
    with psycopg.connect(endpoints.owner_url, autocommit=True) as owner:
        owner.execute("DELETE FROM procrastinate_jobs")
    sweeps.every(now() + timedelta(minutes=5))
    assert sale.states == ["paid"]


def test_an_answer_after_its_time_is_none(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    with pytest.raises(AlreadyAnswered):
        sale.answer(case, now=sale.contract(case).accept_by)  # type: ignore[arg-type]
    assert sale.states == ["paid"]


def test_one_visitor_cannot_hold_a_shelf() -> None:
    case = an_offer(stock=100)
    for _ in range(checkout.MOST_UNPAID):
        place((case, 1))
    with pytest.raises(checkout.TooManyUnpaid):
        place((case, 1))
    with pytest.raises(checkout.TooMany):
        place(*[(an_offer(stock=10), 10) for _ in range(3)])
    assert case.available() == 100 - checkout.MOST_UNPAID


def test_two_attempts_paid_at_once_are_recorded_one_after_the_other(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    to_the_provider(sale, sandbox).pay(cards.SUCCEEDS)
    second = payments.create(
        reference=sale.order.id,
        market="fr",
        method="card",
        provider="sandbox",
        shares=[
            Share(case.seller.id, sale.contract(case).id, Money(31200, "EUR")),
            Share(PLATFORM, sale.order.id, Money(399, "EUR")),
        ],
        pay_by=sale.order.pay_by,
        now=now(),
        attempt=2,
    )
    again = Sale(sale.order, second.id)
    to_the_provider(again, sandbox).pay(cards.SUCCEEDS)

    def look(payment_id) -> str:
        try:
            return payments.refresh(payment_id, now())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as crowd:
        assert list(crowd.map(look, (sale.payment_id, second.id))) == ["applied", "applied"]
    drain()
    assert sale.states == ["paid"]
    assert sorted((sale.payment.state, again.payment.state)) == ["authorised", "released"]
    assert not books()


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
