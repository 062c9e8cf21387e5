"""Words about a breach are taken out by two, and what was there is known."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.law.eu.breach import Risk
from reprise.privacy import breaches
from reprise.privacy.actions import breach_acts as acts
from reprise.privacy.actions import striking
from reprise.privacy.actions.breach_acts import (
    LeadsToSomebody,
    NoWords,
    TooManyWords,
)
from reprise.privacy.actions.striking import NobodyAsked, NotAlone, NothingToStrike, StrikeAsked
from reprise.privacy.models import BreachAct
from reprise.privacy.states import BreachVerb
from tests.moment import now
from tests.privacy.test_breach_acts import (
    BOSS,
    HOUR,
    NAMED,
    OTHER,
    entered,
    filed,
    found,
    told,
    two_supervisors,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def staff() -> dict[str, User]:
    return two_supervisors()


class TestWords:
    @pytest.mark.parametrize(
        ("words", "refusal"),
        [
            ("", NoWords), (" \n\t", NoWords), ("x" * 4001, TooManyWords),
            ("Camille's, camille@buyer.example", LeadsToSomebody),
        ],
    )  # fmt: skip
    def test_what_is_no_reason_is_refused(self, words: str, refusal: type[Exception]) -> None:
        reference = entered()
        with pytest.raises(refusal):
            acts.judge(reference, Risk.HIGH, None, words, BOSS, now())
        with pytest.raises(refusal):
            acts.describe(reference, {BreachVerb.HAPPENED: words}, BOSS, now())
        assert len(found(reference).acts) == 1

    def test_they_are_kept_as_lines(self) -> None:
        reference = entered()
        known = {BreachVerb.HAPPENED: " First.  \r\n\r\nThen\x00 more.\u202e \n"}
        breach = acts.describe(reference, known, BOSS, now())
        assert breach.acts[-1].words == "First.\n\nThen more."

    def test_what_stands_there_already_is_not_written_again(self) -> None:
        reference = entered(happened="It lay open.")
        known = {BreachVerb.HAPPENED: "It lay open.", BreachVerb.CONSEQUENCES: "Letters that lie."}
        breach = acts.describe(reference, known, BOSS, now())
        assert [each.act.verb for each in breach.acts] == ["happened", "judged", "consequences"]

    def test_what_leads_to_somebody_is_taken_out_and_that_it_was_there_stays(
        self, staff: dict[str, User]
    ) -> None:
        reference = entered(happened="Camille Martin's parcel was opened.")
        digest = found(reference).acts[0].act.digest
        acts.close(entered(Risk.UNLIKELY, aware=HOUR), BOSS, now())
        assert told(striking.ask_to_strike(reference, 1, NAMED, BOSS, now()))[0][3], "not alone"
        breach = striking.strike(reference, 1, 3, OTHER, now())
        assert told(breach)[0] == (1, "happened", "", "")
        assert told(breach)[2] == (3, "to_strike", "", NAMED), "why stays"
        assert breach.acts[0].act.digest == digest
        assert (breach.acts[-1].act.of, breach.acts[-1].act.staff_id) == (1, staff[OTHER].id)
        assert told(striking.strike(reference, 1, 3, BOSS, now())) == told(breach), "once"
        with connection.cursor() as cursor:
            for table in ("privacy_breach", "privacy_breachact", "privacy_breachtext"):
                cursor.execute(f"SELECT string_agg(t::text, ' ') FROM {table} t")  # noqa: S608
                assert "Camille" not in str(cursor.fetchone()[0]), table
        document = filed(breach)
        assert "1" not in document["words"]
        assert document["words"]["3"]["words"] == NAMED

    def test_nobody_takes_words_out_alone_or_without_a_reason(self) -> None:
        reference = entered(happened="It lay open.")
        for why, refusal in ((" ", NoWords), ("x" * 4001, TooManyWords), ("a@b", LeadsToSomebody)):
            with pytest.raises(refusal):
                striking.ask_to_strike(reference, 1, why, BOSS, now())
        with pytest.raises(NobodyAsked):
            striking.strike(reference, 1, 3, OTHER, now())
        breach = striking.ask_to_strike(reference, 1, NAMED, BOSS, now())
        assert told(striking.ask_to_strike(reference, 1, NAMED, BOSS, now())) == told(breach), (
            "once"
        )
        with pytest.raises(NotAlone):
            striking.strike(reference, 1, 3, BOSS, now())
        # Two who do not know of each other's reason do not agree.
        for who in (BOSS, OTHER):
            with pytest.raises(StrikeAsked):
                striking.ask_to_strike(reference, 1, "It is wrong.", who, now())
        with pytest.raises(NobodyAsked):
            striking.strike(reference, 1, 2, OTHER, now())
        assert told(found(reference)) == told(breach)
        assert breaches.to_strike() == 1

    @pytest.mark.parametrize("who", [BOSS, OTHER])
    def test_a_wish_is_ended_by_another_one_or_by_whoever_had_it(self, who: str) -> None:
        reference = entered(happened="It lay open.")
        striking.ask_to_strike(reference, 1, NAMED, BOSS, now())
        breach = striking.leave_in(reference, 1, 3, "It names nobody.", who, now())
        assert told(breach)[0][3] == "It lay open."
        assert told(breach)[-1] == (4, "left_in", "", "It names nobody.")
        assert (breach.wishes, breaches.to_strike()) == ({}, 0)
        for answer in (
            lambda: striking.strike(reference, 1, 3, OTHER, now()),
            lambda: striking.leave_in(reference, 1, 3, "", OTHER, now()),
        ):
            with pytest.raises(NobodyAsked):
                answer()
        again = striking.ask_to_strike(reference, 1, NAMED, OTHER, now())
        assert list(again.wishes) == [1]
        assert striking.strike(reference, 1, 5, BOSS, now()).acts[0].words == ""

    def test_of_a_closed_one_as_well_and_of_nothing_else(self) -> None:
        reference = entered(Risk.UNLIKELY)
        acts.close(reference, BOSS, now())
        for nothing in (0, 2, 3, 99):
            with pytest.raises(NothingToStrike):
                striking.ask_to_strike(reference, nothing, NAMED, BOSS, now())
            with pytest.raises(NothingToStrike):
                striking.strike(reference, nothing, 1, BOSS, now())
        striking.ask_to_strike(reference, 1, NAMED, BOSS, now())
        assert striking.strike(reference, 1, 3, OTHER, now()).acts[0].words == ""
        with pytest.raises(NothingToStrike):
            striking.ask_to_strike(reference, 1, NAMED, BOSS, now())

    def test_postgresql_keeps_a_wish_with_its_reason_and_strikes_once(self) -> None:
        reference = entered(happened="It lay open.")
        facts = {
            "breach_id": found(reference).row.id, "happened_at": now(), "at": now(), "of": 1,
            "staff_id": new_id(),
        }  # fmt: skip
        for verb, seq, more in (
            ("to_strike", 3, {}), ("left_in", 3, {"of": None}), ("struck", 3, {"of": 3}),
            ("closed", 3, {}),
        ):  # fmt: skip
            with pytest.raises(IntegrityError), transaction.atomic():
                BreachAct.objects.create(verb=verb, seq=seq, **{**facts, **more})
        for seq in (3, 4):
            BreachAct.objects.create(verb="left_in", seq=seq, **facts)
        BreachAct.objects.create(verb="struck", seq=5, **facts)
        with pytest.raises(IntegrityError), transaction.atomic():
            BreachAct.objects.create(verb="struck", seq=6, **facts)
