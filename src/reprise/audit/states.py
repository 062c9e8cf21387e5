from __future__ import annotations

from enum import Enum


class Subject(Enum):
    """About whom a page is: the buyer of an order, the people of a seller, who has asked something
    about their data."""

    ORDER = "order"
    SELLER = "seller"
    ASKER = "asker"


class Page(Enum):
    """Pages of the staff room on which somebody's name stands."""

    ORDER = "staff.order"
    SELLER = "staff.seller"
    REQUEST = "staff.request"
