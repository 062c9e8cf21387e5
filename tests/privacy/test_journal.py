"""Who was erased stays erased when a backup is put back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from reprise.accounts.models import User
from reprise.audit.actions import badge_of
from reprise.cli import main
from reprise.cli.privacy import look
from reprise.kernel.ids import new_id
from reprise.orders import actions as orders
from reprise.orders.models import Contact, LineDevice, Order
from reprise.privacy.actions import contacts, journal
from reprise.privacy.actions.acting import CLOCK, PERSON, Actor
from reprise.privacy.actions.holding import Subject, hold, put_off
from reprise.privacy.actions.lifting import lift
from reprise.privacy.actions.opening import open_archived
from reprise.privacy.evidence import of_order
from reprise.privacy.journal import Journal, Line
from reprise.privacy.leaving import by_clock, on_request
from reprise.privacy.models import Act, Archived, Hold
from reprise.privacy.people import person
from reprise.privacy.retention.archived import ARCHIVE
from reprise.privacy.states import By, HoldKind, Lift, Why
from reprise.wiring import sweeps
from tests import database
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders import sale as sales
from tests.orders.sale import books, place
from tests.planted import corrupt
from tests.privacy.backup import backup, put_back
from tests.privacy.cases import acts, asked, bought, dump, erase, later, two_lift

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPRISE_JOURNAL", str(tmp_path / "journal"))
    return tmp_path / "journal"


def written() -> list[tuple[int, str]]:
    return [(line.seq, line.verb) for line in Journal.of().after(0)]


def test_a_restored_backup_is_erased_again_before_anybody_is_served(
    sandbox: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sales, "CONTACT", replace(CONTACT, name="Kanarine Vogelzang"))
    delivered, dropped = bought(sandbox), bought(sandbox)
    unpaid = place((an_offer(stock=1), 1)).order.id
    orders.expire(unpaid, now() + timedelta(minutes=15))
    kept = place((an_offer(stock=1), 1)).order.id
    user = User.objects.create_user("ada@buyer.example", "a long enough word")
    badge = badge_of(by_staff(), now())
    backed_up = backup()

    erase(asked(), delivered.id, dropped.id, unpaid, kept, account=user.id)
    until = Archived.objects.get(order_id=delivered.id).until
    corrupt(
        "UPDATE privacy_archived SET until = '2020-01-01', key_year = 2020 WHERE order_id = %(id)s",
        id=dropped.id,
    )
    (line,) = ARCHIVE.due(now())
    assert ARCHIVE.carry_out(line, now())
    open_archived(delivered.id, STAFF, Why.ACCESS, now())
    assert sweeps.unjournaled_acts(now()) == 7
    happened, by = acts(), by_whom()
    assert by.count(("staff", badge)) == 1
    put_back(backed_up)
    assert acts() == []
    assert dump().count("Kanarine Vogelzang") == 4
    after_the_backup = place((an_offer(stock=1), 1)).order.id

    before = dump()
    assert main(["privacy", "replay", "--dry-run"]) == 0
    assert "7 acts would be done again; nothing was touched" in capsys.readouterr().out
    assert (dump(), acts()) == (before, [])
    assert main(["privacy"]) == 0
    assert "put back from a backup: 7 acts" in capsys.readouterr().out
    assert acts() == happened
    assert by_whom() == by, "who did it stands, and under which badge"
    assert set(Act.objects.values_list("replayed", flat=True)) == {True}
    assert set(Contact.objects.values_list("order_id", flat=True)) == {kept, after_the_backup}
    assert Archived.objects.get(order_id=delivered.id).until == until
    assert not User.objects.exists()
    assert Order.objects.count() == 5
    assert books() == []
    found = open_archived(delivered.id, STAFF, Why.ACCESS, now())
    assert found is not None
    assert found.contact["name"] == "Kanarine Vogelzang"
    # The next act has the next number, and nothing is done twice.
    assert main(["privacy"]) == 0
    assert "nothing is to be done again" in capsys.readouterr().out
    assert sweeps.unjournaled_acts(now()) == 1


def by_whom() -> list[tuple[str, str]]:
    return list(Act.objects.order_by("seq").values_list("actor_kind", "badge"))


def by_staff() -> UUID:
    assert STAFF.staff_id is not None
    return STAFF.staff_id


def test_whose_account_the_backup_knows_is_found_and_whose_not_bears_the_badge(
    sandbox: Any,
) -> None:
    """The badge stands on the operator's own list; the account is another one, or none."""
    made, new = bought(sandbox), Actor(By.STAFF, new_id())
    known = badge_of(by_staff(), now())
    kept = backup()
    hold(Subject(order_id=made.id), HoldKind.LITIGATION, later(9).date(), STAFF, now())
    hold(Subject(order_id=made.id), HoldKind.GUARANTEE, later(9).date(), new, now())
    assert new.staff_id is not None
    unknown = badge_of(new.staff_id, now())
    journal.copy(now())
    put_back(kept)
    assert journal.replay(now()) == 2
    found = list(Act.objects.order_by("seq").values_list("badge", "staff_id", "replayed"))
    assert found == [(known, STAFF.staff_id, True), (unknown, None, True)]
    told = of_order(made.id, {}, "en", now()).entries
    staff = [each["staff"] for each in told if each["what"] == "act" and each["by"] == "staff"]
    assert staff == [known, unknown]


