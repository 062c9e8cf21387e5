"""Who sees what of a buyer, and until when (decision 0042).

What stands here is shown on the privacy page and written into the reference; tests read every page
of a room, every label and every charge with a buyer of their own and compare.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.provision import Sentence
from reprise.privacy import recipients_words as say

NAME: Final = frozenset({"orders_contact.name"})
ADDRESS: Final = frozenset(
    f"orders_contact.{each}" for each in ("street", "extra", "postcode", "town", "country")
)
PHONE: Final = frozenset({"orders_contact.phone"})
EMAIL: Final = frozenset({"orders_contact.email"})
POINT: Final = frozenset(
    f"orders_deliverypoint.{each}"
    for each in ("carrier", "code", "name", "street", "postcode", "town", "country")
)
DEVICE: Final = frozenset({"orders_linedevice.kind", "orders_linedevice.number"})
# Numbers and amounts: what was bought stands there, not by whom.
SALE: Final = frozenset(
    {"orders_order.reference", "orders_order.language", "payments_payment.amount",
     "payments_payment.method", "payments_payment.reference"}
)  # fmt: skip


class Who(Enum):
    SELLER = "seller"
    CARRIER = "carrier"
    PROVIDER = "provider"
    INSURER = "insurer"
    STAFF = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """``columns`` of the register is all that ``who`` is given; ``said``: who, what of it, until
    when."""

    who: Who
    columns: frozenset[str]
    said: tuple[Sentence, Sentence, Sentence]


SIGHTS: Final = (
    Sight(who=Who.SELLER, columns=NAME | ADDRESS | PHONE | POINT | DEVICE, said=say.SELLER),
    Sight(who=Who.CARRIER, columns=NAME | ADDRESS | PHONE | POINT, said=say.CARRIER),
    Sight(who=Who.PROVIDER, columns=SALE, said=say.PROVIDER),
    Sight(who=Who.INSURER, columns=frozenset(), said=say.INSURER),
    Sight(
        who=Who.STAFF,
        columns=NAME | ADDRESS | PHONE | EMAIL | POINT | DEVICE | SALE,
        said=say.STAFF,
    ),
)


def sight_of(who: Who) -> Sight:
    return next(each for each in SIGHTS if each.who is who)


def markdown() -> str:
    """The table as the reference holds it."""
    lines = [
        "# Who sees what of a buyer",
        "",
        "Written by `reprise recipients` from `src/reprise/privacy/recipients.py`, which tests"
        " compare with the pages, labels and charges (decision 0042).",
        "",
        "| who | what | until when | columns |",
        "|---|---|---|---|",
    ]
    for each in SIGHTS:
        who, what, until = (sentence.en for sentence in each.said)
        columns = ", ".join(f"`{name}`" for name in sorted(each.columns))
        lines.append(f"| {who} | {what} | {until} | {columns} |")
    return "\n".join(lines)
