"""Whoever was given a buyer's name is told that it is to be deleted, also when its contract has
ended meanwhile (Regulation (EU) 2016/679, art. 19)."""

from __future__ import annotations

import re
import threading
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.privacy import evidence
from reprise.privacy.actions import contracts
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.contracts import CopiesOpen
from reprise.privacy.actions.telling import ask_sellers
from reprise.privacy.models import SellerCopy
from reprise.privacy.states import By
from reprise.sellers.models import Member, Seller, Trader
from reprise.wiring import copy_letters
from tests.cast import CONTACT, a_seller
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import asked, bought, erase
from tests.web.staff.test_privacy import signed_in
from tests.web.staff.test_room import staff
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())


def ended(sandbox: Any) -> Any:
    """A sale whose seller has left since."""
    made = bought(sandbox)
    drain()
    contracts.end(made.case.seller.id, now().date(), STAFF, now())
    drain()
    mail.outbox.clear()
    return made


def letters(to: str) -> list[Any]:
    return [each for each in mail.outbox if each.to == [to]]


@pytest.mark.parametrize(("language", "words"), [("en", "A copy to delete"),
                                                 ("de", "Eine Kopie zum Löschen")])  # fmt: skip
def test_whose_contract_has_ended_is_written_to(sandbox: Any, language: str, words: str) -> None:
    made = ended(sandbox)
    Seller.objects.update(language=language)
    erase(asked(), made.id)
    drain()
    said, contract = Trader.objects.get(), made.sale.order.seller_orders.get()
    (letter,) = letters(said.email)
    assert contract.reference in letter.subject
    for text in (letter.body, letter.alternatives[0][0]):
        assert words in text
        assert contract.reference in text
        assert "2016/679" in text
        assert settings.OPERATOR.privacy in text
    # It is there to be confirmed as well, should the end be taken back.
    assert SellerCopy.objects.get().confirmed_at is None
    drain()
    assert len(letters(said.email)) == 1


def test_who_sells_sees_it_in_the_seller_room(sandbox: Any) -> None:
    made = bought(sandbox)
    drain()
    mail.outbox.clear()
    erase(asked(), made.id)
    drain()
    assert SellerCopy.objects.count() == 1
    assert letters(Trader.objects.get().email) == []


def test_who_is_stopped_sees_no_room_and_is_written_to(sandbox: Any) -> None:
    made = bought(sandbox)
    drain()
    mail.outbox.clear()
    corrupt("UPDATE sellers_seller SET active = false")
    erase(asked(), made.id)
    drain()
    (letter,) = letters(Trader.objects.get().email)
    assert "has no access to the seller room" in letter.body


def test_nobody_is_asked_twice(sandbox: Any) -> None:
    made = ended(sandbox)
    for _ in range(2):
        with transaction.atomic():
            ask_sellers(made.id, now())
    drain()
    assert len(letters(Trader.objects.get().email)) == 1


def test_whom_nobody_can_reach_is_said(sandbox: Any, caplog: pytest.LogCaptureFixture) -> None:
    made = ended(sandbox)
    corrupt("UPDATE sellers_trader SET email = '', phone = ''")
    with transaction.atomic():
        ask_sellers(made.id, now())
    drain()
    assert mail.outbox == []
    contract = made.sale.order.seller_orders.get()
    assert f"nobody asked it to delete what it has of {contract.reference}" in caplog.text


def test_what_is_deleted_by_now_is_not_asked_for(sandbox: Any) -> None:
    made = ended(sandbox)
    with transaction.atomic():
        ask_sellers(made.id, now())
    copy = SellerCopy.objects.get()
    SellerCopy.objects.update(confirmed_at=now(), confirmed_by=new_id())
    copy_letters.send(copy.id, new_id())
    assert mail.outbox == []


