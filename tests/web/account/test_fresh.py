"""What matters asks once more, and loses nothing that was typed (0041)."""

from __future__ import annotations

import html
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import Letter, Passkey, User
from tests.accounts.authenticator import Authenticator
from tests.moment import now
from tests.web.account.people import ADA, HOME, WORD, carried, long_ago, options, signed_in

pytestmark = pytest.mark.django_db(transaction=True)
EMAIL = f"{HOME}email/"
NEW = 'o\'new+"tag"@buyer.example'


def form_of(answer: Any) -> dict[str, str]:
    """The fields of the page's first form."""
    text = re.search(r"<main.*?</form>", answer.content.decode(), re.DOTALL)
    assert text
    fields = re.findall(r'<input[^>]*name="([^"]+)"[^>]*?value="([^"]*)"', text[0])
    typed = {html.unescape(name): html.unescape(value) for name, value in fields}
    return typed | dict(carried(text[0]))


def test_a_form_that_comes_late_is_kept_and_done_once(ada: User) -> None:
    client = signed_in()
    long_ago(client)
    asked = client.post(EMAIL, {"email": NEW, "csrfmiddlewaretoken": "x"})
    assert asked.status_code == 403
    assert not Letter.objects.exists()
    kept = form_of(asked)
    assert kept["kept-email"] == NEW
    assert "kept-csrfmiddlewaretoken" not in kept
    wrong = client.post(EMAIL, kept | {"password": "wrong"})
    assert wrong.status_code == 422
    assert not Letter.objects.exists()
    assert form_of(wrong)["kept-email"] == NEW
    before = client.cookies["session"].value
    done = client.post(EMAIL, form_of(wrong) | {"password": WORD})
    # The address has marks that no address may have: the form's own words say so, with it in place.
    assert done.status_code == 422
    assert form_of(done)["email"] == NEW
    assert client.cookies["session"].value != before, "the session has another key"
    assert client.post(EMAIL, {"email": "new@buyer.example"}).status_code == 200
    assert Letter.objects.get().email == "new@buyer.example"


def test_the_form_is_done_with_its_proof(ada: User) -> None:
    client = signed_in()
    long_ago(client)
    kept = form_of(client.post(EMAIL, {"email": "new@buyer.example"}))
    assert client.post(EMAIL, kept | {"password": WORD}).status_code == 200
    assert Letter.objects.get().email == "new@buyer.example"


def test_a_form_is_read_as_it_was_sent_when_the_proof_came_by_another_tab(ada: User) -> None:
    client = signed_in()
    long_ago(client)
    kept = form_of(client.post(EMAIL, {"email": "new@buyer.example"}))
    client.post(f"{HOME}again/", {"password": WORD})
    assert client.post(EMAIL, kept | {"password": ""}).status_code == 200
    assert Letter.objects.get().email == "new@buyer.example"


def test_a_passkey_is_proof_as_well(ada: User) -> None:
    client, device = signed_in(), Authenticator()
    made = json.dumps(device.create(options(client.get(f"{HOME}passkeys/"))))
    client.post(f"{HOME}passkeys/", {"credential": made})
    long_ago(client)
    asked = client.post(EMAIL, {"email": "new@buyer.example"})
    given = json.dumps(device.get(options(asked)))
    kept = form_of(asked)
    assert client.post(EMAIL, kept | {"credential": given}).status_code == 200
    assert Letter.objects.get().email == "new@buyer.example"
    long_ago(client)
    assert client.post(EMAIL, kept | {"credential": given}).status_code == 422, "answered once"
    assert Letter.objects.count() == 1


def test_somebody_elses_proof_is_none(ada: User) -> None:
    User.objects.create_user("eve@buyer.example", "quite another word")
    eve, device = signed_in_with("eve@buyer.example", "quite another word"), Authenticator()
    made = json.dumps(device.create(options(eve.get(f"{HOME}passkeys/"))))
    eve.post(f"{HOME}passkeys/", {"credential": made})
    client = signed_in()
    long_ago(client)
    kept = form_of(client.post(EMAIL, {"email": "new@buyer.example"}))
    for proof in (
        {"password": "quite another word", "email": "eve@buyer.example"},
        {"credential": json.dumps(device.get(options(Client().get(f"{HOME}login/"))))},
    ):
        assert client.post(EMAIL, kept | proof).status_code == 422
    assert not Letter.objects.exists()


def signed_in_with(email: str, password: str) -> Client:
    client = Client()
    assert client.post(f"{HOME}login/", {"email": email, "password": password}).status_code == 303
    return client


def test_a_secret_is_never_written_into_the_page(ada: User) -> None:
    client = signed_in()
    long_ago(client)
    answer = client.post(f"{HOME}password/", {"password": "quite another word"})
    assert answer.headers["Location"].startswith(f"{HOME}again/?next=")
    assert Passkey.objects.count() == 0
    assert User.objects.get().check_password(WORD)


def test_guesses_are_limited_here_as_at_the_door(ada: User) -> None:
    client = signed_in()
    long_ago(client)
    kept = form_of(client.post(EMAIL, {"email": "new@buyer.example"}))
    guesses = [client.post(EMAIL, kept | {"password": f"guess {n}"}) for n in range(5)]
    assert {each.status_code for each in guesses} == {422}
    last = client.post(EMAIL, kept | {"password": WORD})
    assert last.status_code == 429
    assert 0 < int(last.headers["Retry-After"]) <= 900
    assert not Letter.objects.exists()
    door = Client().post(f"{HOME}login/", {"email": ADA, "password": WORD})
    assert door.status_code == 429, "one count for every room"


@pytest.mark.parametrize(("minutes", "enough"), [(9.5, True), (10, False)])
def test_ten_minutes_are_enough(ada: User, minutes: float, enough: bool) -> None:
    client = signed_in()
    session = client.session
    session["proved_at"] = (now() - timedelta(minutes=minutes)).isoformat()
    session.save()
    assert client.get(EMAIL).status_code == (200 if enough else 303)
