from __future__ import annotations

from enum import Enum


class Subject(Enum):
    """About whom a page is: the buyer of an order, the people of a seller, who has asked something
    about their data, whom a breach touched."""

    ORDER = "order"
    SELLER = "seller"
    ASKER = "asker"
    BREACH = "breach"


class Page(Enum):
    """Pages of the staff room on which somebody's name stands, and a command's list."""

    ORDER = "staff.order"
    # Lists of what an address has bought, and a row of the archive that was opened.
    ORDERS = "staff.orders"
    ARCHIVE = "staff.archive"
    ARCHIVED = "staff.archived"
    SELLER = "staff.seller"
    REQUEST = "staff.request"
    BREACH = "command.breach"
