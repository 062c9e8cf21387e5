"""What the privacy page has to say (Regulation (EU) 2016/679, art. 13, 14), and only what is so."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from reprise import demo
from reprise.kernel import clock
from reprise.markets.operator import Representative, Safeguard, Service, Supervisor, Transfer, read
from reprise.privacy.copy import grounded, said
from reprise.privacy.holdings import HOLDINGS, Whose
from reprise.privacy.recipients import SIGHTS
from tests.cast import a_seller
from tests.consent.asked import ask, partner
from tests.planted import corrupt

pytestmark = pytest.mark.django_db

OPERATOR = read(Path(demo.__file__).with_name("operator.toml"))
LOCALES = {"fr-fr": "fr", "nl-nl": "nl", "de-de": "de", "en-fr": "en"}
NOTHING = "sends nothing out of the European Economic Area by itself"


def words(locale: str = "en-fr", query: str = "") -> str:
    answer = Client().get(f"/{locale}/privacy/{query}")
    assert answer.status_code == 200
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


@pytest.fixture(autouse=True)
def run_by_somebody(settings: Any) -> None:
    settings.OPERATOR = OPERATOR


@pytest.mark.parametrize("locale", LOCALES)
def test_each_right_and_the_way_to_an_authority_are_named(locale: str) -> None:
    """Art. 13(2)(b) to (d): access, correction, erasure, restriction, portability, objection, and
    the complaint of art. 77."""
    text = words(locale)
    for article in (12, 15, 16, 17, 18, 19, 20, 21, 22, 77):
        assert re.search(rf"[Aa]rt\. {article}\b", text), article


def test_an_authority_is_named_where_its_name_is_known(settings: Any) -> None:
    name = "Commission nationale de l’informatique et des libertés (CNIL)"
    assert name in words("fr-fr")
    assert name in words("en-fr")
    for other in ("de-de", "nl-be", "fr-be"):
        assert "CNIL)" not in words(other).partition("Art. 77")[2], other
    leads = Supervisor(name="Autorité de l’Exemple", link="https://autorite.example")
    settings.OPERATOR = replace(OPERATOR, supervisor=leads)
    assert "Autorité de l’Exemple: https://autorite.example" in words("de-de")


def test_the_operator_and_its_officer_can_be_reached(settings: Any) -> None:
    assert "Data protection officer" not in words()
    settings.OPERATOR = replace(OPERATOR, officer="dpo@exemple.example")
    text = words()
    for each in (OPERATOR.name, OPERATOR.privacy, "Data protection officer: dpo@exemple.example"):
        assert each in text


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-fr", "Represented in Europe by: Vertreter GmbH, 1 Weg, Köln, Germany,"),
        ("fr-fr", "Représenté en Europe par : Vertreter GmbH, 1 Weg, Köln, Allemagne,"),
        ("nl-nl", "In Europa vertegenwoordigd door: Vertreter GmbH, 1 Weg, Köln, Duitsland,"),
        ("de-de", "In Europa vertreten durch: Vertreter GmbH, 1 Weg, Köln, Deutschland,"),
    ],
)  # fmt: skip
def test_who_stands_for_the_operator_can_be_reached(settings: Any, locale: str, said: str) -> None:
    assert said[:20] not in words(locale)
    stands = Representative(
        name="Vertreter GmbH", address=("1 Weg", "Köln"), country="DE", email="rep@exemple.example"
    )
    settings.OPERATOR = replace(OPERATOR, representative=stands)
    assert f"{said} rep@exemple.example" in words(locale)


def test_what_leaves_europe_is_named_with_what_protects_it(settings: Any) -> None:
    """Art. 13(1)(f)."""
    assert NOTHING in words()
    settings.OPERATOR = replace(
        OPERATOR,
        transfers=(
            Transfer(name="Mailer Inc.", country="US", service=Service.MAIL,
                     safeguard=Safeguard.CLAUSES),
        ),
    )  # fmt: skip
    text = words()
    assert NOTHING not in text
    assert (
        "Mailer Inc., United States, for sending e-mail: standard data protection clauses" in text
    )
    assert "Mailer Inc., Vereinigte Staaten, für den E-Mail-Versand" in words("de-de")


@pytest.mark.django_db(transaction=True)
def test_a_seller_outside_europe_is_a_recipient_there() -> None:
    """Its buyers' names and addresses are in its country."""
    seller = a_seller()
    assert "Some sellers send from" not in words()
    corrupt("UPDATE sellers_seller SET country = 'GB' WHERE id = %(id)s", id=seller.id)
    assert "Some sellers send from a country outside it (United Kingdom)." in words()
    assert "(Vereinigtes Königreich)" in words("de-de")


