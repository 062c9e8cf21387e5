"""The nightly run does what it has shown, and brakes where it would be too much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from reprise.kernel.ids import new_id
from reprise.orders import actions as orders
from reprise.orders.models import Contact, LineDevice
from reprise.privacy.actions import contacts, nights
from reprise.privacy.actions.acting import CLOCK, Actor
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.actions.nights import BrakeOver, decide, run
from reprise.privacy.leaving import Fate, Ground, on_request
from reprise.privacy.models import Archived, Brake, Night
from reprise.privacy.retention import RUNS, Due
from reprise.privacy.states import BrakeState, By, HoldKind
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.planted import corrupt
from tests.privacy.cases import acts, bought, delivered_before_placed, later, long_over

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())


def after_noon(days: int = 0) -> datetime:
    """So many days after tomorrow at noon, which is the same day here and for UTC."""
    return now().replace(hour=12) + timedelta(days=1 + days)


def unpaid() -> UUID:
    """An order whose payment never came, over since tomorrow at noon."""
    order_id = place((an_offer(stock=1), 1)).order.id
    assert orders.expire(order_id, after_noon())
    return order_id


def ahead(at: datetime, count: int = 7) -> list[tuple[str, int, str]]:
    """Holding, how many nights from ``at``, and what happens."""
    return [
        (line.holding, (line.night - at.date()).days, line.fate.value)
        for each in RUNS
        for line in each.due(at, count)
    ]


class TestWhatIsShown:
    def test_is_what_is_done(self, sandbox: Any) -> None:
        unpaid()
        bought(sandbox)
        for days in range(24, 34):
            assert ahead(after_noon(days)) == (
                [("contact", max(31 - days, 0), "erased")] if days >= 24 else []
            ), days
        assert ahead(after_noon(23)) == []
        assert run(after_noon(30)).done == {}
        assert Contact.objects.count() == 2
        assert run(after_noon(31)).done == {"contact": 1}
        assert Contact.objects.count() == 1
        assert run(after_noon(31)).done == {}
        assert acts() == [("contact", "erased", "over")]

    def test_a_delivered_one_is_archived_after_its_guarantee(self, sandbox: Any) -> None:
        made = bought(sandbox)
        corrupt("UPDATE orders_line SET state_at = state_at - interval '731 days'")
        corrupt("UPDATE orders_order SET placed_at = placed_at - interval '731 days'")
        (line,) = [line for each in RUNS for line in each.due(later(0), 7)]
        assert (line.subject, line.fate, line.ground) == (
            made.id, Fate.ARCHIVED, Ground.CONTRACT,
        )  # fmt: skip
        assert line.name == made.sale.order.reference
        assert run(later(0)).done == {"contact": 1}
        assert Archived.objects.get().until == line.until

    def test_a_row_of_the_archive_goes_with_the_devices(self, sandbox: Any) -> None:
        made, other = bought(sandbox), bought(sandbox)
        for each in (made, other):
            contacts.take_out(each.id, on_request, CLOCK, later())
        today = now().date()
        for days, number in ((0, 0), (1, 1)):
            corrupt("UPDATE privacy_archived SET until = %(day)s, key_year = %(year)s"
                    " WHERE order_id = %(id)s", id=made.id, day=today - timedelta(days=days),
                    year=(today - timedelta(days=days)).year)  # fmt: skip
            assert len(ahead(now(), 0)) == number
            assert ahead(now(), 7) == [("archive", 1 - days, "erased")]
            assert run(now()).done == ({"archive": 1} if number else {})
        assert Archived.objects.get().order_id == other.id
        assert LineDevice.objects.get().line.order_id == other.id
        assert acts()[-1] == ("archive", "erased", "over")

    def test_what_is_held_or_busy_is_not_in_it(self, sandbox: Any) -> None:
        held = unpaid()
        place((an_offer(stock=1), 1))
        hold(Subject(order_id=held), HoldKind.LITIGATION, later(90).date(), STAFF, now())
        made = bought(sandbox)
        contacts.take_out(made.id, on_request, CLOCK, later())
        hold(Subject(order_id=made.id), HoldKind.AUTHORITY, later(90).date(), STAFF, now())
        corrupt("UPDATE privacy_archived SET until = '2020-01-01', key_year = 2020")
        assert ahead(later(60)) == []
        assert run(later(60)).done == {}
        assert Contact.objects.count() == 2
        assert Archived.objects.count() == 1

    def test_one_that_fails_stops_no_other(self, sandbox: Any, monkeypatch: Any) -> None:
        first, second = sorted((unpaid(), unpaid()))
        real = contacts.take

        def broken(order_id: UUID, *rest: Any) -> Any:
            if order_id == first:
                raise RuntimeError("broken")
            return real(order_id, *rest)

        with monkeypatch.context() as patched:
            patched.setattr(contacts, "take", broken)
            assert run(later(40)).done == {"contact": 1}
        assert [row.order_id for row in Contact.objects.all()] == [first]
        assert second != first
        assert run(later(41)).done == {"contact": 1}


@dataclass
class Some:
    """A holding of so many rows, of which so many are due."""

    all: int
    over: int
    holding: str = "some"
    gone: list[UUID] = field(default_factory=list)

    def number(self) -> int:
        return self.all

    def due(self, at: datetime, nights: int = 0) -> Iterator[Due]:
        for _ in range(self.over):
            yield Due(holding="some", subject=new_id(), name="", night=at.date(),
                      fate=Fate.ERASED, ground=Ground.OVER)  # fmt: skip

    def carry_out(self, due: Due, at: datetime) -> bool:
        self.gone.append(due.subject)
        return True


def night(some: Some, days: int = 0) -> int:
    """How many left in a night so many days from now."""
    run(later(days), [some])
    gone, some.gone = len(some.gone), []
    return gone


class TestTheBrake:
    @pytest.mark.parametrize(
        ("all_", "over", "leaves"),
        [(2000, 100, True), (2000, 101, False), (2021, 101, True), (2020, 101, True),
         (2019, 101, False), (100, 100, True), (101, 101, False)],
    )  # fmt: skip
    def test_more_than_a_hundred_and_than_a_twentieth_waits(
        self, all_: int, over: int, leaves: bool
    ) -> None:
        some = Some(all_, over)
        assert night(some) == (over if leaves else 0)
        assert Brake.objects.exists() is not leaves
        if not leaves:
            brake = Brake.objects.get()
            assert (brake.holding, brake.day, brake.number, brake.state) == (
                "some", now().date(), over, "waiting",
            )  # fmt: skip
            assert brake.cause == "many"

    @pytest.mark.parametrize(("away", "leaves"), [(3, True), (4, False), (3650, False)])
    def test_so_does_a_night_that_comes_late(self, away: int, leaves: bool) -> None:
        assert night(Some(1000, 1)) == 1
        assert night(Some(1000, 1), away) == leaves
        causes = list(Brake.objects.values_list("cause", flat=True))
        assert causes == ([] if leaves else ["late"])
        # Until somebody has looked, the next one is no less late.
        assert night(Some(1000, 1), away + 1) == leaves

    def test_a_clock_that_was_wrong_for_a_night_erases_nothing_then_or_later(self) -> None:
        assert night(Some(1000, 1)) == 1
        assert night(Some(1000, 5), 3650) == 0
        assert night(Some(1000, 0), 3651) == 0
        assert night(Some(1000, 1), 1) == 1
        assert night(Some(1000, 1), 11) == 0, "nights that never were hide no gap"

    def test_one_that_came_back_from_the_future(self) -> None:
        """The first night ever had a wrong clock."""
        Night.objects.create(day=date(2099, 1, 1), ended_at=now(), number=0)
        assert night(Some(1000, 1)) == 0

    def test_staff_let_it_go_on(self) -> None:
        some = Some(1000, 200)
        assert night(some) == 0
        decide(Brake.objects.get().id, BrakeState.RELEASED, STAFF, now())
        some.over = 221
        assert night(some, 1) == 221
        some.over = 222
        assert night(some, 2) == 0, "it has grown too much since"
        some.over = 200
        assert night(some, 3) == 0, "that was another night"

    def test_or_do_not(self) -> None:
        some = Some(1000, 200)
        assert night(some) == 0
        brake = Brake.objects.get()
        decide(brake.id, BrakeState.DROPPED, STAFF, now())
        assert night(some) == night(some, 1) == 0
        assert Brake.objects.get(id=brake.id).staff_id == STAFF.staff_id
        for state in (BrakeState.RELEASED, BrakeState.DROPPED):
            with pytest.raises(BrakeOver):
                decide(brake.id, state, STAFF, now())

    def test_nobody_decides_about_a_night_long_over(self) -> None:
        assert night(Some(1000, 200)) == 0
        with pytest.raises(BrakeOver):
            decide(Brake.objects.get().id, BrakeState.RELEASED, STAFF, later(3))
        with pytest.raises(BrakeOver):
            decide(new_id(), BrakeState.RELEASED, STAFF, now())

    def test_one_holding_brakes_alone(self) -> None:
        other = Some(1000, 1, holding="other")
        ran = run(now(), [Some(1000, 200), other])
        assert (ran.waiting, ran.done) == ({"some": 200}, {"other": 1})
        assert nights.MANY == 100


def test_a_clock_ten_years_ahead_erases_nothing(sandbox: Any) -> None:
    unpaid()
    made = bought(sandbox)
    contacts.take_out(bought(sandbox).id, on_request, CLOCK, later())
    run(now())
    ran = run(later(3653))
    assert ran.waiting == {"contact": 2}
    assert Contact.objects.filter(order_id=made.id).exists()
    assert Archived.objects.count() == 1


def test_an_order_whose_dates_contradict_each_other_stops_no_other(
    sandbox: Any, caplog: pytest.LogCaptureFixture
) -> None:
    wrong, other = bought(sandbox), bought(sandbox)
    delivered_before_placed(wrong.id)
    long_over(other.id)
    ahead = nights.look(later(0))
    assert ahead.done == {"contact": 1}
    assert [line.subject for line in ahead.contradicted] == [wrong.id]
    ran = run(later(0))
    assert ran.done == {"contact": 1}
    assert [line.name for line in ran.contradicted] == [wrong.sale.order.reference]
    assert f"{wrong.id} ({wrong.sale.order.reference}) waits" in caplog.text
    assert Contact.objects.get().order_id == wrong.id
    assert Night.objects.get().contradicted == 1


def test_nights_that_are_too_much_count_no_order_that_they_pass_over(
    sandbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nights, "MANY", 0)
    delivered_before_placed(bought(sandbox).id)
    ran = run(later(0))
    assert (ran.waiting, len(ran.contradicted)) == ({}, 1)


def test_an_order_whose_dates_are_right_again_leaves(sandbox: Any) -> None:
    made = bought(sandbox)
    delivered_before_placed(made.id)
    assert run(later(0)).done == {}
    long_over(made.id)
    assert run(later(1)).done == {"contact": 1}
    assert list(Night.objects.order_by("day").values_list("contradicted", flat=True)) == [1, 0]
