"""The trial of accounts, and transfers as staff read them."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import transaction

from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.ledger import actions, queries
from reprise.ledger.states import AccountKind
from tests.moment import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def seller() -> UUID:
    """100 EUR collected, 30 of them owed to the seller; 50 held, and 20 that were let go."""
    seller = new_id()
    purse = actions.Purse(seller, "fr", "EUR")
    provider = actions.account(purse, AccountKind.PROVIDER, "sandbox")
    clearing = actions.account(purse, AccountKind.CLEARING)
    payable = actions.account(purse, AccountKind.PAYABLE)

    def move(debit: UUID, credit: UUID, minor: int, code: str, pending: bool = False) -> UUID:
        step = actions.Step(key=f"{code}:{new_id()}", code=code, reference=new_id())
        made = actions.transfer(
            purse, debit, credit, Money(minor, "EUR"), step, at=now(), pending=pending
        )
        assert made
        return made

    with transaction.atomic():
        move(provider, clearing, 10000, "collected")
        move(payable, clearing, 1, "earned")  # turned round, and mended by the next one
        move(clearing, payable, 3001, "earned")
        move(provider, clearing, 5000, "authorised", pending=True)
        hold = move(provider, clearing, 2000, "authorised", pending=True)
        step = actions.Step(key="let go", code="released", reference=new_id())
        actions.settle(hold, Money.zero("EUR"), step, at=now())
        other = actions.Purse(new_id(), "be", "EUR")
        actions.transfer(
            other,
            actions.account(other, AccountKind.PROVIDER, "sandbox"),
            actions.account(other, AccountKind.CLEARING),
            Money(700, "EUR"),
            actions.Step(key="other", code="collected", reference=new_id()),
            at=now(),
        )
    return seller


def rows(seller: UUID | None, market: str = "", kind: str = "") -> dict[str, tuple[int, int]]:
    accounts = queries.accounts(seller_id=seller, market=market, kind=kind)
    return {row.kind: (row.balance.minor, row.held.minor) for row in queries.trial(list(accounts))}


def test_each_account_has_its_balance_and_what_is_still_held(seller: UUID) -> None:
    assert rows(seller) == {
        "clearing": (7000, 5000),
        "payable": (3000, 0),
        "provider": (10000, 5000),
    }
    assert {row.kind: row.amount.minor for row in queries.balances(seller)} == {
        kind: balance for kind, (balance, _) in rows(seller).items()
    }


def test_filters_narrow_accounts_and_sums_alike(seller: UUID) -> None:
    assert rows(seller, kind="payable") == {"payable": (3000, 0)}
    assert rows(seller, market="be") == {}
    whole = {row.kind: (row.balance.minor, row.held.minor) for row in queries.totals(
        seller_id=None, market="", kind="")}  # fmt: skip
    assert whole == {"clearing": (7700, 5000), "payable": (3000, 0), "provider": (10700, 5000)}
    (only,) = queries.totals(seller_id=seller, market="fr", kind="clearing")
    assert (only.balance.minor, only.held.minor) == (7000, 5000)
    assert queries.totals(seller_id=new_id(), market="", kind="") == []
    assert queries.trial([]) == []


def test_transfers_are_listed_newest_first_page_by_page(seller: UUID) -> None:
    whole = queries.movements(seller_ids=[seller])
    assert [row.transfer.code for row in whole] == [
        "released", "authorised", "authorised", "earned", "earned", "collected",
    ]  # fmt: skip
    last = whole[-1]
    assert (last.credit.kind, last.debit.kind, last.amount) == (
        "clearing", "provider", Money(10000, "EUR"),
    )  # fmt: skip
    first = queries.movements(seller_ids=[seller], limit=4)
    rest = queries.movements(seller_ids=[seller], before=first[-1].transfer.id)
    assert [row.transfer.id for row in first + rest] == [row.transfer.id for row in whole]
    reference = last.transfer.reference
    assert queries.movements(references=[reference]) == [last]
    assert len(queries.movements(code="collected")) == 2
    assert len(queries.movements(code="collected", market="be")) == 1
    assert queries.movements(references=[]) == []
