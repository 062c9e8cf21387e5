from __future__ import annotations

from datetime import datetime
from uuid import UUID

from reprise.orders.models import Line, Order, SellerOrder
from reprise.orders.states import LineState, OrderStatus, status
from reprise.payments.models import Payment
from reprise.payments.states import PaymentState


def unpaid_since(before: datetime) -> list[UUID]:
    """Orders with reserved devices whose time to pay ended before ``before``."""
    waiting = Line.objects.filter(state=LineState.RESERVED.value).values("order_id")
    return list(
        Order.objects.filter(pay_by__lt=before, id__in=waiting).values_list("id", flat=True)[:500]
    )


def unanswered_since(before: datetime) -> list[UUID]:
    """Orders in which a seller's time to answer ended before ``before``."""
    waiting = Line.objects.filter(state=LineState.PAID.value).values("seller_order_id")
    return list(
        SellerOrder.objects.filter(accept_by__lte=before, id__in=waiting)
        .values_list("order_id", flat=True)
        .distinct()[:500]
    )


def unpaid_payments(order_id: UUID) -> list[UUID]:
    """Attempts of an order that may still turn out to be paid."""
    return list(
        Payment.objects.filter(
            reference=order_id,
            state__in=[
                PaymentState.CREATED.value,
                PaymentState.STARTED.value,
                PaymentState.DECLINED.value,
            ],
        ).values_list("id", flat=True)
    )


def order_status(lines: list[Line]) -> OrderStatus:
    return status([LineState(line.state) for line in lines])