@pytest.mark.parametrize("locale", LOCALES)
def test_each_kind_of_data_has_its_purpose_ground_and_end(locale: str) -> None:
    """Art. 13(1)(c), (2)(a) and art. 14(1)(d), and the recipients of art. 13(1)(e)."""
    text, language = words(locale), LOCALES[locale]
    told = [each for each in HOLDINGS if each.whose in {Whose.BUYER, Whose.ACCOUNT, Whose.VISITOR}]
    assert len(told) > 20
    for each in told:
        what, why, until = (" ".join(said(part, language).split()) for part in each.said)
        country = {"fr": "FR", "en": "FR", "nl": "NL", "de": "DE"}[language]
        ground = " ".join(grounded(each, [country], language).split())
        assert f"{what} {why}. {until}. {ground}" in text, each.key
    for sight in SIGHTS:
        assert " ".join(f"{said(sight.said[1], language)}.".split()) in text


def test_the_parts_are_there_without_a_script_and_open_together() -> None:
    closed = Client().get("/en-fr/privacy/").content.decode()
    opened = Client().get("/en-fr/privacy/?parts=open").content.decode()
    number = closed.count("<details>")
    assert number == 9
    assert (closed.count("<details open>"), opened.count("<details open>")) == (0, number)
    assert re.findall(r"<summary>(.*?)</summary>", closed) == list(
        dict.fromkeys(re.findall(r"<summary>(.*?)</summary>", opened))
    ), "each has a name of its own"
    assert 'rel="canonical" href="' in opened
    assert "parts=open" not in opened.partition("<main")[0]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_partner_stands_on_the_page_with_all_that_it_keeps(locale: str) -> None:
    """What says that nothing else is kept or read has to be all of it."""
    assert "acme_visits" not in words(locale, "?parts=open")
    ask("acme", "zeta")
    text = words(locale, "?parts=open")
    # Before the way to each part, up to the table, and what follows.
    parts = text.split(heading(locale), 2)
    acme = partner("acme")
    for part in (acme["name"], acme["address"], "acme_visits", "https://acme.example"):
        assert part in parts[2], part
    before = parts[0] + parts[1]
    assert before.count(acme["name"]) == 2, "who gets it, and who sees what"
    assert "zeta" in text.lower()


def heading(locale: str) -> str:
    html = Client().get(f"/{locale}/privacy/").content.decode()
    found = re.search(r'<h2 id="trackers">(.*?)</h2>', html)
    assert found
    return unescape(found[1])


def test_a_partner_outside_europe_is_told_with_its_basis() -> None:
    ask("acme", country="US", transfer_basis="clauses")
    outside = words().partition("Outside Europe ")[2]
    assert "Acme Metrics SAS, United States, a partner" in outside
    assert "standard data protection clauses of the European Commission" in outside
    assert NOTHING not in outside


def test_a_choice_is_said_to_last_as_long_as_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six months, whatever days those are: from 30 November to 30 May are 181."""
    ask("acme")
    for day, days in (("2026-11-30", 181), ("2026-07-01", 184)):
        moment = datetime.fromisoformat(f"{day}T12:00:00+00:00")
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        assert f"{days} days" in words(query="?parts=open").partition("Remembers your answer")[2]


def test_who_reads_it_elsewhere_is_told_that_the_rule_is_french() -> None:
    text = "the rule of this country about the same was not read"
    assert text not in words("en-fr")
    assert text in words("en-de")
