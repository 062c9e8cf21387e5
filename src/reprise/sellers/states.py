from __future__ import annotations

from enum import Enum


class Role(Enum):
    """What a person may do for a seller."""

    # Everything, also where the money goes.
    MANAGER = "manager"
    # Offers and orders.
    CLERK = "clerk"
