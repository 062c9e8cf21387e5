"""Work on many rows may take hours: each is dated when it is its turn, so that no order's log goes
back behind what a buyer or a seller did meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

import pytest

from reprise.kernel import clock
from reprise.orders import actions as orders
from reprise.orders import chain
from reprise.orders.models import Step
from reprise.wiring import sweeps
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place

pytestmark = pytest.mark.django_db(transaction=True)
A_WHILE = timedelta(minutes=20)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads the clock sees that much time has passed since somebody read it last."""
    readings = count()
    monkeypatch.setattr(clock, "now", lambda: now() + next(readings) * A_WHILE)


def dated(verb: str) -> list[datetime]:
    return list(Step.objects.filter(verb=verb).order_by("at").values_list("at", flat=True))


def apart(times: list[datetime]) -> bool:
    first, second = times
    return second - first >= A_WHILE


def test_orders_that_are_swept(slow: None) -> None:
    for _ in range(2):
        place((an_offer(stock=1), 1))
    at = now() + timedelta(hours=1)
    assert sweeps.unpaid_orders(at) == 2
    assert apart(dated("expire"))
    assert min(dated("expire")) >= at


def test_sweeps_of_one_run(slow: None) -> None:
    began: list[datetime] = []

    def first(now: datetime) -> int:
        began.append(now)
        return 0

    def second(now: datetime) -> int:
        return first(now)

    sweeps.every(now(), (first, second))
    assert apart(began)


def test_a_log_that_a_night_restates() -> None:
    """All acts of a night have one moment, at which it began (decision 0039)."""
    began = now() - timedelta(hours=1)
    with pytest.MonkeyPatch.context() as before_parts:
        before_parts.setattr(chain, "FORMAT", 3)
        sale = place((an_offer(stock=1), 1))
    assert orders.restate(sale.order.id, began)
    assert dated("restate") == [sale.order.placed_at]
