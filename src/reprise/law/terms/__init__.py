"""Rules that founding terms state, and no statute of a country."""

from reprise.law.terms import (
    devices,
    dispatch,
    disputes,
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
    "listing",
    "moderation",
    "parcels",
    "ranking",
    "reviews",
    "sale",
]
