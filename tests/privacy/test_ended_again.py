"""The journal ends a seller's contract again on somebody's word alone, and on no day on which it
cannot have ended (decision 0062)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reprise.books.proof import findings
from reprise.cli import main
from reprise.law.calendars import plus_months
from reprise.privacy.actions import contracts, journal
from reprise.privacy.actions.ended_again import Undecided
from reprise.privacy.actions.nights import run
from reprise.privacy.models import Act
from reprise.privacy.states import DISBELIEVED
from reprise.sellers import actions as sellers
from reprise.sellers.models import Member, PaymentAccount, Seller, Trader
from reprise.sellers.queries import payment_account
from tests import database
from tests.cast import a_seller
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.backup import backup, backup_of, put_back
from tests.privacy.cases import bought
from tests.privacy.test_journal import STAFF, forged
from tests.privacy.test_traders import IBAN, ended, staffed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPRISE_JOURNAL", str(tmp_path / "journal"))
    return tmp_path / "journal"


def act(
    seller: Seller, verb: str, at: datetime, until: date | None = None, holding: str = "trader"
) -> None:
    """As whoever has the running role can write it, whatever days they like."""
    forged(holding, seller.id, verb, at=at, until=until)


def restored(kept: bytes) -> None:
    journal.copy(now())
    put_back(kept)


def replay(*flags: str) -> int:
    with database.as_owner():
        return main(["privacy", "replay", *flags])


def sells(seller: Seller) -> bool:
    found = Seller.objects.get(id=seller.id)
    whole = Trader.objects.filter(seller=seller).exclude(legal_name="").exclude(email="").exists()
    return found.active and found.ended_on is None and found.name != "" and whole


LONG_AGO: dict[str, Callable[[Seller], None]] = {
    "it says that its identity left": lambda seller: act(seller, "erased", now()),
    "that its accounts did, years ago": lambda seller: act(
        seller, "erased", datetime(2020, 1, 1, tzinfo=now().tzinfo), holding="payment_account"
    ),
    "or its people": lambda seller: act(seller, "erased", now(), holding="membership"),
    "it ended years ago": lambda seller: act(
        seller, "ended", now(), until=plus_months(now().date(), -12)
    ),
    "and was entered then": lambda seller: act(
        seller, "ended", now() - timedelta(days=365), until=now().date() - timedelta(days=365)
    ),
    "it ends tomorrow's year": lambda seller: act(
        seller, "ended", now(), until=now().date() + timedelta(days=365)
    ),
    "it was entered next year": lambda seller: act(
        seller, "ended", now() + timedelta(days=365), until=now().date()
    ),
    "it says no day": lambda seller: act(seller, "ended", now()),
}


@pytest.mark.parametrize("forge", LONG_AGO.values(), ids=LONG_AGO)
def test_on_nobodys_word_does_it_end_on_a_day_that_cannot_be(
    forge: Callable[[Seller], None], capsys: pytest.CaptureFixture[str]
) -> None:
    seller = staffed()
    kept = backup_of(now().date())
    forge(seller)
    restored(kept)
    for flags in ((), ("--ended", str(seller.id))):
        assert replay(*flags) == 1
        said = capsys.readouterr().err
        assert f"Atelier Rhône ({seller.id})" in said
        assert "cannot have ended" in said
        assert sells(seller)
        assert not Act.objects.exists(), "nothing was touched"
    assert replay("--not-ended", str(seller.id)) == 0
    assert sells(seller)
    assert PaymentAccount.objects.exists()
    assert Member.objects.exists()
    assert Act.objects.get().replayed, "the act stands"
    assert run(now()).done == {}


def test_an_act_of_a_day_to_come_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """Its identity leaves in three months, so the contract ended three months ago: not yet."""
    seller = staffed()
    kept = backup_of(plus_months(now().date(), -4))
    act(seller, "erased", now() + timedelta(days=90))
    restored(kept)
    assert replay("--ended", str(seller.id)) == 1
    assert "cannot have ended" in capsys.readouterr().err
    assert sells(seller)


def test_whoever_replays_says_whose_contract_it_was(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    seller, other = staffed(), staffed("Werkstatt Elbe")
    kept = backup_of(now().date() - timedelta(days=20))
    day = now().date() - timedelta(days=30)
    for each in (seller, other):
        contracts.end(each.id, day, STAFF, now())
    badge = Act.objects.earliest("seq").badge
    restored(kept)
    assert replay() == 1
    said = capsys.readouterr().err
    for each in (seller, other):
        assert f"{each.name} ({each.id}) would end again on {day}" in said
    assert badge in said
    assert "--ended" in said
    assert "--not-ended" in said
    assert replay("--dry-run") == 0
    assert f"{seller.name} ({seller.id}) would end again on {day}" in capsys.readouterr().out
    assert replay("--ended", str(seller.id)) == 1, "nothing is said of the other one"
    assert not Act.objects.exists()
    assert replay("--ended", str(seller.id), "--not-ended", str(other.id)) == 0
    assert Seller.objects.get(id=seller.id).ended_on == day
    assert sells(other)
    left = f"The contract of seller {other.id} is left as it is"
    assert left in capsys.readouterr().err + caplog.text
    assert Act.objects.count() == 2


def test_one_that_was_taken_back_runs_again() -> None:
    seller = staffed()
    kept = backup_of(now().date())
    contracts.end(seller.id, now().date(), STAFF, now())
    contracts.take_back(seller.id, STAFF, now())
    restored(kept)
    assert replay() == 1, "it is said of each change"
    assert replay("--not-ended", str(seller.id)) == 0
    assert sells(seller)
    assert findings() == []


def test_of_one_that_goes_on_its_true_resumption_is_done() -> None:
    """The backup has it ended; it was taken back since, and then somebody made up an end."""
    seller = staffed()
    contracts.end(seller.id, now().date(), STAFF, now())
    kept = backup_of(now().date() - timedelta(days=3))
    contracts.take_back(seller.id, STAFF, now())
    act(seller, "ended", now(), until=now().date())
    act(seller, "erased", now(), holding="payment_account")
    restored(kept)
    assert replay("--not-ended", str(seller.id)) == 0
    assert sells(seller)
    assert PaymentAccount.objects.exists()
    assert findings() == []


@pytest.mark.parametrize("flags", [(), ("--ended",)])
def test_on_nobodys_word_does_a_contract_run_again(
    flags: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    seller = staffed()
    contracts.end(seller.id, now().date() - timedelta(days=5), STAFF, now())
    kept = backup_of(now().date())
    act(seller, "resumed", now())
    restored(kept)
    assert replay("--dry-run") == 0
    assert f"{seller.name} ({seller.id}) would run again, as act 2" in capsys.readouterr().out
    assert replay(*flags, *(str(seller.id) for _ in flags)) == (0 if flags else 1)
    assert Seller.objects.get().ended_on == now().date() - timedelta(days=5)
    assert not sells(seller)
    if flags:
        assert findings() == []
    else:
        assert "would run again" in capsys.readouterr().err
        assert Act.objects.count() == 1, "nothing was touched"


def test_one_that_has_ended_does_not_run_again_by_a_later_act() -> None:
    seller = staffed()
    kept = backup_of(now().date() - timedelta(days=3))
    days = [now().date() - timedelta(days=1), now().date()]
    contracts.end(seller.id, days[0], STAFF, now())
    contracts.take_back(seller.id, STAFF, now())
    contracts.end(seller.id, days[1], STAFF, now())
    act(seller, "resumed", now())
    restored(kept)
    assert replay("--ended", str(seller.id)) == 0
    assert Seller.objects.get().ended_on == days[1], "the last end counts"
    assert findings() == []


def test_what_no_act_makes_so_is_refused_before_anything_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seller, other, gone = staffed(), staffed("Werkstatt Elbe"), staffed("Officina Po")
    for each in (seller, gone):
        contracts.end(each.id, now().date(), STAFF, now())
    corrupt("DELETE FROM sellers_member WHERE seller_id = %(id)s", id=gone.id)
    kept = backup_of(now().date())
    act(seller, "erased", now() + timedelta(days=1))
    act(gone, "resumed", now())
    restored(kept)
    words = {"--not-ended": (seller.id, gone.id), "--ended": (other.id,)}
    assert (
        replay(*(word for flag, ids in words.items() for i in ids for word in (flag, str(i)))) == 1
    )
    said = capsys.readouterr().err
    assert f"{seller.name} ({seller.id}) has ended" in said
    assert f"{gone.name} ({gone.id}) has ended" in said, "nobody acts for it"
    assert f"{other.name} ({other.id}) runs" in said
    assert "Nothing was touched" in said
    assert Act.objects.count() == 2
    assert not sells(seller)


def test_what_came_out_otherwise_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody signed in as the running role ends the contract while it is replayed."""
    seller = staffed()
    kept = backup_of(now().date())
    act(seller, "ended", now(), until=now().date())
    restored(kept)
    real = journal._note

    def beside(line: Any) -> None:
        real(line)
        sellers.end_contract(seller.id, now().date(), now())

    monkeypatch.setattr(journal, "_note", beside)
    assert replay("--not-ended", str(seller.id)) == 1
    said = capsys.readouterr().err
    assert f"{seller.name} ({seller.id}) has ended" in said
    assert "Everything else was done again" in said


