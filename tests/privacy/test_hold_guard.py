"""Whoever runs the shop's own statements ends no hold and hides from nobody who has (`0018`)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from reprise.kernel.ids import new_id
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.actions.lifting import lift
from reprise.privacy.models import Hold
from reprise.privacy.states import BY_TWO, STILL_HELD, By, HoldKind, Lift
from tests.moment import now
from tests.privacy.cases import later, two_lift

pytestmark = pytest.mark.django_db(transaction=True)
ANN, BOB, EVE = new_id(), new_id(), new_id()
LITIGATION, GUARANTEE = HoldKind.LITIGATION, HoldKind.GUARANTEE


def held(kind: HoldKind = LITIGATION, by: UUID = ANN) -> Hold:
    return hold(Subject(user_id=new_id()), kind, later(90).date(), Actor(By.STAFF, by), now())


def asked(kind: HoldKind = LITIGATION, by: UUID = BOB) -> Hold:
    known = held(kind)
    lift(known.id, Lift.OVER, Actor(By.STAFF, by), now())
    return known


def raw(statement: str, *values: Any) -> int:
    """As the running role, whatever the code would say."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def is_held(known: Hold) -> bool:
    return Hold.objects.holding(later(4000)).filter(id=known.id, lifted_at=None).exists()


def test_it_is_not_the_tables_owner_who_tries() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_userbyid(relowner) = current_user FROM pg_class"
                       " WHERE relname = 'privacy_hold'")  # fmt: skip
        assert cursor.fetchone() == (False,)


LIFTS = "UPDATE privacy_hold SET lifted_at = now(), lifted_by = %s WHERE id = %s"
AT_ONCE = (
    "UPDATE privacy_hold SET lifting_by = %s, lifting_at = now(), lifting_why = 'over',"
    " lifted_at = now(), lifted_by = %s WHERE id = %s"
)


@pytest.mark.parametrize("kind", sorted(BY_TWO, key=str))
def test_what_a_dispute_needs_is_not_lifted_alone(kind: HoldKind) -> None:
    fresh, wanted, own = held(kind), asked(kind, BOB), asked(kind, ANN)
    for known, values in (
        (fresh, (LIFTS, None)), (fresh, (LIFTS, BOB)), (fresh, (AT_ONCE, BOB, None)),
        # One statement that says two names is nobody's agreement.
        (fresh, (AT_ONCE, BOB, EVE)), (fresh, (AT_ONCE, BOB, BOB)),
        (wanted, (LIFTS, None)), (wanted, (LIFTS, BOB)),
        # Who has set it.
        (wanted, (LIFTS, ANN)), (own, (LIFTS, ANN)), (wanted, (AT_ONCE, EVE, BOB)),
    ):  # fmt: skip
        statement, *who = values
        with pytest.raises(IntegrityError):
            raw(statement, *who, known.id)
        assert is_held(known), values
    assert raw(LIFTS, EVE, wanted.id) == 1
    assert raw(LIFTS, BOB, own.id) == 1


@pytest.mark.parametrize("kind", sorted(set(HoldKind) - BY_TWO, key=str))
def test_nothing_of_staff_is_lifted_by_nobody(kind: HoldKind) -> None:
    known = held(kind)
    for statement, *who in ((LIFTS, None), (LIFTS, BOB), (AT_ONCE, BOB, None)):
        with pytest.raises(IntegrityError):
            raw(statement, *who, known.id)
        assert is_held(known)
    assert raw(AT_ONCE, BOB, BOB, known.id) == 1


@pytest.mark.parametrize("days", [1, 8, 2000])
def test_nothing_was_lifted_in_the_past(days: int) -> None:
    """It would be over at once, or gone with `privacy_forget_hold`."""
    known = asked()
    with pytest.raises(IntegrityError):
        raw("UPDATE privacy_hold SET lifted_by = %s, lifted_at = now() - %s WHERE id = %s",
            EVE, timedelta(days=days), known.id)  # fmt: skip
    assert is_held(known)


