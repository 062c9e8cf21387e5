from __future__ import annotations

from enum import Enum


class Subject(Enum):
    """About whom a page is: the buyer of an order, the people of a seller."""

    ORDER = "order"
    SELLER = "seller"


class Page(Enum):
    """Pages of the staff room on which somebody's name stands."""

    ORDER = "staff.order"
    SELLER = "staff.seller"
