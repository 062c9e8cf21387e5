"""Writing messages down, and sending them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils import translation

from reprise.kernel.ids import new_id
from reprise.law.withdrawal import PERIOD_DAYS, model_form
from reprise.markets.queries import MARKETS
from reprise.notifications.models import Message
from reprise.notifications.templating import render
from reprise.orders import access
from reprise.orders.models import Contact, DeliveryPoint, Line, Order, SellerOrder
from reprise.orders.queries import order_status
from reprise.outbox.jobs import enqueue
from reprise.sellers.models import Trader


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail to write: about an order, or one contract of it, or one ``subject`` there."""

    template: str
    order_id: UUID
    seller_order_id: UUID | None = None
    subject: UUID | None = None
    to_seller: bool = False

    @property
    def key(self) -> str:
        """The same letter has the same key: it is sent once."""
        return f"{self.template}:{self.order_id}:{self.seller_order_id or ''}:{self.subject or ''}"


def write(letters: Sequence[Letter], now: datetime) -> None:
    """Have e-mails sent after the commit, all by one job."""
    from reprise.notifications.tasks import send_messages

    Message.objects.bulk_create(
        [
            Message(
                id=new_id(),
                key=letter.key,
                template=letter.template,
                order_id=letter.order_id,
                seller_order_id=letter.seller_order_id,
                audience="seller" if letter.to_seller else "buyer",
                written_at=now,
            )
            for letter in letters
        ],
        ignore_conflicts=True,
    )
    enqueue(send_messages, keys=[letter.key for letter in letters])


def send(keys: Sequence[str], now: datetime) -> None:
    """Send written messages that were not sent, over one connection.

    One that cannot be sent stops no other; raises what SMTP raised then: try again.
    """
    waiting = Message.objects.filter(key__in=keys, sent_at=None).order_by("order_id", "id")
    failures: list[Exception] = []
    line = get_connection()
    try:
        for order_id, messages in groupby(waiting, key=attrgetter("order_id")):
            file = _File(order_id)
            for message in messages:
                try:
                    mail = _mail(message, file)
                    if mail is not None:
                        line.open()
                        line.send_messages([mail])
                except Exception as failure:
                    failures.append(failure)
                    line.close()
                    continue
                Message.objects.filter(id=message.id, sent_at=None).update(sent_at=now)
    finally:
        line.close()
    if failures:
        raise ExceptionGroup("e-mails not sent", failures)


class _File:
    """What the messages about one order need, each read once."""

    def __init__(self, order_id: UUID) -> None:
        self.order = Order.objects.get(id=order_id)

    @cached_property
    def contact(self) -> Contact | None:
        """None when the buyer's data was erased."""
        return Contact.objects.filter(order_id=self.order.id).first()

    @cached_property
    def lines(self) -> list[Line]:
        return list(Line.objects.filter(order_id=self.order.id).order_by("position"))

    @cached_property
    def contracts(self) -> list[SellerOrder]:
        return list(SellerOrder.objects.filter(order_id=self.order.id).order_by("reference"))

    @cached_property
    def traders(self) -> dict[UUID, Trader]:
        """Who each seller was when the buyer ordered, by the contract's ``trader_id``."""
        ids = [contract.trader_id for contract in self.contracts]
        return Trader.objects.select_related("seller").in_bulk(ids)

    @cached_property
    def points(self) -> dict[UUID, DeliveryPoint]:
        """Where parcels wait for the buyer, by contract."""
        some = [contract.id for contract in self.contracts if contract.kind == "point"]
        return DeliveryPoint.objects.in_bulk(some) if some else {}

    def contract(self, seller_order_id: UUID | None) -> SellerOrder | None:
        return next((row for row in self.contracts if row.id == seller_order_id), None)


def _mail(message: Message, file: _File) -> EmailMultiAlternatives | None:
    """The e-mail itself; None when nobody is to be written to any more."""
    order, contract = file.order, file.contract(message.seller_order_id)
    lines = [line for line in file.lines if contract is None or line.seller_order_id == contract.id]
    if message.audience == "seller":
        trader = _newest(file, contract)
        recipient, language = trader.email, trader.seller.language
    else:
        recipient = file.contact.email if file.contact else ""
        language = order.language
    if not recipient:
        return None
    facts: dict[str, Any] = {
        "order": order,
        "contract": contract,
        "contracts": [contract] if contract else file.contracts,
        "contact": file.contact,
        "lines": lines,
        "status": order_status(lines),
        "market": MARKETS[order.market],
        "language": language,
        "order_url": settings.PUBLIC_URL + access.path(order),
        "fresh_url": settings.PUBLIC_URL + access.path(order, message.written_at.date()),
        "seller_url": f"{settings.PUBLIC_URL}/seller/",
        "terms_url": f"{settings.PUBLIC_URL}/{language}-{order.market}/terms/",
        "traders": file.traders,
        "points": file.points,
        "point": file.points.get(contract.id) if contract else None,
        "to_the_door": any(row.kind == "home" for row in file.contracts),
        "levy": sum(line.levy for line in lines),
        "withdrawal_days": PERIOD_DAYS,
        "forms": [form for row in file.contracts if (form := _form(row, file, language))],
        "names": {row.seller_id: file.traders[row.trader_id].seller.name for row in file.contracts},
        "deadline": max((row.accept_by for row in file.contracts if row.accept_by), default=None),
    }
    with translation.override(language):
        subject = " ".join(render(f"{message.template}/subject.txt", facts).split())
        text = render(f"{message.template}/body.txt", facts)
        page = render(f"{message.template}/body.html", facts)
    domain = settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].rstrip(">")
    mail = EmailMultiAlternatives(
        subject, text, to=[recipient], headers={"Message-ID": f"<{message.id}@{domain}>"}
    )
    mail.attach_alternative(page, "text/html")
    return mail


def _form(contract: SellerOrder, file: _File, language: str) -> str:
    trader = file.traders[contract.trader_id]
    return model_form(language, f"{trader.legal_name}, {trader.address}, {trader.email}")


def _newest(file: _File, contract: SellerOrder | None) -> Trader:
    """Where the seller is written to now.  Raises LookupError for a letter about no contract."""
    if contract is None:
        raise LookupError("a letter to a seller is about a contract")
    return (
        Trader.objects.select_related("seller")
        .filter(seller_id=contract.seller_id)
        .order_by("version")
        .reverse()[0]
    )
