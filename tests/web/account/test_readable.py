"""The readable file of a copy speaks in words: no column's name, no cents, no machine's time."""

from __future__ import annotations

import io
import json
import re
from html import unescape
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.utils import translation

from reprise.accounts.models import User
from reprise.accounts.states import Device
from reprise.audit.states import Page, Subject
from reprise.orders.states import LineState, LineVerb, LogState, LogVerb, ParcelVerb, RefundVerb
from reprise.payments.states import PaymentState
from reprise.privacy.states import Extension, HoldKind, Outcome, Reason, RequestKind, RequestState
from reprise.privacy.states import Verb as ActVerb
from reprise.sellers.states import Role
from reprise.shipping.states import ShipmentState
from reprise.web.account.readable import CODES, Reader
from reprise.web.place import place
from tests.web.account.people import signed_in
from tests.web.account.test_privacy import people as people  # a fixture
from tests.web.account.test_privacy import quick as quick  # a fixture

pytestmark = pytest.mark.django_db(transaction=True)


def files(client: Client, locale: str) -> tuple[dict[str, Any], str]:
    answered = client.post(f"/{locale}/account/privacy/copy/")
    assert answered.status_code == 200
    with ZipFile(io.BytesIO(b"".join(answered.streaming_content))) as made:  # type: ignore[attr-defined]
        told = json.loads(made.read("reprise-data.json"))
        return told, made.read("reprise-data.html").decode()


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


# The price of a device of 27182 cents among them; English writes as the country does.
SAID = {
    "fr-fr": ("Appareil que vous avez commandé", "Prix 271,82 €", "Pays France", "État Livré"),
    "nl-nl": ("Toestel dat u hebt besteld", "Prijs € 271,82", "Land Frankrijk"),
    "de-de": ("Gerät, das Sie bestellt haben", "Preis 271,82 €", "Land Frankreich"),
    "en-fr": ("Device that you ordered", "Price 271,82 €", "Country France", "State Delivered"),
}


@pytest.mark.parametrize("locale", SAID)
def test_it_speaks_the_persons_language(people: tuple[User, User], locale: str) -> None:
    told, html = files(signed_in(), locale)
    text = words(html)
    for each in SAID[locale]:
        assert each in text, each
    columns = {
        column
        for holding in told["holdings"]
        for rows in holding["records"].values()
        for row in rows
        for column in row
    }
    tables = {table for holding in told["holdings"] for table in holding["records"]}
    assert len(columns) > 90
    named = [each for each in columns | tables if "_" in each and each in text]
    assert named == [], "the name of a column stands on the page to read"
    assert not re.search(r"\d{4}-\d\d-\d\dT\d\d", text), "a time as machines write it"
    assert not re.search(r"\b27182\b", text), "cents"
    assert "True" not in text
    assert "None" not in text


def test_a_time_is_that_of_the_persons_country(people: tuple[User, User]) -> None:
    told, _ = files(signed_in(), "de-de")
    reader = Reader.of(told, place("de-de"))
    # Summer time in Berlin is two hours before universal time, and the day is another one.
    with translation.override("de"):
        record = reader.record("orders_order", {"placed_at": "2026-06-30T22:30:00+00:00"})
    (entry,) = record.entries
    assert entry.name == "Bestellt am"
    assert "1. Juli 2026" in entry.value
    assert "00:30" in entry.value


def test_money_without_a_currency_of_its_own_has_its_payments() -> None:
    paid = {"id": "p1", "currency": "SEK"}
    told = {"holdings": [{"records": {"payments_payment": [paid]}}]}
    reader = Reader.of(told, place("en-de"))
    row = {"payment_id": "p1", "amount": 12345, "parts": {"x": 12300, "y": 45}}
    with translation.override("en"):
        record = reader.record("payments_instruction", row)
    values = {entry.name: entry.value for entry in record.entries}
    assert "123,45" in values["Amount"]
    assert "SEK" in values["Amount"]
    assert values["Of which, by part"].count("SEK") == 2
    assert [entry.name for entry in record.ours] == ["Payment"]