def test_what_a_line_of_before_does_not_say_nobody_makes_up(sandbox: Any, folder: Path) -> None:
    """It said that somebody of the staff did it, and not who."""
    made = bought(sandbox)
    kept = backup()
    hold(Subject(order_id=made.id), HoldKind.LITIGATION, later(9).date(), STAFF, now())
    journal.copy(now())
    (path,) = folder.glob("*.jsonl")
    line = json.loads(path.read_text())
    assert line.pop("badge") == badge_of(by_staff(), now())
    path.write_text(json.dumps(line) + "\n")
    put_back(kept)
    assert journal.replay(now()) == 1
    assert by_whom() == [("replay", "")]


def test_a_journal_that_is_begun_anew_knows_who_acted(sandbox: Any, folder: Path) -> None:
    made = bought(sandbox)
    hold(Subject(order_id=made.id), HoldKind.LITIGATION, later(9).date(), STAFF, now())
    assert journal.begin(now()) == 1
    (line,) = Journal.of().after(0)
    assert line.badge == badge_of(by_staff(), now())


def test_an_erasure_and_its_devices_are_done_again(sandbox: Any) -> None:
    made = bought(sandbox, price=11000)
    kept = backup()
    contacts.take_out(made.id, by_clock, CLOCK, later(4000))
    assert not LineDevice.objects.exists()
    journal.copy(now())
    put_back(kept)
    assert LineDevice.objects.exists()
    assert journal.replay(now()) == 1
    assert not LineDevice.objects.exists()
    assert not Contact.objects.exists()


def test_holds_are_put_back(sandbox: Any, caplog: Any) -> None:
    made, other = bought(sandbox), bought(sandbox)
    known = hold(Subject(order_id=other.id), HoldKind.AUTHORITY, later(9).date(), STAFF, now())
    kept = backup()
    hold(Subject(order_id=made.id), HoldKind.LITIGATION, later(9).date(), STAFF, now())
    hold(Subject(person=b"x" * 32), HoldKind.LITIGATION, later(9).date(), STAFF, now())
    two_lift(known.id)
    journal.copy(now())
    put_back(kept)
    assert journal.replay(now()) == 4
    # What two have lifted is looked at today: nothing of a journal agrees in anybody's place.
    again, held = Hold.objects.filter(lifted_at=None).order_by("review_on")
    assert (again.id, again.review_on) == (known.id, now().date())
    assert "holds again: look at it and lift it" in caplog.text
    assert (held.order_id, held.kind, held.review_on) == (made.id, "litigation", later(9).date())


def forged(
    holding: str, subject: UUID, verb: str = "erased", *, at: datetime | None = None,
    until: date | None = None,
) -> None:  # fmt: skip
    """As whoever has the running role can."""
    database.run(
        "INSERT INTO privacy_act (id, seq, holding, subject, verb, basis, actor_kind, badge,"
        " replayed, reason, at, until) SELECT %s, coalesce(max(seq), 0) + 1, %s, %s, %s, 'over',"
        " 'clock', '', false, '', %s, %s FROM privacy_act",
        new_id(), holding, subject, verb, at or now(), until,
    )  # fmt: skip


