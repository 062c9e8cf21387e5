"""Whoever finds a hole finds whom to tell (RFC 9116)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from reprise.kernel import clock

ADDRESS = "/.well-known/security.txt"


def fields(text: str) -> dict[str, str]:
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    found = dict(line.split(": ", 1) for line in lines)
    assert len(found) == len(lines), "each field stands there once"
    return found


def test_the_operators_contact_and_its_last_day(client: Client, settings: Any) -> None:
    settings.DEMO = False
    settings.SECURITY_CONTACT = "https://shop.example/report"
    settings.SECURITY_EXPIRES = datetime(2027, 3, 31, 23, 59, 59, tzinfo=UTC)
    settings.PUBLIC_URL = "https://shop.example"
    answer = client.get(ADDRESS)
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert fields(answer.content.decode()) == {
        "Contact": "https://shop.example/report",
        "Expires": "2027-03-31T23:59:59Z",
        "Preferred-Languages": "fr, nl, de, en",
        "Canonical": "https://shop.example/.well-known/security.txt",
    }


def test_a_demo_says_that_its_contact_is_an_example(client: Client) -> None:
    text = client.get(ADDRESS).content.decode()
    assert text.startswith("# A demonstration: this address is an example")
    found = fields(text)
    assert found["Contact"] == "mailto:security@reprise.example"
    left = datetime.fromisoformat(found["Expires"]) - clock.now()
    assert timedelta(0) < left < timedelta(days=365), "the RFC asks for less than a year"


def test_without_a_contact_there_is_no_such_page(client: Client, settings: Any) -> None:
    settings.DEMO = False
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client: Client, method: str) -> None:
    assert getattr(client, method)(ADDRESS).status_code == 405
