"""What a person is shown and gets of their own data: all of it, and nothing of anybody else."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client

from reprise.accounts import actions as accounts
from reprise.accounts import passkeys
from reprise.accounts.models import User
from reprise.audit import actions as audit
from reprise.audit.states import Page, Subject
from reprise.orders.models import Contact, DeliveryPoint, Order, SellerOrder
from reprise.privacy.access import WAYS, answer, owner, shown_columns
from reprise.privacy.copy import document, text, zipped
from reprise.privacy.holdings import HOLDINGS
from reprise.privacy.people import person as index_of
from reprise.sellers import actions as sellers
from reprise.sellers.models import Member
from tests.accounts.authenticator import Authenticator
from tests.cast import CONTACT
from tests.moment import now
from tests.orders import sale
from tests.orders.story import Story
from tests.web.account.people import ADA, WORD, long_ago, sign_in, signed_in
from tests.work import post

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/de-de/account/privacy/"
OTHER = "bob@buyer.example"


@pytest.fixture(autouse=True)
def quick(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def person(email: str, name: str, sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> User:
    """Somebody with everything: a passkey, letters, an order that was sent twice and insured."""
    user = User.objects.create_user(email, WORD, verified_at=now(), name=f"{name} Konto")
    options = passkeys.creation_options(user.id, email, now())
    accounts.add_passkey(user.id, Authenticator().create(options), f"{name}s Telefon", now())
    accounts.ask("reset", email, "de-de", f"192.0.2.{len(name)}", now())
    contact = replace(
        CONTACT, buyer_id=user.id, email=email, name=f"{name} Exempel", phone=f"+33 {len(name)}",
        street=f"{name}gasse 7", extra=f"bei {name}", postcode=f"6900{len(name)}",
        town=f"{name}stadt",
    )  # fmt: skip
    monkeypatch.setattr(sale, "CONTACT", contact)
    story = Story(sandbox)
    for contract in SellerOrder.objects.filter(order=story.sale.order):
        DeliveryPoint.objects.create(
            seller_order=contract, carrier="sandbox", code=f"{name}-1", name=f"Kiosk {name}",
            street=f"{name}platz", postcode=f"1000{len(name)}", town=f"{name}dorf", country="FR",
        )  # fmt: skip
    post()
    return user


@pytest.fixture
def people(sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[User, User]:
    return (
        person(ADA, "Ada", sandbox, monkeypatch),
        person(OTHER, "Robert", sandbox, monkeypatch),
    )


def leaves(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {leaf for inside in value.values() for leaf in leaves(inside)}
    if isinstance(value, list):
        return {leaf for inside in value for leaf in leaves(inside)}
    return {str(value)}


def told(user: User) -> dict[str, Any]:
    return document(answer(owner(User.objects.get(id=user.id))), "de", now())


def records(user: User) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for holding in told(user)["holdings"]:
        found |= holding["records"]
    return found


def test_every_shown_column_has_a_way_to_its_person() -> None:
    shown = {
        table
        for holding in HOLDINGS
        if holding.key != "at_the_sandbox"
        for table in shown_columns(holding)
    }
    assert shown == set(WAYS)


def test_a_copy_holds_a_value_of_every_shown_column(people: tuple[User, User]) -> None:
    ada, bob = people
    seller = SellerOrder.objects.filter(order__contact__buyer_id=bob.id)[0].seller_id
    Member.objects.create(user_id=ada.id, seller_id=seller)
    sellers.enter_account(seller, "DE89370400440532013000", ada.id, now())
    waits = sellers.enter_account(seller, "BE68539007547034", ada.id, now())
    sellers.stop_account(seller, waits.id, ada.id, now())
    order = Contact.objects.get(buyer_id=ada.id).order_id
    audit.note(bob.id, Page.ORDER, Subject.ORDER, order, now())
    audit.note_sought(bob.id, Page.HOLDS, index_of(ADA), Subject.HOLD, [], now(), found=1)
    sign_in(Client(headers={"User-Agent": "iPad"}))
    mine = records(ada)
    empty = [
        f"{table}.{column}"
        for holding in HOLDINGS
        if holding.key != "at_the_sandbox"
        for table, columns in shown_columns(holding).items()
        for column in columns
        if not any(row[column] not in (None, "") for row in mine.get(table, []))
    ]
    # What did not happen in this story: another address, a refusal, anything tried again, and
    # nobody has asked for a right; no contract has ended, and nobody has objected.
    assert {each for each in empty if not each.startswith("privacy_")} == {
        "accounts_letter.user_id", "accounts_letter.used_at",
        "accounts_passkey.used_at", "orders_step.reason", "notifications_message.try_after",
        "payments_instruction.repeats_id", "shipping_shipment.vouched_at",
        "sellers_seller.ended_on", "sellers_trader.vat_id", "sellers_ending.id",
        "sellers_ending.seller_id", "sellers_ending.ended_on", "sellers_ending.at",
        "accounts_user.uncounted_since",
    }  # fmt: skip
    for text_ in ("Ada Konto", "Adas Telefon", "Adagasse 7", "bei Ada", "Kiosk Ada", ADA):
        assert text_ in leaves(mine), text_


def test_a_copy_holds_nothing_of_anybody_else(people: tuple[User, User]) -> None:
    ada, bob = people
    for one, other, name in ((ada, bob, "Robert"), (bob, ada, "Ada")):
        mine, theirs = leaves(told(one)), records(other)
        whole = text(told(one))
        assert other.email not in whole
        assert not re.search(rf"\b{name}", whole)
        ids = {
            str(row["id"])
            for table, rows in theirs.items()
            if table not in {"sellers_seller", "sellers_trader"}
            for row in rows
            if "id" in row
        } | {str(other.id)}
        assert len(ids) > 30
        assert ids & mine == set()


def test_secrets_are_said_and_not_shown(people: tuple[User, User]) -> None:
    ada, _ = people
    ada.refresh_from_db()
    whole = text(told(ada))
    assert ada.password not in whole
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT salt FROM orders_linedevice UNION SELECT request_digest FROM orders_order"
            " UNION SELECT id::text FROM accounts_letter"
            " UNION SELECT encode(credential_id, 'hex') FROM accounts_passkey"
        )
        secrets = [row[0] for row in cursor.fetchall()]
    assert len(secrets) > 6
    assert [each for each in secrets if each in whole] == []
    (account,) = [each for each in told(ada)["holdings"] if each["holding"] == "account"]
    assert "accounts_user.password" in account["held_but_not_shown"]


def test_a_guests_order_is_theirs_whose_address_is_proven(people: tuple[User, User]) -> None:
    ada, bob = people
    Contact.objects.filter(buyer_id=ada.id).update(buyer_id=None, email=ADA.upper())
    assert len(told(ada)["orders"]) == 1
    User.objects.filter(id=ada.id).update(verified_at=None)
    assert told(ada)["orders"] == []
    assert "accounts_letter" not in records(ada), "whoever typed the address reads no letters to it"
    # Somebody else's order stays theirs, whatever address stands in it.
    User.objects.filter(id=ada.id).update(verified_at=now())
    Contact.objects.filter(buyer_id=bob.id).update(email=ADA)
    assert len(told(ada)["orders"]) == 1


def test_each_order_says_until_when_and_why(people: tuple[User, User]) -> None:
    ada, _ = people
    (order,) = told(ada)["orders"]
    assert order["order"] == Order.objects.get(contact__buyer_id=ada.id).reference
    # One device of it is on its way.
    assert order["not_settled"] == ["line", "parcel"]
    assert (order["needed_until"], order["as_proof_until"]) == (None, None)
    assert "noch etwas offen" in order["because"][0]


class TestThePages:
    def test_what_is_held_is_shown(self, people: tuple[User, User]) -> None:
        page = signed_in().get(PAGE)
        html = page.content.decode()
        assert page.status_code == 200
        assert page["Cache-Control"] == "private, no-store"
        assert Order.objects.get(contact__email=ADA).reference in html
        assert Order.objects.get(contact__email=OTHER).reference not in html
        assert "noch nicht abgeschlossen" in html
        assert "Name, Anschrift, E-Mail und Telefon einer Bestellung" in html
        assert "Für welchen Verkäufer" not in html, "who sells nothing is told nothing of it"

    def test_without_an_order_it_says_so(self) -> None:
        User.objects.create_user(ADA, WORD, verified_at=now())
        assert "Zu diesem Konto gibt es keine Bestellung." in signed_in().get(PAGE).content.decode()

    def test_a_copy_is_a_zip_with_two_files(self, people: tuple[User, User]) -> None:
        client = signed_in()
        assert client.get(f"{PAGE}copy/").status_code == 200
        answered = client.post(f"{PAGE}copy/")
        assert answered.status_code == 200
        assert answered.streaming
        assert answered["Content-Type"] == "application/zip"
        assert answered["Cache-Control"] == "private, no-store"
        assert answered["Content-Disposition"] == 'attachment; filename="reprise-data.zip"'
        with ZipFile(io.BytesIO(b"".join(answered.streaming_content))) as files:  # type: ignore[attr-defined]
            assert files.testzip() is None
            assert files.namelist() == ["reprise-data.json", "reprise-data.html"]
            made = json.loads(files.read("reprise-data.json"))
            html = files.read("reprise-data.html").decode()
        assert made["format"] == "reprise-personal-data-3"
        for value in ("Ada Exempel", "Adagasse 7", "Adas Telefon", "Kiosk Ada"):
            assert value in leaves(made)
            assert value in html
        assert '<html lang="de">' in html
        assert OTHER not in html

    def test_who_finds_a_device_unlocked_gets_no_copy(self, people: tuple[User, User]) -> None:
        client = signed_in()
        long_ago(client)
        answered = client.get(f"{PAGE}copy/")
        assert answered.status_code == 303
        assert answered["Location"].startswith("/de-de/account/again/?next=")
        asked = client.post(f"{PAGE}copy/")
        assert asked.status_code == 403
        assert asked["Content-Type"].startswith("text/html")
        assert client.get(PAGE).status_code == 200

    def test_a_copy_is_kept_nowhere(self, people: tuple[User, User]) -> None:
        client = signed_in()
        client.get(PAGE)

        def rows() -> dict[str, int]:
            with connection.cursor() as cursor:
                found = {}
                for table in connection.introspection.table_names(cursor):
                    cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608
                    found[table] = cursor.fetchone()[0]
            return found

        before = rows()
        b"".join(client.post(f"{PAGE}copy/").streaming_content)  # type: ignore[attr-defined]
        # That it was asked for is counted for the hour, under a key that names nobody.
        asked = {"accounts_attempt": before["accounts_attempt"] + 1}
        assert rows() == before | asked


def test_a_zip_comes_in_pieces_and_is_the_same_each_time() -> None:
    files = [("a.json", "é" * 1000), ("b.html", "b")]
    pieces = list(zipped(files, now()))
    assert len(pieces) == 3
    assert all(pieces)
    assert b"".join(zipped(files, now())) == b"".join(pieces)
