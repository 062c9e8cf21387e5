"""Something in an order's name or address was wrong (Regulation (EU) 2016/679, art. 16)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.db import transaction

from reprise.kernel.refusal import Refusal
from reprise.orders.actions.base import in_state, lines_of, locked
from reprise.orders.actions.link import end_links
from reprise.orders.contact import BuyerErased
from reprise.orders.models import Contact
from reprise.orders.states import LineState

# The country is the market's, and the buyer's account is not what anybody types.
CORRECTED: Final = ("name", "email", "phone", "street", "extra", "postcode", "town")


class AlreadySent(Refusal):
    code = "contact_already_sent"
    message = (
        "A parcel of this order has a label already, so its name and address are not changed any"
        " more: it could lead the parcel elsewhere. Nothing was changed."
    )


class NotAGuests(Refusal):
    code = "contact_not_a_guests"
    message = (
        "An account has bought this order. Whoever signs in to it asks for the correction there, so"
        " nobody else says that the address is wrong. Nothing was changed."
    )


@transaction.atomic
def correct(order_id: UUID, values: Mapping[str, str]) -> tuple[str, ...]:
    """Change name and address, before anything was sent; which of them have changed.  ``values``
    are those of `CORRECTED`.  With another e-mail address every link to it is over: who reads the
    mail of the one that stood there is not to read the one that is right.

    Whoever calls it writes to the address that stood there before.  Raises Order.DoesNotExist,
    AlreadySent, BuyerErased.
    """
    contact = _unsent(order_id)
    changed = tuple(name for name in CORRECTED if getattr(contact, name) != values[name])
    for name in changed:
        setattr(contact, name, values[name])
    if changed:
        contact.save(update_fields=changed)
    if "email" in changed:
        end_links([order_id])
    return changed


@transaction.atomic
def can_readdress(order_id: UUID, email: str) -> bool:
    """Whether a guest's order, of which nothing was sent, has another e-mail address than this one.

    Raises Order.DoesNotExist, AlreadySent, BuyerErased, NotAGuests.
    """
    contact = _unsent(order_id)
    if contact.buyer_id is not None:
        raise NotAGuests
    return contact.email.casefold() != email.casefold()


@transaction.atomic
def readdress(order_id: UUID, email: str) -> bool:
    """As :func:`correct`, a guest's e-mail address alone: whether it has changed.  What leads a
    parcel elsewhere stays.  Raises as :func:`can_readdress`."""
    if not can_readdress(order_id, email):
        return False
    Contact.objects.filter(order_id=order_id).update(email=email)
    end_links([order_id])
    return True


def _unsent(order_id: UUID) -> Contact:
    """The contact, which stays as it is until the transaction ends."""
    order = locked(order_id)
    contact = Contact.objects.select_for_update(no_key=True).filter(order_id=order_id).first()
    if contact is None:
        raise BuyerErased
    sent = (LineState.SHIPPED, LineState.CAME_BACK, LineState.DELIVERED)
    if in_state(lines_of(order), *sent):
        raise AlreadySent
    return contact
