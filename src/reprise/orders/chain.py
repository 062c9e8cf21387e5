"""How the order's log is hashed (S49c): SHA-256 over canonical JSON, and of which fields in turn.

Pure, so that what is written and what an outsider checks is one definition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from reprise.kernel.evidence import digest

# What is written now.  A log keeps the format of its first step for what that commits to; the hash
# of a step is the same in each.
FORMAT: Final = 4
FORMATS: Final = frozenset({1, 2, 3, 4})
# Since format 3 a buyer's step names no account: a log is kept for ever, and an account that is the
# same in all of them would tie a person's orders together long after the person was erased.
NAMELESS: Final = 3
BUYER: Final = "buyer"
# Since format 4 what leaves before the rest is agreed under a salt of its own: when both have left,
# the digest stays, nobody can try anything out against it, and the rest is compared (0053).
PARTED: Final = 4
# So begins the number of an order whose own has left.
NUMBERLESS: Final = "N-"
# The verb of a step that commits once more, in format 4, to what the first step of an older log
# committed to.
RESTATE: Final = "restate"

# What the first step commits to, value by value.
ORDER: Final = (
    "id", "reference", "market", "currency", "items", "shipping", "fee", "total", "terms_version",
)  # fmt: skip
CONTRACT: Final = (
    "id", "seller_id", "trader_id", "items", "shipping", "method", "carrier", "days_min",
    "days_max", "dispatch_country", "currency",
)  # fmt: skip
# Since format 2: how it is delivered, until which day at the latest, and who the trader said to be.
CONTRACT_2: Final = (*CONTRACT, "kind", "promised_by")
TRADER: Final = (
    "id", "version", "legal_name", "address", "email", "phone", "register", "register_number",
    "vat_id", "certified_on",
)  # fmt: skip
LINE: Final = (
    "id", "seller_id", "offer_id", "variant_id", "grade", "title", "price", "shipping", "levy",
    "commission", "vat_scheme", "warranty_months", "promise", "currency",
)  # fmt: skip
# Since format 4: the order without its number, a trader without who it is and how it is reached,
# and the digests of these.
ORDER_4: Final = tuple(name for name in ORDER if name != "reference")
TRADER_4: Final = ("id", "version", "certified_on", "identity_digest", "contact_digest")
NUMBER: Final = ("number_salt", "reference")
IDENTITY: Final = (
    "identity_salt", "legal_name", "address", "register", "register_number", "vat_id",
)  # fmt: skip
CONTACT: Final = ("contact_salt", "email", "phone")
# Each of these parts by its name, with the column that has its digest; its salt comes first.
OF_ORDER: Final = {"number": ("number_digest", NUMBER)}
OF_TRADER: Final = {
    "identity": ("identity_digest", IDENTITY), "contact": ("contact_digest", CONTACT),
}  # fmt: skip
# Where something is insured: its total, and of each insured line these.
INSURED: Final = ("id", "premium", "cover")
# What a step's hash covers; an id that there is not is "".
STEP: Final = (
    "format", "order_id", "seq", "seller_id", "line_id", "concern", "from_state", "to_state",
    "verb", "actor_kind", "actor_id", "reason", "basis", "facts_hash", "at", "previous",
)  # fmt: skip
# What a shipping step commits to.
DEVICE: Final = ("salt", "kind", "number")

Facts = Mapping[str, Any]


def step_hash(step: Facts) -> str:
    """What the hash of a step must be."""
    return digest(values(step, STEP))


def names_a_buyer(step: Facts) -> bool:
    """Whether a step names its buyer's account although its format must not (decision 0034)."""
    nameless = step["format"] >= NAMELESS and step["actor_kind"] == BUYER
    return bool(nameless and step["actor_id"])


def contract_fields(format_: int) -> tuple[str, ...]:
    """What the first step commits to of a contract."""
    return CONTRACT if format_ == 1 else CONTRACT_2


def agreed_hash(
    format_: int,
    order: Facts,
    contracts: Sequence[Facts],
    traders: Sequence[Facts],
    lines: Sequence[Facts],
    insurance: Facts | None = None,
) -> str:
    """What the first step of a log, which is of this format, commits to: contracts in the order of
    their sellers' ids, ``traders`` (since format 2) beside them, lines in the order of their
    positions; ``insurance`` (total, lines) only where there is any.  Since format 4 order and
    traders have the digests of their parts."""
    agreed: dict[str, Any] = {
        "order": values(order, ORDER if format_ < PARTED else ORDER_4),
        "contracts": [values(each, contract_fields(format_)) for each in contracts],
        "lines": [values(each, LINE) for each in lines],
    }
    if format_ > 1:
        told = TRADER if format_ < PARTED else TRADER_4
        agreed["traders"] = [values(each, told) for each in traders]
    if format_ >= PARTED:
        agreed["number"] = order["number_digest"]
    if insurance is not None:
        covered = [values(each, INSURED) for each in insurance["lines"]]
        agreed["insurance"] = [insurance["total"], covered]
    return digest(agreed)


def part_hash(facts: Facts, names: Sequence[str]) -> str:
    """The digest of a part that can leave: of its salt and what it says."""
    return digest(values(facts, names))


def part_fits(facts: Facts, part: tuple[str, Sequence[str]]) -> bool:
    """Whether a part says what its digest was made of; one whose salt has left says nothing."""
    column, (salt, *names) = part
    if facts[salt]:
        return bool(part_hash(facts, (salt, *names)) == facts[column])
    if salt == NUMBER[0]:
        return str(facts["reference"]).startswith(NUMBERLESS)
    return not any(facts[name] for name in names)


def parts_of(agreed: Facts) -> list[tuple[str, Facts, tuple[str, Sequence[str]]]]:
    """Every part that can leave of what a document says was agreed: name, facts, definition."""
    orders = [agreed["order"]] if "order" in agreed else []
    traders = agreed["traders"] if "traders" in agreed else [agreed["trader"]]
    return [
        (name, facts, part)
        for some, parts in ((orders, OF_ORDER), (traders, OF_TRADER))
        for facts in some
        for name, part in parts.items()
    ]


def left(agreed: Facts) -> list[str]:
    """The names of the parts of which one has left, sorted."""
    return sorted({name for name, facts, (_, names) in parts_of(agreed) if not facts[names[0]]})


def device_hash(device: Facts) -> str:
    """What the step that shipped a device commits to; the salt keeps numbers from being guessed."""
    return digest(values(device, DEVICE))


def times_hash(*times: datetime | None) -> str:
    """What a step commits to that gives somebody time: the one that asks the sellers, to until when
    they answer, when the buyer paid and until when that is held; the one that makes a sale final,
    to until when the device is sent.  Each in UTC to the microsecond; "" where there is none.

    Logs of before commit to no times, so what has none is not compared (`books.dates`).
    """
    told = (
        each.astimezone(UTC).isoformat(timespec="microseconds") if each else "" for each in times
    )
    return digest(list(told))


def values(facts: Facts, names: Sequence[str]) -> list[Any]:
    return [facts[name] for name in names]
