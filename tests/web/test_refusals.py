"""Whatever is turned away is told so in words, in the reader's language, in the shop's look."""

from __future__ import annotations

import json
import logging
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from reprise.orders import access
from reprise.web import refusals
from reprise.web.refusals import TurnedAway
from reprise.web.shop.views import errors, home

pytestmark = pytest.mark.django_db

KINDS = [
    each for each in vars(refusals).values()
    if isinstance(each, type) and issubclass(each, TurnedAway) and each is not TurnedAway
]  # fmt: skip
LANGUAGES = ("fr", "nl", "de", "en")


def unreadable(client: Client, **more: Any) -> Any:
    return client.get("/x%00", **more)


def from_another_site(path: str = "/basket/items/", locale: str = "") -> Any:
    prefix = f"/{locale}" if locale else ""
    headers = {"Sec-Fetch-Site": "cross-site", "Accept-Language": "de"}
    return Client(headers=headers).post(f"{prefix}{path}")


def heading(answer: Any) -> str:
    found = re.search(r"<h1>(.*?)</h1>", answer.content.decode())
    assert found, answer.content.decode()[:200]
    return found[1]


def said(text: str, language: str) -> str:
    with translation.override(language):
        return translation.gettext(text).replace("'", "&#39;")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_says_what_happened_why_and_what_next(kind: type[TurnedAway], language: str) -> None:
    with translation.override(language):
        text = translation.gettext(kind.message)
        assert translation.gettext(kind.heading).strip()
    assert text.count(".") >= 3, "what happened, that nothing changed, what to do"
    if language != "en":
        assert text != kind.message


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_in_the_language_that_the_browser_asks_for(language: str) -> None:
    answer = unreadable(Client(headers={"Accept-Language": f"xx, {language};q=0.8"}))
    assert answer.status_code == 400
    assert heading(answer) == said("This address cannot be read", language)
    assert f'<html lang="{language}">' in answer.content.decode()
    assert answer["Vary"] == "Accept-Language"


def test_the_address_names_the_language_before_the_browser_does() -> None:
    answer = from_another_site(locale="nl-be")
    assert answer.status_code == 403
    assert heading(answer) == said("Another site sent this form", "nl")
    assert 'href="/nl-be/"' in answer.content.decode()


def test_a_refusal_repeats_nothing_of_the_request_and_is_not_kept() -> None:
    answer = Client().get("/fr-fr/evil%00/?who=%3Cscript%3E")
    text = answer.content.decode()
    assert "\0" not in text
    assert "evil" not in text
    assert "script" not in text
    assert answer["Cache-Control"] == "private, no-store"


def test_a_form_too_large_says_what_is_too_large() -> None:
    answer = Client().post("/de-de/basket/items/", b"x" * 1_000_001, "text/plain")
    assert (answer.status_code, heading(answer)) == (413, said("What you sent is too large", "de"))


def test_a_form_with_a_nul_says_so() -> None:
    answer = Client().post("/de-de/basket/items/", {"offer": "a\0b"})
    assert (answer.status_code, heading(answer)) == (
        400, said("What you sent cannot be read", "de"),
    )  # fmt: skip


def test_an_address_that_is_not_opened_like_that_says_so_and_what_is_allowed() -> None:
    answer = Client().get("/fr-fr/basket/items/")
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert heading(answer) == said("This address is not opened like that", "fr")


def test_a_form_without_djangos_token_says_so() -> None:
    answer = Client(enforce_csrf_checks=True).post("/fr-fr/account/login/", {"email": "x"})
    assert answer.status_code == 403
    assert heading(answer) == said("This form is no longer valid", "fr")


