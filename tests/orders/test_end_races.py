"""An order, or late money, and the end of its seller's contract at the same moment, on two real
connections: whichever comes first, the other sees it (decision 0053)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from reprise.checkout import actions as checkout
from reprise.checkout import queries as checkout_queries
from reprise.checkout.actions import order as ordering
from reprise.kernel import clock
from reprise.orders import actions as orders
from reprise.orders.actions import parting
from reprise.orders.actions import pay as taking_in
from reprise.orders.actions.parting import OrdersUnderWay
from reprise.orders.models import Order
from reprise.payments import actions as payments
from reprise.privacy.actions.acting import Done, note
from reprise.privacy.actions.ending import TRADER
from reprise.privacy.states import Verb
from reprise.sellers.models import Seller
from tests.cast import CONTACT, OfferCase, an_offer
from tests.meanwhile import meanwhile
from tests.moment import now, playing
from tests.orders.sale import Sale, books, place, to_the_provider
from tests.planted import corrupt
from tests.sandbox import buyer as cards
from tests.work import drain

# The package has functions of the same names.
placing = sys.modules["reprise.orders.actions.place"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]


@transaction.atomic
def ends(case: OfferCase) -> None:
    """With the act without which nobody ends a contract."""
    seller_id, today = case.seller.id, now().date()
    orders.end_contract(seller_id, today, now())
    note([Done(holding=TRADER, subject=seller_id, verb=Verb.ENDED, until=today)], now())


def has_ended() -> bool:
    return Seller.objects.get().ended_on is not None


class Buyer:
    """Somebody who has seen a price, and orders."""

    def __init__(self, case: OfferCase, email: str = CONTACT.email) -> None:
        self.contact = replace(CONTACT, email=email)
        self.basket, _token = checkout.open_basket("fr", now())
        checkout.put(self.basket, case.id, 1, now())
        self.seen = checkout_queries.quote(self.basket, "fr", now()).fingerprint

    def orders(self) -> checkout.Placed:
        return checkout.place_order(
            basket_id=self.basket.id, language="fr", contact=self.contact, method="card",
            fingerprint=self.seen, request_key="one", now=now(),
        )  # fmt: skip


class TestAnOrder:
    def test_that_was_quoted_before_the_end_is_not_placed_after_it(self) -> None:
        case = an_offer(stock=1)
        buyer = Buyer(case)
        with (
            meanwhile(ordering, "place", lambda: ends(case)) as ended,
            pytest.raises(checkout.QuoteChanged),
        ):
            buyer.orders()
        assert ended.exception() is None
        assert (has_ended(), Order.objects.count(), case.available()) == (True, 0, 1)
        assert not books()

    def test_that_comes_in_the_middle_of_the_end_waits_for_it(self) -> None:
        """Nothing was under way when the end looked; nothing slips in before it is written."""
        case = an_offer(stock=1)
        buyer = Buyer(case)
        with meanwhile(parting.sellers, "end_contract", buyer.orders) as ordered:
            ends(case)
        assert isinstance(ordered.exception(), checkout.QuoteChanged)
        assert (has_ended(), Order.objects.count(), case.available()) == (True, 0, 1)
        assert not books()

    def test_that_was_first_is_seen_by_the_end(self) -> None:
        case = an_offer(stock=1)
        buyer = Buyer(case)
        with meanwhile(placing, "facts_of", lambda: ends(case), after=True) as ended:
            buyer.orders()
        assert isinstance(ended.exception(), OrdersUnderWay)
        assert (has_ended(), Order.objects.count(), case.available()) == (False, 1, 0)
        assert not books()

    def test_of_one_seller_waits_for_no_other_order_of_it(self) -> None:
        case = an_offer(stock=2)
        place((case, 1))  # the seller's first one of all writes what its trader said
        first = Buyer(case)
        second = Buyer(an_offer(seller=case.seller, stock=1), "second@buyer.example")
        with meanwhile(placing, "facts_of", second.orders, after=True) as other:
            first.orders()
            assert other.done(), "it waited for nobody"
        assert Order.objects.count() == 3

    def test_is_not_placed_with_a_seller_that_was_just_stopped(self) -> None:
        case = an_offer(stock=1)
        buyer = Buyer(case)
        stop = "UPDATE sellers_seller SET active = false"
        with (
            meanwhile(ordering, "place", lambda: corrupt(stop)),
            pytest.raises(checkout.QuoteChanged),
        ):
            buyer.orders()
        assert not Order.objects.exists()


class TestLateMoney:
    @pytest.fixture
    def late(self, sandbox: Any) -> Iterator[tuple[OfferCase, Sale]]:
        """Paid, as the shop hears when the time to pay is over; the order has not heard of it."""
        case = an_offer(stock=1)
        sale = place((case, 1))
        page = to_the_provider(sale, sandbox)
        assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
        page.pay(cards.SUCCEEDS)
        with playing(sale.order.pay_by) as over:
            payments.refresh(sale.payment_id, over)
            yield case, sale

    def test_for_a_seller_whose_contract_has_ended_goes_back(
        self, late: tuple[OfferCase, Sale]
    ) -> None:
        case, sale = late
        ends(case)
        drain()
        assert (sale.states, sale.payment.state) == (["expired"], "released")
        assert case.available() == 1
        assert not books()

    def test_that_comes_in_the_middle_of_the_end_waits_for_it(
        self, late: tuple[OfferCase, Sale]
    ) -> None:
        case, sale = late
        with meanwhile(parting.sellers, "end_contract", drain) as came:
            ends(case)
        assert came.exception() is None
        assert (sale.states, sale.payment.state) == (["expired"], "released")
        assert not books()

    def test_that_was_first_is_seen_by_the_end(self, late: tuple[OfferCase, Sale]) -> None:
        case, sale = late
        with meanwhile(taking_in, "advance", lambda: ends(case)) as ended:
            orders.take_in(sale.order.id, sale.payment_id, clock.now())
        assert isinstance(ended.exception(), OrdersUnderWay)
        assert (has_ended(), sale.states) == (False, ["paid"])
