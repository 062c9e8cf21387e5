"""One row that whoever has the running role adds stops nothing for good (`0027`), and no replay
after a backup was put back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from reprise.accounts.models import User
from reprise.cli import main
from reprise.cli.privacy import look
from reprise.kernel.ids import new_id
from reprise.law.calendars import plus_months
from reprise.orders.models import Contact
from reprise.privacy.actions import contacts, contracts, journal
from reprise.privacy.actions.acting import PERSON
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.leaving import on_request
from reprise.privacy.models import Act, Archived, Entry, Request
from reprise.privacy.states import HoldKind, Verb
from reprise.sellers.models import Seller, Trader
from tests import database
from tests.cast import a_seller
from tests.moment import now
from tests.privacy.backup import backup, backup_of, put_back
from tests.privacy.cases import acts, asked, bought, later, today
from tests.privacy.test_journal import STAFF
from tests.privacy.test_traders import ended, staffed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPRISE_JOURNAL", str(tmp_path / "journal"))
    return tmp_path / "journal"


FORGED = (
    "INSERT INTO privacy_act (id, seq, holding, subject, verb, basis, actor_kind, badge, replayed,"
    " reason, at, until) SELECT gen_random_uuid(), {seq}, 'contact', gen_random_uuid(), '{verb}',"
    " '{basis}', '{by}', '', false, '{reason}', {at}, {until} FROM privacy_act"
)
TRUE = {
    "seq": "coalesce(max(seq), 0) + 1", "verb": "erased", "basis": "authority", "by": "clock",
    "reason": "", "at": "now()", "until": "NULL",
}  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": "'infinity'"}, {"at": "'-infinity'"}, {"at": "'0001-03-01'"},
        {"at": "'0001-01-01 BC'"}, {"at": "'9999-12-31 23:59'"}, {"at": "'1999-12-31 00:00+00'"},
        {"verb": "ended", "until": "'infinity'"}, {"verb": "ended", "until": "'5874897-12-31'"},
        {"verb": "ended", "until": "'3000-01-01'"}, {"verb": "ended", "until": "'1999-12-31'"},
        {"verb": "may_tell", "until": "current_date + 30"},
        {"verb": "may_tell", "reason": "unsettled"}, {"verb": "may_tell", "basis": "litigation"},
        {"verb": "untold"}, {"verb": "untold", "reason": "somehow"},
        {"verb": "untold", "reason": "unsettled", "basis": "litigation"},
        {"verb": "held"}, {"verb": "held", "reason": "somehow"},
        {"verb": "held", "reason": "authority", "by": "person"},
        {"seq": "9223372036854775807"}, {"seq": "coalesce(max(seq), 0) + 2"},
        {"seq": "0"},
    ],
    ids=str,
)  # fmt: skip
def test_no_act_stops_the_journal_for_good(wrong: dict[str, str]) -> None:
    """Python cannot read it, no hold can be put back as it says, or no act has the next number."""
    database.run(FORGED.format(**TRUE))
    with pytest.raises(IntegrityError):
        database.run(FORGED.format(**TRUE | wrong))
    seller = a_seller("Atelier Rhône")
    contracts.end(seller.id, now().date(), STAFF, now())
    assert journal.copy(now()) == Act.objects.count() == 2


@pytest.mark.parametrize(
    "true",
    [
        {"verb": "may_tell"}, {"verb": "untold", "reason": "forbidden", "until": "'2999-12-31'"},
        {"verb": "untold", "reason": "unsettled", "at": "'2000-01-01 00:00+00'"},
        {"verb": "held", "reason": "restriction", "by": "person"},
        {"verb": "held", "reason": "litigation", "until": "'2000-01-01'"},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_done_is_an_act(true: dict[str, str]) -> None:
    """Also a line of before, which says no day."""
    database.run(FORGED.format(**TRUE | true))
    assert journal.copy(now()) == 1


NEVER = ("-infinity", "infinity", "1999-12-31", "3000-01-01", "0001-01-01 BC")


@pytest.mark.parametrize("day", NEVER)
def test_no_request_came_on_a_day_that_nobody_can_read(day: str) -> None:
    """An entry can be as old as a letter that lay somewhere; what it moves is never moved back."""
    made = asked()
    for column, moment in (("received_on", "now()"), ("entered_at", "current_date")):
        values = f"%s, {moment}" if column == "received_on" else f"{moment}, %s"
        with pytest.raises(IntegrityError, match="privacy_entry_days"):
            database.run(
                "INSERT INTO privacy_entry (id, request_id, received_on, entered_at, entered_by,"  # noqa: S608
                f" late_why) VALUES (gen_random_uuid(), %s, {values}, gen_random_uuid(), '')",
                made, day,
            )  # fmt: skip
    for changed in (
        "received_on = %(day)s, answer_by = %(day)s",
        "told_extension_on = %(day)s, extension_reason = 'complex'",
        "closed_at = %(day)s, state = 'answered', outcome = 'erased'",
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match="privacy_request_days"), database.as_owner():
            set_past_the_guard(changed, day)
    assert not Entry.objects.exists()
    assert Request.objects.get().received_on == today()


def set_past_the_guard(changed: str, day: str) -> None:
    """What its guard would refuse as well, to see that no row of such a day is there at all."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE privacy_request DISABLE TRIGGER USER")
        cursor.execute(f"UPDATE privacy_request SET {changed}", {"day": day})  # noqa: S608


