"""Letters to sellers whose contract has ended: what they have of a buyer is to be deleted
(Regulation (EU) 2016/679, art. 19)."""

from __future__ import annotations

import logging
from uuid import UUID

from django.conf import settings

from reprise.kernel.ids import new_id
from reprise.notifications.account_letters import locale_of, mail
from reprise.orders.models import SellerOrder
from reprise.outbox.jobs import enqueue
from reprise.privacy.copy_links import address
from reprise.privacy.models import SellerCopy
from reprise.sellers.models import Seller, Trader

log = logging.getLogger(__name__)


def write(copy_id: UUID) -> None:
    """Have it sent after the commit."""
    from reprise.wiring import tasks

    enqueue(tasks.send_copy_letter, copy_id=str(copy_id), letter_id=str(new_id()))


def send(copy_id: UUID, letter_id: UUID) -> None:
    """Send it to the address that the trader gave last, unless the copy is deleted by now.  Where
    no address is left, nobody can be told, and an error says so.  Raises what SMTP raises: try
    again."""
    copy = SellerCopy.objects.get(id=copy_id)
    if copy.confirmed_at is not None:
        return
    seller = Seller.objects.get(id=copy.seller_id)
    said = Trader.objects.filter(seller=seller).exclude(email="").order_by("-version").first()
    contract = SellerOrder.objects.get(seller_id=seller.id, id=copy.seller_order_id)
    if said is None:
        log.error(
            "Seller %s has left and no address of it is kept: nobody asked it to delete what it has"
            " of %s.", seller.id, contract.reference,
        )  # fmt: skip
        return
    facts: dict[str, object] = {
        "reference": contract.reference,
        "seller": seller.name,
        "contact": settings.OPERATOR.privacy if settings.OPERATOR else "",
        "url": address(copy.id),
    }
    mail("copy_to_delete", said.email, locale_of(seller.language), letter_id, facts)
