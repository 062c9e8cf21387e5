"""The seller's parcels: the label of one's own, and what comes back."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.catalog.models import Category, Product
from reprise.orders.models import DeliveryPoint
from reprise.sellers.models import Member, Seller
from reprise.shipping import actions as shipping
from reprise.shipping.carriers.base import Area
from reprise.shipping.carriers.registry import CARRIERS
from reprise.shipping.carriers.registry import carrier as adapter
from reprise.shipping.carriers.sandbox.adapter import SandboxCarrier
from reprise.shipping.models import Shipment
from reprise.shipping.points import point as carriers_point
from tests.cast import CONTACT, OfferCase, a_seller, an_offer
from tests.moment import now
from tests.orders.sale import Sale, pay, place
from tests.sandbox.carrier.paper import decode, read
from tests.work import drain

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("sandbox", "carrier"),
]
_number = count(1)


def clerk_of(seller: Any) -> Client:
    user = User.objects.create_user(f"clerk{next(_number)}@room.example", "a long enough word")
    Member.objects.create(seller=seller, user_id=user.id)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def ready(sandbox: Any) -> tuple[Sale, OfferCase]:
    """A sale that is final: its device can be shipped."""
    case = an_offer(stock=1)
    case.seller.language = "en"
    case.seller.save(update_fields=["language"])
    Product.objects.update(weight_g=174)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    return sale, case


def page_of(sale: Sale, case: OfferCase) -> str:
    return f"/seller/orders/{sale.contract(case).reference}/"


def make_ready(client: Client, sale: Sale, case: OfferCase, tracking: str = "") -> Shipment:
    (line,) = sale.lines(case)
    form = {f"number-{line}": "490154203237518", f"kind-{line}": "imei", "tracking": tracking}
    assert client.post(f"{page_of(sale, case)}parcels/", form).status_code == 302
    return Shipment.objects.latest("created_at")


def scan(parcel: Shipment, kind: str, **told: Any) -> None:
    shipping.receive_scan(
        carrier="sandbox",
        event_id=f"parcel-{next(_number)}",
        tracking=parcel.tracking,
        kind=kind,
        occurred_at=now(),
        now=now(),
        **told,
    )
    drain()


def test_the_label_is_printed_before_the_parcel_moves(ready: tuple[Sale, OfferCase]) -> None:
    sale, case = ready
    client = clerk_of(case.seller)
    parcel = make_ready(client, sale, case)
    link = f"{page_of(sale, case)}parcels/{parcel.id}/label.pdf"
    text = client.get(page_of(sale, case)).content.decode()
    assert link in text
    assert parcel.tracking in text
    answer = client.get(link)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert "no-store" in answer.headers["Cache-Control"]
    assert parcel.state == "created"
    paper = read(answer.content)
    assert decode(paper.bars) == parcel.tracking
    for said in (
        parcel.tracking,
        sale.contract(case).reference,
        CONTACT.name,
        CONTACT.street,
        f"{CONTACT.postcode} {CONTACT.town}",
        "Atelier Rhône SAS",
        "up to 500 g",  # 174 g and the packaging
    ):
        assert said.replace(" ", "") in paper.text.replace(" ", "")


def test_nobody_but_its_seller_gets_a_label(ready: tuple[Sale, OfferCase], sandbox: Any) -> None:
    sale, case = ready
    parcel = make_ready(clerk_of(case.seller), sale, case)
    own = an_offer(seller=a_seller("Rival"), stock=1)
    rival_sale = place((own, 1))
    pay(rival_sale, sandbox)
    rival = clerk_of(own.seller)
    name = f"parcels/{parcel.id}/label.pdf"
    assert rival.get(f"{page_of(sale, case)}{name}").status_code == 404
    # Nor through an order of their own.
    assert rival.get(f"{page_of(rival_sale, own)}{name}").status_code == 404
    stranger = Client().get(f"{page_of(sale, case)}{name}")
    assert stranger.status_code == 302
    assert "/login/" in stranger.headers["Location"]


def test_a_number_of_one_s_own_carrier_has_no_label_here(ready: tuple[Sale, OfferCase]) -> None:
    sale, case = ready
    client = clerk_of(case.seller)
    parcel = make_ready(client, sale, case, tracking="6a123 45678")
    assert parcel.tracking == "6A12345678"
    assert "label.pdf" not in client.get(page_of(sale, case)).content.decode()
    answer = client.get(f"{page_of(sale, case)}parcels/{parcel.id}/label.pdf")
    assert answer.status_code == 409
    assert "your own carrier" in answer.content.decode()


def test_a_silent_carrier_is_said_and_nothing_is_lost(
    ready: tuple[Sale, OfferCase], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number needs no call: the parcel is made ready while the carrier is away."""
    sale, case = ready
    client = clerk_of(case.seller)
    away = SandboxCarrier("http://127.0.0.1:9", "", "")
    monkeypatch.setitem(CARRIERS, "sandbox", lambda: away)
    adapter.cache_clear()
    try:
        parcel = make_ready(client, sale, case)
        answer = client.get(f"{page_of(sale, case)}parcels/{parcel.id}/label.pdf")
        assert answer.status_code == 503
        assert "does not answer" in answer.content.decode()
    finally:
        adapter.cache_clear()