def test_an_act_that_is_not_so_is_never_done_again(folder: Path) -> None:
    """It stands marked, in a new journal as well, and nobody is asked about it twice."""
    seller = staffed()
    kept = backup_of(now().date())
    act(seller, "ended", now(), until=now().date())
    act(seller, "erased", now(), holding="payment_account")
    restored(kept)
    assert findings() == []
    assert replay("--not-ended", str(seller.id)) == 0
    assert set(Act.objects.values_list("basis", flat=True)) == {DISBELIEVED}
    assert findings() == []
    contracts.end(seller.id, now().date(), STAFF, now())
    contracts.take_back(seller.id, STAFF, now())
    assert sells(seller), "nothing of it has left"
    shutil.rmtree(folder)
    journal.begin(now())
    put_back(kept)
    assert replay("--not-ended", str(seller.id)) == 0
    assert sells(seller)
    assert findings() == []


def test_an_account_that_waited_is_stopped_again() -> None:
    """As of the end: it counts by now in the backup."""
    seller, by = staffed(), Member.objects.get().user_id
    corrupt("DELETE FROM sellers_paymentaccount")
    entered = now() - timedelta(days=4)
    for number in (IBAN, "DE89370400440532013000"):
        sellers.enter_account(seller.id, number, by, entered)
    kept = backup_of(entered.date())
    of_the_end = now() - timedelta(days=2)
    contracts.end(seller.id, of_the_end.date(), STAFF, of_the_end)
    restored(kept)
    assert replay("--ended", str(seller.id)) == 0
    counts = payment_account(seller.id, now())
    assert counts is not None
    assert counts.last4 == IBAN[-4:]
    assert PaymentAccount.objects.get(last4="3000").stopped_at == of_the_end


