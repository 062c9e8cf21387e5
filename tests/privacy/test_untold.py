"""Of what an authority asks about its person is told when they may be, and nothing false before."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from reprise.accounts.models import User
from reprise.audit.actions import note, note_sought
from reprise.audit.models import Look, Sought
from reprise.audit.states import Page
from reprise.audit.states import Subject as Seen
from reprise.kernel.ids import new_id
from reprise.orders.models import Contact
from reprise.privacy import evidence, held
from reprise.privacy.access import Person, answer, owner
from reprise.privacy.actions import contacts, erasing, exercising, journal
from reprise.privacy.actions.accounts import HeldAccount, may_be_erased
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.actions.exercising import Asker
from reprise.privacy.actions.holding import (
    MAY_BE_TOLD,
    UNSETTLED,
    NotTheirs,
    OnlyAnAuthoritys,
    Subject,
    Telling,
    ToBeSettled,
    UntoldDay,
    hold,
    hold_again,
    tell,
)
from reprise.privacy.copy import document
from reprise.privacy.leaving import Fate, on_request
from reprise.privacy.models import Act, Hold
from reprise.privacy.people import person
from reprise.privacy.states import By, HoldKind, Untold
from reprise.wiring import sweeps
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.planted import corrupt
from tests.privacy.backup import backup, put_back
from tests.privacy.cases import Bought, ada, bought, later, two_lift
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())


def forbidden() -> Telling:
    return Telling(Untold.FORBIDDEN, later(90).date())


TELLINGS = {
    "unsettled": lambda: UNSETTLED, "told": lambda: MAY_BE_TOLD, "forbidden": forbidden,
}  # fmt: skip


@pytest.fixture
def user() -> User:
    return ada()


@pytest.fixture
def made(sandbox: Any, user: User) -> Bought:
    return bought(sandbox, buyer=user.id)


def asks(subject: Subject, telling: Telling | None = None, minutes: int = 0) -> Hold:
    """So many minutes from now."""
    at = now() + timedelta(minutes=minutes)
    return hold(subject, HoldKind.AUTHORITY, later(60).date(), STAFF, at, telling=telling)


def copy_of(user: User) -> list[str]:
    """Each row of a person's copy, and what it says of each order."""
    told = document(answer(owner(user)), "en", now())
    rows = [
        json.dumps([table, row], sort_keys=True)
        for holding in told["holdings"]
        for table, found in holding["records"].items()
        for row in found
    ]
    return sorted([*rows, json.dumps(told["orders"])])


def tells_of_it(user: User) -> bool:
    """Whether a row about holds or about what was done says that it is an authority's."""
    return any('"authority"' in row for row in copy_of(user))


def shown_looks(user: User) -> set[str]:
    rows = {table: found for each in answer(owner(user)).held for table, found in each.rows.items()}
    return {row["page"] for row in rows.get("audit_look", [])}


class TestWhatStaysAnyway:
    """An order that its person's request leaves where it is, hold or no hold, says the same."""

    @pytest.mark.parametrize("right", ["restriction", "erasure"])
    @pytest.mark.parametrize("reason", ["busy", "withdrawal"])
    @pytest.mark.parametrize("is_held", [True, False])
    def test_says_why_it_would_stay_without_the_hold(
        self, sandbox: Any, user: User, right: str, reason: str, is_held: bool
    ) -> None:
        if reason == "busy":
            order_id = place((an_offer(stock=1), 1), buyer=user.id).order.id
        else:
            order_id = bought(sandbox, buyer=user.id).id
        if is_held:
            asks(Subject(order_id=order_id))
        asker = Asker(owner(user), user.email, "en-fr")
        if right == "restriction":
            exercising.restrict(asker, now())
        else:
            shown = exercising.plan(asker, now())
            assert [each.ground.value for each in shown.decided] == [reason]
            exercising.erase(asker, shown.digest, now())
        acts = Act.objects.filter(subject=order_id, verb="kept")
        assert list(acts.values_list("basis", flat=True)) == [reason]

    def test_what_would_leave_says_no_more_than_that_it_is_needed(
        self, made: Bought, user: User
    ) -> None:
        """The words of a law or a claim (0054), for a restriction as for an erasure."""
        asks(Subject(order_id=made.id))
        exercising.restrict(Asker(owner(user), user.email, "en-fr"), later())
        assert Act.objects.get(subject=made.id, verb="kept").basis == "held"
        assert not tells_of_it(user)


