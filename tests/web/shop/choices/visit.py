"""A visitor's answer, and what a page asks and loads after it."""

from __future__ import annotations

import gzip
from typing import Any

from django.test import Client

from reprise.consent.configuration import Offer

ACME = "https://acme.example"
CHOICES = "/fr-fr/choices/"


def post(client: Client, offer: Offer, answer: str = "all", **form: Any) -> Any:
    given = {"answer": answer, "notice": offer.notice, **form}
    return client.post(CHOICES, given)


def policy(answer: Any) -> str:
    return str(answer.headers["Content-Security-Policy"])


def asks(answer: Any) -> bool:
    body = answer.content
    if answer.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return 'class="question"' in body.decode()


def script(client: Client) -> str:
    answer = client.get("/fr-fr/choices/partners.js")
    assert answer.headers["Cache-Control"] == "private, no-store"
    return str(answer.content.decode())