@pytest.mark.parametrize("of", ["order", "address", "account"])
def test_what_the_backup_holds_stays_whatever_an_act_says(
    sandbox: Any, caplog: pytest.LogCaptureFixture, of: str
) -> None:
    ada = User.objects.create_user("ada@buyer.example", "a long enough word", verified_at=now())
    made, other = bought(sandbox, buyer=ada.id), bought(sandbox)
    subject = {
        "order": Subject(order_id=made.id),
        "address": Subject(person=person(ada.email)),
        "account": Subject(user_id=ada.id),
    }[of]
    hold(subject, HoldKind.LITIGATION, later(60).date(), STAFF, now())
    kept = backup()
    for each in (made.id, other.id):
        forged("contact", each)
    if of != "order":
        forged("account", ada.id)
    journal.copy(now())
    put_back(kept)
    assert "contact erased: 2" in look()
    journal.replay(now())
    assert Contact.objects.get().order_id == made.id, "nobody holds the other one"
    assert User.objects.filter(id=ada.id).exists()
    assert f"contact {made.id} is held in the backup and stays" in caplog.text
    assert str(other.id) not in caplog.text
    assert (f"account {ada.id} is held" in caplog.text) is (of != "order")
    assert books() == []


def test_what_an_account_has_asked_for_is_put_back(sandbox: Any) -> None:
    ada, bob = new_id(), new_id()
    ended = hold(Subject(user_id=bob), HoldKind.RESTRICTION, later(9).date(), PERSON, now())
    kept = backup()
    hold(Subject(user_id=ada), HoldKind.RESTRICTION, later(9).date(), PERSON, now())
    lift(ended.id, Lift.WITHDRAWN, PERSON, now())
    journal.copy(now())
    put_back(kept)
    assert journal.replay(now()) == 2
    (held,) = Hold.objects.filter(lifted_at=None)
    assert (held.user_id, held.person, held.by) == (ada, None, "person")


def test_whose_hold_it_is_is_put_back_as_well(sandbox: Any) -> None:
    made = bought(sandbox)
    subject = Subject(order_id=made.id)
    kept = backup()
    hold(subject, HoldKind.RESTRICTION, later(9).date(), PERSON, now())
    ours = hold(subject, HoldKind.RESTRICTION, later(9).date(), STAFF, now())
    put_off(ours.id, later(19).date(), STAFF, now())
    theirs = Hold.objects.get(by="person")
    lift(theirs.id, Lift.WITHDRAWN, PERSON, now())
    journal.copy(now())
    put_back(kept)
    assert journal.replay(now()) == 4
    (held,) = Hold.objects.filter(lifted_at=None)
    assert (held.by, held.review_on) == ("staff", later(19).date())


def test_a_line_of_before_does_not_say_whose_hold_it_was(folder: Path) -> None:
    lines = some(1)
    Journal.of().append(lines, now())
    (path,) = folder.glob("*.jsonl")
    path.write_text(path.read_text().replace(', "by": ""', ""))
    assert Journal.of().after(0) == lines


