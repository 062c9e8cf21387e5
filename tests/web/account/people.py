"""Somebody with an account, and what their browser does with its forms."""

from __future__ import annotations

import html
import re
from typing import Any

from django.core import mail
from django.test import Client

from tests.moment import now
from tests.work import drain

ADA, WORD = "ada@buyer.example", "a long enough word"
HOME = "/de-de/account/"


def sign_in(client: Client, email: str = ADA, password: str = WORD, **more: str) -> Any:
    return client.post(f"{HOME}login/", {"email": email, "password": password, **more})


def signed_in(email: str = ADA) -> Client:
    client = Client()
    assert sign_in(client, email).status_code == 303
    return client


def last_link() -> str:
    drain()
    found = re.search(r"https?://[^/]+(/\S+/account/letters/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def carried(text: str) -> list[tuple[str, str]]:
    """What is shown and carried of a form that was sent before, by a page or a part of it."""
    found = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>', text, re.DOTALL)
    return [(html.unescape(name), html.unescape(value)) for name, value in found]


def options(answer: Any) -> str:
    found = re.search(r'data-options="([^"]+)"', answer.content.decode())
    assert found
    return html.unescape(found[1])


def fresh(client: Client) -> Client:
    """The password was given just now."""
    session = client.session
    session["proved_at"] = now().isoformat()
    session.save()
    return client


def long_ago(client: Client) -> None:
    """The password was given an hour ago."""
    session = client.session
    session["proved_at"] = "2026-01-01T00:00:00+00:00"
    session.save()
