"""Whom money is owed to keeps what it takes to pay it, no longer and nothing else (0064)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reprise.cli.nights import night
from reprise.law.calendars import plus_months
from reprise.privacy import overview
from reprise.privacy.actions.nights import look, run
from reprise.privacy.leaving import Fate, Ground
from reprise.privacy.retention.traders import MEMBERS, PAYMENT_ACCOUNTS, TRADERS, kept_to_pay
from reprise.sellers.models import Member, PaymentAccount, Seller, Trader
from tests.moment import now
from tests.privacy.test_sold import moved_in_the_ledger
from tests.privacy.test_traders import ended, staffed
from tests.web.seller.test_statement import earn

pytestmark = pytest.mark.django_db(transaction=True)


def owed_to(seller: Seller, minor: int = 12_500) -> None:
    earn(seller, minor, now() - timedelta(hours=1))


def second_version(seller: Seller) -> Trader:
    return Trader.objects.create(
        seller=seller, version=2, legal_name="Neu SAS", address="3 rue", email="neu@x.example",
        phone="1", register="RCS", register_number="1", certified_on=now().date(),
    )  # fmt: skip


def test_who_and_where_to_stay_and_nothing_else() -> None:
    seller = staffed()
    second_version(seller)
    owed_to(seller)
    ended(seller, 6, 1)
    # The older version whole, of the newest how it was reached; who acted for it.
    assert run(now()).done == {"trader": 2, "membership": 1}
    first, newest = Trader.objects.order_by("version")
    assert (first.legal_name, first.address) == ("", "")
    assert (newest.legal_name, newest.address, newest.email) == ("Neu SAS", "3 rue", "")
    assert PaymentAccount.objects.get().seller_id == seller.id
    assert not Member.objects.exists()
    assert run(now()).done == {}


def test_it_leaves_when_nothing_is_owed_any_more() -> None:
    seller = staffed()
    owed_to(seller)
    ended(seller, 6, 1)
    run(now())
    earn(seller, -12_500, now())
    assert kept_to_pay(now()) == []
    assert run(now()).done == {"trader": 1, "payment_account": 1}
    assert not PaymentAccount.objects.exists()
    assert Trader.objects.get().legal_name == ""


def test_paid_in_one_market_it_is_still_owed_in_another() -> None:
    seller = staffed()
    owed_to(seller)
    earn(seller, 1, now(), market="be")
    ended(seller, 6, 1)
    earn(seller, -12_500, now())
    assert run(now()).done == {"trader": 1, "membership": 1}
    assert PaymentAccount.objects.exists()


def test_no_longer_than_the_accounts_say_what_for() -> None:
    """Ten years after the year in which it moved last: then nobody could tell what it was for."""
    seller = staffed()
    owed_to(seller)
    ended(seller, 12 * 11)
    run(now())
    moved_in_the_ledger(10)
    assert run(now()).done == {}, "the tenth year is not over"
    assert {each.until.year for each in kept_to_pay(now()) if each.until} == {now().year}
    moved_in_the_ledger(1)
    assert run(now()).done == {"trader": 1, "payment_account": 1}
    assert run(now()).done == {"trader": 1}, "its name, when no version is left"
    assert Seller.objects.get().name == ""


def test_owed_since_it_was_looked_for() -> None:
    seller = staffed()
    ended(seller, 7)
    due = {each: next(iter(each.due(now()))) for each in (TRADERS, PAYMENT_ACCOUNTS, MEMBERS)}
    owed_to(seller)
    assert [each.carry_out(line, now()) for each, line in due.items()] == [True, False, True]
    assert Trader.objects.get().legal_name, "what is decided again is decided by what is owed"


def test_what_stays_is_shown_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    seller, paid = staffed(), staffed("Werkstatt Elbe")
    owed_to(seller)
    assert kept_to_pay(now()) == [], "its contract runs"
    ended(seller, 6)
    assert kept_to_pay(now()) == [], "nothing would leave yet"
    ended(seller, 6, 1)
    ended(paid, 6, 1)
    until = now().date().replace(year=now().year + 10, month=12, day=31)
    lines = kept_to_pay(now())
    version, account = Trader.objects.get(seller=seller).id, seller.id
    assert {(each.holding, each.subject, each.name, each.until) for each in lines} == {
        ("trader", version, seller.slug, until), ("payment_account", account, seller.slug, until),
    }  # fmt: skip
    assert {(each.fate, each.ground) for each in lines} == {(Fate.KEPT, Ground.OWED)}
    assert look(now()).kept == lines
    assert [each.name for each in overview.ahead(now()).kept] == [seller.slug] * 2
    assert night(dry=True) == 0
    said = capsys.readouterr().out
    assert f"payment_account {seller.slug}: kept until {until} at the latest" in said
    assert f"trader {seller.slug}: kept until {until} at the latest" in said
    assert paid.slug not in said
    assert PaymentAccount.objects.count() == 2, "nothing was touched"


def test_the_nights_ahead_do_not_list_what_stays() -> None:
    seller = staffed()
    owed_to(seller)
    day = ended(seller, 5, 27)
    nights = (plus_months(day, 6) + timedelta(days=1) - now().date()).days
    assert list(PAYMENT_ACCOUNTS.due(now(), nights)) == []
    (line,) = TRADERS.due(now(), nights)
    assert line.ground is Ground.ACCOUNTS, "how it was reached alone"
