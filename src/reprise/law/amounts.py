"""Amounts that stand together in facts: none below zero, all in one currency."""

from __future__ import annotations

from reprise.kernel.money import Money
from reprise.law.provision import Contradiction


def together(**amounts: Money) -> None:
    """Nothing where ``amounts``, by the names of their fields, can stand together.

    Raises Contradiction, which names those below zero, or those of several currencies.
    """
    below = [name for name, amount in amounts.items() if amount.minor < 0]
    if below:
        raise Contradiction("not below zero", *below)
    currencies = {amount.currency for amount in amounts.values()}
    if len(currencies) > 1:
        raise Contradiction(f"one currency, not {' and '.join(sorted(currencies))}", *amounts)
