"""France."""

from reprise.law.fr import (
    conformity,
    contract,
    guarantee,
    hidden_defects,
    personal_data,
    price,
    private_copy,
    producers,
    refurbished,
    reviews,
    trackers,
)

__all__ = [
    "conformity",
    "contract",
    "guarantee",
    "hidden_defects",
    "personal_data",
    "price",
    "private_copy",
    "producers",
    "refurbished",
    "reviews",
    "trackers",
]
