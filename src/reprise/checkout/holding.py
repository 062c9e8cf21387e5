"""How much stock one client may hold without having paid for it (decision 0025)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.crypto import salted_hmac

from reprise import rows
from reprise.checkout.models import Hold
from reprise.kernel.refusal import Refusal
from reprise.orders.queries import reserved_devices

_SALT: Final = "reprise.checkout.holding"
# As much as one e-mail address may hold.  Who shares an address pays within minutes, and what is
# paid counts no more.
MOST_FROM_A_CLIENT: Final = 60
# Networks of IPv6 are given out whole; sixteen lines may be in one.
MOST_FROM_A_NETWORK: Final = 16 * MOST_FROM_A_CLIENT


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


def queues(client: Client) -> list[str]:
    """The names under which orders of this client wait for each other, always in this order."""
    return [f"held:{_key(name)}" for name, _ in _limits(client)]


def allow(client: Client, devices: int, now: datetime) -> None:
    """Let ``devices`` more be held, inside the caller's transaction, which has waited in the
    client's queues: so each order counts those before.  Raises TooManyHeld.
    """
    for name, most in _limits(client):
        held = _held(_key(name), now)
        if sum(each.devices for each in held) + devices > most:
            raise _too_many(held, most - devices, now)


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


def _held(who: str, now: datetime) -> list[_Held]:
    """What this client holds, by when each order's time to pay ends."""
    found = dict(Hold.objects.filter(client=who, until__gt=now).values_list("order_id", "until"))
    if not found:
        return []
    held = [_Held(found[order], number) for order, number in reserved_devices(found).items()]
    return sorted(held, key=lambda each: each.until)


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
