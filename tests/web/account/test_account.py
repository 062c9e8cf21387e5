"""Ways into an account: its forms, letters and passkeys."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from reprise.accounts.models import Letter, Passkey, User
from tests.accounts.authenticator import Authenticator
from tests.web.account.people import (
    ADA,
    HOME,
    WORD,
    last_link,
    long_ago,
    options,
    sign_in,
    signed_in,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_account_by_letter_and_password() -> None:
    client = Client()
    answer = client.post(f"{HOME}sign-up/", {"email": ADA})
    assert answer.status_code == 200
    link = last_link()
    assert link.startswith("/de-de/account/letters/")
    assert client.get(link).status_code == 200
    assert client.head(link).status_code == 200
    assert not User.objects.exists(), "looking at a link does nothing"
    assert client.post(link, {"password": "short"}).status_code == 422
    assert client.post(link, {"password": WORD}).headers["Location"] == HOME
    assert ADA in client.get(HOME).content.decode()
    assert Client().post(link, {"password": "quite another word"}).status_code == 410
    assert User.objects.get().language == "de"


def test_an_account_by_letter_and_passkey() -> None:
    client, device = Client(), Authenticator()
    client.post(f"{HOME}sign-up/", {"email": ADA})
    link = last_link()
    made = json.dumps(device.create(options(client.get(link))))
    assert client.post(link, {"credential": made, "label": "Phone"}).headers["Location"] == HOME
    client.post(f"{HOME}logout/")
    assert client.get(HOME).status_code == 303
    given = json.dumps(device.get(options(client.get(f"{HOME}login/"))))
    assert client.post(f"{HOME}login/", {"credential": given}).headers["Location"] == HOME
    assert Client().post(f"{HOME}login/", {"credential": given}).status_code == 422
    assert Passkey.objects.get().name == "Phone"


@pytest.mark.parametrize("door", ["sign-up/", "password/forgotten/"])
def test_a_page_says_the_same_of_every_address(ada: User, door: str) -> None:
    pages = []
    for email in (ADA, "nob@buyer.example"):
        answer = Client().post(f"{HOME}{door}", {"email": email})
        text = re.sub(r'value="[^"]*"', "", answer.content.decode())
        pages.append((answer.status_code, text.replace(email, "…")))
    assert pages[0] == pages[1]
    assert pages[0][0] == 200


@pytest.mark.parametrize("typed", ["", "ada", "a@b", f"{'a' * 250}@x.example"])
def test_an_address_that_is_none_is_refused(typed: str) -> None:
    for door in ("sign-up/", "password/forgotten/"):
        answer = Client().post(f"{HOME}{door}", {"email": typed})
        assert answer.status_code == 422
        assert 'aria-invalid="true"' in answer.content.decode()
    assert not Letter.objects.exists()


def test_a_forgotten_password_signs_everybody_else_out(ada: User) -> None:
    other = signed_in()
    client = Client()
    client.post(f"{HOME}password/forgotten/", {"email": ADA})
    link = last_link()
    assert client.post(link, {"password": "quite another word"}).status_code == 303
    assert client.get(HOME).status_code == 200
    assert other.get(HOME).headers["Location"].startswith(f"{HOME}login/")
    assert sign_in(Client()).status_code == 422
    assert Client().get(link).status_code == 410


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "///evil.example",
        "javascript:alert(1)",
        "/de-de//evil.example\n",
        "/seller/",
        "http:/de-de/",
        "",
    ],
)
def test_signing_in_leads_nowhere_else(ada: User, wanted: str) -> None:
    there = sign_in(Client(), next=wanted).headers["Location"]
    assert there.startswith("/de-de/"), there
    long = signed_in()
    answer = long.post(f"{HOME}again/", {"password": WORD, "next": wanted})
    assert answer.headers["Location"] == HOME


def test_signing_in_leads_back(ada: User) -> None:
    client = Client()
    door = client.get(f"{HOME}details/").headers["Location"]
    assert door == f"{HOME}login/?next=%2Fde-de%2Faccount%2Fdetails%2F"
    assert 'value="/de-de/account/details/"' in client.get(door).content.decode()
    there = sign_in(client, next=f"{HOME}details/").headers["Location"]
    assert there == f"{HOME}details/"


def test_a_session_gets_a_new_key_when_somebody_signs_in(ada: User) -> None:
    client = signed_in()
    before = client.cookies["session"].value
    assert sign_in(client).status_code == 303
    assert client.cookies["session"].value != before
    cookie = client.cookies["session"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_five_wrong_passwords_are_enough_in_every_room(ada: User) -> None:
    for _ in range(3):
        assert sign_in(Client(), password="wrong").status_code == 422
    for _ in range(2):
        answer = Client().post("/seller/login/", {"email": ADA, "password": "wrong"})
        assert answer.status_code == 422
    for path in (f"{HOME}login/", "/seller/login/"):
        answer = Client().post(path, {"email": ADA, "password": WORD})
        assert answer.status_code == 429
        assert 0 < int(answer.headers["Retry-After"]) <= 900
        assert "session" not in answer.cookies


def test_what_a_client_writes_about_its_address_is_not_believed(ada: User) -> None:
    for number in range(6):
        last = Client(headers={"X-Forwarded-For": f"203.0.113.{number}"})
        answer = sign_in(last, password="wrong")
    assert answer.status_code == 429


FRESH = ("email/", "password/", "passkeys/", "privacy/erasure/")


@pytest.mark.parametrize("path", FRESH)
def test_what_matters_asks_again(ada: User, path: str) -> None:
    client = signed_in()
    assert client.get(f"{HOME}{path}").status_code == 200
    long_ago(client)
    form = {"email": "x@y.example", "password": "quite another word"}
    for answer in (client.get(f"{HOME}{path}"), client.post(f"{HOME}{path}", form)):
        assert answer.status_code == 303
        assert answer.headers["Location"].startswith(f"{HOME}again/?next=")
    assert User.objects.get().check_password(WORD)
    assert not Letter.objects.exists()
    assert client.post(f"{HOME}again/", {"password": "wrong"}).status_code == 422
    assert client.get(f"{HOME}{path}").status_code == 303
    answer = client.post(f"{HOME}again/", {"password": WORD, "next": f"{HOME}{path}"})
    assert answer.headers["Location"] == f"{HOME}{path}"
    assert client.get(f"{HOME}{path}").status_code == 200


def test_anothers_passkey_does_not_answer_for_me(ada: User) -> None:
    User.objects.create_user("eve@buyer.example", WORD)
    eve, device = signed_in("eve@buyer.example"), Authenticator()
    made = json.dumps(device.create(options(eve.get(f"{HOME}passkeys/"))))
    assert eve.post(f"{HOME}passkeys/", {"credential": made}).status_code == 303
    client = signed_in()
    page = client.post(f"{HOME}passkeys/", {"credential": "{}"})
    assert page.status_code == 422
    long_ago(client)
    mine = Authenticator()
    again = client.get(f"{HOME}again/")
    assert "data-options" not in again.content.decode(), "no passkey, no button"
    given = json.dumps(device.get(options(Client().get(f"{HOME}login/"))))
    assert client.post(f"{HOME}again/", {"credential": given}).status_code == 422
    assert client.get(f"{HOME}passkeys/").status_code == 303
    assert mine.counter == 0


def test_anothers_passkey_is_not_there(ada: User) -> None:
    User.objects.create_user("eve@buyer.example", WORD)
    client, device = signed_in(), Authenticator()
    made = json.dumps(device.create(options(client.get(f"{HOME}passkeys/"))))
    client.post(f"{HOME}passkeys/", {"credential": made})
    removal = f"{HOME}passkeys/{Passkey.objects.get().id}/removal/"
    eve = signed_in("eve@buyer.example")
    assert eve.get(removal).status_code == 404
    assert eve.post(removal).status_code == 404
    assert Passkey.objects.count() == 1
    assert client.get(removal).status_code == 200
    assert client.post(removal).status_code == 303
    assert not Passkey.objects.exists()
