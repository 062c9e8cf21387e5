"""What a dispute needs is lifted by two; who has set a hold is told; what was lifted leaves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.privacy.actions import journal
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.actions.holding import (
    MAY_BE_TOLD,
    NoSuchHold,
    NotTheirs,
    Subject,
    Telling,
    hold,
    put_off,
    tell,
)
from reprise.privacy.actions.lifting import (
    AnotherHasTo,
    AskedAlready,
    NobodyAsks,
    SetItThemselves,
    agree,
    lift,
)
from reprise.privacy.actions.nights import run
from reprise.privacy.journal import Journal, Line
from reprise.privacy.models import Act, Hold
from reprise.privacy.overview import acts as listed
from reprise.privacy.retention import RUNS
from reprise.privacy.retention.lifted import LIFTED, kept_until
from reprise.privacy.states import BY_TWO, By, HoldKind, Lift, Untold
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.backup import backup, put_back
from tests.privacy.cases import later, two_lift
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
ANN, BOB, EVE = (Actor(By.STAFF, new_id()) for _ in range(3))
ONE_STEP = sorted(set(HoldKind) - BY_TWO, key=str)
TWO_STEPS = sorted(BY_TWO, key=str)


def held(kind: HoldKind = HoldKind.LITIGATION, by: Actor = ANN) -> Hold:
    return hold(Subject(user_id=new_id()), kind, later(90).date(), by, now())


def is_held(known: Hold) -> bool:
    """Nobody has lifted it; for how long it holds all the same is another question."""
    return Hold.objects.filter(id=known.id, lifted_at=None).exists()


def told_of(known: Hold) -> list[tuple[str, str, str, UUID | None]]:
    """What was done with it and by whom: nobody deletes that."""
    found = Act.objects.filter(subject=known.user_id).order_by("seq")
    return [(each.verb, each.basis, each.reason, each.staff_id) for each in found]


class TestTwoAgree:
    def test_which_it_takes_two_for(self) -> None:
        """Of what a lawsuit or an authority needs, one alone could destroy what tells against
        them."""
        assert {HoldKind.LITIGATION, HoldKind.AUTHORITY} == BY_TWO

    @pytest.mark.parametrize("kind", TWO_STEPS)
    def test_one_asks_and_another_agrees(self, kind: HoldKind) -> None:
        known = held(kind)
        lift(known.id, Lift.OVER, BOB, now())
        assert is_held(known)
        with pytest.raises(AnotherHasTo):
            agree(known.id, Lift.OVER, BOB, now())
        assert is_held(known)
        with pytest.raises(SetItThemselves):
            agree(known.id, Lift.OVER, ANN, now())
        assert is_held(known)
        agree(known.id, Lift.OVER, EVE, now())
        assert not is_held(known)
        silence = [("untold", kind.value, "unsettled", ANN.staff_id)]
        assert told_of(known) == [
            ("held", "", kind.value, ANN.staff_id),
            *(silence if kind is HoldKind.AUTHORITY else ()),
            ("to_lift", kind.value, "over", BOB.staff_id),
            ("unheld", kind.value, "over", EVE.staff_id),
        ]
        known.refresh_from_db()
        assert (known.lifting_by, known.lifted_by) == (BOB.staff_id, EVE.staff_id)

    @pytest.mark.parametrize("kind", TWO_STEPS)
    def test_nor_whoever_has_set_it_alone(self, kind: HoldKind) -> None:
        known = held(kind, by=ANN)
        lift(known.id, Lift.MISTAKE, ANN, now())
        with pytest.raises(AskedAlready):
            lift(known.id, Lift.MISTAKE, ANN, now())
        with pytest.raises(AnotherHasTo):
            agree(known.id, Lift.MISTAKE, ANN, now())
        assert is_held(known)

    def test_whoever_has_set_it_may_ask_and_another_agrees(self) -> None:
        known = held(by=ANN)
        lift(known.id, Lift.OVER, ANN, now())
        agree(known.id, Lift.OVER, BOB, now())
        assert not is_held(known)

    @pytest.mark.parametrize("kind", ONE_STEP)
    def test_what_is_nobodys_proof_takes_one(self, kind: HoldKind) -> None:
        known = held(kind)
        lift(known.id, Lift.OVER, BOB, now())
        assert not is_held(known)
        assert told_of(known)[1:] == [("unheld", kind.value, "over", BOB.staff_id)]

    def test_a_second_wish_is_no_agreement(self) -> None:
        """Two who ask without knowing of each other have not agreed on anything."""
        known = held()
        lift(known.id, Lift.OVER, ANN, now())
        with pytest.raises(AskedAlready):
            lift(known.id, Lift.MISTAKE, BOB, now())
        assert is_held(known)

    def test_nobody_agrees_to_what_they_have_not_read(self) -> None:
        known = held()
        with pytest.raises(NobodyAsks):
            agree(known.id, Lift.OVER, BOB, now())
        lift(known.id, Lift.MISTAKE, ANN, now())
        with pytest.raises(NobodyAsks):
            agree(known.id, Lift.OVER, BOB, now())
        assert is_held(known)

    def test_whoever_still_needs_it_ends_the_wish(self) -> None:
        known = held()
        lift(known.id, Lift.OVER, ANN, now())
        # On the same day as before as well.
        put_off(known.id, known.review_on, BOB, now())
        with pytest.raises(NobodyAsks):
            agree(known.id, Lift.OVER, BOB, now())
        assert is_held(known)
        assert [verb for verb, *_ in told_of(known)] == ["held", "to_lift", "held"]

    def test_whoever_holds_it_anew_ends_the_wish(self) -> None:
        known = held()
        lift(known.id, Lift.OVER, ANN, now())
        hold(Subject(user_id=known.user_id), HoldKind.LITIGATION, known.review_on, BOB, now())
        known.refresh_from_db()
        assert known.lifting_by is None

    def test_what_was_lifted_is_over(self) -> None:
        known = held()
        two_lift(known.id)
        for again in (
            lambda: lift(known.id, Lift.OVER, ANN, now()),
            lambda: agree(known.id, Lift.OVER, BOB, now()),
        ):
            with pytest.raises(NoSuchHold):
                again()

    def test_a_persons_own_is_the_persons(self) -> None:
        theirs = hold(Subject(user_id=new_id()), HoldKind.RESTRICTION, later().date(), PERSON,
                      now())  # fmt: skip
        with pytest.raises(NotTheirs):
            agree(theirs.id, Lift.OVER, ANN, now())
        lift(theirs.id, Lift.WITHDRAWN, PERSON, now())
        assert not is_held(theirs)

    def test_nobody_changes_what_a_hold_was(self) -> None:
        held()
        for change in (
            lambda: Hold.objects.update(kind="guarantee"),
            lambda: Hold.objects.update(since=now()),
            lambda: Hold.objects.update(staff_id=BOB.staff_id),
            lambda: Hold.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                change()


class TestWhoIsTold:
    def one(self, name: str, **more: Any) -> Actor:
        user = User.objects.create_user(
            f"{name}@room.example", None, is_staff=True, language="de", **more
        )
        return Actor(By.STAFF, user.id)

    def letters(self) -> list[tuple[str, str]]:
        drain()
        told = [(each.to[0].split("@")[0], str(each.subject)) for each in mail.outbox]
        mail.outbox.clear()
        return sorted(told)

    def test_whoever_has_set_it_is_told_of_both_steps(self) -> None:
        ann, bob, eve = (self.one(name) for name in ("ann", "bob", "eve"))
        known = held(by=ann)
        lift(known.id, Lift.OVER, bob, now())
        drain()
        (letter,) = mail.outbox
        assert letter.to == ["ann@room.example"]
        text = str(letter.body)
        assert "bob@room.example" in text
        assert f"/staff/privacy/holds/{known.id}/" in text
        mail.outbox.clear()
        agree(known.id, Lift.OVER, eve, now())
        assert [who for who, _ in self.letters()] == ["ann", "bob"], "and whoever asked for it"

    def test_of_what_one_lifts_as_well(self) -> None:
        ann, bob = self.one("ann"), self.one("bob")
        lift(held(HoldKind.GUARANTEE, ann).id, Lift.OVER, bob, now())
        assert [who for who, _ in self.letters()] == ["ann"]
        lift(held(HoldKind.GUARANTEE, ann).id, Lift.OVER, ann, now())
        assert self.letters() == [], "nobody is told what they did themselves"

    def test_whoever_asked_is_told_that_it_stays(self) -> None:
        ann, bob = self.one("ann"), self.one("bob")
        known = held(by=ann)
        lift(known.id, Lift.OVER, bob, now())
        self.letters()
        put_off(known.id, later(30).date(), ann, now())
        assert [who for who, _ in self.letters()] == ["bob"]

    def test_the_supervisors_always_are(self) -> None:
        """Whoever asks and whoever has set it may be one person with two accounts."""
        ann, bob, eve = self.one("ann"), self.one("bob"), self.one("eve")
        self.one("boss", is_superuser=True)
        known = held(by=ann)
        lift(known.id, Lift.OVER, bob, now())
        assert [who for who, _ in self.letters()] == ["ann", "boss"]
        agree(known.id, Lift.OVER, eve, now())
        assert [who for who, _ in self.letters()] == ["ann", "bob", "boss"]

    def test_a_supervisor_is_that_a_person_is_not_told_of_a_hold(self) -> None:
        """Else one of the staff keeps something from a person, and nobody else knows."""
        ann, bob = self.one("ann"), self.one("bob")
        self.one("boss", is_superuser=True)
        held(by=ann)
        assert self.letters() == [], "a claim is told"
        known = held(HoldKind.AUTHORITY, ann)
        drain()
        (letter,) = mail.outbox
        assert letter.to == ["boss@room.example"]
        assert "ann@room.example" in str(letter.body)
        assert "danach darf es der Person gesagt werden" in " ".join(str(letter.body).split())
        assert f"/staff/privacy/holds/{known.id}/" in str(letter.body)
        mail.outbox.clear()
        tell(known.id, MAY_BE_TOLD, bob, now())
        assert self.letters() == []
        tell(known.id, Telling(Untold.FORBIDDEN, later(9).date()), bob, now())
        assert [who for who, _ in self.letters()] == ["ann", "boss"]

    def test_nobody_is_who_left_the_staff(self) -> None:
        ann, bob = self.one("ann"), self.one("bob")
        self.one("boss", is_superuser=True)
        known = held(by=ann)
        User.objects.filter(id=ann.staff_id).update(is_staff=False)
        lift(known.id, Lift.OVER, bob, now())
        assert [who for who, _ in self.letters()] == ["boss"]

    def test_a_person_who_ends_their_own_tells_nobody(self) -> None:
        self.one("boss", is_superuser=True)
        theirs = hold(Subject(user_id=new_id()), HoldKind.RESTRICTION, later().date(), PERSON,
                      now())  # fmt: skip
        lift(theirs.id, Lift.WITHDRAWN, PERSON, now())
        assert self.letters() == []


def first_that_stays(today: date) -> date:
    """The earliest day such that what was lifted on it is still kept."""
    day = today - timedelta(days=5 * 366)
    while kept_until(day) < today:
        day += timedelta(days=1)
    return day


def lifted_on(known: Hold, day: date) -> Hold:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    corrupt("UPDATE privacy_hold SET since = %(at)s, lifted_at = %(at)s, holds_until = %(at)s"
            " WHERE id = %(id)s", unguarded="privacy_hold", at=at, id=known.id)  # fmt: skip
    return known


def postgresql_forgets(known: Hold, today: date) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT privacy_forget_hold(%s, %s)", [known.id, today])
        return bool(cursor.fetchone()[0])


class TestItsEnd:
    """Five years after it was lifted nothing is to be proved with it any more."""

    def test_five_years_after_it_was_lifted(self) -> None:
        assert kept_until(date(2020, 2, 29)) == date(2025, 2, 28)
        assert kept_until(date(2021, 11, 28)) == date(2026, 11, 28)

    @pytest.mark.parametrize("by", ["staff", "person"])
    def test_the_night_after_its_last_day_takes_it(self, by: str) -> None:
        actor, kind = (
            (ANN, HoldKind.LITIGATION) if by == "staff" else (PERSON, HoldKind.RESTRICTION)
        )
        last = first_that_stays(now().date())
        stays, leaves, young = (held(kind, actor) for _ in range(3))
        lifted_on(leaves, last - timedelta(days=1))
        lifted_on(young, last)
        due = [each.subject for each in LIFTED.due(now())]
        assert due == [leaves.id]
        assert run(now(), [LIFTED]).done == {"holds": 1}
        left = set(Hold.objects.values_list("id", flat=True))
        assert left == {stays.id, young.id}
        act = Act.objects.get(verb="erased")
        assert (act.holding, act.subject, act.actor_kind) == ("holds", leaves.id, "clock")

    def test_it_is_one_of_what_the_nights_do(self) -> None:
        assert LIFTED in RUNS

    def test_on_its_last_day_it_is_there(self) -> None:
        today = now().date()
        last = first_that_stays(today)
        known = lifted_on(held(), last)
        assert list(LIFTED.due(now())) == []
        assert not postgresql_forgets(known, today)
        (ahead,) = LIFTED.due(now(), 6)
        assert ahead.night == kept_until(last) + timedelta(days=1)

    def test_postgresql_forgets_nothing_that_holds_or_is_young(self) -> None:
        """Whatever day somebody says that it is."""
        holds, young = held(), lifted_on(held(), now().date() - timedelta(days=1))
        for known in (holds, young):
            assert not postgresql_forgets(known, date(2999, 1, 1))
        old = lifted_on(held(), date(2019, 3, 1))
        assert not postgresql_forgets(old, date(2024, 3, 1)), "its last day"
        assert postgresql_forgets(old, date(2024, 3, 2))
        assert Hold.objects.count() == 2

    def test_what_was_done_stays_and_leads_nowhere(self) -> None:
        known = hold(Subject(person=b"x" * 32), HoldKind.LITIGATION, later().date(), ANN, now())
        assert [each.hold for each in listed()[0]] == [True]
        lifted_on(known, date(2019, 3, 1))
        run(now(), [LIFTED])
        assert [(each.act.verb, each.hold) for each in listed()[0]] == [
            ("erased", False), ("held", False),
        ]  # fmt: skip

    def test_a_backup_brings_none_back(self) -> None:
        known = lifted_on(held(), date(2019, 3, 1))
        journal.copy(now())
        kept = backup()
        run(now(), [LIFTED])
        journal.copy(now())
        put_back(kept)
        assert Hold.objects.filter(id=known.id).exists()
        assert journal.replay(now()) == 1
        assert not Hold.objects.exists()


def test_a_correction_of_before_a_backup_is_said_to_be_lost(caplog: Any) -> None:
    held()
    journal.copy(now())
    last = Journal.of().last()
    assert last is not None
    line = Line(
        seq=last.seq + 1, id=str(new_id()), verb="amended", holding="contact",
        subject=str(new_id()), basis="", reason="street", until="", request=str(new_id()),
        at=now().isoformat(), by="staff",
    )  # fmt: skip
    Journal.of().append([line], now())
    assert journal.replay(now()) == 1
    assert "street" in caplog.text
