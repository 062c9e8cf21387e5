"""The demo's past: orders of the last weeks, made by the real actions.  See README.md."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import connection
from django.db.models import Max, Min

from reprise.demo.past import plan
from reprise.demo.past.people import People
from reprise.demo.past.play import Player, request_of
from reprise.demo.past.till import Till
from reprise.demo.past.window import Window
from reprise.demo.past.work import Work
from reprise.discovery.actions import recount
from reprise.offers.models import StockMovement
from reprise.orders.models import Line, Order, Step
from reprise.orders.states import LineState
from reprise.sellers.models import Member

ORDERS: Final = 300
# Two loaders at once would play the past twice: an arbitrary, constant number for the lock.
LOCK: Final = 7_361_002


def opening(now: datetime) -> datetime:
    """When the sellers of a demo that is loaded now put their devices on the shelf."""
    return now - plan.SPAN


def load(now: datetime) -> None:
    """Have the past happen, unless it did or there are other orders; or what is missing of it.

    Needs the sandbox provider with its test clock and the sandbox carrier; without an address of
    the provider there is no past.  REPRISE_DEMO_ORDERS makes it another size; 0: none.
    """
    number = int(os.environ.get("REPRISE_DEMO_ORDERS", ORDERS))
    with_sandbox = settings.PAYMENT_PROVIDER == "sandbox" and os.environ.get("SANDBOX_URL")
    if not number or not with_sandbox or not _wanting(number):
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        if _wanting(number):
            _load(number, now)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _wanting(number: int) -> bool:
    """True when there are no orders yet, or a past that was not played to its end."""
    requests = [request_of(key) for key in plan.keys(number)]
    if not Order.objects.filter(request_digest__in=requests).exists():
        return not Order.objects.exists()
    last = Line.objects.filter(order__request_digest=request_of(plan.LAST))
    return not last.exclude(state=LineState.RESERVED.value).exists()


def _load(number: int, now: datetime) -> None:
    favourite = Member.objects.order_by("id").values_list("seller_id", flat=True).first()
    opened = StockMovement.objects.aggregate(first=Min("at"))["first"]
    if favourite is None or opened is None:
        return
    # The same end as the first time, when the past is taken up again.
    end = min(opened + plan.SPAN, now)
    reached = max(opened, Step.objects.aggregate(last=Max("at"))["last"] or opened)
    steps = plan.steps(number, end, People())
    before = [step for step in steps if step.purchase.key != plan.LAST]
    work = Work()
    with Till() as till:
        till.tell(reached)
        work.do_waiting(reached)
        work.tell_what_was_left(reached)
        keys = plan.keys(number)
        player = Player(till, Window(favourite, end.date()), work, favourite, reached, keys)
        player.play(before)
        recount(now)
        work.do_waiting(now)
        work.clear()
        # Whoever finds the last purchase paid finds everything done.
        player.play(steps[len(before) :])
        work.clear()
