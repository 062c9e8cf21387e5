"""How somebody exercises a right: with an account, or by a letter without one."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from django.test import Client

from reprise.orders import actions as orders
from reprise.orders.models import Order
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.web.account.people import HOME, last_link
from tests.work import drain

PAGE = f"{HOME}privacy/"
ASK = "/de-de/privacy/request/"
GUEST = CONTACT.email


def guests_link(email: str = GUEST) -> str:
    """Ask for a link, and open the letter."""
    assert Client().post(ASK, {"email": email}).status_code == 200
    return last_link()


def plan_of(page: Any) -> str:
    found = re.search(r'name="plan" value="([0-9a-f]{64})"', page.content.decode())
    assert found
    return found[1]


def confirm(client: Client, base: str) -> Any:
    """Read what becomes of everything, and confirm it."""
    return client.post(f"{base}erasure/", {"plan": plan_of(client.get(f"{base}erasure/"))})


def unpaid() -> Order:
    """An order that nobody has paid for, and whose time is over."""
    order = place((an_offer(stock=1), 1)).order
    assert orders.expire(order.id, now() + timedelta(hours=1))
    drain()
    return order


def a_complaint(letter: Any) -> bool:
    """Where to complain: an authority, by its name where that is known, and a court."""
    text = str(letter.body)
    german = "Aufsichtsbehörde" in text or "Datenschutzbehörde" in text
    return (german and "Gericht" in text) or ("CNIL" in text and "tribuna" in text)
