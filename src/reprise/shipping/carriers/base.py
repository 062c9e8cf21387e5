"""What the shop asks of any carrier, and nothing of any one carrier's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from reprise.kernel.refusal import Refusal


class CarrierUnavailable(Refusal):
    """No answer in time, a broken one, or one that blames the carrier."""

    code = "carrier_unavailable"
    message = "The carrier does not answer at the moment. Nothing was changed; please try again."
    status = 503


class BadPostcode(Refusal):
    code = "bad_postcode"
    message = "“%(postcode)s” is not a postcode of this country. Please check it."
    status = 422


class LabelRefused(Refusal):
    code = "label_refused"
    message = "The carrier prints no label for this parcel. Please use a label of your own."
    status = 422


class ForgedScan(Exception):
    """A scan without a valid, recent signature, or one that the carrier would never send."""


class ScanKind(StrEnum):
    HANDED_OVER = "handed_over"
    IN_TRANSIT = "in_transit"
    AT_POINT = "at_point"
    DELIVERED = "delivered"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Area:
    """Where a parcel goes: a country (two letters) and a postcode, or how it begins."""

    country: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Scan:
    """One message of a carrier, its signature verified; it may be late, repeated, out of order.

    ``to`` is where the carrier takes the parcel, ``accepted_at`` when it first had it in its
    hands, each None when it does not tell.  A carrier's own tracking says both of any parcel,
    whoever sent it, and neither of them is the sender's word.
    """

    event_id: str
    tracking: str
    kind: ScanKind
    occurred_at: datetime
    to: Area | None = None
    accepted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PickupPoint:
    """Where a parcel can be picked up.

    ``code`` is the carrier's own within a country.  ``hours``: (days, times), such as
    ("mo-fr", "09:00-12:30 14:00-19:00"), ("sa", "09:00-13:00"); days are two letters of the
    English names; a day that is missing is closed.
    """

    code: str
    carrier: str
    name: str
    street: str
    postcode: str
    town: str
    country: str
    hours: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A name and the lines of an address below it, as they are printed."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelOrder:
    """What a carrier is told for a label, and prints on it.

    ``weight_g`` is in grams, None when it is not known; ``shipped_on`` is the sender's day.

    ``point`` is the pick-up point's code when the parcel waits there for its recipient; ``phone``
    the recipient's, '' for none: the carrier is told it for its questions, nobody reads it on the
    parcel.
    """

    number: str
    reference: str
    weight_g: int | None
    shipped_on: date
    sender: Party
    recipient: Party
    country: str
    point: str = ""
    phone: str = ""


class Carrier(Protocol):
    """A channel for parcels.  An implementation may be used by many threads."""

    name: str

    def number(self, parcel: UUID) -> str:
        """The parcel's number from the range that the carrier left us; makes no call.

        The same parcel gets the same number.
        """
        ...

    def tracking_page(self, number: str) -> str:
        """The address (https) where anybody who knows the number sees the parcel; '' where the
        carrier has none.  Makes no call; the number may be one that somebody typed."""
        ...

    def points_near(self, country: str, postcode: str, limit: int) -> list[PickupPoint]:
        """Pick-up points, the nearest first.  Raises BadPostcode, CarrierUnavailable."""
        ...

    def point(self, country: str, code: str) -> PickupPoint | None:
        """One pick-up point; None when there is no such one.  Raises CarrierUnavailable."""
        ...

    def label(self, order: LabelOrder) -> bytes:
        """A PDF.  Raises LabelRefused, CarrierUnavailable."""
        ...

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Scan:
        """The scan in a message's body.  ``now`` is aware.  Raises ForgedScan."""
        ...
