"""Who sees what of a buyer: every page, label and charge beside the table (decision 0042)."""

from __future__ import annotations

import gzip
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver

from reprise.accounts.models import User
from reprise.law.eu.withdrawal import DAYS, RETURN_DAYS
from reprise.orders import labels, rules
from reprise.orders.models import DeliveryPoint, Line
from reprise.orders.states import LineState
from reprise.payments.providers.base import Charge
from reprise.privacy.decided import Personal
from reprise.privacy.recipients import SIGHTS, Sight, Who, markdown
from reprise.privacy.register import REGISTER
from reprise.sellers.models import Member
from reprise.shipping.carriers.base import LabelOrder
from reprise.shipping.models import Shipment
from reprise.web.seller import urls as seller_urls
from reprise.web.staff import urls as staff_urls
from tests import database
from tests.cast import CONTACT, OfferCase, an_offer
from tests.moment import now
from tests.orders import sale as sales
from tests.orders.sale import Sale, delivered, pay, place
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parents[2]
# By the column, each of them nowhere else.
CANARIES = {
    "name": "Kanarine Vogelzang", "email": "kanarine@canary.example", "phone": "+33 6 98 76 54 32",
    "street": "77 allée des Canaris", "extra": "porte bleue", "postcode": "13098",
    "town": "Oisellerie",
}  # fmt: skip


def sight_of(who: Who) -> Sight:
    return next(each for each in SIGHTS if each.who is who)


def given(who: Who) -> set[str]:
    """The canaries that somebody may see, by the table."""
    return {
        name.partition(".")[2]
        for name in sight_of(who).columns
        if name.startswith("orders_contact.") and name.partition(".")[2] in CANARIES
    }


def in_text(text: str) -> set[str]:
    # A page writes the apostrophe and the sign of a phone number in its own way.
    plain = text.replace("&#39;", "'").replace("tel:+33698765432", "")
    return {name for name, value in CANARIES.items() if value in plain}


def test_the_table_is_about_columns_that_the_register_knows() -> None:
    for sight in SIGHTS:
        for column in sight.columns:
            table, _, name = column.partition(".")
            assert isinstance(REGISTER[f"public.{table}"][name], Personal), column
        assert all(all(vars_of(sentence)) for sentence in sight.said)
    assert len({each.who for each in SIGHTS}) == len(SIGHTS) == len(Who)


def vars_of(sentence: Any) -> list[str]:
    return [getattr(sentence, language) for language in ("en", "fr", "nl", "de")]


def test_the_reference_is_written_by_it() -> None:
    kept = (ROOT / "docs/reference/recipients.md").read_text(encoding="utf-8")
    assert kept == markdown() + "\n", "reprise recipients > docs/reference/recipients.md"


def test_the_days_that_are_said_are_those_that_are_kept() -> None:
    """Fourteen days to change one's mind and fourteen to send it back."""
    assert rules.SELLER_SEES_DAYS == DAYS + RETURN_DAYS == 28
    for text in vars_of(sight_of(Who.SELLER).said[2]):
        assert "28" in text


@pytest.mark.parametrize(
    ("states", "days", "sees"),
    [
        ([LineState.PAID], 0, False),
        ([LineState.ACCEPTED], 0, False),
        ([LineState.SOLD], 0, True),
        ([LineState.SOLD], 400, True),
        ([LineState.SHIPPED], 400, True),
        ([LineState.CAME_BACK], 400, True),
        ([LineState.DELIVERED], 28, True),
        ([LineState.DELIVERED], 28.001, False),
        ([LineState.DELIVERED, LineState.SHIPPED], 29, True),
        ([LineState.REFUSED], 0, False),
        ([LineState.CANCELLED], 0, False),
        ([], 0, False),
    ],
)
def test_how_long_a_seller_sees_its_buyer(states: list[LineState], days: float, sees: bool) -> None:
    told = [(state, now() - timedelta(days=days)) for state in states]
    assert rules.seller_sees_buyer(told, now()) is sees


