"""How the order's log is hashed (S49c): SHA-256 over canonical JSON, and of which fields in turn.

Pure, so that what is written and what an outsider checks is one definition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reprise.kernel.evidence import digest

# What is written now.  A log keeps the format of its first step for what that commits to; the hash
# of a step is the same in each.
FORMAT: Final = 3
FORMATS: Final = frozenset({1, 2, 3})
# Since format 3 a buyer's step names no account: a log is kept for ever, and an account that is the
# same in all of them would tie a person's orders together long after the person was erased.
NAMELESS: Final = 3
BUYER: Final = "buyer"

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
    positions; ``insurance`` (total, lines) only where there is any."""
    agreed: dict[str, Any] = {
        "order": values(order, ORDER),
        "contracts": [values(each, contract_fields(format_)) for each in contracts],
        "lines": [values(each, LINE) for each in lines],
    }
    if format_ > 1:
        agreed["traders"] = [values(each, TRADER) for each in traders]
    if insurance is not None:
        covered = [values(each, INSURED) for each in insurance["lines"]]
        agreed["insurance"] = [insurance["total"], covered]
    return digest(agreed)


def device_hash(device: Facts) -> str:
    """What the step that shipped a device commits to; the salt keeps numbers from being guessed."""
    return digest(values(device, DEVICE))


def values(facts: Facts, names: Sequence[str]) -> list[Any]:
    return [facts[name] for name in names]
