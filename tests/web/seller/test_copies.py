"""A seller's list of copies to delete: its own, until it says that they are gone."""

from __future__ import annotations

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.privacy.models import SellerCopy
from reprise.sellers.models import Member, Seller
from tests.cast import a_seller, an_offer
from tests.moment import now
from tests.orders.sale import place

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/seller/copies/"


def of(seller: Seller, email: str) -> Client:
    user = User.objects.create_user(email, "x")
    Member.objects.create(seller=seller, user_id=user.id)
    client = Client()
    client.force_login(user)
    return client


def asked() -> tuple[SellerCopy, Seller, str]:
    case = an_offer(stock=1)
    contract = place((case, 1)).contract(case)
    copy = SellerCopy.objects.create(
        seller_id=case.seller.id, market="fr", seller_order_id=contract.id, asked_at=now()
    )
    return copy, case.seller, contract.reference


def test_it_stands_there_until_it_is_confirmed() -> None:
    copy, seller, reference = asked()
    client = of(seller, "seller@room.example")
    assert reference in client.get(PAGE).content.decode()
    assert client.post(PAGE, {}).status_code == 302
    copy.refresh_from_db()
    assert copy.confirmed_at is None, "nothing was ticked"
    client.post(PAGE, {"copy": [str(copy.id), "none", str(new_id())]})
    copy.refresh_from_db()
    assert copy.confirmed_at is not None
    assert copy.confirmed_by == User.objects.get().id
    page = client.get(PAGE).content.decode()
    assert reference not in page
    assert "There is nothing to delete." in page or "rien à effacer" in page


def test_another_sellers_are_neither_shown_nor_confirmed() -> None:
    copy, _, reference = asked()
    rival = of(a_seller("Rival"), "rival@room.example")
    assert reference not in rival.get(PAGE).content.decode()
    rival.post(PAGE, {"copy": str(copy.id)})
    copy.refresh_from_db()
    assert copy.confirmed_at is None


def test_the_first_word_stands() -> None:
    copy, seller, _ = asked()
    client = of(seller, "seller@room.example")
    client.post(PAGE, {"copy": str(copy.id)})
    copy.refresh_from_db()
    first = (copy.confirmed_at, copy.confirmed_by)
    of(seller, "colleague@room.example").post(PAGE, {"copy": str(copy.id)})
    copy.refresh_from_db()
    assert (copy.confirmed_at, copy.confirmed_by) == first
