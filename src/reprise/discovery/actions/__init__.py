"""What changes here: the buy box, the shelves, the counts."""

from reprise.discovery.actions.counts import forget_sales, forget_sales_of, note_sale, recount
from reprise.discovery.actions.projections import (
    rank_anew,
    rebuild,
    refresh,
    refresh_seller,
)

__all__ = [
    "forget_sales",
    "forget_sales_of",
    "note_sale",
    "rank_anew",
    "rebuild",
    "recount",
    "refresh",
    "refresh_seller",
]
