"""An event of a paid order is told in the end, whatever stands beside it."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import transaction

from reprise.books.proof import findings
from reprise.kernel.ids import new_id
from reprise.offers.events import OfferChanged
from reprise.outbox.actions import publish
from reprise.payments import actions as payments
from reprise.wiring import sweeps
from tests import database
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import Sale, place, to_the_provider
from tests.sandbox.buyer import SUCCEEDS

pytestmark = pytest.mark.django_db(transaction=True)


def as_owner(statement: str) -> None:
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute(statement)


@pytest.fixture
def paid(sandbox: Any) -> Sale:
    """Paid, and killed before anybody was told."""
    sale = place((an_offer(stock=1), 1))
    to_the_provider(sale, sandbox).pay(SUCCEEDS)
    payments.refresh(sale.payment_id, now())
    as_owner("DELETE FROM procrastinate_jobs")
    assert sale.states == ["reserved"]
    return sale


def of_an_offer_that_is_not_there() -> OfferChanged:
    """Its listener fails whenever it is told."""
    return OfferChanged(**{field.name: new_id() for field in fields(OfferChanged)})


def test_events_that_fail_do_not_stand_before_a_paid_order(
    paid: Sale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeps, "MOST_EVENTS", 60)
    with transaction.atomic():
        publish(
            [of_an_offer_that_is_not_there() for _ in range(120)],
            at=now() - timedelta(minutes=10),
        )
    as_owner("DELETE FROM procrastinate_jobs")
    sweeps.undelivered_events(now() + timedelta(minutes=3))
    assert paid.states == ["paid"]


def test_a_paid_order_is_told_of_however_long_ago_it_was(paid: Sale) -> None:
    """The clock that ticks often looks back a week; the one of the night, and the books, always."""
    as_owner("UPDATE outbox_event SET at = at - interval '400 days'")
    assert {finding.check for finding in findings()} == {"events"}
    sweeps.undelivered_events(now() + timedelta(minutes=3))
    assert paid.states == ["reserved"]
    assert sweeps.every(now() + timedelta(minutes=3), sweeps.NIGHTLY)["forgotten_events"]
    assert paid.states == ["paid"]
    assert not findings()
