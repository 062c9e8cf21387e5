"""The seller room by its forms."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.offers.models import MarketOffer
from reprise.orders.models import LineDevice
from reprise.sellers.models import Member
from tests.cast import an_offer
from tests.orders.sale import pay, place
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def room_of(case: Any, language: str = "en") -> Client:
    user = User.objects.create_user("clerk@room.example", "a long enough word")
    case.seller.language = language
    case.seller.save(update_fields=["language"])
    Member.objects.create(seller=case.seller, user_id=user.id)
    client = Client()
    answer = client.post(
        "/seller/login/", {"email": "clerk@room.example", "password": "a long enough word"}
    )
    assert answer.headers["Location"] == "/seller/"
    return client


def test_a_wrong_password_is_said_and_the_address_kept() -> None:
    User.objects.create_user("clerk@room.example", "a long enough word")
    answer = Client().post("/seller/login/", {"email": "clerk@room.example", "password": "no"})
    assert answer.status_code == 422
    assert "clerk@room.example" in answer.content.decode()


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/fr-fr/"])
def test_signing_in_leads_nowhere_else(wanted: str) -> None:
    User.objects.create_user("clerk@room.example", "a long enough word")
    form = {"email": "clerk@room.example", "password": "a long enough word", "next": wanted}
    assert Client().post("/seller/login/", form).headers["Location"] == "/seller/"


def test_the_address_of_a_buyer_is_shown_when_there_is_something_to_send(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    client = room_of(case)
    page = f"/seller/orders/{sale.contract(case).reference}/"
    assert "rue de l’Essai" not in client.get(page).content.decode()
    (line,) = sale.lines(case)
    assert client.post(f"{page}answer/", {f"answer-{line}": "accept"}).status_code == 302
    drain()
    assert "rue de l’Essai" in client.get(page).content.decode()


def test_a_wrong_imei_is_said_and_what_was_typed_kept(sandbox: Any) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    client = room_of(case)
    (line,) = sale.lines(case)
    page = f"/seller/orders/{sale.contract(case).reference}/"
    form = {f"number-{line}": "490154203237519", f"kind-{line}": "imei", "tracking": "AB 123456"}
    answer = client.post(f"{page}parcels/", form)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "490154203237519" in text
    assert "AB 123456" in text
    assert not LineDevice.objects.exists()
    form[f"number-{line}"] = "490154203237518"
    assert client.post(f"{page}parcels/", form).status_code == 302
    assert LineDevice.objects.get().number == "490154203237518"
    assert sale.states == ["shipped"]


def test_stock_and_price_are_edited_against_what_was_shown() -> None:
    case = an_offer(stock=4, price=31200)
    client = room_of(case)
    assert "312.00" in client.get("/seller/offers/").content.decode()
    path = f"/seller/offers/{case.id}/"
    assert client.post(path, {"expected": "4", "available": "9", "price-fr": "299.50"})
    assert case.available() == 9
    assert MarketOffer.objects.get(offer_id=case.id).price_minor == 29950
    stale = client.post(path, {"expected": "4", "available": "7"})
    assert stale.status_code == 409
    assert case.available() == 9


@pytest.mark.parametrize(
    "form",
    [
        {"expected": "4", "available": "-1"},
        {"expected": "4", "available": "many"},
        {"expected": "4", "available": ""},
        {"price-fr": "-3"},
        {"price-fr": "0"},
        {"price-fr": "1.005"},
        {"price-fr": "NaN"},
    ],
)
def test_a_number_that_is_none_changes_nothing(form: dict[str, str]) -> None:
    case = an_offer(stock=4, price=31200)
    answer = room_of(case).post(f"/seller/offers/{case.id}/", form)
    assert answer.status_code == 422
    assert case.available() == 4
    assert MarketOffer.objects.get(offer_id=case.id).price_minor == 31200


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", ["", "offers/", "statement/", "?view=ship", "?view=done"])
def test_empty_rooms_say_what_to_do(language: str, path: str) -> None:
    case = an_offer(stock=0)
    answer = room_of(case, language).get(f"/seller/{path}")
    assert answer.status_code == 200
    assert f'lang="{language}"' in answer.content.decode()
