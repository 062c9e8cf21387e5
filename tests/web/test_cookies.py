"""No cookie leaves or is read otherwise than it is declared, whoever sets it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from reprise.accounts.models import User
from reprise.accounts.trackers import CSRF, SESSION
from reprise.checkout.trackers import BASKET
from reprise.law.fr.trackers import Purpose
from reprise.web import cookies
from reprise.web.cookies import OnlyDeclared, UndeclaredCookie
from reprise.web.trackers import REGISTER
from tests.cast import an_offer
from tests.moment import now
from tests.web.shop.conftest import put

Set = Callable[[HttpResponse], Any]
VALUE = "the-value-itself"


def through(set_it: Set, **headers: str) -> HttpResponse:
    """The guard's answer when a page does that to its own."""

    def view(request: HttpRequest) -> HttpResponse:
        response = HttpResponse("page")
        set_it(response)
        return response

    return OnlyDeclared(view)(RequestFactory().get("/", headers=headers))


def basket(**change: Any) -> Set:
    flags = {"max_age": 86_400, "httponly": True, "samesite": "Lax", **change}
    return lambda response: response.set_cookie("basket", VALUE, **flags)


WRONG: dict[str, Set] = {
    "undeclared": lambda response: response.set_cookie("_ga", VALUE, max_age=60),
    "undeclared and taken away": lambda response: response.delete_cookie("_ga"),
    "too long": basket(max_age=30 * 86_400 + 1),
    "too long by its date": lambda response: basket(
        max_age=None, expires=now() + timedelta(days=31)
    )(response),
    "for a domain": basket(domain="shop.example"),
    "for a path": basket(path="/fr-fr/"),
    "for scripts": basket(httponly=False),
    "for other sites": basket(samesite="None", secure=True),
    "without SameSite": basket(samesite=None),
    "past Django": lambda response: response.headers.__setitem__(
        "Set-Cookie", f"basket={VALUE}; HttpOnly; SameSite=Lax; Path=/"
    ),
}


@pytest.mark.parametrize("set_it", WRONG.values(), ids=WRONG)
def test_a_mistake_breaks_the_page_where_programs_are_tried_out(set_it: Set) -> None:
    with pytest.raises(UndeclaredCookie):
        through(set_it)


@pytest.mark.parametrize("set_it", WRONG.values(), ids=WRONG)
def test_in_front_of_buyers_it_is_not_sent_and_its_value_not_logged(
    set_it: Set, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.STRICT = False

    def both(response: HttpResponse) -> None:
        set_it(response)
        cookies.put(response, SESSION, "right")

    with caplog.at_level(logging.ERROR):
        answer = through(both)
    assert answer.status_code == 200
    assert set(answer.cookies) == {"session"}
    assert "Set-Cookie" not in answer.headers
    assert len(caplog.records) == 1
    assert VALUE not in caplog.text


def test_what_is_declared_passes() -> None:
    def all_of_them(response: HttpResponse) -> None:
        for cookie in (BASKET, CSRF, SESSION):
            cookies.put(response, cookie, VALUE)

    answer = through(all_of_them)
    assert {name: each["max-age"] for name, each in answer.cookies.items()} == {
        "basket": 30 * 86_400, "csrftoken": "", "session": 14 * 86_400,
    }  # fmt: skip
    assert set(through(lambda response: response.delete_cookie("session")).cookies) == {"session"}


def test_over_https_cookies_are_bound_to_the_host(settings: Any) -> None:
    settings.HTTPS = True
    answer = through(lambda response: cookies.put(response, BASKET, VALUE))
    cookie = answer.cookies["__Host-basket"]
    assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
    for bare in (basket(secure=True), basket()):
        with pytest.raises(UndeclaredCookie):
            through(bare)
    # A cookie that a neighbour below the same domain has planted is not ours.
    request = RequestFactory().get("/", headers={"Cookie": "basket=planted; __Host-basket=ours"})
    OnlyDeclared(lambda _: HttpResponse())(request)
    assert cookies.read(request, BASKET) == "ours"
    assert request.COOKIES == {"__Host-basket": "ours"}


def test_what_is_not_declared_is_not_read() -> None:
    request = RequestFactory().get(
        "/", headers={"Cookie": "_ga=1; django_language=de; basket=token; theme=dark"}
    )
    OnlyDeclared(lambda _: HttpResponse())(request)
    assert request.COOKIES == {"basket": "token"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SESSION_COOKIE_NAME", "sessionid"), ("SESSION_COOKIE_AGE", 15 * 86_400),
        ("SESSION_COOKIE_HTTPONLY", False), ("SESSION_COOKIE_SAMESITE", "None"),
        ("SESSION_COOKIE_DOMAIN", "testserver"), ("SESSION_COOKIE_PATH", "/seller/"),
        ("CSRF_COOKIE_AGE", 60), ("CSRF_COOKIE_HTTPONLY", False), ("CSRF_COOKIE_NAME", "xsrf"),
    ],
)  # fmt: skip
def test_djangos_own_cookies_are_held_to_the_register(
    settings: Any, name: str, value: object
) -> None:
    """Setting by setting: what somebody changes there breaks the first sign-in."""
    User.objects.create_user("ada@buyer.example", "a long enough word")
    form = {"email": "ada@buyer.example", "password": "a long enough word"}
    sign_in = "/fr-fr/account/login/"
    assert Client().post(sign_in, form).status_code == 303
    setattr(settings, name, value)
    client = Client()
    with pytest.raises(UndeclaredCookie):
        client.get(sign_in)
        client.post(sign_in, form)


@pytest.mark.django_db
def test_signing_in_and_out_sets_its_own_and_nothing_else() -> None:
    User.objects.create_user("ada@buyer.example", "a long enough word")
    client = Client()
    assert not client.get("/fr-fr/").cookies
    assert set(client.get("/fr-fr/account/login/").cookies) == {"csrftoken"}
    form = {"email": "ada@buyer.example", "password": "a long enough word"}
    assert set(client.post("/fr-fr/account/login/", form).cookies) == {"csrftoken", "session"}
    gone = client.post("/fr-fr/account/logout/").cookies["session"]
    assert (gone.value, gone["max-age"]) == ("", 0)


@pytest.mark.django_db
def test_a_basket_sets_one_and_only_once(client: Client) -> None:
    assert set(put(client, an_offer()).cookies) == {"basket"}
    assert not put(client, an_offer()).cookies


def test_nothing_of_today_needs_consent() -> None:
    """While there is no way to consent, the register holds nothing that would need it."""
    assert {each.necessity for each in REGISTER} <= {
        Purpose.TRANSMISSION,
        Purpose.REQUESTED_SERVICE,
    }
    assert not any(each.access(consented=False).consent_needed for each in REGISTER)
