"""Every sealed column: no plaintext, another key without a pause, no key destroyed too early."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from django.db import connection

from reprise.accounts.models import User
from reprise.cli import keys as command
from reprise.cli.errors import Problem
from reprise.keys import Keys, MissingKey, place
from reprise.privacy import sealing
from reprise.privacy.register import SEALED
from reprise.privacy.sealing import StillNeeded, named, retire, rotate
from reprise.privacy.shapes import TEXTS, Shape
from reprise.sellers import actions
from reprise.sellers.models import Member, PaymentAccount
from tests.cast import a_seller
from tests.moment import now

pytestmark = pytest.mark.django_db(transaction=True)
CANARY = "NL91ABNA0417164300"


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keys:
    """Keys of this test alone."""
    monkeypatch.setenv("REPRISE_KEYS", str(tmp_path / "keys"))
    made = Keys.of()
    made.begin()
    return made


def sealed_rows(number: int) -> None:
    """A value in every sealed column of so many rows."""
    for each in range(number):
        seller = a_seller()
        user = User.objects.create_user(f"m{seller.slug}-{each}@room.example", None)
        Member.objects.create(seller=seller, user_id=user.id)
        actions.enter_account(seller.id, CANARY, user.id, now())


def stored(table: str, column: str) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id::text, {column} FROM {table}")  # noqa: S608
        return list(cursor.fetchall())


def open_all(keys: Keys) -> set[str]:
    return {
        keys.open_field(value, place(table, column, row))
        for table, column in SEALED
        for row, value in stored(table, column)
    }


def test_every_sealed_column_holds_what_its_place_opens_and_nothing_else(keys: Keys) -> None:
    sealed_rows(1)
    assert SEALED == (("sellers_paymentaccount", "number"),)
    for table, column in SEALED:
        rows = stored(table, column)
        assert rows, f"nothing tries {table}.{column}"
        assert TEXTS.get(table, {column: Shape.SEALED})[column] is Shape.SEALED
        assert all(CANARY not in value and value.startswith("1:") for _, value in rows)
    assert open_all(keys) == {CANARY}


def test_everything_gets_another_key(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BATCH", 2)
    sealed_rows(5)
    assert list(rotate(keys)) == [2, 2, 1]
    assert named() == {2: 5}
    assert open_all(keys) == {CANARY}
    assert keys.numbers("field") == [1, 2]
    sealed_rows(1)
    assert named() == {2: 6}


def test_a_rotation_that_was_ended_goes_on_with_its_key(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "BATCH", 2)
    sealed_rows(5)
    under_way = rotate(keys)
    next(under_way)
    under_way.close()
    assert named() == {1: 3, 2: 2}
    assert open_all(keys) == {CANARY}, "the shop goes on with both"
    assert sum(rotate(keys)) == 3
    assert keys.numbers("field") == [1, 2], "no third key"
    assert named() == {2: 5}


def test_one_that_ended_before_its_first_batch_goes_on_too(keys: Keys) -> None:
    sealed_rows(2)
    keys.make("field-2")
    assert sum(rotate(keys)) == 2
    assert keys.numbers("field") == [1, 2]


def test_a_batch_is_whole_or_not_at_all(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed_rows(3)
    real, count = Keys.seal_field, 0

    def killed(self: Keys, plain: str, bound_to: str) -> str:
        nonlocal count
        count += 1
        if count == 3:
            raise KeyboardInterrupt
        return real(self, plain, bound_to)

    monkeypatch.setattr(Keys, "seal_field", killed)
    with pytest.raises(KeyboardInterrupt):
        list(rotate(keys))
    monkeypatch.undo()
    assert {value.partition(":")[0] for _, value in stored(*SEALED[0])} == {"1"}


def test_a_lost_key_is_said_and_the_rest_stays(keys: Keys) -> None:
    sealed_rows(1)
    keys.make("field-2")
    keys.destroy("field-1")
    with pytest.raises(MissingKey, match="field-1"):
        list(rotate(keys))
    assert named() == {1: 1}


def old(keys: Keys, name: str) -> None:
    then = time.time() - sealing.SETTLED - 1
    os.utime(keys.folder / name, (then, then))


def test_a_key_is_destroyed_when_nothing_names_it(keys: Keys) -> None:
    sealed_rows(2)
    with pytest.raises(StillNeeded, match="rotate"):
        retire(keys, 1)
    keys.make("field-2")
    old(keys, "field-2")
    with pytest.raises(StillNeeded, match="2 values"):
        retire(keys, 1)
    list(rotate(keys))
    with pytest.raises(StillNeeded, match="the one that seals"):
        retire(keys, 2)
    os.utime(keys.folder / "field-2")
    with pytest.raises(StillNeeded, match="60 minutes"):
        retire(keys, 1)
    assert keys.has("field-1")
    old(keys, "field-2")
    retire(keys, 1)
    assert keys.numbers("field") == [2]
    assert open_all(keys) == {CANARY}
    with pytest.raises(MissingKey):
        retire(keys, 1)


def test_a_value_that_was_erased_is_passed_by(keys: Keys) -> None:
    sealed_rows(2)
    first = PaymentAccount.objects.order_by("id")[0]
    PaymentAccount.objects.filter(id=first.id).update(number="")
    assert sum(rotate(keys)) == 1
    assert named() == {2: 1}


def test_the_command_says_what_it_did(keys: Keys, capsys: pytest.CaptureFixture[str]) -> None:
    sealed_rows(1)
    command.rotate()
    command.show()
    said = capsys.readouterr().out
    assert "1 values sealed again" in said
    assert "field-1  0 values\nfield-2  1 values\n" in said
    with pytest.raises(Problem, match="in 60 minutes"):
        command.retire(1)
    old(keys, "field-2")
    command.retire(1)
    assert "field-1 is destroyed" in capsys.readouterr().out
    keys.destroy("field-2")
    keys.make("field-3")
    with pytest.raises(Problem, match="field-2"):
        command.rotate()
