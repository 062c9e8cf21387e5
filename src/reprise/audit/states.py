from __future__ import annotations

from enum import Enum


class Subject(Enum):
    """About whom a page is: the buyer of an order, the people of a seller, who has asked something
    about their data, whom a breach touched, whom something is held of, whose address was looked
    for."""

    ORDER = "order"
    SELLER = "seller"
    ASKER = "asker"
    BREACH = "breach"
    HOLD = "hold"
    PERSON = "person"


class Page(Enum):
    """Pages of the staff room on which somebody's name stands, and a command's list."""

    ORDER = "staff.order"
    # Lists of what an address has bought, and a row of the archive that was opened.
    ORDERS = "staff.orders"
    ARCHIVE = "staff.archive"
    HOLDS = "staff.holds"
    ARCHIVED = "staff.archived"
    # Something was to be held by an address, which tells whether there is anything of it.
    HOLDING = "staff.holding"
    SELLER = "staff.seller"
    REQUEST = "staff.request"
    BREACH = "command.breach"
