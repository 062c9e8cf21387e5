"""What the machinery could not do is listed with who should have heard of it."""

from __future__ import annotations

from datetime import timedelta

import psycopg
import pytest
from django.db import transaction

from reprise.kernel.ids import new_id
from reprise.orders.events import OrderPaid
from reprise.outbox import queries
from reprise.outbox.actions import publish
from reprise.outbox.models import Delivery, Event
from tests import database
from tests.moment import now

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_event_is_listed_with_the_listeners_that_have_not_had_it() -> None:
    with transaction.atomic():
        publish([OrderPaid(new_id())], at=now())
    assert queries.untold(now()) == [], "it is not late yet"
    (row,) = queries.untold(now() + timedelta(seconds=1))
    assert row.listeners == ("wiring.table.tell_of_a_paid_order",)
    Delivery.objects.create(event=Event.objects.get(), listener=row.listeners[0], at=now())
    assert queries.untold(now() + timedelta(seconds=1)) == []


def test_jobs_that_were_given_up_are_listed_with_when() -> None:
    with transaction.atomic():
        publish([OrderPaid(new_id())], at=now())
    assert queries.failed_jobs() == []
    assert queries.number_of_failed_jobs() == 0
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute("UPDATE procrastinate_jobs SET status = 'doing'")
        owner.execute("UPDATE procrastinate_jobs SET status = 'failed', attempts = 12")
    (job,) = queries.failed_jobs()
    assert job.task.endswith("deliver_events")
    assert (job.queue, job.attempts, job.at is not None) == ("events", 12, True)
    assert queries.number_of_failed_jobs() == 1