class TestACopy:
    @pytest.mark.parametrize("of", ["order", "person"])
    def test_is_the_same_as_without_it_but_for_nothing(
        self, made: Bought, user: User, of: str
    ) -> None:
        before = copy_of(user)
        subject = Subject(order_id=made.id) if of == "order" else Subject(
            person=person(user.email), user_id=user.id
        )  # fmt: skip
        known = asks(subject)
        two_lift(known.id)
        again = hold_again(known.id, later(30).date(), STAFF, now())
        sought = Sought.objects.create(person=person(user.email), found=1, day=now().date())
        for page, about, subject_id in (
            (Page.HOLDS, Seen.HOLD, known.id), (Page.HOLDING, Seen.PERSON, sought.id),
            (Page.ORDER_FILE, Seen.ORDER, made.id),
        ):  # fmt: skip
            note(new_id(), page, about, subject_id, now())
        assert Look.objects.count() == 3
        assert copy_of(user) == before
        for each in (known, again):
            tell(each.id, MAY_BE_TOLD, STAFF, now())
        assert tells_of_it(user)
        assert shown_looks(user) == {"staff.holds", "staff.holding", "staff.order_file"}

    def test_looks_that_say_nothing_stay(self, made: Bought, user: User) -> None:
        asks(Subject(order_id=made.id))
        note(new_id(), Page.ORDER, Seen.ORDER, made.id, now())
        assert shown_looks(user) == {"staff.order"}

    @pytest.mark.parametrize("of", ["order", "account", "person"])
    def test_nothing_of_before_leaves_it(self, made: Bought, user: User, of: str) -> None:
        """What vanishes on the day on which an authority asks says that one does."""
        claim = hold(Subject(order_id=made.id), HoldKind.LITIGATION, later(60).date(), STAFF, now())
        for each in (Subject(order_id=made.id), Subject(user_id=user.id)):
            old = asks(each)
            tell(old.id, MAY_BE_TOLD, STAFF, now())
            two_lift(old.id)
        note(new_id(), Page.ORDER_FILE, Seen.ORDER, made.id, now())
        note(new_id(), Page.HOLDS, Seen.HOLD, claim.id, now())
        for page in (Page.HOLDS, Page.HOLDING, Page.LOOKERS):
            note_sought(new_id(), page, person(user.email), Seen.HOLD, [claim.id], now())
        before = copy_of(user)
        assert tells_of_it(user)
        assert sum(row.startswith('["audit_sought"') for row in before) == 3
        subject = {
            "order": Subject(order_id=made.id), "account": Subject(user_id=user.id),
            "person": Subject(person=person(user.email), user_id=user.id),
        }[of]  # fmt: skip
        known = asks(subject, minutes=1)
        tell(known.id, forbidden(), STAFF, now() + timedelta(minutes=2))
        after = now() + timedelta(minutes=3)
        note(new_id(), Page.ORDER_FILE, Seen.ORDER, made.id, after)
        note(new_id(), Page.ARCHIVE, Seen.HOLD, known.id, after)
        # Whoever asks who has looked is told of what the person is not.
        for page in (Page.HOLDS, Page.HOLDING, Page.LOOKERS):
            note_sought(new_id(), page, person(user.email), Seen.HOLD, [claim.id], after)
        note(new_id(), Page.LOOKERS, Seen.ORDER, made.id, after)
        assert copy_of(user) == before

    def test_nor_what_is_done_with_an_earlier_one_that_is_told(
        self, made: Bought, user: User
    ) -> None:
        old = asks(Subject(user_id=user.id))
        tell(old.id, MAY_BE_TOLD, STAFF, now())
        asks(Subject(person=person(user.email), user_id=user.id))
        asks(Subject(order_id=made.id))
        two_lift(old.id)
        acts = [json.loads(row) for row in copy_of(user) if row.startswith('["privacy_act"')]
        assert sorted(act["verb"] for _, act in acts) == [
            "held", "may_tell", "to_lift", "unheld", "untold",
        ]  # fmt: skip

    @pytest.mark.parametrize("archived", [False, True])
    def test_what_an_order_is_held_by_may_be_another_address_in_it(
        self, made: Bought, user: User, *, archived: bool
    ) -> None:
        """That address holds the order, and a file of it is made for whoever asks about that
        person."""
        contact = Contact.objects.get(order_id=made.id)
        assert contact.email != user.email
        if archived:
            assert contacts.take_out(made.id, on_request, PERSON, later()).fate is Fate.ARCHIVED
        before = copy_of(user)
        known = asks(Subject(person=person(contact.email)))
        note(new_id(), Page.ORDER_FILE, Seen.ORDER, made.id, now())
        assert copy_of(user) == before
        tell(known.id, MAY_BE_TOLD, STAFF, now())
        assert shown_looks(user) == {"staff.order_file"}
        # The hold is the other person's, not this one's.
        assert not tells_of_it(user)

    @pytest.mark.parametrize("bought_by", ["account", "proven"])
    def test_or_the_account_that_has_proven_the_address_of_a_guest(
        self, sandbox: Any, bought_by: str
    ) -> None:
        owns = bought_by == "account"
        email = "ada@buyer.example" if owns else CONTACT.email
        user = User.objects.create_user(email, None, verified_at=now())
        made = bought(sandbox, buyer=user.id if owns else None)
        reads = owner(user) if owns else Person(None, CONTACT.email)
        asks(Subject(user_id=user.id))
        note(new_id(), Page.ORDER_FILE, Seen.ORDER, made.id, now())
        assert "audit_look" not in {table for each in answer(reads).held for table in each.rows}

    def test_another_persons_copy_stays_as_it_is(self, made: Bought, user: User) -> None:
        asks(Subject(person=person("other@buyer.example"), user_id=new_id()))
        asks(Subject(order_id=new_id()))
        note(new_id(), Page.ORDER_FILE, Seen.ORDER, made.id, now())
        assert shown_looks(user) == {"staff.order_file"}

    @pytest.mark.parametrize(("days", "shown"), [(0, False), (-1, True)])
    def test_the_last_day_on_which_they_are_not_told_counts(
        self, made: Bought, user: User, days: int, shown: bool
    ) -> None:
        known = asks(Subject(order_id=made.id), Telling(Untold.FORBIDDEN, later(9).date()))
        corrupt("UPDATE privacy_hold SET untold_until = (now() AT TIME ZONE 'UTC')::date + %(by)s"
                " WHERE id = %(id)s", by=days, id=known.id)  # fmt: skip
        assert tells_of_it(user) is shown

    def test_of_another_reason_they_are_told_beside_it(self, made: Bought, user: User) -> None:
        asks(Subject(order_id=made.id))
        hold(Subject(order_id=made.id), HoldKind.LITIGATION, later(60).date(), STAFF, now())
        assert any('"litigation"' in row for row in copy_of(user))
        assert not tells_of_it(user)


