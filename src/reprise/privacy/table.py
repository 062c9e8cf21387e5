"""How long an order's name and address are kept, as examples of today: worked out by the function
that is applied."""

from __future__ import annotations

from datetime import date
from typing import Final

from reprise.kernel.money import Money
from reprise.law.fr.personal_data import CONTRACT_LIMIT
from reprise.privacy.rules import Busy, Contract, Delivered, KeptUntil, OrderFacts, kept_until

# What most sellers promise here, so that the examples are not better than what is usual.
WARRANTY_MONTHS: Final = 24


def examples(country: str, today: date) -> dict[str, KeptUntil]:
    """By the code of a case: an order whose last event was today, in a market's country.  Where
    large contracts are kept no longer than small ones, they are one case."""
    small = Money(CONTRACT_LIMIT.minor - 1, CONTRACT_LIMIT.currency)

    def order(total: Money = small, **more: object) -> KeptUntil:
        known: dict[str, object] = {
            "country": country,
            "concluded": today,
            "last_step": today,
            "contracts": (Contract(total=total),),
        }
        return kept_until(OrderFacts(**{**known, **more}))  # type: ignore[arg-type]

    got = (Delivered(on=today, warranty_months=WARRANTY_MONTHS),)
    delivered = {
        "small": order(contracts=(Contract(total=small, delivered=got),)),
        "large": order(contracts=(Contract(total=CONTRACT_LIMIT, delivered=got),)),
    }
    if delivered["small"] == delivered["large"]:
        delivered = {"delivered": delivered["small"]}
    return {
        "busy": order(busy=frozenset({Busy.LINE})),
        "never_paid": order(),
        "let_go": order(let_go=today),
        "refunded": order(refunded=today),
        **delivered,
    }
