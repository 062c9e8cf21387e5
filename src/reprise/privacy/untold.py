"""What an authority has asked about and its person may not be told yet (decision 0054)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from reprise.accounts.queries import addresses
from reprise.orders.models import Contact
from reprise.privacy import people
from reprise.privacy.models import Archived
from reprise.privacy.queries import owners_of

# Days are those of UTC, by PostgreSQL's clock.
_UNTOLD: Final = (
    "untold_why <> '' AND coalesce(untold_until, 'infinity') >= (now() AT TIME ZONE 'UTC')::date"
)


@dataclass(frozen=True, slots=True)
class KeptBack:
    """The holds that somebody may not be told of, and since when there is one (None: none)."""

    holds: list[UUID]
    since: datetime | None


def untold(orders: Collection[UUID], index: bytes, user_id: UUID | None) -> KeptBack:
    """Of somebody with these orders, the address of ``index`` (b"": none is proven) and this
    account: what holds them, and what holds one of the orders by whatever leads to it
    (`queries.held_orders`), be it somebody else's address in it.  A file of that order is handed
    out for that one as well.  Raises MissingKey.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, order_id, person, user_id, since FROM privacy_hold WHERE {_UNTOLD}"  # noqa: S608
        )
        found = cursor.fetchall()
    if not found:
        return KeptBack([], None)
    persons, accounts = _leading_to(orders)
    persons |= {index} - {b""}
    accounts |= {user_id} if user_id else set()
    holding = [
        (hold_id, since)
        for hold_id, order_id, person, account, since in found
        if order_id in orders or account in accounts or (person and bytes(person) in persons)
    ]
    return KeptBack(
        [hold_id for hold_id, _ in holding], min((since for _, since in holding), default=None)
    )


def _leading_to(orders: Collection[UUID]) -> tuple[set[bytes], set[UUID]]:
    """The addresses and accounts by which one of these orders is held, here or in the archive."""
    contacts = list(Contact.objects.filter(order_id__in=orders))
    accounts = set(owners_of(contacts).values())
    known = {each.email for each in contacts} | set(addresses(accounts).values())
    stored = Archived.objects.filter(order_id__in=orders).values_list("persons", flat=True)
    return (
        {people.person(each) for each in known}
        | {bytes(person) for persons in stored for person in persons},
        accounts,
    )