# What an act of the replay may say, field by field; PostgreSQL lets some of it through.
NONSENSE: dict[str, tuple[object, ...]] = {
    "basis": ("", "nonsense", "accounts", "over", "authority", "litigation", "disbelieved"),
    "until": (None, date(2000, 1, 1), date(2999, 12, 31)),
    "reason": (
        "", "nonsense", "authority", "restriction", "unsettled", "forbidden", "from_now_on",
        "stopped",
    ),
    "at": (datetime(2000, 1, 1, tzinfo=UTC), datetime(2999, 12, 30, tzinfo=UTC)),
    "actor_kind": ("person", "staff", "clock", "replay"),
    "badge": ("", "S-AAAAAAAA"),
    "request_id": (new_id(),),
    "hold_id": (new_id(),),
}  # fmt: skip
GOOD: dict[str, object] = {
    "basis": "over", "until": None, "reason": "", "at": None, "actor_kind": "clock", "badge": "",
    "request_id": None, "hold_id": None,
}  # fmt: skip


# Of some, PostgreSQL asks for more.
FITTING = {
    "held": {"basis": "", "reason": "authority"}, "may_tell": {"basis": "authority"},
    "untold": {"basis": "authority", "reason": "forbidden"}, "opened": {"reason": "authority"},
}  # fmt: skip


def plant(holding: str, subject: UUID, verb: str, **said: object) -> bool:
    """Whether PostgreSQL lets whoever has the running role add such an act."""
    said = GOOD | FITTING.get(verb, {}) | said
    said["at"] = said["at"] or now()
    said["staff_id"] = new_id() if said["actor_kind"] == "staff" else None
    try:
        with transaction.atomic():
            database.run(
                "INSERT INTO privacy_act (id, seq, replayed, holding, subject, verb,"  # noqa: S608
                f" {', '.join(said)}) SELECT gen_random_uuid(), coalesce(max(seq), 0) + 1, false,"
                f" %s, %s, %s, {', '.join(['%s'] * len(said))} FROM privacy_act",
                holding, subject, verb, *said.values(),
            )  # fmt: skip
    except IntegrityError:
        return False
    return True


