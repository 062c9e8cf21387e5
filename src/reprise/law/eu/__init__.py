"""Provisions that the Member States have in common."""

from reprise.law.eu import (
    button,
    claims,
    contract,
    delivery,
    platform,
    price,
    producers,
    reviews,
    safety,
    trader,
    withdrawal,
    withdrawal_function,
)

__all__ = [
    "button",
    "claims",
    "contract",
    "delivery",
    "platform",
    "price",
    "producers",
    "reviews",
    "safety",
    "trader",
    "withdrawal",
    "withdrawal_function",
]
