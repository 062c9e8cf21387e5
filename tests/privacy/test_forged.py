"""One row that whoever has the running role adds stops nothing for good (`0027`)."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from reprise.privacy.actions import contracts, journal
from reprise.privacy.models import Act, Entry, Request
from tests import database
from tests.cast import a_seller
from tests.moment import now
from tests.privacy.cases import asked
from tests.privacy.test_journal import STAFF

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
    assert Request.objects.get().received_on == now().date()


def set_past_the_guard(changed: str, day: str) -> None:
    """What its guard would refuse as well, to see that no row of such a day is there at all."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE privacy_request DISABLE TRIGGER USER")
        cursor.execute(f"UPDATE privacy_request SET {changed}", {"day": day})  # noqa: S608
