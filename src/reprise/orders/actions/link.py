"""Links to an order: a new one, for a buyer whose link is too old or lost; and the end of all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import F

from reprise.accounts import limits
from reprise.kernel.ids import new_id
from reprise.kernel.reference import parse_reference
from reprise.orders.events import NO_ORDER, OrderLinkAsked
from reprise.orders.models import Contact, Order
from reprise.outbox.actions import publish

LINKS_TO_AN_ORDER: Final = limits.Limit("order-links", 3, timedelta(hours=1))
# Who has bought often has many orders, and one mailbox.
LINKS_TO_AN_ADDRESS: Final = limits.Limit("order-links-to", 6, timedelta(hours=1))


def ask_link(order_id: UUID, client: str, now: datetime) -> None:
    """Have a new link sent to the order's own address.

    Nobody is told that address, nor whether there still is one, or it or its order has had too
    many letters.
    Raises TooManyAttempts for the place that asks.
    """
    contact = Contact.objects.filter(order_id=order_id).first()
    _send(contact, str(order_id), client, now)


def ask_link_by(reference: str, email: str, client: str, now: datetime) -> None:
    """The same for who has no link at all, but knows the order's number and its address.

    Nobody is told whether they belong together.  Raises TooManyAttempts.
    """
    known = parse_reference(reference, "R")
    contact = Contact.objects.filter(order__reference=known, email__iexact=email).first()
    _send(contact, f"{known} {email}", client, now)


@transaction.atomic
def _send(contact: Contact | None, asked: str, client: str, now: datetime) -> None:
    """The same statements whether there is a contact or not, and too many letters or not: how long
    it takes tells nothing.  ``asked`` is what was typed; counted beside what there is, it keeps
    nobody's letters back."""
    limits.take_here(limits.LETTERS_FROM_HERE, client, now)
    order, email = (str(contact.order_id), contact.email) if contact else (asked, asked)
    of_order, _ = limits.count(LINKS_TO_AN_ORDER, order, now=now)
    of_address, _ = limits.count(LINKS_TO_AN_ADDRESS, email, now=now)
    too_many = of_order > LINKS_TO_AN_ORDER.most or of_address > LINKS_TO_AN_ADDRESS.most
    found = NO_ORDER if contact is None or too_many else contact.order_id
    publish([OrderLinkAsked(found, new_id())], at=now)


def end_links(order_ids: Collection[UUID]) -> int:
    """Every link to these orders that was made until now is over, and sends a new one to the
    order's own address; how many orders."""
    known = Order.objects.filter(id__in=order_ids)
    return known.update(links_ended=F("links_ended") + 1)
