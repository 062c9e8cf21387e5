"""What has happened to a parcel, told to the shop: signed, and again until it is taken."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import logging
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from reprise.kernel.ids import new_id
from reprise.sandbox.carrier import points

log = logging.getLogger(__name__)

SIGNATURE_HEADER: Final = "Carrier-Signature"
KINDS: Final = ("handed_over", "in_transit", "at_point", "delivered", "returned")
TIMEOUT: Final = 3.0
# Pauses in seconds before each further try; after the last one the scan is given up.
PAUSES: Final = (1, 2, 4, 8, 16, 32)


class BadScan(ValueError):
    """The code says what is wrong."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan.  ``event_id`` given: the same message as before, sent again."""

    event_id: str
    tracking: str
    kind: str
    at: datetime
    to: dict[str, str] | None
    accepted_at: datetime | None

    @property
    def body(self) -> bytes:
        return json.dumps(
            {
                "id": self.event_id,
                "tracking": self.tracking,
                "kind": self.kind,
                "at": self.at.astimezone(UTC).isoformat(),
                "to": self.to,
                "accepted_at": (
                    self.accepted_at.astimezone(UTC).isoformat() if self.accepted_at else None
                ),
            }
        ).encode()


def read_scan(body: bytes) -> Scan:
    """The scan in a request: tracking and kind; what else is given.  Raises BadScan."""
    try:
        given = json.loads(body)
    except ValueError:
        raise BadScan("invalid_json") from None
    if not isinstance(given, dict):
        raise BadScan("invalid_body")
    tracking, kind = given.get("tracking"), given.get("kind")
    if not isinstance(tracking, str) or not 0 < len(tracking) <= 40:
        raise BadScan("bad_tracking")
    if kind not in KINDS:
        raise BadScan("bad_kind")
    event_id = given.get("id", str(new_id()))
    if not isinstance(event_id, str) or not 0 < len(event_id) <= 80:
        raise BadScan("bad_id")
    at = _moment(given.get("at")) or datetime.now(UTC)
    return Scan(
        event_id, tracking, kind, at, _area(given.get("to")), _moment(given.get("accepted_at"))
    )


def _moment(given: Any) -> datetime | None:
    """An instant; None where nothing is given.  Raises BadScan."""
    if given is None:
        return None
    try:
        moment = datetime.fromisoformat(given)
    except (TypeError, ValueError):
        raise BadScan("bad_time") from None
    if moment.tzinfo is None:
        raise BadScan("bad_time")
    return moment


def _area(given: Any) -> dict[str, str] | None:
    """What tracking tells of a label's address: its country, and of a Dutch postcode, which
    names a few houses, the digits only; None where nothing is given.  Raises BadScan."""
    if given is None:
        return None
    try:
        country = given["country"]
        postcode = points.postcode_of(country, given["postcode"])
    except (KeyError, TypeError, AttributeError, points.BadPostcode):
        raise BadScan("bad_address") from None
    return {"country": country, "postcode": postcode.partition(" ")[0]}


def sign(secret: str, moment: int, body: bytes) -> str:
    """The header of a message: its time in seconds, HMAC-SHA256 of time, dot and body in hex."""
    sealed = hmac.new(secret.encode(), str(moment).encode() + b"." + body, hashlib.sha256)
    return f"t={moment},v1={sealed.hexdigest()}"


class Courier:
    """Takes scans to the one address of the shop."""

    def __init__(self, url: str, secret: str) -> None:
        self._parts, self._secret = urlsplit(url), secret

    def send(self, scan: Scan) -> str:
        """The shop's word for what it did; "later" when the scan waits for another try."""
        outcome = self._post(scan)
        if outcome is None:
            threading.Thread(target=self._again, args=(scan,), daemon=True).start()
            return "later"
        return outcome

    def _again(self, scan: Scan) -> None:
        for pause in PAUSES:
            time.sleep(pause)
            if self._post(scan) is not None:
                return
        log.warning("scan %s was never taken", scan.event_id)

    def _post(self, scan: Scan) -> str | None:
        """None when nobody took it: no answer, or one that is not 2xx."""
        if not self._parts.hostname:
            return "nobody_to_tell"
        secure = self._parts.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        line = kind(self._parts.hostname, self._parts.port, timeout=TIMEOUT)
        headers = {
            "Content-Type": "application/json",
            SIGNATURE_HEADER: sign(self._secret, int(time.time()), scan.body),
        }
        try:
            line.request("POST", self._parts.path or "/", scan.body, headers)
            answer = line.getresponse()
            content = answer.read()
            if not 200 <= answer.status < 300:
                return None
            return str(json.loads(content)["outcome"])
        except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
            return None
        finally:
            line.close()
