"""Who works for the marketplace: an account whose address is proven, and nobody by mistake."""

from __future__ import annotations

from typing import Any

import pytest

from reprise.accounts import actions
from reprise.accounts.actions.staff import AddressNotProven, NoSuchAccount
from reprise.accounts.models import User
from reprise.cli import staff
from reprise.cli.errors import Problem
from tests.moment import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def proven() -> User:
    return User.objects.create_user("Ada@Room.example", "a long enough word", verified_at=now())


def is_staff(user: User) -> bool:
    return User.objects.get(id=user.id).is_staff


def test_an_account_is_let_in_and_out_again(proven: User) -> None:
    for _ in range(2):
        actions.make_staff(" ada@room.example ")
        assert is_staff(proven)
    for _ in range(2):
        actions.dismiss_staff("ada@room.example")
        assert not is_staff(proven)


def test_nobody_is_let_in_by_an_address_that_somebody_else_may_have_typed() -> None:
    user = User.objects.create_user("ada@room.example", "a long enough word")
    with pytest.raises(AddressNotProven):
        actions.make_staff("ada@room.example")
    assert not is_staff(user)


def test_an_account_that_is_closed_or_missing_is_none(proven: User) -> None:
    User.objects.update(is_active=False)
    for email in ("ada@room.example", "nobody@room.example", ""):
        with pytest.raises(NoSuchAccount):
            actions.make_staff(email)
    assert not is_staff(proven)


def test_the_command_says_what_it_did_and_what_to_do_first(proven: User, capsys: Any) -> None:
    staff.add("ada@room.example")
    said = capsys.readouterr().out
    assert said.startswith(
        "Ada@Room.example may enter the staff room at http://127.0.0.1:8000/staff/.\n"
    )
    assert "bears the badge S-" in said
    staff.remove("ada@room.example")
    assert "may not enter" in capsys.readouterr().out
    with pytest.raises(Problem, match=r"no account.*sign-up/, then run this command again"):
        staff.add("nobody@room.example")
    User.objects.update(verified_at=None)
    with pytest.raises(AddressNotProven):
        staff.add("ada@room.example")
    with pytest.raises(NoSuchAccount):
        staff.remove("nobody@room.example")
