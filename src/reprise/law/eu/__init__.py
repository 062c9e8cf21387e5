"""Provisions that the Member States have in common."""

from reprise.law.eu import (
    button,
    contract,
    delivery,
    price,
    withdrawal,
    withdrawal_function,
)

__all__ = ["button", "contract", "delivery", "price", "withdrawal", "withdrawal_function"]
