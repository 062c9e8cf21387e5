"""Writing messages down, and sending them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.db.models import Q
from django.utils import translation

from reprise import rows
from reprise.checkout.queries import titles
from reprise.law.eu.withdrawal import DAYS as WITHDRAWAL_DAYS
from reprise.law.eu.withdrawal_form import model_form
from reprise.law.registry import guarantee_of
from reprise.markets.queries import MARKETS
from reprise.notifications.files import File, Parcel, files
from reprise.notifications.models import Message
from reprise.notifications.replies import reply_to
from reprise.notifications.templating import render, subject
from reprise.orders import access
from reprise.orders.contact import named_until_commit
from reprise.orders.delivery import arrival_after
from reprise.orders.models import SellerOrder
from reprise.orders.queries import order_status
from reprise.orders.states import HOLDS_STOCK, LineState
from reprise.outbox.flush import LATER
from reprise.shipping.queries import tracking_page

log = logging.getLogger(__name__)

# From ten seconds to about eleven hours apart: longer than an outage of a mail server.
MOST_TRIES = 13
BATCH = 200


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail to write: about an order, or one contract of it, or one parcel or another
    ``subject`` there."""

    template: str
    order_id: UUID
    seller_order_id: UUID | None = None
    shipment_id: UUID | None = None
    subject: UUID | None = None
    to_seller: bool = False

    @property
    def key(self) -> str:
        """The same letter has the same key: it is sent once."""
        about = self.subject or self.shipment_id or ""
        return f"{self.template}:{self.order_id}:{self.seller_order_id or ''}:{about}"


def write(letters: Sequence[Letter], now: datetime) -> None:
    """Have e-mails sent after the commit, by the next post.  The same letter again is none.

    Whoever forgets the buyer at this moment sees a letter that waits, and waits too; or comes
    first, and the letter is sent to nobody.
    """
    named_until_commit({letter.order_id for letter in letters if not letter.to_seller})
    rows.insert(
        [
            Message(
                key=letter.key,
                template=letter.template,
                order_id=letter.order_id,
                seller_order_id=letter.seller_order_id,
                shipment_id=letter.shipment_id,
                audience="seller" if letter.to_seller else "buyer",
                written_at=now,
            )
            for letter in letters
        ],
        known="ignore",
    )


def send_post(now: datetime, post: BaseEmailBackend | None = None) -> int:
    """Send the messages that wait, over one connection; how many were sent.

    One that cannot be sent stops no other: it is tried again later, MOST_TRIES times.  Only one
    process sends at a time; one that dies in between may have sent what is not noted, and the
    same message (by its Message-ID) is sent again.  So are those that were noted in the last
    moment before a crash of PostgreSQL.  One whose buyer was erased is given up, not noted as sent.
    Another ``post`` than the settings' own carries a past in which nobody is to be written to.
    """
    waiting = list(
        Message.objects.filter(sent_at=None, tries__lt=MOST_TRIES)
        .filter(Q(try_after=None) | Q(try_after__lte=now))
        .order_by("written_at", "id")[:BATCH]
    )
    known = files(
        {message.order_id for message in waiting},
        {message.order_id for message in waiting if message.shipment_id},
    )
    line = post or get_connection()
    try:
        return sum(_send(message, known[message.order_id], line, now) for message in waiting)
    finally:
        line.close()


_SENT = f"UPDATE notifications_message SET sent_at = %s FROM {LATER} WHERE id = %s"  # noqa: S608


def _send(message: Message, file: File, line: BaseEmailBackend, now: datetime) -> bool:
    try:
        mail = _mail(message, file)
        if mail is None:
            message.tries = MOST_TRIES
            rows.update(message, ["tries"])
            return False
        line.open()
        line.send_messages([mail])
    except Exception:
        line.close()
        message.tries += 1
        message.try_after = now + timedelta(seconds=5 * 2**message.tries)
        log.exception("%s %s was not sent, try %s", message.template, message.id, message.tries)
        rows.update(message, ["tries", "try_after"])
        return False
    with connection.cursor() as cursor:
        cursor.execute(_SENT, [now, message.id])
    return True


