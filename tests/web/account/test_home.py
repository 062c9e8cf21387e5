"""At home in an account: orders, details, security, leaving it."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError
from django.test import Client

from reprise.accounts.models import Letter, Passkey, User
from reprise.orders.models import Contact, Line
from reprise.shipping.models import Item, Shipment
from reprise.web.account import forms
from tests.accounts.authenticator import Authenticator
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.planted import corrupt
from tests.web.account.people import (
    ADA,
    HOME,
    WORD,
    last_link,
    options,
    sign_in,
    signed_in,
)
from tests.web.shop.conftest import put
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def bought_as_a_guest(*, paid: bool = True, **contact: str) -> Contact:
    """With Ada's address, by whoever has typed it."""
    order = place((an_offer(stock=1), 1)).order
    Contact.objects.filter(order_id=order.id).update(email=ADA, **contact)
    if paid:
        corrupt("UPDATE orders_line SET state = 'paid' WHERE order_id = %(id)s", id=order.id)
    return Contact.objects.get(order_id=order.id)


@pytest.fixture
def guests_order(sandbox: Any) -> Contact:
    return bought_as_a_guest()


def offered(client: Client) -> list[str]:
    """The orders that can be ticked, and none of them is."""
    page = client.get(HOME).content.decode()
    boxes = re.findall(r'<input type="checkbox" name="order" [^>]*>', page)
    assert not any("checked" in each for each in boxes)
    return [reference for each in boxes for reference in re.findall(r'value="([^"]+)"', each)]


def test_a_guests_order_is_taken_in_by_who_ticks_it(ada: User, guests_order: Contact) -> None:
    reference = guests_order.order.reference
    client = signed_in()
    assert offered(client) == [reference]
    assert client.post(f"{HOME}orders/", {"order": [reference]}).status_code == 303
    page = client.get(HOME).content.decode()
    assert f"{HOME}orders/" not in page
    link = re.search(rf'href="(/[^"]*/orders/{reference}/[^"]+)"', page)
    assert link
    assert Client().get(link[1]).status_code == 200
    User.objects.create_user("eve@buyer.example", WORD, verified_at=now())
    assert reference not in signed_in("eve@buyer.example").get(HOME).content.decode()


def test_which_order_it_is_stands_beside_its_box_and_only_what_is_ticked_is_taken(
    ada: User, guests_order: Contact, sandbox: Any
) -> None:
    """A stranger has ordered with Ada's address; Ada sees which order is hers."""
    theirs = bought_as_a_guest(town="Malicieux", street="9 rue du Piège")
    client = signed_in()
    assert set(offered(client)) == {theirs.order.reference, guests_order.order.reference}
    page = client.get(HOME).content.decode()
    (row,) = [each for each in page.split("<li>") if theirs.order.reference in each]
    for text in ("Malicieux", "iPhone", str(theirs.order.placed_at.year)):
        assert text in row
    for form in ({}, {"order": ["all", ""]}):
        none = client.post(f"{HOME}orders/", form)
        assert none.status_code == 422
        assert 'role="alert"' in none.content.decode()
    client.post(f"{HOME}orders/", {"order": [guests_order.order.reference]})
    theirs.refresh_from_db()
    guests_order.refresh_from_db()
    assert (theirs.buyer_id, guests_order.buyer_id) == (None, ada.id)
    assert offered(client) == [theirs.order.reference]


def test_what_nobody_has_paid_for_is_not_offered(ada: User, sandbox: Any) -> None:
    order = bought_as_a_guest(paid=False)
    client = signed_in()
    assert offered(client) == []
    client.post(f"{HOME}orders/", {"order": [order.order.reference]})
    order.refresh_from_db()
    assert order.buyer_id is None


def test_another_addresss_order_is_not_taken(ada: User, sandbox: Any) -> None:
    order = bought_as_a_guest()
    Contact.objects.update(email="bob@buyer.example")
    signed_in().post(f"{HOME}orders/", {"order": [order.order.reference]})
    order.refresh_from_db()
    assert order.buyer_id is None


def test_where_a_claimed_order_goes_is_typed_into_no_other(ada: User, sandbox: Any) -> None:
    """Whoever orders with Ada's address has not led her next parcel to their street."""
    theirs = bought_as_a_guest(name="Mallory", street="9 rue du Piège")
    case = an_offer(stock=2)
    client = signed_in()
    client.post(f"{HOME}orders/", {"order": [theirs.order.reference]})
    put(client, case)
    for path in (HOME, "/fr-fr/checkout/"):
        page = client.get(path)
        assert page.status_code == 200
        for text in ("Mallory", "Piège"):
            assert text not in page.content.decode(), path
    place((case, 1), buyer=ada.id)
    assert "rue de l’Essai" in client.get(HOME).content.decode()
    assert "rue de l’Essai" in client.get("/fr-fr/checkout/").content.decode()


