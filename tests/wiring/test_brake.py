"""A clock that is years ahead lets nothing go, in no sweep; and staff let everything go on."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.conf import settings

from reprise.checkout import actions as checkout
from reprise.checkout.models import Basket
from reprise.kernel.ids import new_id
from reprise.privacy.actions import brake, journal, nights
from reprise.privacy.actions.acting import CLOCK, Actor, Done, note
from reprise.privacy.ends import ENDS
from reprise.privacy.journal import Journal
from reprise.privacy.models import Brake, Night
from reprise.privacy.states import BrakeState, By, Verb
from reprise.wiring import sweeps
from tests.moment import now

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())
EVERY = sweeps.SWEEPS + sweeps.RARELY + sweeps.NIGHTLY


def far() -> datetime:
    return now() + timedelta(days=3653)


@pytest.fixture
def both_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """One machine, one clock: PostgreSQL is as wrong as the shop.  A night ran before."""
    nights.run(now())
    monkeypatch.setattr(brake, "_postgresql_now", far)


def swept(at: datetime) -> int:
    """How many baskets left; everything else runs as well."""
    checkout.open_basket("fr", now())
    before = Basket.objects.count()
    done = sweeps.every(at, EVERY)
    assert set(done) == {each.__name__ for each in EVERY}
    gone = before - Basket.objects.count()
    assert (done["stale_baskets"] > 0) is (gone > 0)
    return gone


def test_whatever_ends_something_is_braked() -> None:
    named = {name for end in ENDS.values() for name in end.by if name.startswith("sweep ")}
    assert named <= {f"sweep {each.__name__}" for each in sweeps.BRAKED}


@pytest.mark.parametrize("apart", [timedelta(days=3653), timedelta(minutes=61),
                                   timedelta(minutes=-61)])  # fmt: skip
def test_not_while_postgresql_says_another_time(apart: timedelta) -> None:
    assert "apart" in brake.stops(now() + apart)
    assert swept(now() + apart) == 0


@pytest.mark.parametrize("apart", [timedelta(minutes=58), timedelta(minutes=-58)])
def test_clocks_that_differ_a_little_are_believed(apart: timedelta) -> None:
    assert brake.stops(now() + apart) == ""


def test_what_lets_nothing_go_runs_all_the_same() -> None:
    ran = []

    def other(at: datetime) -> int:
        ran.append(at)
        return 1

    assert sweeps.every(far(), [other, sweeps.stale_baskets]) == {"other": 1, "stale_baskets": 0}
    (at,) = ran
    assert far() <= at < far() + timedelta(minutes=5)


@pytest.mark.usefixtures("both_wrong")
class TestWhereBothClocksAreWrong:
    def test_nothing_leaves_before_or_after_the_night(self) -> None:
        assert swept(far()) == 0
        ran = nights.run(far())
        assert ran.waiting == {"sweeps": 0}
        assert Night.objects.get().day == now().date(), "a late night with nothing to do is no sign"
        assert swept(far()) == 0
        made = Brake.objects.get()
        assert (made.holding, made.cause, made.day) == ("sweeps", "late", far().date())

    def test_it_goes_on_when_staff_say_so(self) -> None:
        nights.run(far())
        nights.decide(Brake.objects.get().id, BrakeState.RELEASED, STAFF, far())
        assert swept(far()) == 0, "with the night, not before"
        assert nights.run(far()).waiting == {}
        assert swept(far()) == 2

    def test_or_does_not(self) -> None:
        nights.run(far())
        nights.decide(Brake.objects.get().id, BrakeState.DROPPED, STAFF, far())
        assert nights.run(far() + timedelta(days=1)).waiting == {"sweeps": 0}
        assert swept(far()) == 0

    def test_the_dry_run_says_the_same(self) -> None:
        checkout.open_basket("fr", now())
        assert nights.look(far()).waiting == {"sweeps": 0}
        assert set(sweeps.tried(far()).values()) == {0}
        assert not Brake.objects.exists()

    def test_the_journal_keeps_what_it_has(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for at in (now(), far()):
            done = Done(holding="contact", subject=new_id(), verb=Verb.ERASED, basis="over",
                        actor=CLOCK)  # fmt: skip
            note([done], at)
            journal.copy(at)
        assert len(list(Journal.of().folder.glob("*.jsonl"))) == 2
        assert far() - now() > settings.BACKUP_HORIZON
        # Once the clock is believed the first month leaves.
        monkeypatch.setattr(brake, "stops", lambda at: "")
        journal.copy(far())
        assert len(list(Journal.of().folder.glob("*.jsonl"))) == 1


def test_said_once(caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(3):
        sweeps.every(far())
    assert caplog.text.count("nothing leaves") == 1
    sweeps.every(now())
    sweeps.every(far())
    assert caplog.text.count("nothing leaves") == 2
