"""Whoever answers a letter reaches somebody who reads it."""

from __future__ import annotations

import email
import email.policy
import mailbox
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox

from reprise import demo, notifications
from reprise.markets.operator import read
from reprise.notifications.actions import send_post
from reprise.notifications.replies import PRIVACY
from reprise.privacy.actions import asking
from reprise.privacy.events import RequestReceived
from reprise.privacy.states import RequestKind
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import pay, place
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
OPERATOR = read(Path(demo.__file__).with_name("operator.toml"))


@pytest.fixture
def caught(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """What came over SMTP, as in the demo."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    post = Controller(Mailbox(str(tmp_path / "box")), hostname="127.0.0.1", port=port)
    post.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    try:
        yield tmp_path / "box"
    finally:
        post.stop()


def replies(folder: Path) -> list[str | None]:
    box = mailbox.Maildir(str(folder), create=False)
    found = [
        email.message_from_bytes(box.get_bytes(key), policy=email.policy.default)
        for key in sorted(box.keys())
    ]
    assert all("shop@reprise.example" in str(each["From"]) for each in found)
    return [str(each["Reply-To"]) if each["Reply-To"] else None for each in found]


def test_a_letter_about_rights_is_answered_to_who_deals_with_them(
    caught: Path, settings: Any
) -> None:
    settings.OPERATOR = OPERATOR
    asking.receive(RequestKind.OBJECTION, CONTACT.email, "de-de", now(), told=RequestReceived)
    drain()
    assert replies(caught) == ["privacy@reprise.example"]


def test_any_other_one_to_the_shop(caught: Path, settings: Any, sandbox: Any) -> None:
    settings.OPERATOR = OPERATOR
    pay(place((an_offer(stock=1), 1)), sandbox)
    drain()
    send_post(now())
    found = replies(caught)
    assert found
    assert set(found) == {"contact@reprise.example"}


def test_without_an_operator_to_the_sender(caught: Path, settings: Any) -> None:
    settings.OPERATOR = None
    asking.receive(RequestKind.OBJECTION, CONTACT.email, "de-de", now(), told=RequestReceived)
    drain()
    assert replies(caught) == [None]


def test_every_letter_about_rights_is_one() -> None:
    templates = Path(notifications.__file__).with_name("templates")
    about = {
        each.name for each in templates.iterdir() if each.name.startswith(("request_", "rights_"))
    }
    assert about | {"account_unused", "order_readdressed"} == PRIVACY
