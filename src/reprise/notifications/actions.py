"""Writing a message down, and sending it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import translation

from reprise.kernel.ids import new_id
from reprise.markets.queries import MARKETS
from reprise.notifications.models import Message
from reprise.notifications.templating import render
from reprise.orders import access
from reprise.orders.models import Contact, Order, SellerOrder
from reprise.orders.queries import order_status
from reprise.outbox.jobs import enqueue
from reprise.sellers.models import Seller, Trader

# An id that no row has.
NOBODY = UUID(int=0)


def write(
    template: str,
    order_id: UUID,
    now: datetime,
    *,
    seller_order_id: UUID | None = None,
    to_seller: bool = False,
    subject: UUID | None = None,
) -> None:
    """Have an e-mail sent after the commit; once for a template, order and ``subject``."""
    from reprise.notifications.tasks import send_message

    key = f"{template}:{order_id}:{seller_order_id or ''}:{subject or ''}"
    message = Message(
        id=new_id(),
        key=key,
        template=template,
        order_id=order_id,
        seller_order_id=seller_order_id,
        audience="seller" if to_seller else "buyer",
        written_at=now,
    )
    Message.objects.bulk_create([message], ignore_conflicts=True)
    enqueue(send_message, key=key)


def send(key: str, now: datetime) -> None:
    """Send a written message unless it was sent.  Raises what SMTP raises: try again."""
    message = Message.objects.get(key=key)
    if message.sent_at is not None:
        return
    order = Order.objects.get(id=message.order_id)
    recipient, language = _recipient(message, order)
    if recipient:
        _mail(message, order, recipient, language)
    Message.objects.filter(id=message.id, sent_at__isnull=True).update(sent_at=now)


def _recipient(message: Message, order: Order) -> tuple[str, str]:
    """The address and the language; '' when the person's data was erased."""
    if message.audience == "seller":
        contract = _contract(message)
        trader = Trader.objects.filter(seller_id=contract.seller_id).order_by("-version").first()
        seller = Seller.objects.get(id=contract.seller_id)
        return (trader.email if trader else ""), seller.language
    contact = Contact.objects.filter(order_id=order.id).first()
    return (contact.email if contact else ""), order.language


def _contract(message: Message) -> SellerOrder:
    """The contract that a message is about.  Raises SellerOrder.DoesNotExist for one about none."""
    return SellerOrder.objects.get(id=message.seller_order_id or NOBODY)


def _mail(message: Message, order: Order, recipient: str, language: str) -> None:
    lines = list(order.lines.order_by("position"))
    contract = None
    if message.seller_order_id:
        contract = _contract(message)
        lines = [line for line in lines if line.seller_order_id == contract.id]
    market = MARKETS[order.market]
    facts = {
        "order": order,
        "contract": contract,
        "lines": lines,
        "status": order_status(lines),
        "market": market,
        "language": language,
        "order_url": settings.PUBLIC_URL + access.path(order),
        "seller_url": f"{settings.PUBLIC_URL}/seller/",
        "names": dict(
            Seller.objects.filter(id__in={line.seller_id for line in lines}).values_list(
                "id", "name"
            )
        ),
        "deadline": max(
            (row.accept_by for row in order.seller_orders.all() if row.accept_by), default=None
        ),
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
    mail.send()
