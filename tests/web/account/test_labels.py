"""A kept form calls its fields as its own page does, in the reader's language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override
from markupsafe import escape

from reprise import web
from reprise.accounts.models import User
from reprise.markets.phrases import gettext
from reprise.web.account import labels
from reprise.web.account.labels import label_of
from tests.web.seller.room import words

TEMPLATES = Path(web.__file__).with_name("templates")
_LABEL = re.compile(r'<label for="([\w-]+)[^>]*>\{\{ _\("([^"]+)"\) \}\}')
_MACRO = re.compile(r'\{\{ (?:words|moment|one_of|several)\("(\w+)", _\("([^"]+)"\)')


def written() -> set[tuple[str, str]]:
    """Name and label of each field in a form that somebody who has signed in sends."""
    found = set()
    for room in ("staff", "seller", "account"):
        for file in (TEMPLATES / room).glob("*.html"):
            text = file.read_text()
            for form in re.findall(r'<form[^>]*method="post".*?</form>', text, re.DOTALL):
                found |= set(_MACRO.findall(form))
                for of, label in _LABEL.findall(form):
                    field = re.search(rf'id="{of}[^>]*? name="(\w+)', form)
                    if field:
                        found.add((field[1], label))
    return found


def test_each_label_of_a_form_is_known() -> None:
    known = {(name, label) for name, label in labels._ANYWHERE.items()}
    known |= {pair for _, each in labels._IN for pair in each.items()}
    found = written()
    assert len(found) > 30, "the templates were read"
    assert found - known == set(), "say in web/account/labels.py what these fields are called"


@pytest.mark.parametrize(
    ("name", "route", "label"),
    [
        ("kind", "staff/privacy/holds/entry/", "Why it is held"),
        ("kind", "staff/privacy/requests/entry/", "What is asked for"),
        ("kind-01a", "seller/orders/<str:reference>/parcels/", "Kind of number"),
        ("answer-01a", "seller/orders/<str:reference>/answer/", "Answer"),
        ("on", "staff/sellers/<slug:slug>/ending/", "Last day of the contract"),
        ("words", "staff/privacy/breaches/<str:reference>/striking/leaving/", "Why they stand"),
        ("plan", "", ""),
    ],
)
def test_the_same_name_is_called_as_its_form_calls_it(name: str, route: str, label: str) -> None:
    assert label_of(name, route) == label


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "name",
    [
        "<meta http-equiv=refresh content=0;url=https://evil.example/>", "a%", "%(x)s", "100%s",
        "<b>-1", "{{ 7 * 7 }}",
    ],
)  # fmt: skip
def test_a_name_that_somebody_has_made_up_is_a_text(name: str) -> None:
    """It is neither markup nor a sentence with places, on each page that shows a kept form."""
    user = User.objects.create_user("staff@room.example", "a long enough word", is_staff=True)
    client = Client()
    client.force_login(user)
    page = client.get("/staff/privacy/requests/").content.decode()
    stamp = re.search(r'name="stamp" value="([^"]+)"', page)
    assert stamp
    form = {"stamp": stamp[1], name: "typed"}
    entry = "/staff/privacy/requests/entry/"
    checked = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin"})
    checked.force_login(user)
    checked.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    for answer in (
        Client().post(entry, form),  # sign in first
        checked.post(entry, form),  # without a token: the form once more
    ):
        assert answer.status_code < 500
        text = answer.content.decode()
        assert f">{escape(name)}</label>" in text
        assert "<meta http-equiv=refresh" not in text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_in_the_reader_s_language(language: str) -> None:
    user = User.objects.create_user(
        "staff@room.example", "a long enough word", language=language, is_staff=True
    )
    client = Client()
    client.force_login(user)
    page = client.get("/staff/privacy/requests/").content.decode()
    stamp = re.search(r'name="stamp" value="([^"]+)"', page)
    assert stamp
    locale = {"fr": "fr", "nl": "nl", "de": "de"}[language]
    form = {"stamp": stamp[1], "kind": "access", "received": "2026-11-01", "email": "a@b.example"}
    sent = Client(headers={"accept-language": locale}).post("/staff/privacy/requests/entry/", form)
    text = words(sent.content.decode())
    with override(language):
        for label in ("What is asked for", "Day on which it came"):
            assert gettext(label) != label
            assert gettext(label) in text
    assert " received " not in text
