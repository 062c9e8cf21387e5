"""What is held: nothing of it leaves, and each side lifts its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from reprise.kernel.ids import new_id
from reprise.orders.models import Contact
from reprise.privacy.actions import contacts, erasing
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.actions.holding import NoSuchHold, NotTheirs, ReviewDay, Subject, hold, put_off
from reprise.privacy.actions.lifting import lift
from reprise.privacy.leaving import Fate, Ground
from reprise.privacy.models import Act, Archived, Hold
from reprise.privacy.people import person
from reprise.privacy.states import By, HoldKind, Lift
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import acts, ada, asked, bought, days_pass, erase, later, two_lift

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())


class TestHolds:
    @pytest.mark.parametrize("of", ["order", "guest", "account"])
    def test_nothing_leaves_that_is_held(self, sandbox: Any, of: str) -> None:
        user = ada()
        made = bought(sandbox, buyer=user.id)
        subject = {
            "order": Subject(order_id=made.id),
            "guest": Subject(person=person("camille@buyer.example")),
            "account": Subject(person=person("ada@buyer.example")),
        }[of]
        known = hold(subject, HoldKind.LITIGATION, later(90).date(), STAFF, now())
        request = asked()
        decided = erase(request, made.id)[made.id]
        assert (decided.fate, decided.ground) == (Fate.KEPT, Ground.HELD)
        assert Contact.objects.exists()
        two_lift(known.id)
        assert erasing.go_on(later()) == 0, "for some days it is held all the same"
        days_pass(known.id)
        assert erasing.go_on(later()) == 1
        assert not Contact.objects.exists()
        done = [verb for _, verb, _ in acts()]
        assert done == ["held", "kept", "to_lift", "unheld", "archived"]
        with pytest.raises(NoSuchHold):
            lift(known.id, Lift.OVER, STAFF, now())

    def test_nothing_is_dropped_that_is_held(self, sandbox: Any) -> None:
        made, other = bought(sandbox), bought(sandbox)
        for each in (made, other):
            contacts.take_out(each.id, erasing.on_request, PERSON, later())
        corrupt("UPDATE privacy_archived SET until = '2020-01-01', key_year = 2020")
        corrupt("UPDATE privacy_archived SET persons = ARRAY[%(of)s] WHERE order_id = %(id)s",
                of=person("other@buyer.example"), id=other.id)  # fmt: skip
        known = [
            hold(subject, HoldKind.AUTHORITY, later().date(), STAFF, now())
            for subject in (
                Subject(order_id=made.id), Subject(person=person("other@buyer.example")),
            )
        ]  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FILTER (WHERE privacy_drop(order_id, now()::date))"
                           " FROM privacy_archived")  # fmt: skip
            assert cursor.fetchone() == (0,)
            for each in known:
                two_lift(each.id)
            for each in (made, other):
                cursor.execute("SELECT privacy_drop(%s, now()::date)", [each.id])
                assert cursor.fetchone() == (False,)
            days_pass()
            for each in (made, other):
                cursor.execute("SELECT privacy_drop(%s, now()::date)", [each.id])
                assert cursor.fetchone() == (True,)

    def test_a_restriction_archives_first(self, sandbox: Any) -> None:
        made = bought(sandbox)
        hold(Subject(order_id=made.id), HoldKind.RESTRICTION, later(60).date(), PERSON, later())
        assert not Contact.objects.exists()
        assert Archived.objects.count() == 1
        assert [verb for _, verb, _ in acts()] == ["archived", "held"]

    def test_the_same_hold_is_one(self, sandbox: Any) -> None:
        made = bought(sandbox)
        for days in (30, 60):
            hold(Subject(order_id=made.id), HoldKind.GUARANTEE, later(days).date(), STAFF, now())
        assert Hold.objects.get().review_on == later(60).date()

    def test_each_side_lifts_its_own(self, sandbox: Any) -> None:
        """A person's restriction and the staff's are two: the one ends, the other holds on."""
        made = bought(sandbox)
        subject = Subject(order_id=made.id)
        theirs = hold(subject, HoldKind.RESTRICTION, later(60).date(), PERSON, now())
        ours = hold(subject, HoldKind.RESTRICTION, later(90).date(), STAFF, now())
        assert theirs.id != ours.id
        for known, actor in ((theirs, STAFF), (ours, PERSON)):
            with pytest.raises(NotTheirs):
                lift(known.id, Lift.OVER, actor, now())
            with pytest.raises(NotTheirs):
                put_off(known.id, later(30).date(), actor, now())
        lift(theirs.id, Lift.WITHDRAWN, PERSON, now())
        assert [each.id for each in Hold.objects.filter(lifted_at=None)] == [ours.id]
        assert erase(asked(), made.id)[made.id].fate is Fate.KEPT
        lift(ours.id, Lift.MISTAKE, STAFF, now())
        told = Act.objects.filter(verb="unheld").order_by("seq")
        assert [(each.basis, each.reason) for each in told] == [
            ("restriction", "withdrawn"), ("restriction", "mistake"),
        ]  # fmt: skip

    def test_who_looked_at_it_again_is_an_act(self, sandbox: Any) -> None:
        made = bought(sandbox)
        known = hold(Subject(order_id=made.id), HoldKind.AUTHORITY, later(30).date(), STAFF, now())
        for _ in range(2):
            put_off(known.id, later(60).date(), STAFF, later(30))
        held = Act.objects.filter(verb="held").order_by("seq")
        told = [(each.verb, each.until, each.staff_id) for each in held]
        assert told == [
            ("held", later(30).date(), STAFF.staff_id), ("held", later(60).date(), STAFF.staff_id),
        ]  # fmt: skip

    @pytest.mark.parametrize("days", [-1, 0, 367])
    def test_it_is_looked_at_again_within_a_year(self, sandbox: Any, days: int) -> None:
        made = bought(sandbox)
        subject = Subject(order_id=made.id)
        with pytest.raises(ReviewDay):
            hold(subject, HoldKind.RESTRICTION, later(days).date(), STAFF, now())
        known = hold(subject, HoldKind.LITIGATION, later(366).date(), STAFF, now())
        with pytest.raises(ReviewDay):
            put_off(known.id, later(days).date(), STAFF, now())
        assert Contact.objects.exists(), "nothing was archived on the way"
        assert Act.objects.count() == 1

    def test_a_hold_waits_for_who_takes_out_and_stops_the_next(self, sandbox: Any) -> None:
        """Whichever comes first: never a hold on what is being erased under it."""
        for _ in range(3):
            made = bought(sandbox)

            def hold_it(order: Any = made) -> None:
                try:
                    subject = Subject(order_id=order.id)
                    hold(subject, HoldKind.LITIGATION, later().date(), STAFF, now())
                finally:
                    connection.close()

            def take_it(order: Any = made) -> Any:
                try:
                    return contacts.take_out(order.id, erasing.on_request, PERSON, later())
                finally:
                    connection.close()

            with ThreadPoolExecutor(2) as both:
                taken, held = both.submit(take_it), both.submit(hold_it)
                held.result()
            verbs = list(
                Act.objects.filter(subject=made.id).order_by("seq").values_list("verb", flat=True)
            )
            there = Contact.objects.filter(order_id=made.id).exists()
            assert there is (taken.result().fate is Fate.KEPT)
            assert verbs == (["held"] if there else ["archived", "held"])