def test_another_name_leads_to_the_shops_own(settings: Any, caplog: Any) -> None:
    settings.PUBLIC_URL = "https://shop.example"
    for path in ("/", "/fr-fr/products/x/", "/fr-fr/basket/items/"):
        answer = Client(headers={"Host": "evil.example", "Accept-Language": "fr"}).get(path)
        text = answer.content.decode()
        assert answer.status_code == 400
        assert heading(answer) == said("This is not the shop’s address", "fr")
        links = set(re.findall(r'<a [^>]*href="([^"#]+)"', text))
        assert links == {"https://shop.example/"}
        assert "evil.example" not in text
        assert answer.headers["Content-Security-Policy"]
    assert "evil.example" in caplog.text


def test_another_name_gets_the_look_of_its_refusal_and_nothing_else() -> None:
    stranger = Client(headers={"Host": "evil.example"})
    for sheet in re.findall(r'href="(/static/[^"]+)"', stranger.get("/").content.decode()):
        assert stranger.get(sheet).status_code == 200
    assert stranger.post("/static/none.css").status_code == 400
    for path in ("/drawings/iphone-dual-diagonal-232a31.svg", "/api/v1/markets", "/healthz"):
        assert stranger.get(path).status_code == 400


@pytest.mark.parametrize(
    ("headers", "method", "status", "code"),
    [
        ({"Host": "evil.example"}, "get", 400, "another_name"),
        ({"Sec-Fetch-Site": "cross-site"}, "post", 403, "from_another_site"),
    ],
)
def test_the_api_refuses_in_its_own_format(
    headers: dict[str, str], method: str, status: int, code: str
) -> None:
    answer = getattr(Client(headers=headers), method)("/api/v1/markets")
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    told = json.loads(answer.content)
    assert (told["status"], told["code"]) == (status, code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_page_does_not_speak_of_a_search_that_it_has_not(language: str) -> None:
    bare = Client(headers={"Accept-Language": language}).get("/nothing/")
    assert bare.status_code == 404
    assert said("The link may be old or mistyped. Start again from the home page.", language) in (
        bare.content.decode()
    )
    assert 'role="search"' not in bare.content.decode()
    placed = Client().get(f"/{language}-{'be' if language in ('fr', 'nl') else 'de'}/nothing/")
    assert 'role="search"' in placed.content.decode()
    assert heading(placed) == heading(bare) == said("There is nothing at this address", language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/{}-be/", "/"])
def test_a_bug_has_a_reference_that_is_in_the_log(
    monkeypatch: Any, caplog: Any, language: str, path: str
) -> None:
    def broken(*args: Any) -> Any:
        raise RuntimeError("a bug")

    monkeypatch.setattr(home.catalogue, "departments", broken)
    monkeypatch.setattr("reprise.web.shop.views.choose._places", broken)
    path = path.format("en" if language == "de" else language)
    client = Client(raise_request_exception=False, headers={"Accept-Language": language})
    with caplog.at_level(logging.ERROR):
        answer = client.get(path)
    assert answer.status_code == 500
    incident = re.search(r"X-[0-9A-Z]+", answer.content.decode())
    assert incident, answer.content.decode()
    assert f"incident {incident[0]} at GET {path}" in caplog.text
    assert "a bug" not in answer.content.decode()
    assert answer.headers["Content-Security-Policy"]


def test_when_even_the_page_of_a_bug_fails_there_is_the_reference(
    monkeypatch: Any, caplog: Any, rf: Any
) -> None:
    def broken(*args: Any) -> Any:
        raise RuntimeError("a bug")

    monkeypatch.setattr(errors, "_anywhere", broken)
    answer = errors.server_error(rf.get("/fr-fr/"))
    assert answer.status_code == 500
    assert answer.content.decode().split()[-1] in caplog.text


def test_an_address_writes_no_line_of_its_own_into_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(access, "opened", broken)
    with caplog.at_level(logging.ERROR, logger="reprise"):
        answer = Client(raise_request_exception=False).get("/fr-fr/orders/a%0aERROR/b/")
    assert answer.status_code == 500
    assert "incident" in caplog.text
    assert not any("\n" in each.getMessage() for each in caplog.records)
