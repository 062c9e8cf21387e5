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


@transaction.atomic
def correct(order_id: UUID, values: Mapping[str, str]) -> tuple[str, ...]:
    """Change name and address, before anything was sent; which of them have changed.  ``values``
    are those of `CORRECTED`.  With another e-mail address every link to it is over: who reads the
    mail of the one that stood there is not to read the one that is right.

    Whoever calls it writes to the address that stood there before.  Raises Order.DoesNotExist,
    AlreadySent, BuyerErased.
    """
    order = locked(order_id)
    contact = Contact.objects.select_for_update(no_key=True).filter(order_id=order_id).first()
    if contact is None:
        raise BuyerErased
    sent = (LineState.SHIPPED, LineState.CAME_BACK, LineState.DELIVERED)
    if in_state(lines_of(order), *sent):
        raise AlreadySent
    changed = tuple(name for name in CORRECTED if getattr(contact, name) != values[name])
    for name in changed:
        setattr(contact, name, values[name])
    if changed:
        contact.save(update_fields=changed)
    if "email" in changed:
        end_links([order_id])
    return changed