@pytest.mark.parametrize("verb", [verb.value for verb in Verb])
def test_no_act_stops_who_puts_a_backup_back(
    sandbox: Any, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each kind of act of each holding, about something that is there and about nothing, with
    nonsense in each field: whatever comes after it is done again."""
    ada = User.objects.create_user("ada@buyer.example", "a long enough word", verified_at=now())
    made, good = bought(sandbox, buyer=ada.id), bought(sandbox)
    runs, gone = staffed("Werkstatt Elbe"), staffed("Atelier Loire")
    ended(gone, 7)
    known = hold(Subject(user_id=new_id()), HoldKind.AUTHORITY, later(9).date(), STAFF, now())
    versions = Trader.objects.filter(seller__in=[runs, gone]).values_list("id", flat=True)
    about: dict[str, list[UUID]] = {
        "contact": [made.id], "archive": [made.id], "sale": [made.id], "counts": [made.id, ada.id],
        "account": [ada.id], "holds": [known.id], "hold": [known.id], "nonsense": [made.id],
        "trader": [runs.id, gone.id, *versions], "payment_account": [runs.id, gone.id],
        "membership": [gone.id],
    }  # fmt: skip
    kept = backup()
    planted = sum(
        plant(holding, subject, verb, **{field: value})
        for holding, subjects in about.items()
        for subject in (new_id(), *subjects)
        for field, values in NONSENSE.items()
        for value in values
    )
    assert planted
    contacts.take_out(good.id, on_request, PERSON, later())
    happened = acts()
    while journal.copy(now()):
        pass
    put_back(kept)
    with database.as_owner():
        said = ["--ended", str(gone.id), "--not-ended", str(runs.id)]
        assert main(["privacy", "replay", *said]) == 0
    assert f"{planted + 1} acts were done again" in capsys.readouterr().out
    # Some stand marked: whoever puts it back has said that they are not so.
    assert [each[:2] for each in acts()] == [each[:2] for each in happened]
    assert Archived.objects.filter(order_id=good.id).exists()
    assert not Contact.objects.filter(order_id=good.id).exists()


UNCLEAR = [
    ("contact", "archived", {"basis": "nonsense", "until": date(2999, 12, 31)}),
    ("contact", "archived", {"basis": "", "until": date(2999, 12, 31)}),
    ("contact", "archived", {"basis": "evidence"}),
    ("contact", "archived", {"basis": "evidence", "until": date(2000, 1, 1)}),
    ("trader", "erased", {"basis": "nonsense"}),
    ("trader", "erased", {"basis": ""}),
]


def test_what_nobody_can_do_is_named_and_left(
    sandbox: Any, caplog: pytest.LogCaptureFixture
) -> None:
    made, gone = bought(sandbox), staffed("Atelier Loire")
    ended(gone, 7)
    kept = backup()
    for holding, verb, said in UNCLEAR:
        assert plant(holding, made.id if holding == "contact" else gone.id, verb, **said)
    # Of an archive that would still keep it, the journal can.
    assert plant("contact", new_id(), "archived", basis="evidence", until=now().date())
    happened = acts()
    journal.copy(now())
    put_back(kept)
    assert "6 of them say what nobody can do again: act 1, 2, 3, 4, 5, 6. " in look()
    assert journal.replay(now()) == 7
    for seq, (holding, verb, _) in enumerate(UNCLEAR, 1):
        assert f"Act {seq} says {verb} of {holding}" in caplog.text
    assert "Act 7" not in caplog.text
    assert Contact.objects.filter(order_id=made.id).exists()
    assert not Archived.objects.exists()
    assert Seller.objects.get(id=gone.id).name != ""
    assert acts() == happened
    assert journal.replay(now()) == 0


def test_that_its_contract_has_ended_is_so_all_the_same() -> None:
    """Whoever puts the backup back has said it; what left of it nobody can take out again."""
    seller = staffed()
    kept = backup_of(plus_months(now().date(), -8))
    assert plant("trader", seller.id, "erased", basis="nonsense")
    journal.copy(now())
    put_back(kept)
    with database.as_owner():
        assert journal.replay(now(), ended=[seller.id]) == 1
    again = Seller.objects.get(id=seller.id)
    assert (again.active, again.name) == (False, seller.name)


def test_a_hold_with_the_hash_of_an_account_keeps_the_account(sandbox: Any) -> None:
    """PostgreSQL goes by the hash, which stands in the archive: whoever has the running role puts
    it beside another account's id."""
    ada = User.objects.create_user("ada@buyer.example", "a long enough word", verified_at=now())
    made = bought(sandbox, buyer=ada.id)
    contacts.take_out(made.id, on_request, PERSON, later())
    database.run(
        "INSERT INTO privacy_hold (id, user_id, account, kind, by, since, review_on, lifting_why,"
        " untold_why) SELECT gen_random_uuid(), gen_random_uuid(), account, 'restriction',"
        " 'person', now(), current_date, '', '' FROM privacy_archived"
    )
    journal.copy(now())
    kept = backup()
    plant("account", ada.id, "erased")
    journal.copy(now())
    put_back(kept)
    assert journal.replay(now()) == 1
    assert User.objects.filter(id=ada.id).exists()
