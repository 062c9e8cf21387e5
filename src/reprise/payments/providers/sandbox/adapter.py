"""The sandbox provider in the shop's words.  See README.md."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final, TypeVar
from urllib.parse import quote, urlencode

from reprise.kernel.money import Money
from reprise.payments.providers.base import (
    Answer,
    Charge,
    EntryKind,
    ForgedNotice,
    Notice,
    NoticeKind,
    ProviderStatus,
    ProviderUnavailable,
    Snapshot,
    Started,
    StatementEntry,
    StatementPage,
)
from reprise.payments.providers.sandbox.connection import Connection

T = TypeVar("T")

SIGNATURE: Final = "sandbox-signature"
# How far the sender's clock and ours may be apart before a notice is too old (or too new).
TOLERANCE: Final = timedelta(minutes=5)

# Only what the provider calls differently from us.
STATUS: Final = {"expired": ProviderStatus.CANCELLED}


class SandboxProvider:
    """Implements `reprise.payments.providers.base.Provider`.  Time-outs are in seconds."""

    name = "sandbox"

    def __init__(
        self,
        base_url: str,
        api_key: str,
        webhook_secret: str,
        *,
        connect_timeout: float = 3,
        read_timeout: float = 10,
    ) -> None:
        """Raises ValueError for an address that is not http, or an empty secret."""
        if not webhook_secret:
            raise ValueError("without a webhook secret anybody could send notices")
        self._line = Connection(base_url, api_key, connect_timeout, read_timeout)
        self._secret = webhook_secret.encode()

    @classmethod
    def from_environment(cls) -> SandboxProvider:
        """Set up from SANDBOX_URL, SANDBOX_API_KEY, SANDBOX_WEBHOOK_SECRET.

        SANDBOX_READ_TIMEOUT (seconds) is optional.  Raises KeyError with the missing name.
        """
        return cls(
            os.environ["SANDBOX_URL"],
            os.environ["SANDBOX_API_KEY"],
            os.environ["SANDBOX_WEBHOOK_SECRET"],
            read_timeout=float(os.environ.get("SANDBOX_READ_TIMEOUT", "10")),
        )

    def authorize(self, charge: Charge, key: str) -> Started:
        body = {
            "reference": charge.reference,
            "merchant_reference": charge.merchant_reference,
            **_named(charge.amount),
            "method": str(charge.method),
            "language": charge.language,
            "return_url": charge.return_url,
            "expires_at": charge.expires_at.isoformat(),
        }
        given = self._line.post("/v1/payments", body, key)
        return _read(lambda: Started(provider_ref=given["id"], page_url=given["page"]))

    def capture(self, provider_ref: str, amount: Money, key: str) -> Answer:
        return self._move(provider_ref, "capture", _named(amount), key)

    def release(self, provider_ref: str, key: str) -> Answer:
        return self._move(provider_ref, "release", {}, key)

    def refund(self, provider_ref: str, amount: Money, key: str) -> Answer:
        return self._move(provider_ref, "refunds", _named(amount), key)

    def _move(self, provider_ref: str, verb: str, body: dict[str, Any], key: str) -> Answer:
        given = self._line.post(f"/v1/payments/{quote(provider_ref, safe='')}/{verb}", body, key)
        return _read(lambda: answer_of(given, "refunded" if verb == "refunds" else given["status"]))

    def look_up(self, provider_ref: str) -> Snapshot:
        given = self._line.get(f"/v1/payments/{quote(provider_ref, safe='')}")
        return _read(lambda: snapshot_of(given))

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Notice:
        given = next((v for name, v in headers.items() if name.lower() == SIGNATURE), "")
        parts = dict(part.partition("=")[::2] for part in given.split(","))
        moment, seal = parts.get("t", ""), parts.get("v1", "")
        if not (moment.isascii() and moment.isdecimal() and len(moment) < 12):
            raise ForgedNotice("no signature, or not in the form it has")
        sealed = hmac.new(self._secret, moment.encode() + b"." + body, hashlib.sha256)
        if not hmac.compare_digest(sealed.hexdigest().encode(), seal.encode()):
            raise ForgedNotice("the signature does not fit")
        # Only after the signature: before it, the time is anybody's word.
        if abs(now.timestamp() - int(moment)) > TOLERANCE.total_seconds():
            raise ForgedNotice("the signature is too old")
        try:
            return notice_of(json.loads(body))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
            raise ForgedNotice("signed, but not a notice that we know") from problem

    def statement(self, after: str = "") -> Iterator[StatementPage]:
        more = True
        while more:
            given = self._line.get("/v1/statement?" + urlencode({"after": after}))
            page = _read(partial(page_of, given))
            after, more = page.cursor, bool(given.get("more"))
            if page.entries:
                yield page


def _named(amount: Money) -> dict[str, Any]:
    return {"amount": amount.minor, "currency": amount.currency}


def snapshot_of(given: dict[str, Any]) -> Snapshot:
    """A payment as the provider describes it.  Raises KeyError, ValueError, TypeError."""
    currency = given["currency"]
    return Snapshot(
        provider_ref=given["id"],
        reference=given["reference"],
        status=STATUS.get(given["status"]) or ProviderStatus(given["status"]),
        amount=Money(given["amount"], currency),
        authorised=Money(given["authorised"], currency),
        captured=Money(given["captured"], currency),
        refunded=Money(given["refunded"], currency),
        occurred_at=_moment(given["status_at"]),
    )


def answer_of(given: dict[str, Any], code: str) -> Answer:
    return Answer(code, Money(given["moved"], given["currency"]), snapshot_of(given))


def notice_of(given: dict[str, Any]) -> Notice:
    payment = given["payment"]
    return Notice(
        event_id=given["id"],
        kind=NoticeKind(given["type"]),
        amount=Money(given["amount"], payment["currency"]),
        snapshot=snapshot_of(payment),
    )


def page_of(given: dict[str, Any]) -> StatementPage:
    entries = tuple(
        StatementEntry(
            cursor=entry["cursor"],
            provider_ref=entry["payment"],
            reference=entry["reference"],
            kind=EntryKind(entry["kind"]),
            amount=Money(entry["amount"], entry["currency"]),
            at=_moment(entry["at"]),
        )
        for entry in given["entries"]
    )
    return StatementPage(entries, given["next"])


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment


def _read(make: Callable[[], T]) -> T:
    """What ``make`` reads from an answer.

    An answer that cannot be read says nothing about the effect: ProviderUnavailable.
    """
    try:
        return make()
    except (KeyError, ValueError, TypeError, AttributeError) as problem:
        raise ProviderUnavailable("an answer that cannot be read") from problem
