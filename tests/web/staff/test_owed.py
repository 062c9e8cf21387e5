"""Money owed to a former seller: staff see it, say it and hand out the statement."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core import mail

from reprise.accounts.models import User
from reprise.audit.models import Look
from reprise.books.proof import findings
from reprise.kernel.ids import new_id
from reprise.ledger.owed import owed
from reprise.privacy.actions import contracts
from reprise.privacy.actions.acting import Actor
from reprise.privacy.states import By
from reprise.sellers import actions as sellers
from reprise.sellers.models import Member, PaymentAccount, Seller, Trader
from reprise.sellers.queries import payment_account
from reprise.wiring import end_letters
from tests.cast import a_seller
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import bought
from tests.privacy.test_traders import IBAN, ended, staffed
from tests.web.seller.room import words
from tests.web.seller.test_statement import earn
from tests.web.staff.test_breaches import supervisor
from tests.web.staff.test_room import staff, text_of
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())
# An example of the banks' own papers.
OTHER_IBAN = "DE89370400440532013000"


def test_the_first_page_says_how_many_are_owed_how_much() -> None:
    first, second, sells, paid = (staffed(f"Shop {number}") for number in range(4))
    earn(first, 10_000, now())
    earn(first, 1, now(), market="be")
    earn(second, 2_550, now())
    earn(sells, 700, now())
    client = staff()
    assert "/staff/ledger/owed/" not in text_of(client, ""), "their contracts run"
    for each in (first, second, paid):
        ended(each)
    text = words(text_of(client, ""))
    assert "2 Sellers whose contract has ended and who are still owed 125,51 €" in text
    listed = text_of(client, "ledger/owed/")
    assert "2 sellers whose contract has ended are still owed: 125,51 €" in words(listed)
    for seller in (first, second):
        assert f'href="/staff/sellers/{seller.slug}/"' in listed
    for seller in (sells, paid):
        assert f'href="/staff/sellers/{seller.slug}/"' not in listed
    earn(second, -2_550, now())
    assert "100,01 €" in words(text_of(client, ""))


def test_the_list_says_since_when_and_for_which_orders(sandbox: Any) -> None:
    made = bought(sandbox)
    contracts.end(made.case.seller.id, now().date(), STAFF, now())
    contract = made.sale.contract(made.case)
    text = text_of(staff(), "ledger/owed/")
    assert f'href="/staff/orders/{made.sale.order.reference}/">{contract.reference}</a>' in text
    (each,) = owed([made.case.seller.id])
    assert f"{each.amount.minor // 100},00 €" in words(text)
    assert findings() == [], "the books are as they were"


def test_who_ends_a_contract_reads_before_what_is_owed() -> None:
    seller, client = staffed(), supervisor()
    page = f"sellers/{seller.slug}/"
    assert "By the books nothing is owed to this seller." in text_of(client, page)
    earn(seller, 12_345, now())
    text = words(text_of(client, page))
    said = text.index("By the books this seller is owed: 123,45 € (FR)")
    assert said < text.index("Last day of the contract")
    assert f"to the account that ends in {IBAN[-4:]}" in text
    ended(seller)
    text = words(text_of(client, page))
    assert "By the books this seller is owed: 123,45 € (FR)" in text


def test_where_no_account_is_kept_that_is_said() -> None:
    seller = staffed()
    earn(seller, 12_345, now())
    other = staffed("Werkstatt Elbe")
    earn(other, 5, now())
    corrupt("DELETE FROM sellers_paymentaccount WHERE seller_id = %(id)s", id=other.id)
    assert "No payment account is kept" in text_of(supervisor(), f"sellers/{other.slug}/")
    assert "No payment account is kept" not in text_of(supervisor(), f"sellers/{seller.slug}/")


class TestTheLetter:
    def confirmed(self, seller: Seller) -> list[Any]:
        drain()
        mail.outbox.clear()
        contracts.end(seller.id, now().date(), STAFF, now())
        drain()
        return list(mail.outbox)

    def test_it_names_what_is_owed_and_how_it_is_had(self) -> None:
        seller = staffed()
        earn(seller, 12_345, now())
        letters = self.confirmed(seller)
        trader = Trader.objects.get(seller=seller)
        member = User.objects.get(id=Member.objects.get().user_id)
        assert {each.to[0] for each in letters} == {trader.email, member.email}
        for letter in letters:
            for text in (words(letter.body), words(letter.alternatives[0][0])):
                assert "123,45 €" in text
                assert f"to the account that ends in {IBAN[-4:]}" in text
                assert settings.OPERATOR.name in text
                assert f"Write to {settings.OPERATOR.email} if you need the statement" in text
                assert IBAN not in text

    @pytest.mark.parametrize(
        ("language", "amount", "title"),
        [("fr", "123,45", "Le contrat avec"), ("nl", "123,45", "Het contract met"),
         ("de", "123,45", "Der Vertrag mit")],
    )  # fmt: skip
    def test_in_the_reader_s_language(self, language: str, amount: str, title: str) -> None:
        seller = staffed()
        earn(seller, 12_345, now())
        User.objects.update(language=language)
        Seller.objects.update(language=language)
        for letter in self.confirmed(seller):
            assert title in letter.subject
            assert amount in letter.body
            assert "By our books" not in letter.body

    def test_nothing_owed_is_said(self) -> None:
        for letter in self.confirmed(staffed()):
            assert "By our books nothing is owed to Atelier Rhône." in letter.body
            assert "account that ends" not in letter.body

    def test_without_an_account_it_says_what_to_do(self) -> None:
        seller = a_seller()
        earn(seller, 1, now())
        (letter,) = self.confirmed(seller)
        assert "No payment account counts, so it cannot be paid yet." in letter.body

    def test_an_account_that_still_waits_never_counts(self) -> None:
        """Nobody could stop it any more: its people have no room after the end."""
        seller, by = staffed(), Member.objects.get().user_id
        earn(seller, 12_345, now())
        sellers.enter_account(seller.id, OTHER_IBAN, by, now())
        letters = self.confirmed(seller)
        later = payment_account(seller.id, now() + timedelta(days=10))
        assert later is not None
        assert later.last4 == IBAN[-4:]
        waited = PaymentAccount.objects.get(last4=OTHER_IBAN[-4:])
        assert (waited.stopped_at, waited.stopped_by) == (now(), None)
        assert len(letters) == 2
        for letter in letters:
            for text in (words(letter.body), words(letter.alternatives[0][0])):
                assert f"to the account that ends in {IBAN[-4:]}" in text
                assert f"Another account, which ends in {OTHER_IBAN[-4:]}, still waited" in text
        page = words(text_of(staff(), f"sellers/{seller.slug}/"))
        assert f"Another account, which ends in {OTHER_IBAN[-4:]}, still waited" in page

    def test_of_a_change_that_was_stopped_by_hand_nothing_is_said(self) -> None:
        seller, by = staffed(), Member.objects.get().user_id
        waits = sellers.enter_account(seller.id, OTHER_IBAN, by, now())
        sellers.stop_account(seller.id, waits.id, by, now())
        for letter in self.confirmed(seller):
            assert "still waited" not in letter.body
        assert "still waited" not in text_of(staff(), f"sellers/{seller.slug}/")

    def test_a_clerk_reads_of_the_end_and_of_no_money(self) -> None:
        """As in the room: where the money goes is the managers' alone."""
        seller, by = staffed(), Member.objects.get().user_id
        clerk = User.objects.create_user("clerk@person.example", "a long enough word")
        Member.objects.create(seller=seller, user_id=clerk.id, role="clerk")
        earn(seller, 12_345, now())
        sellers.enter_account(seller.id, OTHER_IBAN, by, now())
        (letter,) = (each for each in self.confirmed(seller) if each.to == [clerk.email])
        for text in (words(letter.body), words(letter.alternatives[0][0])):
            assert "The contract with Atelier Rhône has ended" in text
            for word in ("123,45", IBAN[-4:], OTHER_IBAN[-4:], "owed"):
                assert word not in text

    def test_none_where_the_end_was_taken_back(self) -> None:
        seller = staffed()
        contracts.end(seller.id, now().date(), STAFF, now())
        contracts.take_back(seller.id, STAFF, now())
        mail.outbox.clear()
        end_letters.send(seller.id, None, new_id(), now())
        assert mail.outbox == []