class TestAnErasure:
    def test_its_line_is_that_of_every_hold_and_true(self, made: Bought) -> None:
        """A law, art. 17(3)(b), or claims, (e): one of them is so for each kind of hold."""
        lines = []
        for kind in (HoldKind.LITIGATION, HoldKind.GUARANTEE, HoldKind.AUTHORITY):
            known = hold(Subject(order_id=made.id), kind, later(60).date(), STAFF, now())
            lines.append(erasing.plan([made.id], later()).decided)
            corrupt("DELETE FROM privacy_hold WHERE id = %(id)s", id=known.id)
        assert lines[0] == lines[1] == lines[2]
        ((line,), *_) = lines
        (because,) = line.because
        for words in (because.en, because.fr, because.nl, because.de):
            for revealing in ("authorit", "autorit", "overheid", "behörde"):
                assert revealing not in words.lower()

    def test_nor_does_the_refusal_to_close_an_account_say_it(self, user: User) -> None:
        asks(Subject(user_id=user.id))
        with pytest.raises(HeldAccount) as refused:
            may_be_erased(user.id, now())
        assert "authority" not in str(refused.value.message)


class TestWhoSays:
    def test_not_until_somebody_says_so(self, made: Bought) -> None:
        assert Telling(Untold.UNSETTLED, None) == UNSETTLED
        known = asks(Subject(order_id=made.id))
        settled = now().date() + timedelta(days=30)
        assert (known.untold_why, known.untold_until) == ("unsettled", settled)
        until = later(9).date()
        tell(known.id, Telling(Untold.FORBIDDEN, until), STAFF, now())
        tell(known.id, MAY_BE_TOLD, STAFF, now())
        tell(known.id, MAY_BE_TOLD, STAFF, now())
        told = Act.objects.order_by("seq").values_list("verb", "basis", "reason", "until",
                                                       "staff_id")  # fmt: skip
        assert list(told)[1:] == [
            ("untold", "authority", "unsettled", settled, STAFF.staff_id),
            ("untold", "authority", "forbidden", until, STAFF.staff_id),
            ("may_tell", "authority", "", None, STAFF.staff_id),
        ]

    def test_only_an_authority_keeps_something_from_a_person(self, made: Bought) -> None:
        for kind in set(HoldKind) - {HoldKind.AUTHORITY}:
            with pytest.raises(OnlyAnAuthoritys):
                hold(Subject(user_id=new_id()), kind, later(9).date(), STAFF, now(),
                     telling=forbidden())  # fmt: skip
        claim = hold(Subject(order_id=made.id), HoldKind.LITIGATION, later(9).date(), STAFF, now())
        with pytest.raises(OnlyAnAuthoritys):
            tell(claim.id, forbidden(), STAFF, now())
        theirs = hold(Subject(user_id=new_id()), HoldKind.RESTRICTION, later(9).date(), PERSON,
                      now())  # fmt: skip
        with pytest.raises(NotTheirs):
            tell(theirs.id, forbidden(), STAFF, now())
        for each in (claim, theirs):
            with pytest.raises(IntegrityError), transaction.atomic():
                Hold.objects.filter(id=each.id).update(untold_why="forbidden")

    def test_nobody_is_silent_without_an_end(self, made: Bought) -> None:
        """Neither we nor whoever has the running role."""
        known = asks(Subject(order_id=made.id))
        for wrong in (
            Telling(Untold.FORBIDDEN),
            Telling(Untold.UNSETTLED, now().date() + timedelta(days=31)),
        ):
            with pytest.raises(UntoldDay):
                asks(Subject(user_id=new_id()), wrong)
        with pytest.raises(UntoldDay):
            tell(known.id, Telling(Untold.FORBIDDEN), STAFF, now())
        with pytest.raises(IntegrityError), transaction.atomic():
            Hold.objects.filter(id=known.id).update(untold_until=None)

    @pytest.mark.parametrize("before", TELLINGS)
    def test_nor_by_leaving_it_unsettled_again(self, made: Bought, before: str) -> None:
        known = asks(Subject(order_id=made.id), TELLINGS[before]())
        day = known.untold_until
        for again in (UNSETTLED, Telling(Untold.UNSETTLED, later(29).date())):
            with pytest.raises(ToBeSettled):
                tell(known.id, again, STAFF, now())
        known.refresh_from_db()
        assert known.untold_until == day

    def test_nor_by_lifting_and_holding_again(self, made: Bought) -> None:
        first = asks(Subject(order_id=made.id))
        corrupt("UPDATE privacy_hold SET untold_until = %(day)s", day=later(3).date())
        two_lift(first.id)
        again = hold_again(first.id, later(30).date(), STAFF, now())
        assert (again.untold_why, again.untold_until) == ("unsettled", later(3).date())

    def test_what_was_to_be_told_by_then_is_held_again_and_told(
        self, made: Bought, user: User
    ) -> None:
        first = asks(Subject(order_id=made.id))
        corrupt("UPDATE privacy_hold SET untold_until = %(day)s", day=later(-1).date())
        two_lift(first.id)
        hold_again(first.id, later(30).date(), STAFF, now())
        assert tells_of_it(user)

    @pytest.mark.parametrize("days", [0, 367])
    def test_until_a_day_to_come_and_within_a_year(self, made: Bought, days: int) -> None:
        known = asks(Subject(order_id=made.id))
        wrong: date = now().date() + timedelta(days=days)
        with pytest.raises(UntoldDay):
            tell(known.id, Telling(Untold.FORBIDDEN, wrong), STAFF, now())
        with pytest.raises(UntoldDay):
            tell(known.id, Telling(None, later(9).date()), STAFF, now())

    def test_also_of_what_was_lifted(self, made: Bought) -> None:
        known = asks(Subject(order_id=made.id))
        two_lift(known.id)
        tell(known.id, MAY_BE_TOLD, STAFF, now())
        known.refresh_from_db()
        assert (known.untold_why, known.lifted_at is not None) == ("", True)

    def test_held_again_it_is_as_it_was(self, made: Bought) -> None:
        known = asks(Subject(order_id=made.id), forbidden())
        two_lift(known.id)
        again = hold_again(known.id, later(9).date(), STAFF, now())
        assert (again.untold_why, again.untold_until) == ("forbidden", later(90).date())


