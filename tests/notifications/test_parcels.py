"""A letter about a parcel names it: carrier, number, what is in it, whose it is, when it comes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reprise.kernel import clock
from reprise.notifications.actions import send_post
from reprise.notifications.files import files
from reprise.notifications.models import Message
from reprise.orders import actions as orders
from reprise.orders.models import Line, Order
from reprise.shipping.carriers.registry import CARRIERS
from reprise.shipping.carriers.registry import carrier as adapter
from reprise.shipping.carriers.sandbox.adapter import SandboxCarrier
from reprise.shipping.models import Shipment
from tests.cast import OfferCase, a_seller, a_variant, an_offer
from tests.moment import now
from tests.notifications.test_letters import ordered, texts
from tests.orders.sale import SELLER
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
# Friday noon in Paris, no holiday near: one to two working days lead to Tuesday.
FRIDAY = datetime(2027, 3, 5, 11, 0, tzinfo=UTC)
TUESDAY = {"fr": "9 mars", "nl": "9 maart", "de": "9. März", "en": "9 March"}


def sold(*cases: OfferCase, language: str = "fr") -> Order:
    order = ordered(*cases, language=language)
    Line.objects.update(state="sold")
    return order


def ship(case: OfferCase, *positions: int, tracking: str = "", at: datetime | None = None) -> Any:
    """A parcel with the seller's lines at these places (none named: all); the letter about it."""
    lines = list(Line.objects.filter(seller_id=case.seller.id).order_by("position"))
    chosen = [lines[place - 1] for place in positions] or lines
    orders.ship(
        seller_id=case.seller.id,
        seller_order_id=lines[0].seller_order_id,
        devices={line.id: ("serial", f"SN{line.id.hex[-10:]}") for line in chosen},
        tracking=tracking,
        actor=SELLER,
        now=at or clock.now(),
    )
    return posted()


def posted() -> Any:
    """The one letter that leaves now."""
    mail.outbox.clear()
    drain()
    send_post(now() + timedelta(days=400))
    (letter,) = mail.outbox
    return letter


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_the_letter_names_the_parcel(language: str) -> None:
    case = an_offer(stock=1, seller=a_seller("Atelier Rhône"))
    sold(case, language=language)
    letter = ship(case, tracking="6A 1234-5678", at=FRIDAY)
    number = Shipment.objects.get().tracking
    assert number == "6A1234-5678"
    title = Line.objects.get().title
    for text in texts(letter):
        assert number in text
        assert "Atelier Rhône" in text
        assert title in text
        assert TUESDAY[language] in text
    assert "1" not in letter.subject.replace(Order.objects.get().reference, ""), "the only parcel"


def test_a_carrier_with_a_page_for_its_parcels_is_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Public(SandboxCarrier):
        def tracking_page(self, number: str) -> str:
            return f"https://carrier.example/?parcel={number}&from=reprise"

    monkeypatch.setitem(CARRIERS, "sandbox", lambda: Public("", "", ""))
    adapter.cache_clear()
    try:
        case = an_offer(stock=1)
        sold(case)
        text, page = texts(ship(case, tracking="6A12345678"))
    finally:
        adapter.cache_clear()
    assert "https://carrier.example/?parcel=6A12345678&from=reprise" in text
    assert 'href="https://carrier.example/?parcel=6A12345678&amp;from=reprise"' in page


def test_no_page_is_made_up_for_a_carrier_without_one() -> None:
    case = an_offer(stock=1)
    sold(case)
    text, page = texts(ship(case))
    number = Shipment.objects.get().tracking
    assert f">{number}</a>" not in page
    assert text.count("http") == 1, "the order's own page"


def test_each_of_several_parcels_says_which_it_is_and_holds_its_own_devices_only() -> None:
    """Two sellers; the first one's device is in parcel 1, the second one's in parcel 2."""
    first = an_offer(seller=a_seller("Atelier Rhône"), variant=a_variant("iPhone 13"))
    second = an_offer(seller=a_seller("Maas Refurb"), variant=a_variant("Pixel 8"))
    order = sold(first, second, language="en")
    letters = {case: ship(case) for case in (first, second)}
    for number, (case, letter) in enumerate(letters.items(), start=1):
        theirs = Line.objects.get(seller_id=case.seller.id).title
        (other,) = Line.objects.exclude(seller_id=case.seller.id).values_list("title", flat=True)
        assert letter.subject == f"Your parcel {number} is ready: order {order.reference}"
        for text in texts(letter):
            assert f"no. {number} of your order" in text
            assert theirs in text
            assert other not in text


def test_what_will_not_come_makes_no_second_parcel() -> None:
    first, second = an_offer(), an_offer(seller=a_seller("Maas Refurb"))
    sold(first, second, language="en")
    Line.objects.filter(seller_id=second.seller.id).update(state="refused")
    assert "no. 1" not in texts(ship(first))[0]


def test_a_delivery_names_its_parcel_and_no_day_that_is_over() -> None:
    case = an_offer(stock=1)
    order = sold(case, language="en")
    ship(case, at=FRIDAY)
    parcel = Shipment.objects.get()
    orders.deliver(parcel.id, case.seller.id, parcel.reference, clock.now())
    letter = posted()
    assert letter.subject == f"Your parcel was delivered: order {order.reference}"
    for text in texts(letter):
        assert parcel.tracking in text
        assert Line.objects.get().title in text
        assert TUESDAY["en"] not in text


def test_the_row_of_a_letter_keeps_ids_only() -> None:
    case = an_offer(stock=1)
    sold(case)
    ship(case, tracking="6A12345678")
    row = Message.objects.get(template="shipped")
    assert row.shipment_id == Shipment.objects.get().id
    assert not any("6A12345678" in str(value) for value in vars(row).values())


def test_more_parcels_cost_no_more_statements() -> None:
    found = []
    for _ in range(3):
        case = an_offer(stock=1, seller=a_seller(f"Seller {len(found)}"))
        sold(case)
        ship(case)
        ids = list(Order.objects.values_list("id", flat=True))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            known = files(ids, ids)
        found.append(len(asked))
        assert all(len(file.parcels) == 1 for file in known.values())
    assert found == [8, 8, 8]
    with CaptureQueriesContext(connection) as asked:
        files(ids)
    assert len(asked) == 6, "no parcel is read where no letter is about one"
