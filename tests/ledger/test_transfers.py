"""An unbalanced entry cannot be written; each rule is refused by Python and by PostgreSQL."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.ledger import actions, queries
from reprise.ledger.models import Account, Transfer
from reprise.ledger.states import AccountKind
from tests.moment import now

pytestmark = pytest.mark.django_db
EUR = "EUR"


def purse(currency: str = EUR, market: str = "fr") -> actions.Purse:
    return actions.Purse(new_id(), market, currency)


def accounts(mine: actions.Purse) -> tuple[UUID, UUID]:
    return (
        actions.account(mine, AccountKind.PROVIDER, "sandbox"),
        actions.account(mine, AccountKind.CLEARING),
    )


def step(key: str = "one") -> actions.Step:
    return actions.Step(key=key, code="test", reference=new_id())


def book(mine: actions.Purse, minor: int, key: str = "one", *, pending: bool = False) -> Any:
    debit, credit = accounts(mine)
    return actions.transfer(
        mine, debit, credit, Money(minor, mine.currency), step(key), at=now(), pending=pending
    )


def row(**changes: Any) -> Transfer:
    """A valid transfer of a purse of its own, changed in one point."""
    mine = purse()
    debit, credit = accounts(mine)
    values: dict[str, Any] = {
        "seller_id": mine.seller_id, "market": "fr", "currency": EUR, "debit_id": debit,
        "credit_id": credit, "amount": 100, "phase": "posted", "key": "raw", "code": "test",
        "reference": new_id(), "booked_on": now().date(), "at": now(),
    }  # fmt: skip
    return Transfer(**(values | changes))


def refused(transfer: Transfer) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        transfer.save(force_insert=True)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_row_that_the_others_change_is_valid() -> None:
    row().save(force_insert=True)
    assert Transfer.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": 0},
        {"amount": -1},
        {"currency": "GBP"},
        {"market": "be"},
        {"phase": "maybe"},
        {"phase": "void"},
        {"settles_id": new_id()},
        {"settles_id": new_id(), "settles_amount": 100, "settles_phase": "pending"},
        {"settles_id": new_id(), "settles_amount": 100, "settles_phase": None},
        {"settles_amount": 100},
    ],
)
def test_postgresql_refuses_a_transfer_that_is_none(changes: dict[str, Any]) -> None:
    refused(row(**changes))


def test_postgresql_refuses_one_account_on_both_sides_and_a_strangers_account() -> None:
    mine = purse()
    debit, _ = accounts(mine)
    refused(row(seller_id=mine.seller_id, debit_id=debit, credit_id=debit))
    stranger, _ = accounts(purse())
    _, credit = accounts(mine)
    refused(row(seller_id=mine.seller_id, debit_id=stranger, credit_id=credit))


def settlement(hold: Transfer, **changes: Any) -> Transfer:
    values: dict[str, Any] = {
        "seller_id": hold.seller_id, "debit_id": hold.debit_id, "credit_id": hold.credit_id,
        "amount": hold.amount, "key": "settle", "settles_id": hold.id,
        "settles_amount": hold.amount, "settles_phase": "pending",
    }  # fmt: skip
    return row(**(values | changes))


def test_postgresql_refuses_a_settlement_that_does_not_fit_its_hold() -> None:
    hold = Transfer.objects.get(id=book(purse(), 500, pending=True))
    refused(settlement(hold, amount=501))
    refused(settlement(hold, amount=501, settles_amount=501))
    refused(settlement(hold, debit_id=hold.credit_id, credit_id=hold.debit_id))
    refused(settlement(hold, phase="void", amount=499))
    refused(settlement(hold, phase="pending"))
    posted = Transfer.objects.get(id=book(purse(), 500))
    refused(settlement(posted))
    settlement(hold, amount=499).save(force_insert=True)
    refused(settlement(hold, key="again"))


def test_a_key_is_used_once() -> None:
    mine = purse()
    book(mine, 100)
    with pytest.raises(IntegrityError), transaction.atomic():
        book(mine, 100)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-12-31T22:59:59+00:00", date(2026, 12, 31)),  # winter: one hour ahead
        ("2026-12-31T23:00:00+00:00", date(2027, 1, 1)),
        ("2026-06-30T21:59:59+00:00", date(2026, 6, 30)),  # summer: two
        ("2026-06-30T22:00:00+00:00", date(2026, 7, 1)),
        ("2026-03-28T23:30:00+00:00", date(2026, 3, 29)),  # the night without two o'clock
        ("2026-10-25T22:59:59+00:00", date(2026, 10, 25)),  # the day with it twice
        ("2026-12-31T19:00:00-04:00", date(2027, 1, 1)),  # wherever the clock stands
    ],
)
def test_the_day_is_the_markets(at: str, day: date) -> None:
    """Paris: a transfer of the first hour of a year belongs to that year's accounts."""
    mine = purse(market="fr")
    debit, credit = accounts(mine)
    actions.transfer(
        mine, debit, credit, Money(100, EUR), step(), at=datetime.fromisoformat(at), pending=True
    )
    hold = Transfer.objects.get()
    assert hold.booked_on == day
    actions.settle(hold.id, Money(100, EUR), step("settled"), at=datetime.fromisoformat(at))
    assert Transfer.objects.get(phase="posted").booked_on == day


