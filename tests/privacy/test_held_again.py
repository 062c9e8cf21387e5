"""When a backup is put back, whom an authority asks about is told, or not, as it was before, and in
no case later (decision 0062)."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError

from reprise.kernel.ids import new_id
from reprise.privacy.actions import following, held_again, journal
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.actions.holding import (
    MAY_BE_TOLD,
    Subject,
    Telling,
    hold,
    hold_again,
    put_off,
    tell,
)
from reprise.privacy.actions.lifting import lift
from reprise.privacy.journal import Line
from reprise.privacy.models import Act, Hold
from reprise.privacy.people import person
from reprise.privacy.states import By, HoldKind, Lift, Untold
from tests import database
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.backup import backup, put_back
from tests.privacy.cases import later, two_lift

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())
# What an act says of a day is no longer than could be said on that day.
LONGEST = {Untold.UNSETTLED: 30, Untold.FORBIDDEN: 366}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPRISE_JOURNAL", str(tmp_path / "journal"))
    return tmp_path / "journal"


def silent(days: int, why: Untold = Untold.FORBIDDEN) -> Telling:
    return Telling(why, later(days).date())


def asks(subject: Subject, telling: Telling | None = None) -> Hold:
    return hold(subject, HoldKind.AUTHORITY, later(60).date(), STAFF, now(), telling=telling)


def subjects() -> list[Subject]:
    """An order and an account, which nothing holds yet."""
    return [Subject(order_id=new_id()), Subject(user_id=new_id())]


TELLINGS = {
    "unsettled": lambda: silent(30, Untold.UNSETTLED), "forbidden": lambda: silent(90),
    "settled soon": lambda: silent(4, Untold.UNSETTLED), "told": lambda: MAY_BE_TOLD,
}  # fmt: skip


@pytest.fixture(params=["order", "account"])
def subject(request: pytest.FixtureRequest) -> Subject:
    return subjects()[request.param == "account"]


def silence() -> list[tuple[str, date | None, bool]]:
    """Of each hold, the first one first: why and until when its person is not told, and whether it
    was lifted."""
    holds = Hold.objects.order_by("since", "id")
    return [(each.untold_why, each.untold_until, each.lifted_at is not None) for each in holds]


def restore(kept: bytes) -> None:
    journal.copy(now())
    happened = list(Act.objects.order_by("seq").values_list("id", "hold_id"))
    put_back(kept)
    journal.replay(now())
    assert list(Act.objects.order_by("seq").values_list("id", "hold_id")) == happened


def test_what_was_entered_since_is_told_as_it_was() -> None:
    kept = backup()
    for telling in TELLINGS.values():
        for subject in subjects():
            asks(subject, telling())
    before, ids = silence(), set(Hold.objects.values_list("id", flat=True))
    restore(kept)
    assert silence() == before
    assert set(Hold.objects.values_list("id", flat=True)) == ids


def test_and_as_it_was_said_last() -> None:
    kept = backup()
    for first in TELLINGS.values():
        for then in (MAY_BE_TOLD, silent(90), silent(200)):
            for subject in subjects():
                known = asks(subject, first())
                # A request that comes twice.
                for _ in range(2):
                    tell(known.id, then, STAFF, now())
                put_off(known.id, later(70).date(), STAFF, now())
    before = silence()
    restore(kept)
    assert silence() == before


def test_what_is_held_again_has_no_new_days() -> None:
    """Nor any other silence than it had, where it was lifted before the backup was made."""
    lifted = [asks(subject, telling()) for telling in TELLINGS.values() for subject in subjects()]
    over = [asks(subject) for subject in subjects()]
    for each in over:
        corrupt("UPDATE privacy_hold SET untold_until = %(day)s WHERE id = %(id)s",
                day=later(-1).date(), id=each.id)  # fmt: skip
    for each in (*lifted, *over):
        two_lift(each.id)
    kept = backup()
    again = [hold_again(each.id, later(30).date(), STAFF, now()) for each in (*lifted, *over)]
    before = silence()
    restore(kept)
    assert silence() == before
    for each in again[-2:]:
        each.refresh_from_db()
        assert (each.untold_why, each.untold_until) == ("unsettled", later(-1).date())


def test_what_was_lifted_and_what_holds_in_its_place_are_two(subject: Subject) -> None:
    first = asks(subject, silent(50))
    two_lift(first.id)
    kept = backup()
    again = hold_again(first.id, later(30).date(), STAFF, now())
    tell(first.id, MAY_BE_TOLD, STAFF, now())
    tell(again.id, silent(20), STAFF, now())
    before = silence()
    assert [until for _, until, _ in before] == [None, later(20).date()]
    restore(kept)
    assert silence() == before


def test_what_holds_again_because_nothing_agrees_is_told_as_what_came_after_it(
    subject: Subject,
) -> None:
    """Lifted and held again since the backup: it is one hold after it, and it is silent no longer
    and no shorter than the one that held."""
    kept = backup()
    first = asks(subject, silent(50))
    two_lift(first.id)
    again = hold_again(first.id, later(30).date(), STAFF, now())
    tell(again.id, silent(20), STAFF, now())
    tell(first.id, MAY_BE_TOLD, STAFF, now())
    restore(kept)
    assert silence() == [("forbidden", later(20).date(), False)]


def test_of_what_was_lifted_and_nothing_else_holds_it_is_said_as_well(subject: Subject) -> None:
    kept = backup()
    first = asks(subject, silent(50))
    two_lift(first.id)
    tell(first.id, MAY_BE_TOLD, STAFF, now())
    restore(kept)
    assert silence() == [("", None, False)]


def test_of_an_address_it_is_the_hold_that_the_backup_knows() -> None:
    known = asks(Subject(person=person("ada@buyer.example"), user_id=new_id()), silent(50))
    kept = backup()
    tell(known.id, silent(20), STAFF, now())
    put_off(known.id, later(70).date(), STAFF, now())
    restore(kept)
    assert silence() == [("forbidden", later(20).date(), False)]
    assert Hold.objects.get().review_on == later(70).date()


def test_an_order_that_loses_its_address_keeps_the_days(sandbox: Any) -> None:
    """What follows it is told no later than what held its address."""
    lost = asks(Subject(person=person("ada@buyer.example")), silent(20))
    kept = backup()
    assert STAFF.staff_id is not None
    following.stay([lost], new_id(), STAFF.staff_id, now(), new_id())
    before = silence()
    assert before[0] == before[1]
    restore(kept)
    assert sorted(silence()) == sorted(before)


def test_others_have_no_silence_and_no_act_of_it() -> None:
    kept = backup()
    subject = Subject(user_id=new_id())
    for kind in (HoldKind.LITIGATION, HoldKind.GUARANTEE, HoldKind.RESTRICTION):
        hold(subject, kind, later(9).date(), STAFF, now())
    theirs = hold(subject, HoldKind.RESTRICTION, later(9).date(), PERSON, now())
    lift(theirs.id, Lift.WITHDRAWN, PERSON, now())
    assert set(Act.objects.values_list("verb", flat=True)) == {"held", "unheld"}
    restore(kept)
    assert {(why, until) for why, until, _ in silence()} == {("", None)}


def test_killed_in_between_it_is_gone_on_with(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = backup()
    known = asks(Subject(order_id=new_id()))
    tell(known.id, silent(20), STAFF, now())
    before = silence()
    assert journal.copy(now()) == 3
    put_back(kept)
    real = held_again.again
    for done in (1, 2):
        left = [real]

        def dies(line: Line, at: datetime, left: Any = left) -> None:
            if not left:
                raise SystemExit
            left.pop()(line, at)

        with monkeypatch.context() as patched, pytest.raises(SystemExit):
            patched.setattr(held_again, "again", dies)
            journal.replay(now())
        assert Act.objects.count() == done
    assert journal.replay(now()) == 1
    assert journal.replay(now()) == 0
    assert silence() == before


def test_a_line_of_before_does_not_say_which_hold(subject: Subject, folder: Path) -> None:
    """It is of what holds, not of what was lifted."""
    first = asks(subject, silent(50))
    two_lift(first.id)
    kept = backup()
    again = hold_again(first.id, later(30).date(), STAFF, now())
    tell(again.id, MAY_BE_TOLD, STAFF, now())
    journal.copy(now())
    (path,) = folder.glob("*.jsonl")
    lines = [json.loads(text) for text in path.read_text().splitlines()]
    for each in lines:
        del each["hold"]
    path.write_text("".join(f"{json.dumps(each)}\n" for each in lines))
    put_back(kept)
    journal.replay(now())
    assert silence() == [("forbidden", later(50).date(), True), ("", None, False)]


def forged(subject: Subject, verb: str, basis: str, reason: str, **more: Any) -> None:
    """As whoever has the running role can."""
    of = ("contact", subject.order_id) if subject.order_id else ("account", subject.user_id)
    database.run(
        "INSERT INTO privacy_act (id, seq, holding, subject, verb, basis, reason, at, until,"
        " hold_id, actor_kind, badge, replayed) SELECT %s, coalesce(max(seq), 0) + 1, %s, %s, %s,"
        " %s, %s, %s, %s, %s, 'clock', '', false FROM privacy_act",
        new_id(), *of, verb, basis, reason, more["at"], more.get("until"), more.get("hold_id"),
    )  # fmt: skip


def test_no_act_is_silent_for_longer_than_anybody_could_say() -> None:
    """One that was forged, and one of before, which said no day."""
    holds = [asks(Subject(order_id=new_id())) for _ in range(6)]
    kept = backup()
    said = [(why, until) for why in Untold for until in (date(2999, 12, 31), None, later(9).date())]
    for known, (why, until) in zip(holds, said, strict=True):
        forged(Subject(order_id=known.order_id), "untold", "authority", why.value, until=until,
               at=later(-3), hold_id=known.id)  # fmt: skip
    restore(kept)
    latest = [later(9 if until == later(9).date() else LONGEST[why] - 3).date()
              for why, until in said]  # fmt: skip
    assert silence() == [
        (why.value, day, False) for (why, _), day in zip(said, latest, strict=True)
    ]


def test_nor_one_of_a_day_to_come() -> None:
    kept = backup()
    entered, said = subjects()
    forged(entered, "held", "", "authority", at=later(200_000))
    asks(said)
    forged(said, "untold", "authority", "forbidden", at=later(200_000), until=date(2999, 12, 31))
    restore(kept)
    assert {until for _, until, _ in silence()} == {later(30).date(), later(366).date()}


def test_one_that_names_another_subject_s_hold_says_nothing_of_it() -> None:
    known = asks(Subject(order_id=new_id()))
    kept = backup()
    other = Subject(order_id=new_id())
    forged(other, "held", "", "litigation", at=now(), hold_id=known.id)
    forged(other, "may_tell", "authority", "", at=now(), hold_id=known.id)
    restore(kept)
    held = {each.order_id: each for each in Hold.objects.all()}
    assert held[other.order_id].kind == "litigation"
    assert held[known.order_id].untold_why == "unsettled"


@pytest.mark.parametrize("verb", ["erased", "archived", "kept", "opened", "amended", "ended"])
def test_no_act_is_of_a_hold_and_of_something_else(verb: str) -> None:
    with pytest.raises(IntegrityError, match="privacy_act_hold"):
        forged(Subject(order_id=new_id()), verb, "", "over", at=now(), hold_id=new_id())