def test_an_address_that_is_not_proven_takes_nothing(guests_order: Contact) -> None:
    User.objects.create_user(ADA, WORD)
    client = signed_in()
    page = client.get(HOME).content.decode()
    assert f"{HOME}orders/" not in page
    client.post(f"{HOME}orders/", {"order": [guests_order.order.reference]})
    guests_order.refresh_from_db()
    assert guests_order.buyer_id is None
    client.post(f"{HOME}verification/")
    assert client.post(last_link()).status_code == 303
    client.post(f"{HOME}orders/", {"order": [guests_order.order.reference]})
    guests_order.refresh_from_db()
    assert guests_order.buyer_id == User.objects.get().id


def test_another_address_is_confirmed_by_who_asked_for_it(ada: User) -> None:
    client = signed_in()
    answer = client.post(f"{HOME}email/", {"email": "ada@new.example"})
    assert answer.status_code == 200
    drain()
    (letter,) = [sent for sent in mail.outbox if sent.to == ["ada@new.example"]]
    link = re.search(r"https?://[^/]+(/\S+/account/letters/\S+)", str(letter.body))
    assert link
    User.objects.create_user("eve@buyer.example", WORD)
    assert Client().post(link[1]).headers["Location"].startswith(f"{HOME}login/")
    assert signed_in("eve@buyer.example").post(link[1]).status_code == 404
    assert client.get(link[1]).status_code == 200
    assert User.objects.filter(email=ADA).exists()
    assert client.post(link[1]).status_code == 303
    assert not User.objects.filter(email=ADA).exists()
    assert client.get(HOME).status_code == 200


def test_details_are_kept(ada: User) -> None:
    client = signed_in()
    form = {"name": "  Ada\t<b>Ex\u202eample ", "language": "fr"}
    answer = client.post(f"{HOME}details/", form, follow=True)
    ada.refresh_from_db()
    assert (ada.name, ada.language) == ("Ada <b>Ex ample", "fr")
    assert "&lt;b&gt;" in answer.content.decode()
    client.post(f"{HOME}details/", {"name": "", "language": "xx"})
    ada.refresh_from_db()
    assert (ada.name, ada.language) == ("", "fr")