def test_the_evidence_for_an_authority_says_it(made: Bought) -> None:
    known = asks(Subject(order_id=made.id))
    (told,) = evidence.of_order(made.id, {}, "en", now()).parts["holds"]
    assert (told["kind"], told["not_told_because"]) == ("authority", "unsettled")
    tell(known.id, MAY_BE_TOLD, STAFF, now())
    (told,) = evidence.of_order(made.id, {}, "en", now()).parts["holds"]
    assert "not_told_because" not in told


@pytest.mark.parametrize(
    ("began", "became"),
    [("unsettled", ""), ("unsettled", "told"), ("unsettled", "forbidden"), ("forbidden", ""),
     ("forbidden", "told")],
)  # fmt: skip
def test_what_a_backup_brings_back_is_told_as_it_was(made: Bought, began: str, became: str) -> None:
    kept = backup()
    known = asks(Subject(order_id=made.id), TELLINGS[began]())
    if became:
        tell(known.id, TELLINGS[became](), STAFF, now())
    was = Hold.objects.values_list("untold_why", "untold_until").get()
    journal.copy(now())
    put_back(kept)
    journal.replay(now())
    assert Hold.objects.values_list("untold_why", "untold_until").get() == was


class TestReminding:
    def letters(self) -> list[tuple[str, str]]:
        drain()
        return [(each.to[0], each.subject) for each in mail.outbox]

    @pytest.fixture
    def boss(self) -> str:
        boss = User.objects.create_superuser("boss@reprise.example", "a long enough word")
        return boss.email

    @pytest.mark.parametrize("lifted", [False, True])
    def test_a_week_before_its_end_supervisors_have_a_letter_once(
        self, made: Bought, boss: str, lifted: bool
    ) -> None:
        known = asks(Subject(order_id=made.id))
        if lifted:
            two_lift(known.id)
        self.letters()
        mail.outbox.clear()
        days = timedelta(days=22)
        assert sweeps.holds_to_settle(now() + days) == 0
        for again in (days + timedelta(days=1), days + timedelta(days=2)):
            sweeps.holds_to_settle(now() + again)
        assert self.letters() == [(boss, "Somebody is told of a hold soon")]
        assert "page, with a last day" in mail.outbox[0].body

    def test_not_of_what_was_settled(self, made: Bought, boss: str) -> None:
        known = asks(Subject(order_id=made.id))
        tell(known.id, MAY_BE_TOLD, STAFF, now())
        other = asks(Subject(user_id=new_id()), forbidden())
        self.letters()
        mail.outbox.clear()
        assert sweeps.holds_to_settle(now() + timedelta(days=25)) == 0
        assert sweeps.holds_to_settle(now() + timedelta(days=85)) == 1
        tell(other.id, MAY_BE_TOLD, STAFF, now())
        assert self.letters() == []

    def test_the_first_page_of_the_room_counts_it(self, made: Bought) -> None:
        asks(Subject(order_id=made.id))
        asks(Subject(user_id=new_id()), forbidden())
        assert held.needing(now() + timedelta(days=22)).settle == 0
        for days in (23, 30):
            assert held.needing(now() + timedelta(days=days)).settle == 1
        assert held.needing(now() + timedelta(days=31)).settle == 0

    def test_the_clock_knows_it(self) -> None:
        assert sweeps.holds_to_settle in sweeps.NIGHTLY
