"""What stands in a row of the archive, and how it is sealed (decisions 0038, 0039)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from reprise.keys import Keys
from reprise.orders.actions import Whereabouts

FORM: Final = 1
# An archive is no telephone book: a number proves nothing.  The account is found by its address.
_CONTACT: Final = ("name", "email", "street", "extra", "postcode", "town", "country")
_POINT: Final = ("carrier", "code", "name", "street", "postcode", "town", "country")


def key_of(year: int) -> str:
    """The name of the key that seals what leaves the archive in a year."""
    return f"archive-{year}"


@dataclass(frozen=True, slots=True)
class Contents:
    """The buyer; by contract the point that was chosen; by parcel where it went."""

    contact: Mapping[str, str]
    points: Mapping[str, Mapping[str, str]]
    destinations: Mapping[str, Mapping[str, str]]


def contents(found: Whereabouts) -> Contents:
    """What of an order's whereabouts is archived."""
    return Contents(
        {name: getattr(found.contact, name) for name in _CONTACT},
        {
            str(row.seller_order_id): {name: getattr(row, name) for name in _POINT}
            for row in found.points
        },
        {
            str(row.shipment_id): {"country": row.country, "postcode": row.postcode}
            for row in found.destinations
        },
    )


def seal(order_id: UUID, year: int, inside: Contents) -> bytes:
    """Bound to the order and to its key, so that no row can be passed off as another's.

    Raises MissingKey.
    """
    plain = json.dumps(
        {
            "format": FORM,
            "contact": dict(inside.contact),
            "points": {name: dict(row) for name, row in inside.points.items()},
            "destinations": {name: dict(row) for name, row in inside.destinations.items()},
        },
        ensure_ascii=False,
        sort_keys=True,
    )
    return Keys.of().seal(key_of(year), plain.encode(), _place(order_id, year))


def unseal(order_id: UUID, year: int, sealed: bytes) -> Contents:
    """What :func:`seal` was given.  Raises MissingKey, WrongKey."""
    plain = Keys.of().open(key_of(year), sealed, _place(order_id, year))
    told: dict[str, Any] = json.loads(plain)
    return Contents(told["contact"], told["points"], told["destinations"])


def _place(order_id: UUID, year: int) -> str:
    return f"order:{order_id}:{year}"