def test_asked_while_the_contract_ends_it_is_either_seen_or_written_to(sandbox: Any) -> None:
    """The end waits for whoever is asking, and then finds a copy that is open."""
    made = bought(sandbox)
    drain()
    refused: list[bool] = []

    def end() -> None:
        try:
            contracts.end(made.case.seller.id, now().date(), STAFF, now())
        except CopiesOpen:
            refused.append(True)
        finally:
            connection.close()

    other = threading.Thread(target=end)
    with transaction.atomic():
        ask_sellers(made.id, now())
        other.start()
        other.join(0.5)
        assert other.is_alive(), "it waits"
    other.join()
    assert refused == [True]


def link_of(letter: Any) -> str:
    found = re.search(r"/seller/copies/\S+/[0-9a-f]{32}/", letter.body)
    assert found
    assert found[0] in letter.alternatives[0][0]
    return found[0]


def sells_again(seller_id: UUID) -> None:
    Member.objects.create(seller_id=seller_id, user_id=new_id())
    contracts.take_back(seller_id, STAFF, now())


class TestByTheLink:
    def asked(self, sandbox: Any) -> tuple[Any, str]:
        made = ended(sandbox)
        erase(asked(), made.id)
        drain()
        (letter,) = letters(Trader.objects.get().email)
        return made, link_of(letter)

    def test_whoever_reads_the_letter_confirms_once(self, sandbox: Any) -> None:
        made, link = self.asked(sandbox)
        page = Client().get(link)
        assert page.status_code == 200
        text = page.content.decode()
        assert made.sale.order.seller_orders.get().reference in text
        assert CONTACT.name not in text
        assert (page["Referrer-Policy"], page["Cache-Control"]) == ("origin", "no-store")
        assert SellerCopy.objects.get().confirmed_at is None, "looking is not saying"
        assert Client().post(link).headers["Location"] == link
        copy = SellerCopy.objects.get()
        assert (copy.confirmed_by, copy.confirmed_how) == (None, "link")
        first = copy.confirmed_at
        assert first is not None
        Client().post(link)
        assert SellerCopy.objects.get().confirmed_at == first, "the first word stands"
        assert "Nothing more is to be done" in Client().get(link).content.decode()
        day = now().date()
        told = evidence.of_copies(day, day)
        assert [each.get("how") for each in told.entries] == [None, "link"]

    def test_not_once_the_seller_has_a_room_again(self, sandbox: Any) -> None:
        made, link = self.asked(sandbox)
        sells_again(made.case.seller.id)
        for answer in (Client().get(link), Client().post(link)):
            assert answer.status_code == 409
            text = answer.content.decode()
            assert "its own people confirm there" in text
            assert 'href="/seller/copies/"' in text
            assert f'action="{link}"' not in text
        assert SellerCopy.objects.get().confirmed_at is None

    def test_but_of_one_that_is_stopped_still(self, sandbox: Any) -> None:
        """It was stopped when its contract ended, so it has no room when the end is taken back."""
        made = bought(sandbox)
        drain()
        corrupt("UPDATE sellers_seller SET active = false")
        contracts.end(made.case.seller.id, now().date(), STAFF, now())
        erase(asked(), made.id)
        drain()
        sells_again(made.case.seller.id)
        seller = Seller.objects.get()
        assert (seller.ended_on, seller.active) == (None, False)
        link = link_of(letters(Trader.objects.get().email)[-1])
        assert f'action="{link}"' in Client().get(link).content.decode()
        assert Client().post(link).headers["Location"] == link
        assert SellerCopy.objects.get().confirmed_how == "link"

    def test_what_was_confirmed_before_still_says_so(self, sandbox: Any) -> None:
        made, link = self.asked(sandbox)
        Client().post(link)
        sells_again(made.case.seller.id)
        assert "Nothing more is to be done" in Client().get(link).content.decode()
        assert Client().post(link).headers["Location"] == link

    def test_no_other_link_opens_anything(self, sandbox: Any) -> None:
        _, link = self.asked(sandbox)
        *start, token, end = link.split("/")
        for wrong in ("0" * 32, token[::-1], "x"):
            other = "/".join((*start, wrong, end))
            assert Client().get(other).status_code == 404
            assert Client().post(other).status_code == 404
        strange = f"/seller/copies/{new_id()}/{token}/"
        assert Client().post(strange).status_code == 404
        assert SellerCopy.objects.get().confirmed_at is None