def test_what_came_back_is_sent_again_with_another_label(ready: tuple[Sale, OfferCase]) -> None:
    sale, case = ready
    client = clerk_of(case.seller)
    first = make_ready(client, sale, case)
    scan(first, "returned")
    text = client.get(page_of(sale, case)).content.decode()
    assert "The carrier brought the parcel back to you." in text
    assert "490154203237518" in text, "the number of the device that came back is filled in"
    second = make_ready(client, sale, case)
    assert second.tracking != first.tracking
    text = client.get(page_of(sale, case)).content.decode()
    assert f"{second.id}/label.pdf" in text
    assert f"{first.id}/label.pdf" not in text, "the first parcel's way is over"


def test_what_came_back_is_called_off_once(ready: tuple[Sale, OfferCase]) -> None:
    sale, case = ready
    client = clerk_of(case.seller)
    page = page_of(sale, case)
    assert client.post(f"{page}cancellation/").status_code == 409
    scan(make_ready(client, sale, case), "returned")
    rival = clerk_of(a_seller("Rival"))
    assert rival.post(f"{page}cancellation/").status_code == 404
    assert sale.states == ["came_back"]
    assert client.post(f"{page}cancellation/").status_code == 302
    assert sale.states == ["cancelled"]
    assert client.post(f"{page}cancellation/").status_code == 409


def test_a_parcel_to_a_point_names_the_point_and_not_the_buyer_s_home(
    ready: tuple[Sale, OfferCase],
) -> None:
    sale, case = ready
    chosen = carriers_point("sandbox", "fr", "69001-3")
    assert chosen
    DeliveryPoint.of(sale.contract(case), chosen).save(force_insert=True)
    client = clerk_of(case.seller)
    parcel = make_ready(client, sale, case)
    page = client.get(page_of(sale, case)).content.decode()
    answer = client.get(f"{page_of(sale, case)}parcels/{parcel.id}/label.pdf")
    paper = read(answer.content).text
    for said in (page, paper):
        assert "Relais de démonstration 3" in said
        assert chosen.street in said
        assert CONTACT.name in said
        assert CONTACT.street not in said
    assert "PICK-UP POINT" in paper


def test_a_number_of_another_parcel_is_said_to_its_seller(ready: tuple[Sale, OfferCase]) -> None:
    sale, case = ready
    client = clerk_of(case.seller)
    parcel = make_ready(client, sale, case, "AB 123456")
    said = "does not fit this order"
    assert said not in client.get(page_of(sale, case)).content.decode()
    scan(parcel, "delivered", to=Area("FR", "75011"), accepted_at=now())
    assert said in client.get(page_of(sale, case)).content.decode()
    history = client.get(f"{page_of(sale, case)}history/").content.decode()
    assert "The carrier delivered parcel" not in history
    assert "reported about number AB123456 what does not fit" in history
    assert sale.states == ["shipped"]


