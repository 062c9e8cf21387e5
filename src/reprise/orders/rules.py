"""How long a seller sees whom it sells to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from reprise.law.eu.withdrawal import DAYS, RETURN_DAYS
from reprise.orders.states import LineState

# The operator's rule, made of the law's two periods: as long as the buyer may change their mind and
# send the device back.  Whoever needs the seller later, under the guarantee, says who they are.
SELLER_SEES_DAYS: Final = DAYS + RETURN_DAYS
_TO_SEND: Final = frozenset({LineState.SOLD, LineState.CAME_BACK, LineState.SHIPPED})


def seller_sees_buyer(lines: Iterable[tuple[LineState, datetime]], now: datetime) -> bool:
    """Whether a seller is shown name and address: while there is something to send, and until
    `SELLER_SEES_DAYS` after the last delivery.  Each line: its state, and since when."""
    known = list(lines)
    if any(state in _TO_SEND for state, _ in known):
        return True
    delivered = [since for state, since in known if state is LineState.DELIVERED]
    return bool(delivered) and now <= max(delivered) + timedelta(days=SELLER_SEES_DAYS)
