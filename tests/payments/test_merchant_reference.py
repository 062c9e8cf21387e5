"""What a buyer sees on the payment page is the order's number, never an id of ours."""

from __future__ import annotations

from typing import Any

import pytest

from reprise.payments.models import Payment
from tests.cast import an_offer
from tests.orders.sale import place, to_the_provider


@pytest.mark.django_db(transaction=True)
def test_the_payment_page_names_the_order(sandbox: Any) -> None:
    sale = place((an_offer(), 1))
    text = to_the_provider(sale, sandbox).page.text
    assert sale.order.reference in text
    assert str(Payment.objects.get().id) not in text