class TestThroughStaff:
    def test_staff_enter_it_and_how_they_know(self, sandbox: Any) -> None:
        made = ended(sandbox)
        erase(asked(), made.id)
        drain()
        copy, client = SellerCopy.objects.get(), signed_in()
        page = f"/staff/sellers/{made.case.seller.slug}/"
        contract = made.sale.order.seller_orders.get()
        assert f'value="{copy.id}"' in client.get(page).content.decode()
        answer = client.post(f"{page}copies/", {"copy": str(copy.id)})
        assert answer.status_code == 422
        assert "how you have recognised" in answer.content.decode()
        assert SellerCopy.objects.get().confirmed_at is None
        form = {"copy": str(copy.id), "how": "phone"}
        assert client.post(f"{page}copies/", form).headers["Location"] == f"{page}#copies"
        copy.refresh_from_db()
        by = User.objects.get(is_staff=True).id
        assert (copy.confirmed_by, copy.confirmed_how) == (by, "phone")
        assert f'value="{copy.id}"' not in client.get(page).content.decode()
        day = now().date()
        said = evidence.of_copies(day, day).entries[-1]
        assert (said["contract"], said["how"]) == (contract.reference, "phone")
        assert said["entered_by"]

    def test_also_what_one_has_said_that_is_stopped(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erase(asked(), made.id)
        drain()
        corrupt("UPDATE sellers_seller SET active = false")
        copy, client = SellerCopy.objects.get(), signed_in()
        page = f"/staff/sellers/{made.case.seller.slug}/"
        assert f'value="{copy.id}"' in client.get(page).content.decode()
        client.post(f"{page}copies/", {"copy": str(copy.id), "how": "address"})
        assert SellerCopy.objects.get().confirmed_how == "address"

    def test_only_somebody_who_has_just_given_a_password(self, sandbox: Any) -> None:
        made = ended(sandbox)
        erase(asked(), made.id)
        drain()
        copy = SellerCopy.objects.get()
        form = {"copy": str(copy.id), "how": "phone"}
        page = f"/staff/sellers/{made.case.seller.slug}/copies/"
        assert staff().post(page, form).status_code == 403
        assert SellerCopy.objects.get().confirmed_at is None

    def test_not_for_a_seller_with_a_room(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erase(asked(), made.id)
        drain()
        copy = SellerCopy.objects.get()
        page = f"/staff/sellers/{made.case.seller.slug}/copies/"
        assert signed_in().post(page, {"copy": str(copy.id), "how": "phone"}).status_code == 409
        assert SellerCopy.objects.get().confirmed_at is None

    def test_not_another_seller_s(self, sandbox: Any) -> None:
        made = ended(sandbox)
        erase(asked(), made.id)
        drain()
        other = a_seller("Rival")
        corrupt("UPDATE sellers_seller SET active = false, ended_on = current_date"
                " WHERE id = %(id)s", id=other.id)  # fmt: skip
        form = {"copy": str(SellerCopy.objects.get().id), "how": "paper"}
        signed_in().post(f"/staff/sellers/{other.slug}/copies/", form)
        assert SellerCopy.objects.get().confirmed_at is None


def test_postgresql_takes_no_word_without_somebody(sandbox: Any) -> None:
    made = ended(sandbox)
    erase(asked(), made.id)
    drain()
    for fields in ({"confirmed_how": "phone"}, {"confirmed_how": ""},
                   {"confirmed_how": "link", "confirmed_by": new_id()}):  # fmt: skip
        with pytest.raises(IntegrityError):
            SellerCopy.objects.update(confirmed_at=now(), **fields)
