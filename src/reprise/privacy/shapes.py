"""What a text may look like in rows that nobody can delete: never what a person has typed.

The running role may add such rows and perhaps change some columns, not take them away (decision
0004), so a name that got into one would stay.  Each text column of these tables has a shape here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

# Of one row's value, every text in it must match, names of an object as well.
_CODE = r"[a-z0-9_.:]*"
_UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"


class Shape(Enum):
    """A regular expression that a whole text matches."""

    # A word of our own, or a rule's number.
    CODE = rf"{_CODE}|S\d+[a-z]?"
    # Codes and ids, joined: what makes a row or a call one.
    KEY = rf"({_CODE}|{_UUID})*"
    COUNTRY = r"[A-Z]{2}"
    CURRENCY = r"[A-Z]{3}"
    HASH = r"([0-9a-f]{64})?"
    SALT = r"[0-9a-f]{32}"
    SALT_OR_NONE = r"([0-9a-f]{32})?"
    REFERENCE = r"[BNRP]-[A-Z0-9]{8}(-\d{2})?"
    BADGE = r"(S-[A-Z0-9]{8})?"
    LOCALE = r"[a-z]{2}-[a-z]{2}"
    # As PostgreSQL writes bytes: sealed, or hashed with a key.
    BYTES = r"\\x[0-9a-f]*"
    # Numbers that others gave: a carrier, a provider, a maker.
    NUMBER = r"[A-Za-z0-9_.:+/-]*"
    # What a key outside the database has sealed.
    SEALED = r"([1-9][0-9]*:[0-9a-f]+)?"
    LAST4 = r"[0-9A-Z]{4}"
    # Words of the catalogue: made by us from a device's own rows.
    CATALOGUE = r"[^@\n]*"
    # What an insurer says of itself, as it stands in our code.
    INSURER = r".*"
    # What a check of the books found: written by us, about rows.
    FINDING = r"[^@]*"


# What a trader has typed of itself, and an address until it is decided: both are emptied in their
# time (`ends.ENDS`, decisions 0055 and 0066).
TYPED: Final = frozenset({"privacy_proposal", "sellers_seller", "sellers_trader"})
TEXTS: Final = {
    "audience_month": {"markets": Shape.CODE},
    "audit_badge": {"badge": Shape.BADGE},
    "audit_sought": {"person": Shape.BYTES},
    "audit_look": {"page": Shape.CODE, "subject": Shape.CODE, "seal": Shape.HASH},
    "books_audit": {"state": Shape.CODE, "outcomes": Shape.FINDING},
    "consent_partneract": {
        "verb": Shape.CODE, "reason": Shape.CODE, "audit_evidence": Shape.HASH,
        "badge": Shape.BADGE,
    },
    "consent_purge": {"report": Shape.NUMBER, "digest": Shape.HASH, "seal": Shape.HASH},
    "consent_purgebatch": {"collector": Shape.NUMBER, "left": Shape.HASH},
    "consent_voided": {"reason": Shape.CODE},
    "discovery_decision": {
        "market": Shape.CODE, "grade": Shape.CODE, "config_version": Shape.NUMBER,
        "inputs": Shape.NUMBER, "result": Shape.NUMBER,
    },
    "ledger_account": {
        "market": Shape.CODE, "currency": Shape.CURRENCY, "kind": Shape.CODE, "holder": Shape.CODE,
    },
    "ledger_booking": {"market": Shape.CODE, "currency": Shape.CURRENCY, "phase": Shape.CODE},
    "ledger_closing": {"market": Shape.CODE, "currency": Shape.CURRENCY},
    "ledger_transfer": {
        "market": Shape.CODE, "currency": Shape.CURRENCY, "phase": Shape.CODE,
        "settles_phase": Shape.CODE, "key": Shape.KEY, "code": Shape.CODE,
    },
    "notifications_message": {
        "key": Shape.KEY, "template": Shape.CODE, "audience": Shape.CODE,
    },
    "offers_stockmovement": {"kind": Shape.CODE},
    "orders_line": {
        "market": Shape.CODE, "grade": Shape.CODE, "title": Shape.CATALOGUE,
        "currency": Shape.CURRENCY, "vat_scheme": Shape.CODE, "promise": Shape.NUMBER,
        "state": Shape.CODE, "cover": Shape.INSURER,
    },
    "orders_linedevice": {"kind": Shape.CODE, "number": Shape.NUMBER, "salt": Shape.SALT},
    "orders_order": {
        "reference": Shape.REFERENCE, "market": Shape.CODE, "language": Shape.CODE,
        "currency": Shape.CURRENCY, "terms_version": Shape.NUMBER, "request_digest": Shape.HASH,
        "number_salt": Shape.SALT_OR_NONE, "number_digest": Shape.HASH,
    },
    "orders_said": {
        "identity_digest": Shape.HASH, "identity_salt": Shape.SALT_OR_NONE,
        "contact_digest": Shape.HASH, "contact_salt": Shape.SALT_OR_NONE,
    },
    "orders_sellerorder": {
        "market": Shape.CODE, "reference": Shape.REFERENCE, "currency": Shape.CURRENCY,
        "method": Shape.CODE, "carrier": Shape.CODE, "kind": Shape.CODE,
        "dispatch_country": Shape.COUNTRY,
    },
    "orders_step": {
        "concern": Shape.CODE, "from_state": Shape.CODE, "to_state": Shape.CODE,
        "verb": Shape.CODE, "actor_kind": Shape.CODE, "reason": Shape.CODE, "basis": Shape.CODE,
        "facts_hash": Shape.HASH, "previous": Shape.HASH, "hash": Shape.HASH,
    },
    "outbox_delivery": {"listener": Shape.CODE},
    "outbox_event": {"kind": Shape.NUMBER, "payload": Shape.NUMBER},
    "payments_instruction": {
        "verb": Shape.CODE, "key": Shape.KEY, "parts": Shape.KEY, "state": Shape.CODE,
        "answer": Shape.CODE, "provider_ref": Shape.NUMBER,
    },
    "payments_notice": {
        "provider": Shape.CODE, "event_id": Shape.NUMBER, "kind": Shape.CODE,
        "provider_ref": Shape.NUMBER, "reference": Shape.KEY, "currency": Shape.CURRENCY,
        "outcome": Shape.CODE,
    },
    "payments_part": {"market": Shape.CODE, "currency": Shape.CURRENCY},
    "payments_payment": {
        "market": Shape.CODE, "currency": Shape.CURRENCY, "method": Shape.CODE,
        "provider": Shape.CODE, "state": Shape.CODE, "provider_ref": Shape.NUMBER,
    },
    "privacy_act": {
        "holding": Shape.CODE, "verb": Shape.CODE, "basis": Shape.CODE, "actor_kind": Shape.CODE,
        "reason": Shape.CODE, "badge": Shape.BADGE,
    },
    "privacy_archived": {
        "sealed": Shape.BYTES, "basis": Shape.CODE, "persons": Shape.BYTES, "owner": Shape.BYTES,
        "account": Shape.BYTES, "proof": Shape.BYTES,
    },
    "privacy_brake": {
        "holding": Shape.CODE, "state": Shape.CODE, "cause": Shape.CODE, "badge": Shape.BADGE,
    },
    "privacy_breach": {
        "reference": Shape.REFERENCE, "kinds": Shape.CODE, "scope": Shape.CODE,
        "holdings": Shape.CODE, "orders_digest": Shape.HASH, "counts": Shape.CODE,
    },
    "privacy_breachact": {
        "verb": Shape.CODE, "risk": Shape.CODE, "spared": Shape.CODE, "digest": Shape.HASH,
    },
    "privacy_entry": {"late_why": Shape.CODE},
    "privacy_hold": {
        "person": Shape.BYTES, "account": Shape.BYTES, "kind": Shape.CODE, "by": Shape.CODE,
        "lifting_why": Shape.CODE, "untold_why": Shape.CODE,
    },
    "privacy_proposal": {"shown_by": Shape.CODE, "state": Shape.CODE},
    "privacy_request": {
        "reference": Shape.REFERENCE, "kind": Shape.CODE, "locale": Shape.LOCALE,
        "extension_reason": Shape.CODE, "state": Shape.CODE, "outcome": Shape.CODE,
    },
    "privacy_sellercopy": {"market": Shape.CODE, "confirmed_how": Shape.CODE},
    "privacy_yearkey": {"check_value": Shape.CODE},
    "sellers_member": {"role": Shape.CODE},
    "sellers_paymentaccount": {"number": Shape.SEALED, "last4": Shape.LAST4},
    "sellers_seller": {"country": Shape.COUNTRY, "language": Shape.CODE},
    "shipping_number": {"carrier": Shape.CODE, "tracking": Shape.NUMBER},
    "shipping_scan": {
        "carrier": Shape.CODE, "event_id": Shape.NUMBER, "kind": Shape.CODE, "outcome": Shape.CODE,
        "tracking": Shape.NUMBER,
    },
    "shipping_shipment": {
        "market": Shape.CODE, "carrier": Shape.CODE, "tracking": Shape.NUMBER, "state": Shape.CODE,
    },
}  # fmt: skip


def texts(value: Any) -> Iterator[str]:
    """Every text in a value of a row: itself, or the names and leaves of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield name
            yield from texts(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from texts(inside)


def misshapen(shape: Shape, value: Any) -> list[str]:
    """The texts in ``value`` that are not as they must be."""
    return [text for text in texts(value) if not re.fullmatch(shape.value, text)]