def test_what_is_empty_says_nothing_and_what_is_false_does() -> None:
    reader = Reader(place("de-de"), {})
    row = {"phone": "", "used_at": None, "active": False, "shipping": 0, "currency": "EUR"}
    with translation.override("de"):
        record = reader.record("orders_contact", row)
    assert [(each.name, each.value.replace("\xa0", " ")) for each in record.entries] == [
        ("Aktiv", "nein"), ("Lieferkosten", "0,00 €"), ("Währung", "EUR"),
    ]  # fmt: skip


def test_what_is_held_and_not_shown_is_named_in_words() -> None:
    reader = Reader(place("fr-fr"), {})
    said = reader.not_shown(["accounts_user.password", "orders_linedevice.salt"])
    assert said == [
        "Compte\N{NARROW NO-BREAK SPACE}: Mot de passe",
        "Appareil envoyé\N{NARROW NO-BREAK SPACE}: Octets aléatoires",
    ]


def test_a_promise_and_an_insurance_are_read_by_their_parts() -> None:
    reader = Reader(place("de-de"), {})
    row = {
        "currency": "EUR",
        "promise": {"sku": "A-1", "accessories": ["cable"], "battery_min": 85},
        "cover": {"name": "Versicherung", "excess": 2500, "perils": ["breakage", "theft"]},
    }
    with translation.override("de"):
        values = {each.name: each.value for each in reader.record("orders_line", row).entries}
    assert values["Was sonst zugesagt wurde"] == (
        "Nummer des Verkäufers: A-1; Dabei: Ladekabel; Akku, mindestens (%): 85"
    )
    assert "Selbstbeteiligung: 25,00" in values["Versicherung"]


@pytest.mark.parametrize(
    ("column", "codes"),
    [
        ("orders_line.state", LineState), ("orders_step.to_state", LineState),
        ("orders_step.from_state", LineState), ("shipping_shipment.state", ShipmentState),
        ("orders_step.to_state", ShipmentState), ("payments_payment.state", PaymentState),
        ("orders_step.verb", LineVerb), ("orders_step.verb", RefundVerb),
        ("orders_step.verb", ParcelVerb), ("orders_step.verb", LogVerb),
        ("orders_step.to_state", LogState), ("privacy_request.kind", RequestKind),
        ("privacy_requester.kind", RequestKind), ("privacy_request.state", RequestState),
        ("privacy_request.outcome", Outcome), ("privacy_request.outcome", Reason),
        ("privacy_request.extension_reason", Extension), ("privacy_hold.kind", HoldKind),
        ("privacy_act.verb", ActVerb), ("sellers_member.role", Role), ("audit_look.page", Page),
        ("audit_look.subject", Subject), ("accounts_session.device", Device),
    ],
)  # fmt: skip
def test_every_code_has_its_word(column: str, codes: Any) -> None:
    assert {each.value for each in codes if each.value} <= set(CODES[column])


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_the_json_explains_its_names(people: tuple[User, User], language: str) -> None:
    locale = {"fr": "fr-fr", "nl": "nl-nl", "de": "de-de"}[language]
    told, _ = files(signed_in(), locale)
    for holding in told["holdings"]:
        assert set(holding["explained"]) == set(holding["records"])
        for table, rows in holding["records"].items():
            assert set(holding["explained"][table]["columns"]) == set(rows[0])
    (sale,) = [each for each in told["holdings"] if each["holding"] == "sale"]
    assert sale["explained"]["orders_line"]["columns"]["price"]["kind"] == "money"
    assert sale["explained"]["orders_line"]["columns"]["price"]["is"] == {
        "fr": "Prix", "nl": "Prijs", "de": "Preis",
    }[language]  # fmt: skip
