"""The link by which a guest opens an order: a capability, not a guessable number.

It opens the order for ninety days after the last thing that happened to it, or after the link
itself was sent, whichever is later.  A link that is older opens nothing but a page that sends a
new one to the order's own address: so an old e-mail in other hands is of no use.  So it is with
every link that was made before the order got another e-mail address, or before its buyer's account
was secured, on the same day too (`Order.links_ended`).

When name and address have left the shop for the archive there is no address to send it to.  Then
the buyer, whose guarantees last for years, gets in by a letter about their rights (decision 0040):
it goes to the address that they type, and finds the archive by it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils.crypto import constant_time_compare, salted_hmac

from reprise.kernel.reference import parse_reference
from reprise.kernel.refusal import Refusal
from reprise.orders.models import Order, Step

OPENS_FOR: Final = timedelta(days=90)
_SALT: Final = "reprise.orders.access"
_BEGIN: Final = date(2026, 1, 1)


class LinkOver(Refusal):
    """The link is genuine and too old; ``order`` is what it led to."""

    code = "order_link_over"
    message = "This link is too old to open an order. Ask for a new one; it comes by e-mail."
    status = 410

    def __init__(self, order: Order) -> None:
        super().__init__()
        self.order = order


def token(order: Order, sent_on: date | None = None) -> str:
    """128 bits that only the shop and whoever it sent the link to know, after the day on which
    the link was sent, if it was asked for, and how often the links had been ended by then."""
    return _token(order.id, sent_on, order.links_ended)


def _token(order_id: UUID, sent_on: date | None, ended: int) -> str:
    day = "" if sent_on is None else f"{(sent_on - _BEGIN).days:x}"
    named = f"{day}-{ended:x}" if ended else day
    about = f"{order_id}-{named}" if named else str(order_id)
    secret = salted_hmac(_SALT, about, algorithm="sha256").hexdigest()[:32]
    return f"{named}-{secret}" if named else secret


def locale_of(order: Order) -> str:
    """The language and the market in which it was placed."""
    return f"{order.language}-{order.market}"


def path(order: Order, sent_on: date | None = None) -> str:
    """Where the order is shown, in the language it was placed in."""
    return f"/{locale_of(order)}/orders/{order.reference}/{token(order, sent_on)}/"


def opened(reference: str, given: str, now: datetime) -> Order:
    """The order that a link opens.  One statement.

    Raises Order.DoesNotExist for a link that was never ours, LinkOver for one that is too old or
    was ended.
    """
    last = Step.objects.filter(order_id=OuterRef("id")).order_by("-seq").values("at")[:1]
    order = Order.objects.annotate(last_at=Subquery(last)).get(
        reference=parse_reference(reference, "R")
    )
    sent_on, ended = _named(given)
    if not constant_time_compare(_token(order.id, sent_on, ended), given):
        raise Order.DoesNotExist
    since = order.last_at or order.placed_at
    if sent_on is not None:
        since = max(since, datetime(sent_on.year, sent_on.month, sent_on.day, tzinfo=UTC))
    if ended != order.links_ended or now >= since + OPENS_FOR:
        raise LinkOver(order)
    return order


def _named(given: str) -> tuple[date | None, int]:
    """The day that a token names, and how many ends of links; (None, 0) when that can be none."""
    match given.split("-"):
        case [day, _]:
            ended = "0"
        case [day, ended, _]:
            pass
        case _:
            return None, 0
    if len(day) > 5 or len(ended) > 8:
        return None, 0
    try:
        return _BEGIN + timedelta(days=int(day, 16)) if day else None, int(ended, 16)
    except (ValueError, OverflowError):
        return None, 0
