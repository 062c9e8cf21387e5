"""What is decided about a breach, act by act: nothing is overwritten, and everybody is named."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from reprise.accounts.models import User
from reprise.audit.models import Badge
from reprise.kernel.ids import new_id
from reprise.law.eu.breach import Risk, Spared
from reprise.privacy import breaches
from reprise.privacy.actions import breach_acts as acts
from reprise.privacy.actions.breach_acts import (
    BreachClosed,
    MovedOn,
    NoReasonForTheDelay,
    NotTold,
    OnlyAHighRisk,
    ToldAlready,
    WrongTimes,
)
from reprise.privacy.actions.breaches import Entry, enter, hand_out
from reprise.privacy.breaches import Standing
from reprise.privacy.models import Breach, BreachAct, BreachText
from reprise.privacy.states import BreachKind, BreachVerb, Scope
from tests.meanwhile import meanwhile
from tests.moment import now
from tests.upgrade import before

pytestmark = pytest.mark.django_db(transaction=True)
BOSS, OTHER = "boss@shop.example", "other@shop.example"
WHY = "A copy was open to anybody for an hour."
NAMED = "It names a buyer."
HOUR = timedelta(hours=1)


def two_supervisors() -> dict[str, User]:
    return {
        email: User.objects.create_user(email, "a long enough word", is_superuser=True)
        for email in (BOSS, OTHER)
    }


@pytest.fixture(autouse=True)
def staff() -> dict[str, User]:
    return two_supervisors()


def entered(risk: Risk = Risk.LIKELY, *, aware: timedelta = timedelta(), **more: Any) -> str:
    """Its reference; ``aware`` so long ago."""
    moment = now() - aware
    entry = Entry(
        drill=False, kinds=(BreachKind.CONFIDENTIALITY,), aware_at=moment, scope=Scope.STORED,
        from_at=moment, until_at=moment, holdings=("contact",), risk=risk, why=WHY, **more,
    )  # fmt: skip
    return enter(entry, BOSS, now()).reference


def found(reference: str) -> Standing:
    return breaches.standing(breaches.named(reference))


def filed(breach: Standing) -> dict[str, Any]:
    """Its entry of the register as it is handed out."""
    return hand_out(breach.row.reference, BOSS, now())


def told(breach: Standing) -> list[tuple[int, str, str, str]]:
    return [(each.act.seq, each.act.verb, each.act.risk, each.words) for each in breach.acts]


class TestNothingIsOverwritten:
    def test_a_new_judgement_leaves_the_old_one_with_its_author_and_reason(
        self, staff: dict[str, User]
    ) -> None:
        reference = entered(Risk.HIGH)
        acts.judge(reference, Risk.LIKELY, None, "The copy was encrypted.", OTHER, now() + HOUR)
        breach = found(reference)
        assert (breach.risk, breach.spared) == (Risk.LIKELY, None)
        first, second = (each.act for each in breach.acts)
        assert (first.risk, first.staff_id, first.at) == ("high", staff[BOSS].id, now())
        assert (second.risk, second.staff_id, second.at) == (
            "likely", staff[OTHER].id, now() + HOUR,
        )  # fmt: skip
        assert [each.words for each in breach.acts] == [WHY, "The copy was encrypted."]

    def test_the_evidence_has_every_act_and_the_words_prove_themselves(
        self, staff: dict[str, User]
    ) -> None:
        reference = entered(Risk.HIGH, happened="A copy lay open.")
        acts.judge(reference, Risk.HIGH, Spared.AVERTED, "All were fetched back.", OTHER, now())
        document = filed(found(reference))
        assert [(each["verb"], each["risk"], each["spared"]) for each in document["entries"]] == [
            ("happened", None, None), ("judged", "high", None), ("judged", "high", "averted"),
        ]  # fmt: skip
        assert [(each["staff"], each["staff_id"]) for each in document["entries"]] == [
            (Badge.objects.get(staff_id=staff[who].id).badge, str(staff[who].id))
            for who in (BOSS, BOSS, OTHER)
        ]
        boss = document["entries"][0]
        assert document["breach"]["entered_by"] == {
            "staff": boss["staff"], "staff_id": boss["staff_id"],
        }  # fmt: skip
        assert document["standing"]["spared"] == "averted"
        for each in document["entries"]:
            proven = document["words"][str(each["seq"])]
            made = hashlib.sha256((proven["salt"] + proven["words"]).encode()).hexdigest()
            assert made == each["digest"]
        assert "@" not in json.dumps(document)

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE privacy_breachact SET risk = 'unlikely'",
            "DELETE FROM privacy_breachact",
            "UPDATE privacy_breach SET aware_at = aware_at + interval '1 day'",
            "DELETE FROM privacy_breach",
            "UPDATE privacy_breachtext SET words = 'All was well.'",
        ],
    )
    def test_the_running_role_cannot(self, statement: str) -> None:
        entered()
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(statement)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"seq": 1}, {"risk": "none"}, {"risk": ""}, {"risk": "likely", "spared": "averted"},
            {"digest": ""}, {"verb": "struck", "risk": ""},
            {"verb": "struck", "risk": "", "of": 2}, {"verb": "forgotten"},
            {"happened_at": datetime(2100, 1, 1, tzinfo=UTC)},
        ],
        ids=str,
    )  # fmt: skip
    def test_postgresql_refuses_what_cannot_be(
        self, staff: dict[str, User], wrong: dict[str, Any]
    ) -> None:
        breach = found(entered())
        facts = {
            "breach_id": breach.row.id, "seq": 2, "verb": "judged", "risk": "high",
            "digest": "0" * 64, "happened_at": now(), "at": now(), "staff_id": staff[BOSS].id,
        }  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            BreachAct.objects.create(id=new_id(), **{**facts, **wrong})
        BreachAct.objects.create(id=new_id(), **facts)


class TestTheClock:
    def test_it_is_not_closed_before_the_authority_was_told(self) -> None:
        reference = entered(Risk.LIKELY)
        with pytest.raises(NotTold):
            acts.close(reference, BOSS, now())
        acts.tell_authority(reference, now(), "", BOSS, now())
        assert acts.close(reference, BOSS, now()).closed_at == now()
        with pytest.raises(BreachClosed):
            acts.judge(reference, Risk.UNLIKELY, None, WHY, BOSS, now())

    def test_nor_before_people_were_where_the_risk_is_high(self) -> None:
        reference = entered(Risk.HIGH)
        acts.tell_authority(reference, now(), "", BOSS, now())
        with pytest.raises(NotTold):
            acts.close(reference, BOSS, now())
        acts.judge(reference, Risk.HIGH, Spared.DISPROPORTIONATE, WHY, BOSS, now())
        with pytest.raises(NotTold):
            acts.close(reference, BOSS, now())
        acts.tell_persons(reference, now(), "On the front page.", BOSS, now())
        assert acts.close(reference, BOSS, now()).closed_at

    def test_encryption_spares_telling_people_not_the_authority(self) -> None:
        reference = entered(Risk.HIGH)
        acts.judge(reference, Risk.HIGH, Spared.UNINTELLIGIBLE, WHY, BOSS, now())
        with pytest.raises(NotTold):
            acts.close(reference, BOSS, now())
        acts.tell_authority(reference, now(), "", BOSS, now())
        assert acts.close(reference, BOSS, now()).closed_at

    def test_without_a_risk_it_is_only_written_down(self) -> None:
        reference = entered(Risk.UNLIKELY)
        with pytest.raises(OnlyAHighRisk):
            acts.judge(reference, Risk.LIKELY, Spared.AVERTED, WHY, BOSS, now())
        assert acts.close(reference, BOSS, now()).closed_at

    def test_told_is_told_once_and_not_before_it_was_known(self) -> None:
        reference = entered(aware=HOUR)
        for at in (now() - 2 * HOUR, now() + HOUR):
            with pytest.raises(WrongTimes):
                acts.tell_authority(reference, at, "", BOSS, now())
        acts.tell_authority(reference, now(), "", BOSS, now())
        with pytest.raises(ToldAlready):
            acts.tell_authority(reference, now() - HOUR / 2, "", BOSS, now())

    def test_72_hours_run_from_when_it_was_known(self) -> None:
        """Not from when it was entered or judged: a risk that is seen late is late."""
        reference = entered(Risk.UNLIKELY, aware=timedelta(hours=73))
        assert not breaches.waits(found(reference), now())
        acts.judge(reference, Risk.LIKELY, None, "It was sold on.", BOSS, now())
        waits = breaches.waits(found(reference), now())
        assert waits.authority_by == now() - HOUR
        assert waits.overdue
        assert not waits.persons
        early = breaches.waits(found(reference), now() - HOUR)
        assert not early.overdue, "the 72nd hour is in time"

    def test_whoever_tells_the_authority_late_says_why(self) -> None:
        late = entered(aware=timedelta(hours=73))
        with pytest.raises(NoReasonForTheDelay):
            acts.tell_authority(late, now(), "  ", BOSS, now())
        acts.tell_authority(late, now(), "It was found on a Sunday.", BOSS, now())
        assert found(late).acts[-1].words == "It was found on a Sunday."
        in_time = entered(aware=timedelta(hours=71))
        assert acts.tell_authority(in_time, now(), "", BOSS, now()).told_authority_at == now()
        needless = entered(Risk.UNLIKELY, aware=timedelta(hours=74))
        assert acts.tell_authority(needless, now(), "", BOSS, now()).told_authority_at == now()

    def test_nobody_waits_for_what_was_told_or_closed(self) -> None:
        reference = entered(Risk.HIGH)
        assert breaches.not_closed() == 1
        acts.tell_authority(reference, now(), "", BOSS, now())
        assert breaches.waits(found(reference), now()).persons
        breach = acts.tell_persons(reference, now(), "", BOSS, now())
        assert not breaches.waits(breach, now())
        acts.close(reference, BOSS, now())
        assert breaches.not_closed() == 0


class TestSentTwice:
    def test_every_act_sent_again_is_the_first_one(self) -> None:
        reference = entered(Risk.HIGH)
        known = {BreachVerb.HAPPENED: "It lay open.", BreachVerb.MEASURES: "It was shut."}
        for number, send in enumerate(
            (
                lambda seen: acts.describe(reference, known, BOSS, now(), seen),
                lambda seen: acts.judge(
                    reference, Risk.HIGH, Spared.DISPROPORTIONATE, WHY, BOSS, now(), seen
                ),
                lambda seen: acts.tell_authority(reference, now(), "", BOSS, now(), seen),
                lambda seen: acts.tell_persons(reference, now(), "", BOSS, now(), seen),
                lambda seen: acts.close(reference, BOSS, now(), seen),
            )
        ):
            seen = len(found(reference).acts)
            once = told(send(seen))
            assert len(once) == seen + (2 if number == 0 else 1)
            assert told(send(seen)) == once, "the same form, by its button"
            assert told(send(None)) == once, "the same command"

    def test_a_form_that_comes_again_later_does_not_judge_anew(self) -> None:
        reference = entered()
        acts.judge(reference, Risk.HIGH, None, "It was sold on.", BOSS, now(), 1)
        acts.judge(reference, Risk.LIKELY, None, "It was not.", OTHER, now(), 2)
        acts.judge(reference, Risk.HIGH, None, "It was sold on.", BOSS, now(), 1)
        assert found(reference).risk is Risk.LIKELY
        assert len(found(reference).acts) == 3

    def test_nobody_decides_on_what_has_changed_meanwhile(self) -> None:
        reference = entered()
        acts.judge(reference, Risk.HIGH, None, "It was sold on.", OTHER, now(), 1)
        for seen in (0, 1, 3, -1):
            with pytest.raises(MovedOn):
                acts.judge(reference, Risk.UNLIKELY, None, WHY, BOSS, now(), seen)
        assert found(reference).risk is Risk.HIGH
        acts.judge(reference, Risk.HIGH, None, WHY, BOSS, now(), 2)

    def test_of_two_at_once_the_second_reads_the_first(self) -> None:
        reference = entered()

        def other() -> None:
            acts.judge(reference, Risk.HIGH, None, "It was sold on.", OTHER, now(), 1)

        with meanwhile(acts, "write", other) as came:
            acts.judge(reference, Risk.UNLIKELY, None, "It was not read.", BOSS, now(), 1)
        with pytest.raises(MovedOn):
            came.result()
        assert [each.act.seq for each in found(reference).acts] == [1, 2]
        assert found(reference).risk is Risk.UNLIKELY

    def test_killed_in_the_middle_nothing_was_written(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reference = entered()

        def killed(*_: Any) -> None:
            raise SystemExit

        with monkeypatch.context() as patch:
            patch.setattr(BreachText.objects, "bulk_create", killed)
            with pytest.raises(SystemExit):
                acts.judge(reference, Risk.HIGH, None, "It was sold on.", BOSS, now())
            with pytest.raises(SystemExit):
                entered(Risk.HIGH, aware=HOUR)
        assert (found(reference).risk, len(found(reference).acts)) == (Risk.LIKELY, 1)
        assert Breach.objects.count() == 1, "no breach that nobody has judged"
        again = entered(Risk.HIGH, aware=HOUR)
        assert told(found(again)) == [(1, "judged", "high", WHY)]


def test_what_was_kept_before_is_carried_over() -> None:
    """The row had the last judgement alone and nobody's name: neither is made up."""
    open_one, closed_one, who = new_id(), new_id(), new_id()
    at = datetime(2026, 3, 2, 10, tzinfo=UTC)
    day = timedelta(days=1)
    with before("privacy", "0011_corrections") as database:
        for made, reference, risk, spared, authority, persons, closed in (
            (open_one, "B-11111111", "high", "averted", at + day, None, None),
            (closed_one, "B-22222222", "high", "", at + day, at + 2 * day, at + 3 * day),
        ):
            database.run(
                "INSERT INTO privacy_breach (id, reference, drill, kinds, aware_at, scope, from_at,"
                " until_at, holdings, orders_digest, counts, risk, spared, told_authority_at,"
                " told_persons_at, closed_at, entered_at, entered_by) VALUES (%s, %s, false,"
                " '{integrity}', %s, 'stored', %s, %s, '{contact}', '', '{}', %s, %s, %s, %s, %s,"
                " %s, %s)",
                [made, reference, at, at, at, risk, spared, authority, persons, closed, at, who],
            )
        database.migrate("privacy", "0012_breach_acts")
        kept = database.run(
            "SELECT breach_id, seq, verb, risk, spared, happened_at, staff_id, digest"
            " FROM privacy_breachact ORDER BY breach_id, seq"
        )
    assert kept == [
        (open_one, 1, "judged", "high", "averted", at, None, ""),
        (open_one, 2, "told_authority", "", "", at + day, None, ""),
        (closed_one, 1, "judged", "high", "", at, None, ""),
        (closed_one, 2, "told_authority", "", "", at + day, None, ""),
        (closed_one, 3, "told_persons", "", "", at + 2 * day, None, ""),
        (closed_one, 4, "closed", "", "", at + 3 * day, None, ""),
    ]
