"""France."""

from reprise.law.fr import (
    conformity,
    contract,
    e_invoicing,
    guarantee,
    hidden_defects,
    personal_data,
    price,
    private_copy,
    producers,
    refurbished,
    reviews,
    trackers,
    used_goods,
)

__all__ = [
    "conformity",
    "contract",
    "e_invoicing",
    "guarantee",
    "hidden_defects",
    "personal_data",
    "price",
    "private_copy",
    "producers",
    "refurbished",
    "reviews",
    "trackers",
    "used_goods",
]
