from __future__ import annotations

from enum import Enum


class Criterion(Enum):
    """What went wrong with a seller's orders, in the order of importance (S14).

    The values are those of `sellers_qualityrate.criterion`.
    """

    AESTHETIC_DEFECT = "aesthetic_defect"
    WRONG_PRODUCT = "wrong_product"
    DEFECTIVE_PRODUCT = "defective_product"
    WRONG_ACCESSORIES = "wrong_accessories"
    LATE_DELIVERY = "late_delivery"


class Sort(Enum):
    """How a list is ordered (S11, S12).  `MATCH` exists for a search only."""

    POPULAR = "popular"
    PRICE_ASC = "price_asc"
    PRICE_DESC = "price_desc"
    MATCH = "match"
