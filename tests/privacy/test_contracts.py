"""Who ends a seller's contract, and takes that back, is written down; what stands against it."""

from __future__ import annotations

from typing import Any

import pytest

from reprise.kernel.ids import new_id
from reprise.privacy.actions import contracts
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.nights import run
from reprise.privacy.models import Act, SellerCopy
from reprise.privacy.states import By
from reprise.sellers import actions as sellers
from reprise.sellers.models import Member, Seller, Trader
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import acts, bought
from tests.privacy.test_traders import ended, staffed

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())


def ends(seller: Seller) -> None:
    contracts.end(seller.id, now().date(), STAFF, now())


def test_who_did_it_is_written_down() -> None:
    seller = staffed()
    ends(seller)
    contracts.take_back(seller.id, STAFF, now())
    first, second = Act.objects.order_by("seq")
    for act in (first, second):
        assert (act.subject, act.staff_id) == (seller.id, STAFF.staff_id)
        assert act.badge
    assert (first.verb, first.until, second.verb) == ("ended", now().date(), "resumed")


def test_the_operator_s_own_shop_does_not_end() -> None:
    seller = staffed()
    corrupt("UPDATE sellers_seller SET is_operator = true")
    with pytest.raises(contracts.OwnShop):
        ends(seller)
    assert Seller.objects.get().active
    assert acts() == []


def test_not_while_money_is_on_its_way(sandbox: Any) -> None:
    made = bought(sandbox)
    corrupt("UPDATE payments_part SET refund_asked = refunded + 1")
    with pytest.raises(contracts.MoneyUnderWay):
        ends(made.case.seller)
    assert Seller.objects.get().active
    corrupt("UPDATE payments_part SET refund_asked = refunded")
    ends(made.case.seller)


def test_not_while_it_has_copies_of_what_was_erased(sandbox: Any) -> None:
    made = bought(sandbox)
    contract = made.sale.order.seller_orders.get()
    seller = made.case.seller
    copy = SellerCopy.objects.create(
        seller_id=seller.id, seller_order_id=contract.id, market=contract.market, asked_at=now()
    )
    with pytest.raises(contracts.CopiesOpen):
        ends(seller)
    assert Seller.objects.get().active
    SellerCopy.objects.filter(id=copy.id).update(confirmed_at=now(), confirmed_by=new_id())
    ends(seller)


def test_who_sold_nothing_before_does_not_afterwards() -> None:
    stopped, sold = staffed(), staffed("Werkstatt Elbe")
    Seller.objects.filter(id=stopped.id).update(active=False)
    for each in (stopped, sold):
        ends(each)
        contracts.take_back(each.id, STAFF, now())
    found = Seller.objects.in_bulk()
    assert (found[stopped.id].active, found[sold.id].active) == (False, True)
    assert found[stopped.id].ended_on is None


def test_not_once_its_accounts_have_left(sandbox: Any) -> None:
    """Its identity is a buyer's proof no more than its people are; whatever goes first ends it."""
    seller = staffed()
    ended(seller, 7)
    run(now())
    # As if its identity were there still, and somebody acted for it.
    corrupt("UPDATE sellers_trader SET legal_name = 'X', email = 'x@x.example'")
    Member.objects.create(seller=seller, user_id=new_id())
    with pytest.raises(sellers.IdentityLeft):
        contracts.take_back(seller.id, STAFF, now())
    assert Seller.objects.get().ended_on is not None


def test_not_when_nobody_acts_for_it() -> None:
    seller = staffed()
    ends(seller)
    corrupt("DELETE FROM sellers_member")
    with pytest.raises(sellers.NobodyActs):
        contracts.take_back(seller.id, STAFF, now())
    found = Seller.objects.get()
    assert (found.active, found.ended_on) == (False, now().date())
    assert Trader.objects.get().email
