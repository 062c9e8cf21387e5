"""What only the founding terms say: no statute asks for it."""

from reprise.law.terms import (
    devices,
    dispatch,
    disputes,
    fees,
    listing,
    moderation,
    parcels,
    ranking,
    reviews,
    sale,
)

__all__ = [
    "devices",
    "dispatch",
    "disputes",
    "fees",
    "listing",
    "moderation",
    "parcels",
    "ranking",
    "reviews",
    "sale",
]
