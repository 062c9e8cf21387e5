from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from types import MappingProxyType

from reprise.kernel.machine import Machine
from reprise.orders.chain import RESTATE


class LineState(Enum):
    RESERVED = "reserved"
    EXPIRED = "expired"
    PAID = "paid"
    REFUSED = "refused"
    LAPSED = "lapsed"
    ACCEPTED = "accepted"
    CANCELLED = "cancelled"
    SOLD = "sold"
    CAME_BACK = "came_back"
    SHIPPED = "shipped"
    DELIVERED = "delivered"


class LineVerb(Enum):
    PLACE = "place"  # how a line begins; no state leads there, so the table has no step for it
    PAY = "pay"
    EXPIRE = "expire"
    ACCEPT = "accept"
    REFUSE = "refuse"
    LAPSE = "lapse"
    COLLECT = "collect"
    FAIL = "fail"
    SHIP = "ship"
    COME_BACK = "come_back"
    CALL_OFF = "call_off"
    DELIVER = "deliver"


_S, _V = LineState, LineVerb
LINE = Machine(
    "line",
    _S.RESERVED,
    MappingProxyType(
        {
            (_S.RESERVED, _V.PAY): _S.PAID,
            (_S.RESERVED, _V.EXPIRE): _S.EXPIRED,
            (_S.EXPIRED, _V.PAY): _S.PAID,
            (_S.PAID, _V.ACCEPT): _S.ACCEPTED,
            (_S.PAID, _V.REFUSE): _S.REFUSED,
            (_S.PAID, _V.LAPSE): _S.LAPSED,
            (_S.PAID, _V.FAIL): _S.CANCELLED,
            (_S.ACCEPTED, _V.COLLECT): _S.SOLD,
            (_S.ACCEPTED, _V.FAIL): _S.CANCELLED,
            (_S.SOLD, _V.SHIP): _S.SHIPPED,
            (_S.SHIPPED, _V.DELIVER): _S.DELIVERED,
            # Nobody took the parcel: it is sent again, or the money goes back (S49).
            (_S.SHIPPED, _V.COME_BACK): _S.CAME_BACK,
            (_S.CAME_BACK, _V.SHIP): _S.SHIPPED,
            (_S.CAME_BACK, _V.CALL_OFF): _S.CANCELLED,
        }
    ),
)


class RefundVerb(Enum):
    """What somebody does about a refund of an order; the refund itself lives in `payments`."""

    ASK_AGAIN = "ask_again"
    # It was refused, and the provider has sent the money all the same.
    FIND_SENT = "find_sent"


class ParcelVerb(Enum):
    """What somebody does about a parcel of an order; the parcel itself lives in `shipping`."""

    # The carrier's doubtful messages are about it.
    VOUCH = "vouch"
    # It has another number than the one that was typed before.
    RENUMBER = "renumber"


class LogVerb(Enum):
    """What is done to the log itself."""

    # What was agreed is committed to once more, before a part of it leaves (decision 0053).
    RESTATE = RESTATE


class LogState(Enum):
    RESTATED = "restated"


# A unit of stock is taken while its line is in one of these.
HOLDS_STOCK = frozenset(
    {_S.RESERVED, _S.PAID, _S.ACCEPTED, _S.SOLD, _S.CAME_BACK, _S.SHIPPED, _S.DELIVERED}
)
# The buyer's money for these is here, or held, and neither earned nor owed back.
IN_FLIGHT = HOLDS_STOCK - {_S.DELIVERED}
# Nothing more happens to these in this part of their life.
FINISHED = frozenset({_S.EXPIRED, _S.REFUSED, _S.LAPSED, _S.CANCELLED, _S.DELIVERED})


class OrderStatus(Enum):
    """What a buyer reads: derived from the lines, never stored."""

    AWAITING_PAYMENT = "awaiting_payment"
    EXPIRED = "expired"
    AWAITING_SELLER = "awaiting_seller"
    CANCELLED = "cancelled"
    PREPARING = "preparing"
    CAME_BACK = "came_back"
    SHIPPED = "shipped"
    DELIVERED = "delivered"


# The live states that an order can wait in, the slowest first.
_PACE = tuple(state for state in LineState if state not in FINISHED or state is _S.DELIVERED)
_STATUS = {
    _S.RESERVED: OrderStatus.AWAITING_PAYMENT,
    _S.PAID: OrderStatus.AWAITING_SELLER,
    _S.ACCEPTED: OrderStatus.AWAITING_SELLER,
    _S.SOLD: OrderStatus.PREPARING,
    _S.CAME_BACK: OrderStatus.CAME_BACK,
    _S.SHIPPED: OrderStatus.SHIPPED,
    _S.DELIVERED: OrderStatus.DELIVERED,
}


def status(states: Collection[LineState]) -> OrderStatus:
    """The status of an order with lines in these states (at least one)."""
    live = [state for state in states if state in _PACE]
    if not live:
        only_expired = all(state is _S.EXPIRED for state in states)
        return OrderStatus.EXPIRED if only_expired else OrderStatus.CANCELLED
    return _STATUS[min(live, key=_PACE.index)]


def lines_of_status(wanted: OrderStatus) -> tuple[frozenset[LineState], frozenset[LineState]]:
    """How an order is found by its status: it has a line in one of the first, none in the second.

    The same statement as :func:`status`, for a database that keeps lines and no status.
    """
    if wanted is OrderStatus.EXPIRED:
        return frozenset({_S.EXPIRED}), frozenset(LineState) - {_S.EXPIRED}
    if wanted is OrderStatus.CANCELLED:
        return FINISHED - {_S.EXPIRED, _S.DELIVERED}, frozenset(_PACE)
    some = frozenset(state for state, each in _STATUS.items() if each is wanted)
    slower = _PACE[: min(map(_PACE.index, some))]
    return some, frozenset(slower)
