from __future__ import annotations

from enum import Enum


class Subject(Enum):
    """About whom a page is: the buyer of an order, the people of a seller, who has asked something
    about their data, whom a breach touched, whom something is held of, whose address was looked
    for; a file that is about what the marketplace itself did."""

    ORDER = "order"
    SELLER = "seller"
    ASKER = "asker"
    BREACH = "breach"
    HOLD = "hold"
    PERSON = "person"
    HOUSE = "house"


class Page(Enum):
    """Pages of the staff room on which somebody's name stands, a command's list, and files."""

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
    # Supervisors ask who was shown something of somebody, or looked for them.
    LOOKERS = "staff.lookers"
    BREACH = "command.breach"
    # Files of evidence that were handed out.
    ORDER_FILE = "staff.order_file"
    BREACH_FILE = "staff.breach_file"
    REQUEST_FILE = "staff.request_file"
    COPIES_FILE = "staff.copies_file"
    NIGHTS_FILE = "staff.nights_file"
    PARTNER_FILE = "staff.partner_file"
    CONSENTS_FILE = "staff.consents_file"
    # What a seller has earned, for one who sees no page of ours any more.
    STATEMENT_FILE = "staff.statement_file"