def test_a_title_is_in_the_reader_s_language(ready: tuple[Sale, OfferCase]) -> None:
    """The buyer bought in French; the room of a Dutch, German or English reader says it so."""
    sale, case = ready
    client = clerk_of(case.seller)
    own = {"fr": "128 Go, Minuit", "de": "128 GB, Mitternacht", "nl": "128 GB, Middernacht",
           "en": "128 GB, Midnight"}  # fmt: skip
    case.offer.variant.colour_names = {
        language: name.split(", ")[1] for language, name in own.items()
    }
    case.offer.variant.save()
    for language, title in own.items():
        Seller.objects.update(language=language)
        pages = (page_of(sale, case), "/seller/?view=ship", f"{page_of(sale, case)}history/")
        for path in pages:
            html = client.get(path).content.decode()
            assert f"iPhone 13, {title}" in html.replace("\u202f", " "), (language, path)
            assert f'lang="{language}"' in html, "a French seller who reads another language"
            others = {each for code, each in own.items() if code != language} - {title}
            assert not [each for each in others if each in html], (language, path)
    Seller.objects.update(language="de")
    evidence = client.get(f"{page_of(sale, case)}evidence.json").content.decode()
    assert "iPhone 13, 128 Go, Minuit" in evidence, "the file keeps what was agreed"


BEFORE = {
    "fr": ("Étiquette créée, colis pas encore remis", "En route"),
    "nl": ("Label gemaakt, nog niet overhandigd", "Onderweg"),
    "de": ("Etikett erstellt, noch nicht übergeben", "Unterwegs"),
    "en": ("Label made, not handed over yet", "On the way"),
}


@pytest.mark.parametrize("language", BEFORE)
def test_a_parcel_is_on_the_way_from_the_first_scan_on(
    ready: tuple[Sale, OfferCase], language: str
) -> None:
    sale, case = ready
    Seller.objects.update(language=language)
    client = clerk_of(case.seller)
    parcel = make_ready(client, sale, case)
    label, moving = BEFORE[language]

    def state() -> str:
        html = client.get(page_of(sale, case)).content.decode()
        return re.findall(r'<td data-label="[^"]+">([^<]*)</td>', html)[0]

    listed = "/seller/?view=moving"
    assert state() == label
    assert client.get(listed).content.decode().count(label) == 1
    scan(parcel, "handed_over")
    assert state() == moving
    assert label not in client.get(listed).content.decode()


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("fr", "Transporteur de démonstration"),
        ("nl", "Demonstratievervoerder"),
        ("de", "Vorführ-Paketdienst"),
        ("en", "Demonstration carrier"),
    ],
)
def test_a_carrier_has_a_name(ready: tuple[Sale, OfferCase], language: str, name: str) -> None:
    sale, case = ready
    Seller.objects.update(language=language)
    client = clerk_of(case.seller)
    make_ready(client, sale, case)
    html = client.get(page_of(sale, case)).content.decode()
    assert name in html
    assert "sandbox" not in re.sub(r"<[^>]*>", "", html)


def test_the_kind_of_number_follows_the_device(ready: tuple[Sale, OfferCase]) -> None:
    sale, case = ready
    client = clerk_of(case.seller)

    def chosen() -> list[str]:
        html = client.get(page_of(sale, case)).content.decode()
        return re.findall(r'<option value="(imei|serial)" selected>', html)

    assert chosen() == ["imei"], "a phone"
    Category.objects.update(slug="audio")
    assert chosen() == ["serial"], "AirPods have no IMEI"
    (line,) = sale.lines(case)
    form = {f"number-{line}": "123", f"kind-{line}": "imei"}
    answer = client.post(f"{page_of(sale, case)}parcels/", form)
    assert answer.status_code == 422
    assert 'value="imei" selected' in answer.content.decode(), "what was chosen stays"
