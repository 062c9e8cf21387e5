"""How much stock one client may hold without having paid for it (decision 0025)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection
from django.utils.crypto import salted_hmac

from reprise import rows
from reprise.checkout.models import Hold
from reprise.kernel.refusal import Refusal
from reprise.orders.actions.place import ContactDraft
from reprise.orders.states import LineState

_SALT: Final = "reprise.checkout.holding"
# Stock is held while a buyer pays; these keep one visitor from holding a shelf.
MOST_UNPAID: Final = 3
# As much as one e-mail address may hold.  Who shares an address pays within minutes, and what is
# paid counts no more.
MOST_FROM_A_CLIENT: Final = 60
# Networks of IPv6 are given out whole; sixteen lines may be in one.
MOST_FROM_A_NETWORK: Final = 16 * MOST_FROM_A_CLIENT


class TooManyUnpaid(Refusal):
    code = "too_many_unpaid"
    message = (
        "Several orders with this e-mail address wait for their payment. Nothing was ordered."
        " Please pay them, or order again in a quarter of an hour. If they are not yours, sign in"
        " to an account with this address: then only your own count."
    )
    status = 429


class TooManyHeld(Refusal):
    """``seconds`` is when there is room again at the latest."""

    code = "too_many_held"
    message = (
        "From your internet connection so many devices wait for their payment that no more can be"
        " kept. Others may share the connection with you. Nothing was ordered, and your basket is"
        " as it was. Please pay what you have ordered, or try again in %(minutes)s min."
    )
    status = 429

    @property
    def seconds(self) -> int:
        return int(self.facts["seconds"])


@dataclass(frozen=True, slots=True)
class Client:
    """Where an order comes from: an address, and the network it is in if that counts as well."""

    address: str
    network: str = ""


def one_by_one(email: str, client: Client | None) -> None:
    """Have orders with one address, and those of one client, placed one after the other.

    Always in this order: two that wait for each other would wait for ever.
    """
    queues = [f"unpaid:{email.strip().upper()}"]
    if client:
        queues += [f"held:{_key(name)}" for name, _ in _limits(client)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(%s::text[]) name",
            [queues],
        )


def allow(contact: ContactDraft, client: Client | None, devices: int, now: datetime) -> None:
    """Let ``devices`` more be held for this e-mail address and by this client, inside the caller's
    transaction, which has waited in their queues: so each order counts those before.

    Anybody can type an address: for the buyer whose account has proven it, only their own orders
    count.  Raises TooManyUnpaid, TooManyHeld.
    """
    limits = {_key(name): most for name, most in _limits(client)} if client else {}
    held = _held(contact, list(limits), now)
    if len(held[_EMAIL]) >= MOST_UNPAID:
        raise TooManyUnpaid
    for key, most in limits.items():
        if sum(each.devices for each in held[key]) + devices > most:
            raise _too_many(held[key], most - devices, now)


def note(client: Client, order_id: UUID, until: datetime) -> None:
    """An order of this client holds its devices until then, or until it is paid."""
    rows.insert(
        [Hold(order_id=order_id, client=_key(name), until=until) for name, _ in _limits(client)]
    )


def forget_stale(now: datetime) -> int:
    """Forget from where orders came whose time to pay is over; how many rows."""
    return Hold.objects.filter(until__lte=now).delete()[0]


def _limits(client: Client) -> list[tuple[str, int]]:
    named = [(client.address, MOST_FROM_A_CLIENT), (client.network, MOST_FROM_A_NETWORK)]
    return [(name, most) for name, most in named if name]


@dataclass(frozen=True, slots=True)
class _Held:
    until: datetime
    devices: int


# What nobody's key is: the rows of the e-mail address.
_EMAIL: Final = ""
# Each order once for its address and once for each key, with how many of its devices are unpaid.
_WAITING: Final = """
SELECT %(email_key)s, o.pay_by, count(*)
  FROM orders_contact c JOIN orders_order o ON o.id = c.order_id AND o.pay_by > %(now)s
  JOIN orders_line l ON l.order_id = o.id AND l.state = %(reserved)s
 WHERE upper(c.email) = upper(%(email)s)
   AND (c.buyer_id = %(buyer)s OR NOT EXISTS (
        SELECT FROM accounts_user u WHERE u.id = %(buyer)s AND u.verified_at IS NOT NULL
           AND upper(u.email) = upper(%(email)s)))
 GROUP BY o.id
UNION ALL
SELECT h.client, h.until, count(*)
  FROM checkout_hold h JOIN orders_line l ON l.order_id = h.order_id AND l.state = %(reserved)s
 WHERE h.client = ANY(%(keys)s) AND h.until > %(now)s
 GROUP BY h.id
"""


def _held(contact: ContactDraft, keys: Sequence[str], now: datetime) -> dict[str, list[_Held]]:
    """What waits for its payment, by key; each order by when its time to pay ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            _WAITING,
            {
                "email_key": _EMAIL, "email": contact.email.strip(), "buyer": contact.buyer_id,
                "keys": list(keys), "now": now, "reserved": LineState.RESERVED.value,
            },
        )  # fmt: skip
        found = cursor.fetchall()
    held: dict[str, list[_Held]] = {key: [] for key in (_EMAIL, *keys)}
    for key, until, devices in sorted(found, key=lambda row: row[1]):
        held[key].append(_Held(until, devices))
    return held


def _too_many(held: Sequence[_Held], room: int, now: datetime) -> TooManyHeld:
    """When the orders whose time ends first have made enough room."""
    left = sum(each.devices for each in held)
    until = now
    for each in held:
        if left <= room:
            break
        left, until = left - each.devices, each.until
    seconds = max(1, math.ceil((until - now).total_seconds()))
    return TooManyHeld(seconds=seconds, minutes=math.ceil(seconds / 60))


def _key(name: str) -> str:
    """A keyed hash: the table names nobody, and no order for longer than its time to pay."""
    return salted_hmac(_SALT, name, algorithm="sha256").hexdigest()