@pytest.mark.parametrize("by", [timedelta(days=400), timedelta(minutes=-5)])
def test_when_it_was_lifted_postgresql_says(by: timedelta) -> None:
    known = asked()
    raw("UPDATE privacy_hold SET lifted_by = %s, lifted_at = now() + %s WHERE id = %s",
        EVE, by, known.id)  # fmt: skip
    known.refresh_from_db()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (clock,) = cursor.fetchone()
    assert known.lifted_at is not None
    assert timedelta(0) <= clock - known.lifted_at < timedelta(minutes=1)
    assert known.holds_until == known.lifted_at + STILL_HELD


def test_until_when_it_holds_nobody_says() -> None:
    known = asked()
    with pytest.raises(DatabaseError, match="permission denied"):
        raw("UPDATE privacy_hold SET lifted_at = now(), lifted_by = %s, holds_until = now()"
            " WHERE id = %s", EVE, known.id)  # fmt: skip
    assert is_held(known)


def test_what_was_lifted_stays_as_it_is() -> None:
    known = held()
    two_lift(known.id)
    for change in (
        "lifted_at = lifted_at - interval '6 years'", "lifted_at = NULL", "lifted_by = NULL",
        "lifting_why = 'mistake'", "review_on = review_on + 1",
    ):  # fmt: skip
        with pytest.raises(IntegrityError):
            raw(f"UPDATE privacy_hold SET {change} WHERE id = %s", known.id)  # noqa: S608
    assert raw("SELECT privacy_forget_hold(%s, '2999-01-01')", known.id) == 1
    assert Hold.objects.filter(id=known.id).exists()


def test_who_asked_is_not_somebody_else_afterwards() -> None:
    known = asked()
    for change in ("lifting_by = gen_random_uuid()", "lifting_why = 'mistake'",
                   "lifting_at = lifting_at - interval '1 day'"):  # fmt: skip
        with pytest.raises(IntegrityError):
            raw(f"UPDATE privacy_hold SET {change} WHERE id = %s", known.id)  # noqa: S608
    known.refresh_from_db()
    assert known.lifting_by == BOB


def test_none_is_put_on_that_is_lifted() -> None:
    """It would be proof of something that was never held."""
    for more, values in (
        ("lifted_at", "now()"), ("holds_until", "now()"),
        ("lifted_at, holds_until", "now(), now()"),
        ("lifted_by, lifting_why", f"'{BOB}', ''"), ("lifting_by, lifting_at", f"'{BOB}', now()"),
    ):  # fmt: skip
        why = "" if "lifting_why" in more else ", lifting_why"
        with pytest.raises(IntegrityError, match="one that is put on is not lifted"):
            raw(f"INSERT INTO privacy_hold (id, user_id, kind, by, since, review_on, {more}{why})"  # noqa: S608
                f" VALUES (gen_random_uuid(), gen_random_uuid(), 'litigation', 'staff', now(),"
                f" now(), {values}{', ' + repr('over') if why else ''})")  # fmt: skip
    assert not Hold.objects.exists()


def test_nobody_goes_past_it() -> None:
    known = held()
    for statement in (
        "SET session_replication_role = replica",
        "ALTER TABLE privacy_hold DISABLE TRIGGER ALL",
        "DROP TRIGGER privacy_hold_guard ON privacy_hold",
        "DROP FUNCTION privacy_hold_guard() CASCADE",
        "CREATE OR REPLACE FUNCTION privacy_hold_guard() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN RETURN NEW; END'",
        "DELETE FROM privacy_hold",
        "TRUNCATE privacy_hold",
        "UPDATE privacy_hold SET by = 'person'",
        "UPDATE privacy_hold SET kind = 'guarantee'",
        "UPDATE privacy_hold SET staff_id = NULL",
    ):
        with pytest.raises(DatabaseError):
            raw(statement)
        assert is_held(known), statement


def test_a_person_ends_their_own_and_nobody_of_the_staff_is_named() -> None:
    theirs = hold(Subject(user_id=new_id()), HoldKind.RESTRICTION, later(9).date(), PERSON, now())
    with pytest.raises(IntegrityError):
        raw(LIFTS, BOB, theirs.id)
    assert raw(LIFTS, None, theirs.id) == 1
