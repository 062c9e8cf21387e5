"""The sandbox carrier in the shop's words.  See README.md."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Final, TypeVar
from urllib.parse import quote, urlencode
from uuid import UUID

from reprise.shipping.carriers.base import (
    Area,
    BadPostcode,
    CarrierUnavailable,
    ForgedScan,
    LabelOrder,
    LabelRefused,
    Party,
    PickupPoint,
    Scan,
    ScanKind,
)
from reprise.shipping.carriers.sandbox.connection import Connection

T = TypeVar("T")

SIGNATURE: Final = "carrier-signature"
# How far the sender's clock and ours may be apart before a message is too old (or too new).
TOLERANCE: Final = timedelta(minutes=5)


class SandboxCarrier:
    """Implements `reprise.shipping.carriers.base.Carrier`.  ``patience`` is in seconds a call."""

    name = "sandbox"

    def __init__(self, base_url: str, key: str, secret: str, *, patience: float = 3) -> None:
        """``base_url`` or ``secret`` empty: no calls can be made, no scan is taken."""
        self._base_url, self._key, self._patience = base_url, key, patience
        self._secret = secret.encode()

    @classmethod
    def from_environment(cls) -> SandboxCarrier:
        """Set up from CARRIER_URL, CARRIER_API_KEY and CARRIER_WEBHOOK_SECRET."""
        return cls(
            os.environ.get("CARRIER_URL", ""),
            os.environ.get("CARRIER_API_KEY", ""),
            os.environ.get("CARRIER_WEBHOOK_SECRET", ""),
        )

    @cached_property
    def _line(self) -> Connection:
        if not self._base_url:
            raise CarrierUnavailable from ValueError("CARRIER_URL is not set")
        return Connection(self._base_url, self._key, self._patience)

    def number(self, parcel: UUID) -> str:
        """SB, 13 digits out of the parcel's id, and a check digit (GS1, modulo 10)."""
        digits = f"{int.from_bytes(hashlib.sha256(parcel.bytes).digest()) % 10**13:013d}"
        return f"SB{digits}{check_digit(digits)}"

    def tracking_page(self, number: str) -> str:
        """None: a demonstration shows its scans to the shop alone."""
        return ""

    def points_near(self, country: str, postcode: str, limit: int) -> list[PickupPoint]:
        asked = urlencode({"country": country, "postcode": postcode, "limit": limit})
        status, content = self._line.call("GET", f"/v1/points?{asked}")
        if status == 422:
            raise BadPostcode(postcode=postcode)
        given = _found(status, content)
        return _read(lambda: [point_of(each) for each in given["points"]])

    def point(self, country: str, code: str) -> PickupPoint | None:
        path = f"/v1/points/{quote(country, safe='')}/{quote(code, safe='')}"
        status, content = self._line.call("GET", path)
        if status == 404:
            return None
        given = _found(status, content)
        return _read(lambda: point_of(given))

    def label(self, order: LabelOrder) -> bytes:
        body = json.dumps(
            {
                "number": order.number,
                "reference": order.reference,
                "weight_g": order.weight_g,
                "shipped_on": order.shipped_on.isoformat(),
                "sender": _party(order.sender),
                "recipient": _party(order.recipient),
                "country": order.country,
                "point": order.point,
                "phone": order.phone,
            }
        ).encode()
        status, content = self._line.call("POST", "/v1/labels", body)
        if status == 422:
            raise LabelRefused
        if status != 200 or not content.startswith(b"%PDF-"):
            raise CarrierUnavailable from ValueError(f"POST /v1/labels: {status}")
        return content

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Scan:
        given = next((v for name, v in headers.items() if name.lower() == SIGNATURE), "")
        parts = dict(part.partition("=")[::2] for part in given.split(","))
        moment, seal = parts.get("t", ""), parts.get("v1", "")
        if not (moment.isascii() and moment.isdecimal() and len(moment) < 12):
            raise ForgedScan("no signature, or not in the form it has")
        sealed = hmac.new(self._secret, moment.encode() + b"." + body, hashlib.sha256)
        # Without a secret anybody could sign.
        if not self._secret or not hmac.compare_digest(sealed.hexdigest().encode(), seal.encode()):
            raise ForgedScan("the signature does not fit")
        # Only after the signature: before it, the time is anybody's word.
        if abs(now.timestamp() - int(moment)) > TOLERANCE.total_seconds():
            raise ForgedScan("the signature is too old")
        try:
            return scan_of(json.loads(body))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
            raise ForgedScan("signed, but not a scan that we know") from problem


def check_digit(digits: str) -> int:
    """GS1's check digit: weights 3 and 1 from the right, to the next ten."""
    total = sum(int(d) * (3, 1)[place % 2] for place, d in enumerate(reversed(digits)))
    return -total % 10


def point_of(given: dict[str, Any]) -> PickupPoint:
    """Raises KeyError, ValueError, TypeError."""
    return PickupPoint(
        code=str(given["code"]),
        carrier=SandboxCarrier.name,
        name=str(given["name"]),
        street=str(given["street"]),
        postcode=str(given["postcode"]),
        town=str(given["town"]),
        country=str(given["country"]),
        hours=tuple((str(days), str(times)) for days, times in given["hours"]),
    )


def scan_of(given: dict[str, Any]) -> Scan:
    """Raises KeyError, ValueError, TypeError."""
    event_id, tracking = given["id"], given["tracking"]
    if not (isinstance(event_id, str) and 0 < len(event_id) <= 80):
        raise ValueError("the scan has no usable id")
    if not (isinstance(tracking, str) and 0 < len(tracking) <= 40):
        raise ValueError("the scan names no parcel")
    to, accepted_at = given.get("to"), given.get("accepted_at")
    return Scan(
        event_id,
        tracking,
        ScanKind(given["kind"]),
        _moment(given["at"]),
        Area(str(to["country"]), str(to["postcode"])) if to is not None else None,
        _moment(accepted_at) if accepted_at is not None else None,
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment


def _party(party: Party) -> dict[str, Any]:
    return {"name": party.name, "lines": list(party.lines)}


def _found(status: int, content: bytes) -> dict[str, Any]:
    """The object in an answer.  Raises CarrierUnavailable for any other."""
    try:
        given = json.loads(content)
    except ValueError as problem:
        raise CarrierUnavailable from problem
    if status != 200 or not isinstance(given, dict):
        raise CarrierUnavailable from ValueError(f"the carrier answered {status}")
    return given


def _read(make: Callable[[], T]) -> T:
    try:
        return make()
    except (KeyError, ValueError, TypeError) as problem:
        raise CarrierUnavailable from problem
