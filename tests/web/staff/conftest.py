"""A sale that the pages of the staff room show."""

from __future__ import annotations

from typing import Any

import pytest

from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from tests.cast import OfferCase, an_offer
from tests.moment import now
from tests.orders.sale import Sale, pay, place
from tests.work import drain


@pytest.fixture
def sold(sandbox: Any) -> tuple[Sale, OfferCase]:
    """A device that was delivered; every kind of thing exists."""
    case = an_offer(stock=9, price=20000, shipping=300)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    parcel = Shipment.objects.get(id=sale.ship(case))
    shipping.receive_scan(
        carrier=parcel.carrier, event_id="one", tracking=parcel.tracking, kind="delivered",
        occurred_at=now(), now=now(),
    )  # fmt: skip
    drain()
    return sale, case
