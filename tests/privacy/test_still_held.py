"""What staff have lifted is held for some days all the same, and can be held again in them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core import mail
from django.db import connection

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.orders.models import Contact
from reprise.privacy import evidence, held
from reprise.privacy.actions import contacts, erasing
from reprise.privacy.actions.accounts import HeldAccount, may_be_erased
from reprise.privacy.actions.acting import CLOCK, PERSON, Actor
from reprise.privacy.actions.holding import (
    NoSuchHold,
    NotLifted,
    NotTheirs,
    ReviewDay,
    Subject,
    TooLateToHold,
    hold,
    hold_again,
)
from reprise.privacy.actions.lifting import agree, lift
from reprise.privacy.leaving import Fate, by_clock
from reprise.privacy.models import Act, Archived, Hold
from reprise.privacy.people import person
from reprise.privacy.queries import held_back, held_orders
from reprise.privacy.retention.archived import ARCHIVE
from reprise.privacy.retention.base import first_night
from reprise.privacy.retention.bought import CONTACTS
from reprise.privacy.retention.unused import ACCOUNTS
from reprise.privacy.states import STILL_HELD, By, HoldKind, Lift
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import (
    acts,
    ada,
    asked,
    bought,
    days_pass,
    erase,
    later,
    placed_ago,
    two_lift,
)  # fmt: skip
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())
# Long after everything that an order waits for.
FAR = 4000


def held_order(order_id: UUID, kind: HoldKind = HoldKind.LITIGATION) -> Hold:
    return hold(Subject(order_id=order_id), kind, later(90).date(), STAFF, now())


def lifted(known: Hold) -> Hold:
    if known.by_two:
        two_lift(known.id)
    else:
        lift(known.id, Lift.OVER, STAFF, now())
    known.refresh_from_db()
    return known


def hours_pass(hours: float) -> None:
    """So long ago everything was lifted."""
    corrupt(
        "UPDATE privacy_hold SET lifted_at = lifted_at - %(by)s,"
        " holds_until = holds_until - %(by)s",
        unguarded="privacy_hold", by=timedelta(hours=hours),
    )  # fmt: skip


class TestTheDays:
    def test_there_are_seven_and_postgresql_counts_the_same(self) -> None:
        assert timedelta(days=7) == STILL_HELD
        known = lifted(hold(Subject(user_id=new_id()), HoldKind.LITIGATION, later(9).date(), STAFF,
                            now()))  # fmt: skip
        assert known.lifted_at is not None
        assert known.holds_until == known.lifted_at + STILL_HELD
        assert abs(known.lifted_at - datetime.now(UTC)) < timedelta(minutes=9)

    @pytest.mark.parametrize("kind", list(HoldKind))
    def test_the_night_after_two_agreed_destroys_nothing(
        self, sandbox: Any, kind: HoldKind
    ) -> None:
        """Asked for and agreed to at 04:09 by one person with two accounts: 04:10 comes."""
        made = bought(sandbox)
        known = lifted(hold(Subject(person=person("camille@buyer.example")), kind,
                            later(90).date(), STAFF, now()))  # fmt: skip
        assert contacts.take_out(made.id, by_clock, CLOCK, later(FAR)).fate is Fate.KEPT
        assert Contact.objects.exists()
        hours_pass(7 * 24 - 1)
        assert contacts.take_out(made.id, by_clock, CLOCK, later(FAR)).fate is Fate.KEPT
        hours_pass(2)
        assert contacts.take_out(made.id, by_clock, CLOCK, later(FAR)).fate is not Fate.KEPT
        assert known.by == "staff"

    def test_a_clock_of_ours_that_is_wrong_ends_nothing(self, sandbox: Any) -> None:
        lifted(held_order(bought(sandbox).id))
        for at in (now(), later(FAR)):
            assert Hold.objects.holding(at).count() == 1
        days_pass()
        assert not Hold.objects.holding(now()).exists()

    def test_what_its_person_ends_ends_at_once(self, sandbox: Any) -> None:
        made = bought(sandbox)
        theirs = hold(Subject(order_id=made.id), HoldKind.RESTRICTION, later(9).date(), PERSON,
                      now())  # fmt: skip
        lift(theirs.id, Lift.WITHDRAWN, PERSON, now())
        theirs.refresh_from_db()
        assert theirs.holds_until == theirs.lifted_at
        assert not Hold.objects.holding(now()).exists()


class TestWhoeverAsks:
    def test_what_is_held_of_whom_and_until_when(self, sandbox: Any) -> None:
        user, made = ada(), bought(sandbox)
        open_one, one = held_order(made.id, HoldKind.AUTHORITY), lifted(held_order(made.id))
        of = hold(Subject(person=person(user.email), user_id=user.id), HoldKind.LITIGATION,
                  later(9).date(), STAFF, now())  # fmt: skip
        until = lifted(of).holds_until
        on = held_back(now())
        assert on.persons == {person(user.email): until}
        assert on.accounts == {user.id: until}
        assert on.until(["else@buyer.example"], user.id) == until
        assert on.until([user.email], None) == until
        assert on.until(["else@buyer.example"], new_id()) is None
        assert on.orders[made.id].year == 9999, "one of them is not lifted"
        assert held_orders([made.id], now()).keys() == {made.id}
        assert {each.hold for each in held.of_order(made.id, now())} == {open_one, one}
        two_lift(open_one.id)
        assert held_back(now()).orders[made.id].year < 9999
        days_pass()
        assert held_back(now()).orders == {}
        assert held.of_order(made.id, now()) == []

    def test_an_account(self) -> None:
        user = ada()
        known = hold(Subject(user_id=user.id), HoldKind.LITIGATION, later(9).date(), STAFF, now())
        lifted(known)
        with pytest.raises(HeldAccount):
            may_be_erased(user.id, later(FAR))
        days_pass()
        may_be_erased(user.id, now())

    def test_a_request_waits_for_it_and_is_carried_out_then(self, sandbox: Any) -> None:
        made = bought(sandbox)
        known = held_order(made.id)
        request = asked()
        erase(request, made.id)
        lifted(known)
        assert erasing.go_on(later()) == 0
        shown = erasing.plan([made.id], later())
        assert [each.fate for each in shown.decided] == [Fate.KEPT], "as the person is shown it"
        days_pass()
        assert erasing.go_on(later()) == 1
        assert not Contact.objects.exists()

    def test_a_row_of_the_archive(self, sandbox: Any) -> None:
        made = bought(sandbox)
        contacts.take_out(made.id, erasing.on_request, PERSON, later())
        corrupt("UPDATE privacy_archived SET until = '2020-01-01', key_year = 2020")
        (due,) = ARCHIVE.due(now())
        lifted(held_order(made.id))
        assert [*ARCHIVE.due(now())] == []
        assert not ARCHIVE.carry_out(due, later(FAR))
        with connection.cursor() as cursor:
            cursor.execute("SELECT privacy_drop(%s, '2999-01-01')", [made.id])
            assert cursor.fetchone() == (False,)
        (ahead,) = ARCHIVE.due(now(), 8)
        assert (
            ahead.night == (now() + timedelta(days=8)).date()
            or ahead.night == (now() + timedelta(days=7)).date()
        )
        days_pass()
        assert ARCHIVE.carry_out(due, now())
        assert not Archived.objects.exists()

    def test_the_evidence_says_it(self, sandbox: Any) -> None:
        made = bought(sandbox)
        known = lifted(held_order(made.id))
        (told,) = evidence.of_order(made.id, {}, "en", now()).parts["holds"]
        assert (told["lifted_at"], told["holds_until"]) == (
            evidence.at(known.lifted_at), evidence.at(known.holds_until),
        )  # fmt: skip

    def test_staff_see_it_among_what_is_held(self, sandbox: Any) -> None:
        known = lifted(held_order(bought(sandbox).id))
        assert [each.hold for each in held.in_force(now())] == [known]
        counted = held.needing(now())
        assert (counted.due, counted.asked, counted.lifted) == (0, 0, 1)
        days_pass()
        assert held.in_force(now()) == []
        assert held.needing(now()).lifted == 0


class TestTheNightsAhead:
    """What the next nights will do is shown with the night in which it is held no more."""

    def test_the_first_night_in_which_it_is_free(self) -> None:
        at = now()
        assert first_night(None, at, 6) == 0
        assert first_night(at, at, 6) == 0
        assert first_night(at + timedelta(seconds=1), at, 6) == 1
        assert first_night(at + timedelta(days=6), at, 6) == 6
        assert first_night(at + timedelta(days=6, seconds=1), at, 6) is None

    def test_of_an_order(self, sandbox: Any) -> None:
        made = bought(sandbox)
        placed_ago(made.sale.order, 1200)
        corrupt("UPDATE orders_step SET at = at - interval '1200 days'")
        corrupt("UPDATE orders_line SET state_at = state_at - interval '1200 days'")
        assert [each.night for each in CONTACTS.due(now(), 6)] == [now().date()]
        known = held_order(made.id)
        assert [*CONTACTS.due(now(), 6)] == [], "nobody has lifted it"
        lifted(known)
        hours_pass(4 * 24 + 1)
        assert [*CONTACTS.due(now())] == []
        (due,) = CONTACTS.due(now(), 6)
        assert due.night == (now() + timedelta(days=3)).date()

    def test_of_an_account(self) -> None:
        user = ada()
        User.objects.update(created_at=now() - timedelta(days=800))
        known = hold(Subject(user_id=user.id), HoldKind.LITIGATION, later(9).date(), STAFF, now())
        assert [*ACCOUNTS.due(now(), 6)] == []
        lifted(known)
        hours_pass(4 * 24 + 1)
        assert [*ACCOUNTS.due(now())] == []
        (due,) = ACCOUNTS.due(now(), 6)
        assert due.night == (now() + timedelta(days=3)).date()


class TestHeldAgain:
    def again(self, known: Hold, days: int = 30, actor: Actor = STAFF) -> Hold:
        return hold_again(known.id, later(days).date(), actor, now())

    @pytest.mark.parametrize("of", ["order", "address"])
    def test_anybody_of_the_staff_does_alone_what_nobody_could_by_the_address(
        self, sandbox: Any, of: str
    ) -> None:
        made = bought(sandbox)
        subject = Subject(order_id=made.id) if of == "order" else Subject(
            person=person("camille@buyer.example"), user_id=new_id()
        )  # fmt: skip
        known = lifted(hold(subject, HoldKind.AUTHORITY, later(9).date(), STAFF, now()))
        eve = Actor(By.STAFF, new_id())
        made_again = self.again(known, actor=eve)
        assert made_again.id != known.id
        made_again.refresh_from_db()
        same = ("order_id", "person", "user_id", "kind", "by")
        assert all(getattr(made_again, name) == getattr(known, name) for name in same)
        assert (made_again.staff_id, made_again.review_on) == (eve.staff_id, later(30).date())
        days_pass(known.id)
        assert contacts.take_out(made.id, by_clock, CLOCK, later(FAR)).fate is Fate.KEPT
        assert [verb for _, verb, _ in acts()] == [
            "held", "untold", "to_lift", "unheld", "held", "untold",
        ]  # fmt: skip

    def test_twice_is_once(self) -> None:
        known = lifted(hold(Subject(user_id=new_id()), HoldKind.AUTHORITY, later(9).date(), STAFF,
                            now()))  # fmt: skip
        assert self.again(known).id == self.again(known, 40).id
        assert Hold.objects.filter(lifted_at=None).count() == 1

    def test_not_when_its_days_are_over(self) -> None:
        known = lifted(hold(Subject(user_id=new_id()), HoldKind.AUTHORITY, later(9).date(), STAFF,
                            now()))  # fmt: skip
        days_pass()
        with pytest.raises(TooLateToHold):
            self.again(known)
        assert Hold.objects.count() == 1

    def test_nor_what_holds_nor_a_person_s_nor_without_a_day(self) -> None:
        known = hold(Subject(user_id=new_id()), HoldKind.AUTHORITY, later(9).date(), STAFF, now())
        with pytest.raises(NotLifted):
            self.again(known)
        theirs = hold(Subject(user_id=new_id()), HoldKind.RESTRICTION, later(9).date(), PERSON,
                      now())  # fmt: skip
        lift(theirs.id, Lift.WITHDRAWN, PERSON, now())
        with pytest.raises(NotTheirs):
            self.again(theirs)
        lifted(known)
        with pytest.raises(ReviewDay):
            self.again(known, 0)
        with pytest.raises(NoSuchHold):
            hold_again(new_id(), later(9).date(), STAFF, now())
        assert Act.objects.filter(verb="held").count() == 2

    def test_the_letters_name_the_moment_and_whoever_lifted_it_is_told(self) -> None:
        ann, bob, eve = (
            Actor(By.STAFF, User.objects.create_user(
                f"{name}@room.example", None, is_staff=True, language="en").id)
            for name in ("ann", "bob", "eve")
        )  # fmt: skip
        known = hold(Subject(user_id=new_id()), HoldKind.AUTHORITY, later(9).date(), ann, now())
        lift(known.id, Lift.OVER, ann, now())
        drain()
        mail.outbox.clear()
        agree(known.id, Lift.OVER, bob, now())
        known.refresh_from_db()
        drain()
        (letter,) = mail.outbox
        assert letter.to == ["ann@room.example"]
        assert known.holds_until is not None
        assert f"{known.holds_until:%Y}" in str(letter.body)
        assert "stays held until" in str(letter.body)
        mail.outbox.clear()
        made = self.again(known, actor=eve)
        drain()
        assert sorted(each.to[0] for each in mail.outbox) == [
            "ann@room.example", "bob@room.example",
        ]  # fmt: skip
        assert all(f"/staff/privacy/holds/{made.id}/" in str(each.body) for each in mail.outbox)
        assert all("eve@room.example holds it again" in str(each.body) for each in mail.outbox)
