"""Whoever buys here reads who runs the shop, and where a dispute goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from reprise import demo
from reprise.markets.operator import read

OPERATOR = read(Path(demo.__file__).with_name("operator.toml"))


@pytest.fixture
def run_by_somebody(settings: Any) -> None:
    settings.OPERATOR = OPERATOR
    settings.DEMO = False


def shown(client: Client, locale: str, page: str = "legal-notice/") -> str:
    answer = client.get(f"/{locale}/{page}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("run_by_somebody")
def test_all_that_the_operator_entered_is_there(client: Client) -> None:
    text = shown(client, "de-de")
    written = (OPERATOR.name, *OPERATOR.address, OPERATOR.email, OPERATOR.phone)
    for each in (*written, OPERATOR.privacy, OPERATOR.authorities):
        assert each in text
    assert "Französisch, Englisch" in text
    assert ", ".join(OPERATOR.host) in text


@pytest.mark.django_db
@pytest.mark.usefixtures("run_by_somebody")
def test_a_mediator_is_named_where_there_is_one(client: Client) -> None:
    """The operator's in France; in Belgium the public service (S49d), whoever runs the shop; an
    operator that has joined none elsewhere names none, and never another shop's."""
    assert "https://mediation.example" in shown(client, "fr-fr")
    assert "mediationconsommateur.be" in shown(client, "nl-be")
    german = shown(client, "de-de")
    assert "mediation.example" not in german
    assert "FEVAD" not in shown(client, "fr-fr") + german


@pytest.mark.django_db
@pytest.mark.usefixtures("run_by_somebody")
def test_the_privacy_page_says_who_answers_for_it(client: Client) -> None:
    text = shown(client, "de-de", "privacy/")
    assert OPERATOR.name in text
    assert f"mailto:{OPERATOR.privacy}" in text


@pytest.mark.django_db
def test_a_shop_of_nobody_says_so(client: Client, settings: Any) -> None:
    settings.OPERATOR, settings.DEMO = None, False
    text = shown(client, "en-fr")
    assert "Buy nothing here before you know who runs it." in text
    assert "mediation.example" not in text
    assert "mediationconsommateur.be" in shown(client, "fr-be")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["mentions-legales/", "impressum/"])
def test_the_page_has_the_names_that_people_type(client: Client, name: str) -> None:
    answer = client.get(f"/fr-fr/{name}")
    assert (answer.status_code, answer["Location"]) == (301, "/fr-fr/legal-notice/")
