"""Where a buyer can pick a parcel up, as the carrier says at this moment."""

from __future__ import annotations

from reprise.shipping.carriers.base import BadPostcode, CarrierUnavailable, PickupPoint
from reprise.shipping.carriers.registry import carrier as adapter

__all__ = ["BadPostcode", "CarrierUnavailable", "PickupPoint", "point", "points_near"]


def points_near(carrier: str, country: str, postcode: str, limit: int = 6) -> list[PickupPoint]:
    """At most ``limit`` (1 to 20) points of ``carrier``, the nearest to ``postcode`` first.

    ``country`` is two letters, in any case.  Raises BadPostcode, CarrierUnavailable (after about
    three seconds at most), UnknownCarrier.
    """
    return adapter(carrier).points_near(country.upper(), postcode, limit)


def point(carrier: str, country: str, code: str) -> PickupPoint | None:
    """The point with this code, None when there is none.  Raises as ``points_near`` does."""
    return adapter(carrier).point(country.upper(), code)
