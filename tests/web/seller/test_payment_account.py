"""The page on which a manager says where the seller's money goes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.sellers.models import Member, PaymentAccount, Seller
from tests.cast import a_seller
from tests.moment import now
from tests.web.account.people import carried, fresh
from tests.web.seller.room import clerk_of, everything, words

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/seller/payment-account/"
GERMAN, FRENCH = "DE89 3704 0044 0532 0130 00", "FR14 2004 1010 0505 0001 3M02 606"


@pytest.fixture
def seller() -> Seller:
    return a_seller()


def text(client: Client, path: str = PAGE) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return words(answer.content.decode())


def test_an_account_is_entered_changed_and_stopped(seller: Seller) -> None:
    client = fresh(clerk_of(seller))
    assert "No account is entered yet" in text(client)
    assert client.post(PAGE, {"iban": GERMAN}).headers["Location"] == f"{PAGE}?saved=entered"
    assert "•••• 3000 counts now" in text(client)
    client.post(PAGE, {"iban": FRENCH})
    shown = text(client)
    assert "•••• 3000 counts now" in shown
    assert "•••• 2606 waits" in shown
    assert "3704" not in shown and "2004" not in shown
    waits = PaymentAccount.objects.get(last4="2606")
    assert waits.effective_at == waits.entered_at + timedelta(days=3)
    stop = f"{PAGE}entries/{waits.id}/stop/"
    assert stop in client.get(PAGE).content.decode()
    assert client.post(stop).headers["Location"] == f"{PAGE}?saved=stopped"
    assert "•••• 2606 waits" not in text(client)
    assert client.post(stop).status_code == 409
    assert Client().post(stop).headers["Location"].startswith("/seller/login/")


def test_what_is_wrong_stands_beside_the_field_with_what_was_typed(seller: Seller) -> None:
    client = fresh(clerk_of(seller))
    answer = client.post(PAGE, {"iban": 'DE89 3704 "0044'})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="DE89 3704 &#34;0044"' in page
    assert 'id="iban-error"' in page
    assert "This is no IBAN" in page


def test_a_password_given_just_now_is_needed_and_the_number_is_kept(seller: Seller) -> None:
    client = clerk_of(seller)
    before = everything()
    asked = client.post(PAGE, {"iban": GERMAN})
    assert asked.status_code == 403
    assert carried(asked.content.decode()) == [("kept-iban", GERMAN)]
    assert everything() == before
    proof = {"proof": "1", "kept-iban": GERMAN, "password": "a long enough word"}
    assert client.post(PAGE, proof).status_code == 302
    assert PaymentAccount.objects.get().last4 == "3000"


def test_the_page_says_when_one_more_may_be_entered(seller: Seller) -> None:
    client = fresh(clerk_of(seller))
    for _ in range(5):
        client.post(PAGE, {"iban": GERMAN})
    answer = client.post(PAGE, {"iban": FRENCH})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 3600
    assert "too many attempts" in words(answer.content.decode())
    assert f'value="{FRENCH}"' in answer.content.decode(), "it need not be typed again"
    assert PaymentAccount.objects.get().last4 == "3000"
    assert client.get(PAGE).status_code == 200


def test_who_works_on_orders_only_is_told_whom_to_ask(seller: Seller) -> None:
    client = fresh(clerk_of(seller))
    client.post(PAGE, {"iban": GERMAN})
    client.post(PAGE, {"iban": FRENCH})
    waits = PaymentAccount.objects.get(last4="2606")
    Member.objects.update(role="clerk")
    before = everything()
    answers = (
        client.get(PAGE),
        client.post(PAGE, {"iban": FRENCH}),
        client.post(f"{PAGE}entries/{waits.id}/stop/"),
    )
    for answer in answers:
        assert answer.status_code == 403
        assert "ask one of them" in answer.content.decode()
        assert "3000" not in answer.content.decode()
    assert everything() == before
    assert PAGE not in client.get("/seller/statement/").content.decode()


def test_a_rival_neither_sees_nor_stops_it(seller: Seller) -> None:
    client = fresh(clerk_of(seller))
    client.post(PAGE, {"iban": GERMAN})
    client.post(PAGE, {"iban": FRENCH})
    waits = PaymentAccount.objects.get(last4="2606")
    rival = fresh(clerk_of(a_seller("Rival")))
    assert "3000" not in text(rival)
    assert rival.post(f"{PAGE}entries/{waits.id}/stop/").status_code == 404
    assert PaymentAccount.objects.get(id=waits.id).stopped_at is None


def test_the_log_of_the_page_names_who_entered_it(seller: Seller) -> None:
    client = fresh(clerk_of(seller))
    client.post(PAGE, {"iban": GERMAN})
    entry = PaymentAccount.objects.get()
    assert entry.entered_by == User.objects.get().id
    assert abs(entry.entered_at - now()) < timedelta(minutes=5)
