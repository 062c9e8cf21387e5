"""Staff enter the end of a seller's contract, and take it back; what is refused is said."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from reprise.law.calendars import plus_months
from reprise.privacy.actions.nights import run
from reprise.sellers.models import Seller
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import bought
from tests.privacy.test_sold import aged, erased
from tests.privacy.test_traders import ended, staffed
from tests.web.staff.test_breaches import BOSS, supervisor
from tests.web.staff.test_privacy import signed_in
from tests.web.staff.test_room import staff, text_of

pytestmark = pytest.mark.django_db(transaction=True)


def page(seller: Seller) -> str:
    return f"/staff/sellers/{seller.slug}/"


def test_ended_and_taken_back() -> None:
    client, seller = supervisor(), staffed()
    today = now().date()
    answer = client.post(f"{page(seller)}ending/", {"on": today.isoformat()})
    assert answer.headers["Location"] == f"{page(seller)}#contract"
    found = Seller.objects.get()
    assert (found.ended_on, found.active) == (today, False)
    text = client.get(page(seller)).content.decode()
    assert "It has ended; its last day was" in text
    # Six months, to the day.
    assert f"{plus_months(today, 6).year}" in text
    assert "Take the end back" in text
    assert "Contract ended" in text
    assert BOSS in text
    answer = client.post(f"{page(seller)}resumption/")
    assert answer.headers["Location"] == f"{page(seller)}#contract"
    found = Seller.objects.get()
    assert (found.ended_on, found.active) == (None, True)


def test_no_offer_is_live_whose_contract_has_ended() -> None:
    seller, client = an_offer(stock=1).seller, supervisor()

    def told() -> set[str]:
        shown = client.get(page(seller)).content.decode()
        listed = client.get("/staff/sellers/").content.decode()
        return set(re.findall(r">Live offers</dt><dd>(\d+)<", shown)) | set(
            re.findall(r'data-label="Live offers">(\d+)<', listed)
        )

    assert told() == {"1"}
    client.post(f"{page(seller)}ending/", {"on": now().date().isoformat()})
    assert told() == {"0"}


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("", "Give the last day of the contract"),
        ("soon", "Give the last day of the contract"),
        ("2099-01-01", "is entered when it has come"),
    ],
)
def test_a_day_that_is_none(on: str, said: str) -> None:
    seller = staffed()
    answer = supervisor().post(f"{page(seller)}ending/", {"on": on})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert Seller.objects.get().ended_on is None


def test_who_is_no_supervisor_is_told_whose_it_is() -> None:
    seller, client = staffed(), signed_in()
    text = client.get(page(seller)).content.decode()
    assert "A supervisor enters the end" in text
    assert "/ending/" not in text


def test_what_is_under_way_is_said(sandbox: Any) -> None:
    case = an_offer(stock=1)
    place((case, 1))
    answer = supervisor().post(f"{page(case.seller)}ending/", {"on": now().date().isoformat()})
    assert answer.status_code == 409
    assert "is still under way" in answer.content.decode()
    assert Seller.objects.get().active


def test_nobody_but_a_supervisor_who_has_just_given_a_password() -> None:
    seller = staffed()
    for verb in ("ending", "resumption"):
        form = {"on": (now() - timedelta(days=1)).date().isoformat()}
        for client in (staff(), signed_in(), supervisor(fresh=False)):
            assert client.post(f"{page(seller)}{verb}/", form).status_code == 403
    assert Seller.objects.get().active


def test_what_has_left_is_not_shown_and_does_not_come_back(sandbox: Any) -> None:
    made, client = bought(sandbox), supervisor()
    seller = made.case.seller
    ended(seller, 6, 1)
    erased(made.id)
    assert run(now()).done == {"trader": 1}
    text = client.get(page(seller)).content.decode()
    assert "Its time is over" in text
    assert "mailto:" not in text
    assert "Atelier Rhône SAS" in text
    order = client.get(f"/staff/orders/{made.sale.order.reference}/").content.decode()
    assert "Parcel, its number erased" in order
    answer = client.post(f"{page(seller)}resumption/")
    assert answer.status_code == 409
    assert "has left" in answer.content.decode()
    aged(11)
    for _ in range(2):
        run(now())
    gone = Seller.objects.get()
    text = client.get(page(gone)).content.decode()
    assert "Name erased" in text
    assert "who it was has been erased" in text
    assert "Atelier" not in text
    made.sale.order.refresh_from_db()
    assert client.get(f"/staff/orders/{made.sale.order.reference}/").status_code == 200
    assert "Name erased" in text_of(staff(), "sellers/")


def test_the_nights_ahead_name_sellers_and_orders(sandbox: Any) -> None:
    made = bought(sandbox)
    erased(made.id)
    aged(11)
    seller = staffed("Werkstatt Elbe")
    ended(seller, 6, 1)
    text = text_of(staff(), "privacy/")
    assert f'href="{page(seller)}"' in text
    assert f'href="/staff/orders/{made.sale.order.reference}/"' in text
    for word in ("Numbers of an order", "Identity of a seller", "Payment accounts of a seller"):
        assert word in text
