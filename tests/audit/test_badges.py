"""The badge under which a member of staff acts: one for good, and nobody else's ever."""

from __future__ import annotations

import re

import pytest
from django.db import IntegrityError, transaction

from reprise.accounts.models import User
from reprise.audit import actions
from reprise.audit.models import Badge
from reprise.audit.queries import badges, bearer, roster
from reprise.cli import main
from reprise.kernel.ids import new_id
from tests.meanwhile import meanwhile
from tests.moment import now
from tests.planted import corrupt

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_is_given_once() -> None:
    ada, bob = new_id(), new_id()
    first, second = actions.badge_of(ada, now()), actions.badge_of(bob, now())
    assert re.fullmatch(r"S-[0-9A-Z]{8}", first)
    assert first != second
    assert actions.badge_of(ada, now()) == first
    assert badges({ada, bob, new_id()}) == {ada: first, bob: second}
    assert bearer(second) == bob
    assert bearer("S-00000000") is None


def test_who_acts_twice_at_the_same_moment_has_one() -> None:
    ada = new_id()
    with meanwhile(actions.rows, "insert", lambda: actions.badge_of(ada, now())) as other:
        mine = actions.badge_of(ada, now())
    assert other.result() == mine
    assert Badge.objects.count() == 1


def test_it_is_not_taken_back_and_is_nobody_elses() -> None:
    badge = actions.badge_of(new_id(), now())
    for change in (
        lambda: Badge.objects.all().delete(), lambda: Badge.objects.update(staff_id=new_id()),
    ):  # fmt: skip
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            change()
    for other in (badge, "S-7", "ada"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Badge.objects.create(badge=other, staff_id=new_id(), since=now())


def test_the_operator_is_told_whose_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    ada = User.objects.create_user("ada@room.example", "x", verified_at=now())
    assert main(["staff", "list"]) == 0
    assert "Nobody has a badge yet." in capsys.readouterr().out
    assert main(["staff", "add", "ada@room.example"]) == 0
    (badge,) = roster()
    assert f"bears the badge {badge}" in capsys.readouterr().out
    assert main(["staff", "list"]) == 0
    assert f"{badge} since" in (said := capsys.readouterr().out)
    assert "ada@room.example" in said
    corrupt("DELETE FROM accounts_user WHERE id = %(id)s", id=ada.id)
    assert main(["staff", "list"]) == 0
    assert "an account that is not there any more" in capsys.readouterr().out
    with pytest.raises(SystemExit) as usage:
        main(["staff", "add"])
    assert usage.value.code == 2
    assert "email" in capsys.readouterr().err