def _mail(message: Message, file: File) -> EmailMultiAlternatives | None:
    """The e-mail itself; None when nobody is to be written to any more."""
    order, contract = file.order, file.contract(message.seller_order_id)
    lines = [line for line in file.lines if contract is None or line.seller_order_id == contract.id]
    if message.audience == "seller":
        if contract is None:
            raise LookupError("a letter to a seller is about a contract")
        trader = file.newest[contract.seller_id]
        recipient, language = trader.email, trader.seller.language
    else:
        recipient = file.contact.email if file.contact else ""
        language = order.language
    if not recipient:
        return None
    kept = [line for line in lines if LineState(line.state) in HOLDS_STOCK]
    parcel = file.parcels.get(message.shipment_id) if message.shipment_id else None
    facts: dict[str, Any] = {
        "order": order,
        "contract": contract,
        "contracts": [contract] if contract else file.contracts,
        "contact": file.contact,
        "lines": lines,
        # The contract speaks the buyer's language; who reads another one gets its words.
        "titles": titles((line.variant_id for line in lines), language)
        if language != order.language
        else {},
        "parcel": _parcel(file, contract, parcel) if contract and parcel else None,
        "kept": kept,
        "accepted": len(kept),
        "status": order_status(lines),
        "market": MARKETS[order.market],
        "language": language,
        "order_url": settings.PUBLIC_URL + access.path(order),
        "fresh_url": settings.PUBLIC_URL + access.path(order, message.written_at.date()),
        "seller_url": f"{settings.PUBLIC_URL}/seller/{_in_room(contract)}",
        "rights_url": f"{settings.PUBLIC_URL}/{language}-{order.market}/privacy/request/",
        "terms_url": f"{settings.PUBLIC_URL}/{language}-{order.market}/terms/"
        f"{order.terms_version}/",
        "traders": file.traders,
        "points": file.points,
        "point": file.points.get(contract.id) if contract else None,
        "to_the_door": any(row.kind == "home" for row in file.contracts),
        "cover": next((line.cover for line in lines if line.cover), None),
        "levy": sum(line.levy for line in lines),
        "nothing_left": not any(LineState(line.state) in HOLDS_STOCK for line in file.lines),
        "withdrawal_days": WITHDRAWAL_DAYS,
        "guarantee_months": guarantee_of(MARKETS[order.market].country).period.months,
        "forms": [form for row in file.contracts if (form := _form(row, file, language))],
        "names": {row.seller_id: file.traders[row.trader_id].seller.name for row in file.contracts},
        "deadline": max((row.accept_by for row in file.contracts if row.accept_by), default=None),
    }
    with translation.override(language):
        title = subject(message.template, facts)
        text = render(f"{message.template}/body.txt", facts)
        page = render(f"{message.template}/body.html", facts)
    domain = settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].rstrip(">")
    mail = EmailMultiAlternatives(
        title, text, to=[recipient], reply_to=reply_to(message.template),
        headers={"Message-ID": f"<{message.id}@{domain}>"},
    )  # fmt: skip
    mail.attach_alternative(page, "text/html")
    return mail


def _parcel(file: File, contract: SellerOrder, parcel: Parcel) -> dict[str, Any]:
    """What a letter says of its parcel.  ``number`` says which of the order's it is; None where
    there is nothing beside it."""
    shipment = parcel.shipment
    beside = [
        line
        for line in file.lines
        if line.id not in parcel.lines and LineState(line.state) in HOLDS_STOCK
    ]
    return {
        "carrier": shipment.carrier,
        "tracking": shipment.tracking,
        "address": tracking_page(shipment),
        "lines": [line for line in file.lines if line.id in parcel.lines],
        "number": parcel.number if beside or len(file.parcels) > 1 else None,
        "expected": arrival_after(
            shipment.created_at, MARKETS[contract.market].country, contract.days_max
        ),
    }


def _in_room(contract: SellerOrder | None) -> str:
    return f"orders/{contract.reference}/" if contract else ""


def _form(contract: SellerOrder, file: File, language: str) -> str:
    trader = file.traders[contract.trader_id]
    return model_form(language, f"{trader.legal_name}, {trader.address}, {trader.email}")
