"""The whole sale by its actions, with the real sandbox provider and the books proved after each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reprise.kernel.money import Money
from reprise.ledger.states import AccountKind
from reprise.notifications.models import Message
from reprise.orders import actions as orders
from reprise.orders.actions.answer import AlreadyAnswered
from reprise.orders.models import Line
from reprise.payments.models import Instruction
from reprise.sellers.models import PLATFORM
from tests.cast import an_offer
from tests.moment import now, playing
from tests.orders.sale import balance, books, collected, delivered, pay, place
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


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


def test_a_seller_has_a_day_to_answer(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    accept_by = sale.contract(case).accept_by
    assert accept_by
    assert timedelta(0) <= accept_by - now() - timedelta(hours=24) < timedelta(minutes=5)


def test_silence_gives_the_money_back_by_itself(sandbox, short_answers) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    accept_by = sale.contract(case).accept_by
    assert accept_by
    assert not orders.lapse(sale.order.id, accept_by - timedelta(seconds=1))
    with playing(accept_by):
        assert orders.lapse(sale.order.id, accept_by)
        drain()
    assert sale.states == ["lapsed"]
    assert sale.payment.state == "released"
    assert case.available() == 1
    with pytest.raises(AlreadyAnswered):
        sale.answer(case, True)
    assert not books()


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


def test_an_answer_after_its_time_is_none(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    with pytest.raises(AlreadyAnswered):
        sale.answer(case, now=sale.contract(case).accept_by)  # type: ignore[arg-type]
    assert sale.states == ["paid"]


def test_what_is_ordered_is_what_was_quoted_to_the_last_cent() -> None:
    """A euro of shipping for three devices: 34, 33 and 33 cents."""
    case = an_offer(stock=3, price=20000, shipping=100)
    sale = place((case, 3))
    assert (sale.order.items, sale.order.shipping, sale.order.fee) == (60000, 100, 399)
    assert sale.order.total == sale.payment.amount == 60499
    shares = Line.objects.filter(order=sale.order).order_by("position")
    assert list(shares.values_list("shipping", flat=True)) == [34, 33, 33]
