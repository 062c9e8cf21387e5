"""The terms in force say how to withdraw; those of an order stay readable for ever (S42)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from reprise.checkout.rules import TERMS, TermsVersion, terms_on, terms_versions
from reprise.kernel import clock
from reprise.law.calendars import Calendar
from reprise.law.eu.withdrawal import Contract, window
from reprise.markets.queries import LOCALES, MARKETS
from reprise.orders import access
from tests.cast import an_offer
from tests.orders.sale import place
from tests.web.seller.room import words

pytestmark = pytest.mark.django_db


def read(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200, path
    return words(answer.content.decode())


def test_the_version_of_a_day_and_those_before_it() -> None:
    first, second = date(2026, 1, 1), date(2026, 11, 27)
    assert terms_on(date(2026, 11, 26)) == "2026-01"
    assert terms_on(second) == "2026-11"
    assert terms_versions(date(2026, 11, 26)) == (TermsVersion("2026-01", first, None),)
    assert terms_versions(second) == (
        TermsVersion("2026-11", second, None),
        TermsVersion("2026-01", first, date(2026, 11, 26)),
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_every_version_can_be_read_in_every_place(locale: str) -> None:
    newest = read(f"/{locale}/terms/")
    for _since, name in TERMS:
        assert name in newest
        assert name in read(f"/{locale}/terms/{name}/")
    assert read(f"/{locale}/terms/{TERMS[0][1]}/") == newest


def test_a_version_that_is_not_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("2025-01", "base", "2026-1"):
        assert Client().get(f"/fr-fr/terms/{name}/").status_code == 404
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 26, 12, tzinfo=UTC))
    assert Client().get("/fr-fr/terms/2026-11/").status_code == 404, "not in force yet"
    assert "Version 2026-01" in read("/en-fr/terms/")


def test_an_old_version_says_what_it_said_and_that_it_is_old() -> None:
    old = read("/en-fr/terms/2026-01/")
    assert "You can withdraw from the purchase within 14 days of receiving the device" in old
    assert re.search(r"This version was in force until Thursday, 26 November 2026", old)
    assert "standard return parcel" not in old


SAYS = {
    "en": ("have 14 days to withdraw", "by e-mail or by post", "seller pays for a standard return",
           "within 14 days of receiving your notice"),
    "fr": ("avez 14 jours", "par e-mail ou par courrier", "paie un colis de retour standard",
           "dans les 14 jours qui suivent la réception"),
    "nl": ("hebt 14 dagen", "per e-mail of per post", "verkoper betaalt een standaardretour",
           "binnen 14 dagen nadat hij uw herroeping"),
    "de": ("haben 14 Tage", "per E-Mail oder per Post", "bezahlt eine Standard-Rücksendung",
           "innerhalb von 14 Tagen zurück"),
}  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
def test_the_terms_say_how_to_withdraw(locale: str) -> None:
    """Days, channels, who pays the return, when the money comes; the way of the order's page."""
    language, _market = LOCALES[locale]
    page = Client().get(f"/{locale}/terms/").content.decode()
    for said in SAYS[language]:
        assert said in words(page), said
    assert f'href="/{locale}/orders/"' in page
    form = {"fr": "MODÈLE DE FORMULAIRE DE RÉTRACTATION", "de": "Muster-Widerrufsformular"}
    assert (form.get(language, "(*)") in page) == (language in form), "no wording is made up"


@pytest.mark.parametrize("market", MARKETS)
def test_the_days_are_those_that_the_law_counts(market: str) -> None:
    """From Monday 1 March 2027, no holiday near its end in any of the countries: till the 15th."""
    told = date(2027, 3, 1)
    calendar = Calendar(MARKETS[market].country)
    until = window(Contract(last_parcel=told, told=told, calendar=calendar)).until
    assert until is not None
    days = (calendar.day_of(until) - told).days
    assert f"You have {days} days to withdraw" in read(f"/en-{market}/terms/")


def test_an_order_leads_to_its_own_terms(sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    case = an_offer(stock=1)
    monkeypatch.setattr("reprise.checkout.queries.terms_on", lambda day: "2026-01")
    sale = place((case, 1))
    page = Client().get(access.path(sale.order)).content.decode()
    assert sale.order.terms_version == "2026-01"
    links = set(re.findall(r'href="(/fr-fr/terms/[^"]*)"', page))
    assert "/fr-fr/terms/2026-01/" in links