def test_the_last_delivery_counts() -> None:
    told = [(LineState.DELIVERED, now() - timedelta(days=each)) for each in (40, 20)]
    assert rules.seller_sees_buyer(told, now())


# What pages of the staff room are about, beside orders.
IDS = ("brake", "hold", "instruction", "notice", "shipment")


@pytest.fixture
def canary(sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[Sale, OfferCase]:
    monkeypatch.setattr(sales, "CONTACT", replace(CONTACT, **CANARIES))
    case = an_offer(stock=3)
    return place((case, 1)), case


def person(case: OfferCase | None = None) -> Client:
    """A member of the seller, or of the staff."""
    name = "staff" if case is None else "seller"
    user, _ = User.objects.get_or_create(
        email=f"{name}@room.example", defaults={"is_staff": case is None, "password": "!"}
    )
    if case is not None:
        Member.objects.get_or_create(seller=case.seller, user_id=user.id)
    client = Client()
    client.force_login(user)
    return client


def addresses(module: Any, below: str) -> list[str]:
    """Every address of a room; what stands for the rest of them is none."""
    return [
        below + str(each.pattern)
        for each in module.urlpatterns
        if isinstance(each, URLPattern | URLResolver) and "<path:" not in str(each.pattern)
    ]


def crawl(client: Client, paths: list[str]) -> dict[str, set[str]]:
    """The canaries on each page that can be opened."""
    found = {}
    for path in paths:
        answer = client.get(path)
        if answer.status_code == 200:
            body = b"".join(answer) if answer.streaming else answer.content
            if answer.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            found[path] = in_text(body.decode("utf-8", "replace"))
    return found


def sellers_pages(sale: Sale, case: OfferCase) -> list[str]:
    parcel = Shipment.objects.first()
    filled = {
        "<str:reference>": sale.contract(case).reference,
        "<uuid:offer_id>": str(case.id),
        "<uuid:parcel_id>": str(parcel.id if parcel else case.id),
        "<uuid:entry_id>": str(case.id),
        "<uuid:copy_id>": str(case.id),
        "<str:token>": "of-nothing",
    }
    paths = []
    for address in addresses(seller_urls, "/seller/"):
        for name, value in filled.items():
            address = address.replace(name, value)
        assert "<" not in address, f"fill {address}"
        paths.append(address)
    return [*paths, *(f"/seller/?view={each}" for each in ("ship", "moving", "done"))]


def test_a_seller_sees_what_the_table_says_and_as_long(
    canary: tuple[Sale, OfferCase], sandbox: Any
) -> None:
    sale, case = canary
    client = person(case)
    seen: dict[str, set[str]] = {}

    def look(when: str) -> None:
        pages = crawl(client, sellers_pages(sale, case))
        assert len(pages) >= 10, pages
        seen[when] = set().union(*pages.values())

    look("placed")
    pay(sale, sandbox)
    look("paid")
    sale.answer(case)
    drain()
    look("sold")
    delivered(sale, case)
    look("delivered")
    Line.objects.update(state_at=now() - timedelta(days=28, seconds=1))
    look("over")
    may = given(Who.SELLER)
    assert may == {"name", "street", "extra", "postcode", "town", "phone"}
    assert seen == {
        "placed": set(), "paid": set(), "sold": may, "delivered": may, "over": set(),
    }  # fmt: skip
    page = client.get(f"/seller/orders/{sale.contract(case).reference}/").content.decode()
    assert "28 days after the delivery" in page


def test_who_fetches_at_a_point_is_not_said_to_live_anywhere(
    canary: tuple[Sale, OfferCase], sandbox: Any
) -> None:
    sale, case = canary
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    contract = sale.contract(case)
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute("UPDATE orders_sellerorder SET kind = 'point'")
    DeliveryPoint.objects.create(
        seller_order=contract, carrier="sandbox", code="P1", name="Kiosk", street="1 place",
        postcode="75001", town="Paris", country="FR",
    )  # fmt: skip
    pages = crawl(person(case), sellers_pages(sale, case))
    assert set().union(*pages.values()) == {"name", "phone"}, "so that it can be told of the parcel"


def test_staff_see_a_buyer_on_the_page_of_the_order_and_nowhere_else(
    canary: tuple[Sale, OfferCase], sandbox: Any
) -> None:
    sale, case = canary
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    delivered(sale, case)
    filled = {
        "<str:reference>": sale.order.reference,
        "sellers/<slug:slug>": f"sellers/{case.seller.slug}",
        "catalogue/<slug:slug>": f"catalogue/{case.offer.variant.product.slug}",
        "<slug:key>": "nobody",
        **{f"<uuid:{name}_id>": str(case.id) for name in IDS},
    }
    paths = []
    for address in addresses(staff_urls, "/staff/"):
        for name, value in filled.items():
            address = address.replace(name, value)
        assert "<" not in address, f"fill {address}"
        paths.append(address)
    paths.append(f"/staff/orders/?q={sale.order.reference}")
    pages = crawl(person(), paths)
    assert len(pages) >= 11
    order = f"/staff/orders/{sale.order.reference}/"
    assert pages.pop(order) == given(Who.STAFF) == set(CANARIES)
    assert pages.pop(f"{order}evidence.json") == set(CANARIES), "the page as a file"
    assert {path: found for path, found in pages.items() if found} == {}


@pytest.mark.parametrize(("kind", "seen"), [("home", True), ("point", False)])
def test_a_carrier_gets_what_stands_on_the_label(
    canary: tuple[Sale, OfferCase], sandbox: Any, monkeypatch: pytest.MonkeyPatch, kind: str,
    seen: bool,
) -> None:  # fmt: skip
    sale, case = canary
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    parcel = Shipment.objects.get(id=sale.ship(case))
    contract = sale.contract(case)
    contract.kind = kind
    if kind == "point":
        DeliveryPoint.objects.create(
            seller_order=contract, carrier="sandbox", code="P1", name="Kiosk", street="1 place",
            postcode="75001", town="Paris", country="FR",
        )  # fmt: skip
    asked: list[LabelOrder] = []

    class Printer:
        def label(self, order: LabelOrder) -> bytes:
            asked.append(order)
            return b"%PDF"

    monkeypatch.setattr(labels, "carrier", lambda code: Printer())
    labels.label(contract, parcel, now())
    found = in_text(repr(asked[0]))
    assert found == (given(Who.CARRIER) if seen else {"name", "phone"})


def test_the_payment_provider_gets_nothing_of_the_contact(
    canary: tuple[Sale, OfferCase], sandbox: Any
) -> None:
    sale, _ = canary
    pay(sale, sandbox)
    assert given(Who.PROVIDER) == set()
    with psycopg.connect(database.endpoints.owner_url) as owner:
        rows = owner.execute(
            "SELECT t::text FROM sandbox.payment t UNION ALL SELECT t::text FROM sandbox.answer t"
            " UNION ALL SELECT t::text FROM sandbox.entry t"
            " UNION ALL SELECT t::text FROM sandbox.notice t"
        ).fetchall()
    assert len(rows) > 2
    assert in_text("\n".join(text for (text,) in rows)) == set()
    # Whoever adds a field decides here whether it tells of a person.
    assert {each.name for each in fields(Charge)} == {
        "reference", "merchant_reference", "amount", "method", "language", "return_url",
        "expires_at",
    }  # fmt: skip


def test_the_privacy_page_says_all_of_it() -> None:
    for locale, language in (("fr-fr", "fr"), ("de-de", "de"), ("nl-be", "nl"), ("en-fr", "en")):
        page = Client().get(f"/{locale}/privacy/").content.decode().replace("&#39;", "'")
        for sight in SIGHTS:
            for sentence in sight.said:
                assert getattr(sentence, language) in page, (locale, sight.who)
