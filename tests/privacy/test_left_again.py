"""What is left of orders and sellers leaves again when a backup is put back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reprise.cli import main
from reprise.kernel.ids import new_id
from reprise.law.calendars import plus_months
from reprise.orders.models import Order
from reprise.privacy.actions import contracts, journal
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.nights import run
from reprise.privacy.states import By
from reprise.sellers.models import Member, PaymentAccount, Seller, Trader
from tests import database
from tests.moment import now
from tests.planted import corrupt, failed
from tests.privacy.backup import backup, backup_of, put_back
from tests.privacy.cases import acts, bought
from tests.privacy.test_sold import aged, erased
from tests.privacy.test_traders import ended, staffed

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPRISE_JOURNAL", str(tmp_path / "journal"))
    return tmp_path / "journal"


def test_what_was_left_of_orders_and_sellers_is_taken_out_again(sandbox: Any) -> None:
    made = bought(sandbox)
    erased(made.id)
    never_sold = staffed("Werkstatt Elbe")
    ended(made.case.seller, 6, 1)
    ended(never_sold, 6, 1)
    aged(11)
    kept = backup()
    for _ in range(2):
        run(now())
    journal.copy(now())
    happened, name = acts(), Order.objects.get().reference
    assert {holding for holding, *_ in happened} == {
        "contact", "sale", "trader", "payment_account", "membership",
    }  # fmt: skip
    put_back(kept)
    assert Trader.objects.exclude(legal_name="").count() == 2
    assert journal.replay(now()) == len(happened) - 1
    assert acts() == happened
    again = Order.objects.get()
    assert again.is_nameless
    assert again.reference != name, "by nothing that was known before"
    assert not Trader.objects.exclude(legal_name="").exists()
    assert not Seller.objects.exclude(name="").exists()
    assert not PaymentAccount.objects.exists()
    assert not Member.objects.exists()
    assert failed() == set()


def test_of_whom_something_has_left_its_contract_has_ended(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The backup is of before the end: nobody sells who has no identity."""
    seller, other = staffed(), staffed("Werkstatt Elbe")
    kept = backup_of(plus_months(now().date(), -8))
    ended(seller, 7)
    for _ in range(2):
        run(now())
    journal.copy(now())
    put_back(kept)
    assert Seller.objects.get(id=seller.id).active
    with database.as_owner():
        assert journal.replay(now(), ended=[seller.id]) == 4
    again = Seller.objects.get(id=seller.id)
    # The latest day by which it can have left today.
    assert again.ended_on == plus_months(now().date(), -6) - timedelta(days=1)
    assert (again.active, again.name) == (False, "")
    assert "is ended again" in caplog.text
    assert PaymentAccount.objects.get().seller_id == other.id
    assert Member.objects.get().seller_id == other.id
    assert Seller.objects.get(id=other.id).active
    assert failed() == set(), "what left tells of the end"


def test_so_long_ago_a_contract_ends_for_the_owner_of_the_tables_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seller = staffed()
    kept = backup_of(plus_months(now().date(), -8))
    ended(seller, 7)
    run(now())
    journal.copy(now())
    put_back(kept)
    said = ["privacy", "replay", "--ended", str(seller.id)]
    assert main(said) == 1
    assert "set DATABASE_OWNER_URL" in capsys.readouterr().err
    assert Seller.objects.get().active
    assert acts() == []
    with database.as_owner():
        assert main(said) == 0
    assert not Seller.objects.get().active


def test_what_did_not_leave_again_is_an_error(caplog: pytest.LogCaptureFixture) -> None:
    seller = staffed()
    ended(seller, 7)
    kept = backup()
    run(now())
    journal.copy(now())
    put_back(kept)
    corrupt("UPDATE sellers_seller SET ended_on = %(day)s", day=now().date())
    assert journal.replay(now()) == 3
    assert f"Nothing of payment_account of seller {seller.id}" in caplog.text


def test_the_end_of_a_contract_is_entered_again() -> None:
    seller, back = staffed(), staffed("Werkstatt Elbe")
    kept = backup()
    today = now().date()
    for each in (seller, back):
        contracts.end(each.id, today, STAFF, now())
    contracts.take_back(back.id, STAFF, now())
    journal.copy(now())
    put_back(kept)
    assert journal.replay(now(), ended=[seller.id], not_ended=[back.id]) == 3
    found = Seller.objects.in_bulk()
    assert (found[seller.id].ended_on, found[seller.id].active) == (today, False)
    assert (found[back.id].ended_on, found[back.id].active) == (None, True)


def test_who_it_was_stays_for_the_accounts_when_it_is_done_again(sandbox: Any) -> None:
    made = bought(sandbox)
    erased(made.id)
    ended(made.case.seller, 6, 1)
    kept = backup()
    assert run(now()).done == {"trader": 1}
    journal.copy(now())
    put_back(kept)
    assert journal.replay(now()) == 1
    said = Trader.objects.get()
    assert (said.email, said.legal_name) == ("", "Atelier Rhône SAS")
