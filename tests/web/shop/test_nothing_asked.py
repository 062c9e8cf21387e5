"""As it is shipped the shop asks nothing: no layer, no cookie, no statement more, the keys and the
headers that there were before anybody could be asked."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reprise.consent import models
from reprise.discovery.actions import rebuild
from reprise.discovery.models import Page
from reprise.web import csp
from tests.cast import an_offer
from tests.moment import now

pytestmark = pytest.mark.django_db

BEFORE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@pytest.fixture
def paths() -> list[str]:
    case = an_offer(stock=2)
    rebuild(now())
    product = case.offer.variant.product
    shelf = f"/fr-fr/categories/{product.category.slug}/"
    return ["/fr-fr/", shelf, f"{shelf}?brand=none", f"/fr-fr/products/{product.slug}/"]


def test_the_headers_and_the_keys_are_those_from_before(paths: list[str]) -> None:
    for path in paths:
        for _ in range(2):
            answer = Client().get(path)
            assert answer.headers["Content-Security-Policy"] == BEFORE == csp.NOBODY_ELSE
            assert answer.headers["Vary"] == "Accept-Encoding"
            assert answer.headers["Cache-Control"] == "no-cache"
            assert not answer.cookies
        text = answer.content.decode()
        for trace in ("/choices/", "partners.js", 'class="question"'):
            assert trace not in text
    stored = {path for path in paths if "brand" not in path}
    assert set(Page.objects.values_list("path", flat=True)) == stored
    etag = Client().get(paths[0]).headers["ETag"]
    unchanged = Client().get(paths[0], headers={"If-None-Match": etag})
    assert unchanged.status_code == 304
    assert unchanged.headers["Content-Security-Policy"] == BEFORE


def test_a_stored_page_costs_one_statement_and_no_other_asks_of_consent(paths: list[str]) -> None:
    for path in paths:
        Client().get(path)
    for path in paths:
        with CaptureQueriesContext(
            connection,
        ) as made:
            Client().get(path)
        if "brand" not in path:
            assert len(made) == 1
        # The statement that looks for the page asks for the mark as well; nothing else does.
        about = [each["sql"] for each in made if "consent_" in each["sql"]]
        assert all("discovery_page" in each for each in about)
    for path in ("/fr-fr/basket/", "/fr-fr/how-we-rank/", "/fr-fr/nothing/"):
        with CaptureQueriesContext(connection) as made:
            Client().get(path)
        assert not [each for each in made if "consent_" in each["sql"]], path
    # What says that nothing else is kept has to know it, whichever process answers: the mark alone.
    with CaptureQueriesContext(connection) as made:
        Client().get("/fr-fr/privacy/")
    about = [each["sql"] for each in made if "consent_" in each["sql"]]
    assert len(about) == 1
    assert "consent_mark" in about[0]


def test_no_page_leads_to_choices_and_their_page_says_that_there_is_none() -> None:
    for path in ("/fr-fr/basket/", "/fr-fr/privacy/", "/fr-fr/nothing/", "/seller/login/"):
        assert "choices" not in Client().get(path).content.decode(), path
    answer = Client().get("/en-fr/choices/")
    assert answer.status_code == 200
    assert "There is nothing to choose" in answer.content.decode()
    assert "<form" not in answer.content.decode().split("<main")[1]
    script = Client().get("/en-fr/choices/partners.js")
    assert (script.status_code, script.content) == (200, b"")
    assert Client().get("/en-fr/choices/receipt.json").status_code == 404


@pytest.mark.parametrize("answer", ["all", "none", "some", ""])
def test_an_answer_to_nothing_writes_nothing(answer: str) -> None:
    given: dict[str, Any] = {"answer": answer, "notice": "x", "pair": "audience acme"}
    response = Client().post("/en-fr/choices/", given)
    assert response.status_code == 200
    assert not response.cookies
    assert not models.Receipt.objects.exists()
    assert not models.Count.objects.exists()
    assert not models.Notice.objects.exists()


def test_a_page_is_the_same_to_the_byte_with_an_old_choice(paths: list[str]) -> None:
    """Somebody who has answered where something was asked before."""
    plain = hashlib.sha256(Client().get(paths[0]).content).digest()
    client = Client()
    client.cookies["choices"] = "eyJ2IjoxfQ:made-up"
    assert hashlib.sha256(client.get(paths[0]).content).digest() == plain
