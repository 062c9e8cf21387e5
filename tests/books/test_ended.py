"""The books of a shop whose sellers end, whose buyers are erased and whose orders are held."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from reprise.kernel.ids import new_id
from reprise.orders import actions as orders
from reprise.orders.models import LineDevice
from reprise.payments import actions as payments
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.actions.nights import run
from reprise.privacy.states import By, HoldKind
from reprise.sellers.models import Trader
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place, to_the_provider
from tests.planted import corrupt, failed
from tests.privacy.cases import bought, later
from tests.privacy.test_sold import erased
from tests.privacy.test_traders import ended
from tests.sandbox import buyer as cards
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def test_all_of_it_at_once_contradicts_nothing(sandbox: Any) -> None:
    gone, held = bought(sandbox), bought(sandbox)
    for each in (gone, held):
        erased(each.id)
        ended(each.case.seller, 6, 1)
    hold(Subject(order_id=held.id), HoldKind.AUTHORITY, later(90).date(),
         Actor(By.STAFF, new_id()), now())  # fmt: skip
    # Paid when its time was over and its buyer was erased: every cent goes back.
    case = an_offer(stock=1)
    late = place((case, 1))
    page = to_the_provider(late, sandbox)
    assert orders.expire(late.order.id, now() + timedelta(minutes=15))
    erased(late.order.id)
    page.pay(cards.SUCCEEDS)
    payments.refresh(late.payment_id, now())
    drain()
    assert (late.states, late.payment.state) == (["expired"], "released")
    assert run(now()).done == {"trader": 1}
    left = {each.seller_id: each.has_left for each in Trader.objects.all()}
    assert left == {
        gone.case.seller.id: True, held.case.seller.id: False, case.seller.id: False,
    }  # fmt: skip
    assert failed() == set()


class TestAnEndedSeller:
    def test_has_nothing_under_way(self, sandbox: Any) -> None:
        case = an_offer(stock=1)
        place((case, 1))
        ended(case.seller)
        assert failed() == {"ended contracts"}

    def test_has_sold_nothing_since(self, sandbox: Any) -> None:
        bought(sandbox)
        ends = "UPDATE sellers_seller SET active = false, ended_on = %(day)s"
        corrupt(ends, day=now().date())
        assert failed() == set(), "the last day counts"
        corrupt(ends, day=now().date() - timedelta(days=1))
        assert failed() == {"ended contracts"}


class TestADevice:
    @pytest.mark.parametrize("change", ["number = '490154203237518'", "salt = repeat('0', 32)"])
    def test_is_the_one_that_was_sent(self, sandbox: Any, change: str) -> None:
        bought(sandbox)
        assert failed() == set()
        corrupt(f"UPDATE orders_linedevice SET {change}")  # noqa: S608
        assert failed() == {"hash chains"}

    def test_whose_number_has_left_is_not_asked_for(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erased(made.id)
        assert not LineDevice.objects.exists()
        assert failed() == set()

    def test_that_nobody_sent_stands_in_no_row(self, sandbox: Any) -> None:
        bought(sandbox)
        corrupt("INSERT INTO orders_linedevice (id, seller_id, line_id, round, kind, number, salt,"
                " at) SELECT gen_random_uuid(), seller_id, line_id, 2, kind, number, salt, at"
                " FROM orders_linedevice")  # fmt: skip
        assert failed() == {"hash chains"}
