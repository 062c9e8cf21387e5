"""Signing in, and the same button in two tabs, while the account is being erased."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import auth
from django.test import Client

from reprise.accounts import actions
from reprise.accounts.actions import changes
from reprise.accounts.models import Session, User
from reprise.privacy.access import owner
from reprise.privacy.actions import erasing, exercising
from reprise.privacy.actions.exercising import Asker
from reprise.privacy.models import Request
from reprise.web.account import desk
from tests.meanwhile import meanwhile
from tests.moment import now
from tests.web.account.people import ADA, HOME, sign_in, signed_in

pytestmark = pytest.mark.django_db(transaction=True)
ERASURE = f"{HOME}privacy/erasure/"


@pytest.fixture
def erase(ada: User) -> Callable[[], Any]:
    """What the person does in another browser."""
    who = Asker(owner(ada), ADA, "de-de")
    shown = erasing.plan([], now()).digest
    return lambda: exercising.erase(who, shown, now())


def nobody_is_in() -> bool:
    """No account, and no session that is anybody's."""
    return not User.objects.exists() and not Session.objects.exclude(user=None).exists()


def test_who_signs_in_while_it_goes_is_told(erase: Callable[[], Any]) -> None:
    with meanwhile(changes, "publish", lambda: sign_in(Client())) as answer:
        assert erase().closed
    assert answer.result().status_code == 410
    assert "wurde inzwischen gelöscht" in answer.result().content.decode()
    assert nobody_is_in()


def test_it_goes_when_somebody_has_just_signed_in(erase: Callable[[], Any]) -> None:
    """The session is not written yet, and never is."""
    with meanwhile(desk, "note_proof", erase) as erased:
        answer = sign_in(Client())
    assert erased.result().closed
    assert answer.status_code == 400
    assert nobody_is_in()


def test_it_waits_for_who_is_signing_in(erase: Callable[[], Any]) -> None:
    with meanwhile(auth, "login", erase, after=True) as erased:
        answer = sign_in(Client())
    assert erased.result().closed
    # Whichever is written first, the session or that there is no account.
    assert answer.status_code in {303, 400}
    assert nobody_is_in()


@pytest.mark.parametrize(
    ("path", "form", "action"),
    [
        ("sessions/others/removal/", {}, "end_other_sessions"),
        ("password/", {"password": "quite another word"}, "change_password"),
        ("verification/", {}, "ask"),
    ],
)
def test_a_form_that_comes_too_late_is_no_crash(
    erase: Callable[[], Any], path: str, form: dict[str, str], action: str
) -> None:
    client = signed_in()
    with meanwhile(actions, action, erase):
        answer = client.post(f"{HOME}{path}", form)
    assert answer.status_code in {303, 410}
    assert nobody_is_in()
    assert client.get(HOME).headers["Location"].startswith(f"{HOME}login/")


@pytest.mark.parametrize(
    ("where", "name"), [(erasing, "note"), (erasing, "carry_out"), (changes, "publish")]
)
def test_two_tabs_are_told_the_same(ada: User, where: Any, name: str) -> None:
    one, other = signed_in(), Client()
    other.cookies = one.cookies
    plan = {"plan": erasing.plan([], now()).digest}
    with meanwhile(where, name, lambda: other.post(ERASURE, plan)) as answer:
        first = one.post(ERASURE, plan)
    reference = Request.objects.get().reference
    for each in (first, answer.result()):
        assert each.status_code == 200
        assert reference in each.content.decode()
        assert "Ihr Konto ist geschlossen" in each.content.decode()
    assert nobody_is_in()