class TestTheStatement:
    def test_staff_hand_it_out_and_that_is_noted(self) -> None:
        seller = staffed()
        earn(seller, 10_000, now())
        earn(seller, 2_345, now())
        ended(seller, 7)
        client = staff()
        here = f"sellers/{seller.slug}/statement/fr-eur.csv"
        assert f'href="/staff/{here}"' in text_of(client, f"sellers/{seller.slug}/")
        answer = client.get(f"/staff/{here}")
        assert "attachment" in answer.headers["Content-Disposition"]
        assert "no-store" in answer.headers["Cache-Control"]
        rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
        assert [row[6] for row in rows[2:-1]] == ["100.00", "23.45"]
        assert rows[-1][7] == "123.45"
        look = Look.objects.latest("id")
        assert (look.page, look.subject_id) == ("staff.statement_file", seller.id)

    def test_in_the_language_of_the_seller(self) -> None:
        seller = staffed()
        Seller.objects.update(language="de")
        earn(seller, 10_000, now())
        ended(seller)
        answer = staff().get(f"/staff/sellers/{seller.slug}/statement/fr-eur.csv")
        assert "100,00" in answer.content.decode()

    def test_none_while_the_contract_runs_or_of_another_account(self) -> None:
        seller = staffed()
        earn(seller, 10_000, now())
        text_of(staff(), f"sellers/{seller.slug}/statement/fr-eur.csv", 404)
        ended(seller)
        text_of(staff(), f"sellers/{seller.slug}/statement/de-eur.csv", 404)


def test_what_stays_is_listed_under_the_nights() -> None:
    seller = staffed()
    earn(seller, 10_000, now())
    ended(seller, 6, 1)
    text = words(text_of(staff(), "privacy/"))
    assert "Stays because money is owed" in text
    assert f"Payment accounts of a seller {seller.slug} stays" in text
    assert f"31 Dec {now().year + 10}" in text or f"31 December {now().year + 10}" in text