def test_a_replay_that_was_killed_is_gone_on_with(
    sandbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [bought(sandbox) for _ in range(3)]
    kept = backup()
    for each in made:
        contacts.take_out(each.id, on_request, PERSON, later())
    journal.copy(now())
    put_back(kept)
    real, count = orders.forget_whereabouts, []

    def dies(found: Any) -> None:
        real(found)
        count.append(found)
        if len(count) == 2:
            raise SystemExit

    with monkeypatch.context() as patched, pytest.raises(SystemExit):
        patched.setattr(orders, "forget_whereabouts", dies)
        journal.replay(now())
    assert Act.objects.count() == Archived.objects.count() == 1
    assert Contact.objects.count() == 2
    assert journal.replay(now()) == 2
    assert Archived.objects.count() == 3
    assert not Contact.objects.exists()
    assert journal.replay(now()) == 0


def some(number: int) -> list[Line]:
    return [
        Line(each, str(new_id()), "erased", "contact", str(new_id()), "over", "", "", "",
             now().isoformat())
        for each in range(1, number + 1)
    ]  # fmt: skip


class TestTheFile:
    def test_a_line_that_was_cut_off_is_none(self, folder: Path) -> None:
        lines = some(3)
        book = Journal.of()
        book.append(lines[:2], now())
        (path,) = folder.iterdir()
        path.write_bytes(path.read_bytes() + json.dumps({"seq": 3}).encode())
        assert [line.seq for line in book.after(0)] == [1, 2]
        book.append(lines[2:], now())
        assert book.after(0) == lines
        assert path.stat().st_mode & 0o777 == 0o600

    def test_months_go_when_their_backups_are_gone_and_the_last_one_stays(
        self, folder: Path
    ) -> None:
        book, lines = Journal.of(), some(3)
        for month, line in zip((1, 3, 4), lines, strict=True):
            book.append([line], datetime(2026, month, 28, tzinfo=UTC))
        horizon = timedelta(days=35)
        # An act of 31 January is needed for backups until 7 March.
        assert book.forget(datetime(2026, 3, 7, tzinfo=UTC), horizon) == 0
        assert book.forget(datetime(2026, 3, 8, tzinfo=UTC), horizon) == 1
        assert book.forget(datetime(2030, 1, 1, tzinfo=UTC), horizon) == 1
        assert [path.name for path in folder.iterdir()] == ["2026-04.jsonl"]
        assert book.last() == lines[2]

    def test_it_names_nobody(self, sandbox: Any, folder: Path) -> None:
        made = bought(sandbox)
        contacts.take_out(made.id, on_request, PERSON, later())
        open_archived(made.id, STAFF, Why.GUARANTEE, now())
        assert journal.copy(now()) == 2
        text = "".join(path.read_text() for path in folder.iterdir())
        for secret in (CONTACT.name, CONTACT.email, CONTACT.street, str(STAFF.staff_id)):
            assert secret not in text


class TestContradictions:
    @pytest.fixture(autouse=True)
    def archived(self, sandbox: Any) -> None:
        contacts.take_out(bought(sandbox).id, on_request, PERSON, later())

    def test_a_database_that_is_behind_is_not_written_down(self) -> None:
        journal.copy(now())
        corrupt("DELETE FROM privacy_act")
        with pytest.raises(journal.Diverged):
            journal.copy(now())
        assert written() == [(1, "archived")]

    def test_nor_is_another_one(self, capsys: pytest.CaptureFixture[str]) -> None:
        journal.copy(now())
        corrupt("UPDATE privacy_act SET id = gen_random_uuid()")
        with pytest.raises(journal.Diverged):
            journal.copy(now())
        assert main(["privacy"]) == 1
        assert "not this database" in capsys.readouterr().err

    def test_a_lost_journal_asks(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["privacy"]) == 1
        assert "reprise privacy --begin-journal" in capsys.readouterr().err
        assert main(["privacy", "--begin-journal"]) == 0
        assert main(["privacy"]) == 0
        assert written() == [(1, "archived")]
        assert main(["privacy", "--begin-journal"]) == 1

    def test_a_missing_key_is_told(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        journal.copy(now())
        monkeypatch.setenv("REPRISE_KEYS", str(tmp_path / "keys"))
        assert main(["privacy"]) == 0
        assert f"archive-{Archived.objects.get().key_year} is not in" in capsys.readouterr().out


def test_a_kill_before_the_first_act_was_copied(
    sandbox: Any, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    """Nothing is to be done again before anything was done, and an empty journal is not lost."""
    assert main(["privacy"]) == 0
    assert len(list(folder.iterdir())) == 1
    contacts.take_out(bought(sandbox).id, on_request, PERSON, later())
    assert main(["privacy"]) == 0
    assert capsys.readouterr().out.count("nothing is to be done again") == 2
    assert journal.copy(now()) == 1


def test_the_clocks_know_it() -> None:
    assert sweeps.unjournaled_acts in sweeps.SWEEPS
    assert sweeps.asked_erasures in sweeps.RARELY
