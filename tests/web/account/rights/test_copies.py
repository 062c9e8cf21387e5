"""Copies: what was given, and all that there is."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.db import transaction
from django.test import Client

from reprise.accounts.models import User
from reprise.kernel import clock
from reprise.keys import Keys, MissingKey
from reprise.orders.models import Contact, Order
from reprise.privacy.access import Person, answer, owner, shown_columns
from reprise.privacy.actions import asking, readdressing, serving
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.actions.lifting import lift
from reprise.privacy.actions.telling import ask_sellers
from reprise.privacy.copy import document
from reprise.privacy.copy import text as written
from reprise.privacy.holdings import HOLDINGS
from reprise.privacy.models import Act, Notice, Request, SellerCopy
from reprise.privacy.states import (
    By,
    Extension,
    HoldKind,
    Late,
    Lift,
    Reason,
    Recognised,
    RequestKind,
    ShownBy,
)
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import bought, today
from tests.web.account.people import ADA, last_link, signed_in
from tests.web.account.rights.asking import GUEST, PAGE, confirm, guests_link
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


class TestTheCopies:
    def test_a_guests_copy_holds_what_the_archive_has_and_notes_it(
        self, sandbox: Any, weeks_later: Callable[[], None]
    ) -> None:
        mine = bought(sandbox)
        weeks_later()
        confirm(Client(), guests_link())
        drain()
        link = guests_link()
        assert not Act.objects.filter(verb="opened").exists(), "looking opens nothing"
        answer = Client().post(f"{link}copy/")
        with ZipFile(BytesIO(b"".join(answer.streaming_content))) as files:  # type: ignore[attr-defined]
            told = json.loads(files.read("reprise-data.json"))
            page = files.read("reprise-data.html").decode()
        assert told["archive"][mine.sale.order.reference]["contact"]["street"] == CONTACT.street
        assert CONTACT.street in page
        opened = Act.objects.get(verb="opened")
        assert (opened.actor_kind, opened.reason) == ("person", "access")

    def test_a_lost_key_is_said_and_nothing_is_handed_out(
        self, sandbox: Any, weeks_later: Callable[[], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bought(sandbox)
        weeks_later()
        confirm(Client(), guests_link())
        link = guests_link()

        def lost(*_: Any) -> Any:
            raise MissingKey("archive-2031")

        monkeypatch.setattr(Keys, "open", lost)
        answer = Client().post(f"{link}copy/")
        assert answer.status_code == 503
        assert 'role="alert"' in answer.content.decode()

    def test_a_guests_copy_holds_nothing_of_an_account_or_of_others(
        self, sandbox: Any, ada: User
    ) -> None:
        mine, other = bought(sandbox), bought(sandbox, buyer=ada.id)
        Contact.objects.filter(order_id=other.id).update(
            email=ADA, name="Ada Kanarienvogel", street="Kanariengasse 7"
        )
        answer = Client().post(f"{guests_link()}copy/")
        with ZipFile(BytesIO(b"".join(answer.streaming_content))) as files:  # type: ignore[attr-defined]
            whole = files.read("reprise-data.json").decode()
        told = json.loads(whole)
        assert mine.sale.order.reference in whole
        for text in ("Kanari", ADA, other.sale.order.reference, str(other.id), str(ada.id)):
            assert text not in whole
        keys = {each["holding"] for each in told["holdings"]}
        assert keys >= {"contact", "letters", "payments", "requests", "archive", "acts"}
        assert not keys & {"account", "passkeys", "sessions", "membership", "trader", "who_acted"}

    def test_who_asks_about_an_order_by_another_address_is_in_no_copy_of_its_account(
        self, sandbox: Any, ada: User
    ) -> None:
        """An order of Ada's bore Bob's address when something was asked about it."""
        order = place((an_offer(stock=1), 1), buyer=ada.id).order
        Contact.objects.filter(order_id=order.id).update(email="bob@elsewhere.example")
        made = serving.enter(RequestKind.RECTIFICATION, order.reference, today(), uuid4(), now())
        Contact.objects.filter(order_id=order.id).update(email=ADA)
        told = written(document(answer(owner(ada)), "de", now()))
        assert "bob@" not in told
        assert made.reference in told, "what was asked, it does hold"
        theirs = written(document(answer(Person(None, "bob@elsewhere.example")), "de", now()))
        assert "bob@elsewhere.example" in theirs
        assert made.reference in theirs

    def test_what_was_given_and_nothing_made_of_it(self, sandbox: Any, ada: User) -> None:
        mine = bought(sandbox, buyer=ada.id)
        User.objects.filter(id=ada.id).update(name="Ada Kanarienvogel")
        answer = signed_in().post(f"{PAGE}given/")
        assert answer["Content-Disposition"] == 'attachment; filename="reprise-data-given.json"'
        told = json.loads(answer.content)
        assert told["account"] == {
            "email": ADA, "name": "Ada Kanarienvogel", "language": "en", "passkeys": [],
        }  # fmt: skip
        (order,) = told["orders"]
        assert order["order"] == mine.sale.order.reference
        assert order["to"]["street"] == CONTACT.street
        assert order["to"]["email"] == CONTACT.email
        assert [each["insured"] for each in order["devices"]] == [False]
        assert set(order) == {
            "order", "placed_at", "language", "to", "delivery", "devices",
        }  # fmt: skip

    def test_a_download_answers_what_staff_have_entered(self, sandbox: Any) -> None:
        mine = bought(sandbox)
        made = serving.enter(RequestKind.ACCESS, mine.sale.order.reference, today(), uuid4(), now())
        link = last_link()
        b"".join(Client().post(f"{link}copy/").streaming_content)  # type: ignore[attr-defined]
        made.refresh_from_db()
        assert (made.state, made.outcome) == ("answered", "given")


class TestEveryColumn:
    """What the register shows of rights, and of somebody without an account, is in the copy."""

    def empty(self, person: Person, *but: str) -> set[str]:
        told = document(answer(person), "de", now())
        rows = {
            table: found
            for holding in told["holdings"]
            for table, found in holding["records"].items()
        }
        concerned = {each["holding"] for each in told["holdings"]}
        return {
            f"{table}.{column}"
            for holding in HOLDINGS
            if holding.key in concerned
            for table, columns in shown_columns(holding).items()
            for column in columns
            if table.startswith(but)
            and not any(row[column] not in (None, "") for row in rows.get(table, []))
        }

    def test_of_rights(self, sandbox: Any, ada: User, weeks_later: Callable[[], None]) -> None:
        mine = bought(sandbox, buyer=ada.id)
        wrong = place((an_offer(stock=1), 1), buyer=ada.id).order
        Contact.objects.filter(order_id=wrong.id).update(email=ADA)
        weeks_later()
        client = signed_in()
        client.post(f"{PAGE}correction/", {"order": wrong.reference})
        client.post(f"{PAGE}objection/")
        client.post(f"{PAGE}restriction/")
        request = Request.objects.get(kind="objection")
        asking.extend(request.id, Extension.COMPLEX, uuid4(), clock.now())
        long_ago = clock.now().date() - timedelta(days=90)
        with transaction.atomic():
            asking.enter(request.id, long_ago, uuid4(), Late.MISLAID, clock.now())
        asking.refuse(request.id, Reason.OVERRIDING, clock.now())
        client.post(f"{PAGE}restriction/", {"end": "1"})
        by, review = Actor(By.STAFF, uuid4()), clock.now().date() + timedelta(days=9)
        ours = hold(Subject(user_id=ada.id), HoldKind.GUARANTEE, review, by, clock.now())
        lift(ours.id, Lift.OVER, by, clock.now())
        self.declined(place((an_offer(stock=1), 1)).order)
        Notice.objects.create(user_id=ada.id, written_at=now(), sent_at=now())
        drain()
        with transaction.atomic():
            assert ask_sellers(mine.id, now()) == 1
        SellerCopy.objects.update(
            confirmed_at=now(), confirmed_by=ada.id, confirmed_how=Recognised.PHONE.value
        )
        # An act that has a reason opens.
        b"".join(client.post(f"{PAGE}copy/").streaming_content)  # type: ignore[attr-defined]
        assert self.empty(owner(ada), "privacy_") == set()

    def declined(self, order: Order) -> None:
        """What Ada has bought as a guest, and staff were told is somebody else's."""
        Contact.objects.filter(order_id=order.id).update(email=ADA)
        request = asking.receive(
            RequestKind.RECTIFICATION, ADA, "fr-fr", clock.now(), order_id=order.id, proven=False
        )
        made = readdressing.propose(
            request.id, "somebody@else.example", ShownBy.POST, uuid4(), clock.now()
        )
        readdressing.decline(request.id, made.id, uuid4(), clock.now())

    def test_of_a_guest(self, sandbox: Any) -> None:
        """An account's own test has every column; what a guest has none of is said here."""
        bought(sandbox)
        guests_link()
        assert self.empty(Person(None, GUEST), "orders_", "accounts_", "payments_payment") == {
            "accounts_letter.user_id", "accounts_letter.used_at", "orders_contact.buyer_id",
            "orders_contact.phone", "orders_contact.extra", "orders_step.reason",
            "orders_deliverypoint.carrier", "orders_deliverypoint.code",
            "orders_deliverypoint.name", "orders_deliverypoint.street",
            "orders_deliverypoint.postcode", "orders_deliverypoint.town",
            "orders_deliverypoint.country", "orders_deliverypoint.seller_order_id",
            "orders_line.cover",
        }  # fmt: skip
