from __future__ import annotations

from enum import Enum


class Subject(Enum):
    """About whom a page is: the buyer of an order, a seller's people, whom a breach touched."""

    ORDER = "order"
    SELLER = "seller"
    BREACH = "breach"


class Page(Enum):
    """Pages of the staff room on which somebody's name stands, and a command's list."""

    ORDER = "staff.order"
    SELLER = "staff.seller"
    BREACH = "command.breach"
