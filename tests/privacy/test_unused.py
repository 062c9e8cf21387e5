"""An account that nobody uses: told, and erased when the letter is old."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.law.calendars import plus_months
from reprise.privacy.actions import requesters
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.actions.nights import run
from reprise.privacy.leaving import Fate
from reprise.privacy.models import Notice, Request, Requester
from reprise.privacy.people import person
from reprise.privacy.retention.unused import ACCOUNTS, Unused
from reprise.privacy.states import By, HoldKind
from reprise.sellers.models import Member
from reprise.wiring import sweeps
from tests.cast import a_seller, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.planted import corrupt
from tests.privacy.cases import acts, asked
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T04:10").replace(tzinfo=UTC)


def account(used: str = "2024-02-29", sent: str = "", written: str = "") -> Unused:
    return Unused(
        new_id(), "ada@buyer.example", at(sent) if sent else None,
        at(written) if written else None, at(used),
    )  # fmt: skip


def test_the_person_is_told_on_the_day_after_two_years() -> None:
    assert account().becomes(at("2026-02-28")) is Fate.KEPT
    assert account().becomes(at("2026-03-01")) is Fate.WARNED


def test_thirty_days_count_from_when_the_letter_was_sent() -> None:
    told = account(written="2026-03-01", sent="2026-03-05")
    assert told.becomes(at("2026-04-03")) is Fate.KEPT
    assert told.becomes(at("2026-04-04")) is Fate.ERASED
    assert account(written="2026-03-01").becomes(at("2030-01-01")) is Fate.KEPT, "never sent"


def test_whoever_came_back_is_told_anew_two_years_later() -> None:
    back = account(used="2026-03-20", written="2026-03-01", sent="2026-03-01")
    assert back.becomes(at("2026-05-01")) is Fate.KEPT
    assert back.becomes(at("2028-03-21")) is Fate.WARNED


LONG = timedelta(days=740)


def ada(**more: Any) -> User:
    user = User.objects.create_user("ada@buyer.example", "a long enough word", language="de",
                                    verified_at=now(), **more)  # fmt: skip
    User.objects.update(created_at=now() - LONG)
    return user


def night(days: int = 0) -> int:
    return run(now() + timedelta(days=days), [ACCOUNTS]).done.get("account", 0)


class TestItsWay:
    def test_told_then_erased(self) -> None:
        ada()
        (line,) = ACCOUNTS.due(now(), 7)
        assert (line.fate, line.name) == (Fate.WARNED, ""), "the list names nobody"
        assert night() == 1
        assert Notice.objects.get().sent_at is None
        assert night() == 0
        drain()
        assert Notice.objects.get().sent_at is not None
        (letter,) = mail.outbox
        assert letter.to == ["ada@buyer.example"]
        assert "/de-" in letter.body
        drain()
        assert len(mail.outbox) == 1
        assert acts() == []
        for days in (1, 2, 3):
            assert night(days) == 0
        (line,) = ACCOUNTS.due(now() + timedelta(days=25), 7)
        assert line.fate is Fate.ERASED
        assert User.objects.exists()
        # Night after night, so that none of them is late.
        for days in range(5, 30, 3):
            assert night(days) == 0
        assert night(31) == 1
        assert not User.objects.exists()
        assert not Notice.objects.exists()
        assert acts() == [("account", "erased", "over")]

    def test_whoever_signs_in_keeps_it(self) -> None:
        user = ada()
        night()
        drain()
        User.objects.filter(id=user.id).update(last_login=now() + timedelta(seconds=1))
        assert [*ACCOUNTS.due(now() + timedelta(days=40), 7)] == []
        assert sweeps.stale_notices(now()) == 1
        assert not Notice.objects.exists()

    def test_whoever_signs_in_before_its_turn_keeps_it(self) -> None:
        """It was on the list of this night; it is looked at again under its lock."""
        user = ada()
        Notice.objects.create(user_id=user.id, written_at=now() - timedelta(days=40),
                              sent_at=now() - timedelta(days=40))  # fmt: skip
        (line,) = ACCOUNTS.due(now())
        assert line.fate is Fate.ERASED
        User.objects.filter(id=user.id).update(last_login=now())
        assert not ACCOUNTS.carry_out(line, now())
        assert User.objects.exists()
        User.objects.update(last_login=None)
        assert ACCOUNTS.carry_out(line, now())
        assert not ACCOUNTS.carry_out(line, now()), "it is gone"

    def test_ordering_is_using(self, sandbox: Any) -> None:
        user = ada()
        place((an_offer(stock=1), 1), buyer=user.id)
        assert [*ACCOUNTS.due(now(), 7)] == []

    def test_nobody_s_who_works_here_and_none_that_is_held(self) -> None:
        user = ada()
        assert len([*ACCOUNTS.due(now())]) == 1
        for field in ("is_staff", "is_superuser"):
            User.objects.filter(id=user.id).update(**{field: True})
            assert [*ACCOUNTS.due(now())] == [], field
            User.objects.filter(id=user.id).update(**{field: False})
        member = Member.objects.create(user_id=user.id, seller_id=a_seller().id)
        assert [*ACCOUNTS.due(now())] == []
        corrupt("DELETE FROM sellers_member WHERE id = %(id)s", id=member.id)
        hold(Subject(person=person(user.email)), HoldKind.LITIGATION,
             now().date() + timedelta(days=30), Actor(By.STAFF, new_id()), now())  # fmt: skip
        assert [*ACCOUNTS.due(now())] == []

    def test_a_warning_of_an_account_that_is_gone(self) -> None:
        Notice.objects.create(user_id=new_id(), written_at=now())
        assert sweeps.stale_notices(now()) == 1


class TestWhoAsked:
    def closed(self, closed_at: datetime | None) -> Requester:
        request = Request.objects.get(id=asked())
        if closed_at:
            request.state, request.outcome, request.closed_at = "answered", "erased", closed_at
            request.save(update_fields=["state", "outcome", "closed_at"])
        return Requester.objects.create(
            request=request, kind="erasure", person=person("ada@buyer.example"),
            email="ada@buyer.example", open=closed_at is None,
        )  # fmt: skip

    def test_the_address_goes_first_and_the_rest_after_five_years(self) -> None:
        self.closed(at("2026-03-01"))
        assert requesters.forget_stale(at("2026-03-31")) == 0
        assert requesters.forget_stale(at("2026-04-01")) == 1
        assert Requester.objects.get().email == ""
        assert requesters.forget_stale(at("2031-03-01")) == 0
        assert requesters.forget_stale(at("2031-03-02")) == 1
        assert not Requester.objects.exists()
        assert Request.objects.get().outcome == "erased"

    def test_who_was_not_answered_stays(self) -> None:
        self.closed(None)
        assert requesters.forget_stale(at("2099-01-01")) == 0
        assert Requester.objects.get().email


def test_jobs_that_were_done_long_ago_go() -> None:
    with connection.cursor() as cursor:
        for status in ("succeeded", "failed", "todo"):
            cursor.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('x', 'x')"
                " RETURNING id"
            )
            (job,) = cursor.fetchone()
            for each in () if status == "todo" else ("doing", status):
                cursor.execute(
                    "UPDATE procrastinate_jobs SET status = %s WHERE id = %s", [each, job]
                )
        assert sweeps.done_jobs(now()) == 0
        assert sweeps.done_jobs(now() + timedelta(days=29)) == 0
        assert sweeps.done_jobs(now() + timedelta(days=31)) == 1
        # What was given up is looked at for a year and a month.
        assert sweeps.done_jobs(now() + timedelta(days=390)) == 0
        cursor.execute("SELECT status::text FROM procrastinate_jobs ORDER BY 1")
        assert cursor.fetchall() == [("failed",), ("todo",)]
        assert sweeps.done_jobs(now() + timedelta(days=400)) == 1
        cursor.execute("SELECT status::text FROM procrastinate_jobs")
        assert cursor.fetchall() == [("todo",)]


def test_two_years_are_two_years() -> None:
    assert plus_months(date(2024, 2, 29), 24) == date(2026, 2, 28)
