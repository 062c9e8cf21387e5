"""kill -9 at every statement of a night: what left is whole and written down, the rest is as it
was, and the next night does it once."""

from __future__ import annotations

from typing import Any

import pytest

from reprise.books.proof import findings
from reprise.orders.models import Order
from reprise.payments.models import Payment
from reprise.privacy.actions.nights import run
from reprise.sellers.models import Member, PaymentAccount, Seller, Trader
from reprise.shipping.models import Shipment
from tests.kill.guillotine import Moment
from tests.kill.test_kill import (
    Zygote,
    every_statement,
    start_again,
    strides,
    wiped,
    zygote,
)
from tests.moment import now
from tests.privacy.cases import acts, bought
from tests.privacy.test_sold import aged, erased
from tests.privacy.test_traders import ended, staffed

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["zygote"]


def agrees() -> None:
    """Each holding's act is there exactly where what it tells of has left."""
    order, payment = Order.objects.get(), Payment.objects.get()
    left = {
        "sale": order.is_nameless,
        "payment_account": not PaymentAccount.objects.exists(),
        "membership": not Member.objects.exists(),
    }
    told = [holding for holding, *_ in acts()]
    for holding, gone in left.items():
        assert told.count(holding) == gone, holding
    assert (payment.provider_ref is None) is order.is_nameless
    gone = Trader.objects.filter(legal_name="").count() + Seller.objects.filter(name="").count()
    assert told.count("trader") == gone


def right() -> None:
    """But for the dates: those were moved eleven years back by hand, which the books say."""
    found = [finding for finding in findings() if not finding.check.endswith(" dates")]
    assert not found, found


@strides
def test_a_night(zygote: Zygote, sandbox: Any, stride: int) -> None:
    def kill_at(n: int, moment: Moment) -> int:
        wiped()
        made = bought(sandbox)
        erased(made.id)
        assert Shipment.objects.get().tracking == ""
        ended(made.case.seller, 6, 1)
        ended(staffed("Werkstatt Elbe"), 6, 1)
        aged(11)
        came_to = zygote.do("night", n, moment, when=now().isoformat())
        start_again()
        agrees()
        run(now())
        agrees()
        assert Order.objects.get().is_nameless
        assert not Trader.objects.exclude(legal_name="").exists()
        # The sellers' own names follow when no version is left.
        for _ in range(2):
            run(now())
        done = acts()
        assert done.count(("sale", "erased", "over")) == 1
        assert done.count(("trader", "erased", "over")) == 4
        right()
        return came_to

    assert every_statement(kill_at, stride if stride == 1 else 2 * stride) > 20
