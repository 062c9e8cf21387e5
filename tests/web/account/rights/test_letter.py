"""The letter that opens the rights of somebody without an account."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from reprise.accounts.models import Letter, User
from reprise.kernel import clock
from reprise.orders import access
from reprise.orders.models import Contact
from reprise.privacy.access import Person, orders_of
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import bought
from tests.web.account.people import ADA, HOME, WORD, last_link
from tests.web.account.rights.asking import ASK, GUEST, guests_link
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def everything() -> dict[str, Any]:
    """The rows of our own tables, but what counts who asks."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("procrastinate", "django_session", "accounts_attempt")):
                continue
            row = "order_id" if table == "privacy_archived" else "t"
            cursor.execute(
                f"SELECT md5(string_agg({row}::text, ',' ORDER BY {row}::text))"  # noqa: S608
                f' FROM "{table}" t'
            )
            found[table] = cursor.fetchone()
        return found


class TestTheLetter:
    def test_it_opens_what_the_address_has_ordered(self, sandbox: Any) -> None:
        mine = bought(sandbox)
        other = place((an_offer(stock=1), 1)).order
        Contact.objects.filter(order_id=other.id).update(email="bob@buyer.example")
        page = Client().get(guests_link()).content.decode()
        assert mine.sale.order.reference in page
        assert other.reference not in page

    def test_the_answer_is_the_same_for_every_address(self, sandbox: Any, ada: User) -> None:
        bought(sandbox)
        answers = {
            Client().post(ASK, {"email": each}).content
            for each in (GUEST, ADA, "nobody@buyer.example")
        }
        assert len(answers) == 1

    def test_an_address_with_an_account_is_led_to_signing_in(self, ada: User) -> None:
        Client().post(ASK, {"email": ADA})
        drain()
        (sent,) = mail.outbox
        assert "/account/letters/" not in str(sent.body)
        assert "/de-de/account/privacy/" in str(sent.body)

    def test_it_opens_no_account_that_was_opened_meanwhile(self, sandbox: Any) -> None:
        mine = bought(sandbox)
        link = guests_link()
        User.objects.create_user(GUEST, WORD, verified_at=now())
        Contact.objects.filter(order_id=mine.id).update(buyer_id=User.objects.get().id)
        for path in ("", "copy/", "erasure/"):
            page = Client().get(f"{link}{path}")
            assert page.status_code == 409
            assert mine.sale.order.reference not in page.content.decode()
        assert Client().post(f"{link}copy/").status_code == 409

    def test_an_order_of_an_account_is_not_a_guests(self, sandbox: Any, ada: User) -> None:
        """Ada has ordered with her account and typed somebody else's address."""
        order = place((an_offer(stock=1), 1), buyer=ada.id).order
        page = Client().get(guests_link()).content.decode()
        assert order.reference not in page
        assert orders_of(Person(None, GUEST)) == []

    def test_looking_changes_nothing_and_it_opens_again(self, sandbox: Any) -> None:
        bought(sandbox)
        link = guests_link()
        before = everything()
        pages = ("", "copy/", "given/", "erasure/", "restriction/", "objection/", "correction/")
        for _ in range(2):
            for path in pages:
                answer = Client().get(f"{link}{path}")
                assert answer.status_code == 200, path
                assert answer["Cache-Control"] == "private, no-store"
        assert everything() == before

    def test_it_opens_for_an_hour(self, sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        bought(sandbox)
        link = guests_link()
        letter = Letter.objects.get(purpose="rights")
        assert letter.expires_at == letter.written_at + timedelta(hours=1)
        for seconds, status in ((-1, 200), (1, 410)):
            then = letter.expires_at + timedelta(seconds=seconds)
            monkeypatch.setattr(clock, "now", lambda then=then: then)
            for path in ("", "copy/", "erasure/"):
                assert Client().get(f"{link}{path}").status_code == status, (seconds, path)
        assert ASK in Client().get(link).content.decode()

    def test_another_token_opens_nothing(self, sandbox: Any) -> None:
        bought(sandbox)
        link = guests_link()
        token = link.rstrip("/").rsplit("/", 1)[1]
        other = link.replace(token, "0" * len(token))
        for path in ("", "copy/", "erasure/"):
            assert Client().get(f"{other}{path}").status_code == 404
            assert Client().post(f"{other}{path}").status_code == 404 or not path

    def test_a_letter_for_something_else_opens_no_rights(self, sandbox: Any) -> None:
        bought(sandbox)
        Client().post(f"{HOME}sign-up/", {"email": GUEST})
        link = last_link()
        for path in ("copy/", "erasure/", "restriction/"):
            assert Client().post(f"{link}{path}").status_code == 404

    def test_an_orders_link_opens_no_right(self, sandbox: Any) -> None:
        order = bought(sandbox).sale.order
        for path in ("copy/", "erasure/"):
            assert Client().post(f"{access.path(order)}{path}").status_code == 404
        letter = Letter.objects.create(
            purpose="rights", email=GUEST, locale="fr-fr", written_at=now(), expires_at=now()
        )
        token = access.path(order).rstrip("/").rsplit("/", 1)[1]
        assert Client().get(f"/fr-fr/account/letters/{letter.id}/{token}/").status_code == 404

    def test_no_more_than_three_an_hour_go_to_one_address(self) -> None:
        for place_ in range(5):
            answer = Client(REMOTE_ADDR=f"192.0.2.{place_}").post(ASK, {"email": GUEST})
            assert answer.status_code == 200
        assert Letter.objects.filter(email=GUEST).count() == 3

    def test_what_is_no_address_is_said(self) -> None:
        answer = Client().post(ASK, {"email": "camille"})
        assert answer.status_code == 422
        assert 'value="camille"' in answer.content.decode()
        assert not Letter.objects.exists()