def test_zero_moves_nothing_and_less_is_refused() -> None:
    mine = purse()
    assert book(mine, 0) is None
    with pytest.raises(ValueError, match="never negative"):
        book(mine, -1)
    debit, credit = accounts(mine)
    with pytest.raises(ValueError, match="does not belong"):
        actions.transfer(mine, debit, credit, Money(1, "GBP"), step(), at=now())


def balance(mine: actions.Purse, kind: AccountKind) -> int:
    found = {row.kind: row.amount.minor for row in queries.balances(mine.seller_id)}
    return found[kind.value]


def test_a_hold_counts_when_it_is_settled_and_as_much_as_it_is_settled_for() -> None:
    mine = purse()
    hold = book(mine, 1000, pending=True)
    assert balance(mine, AccountKind.PROVIDER) == 0
    with pytest.raises(ValueError, match="of a hold"):
        actions.settle(hold, Money(1001, EUR), step("two"), at=now())
    actions.settle(hold, Money(700, EUR), step("two"), at=now())
    assert balance(mine, AccountKind.PROVIDER) == balance(mine, AccountKind.CLEARING) == 700
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.settle(hold, Money(300, EUR), step("three"), at=now())


def test_a_voided_hold_counts_for_nothing() -> None:
    mine = purse()
    hold = book(mine, 1000, pending=True)
    actions.settle(hold, Money(0, EUR), step("two"), at=now())
    assert balance(mine, AccountKind.PROVIDER) == 0


@pytest.mark.parametrize(
    "statement",
    ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"],
)
@pytest.mark.parametrize("table", ["ledger_transfer", "ledger_account", "orders_step"])
def test_the_past_cannot_be_changed(table: str, statement: str) -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


@given(st.lists(st.tuples(st.integers(1, 10**9), st.booleans(), st.integers(0, 100)), max_size=8))
@settings(max_examples=25, deadline=None)
def test_both_sides_agree_after_any_history(history: list[tuple[int, bool, int]]) -> None:
    mine = purse("KWD")
    expected = 0
    for number, (minor, held, per_cent) in enumerate(history):
        made = book(mine, minor, f"{number}", pending=held)
        if not held:
            expected += minor
            continue
        kept = minor * per_cent // 100
        actions.settle(made, Money(kept, "KWD"), step(f"{number}s"), at=now())
        expected += kept
    accounts(mine)
    assert balance(mine, AccountKind.PROVIDER) == balance(mine, AccountKind.CLEARING) == expected
    assert Account.objects.filter(seller_id=mine.seller_id).count() == 2


def test_an_account_that_somebody_else_opens_in_the_meantime_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine = purse()
    theirs = actions.account(mine, AccountKind.CLEARING)
    looks = iter([lambda names: {}])
    look = actions._open_accounts
    monkeypatch.setattr(actions, "_open_accounts", lambda names: next(looks, look)(names))
    assert actions.account(mine, AccountKind.CLEARING) == theirs
    assert Account.objects.filter(seller_id=mine.seller_id).count() == 1