def test_a_name_with_many_marks_holds_nobody_up(ada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[int] = []

    def normalize(form: str, text: str) -> str:
        composed.append(len(text))
        return unicodedata.normalize(form, text)

    monkeypatch.setattr(forms, "unicodedata", SimpleNamespace(normalize=normalize))
    form = {"name": "a" + "\u0300\u0316" * 2_000, "language": "fr"}
    assert signed_in().post(f"{HOME}details/", form).status_code == 303
    assert max(composed) <= 1_000


def test_a_new_password_keeps_this_session_and_ends_the_others(ada: User) -> None:
    client, other = signed_in(), signed_in()
    assert client.post(f"{HOME}password/", {"password": "0123456789"}).status_code == 422
    answer = client.post(f"{HOME}password/", {"password": "quite another word"})
    assert answer.status_code == 303
    assert client.get(HOME).status_code == 200
    assert other.get(HOME).status_code == 303


def test_a_removed_passkey_keeps_this_session_and_ends_the_others(ada: User) -> None:
    """Whoever it was that the passkey let in."""
    client, device = signed_in(), Authenticator()
    made = json.dumps(device.create(options(client.get(f"{HOME}passkeys/"))))
    client.post(f"{HOME}passkeys/", {"credential": made})
    thief = Client()
    given = json.dumps(device.get(options(thief.get(f"{HOME}login/"))))
    assert thief.post(f"{HOME}login/", {"credential": given}).status_code == 303
    assert thief.get(HOME).status_code == 200
    assert client.get(HOME).status_code == 200
    removal = f"{HOME}passkeys/{Passkey.objects.get().id}/removal/"
    assert client.post(removal).status_code == 303
    assert client.get(HOME).status_code == 200
    assert thief.get(HOME).status_code == 303
    assert signed_in().get(HOME).status_code == 200


def test_who_needed_a_new_password_is_shown_the_passkeys(ada: User) -> None:
    client = Client()
    client.post(f"{HOME}password/forgotten/", {"email": ADA})
    answer = client.post(last_link(), {"password": "quite another word"})
    assert answer.headers["Location"] == f"{HOME}security/"


POSTS = (
    "login/", "logout/", "sign-up/", "password/forgotten/", "again/", "orders/", "details/",
    "verification/", "email/", "password/", "passkeys/", "deletion/", "privacy/erasure/",
    "privacy/copy/", "privacy/given/", "privacy/restriction/", "privacy/objection/",
    "privacy/correction/",
)  # fmt: skip


@pytest.mark.parametrize("path", POSTS)
def test_every_form_carries_a_token(ada: User, path: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    assert client.post(f"{HOME}{path}", {"email": ADA, "password": WORD}).status_code == 403
    assert User.objects.filter(email=ADA).exists()
    assert not Letter.objects.exists()


def test_pages_of_one_person_are_not_kept(ada: User) -> None:
    for path in ("", "details/", "security/", "login/"):
        answer = signed_in().get(f"{HOME}{path}")
        assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("locale", ["fr-fr", "nl-nl", "de-de", "en-be"])
def test_every_page_is_there_in_every_language(ada: User, locale: str) -> None:
    client = signed_in()
    for path in (
        "", "details/", "email/", "security/", "password/", "passkeys/", "again/",
        "login/", "sign-up/", "password/forgotten/", "privacy/", "privacy/copy/", "privacy/given/",
        "privacy/erasure/", "privacy/restriction/", "privacy/objection/", "privacy/correction/",
    ):  # fmt: skip
        assert client.get(f"/{locale}/account/{path}").status_code == 200


def test_the_header_is_the_same_for_everybody(ada: User) -> None:
    seen = {each.get("/de-de/terms/").content for each in (Client(), signed_in())}
    assert len(seen) == 1
    assert b'href="/de-de/account/"' in seen.pop()


@pytest.mark.parametrize("typed", ["vİctim@gmail.com", "victim@gmaİl.com", "victim@gmaıl.com",
                                   "victim@ſmail.com", "victim@gmail.\u212aom"])  # fmt: skip
def test_an_address_that_looks_like_another_opens_nothing(client: Client, typed: str) -> None:
    """PostgreSQL folds these letters onto plain ones; the mail takes them elsewhere."""
    User.objects.create_user("victim@gmail.com", WORD, verified_at=now())
    User.objects.create_user("victim@smail.com", WORD, verified_at=now())
    for path in ("password/forgotten/", "sign-up/"):
        answer = client.post(f"{HOME}{path}", {"email": typed})
        assert answer.status_code == 422, path
    assert sign_in(client, typed).status_code == 422
    drain()
    assert mail.outbox == []
    assert not Letter.objects.exists()
    assert not User.objects.with_email(typed).exists()
    with pytest.raises(ValueError, match="ASCII"):
        User.objects.create_user(typed, WORD)


def test_postgresql_keeps_no_such_address() -> None:
    with pytest.raises(IntegrityError):
        User(email="victim@gmaİl.com").save(force_insert=True)


def test_a_new_password_is_sent_to_the_address_of_the_account(client: Client, ada: User) -> None:
    client.post(f"{HOME}password/forgotten/", {"email": ADA.upper()})
    drain()
    (letter,) = mail.outbox
    assert letter.to == [ADA]


@pytest.mark.parametrize(
    ("locale", "title"),
    [
        ("fr-fr", "Ce lien ne fonctionne plus"),
        ("nl-nl", "Deze link werkt niet meer"),
        ("de-de", "Dieser Link funktioniert nicht mehr"),
        ("en-fr", "This link no longer works"),
    ],
)
def test_a_link_that_is_over_is_a_page_and_no_form_error(locale: str, title: str) -> None:
    Client().post(f"{HOME}sign-up/", {"email": ADA})
    link = last_link().replace("/de-de/", f"/{locale}/")
    Letter.objects.update(expires_at=datetime(2026, 1, 1, tzinfo=UTC))
    answer = Client().get(link)
    said = answer.content.decode()
    assert answer.status_code == 410
    assert f"<title>{title} · Reprise</title>" in said
    assert 'role="alert"' not in said
    assert f'href="/{locale}/account/login/"' in said


@pytest.mark.parametrize(
    ("locale", "title", "ready", "moving"),
    [
        ("fr-fr", "iPhone 13, 128 Go, Minuit", "Prêt pour le transporteur", "En route"),
        ("nl-nl", "iPhone 13, 128 GB, Midnight", "Klaar voor de vervoerder", "Onderweg"),
        ("de-de", "iPhone 13, 128 GB, Midnight", "Bereit für den Paketdienst", "Unterwegs"),
        ("en-fr", "iPhone 13, 128 GB, Midnight", "Ready for the carrier", "On the way"),
    ],
)
def test_what_was_bought_is_named_as_its_reader_does(
    ada: User, guests_order: Contact, locale: str, title: str, ready: str, moving: str
) -> None:
    Contact.objects.update(buyer_id=ada.id)
    line = Line.objects.get()
    parcel = Shipment.objects.create(
        seller_id=line.seller_id, market="fr", reference=line.seller_order_id, carrier="sandbox",
        tracking="SB1", created_at=now(), state="created", state_at=now(),
    )  # fmt: skip
    Item.objects.create(seller_id=line.seller_id, shipment=parcel, line_id=line.id)
    Line.objects.update(state="shipped")
    client = signed_in()
    said = client.get(f"/{locale}/account/").content.decode().replace("\u202f", " ")
    assert title in said
    assert ready in said
    assert moving not in said
    Shipment.objects.update(state="moving")
    said = client.get(f"/{locale}/account/").content.decode()
    assert ready not in said
    assert moving in said
