"""A step that is appended to an order's log, as the running role can insert one, moves no date."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from reprise.books import checks, dates, steps
from reprise.kernel import clock
from reprise.orders import actions as orders
from reprise.orders import chain, log
from reprise.orders.models import Line, Step
from tests import database
from tests.books.dated import delivered, refunded
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place, to_the_provider
from tests.planted import corrupt
from tests.privacy.cases import bought

pytestmark = pytest.mark.django_db(transaction=True)
LOG, ORDER = "log dates", "order dates"


def found() -> set[str]:
    every = (*dates.CHECKS, *steps.CHECKS)
    return {finding.check for check in every for finding in checks.run(check)}


def append(
    order_id: UUID, at: datetime, verb: str, old: str, new: str, *, line_id: UUID | None = None
) -> Step:
    """A step that is chained to the last one."""
    last = Step.objects.filter(order_id=order_id).order_by("seq").last()
    assert last
    step = Step(
        order_id=order_id, seq=last.seq + 1, seller_id=last.seller_id, line_id=line_id,
        concern="line" if line_id else "parcel", from_state=old, to_state=new, verb=verb,
        actor_kind="carrier", at=at, format=last.format, previous=last.hash,
    )  # fmt: skip
    step.hash = log.step_hash(step)
    step.save(force_insert=True)
    return step


def taken_back(step: Step) -> None:
    corrupt("DELETE FROM orders_step WHERE id = %(id)s", unguarded="orders_step", id=step.id)


@pytest.mark.parametrize("days", [-20, 0, 5000])
@pytest.mark.parametrize("verb", ["vouch", "renumber", "deliver"])
def test_a_step_that_changes_nothing_moves_no_date(sandbox: Any, verb: str, days: int) -> None:
    """By a line's date its order's archive ends: here fourteen years later, or before it began."""
    made = bought(sandbox)
    line = Line.objects.get()
    at = line.state_at + timedelta(days=days, seconds=1)
    append(made.id, at, verb, "delivered", "delivered", line_id=line.id)
    database.run("UPDATE orders_line SET state_at = %s", at)
    assert found() >= {LOG, ORDER}


def test_a_line_takes_no_step_from_where_it_is_not(sandbox: Any) -> None:
    """Sent again and delivered again: each of the two would be possible elsewhere."""
    made = bought(sandbox)
    line = Line.objects.get()
    at = line.state_at + timedelta(seconds=1)
    append(made.id, at, "ship", "came_back", "shipped", line_id=line.id)
    append(made.id, at, "deliver", "shipped", "delivered", line_id=line.id)
    assert LOG in found()


def test_a_line_takes_no_step_that_leads_elsewhere() -> None:
    sale = place((an_offer(stock=1), 1))
    (line_id,) = Line.objects.values_list("id", flat=True)
    step = append(sale.order.id, now(), "deliver", "reserved", "delivered", line_id=line_id)
    assert LOG in found()
    taken_back(step)
    assert found() == set()


def test_a_log_is_about_no_line_of_another_order() -> None:
    """A line begins once, and where it begins nothing was before."""
    first, second = (place((an_offer(stock=1), 1)) for _ in range(2))
    assert found() == set()
    line_id = Line.objects.get(order_id=second.order.id).id
    append(first.order.id, now(), "place", "", "reserved", line_id=line_id)
    assert found() == {LOG}


def test_a_log_is_in_the_order_of_time_and_not_ahead_of_it(sandbox: Any) -> None:
    """Clocks that are kept differ by less than five minutes, the shop's and PostgreSQL's by less
    than an hour."""
    made = bought(sandbox)
    last = Step.objects.latest("seq").at
    for minutes, wrong in ((-4, False), (-6, True), (50, False), (70, True)):
        step = append(made.id, last + timedelta(minutes=minutes), "vouch", "moving", "moving")
        assert found() == ({LOG} if wrong else set()), minutes
        taken_back(step)


def test_a_log_does_not_go_back_little_by_little(sandbox: Any) -> None:
    made = bought(sandbox)
    last = Step.objects.latest("seq").at
    append(made.id, last - timedelta(minutes=4), "vouch", "moving", "moving")
    assert found() == set()
    append(made.id, last - timedelta(minutes=8), "vouch", "moving", "moving")
    assert found() == {LOG}


def test_an_order_has_no_step_about_what_it_does_not_have(sandbox: Any) -> None:
    """The name of an order that nobody ever paid for leaves a month after the last step."""
    delivered(sandbox)
    refunded(sandbox)
    sale = place((an_offer(stock=1), 1))
    to_the_provider(sale, sandbox)
    for verb in ("vouch", "renumber", "ask_again", "find_sent", "restate", "look_at"):
        step = append(sale.order.id, clock.now(), verb, "", "")
        assert found() == {LOG}, verb
        taken_back(step)
        assert found() == set(), verb


def test_an_older_log_is_restated_once(sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before_parts:
        before_parts.setattr(chain, "FORMAT", 3)
        sale = place((an_offer(stock=1), 1))
    assert orders.restate(sale.order.id, now())
    assert found() == set()
    append(sale.order.id, now(), "restate", "", "restated")
    assert found() == {LOG}
