"""The JSON that goes over the wire: strict in, one shape out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from reprise.kernel.money import MINOR_UNITS
from reprise.sandbox.payment.rules import Payment, Refused
from reprise.sandbox.payment.states import Method

LARGEST: Final = 1_000_000_000_000
LANGUAGE: Final = re.compile(r"(fr|nl|de|en)(-[A-Za-z]{2})?")
REFERENCE: Final = re.compile(r"[A-Za-z0-9._:-]{1,100}")
# A path of the shop: one slash first, so that "//elsewhere" and "/\elsewhere" are not taken.
RETURN_PATH: Final = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,1000}")
RETURN_URL: Final = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(/[\x21-\x5b\x5d-\x7e]{0,1000})?")


@dataclass(frozen=True, slots=True)
class NewPayment:
    reference: str
    amount: int
    currency: str
    method: Method
    language: str
    return_url: str
    expires_at: datetime
    merchant_reference: str = ""


def _wrong(field: str, code: str, message: str) -> Refused:
    return Refused(422, code, message, field)


def _reference(field: str) -> Callable[[Any], str]:
    def read_reference(value: Any) -> str:
        if not isinstance(value, str) or not REFERENCE.fullmatch(value):
            raise _wrong(field, f"invalid_{field}", "1 to 100 of A-Z a-z 0-9 . _ : -")
        return value

    return read_reference


def _amount(value: Any) -> int:
    if type(value) is not int:
        raise _wrong("amount", "invalid_amount", "an integer of minor units")
    if not 0 < value <= LARGEST:
        raise _wrong("amount", "invalid_amount", f"from 1 to {LARGEST}")
    return value


def _currency(value: Any) -> str:
    if not isinstance(value, str) or value not in MINOR_UNITS:
        raise _wrong("currency", "unknown_currency", "a currency code in capitals")
    return value


def _method(value: Any) -> Method:
    try:
        return Method(value)
    except ValueError:
        raise _wrong("method", "unknown_method", "card, bancontact or ideal") from None


def _language(value: Any) -> str:
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        raise _wrong("language", "unknown_language", "fr, nl, de or en, with a country or not")
    return value


def _return_url(value: Any) -> str:
    if isinstance(value, str) and (RETURN_PATH.fullmatch(value) or RETURN_URL.fullmatch(value)):
        return value
    raise _wrong("return_url", "invalid_return_url", "a path of the shop, or an http address")


def _time(field: str) -> Callable[[Any], datetime]:
    def read_time(value: Any) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError):
            raise _wrong(field, "invalid_time", "an ISO 8601 time with its zone") from None
        if moment.tzinfo is None:
            raise _wrong(field, "invalid_time", "the time has no zone")
        return moment

    return read_time


CREATE: Final[dict[str, Callable[[Any], Any]]] = {
    "reference": _reference("reference"),
    "merchant_reference": _reference("merchant_reference"),
    "amount": _amount,
    "currency": _currency,
    "method": _method,
    "language": _language,
    "return_url": _return_url,
    "expires_at": _time("expires_at"),
}
AMOUNT: Final[dict[str, Callable[[Any], Any]]] = {"amount": _amount, "currency": _currency}
CLOCK: Final[dict[str, Callable[[Any], Any]]] = {"now": _time("now")}
# Who names the currency of a capture or refund is protected from a mix-up; nobody has to.
OPTIONAL: Final = frozenset({"currency"})
# Shown to the buyer instead of the reference.
OPTIONAL_AT_FIRST: Final = frozenset({"merchant_reference"})
NOTHING: Final[dict[str, Callable[[Any], Any]]] = {}


def read(
    body: bytes,
    shape: Mapping[str, Callable[[Any], Any]],
    optional: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """The fields of a request body, each one checked.  Raises Refused: 400 no JSON, 422 the rest.

    Every field of ``shape`` is needed but the ``optional`` ones, and no other is taken.
    """
    try:
        given = json.loads(body or b"{}", object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Refused(400, "invalid_json", "the body is not JSON") from None
    if not isinstance(given, dict):
        raise Refused(422, "invalid_body", "the body is not an object")
    for name in given:
        if name not in shape:
            raise _wrong(name[:100], "unknown_field", "no such field")
    for name in shape:
        if name not in given and name not in optional:
            raise _wrong(name, "missing_field", "the field is needed")
    return {name: check(given[name]) for name, check in shape.items() if name in given}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field was given twice")
    return found


def snapshot(payment: Payment) -> dict[str, Any]:
    """What everybody is told about a payment; amounts in minor units, times in ISO 8601."""
    until = payment.authorised_until
    return {
        "id": payment.id,
        "reference": payment.reference,
        "status": payment.status.value,
        "method": payment.method.value,
        "amount": payment.amount,
        "currency": payment.currency,
        "authorised": payment.authorised,
        "captured": payment.captured,
        "refunded": payment.refunded,
        "card_last4": payment.last4 or None,
        "created_at": _moment(payment.created_at),
        "status_at": _moment(payment.status_at),
        "authorised_until": _moment(until) if until else None,
        "expires_at": _moment(payment.expires_at),
    }


def _moment(moment: datetime) -> str:
    # A connection may show times in its own zone; an answer reads the same everywhere.
    return moment.astimezone(UTC).isoformat()


def refusal(problem: Refused) -> str:
    """The body of an answer that says no."""
    error = {"code": problem.code, "message": problem.message}
    if problem.field:
        error["field"] = problem.field
    return json.dumps({"error": error})
