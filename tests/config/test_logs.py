from __future__ import annotations

import logging
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from reprise.accounts.models import User
from reprise.config.logs import WithoutKeys, WithoutPeople
from reprise.kernel.ids import new_id
from reprise.notifications import actions as post
from reprise.orders.models import Contact
from reprise.privacy import copy_links
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import pay, place
from tests.work import drain


def said(message: str, *arguments: object) -> str:
    record = logging.LogRecord("x", logging.WARNING, "", 0, message, arguments, None)
    assert WithoutKeys().filter(record)
    return record.getMessage()


@pytest.mark.parametrize("day", ["", "14d-"])
def test_the_key_of_an_order_is_not_logged(day: str) -> None:
    key = "0123456789abcdef" * 2
    key = day + key
    text = said("Not Found: %s", f"/fr-fr/orders/R-7K3F9Q2M/{key}/payment/")
    assert key not in text
    assert "R-7K3F9Q2M" in text


def test_other_lines_stay_as_they_are() -> None:
    assert said("%s of %s", 1, 2) == "1 of 2"


def test_the_key_of_a_letter_is_not_logged() -> None:
    key = "0123456789abcdef" * 2
    text = said("Gone: %s", f"/fr-fr/account/letters/01a20e72-d2de-7050-8130-7298ab2c8c7a/{key}/")
    assert key not in text
    assert "01a20e72" in text


def test_the_key_of_a_former_sellers_link_is_not_logged() -> None:
    copy = new_id()
    text = said("Forbidden: %s", f"/seller/copies/{copy}/{copy_links.token(copy)}/")
    assert copy_links.token(copy) not in text
    assert str(copy) in text


def test_every_process_writes_by_it() -> None:
    assert settings.LOGGING["formatters"]["plain"]["()"] == "reprise.config.logs.WithoutPeople"
    assert settings.LOGGING["handlers"]["console"]["formatter"] == "plain"


def written(caplog: pytest.LogCaptureFixture) -> str:
    """The log as the console has it."""
    formatter, keys = WithoutPeople("%(levelname)s %(name)s %(message)s"), WithoutKeys()
    lines = []
    for record in caplog.records:
        record.exc_text = None
        keys.filter(record)
        lines.append(formatter.format(record))
    return "\n".join(lines)


PEOPLE = (CONTACT.name, CONTACT.email, CONTACT.street, CONTACT.postcode, "staff@room.example")


@pytest.mark.django_db(transaction=True)
def test_a_walk_through_the_shop_leaves_nobody_in_the_log(
    sandbox: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is found, what is not, what is refused, a letter that cannot be sent, a broken page."""
    caplog.set_level(logging.INFO)
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    User.objects.create_user("staff@room.example", "a long enough word", is_staff=True)
    client = Client(raise_request_exception=False)
    client.post("/staff/login/", {"email": "staff@room.example", "password": "wrong"})
    client.post("/staff/login/", {"email": "staff@room.example", "password": "a long enough word"})
    for path in (
        f"/staff/orders/{CONTACT.email}/",
        f"/staff/orders/{sale.order.reference}/",
        f"/fr-fr/search/?q={CONTACT.name}",
        "/staff/nothing/",
    ):
        client.get(path)
    client.post("/staff/orders/", {"q": CONTACT.email})
    client.post("/fr-fr/orders/", {"reference": "R-0", "email": CONTACT.email})
    client.delete(f"/fr-fr/products/{CONTACT.email}/")

    def refused(*given: Any, **named: Any) -> None:
        raise SMTPRecipientsRefused({CONTACT.email: (550, b"no such user")})

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refused)
    drain()
    post.send_post(now())

    def broken(*given: Any) -> None:
        Contact.objects.filter(order=sale.order).update(country=None)

    monkeypatch.setattr("reprise.web.staff.views.orders.queries.dossier", broken)
    assert client.get(f"/staff/orders/{sale.order.reference}/").status_code == 500
    raw = caplog.text
    assert "Failing row contains" in raw
    assert CONTACT.email in raw, "otherwise nothing was tried"
    log = written(caplog)
    assert "incident" in log
    assert "was not sent" in log
    for each in PEOPLE:
        assert each not in log, each
    connection.close()


def test_what_was_raised_after_a_refused_row_is_still_said() -> None:
    record = logging.LogRecord(
        "x", logging.ERROR, "", 0,
        "null value\nDETAIL:  Failing row contains (Camille, 1 rue\nde l’Essai).\n\nDuring handling"
        " of the above exception, another exception occurred:\n\nValueError: too late", (), None,
    )  # fmt: skip
    text = WithoutPeople("%(message)s").format(record)
    assert "Camille" not in text
    assert "Essai" not in text
    assert text.endswith("ValueError: too late")