def test_nobody_says_both(capsys: pytest.CaptureFixture[str]) -> None:
    seller = staffed()
    kept = backup_of(now().date())
    contracts.end(seller.id, now().date(), STAFF, now())
    both = ("--ended", str(seller.id), "--not-ended", str(seller.id))
    restored(kept)
    assert replay(*both) == 1
    assert "both" in capsys.readouterr().err
    assert sells(seller)


def test_of_whom_the_backup_knows_the_end_nothing_is_asked() -> None:
    seller = staffed()
    ended(seller, 6, 1)
    kept = backup_of(now().date())
    run(now())
    restored(kept)
    assert replay() == 0
    assert not Trader.objects.exclude(legal_name="").exists()


def test_it_did_not_end_before_its_last_order(
    sandbox: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    made = bought(sandbox)
    seller = made.case.seller
    kept = backup_of(now().date() - timedelta(days=20))
    act(seller, "ended", now(), until=now().date() - timedelta(days=10))
    restored(kept)
    assert replay("--ended", str(seller.id)) == 1
    assert "ordered from it since" in capsys.readouterr().err


def test_nor_does_the_marketplaces_own_shop() -> None:
    seller = a_seller()
    corrupt("UPDATE sellers_seller SET is_operator = true WHERE id = %(id)s", id=seller.id)
    kept = backup_of(now().date())
    act(seller, "ended", now(), until=now().date())
    restored(kept)
    assert replay("--ended", str(seller.id)) == 1
    assert sells(seller)


def test_a_backup_without_a_night_is_of_today() -> None:
    seller = staffed()
    kept = backup()
    act(seller, "ended", now() - timedelta(days=3), until=now().date() - timedelta(days=3))
    restored(kept)
    assert replay("--ended", str(seller.id)) == 1
    assert sells(seller)


def test_a_night_of_the_future_is_none() -> None:
    """It was written by a wrong clock, or so that nothing fits any more."""
    seller = staffed()
    kept = backup_of(date(2099, 1, 1))
    act(seller, "ended", now(), until=now().date())
    restored(kept)
    assert replay("--ended", str(seller.id)) == 0
    assert not sells(seller)


def test_what_was_decided_is_asked_again_after_a_kill(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seller, other = staffed(), staffed("Werkstatt Elbe")
    kept = backup_of(now().date())
    for each in (seller, other):
        contracts.end(each.id, now().date(), STAFF, now())
    journal.copy(now())
    put_back(kept)
    yes = frozenset({seller.id, other.id})
    real, done = journal._note, []

    def dies(line: Any) -> None:
        done.append(line)
        if len(done) == 2:
            raise SystemExit
        real(line)

    with monkeypatch.context() as patched, pytest.raises(SystemExit), database.as_owner():
        patched.setattr(journal, "_note", dies)
        journal.replay(now(), ended=yes)
    assert [sells(seller), sells(other)] == [False, True]
    with pytest.raises(Undecided):
        journal.replay(now())
    assert journal.replay(now(), ended=yes) == 1
    assert not sells(other)


def test_of_a_seller_who_came_since_nothing_is_asked() -> None:
    kept = backup_of(now().date())
    seller = staffed()
    contracts.end(seller.id, now().date(), STAFF, now())
    restored(kept)
    assert replay() == 0
    assert not Seller.objects.exists()
