"""Rows are the proof: who answers writes one, refusing writes none, and nobody rewrites any."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test import override_settings

from reprise.consent import actions, models, queries
from reprise.consent.actions.answering import AnotherQuestion, Where
from reprise.consent.actions.configuring import (
    AlreadyThere,
    AskedInVain,
    NoAudit,
    OlderVersion,
    PartnerUnfit,
    WasKilled,
)
from reprise.consent.collectors import collectors
from reprise.consent.configuration import Offer, beginning_of, day_of
from reprise.consent.evidence import of_partner
from reprise.consent.facts import Fault
from reprise.consent.remembered import read, written
from reprise.consent.rules import Choice, standing
from reprise.consent.states import StopReason, VoidingReason
from tests.consent import collected
from tests.consent.asked import ask, asked_now, in_each, partner, purpose, tracker
from tests.moment import now

pytestmark = pytest.mark.django_db

AT = Where(market="fr", language="fr", page="home")
NOBODY: frozenset[tuple[str, str]] = frozenset()


def accept(offer: Offer, before: Choice | None = None, **more: Any) -> Choice:
    pairs = more.get("pairs", offer.pairs)
    return actions.answer(offer, offer.notice, pairs, before, AT, more.get("at", now()))


def refuse(offer: Offer, before: Choice | None = None) -> Choice:
    return actions.answer(offer, offer.notice, NOBODY, before, AT, now())


def worth(choice: Choice | None) -> frozenset[tuple[str, str]]:
    known = queries.current()
    today = day_of(now())
    return standing(choice, known, queries.offer(known, now()), today).accepted


def acts_told() -> list[str]:
    return [str(each["what"]) for each in of_partner(models.Partner.objects.get()).entries]


class TestAnswering:
    def test_an_acceptance_is_proven_with_all_that_was_shown(self) -> None:
        offer = ask("acme", "zeta")
        choice = accept(offer)
        assert choice.receipt is not None
        proof = queries.receipt(choice.receipt)
        assert proof is not None
        assert proof["pairs"] == [["audience", "acme"], ["audience", "zeta"]]
        assert (proof["language"], proof["page"], proof["withdrawn"]) == ("fr", "home", None)
        body = proof["notice"]["body"]
        assert [each["name"] for each in body["partners"]] == ["Acme Metrics SAS",
                                                               "Zeta Metrics SAS"]  # fmt: skip
        assert body["partners"][0]["trackers"][0]["name"] == "acme_visits"
        assert body["purposes"][0]["names"]["de"]["title"] == "Purpose audience (de)"
        assert body["words"]["refuse"]["fr"] == "Tout refuser"

    def test_a_refusal_is_counted_and_leaves_nothing_of_its_own(self) -> None:
        offer = ask()
        first, second = refuse(offer), refuse(offer)
        assert written(first) == written(second), "two refusers of a day remember the same"
        assert not models.Receipt.objects.exists()
        (count,) = models.Count.objects.all()
        assert (count.answer, count.number, count.market) == ("none", 2, "fr")

    def test_answers_are_counted_by_kind(self) -> None:
        offer = ask("acme", "zeta")
        accept(offer)
        accept(offer, pairs=frozenset({("audience", "zeta")}))
        refuse(offer)
        assert {(answer, number) for _, answer, number in queries.counts(day_of(now()))} == {
            ("all", 1), ("some", 1), ("none", 1),
        }  # fmt: skip

    def test_two_who_accept_cannot_be_told_apart_by_a_time(self) -> None:
        offer = ask()
        ids = {accept(offer).receipt for _ in range(2)}
        assert len(ids) == 2
        assert {each.version for each in ids if each} == {4}

    def test_another_answer_withdraws_the_one_before(self) -> None:
        offer = ask("acme", "zeta")
        first = accept(offer)
        second = accept(offer, first, pairs=frozenset({("audience", "acme")}))
        last = refuse(offer, second)
        assert last.receipt is None
        for choice in (first, second):
            assert choice.receipt is not None
            found = queries.receipt(choice.receipt)
            assert found is not None
            assert found["withdrawn"]
        assert models.Receipt.objects.count() == 4

    def test_a_receipt_is_withdrawn_once(self) -> None:
        offer = ask()
        choice = accept(offer)
        refuse(offer, choice)
        refuse(offer, choice)
        assert models.Receipt.objects.filter(withdraws=choice.receipt).count() == 1

    def test_what_is_not_asked_is_not_accepted(self) -> None:
        offer = ask()
        for pairs in ({("audience", "stranger")}, {("advertising", "acme")}, {("audience", "")}):
            with pytest.raises(AnotherQuestion):
                accept(offer, pairs=frozenset(pairs))
        with pytest.raises(AnotherQuestion):
            actions.answer(offer, "0" * 24, offer.pairs, None, AT, now())
        assert not models.Receipt.objects.exists()

    def test_an_old_question_may_be_refused(self) -> None:
        old = ask()
        actions.add_partner(partner("zeta"), now())
        actions.activate_partner("zeta", now())
        choice = actions.answer(asked_now(), old.notice, NOBODY, None, AT, now())
        assert choice.notice == old.notice, "the new partner is asked for, it was not refused"


class TestRemembering:
    CHOICE = Choice(
        day=date(2026, 3, 10), notice="a" * 24, accepted=frozenset({("audience", "acme")})
    )

    def test_what_was_written_is_read(self) -> None:
        for choice in (self.CHOICE, replace(self.CHOICE, receipt=uuid4())):
            assert read(written(choice)) == choice

    def test_forged_or_cut_it_is_nothing(self) -> None:
        text = written(self.CHOICE)
        body, _, mark = text.rpartition(":")
        with override_settings(SECRET_KEY="another key of the same length......"):
            forged = written(self.CHOICE)
        bad = (forged, text[:-1], body, f"x{text}", f"{body}:{mark[::-1]}", "", "x" * 5_000, "\0:")
        assert [read(each) for each in bad] == [None] * len(bad)

    def test_a_key_that_was_changed_asks_nobody(self, settings: Any) -> None:
        text = written(self.CHOICE)
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "a new key that is long enough for this"
        assert read(text) == self.CHOICE

    def test_it_holds_no_second(self) -> None:
        offer = ask()
        later = now() + timedelta(seconds=1)
        if day_of(later) == day_of(now()):
            assert written(refuse(offer)) == written(
                actions.answer(offer, offer.notice, NOBODY, None, AT, later)
            )


class TestSettingUp:
    def test_a_partner_that_is_not_fit_is_not_loaded(self) -> None:
        actions.save_purpose(purpose(), now())
        facts = partner(contract_ref="", audited_on=None, next_audit_on=None, audit_evidence="")
        actions.add_partner({k: v for k, v in facts.items() if v not in ("", None)}, now())
        with pytest.raises(PartnerUnfit) as refusal:
            actions.activate_partner("acme", now())
        assert "contract" in refusal.value.facts["missing"]
        assert "audit" in refusal.value.facts["missing"]
        with pytest.raises(AskedInVain), transaction.atomic():
            actions.ask_for("audience", now())
        assert not asked_now()

    def test_postgresql_loads_none_either(self) -> None:
        actions.save_purpose(purpose(), now())
        facts = partner()
        for name in ("contract_ref", "contract_on"):
            del facts[name]
        actions.add_partner(facts, now())
        with pytest.raises(IntegrityError, match="consent_partner_fit"), transaction.atomic():
            models.Partner.objects.update(active=True)

    def test_a_draft_is_not_asked_for(self) -> None:
        ask("acme")
        actions.add_partner(partner("zeta"), now())
        assert asked_now().pairs == {("audience", "acme")}

    def test_a_draft_is_put_right_and_says_so(self) -> None:
        """Nobody was asked about it; that there was another one, and when, stays."""
        actions.save_purpose(purpose(), now())
        actions.save_purpose(purpose("widget"), now())
        first = actions.add_partner(partner("acme", name="Acmee"), now())
        later = now() + timedelta(minutes=1)
        row = actions.add_partner(partner("acme", "widget"), later)
        assert (row.id, row.added_at) == (first.id, first.added_at)
        kept = models.Partner.objects.get()
        assert (kept.name, kept.active) == ("Acme Metrics SAS", False)
        assert [each.purpose.key for each in kept.uses.all()] == ["widget"]
        actions.activate_partner("acme", later)
        assert acts_told() == ["added", "audited", "replaced", "audited", "activated"]
        with pytest.raises(AlreadyThere):
            actions.add_partner(partner("acme", "widget"), later)

    def test_what_was_stopped_as_a_draft_stays_stopped(self) -> None:
        actions.save_purpose(purpose(), now())
        actions.add_partner(partner(), now())
        actions.kill_partner("acme", StopReason.UNUSED, None, now())
        with pytest.raises(AlreadyThere):
            actions.add_partner(partner(), now())

    def test_what_cannot_be_is_refused_before_it_is_kept(self) -> None:
        actions.save_purpose(purpose(), now())
        actions.add_partner(partner(), now())
        tomorrow = day_of(now()) + timedelta(days=1)
        for change, said in (
            ({"country": "US"}, "outside the EEA"),
            ({"country": "US", "transfer_basis": "because"}, "adequacy, clauses, binding_rules"),
            ({"audited_on": tomorrow}, "in the future"),
            ({"name": None}, "name: is missing"),
            ({"knid": "x"}, "knid: not known here"),
            ({"trackers": [tracker() | {"knid": "cookie"}]}, "trackers.0.knid: not known here; did"
             " you mean kind?"),
            ({"role": "procesor"}, "role: one of controller, joint, processor"),
        ):  # fmt: skip
            with pytest.raises(Fault) as refusal:
                actions.add_partner(partner(**change), now())
            assert said in refusal.value.facts["what"], change
        assert models.PartnerAct.objects.filter(verb="added").count() == 1
        actions.add_partner(partner(country="US", transfer_basis="clauses"), now())
        assert models.Partner.objects.get().transfer_basis == "clauses"

    def test_what_a_partner_is_is_never_changed(self) -> None:
        ask("acme")
        with pytest.raises(AlreadyThere):
            actions.add_partner(partner("acme", script_url="https://other.example/a.js"), now())
        for column in ("name", "script_url", "origin", "trackers", "contract_ref", "integrity"):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                models.Partner.objects.update(**{column: "x"})

    def test_a_purpose_keeps_or_raises_its_version(self) -> None:
        ask("acme", of=purpose(version=2))
        actions.save_purpose(purpose(version=2, title=in_each("Put right")), now())
        with pytest.raises(OlderVersion):
            actions.save_purpose(purpose(version=1), now())
        assert asked_now().questions[0].purpose.names["en"]["title"] == "Put right (en)"

    def test_a_killed_partner_never_comes_back(self) -> None:
        offer = ask("acme", "zeta")
        choice = accept(offer)
        assert len(worth(choice)) == 2
        actions.kill_partner("acme", StopReason.CONTRACT, uuid4(), now())
        assert worth(choice) == {("audience", "zeta")}
        with pytest.raises(WasKilled):
            actions.kill_partner("acme", StopReason.CONTRACT, None, now())
        with pytest.raises(PartnerUnfit):
            actions.activate_partner("acme", now())
        actions.kill_partner("zeta", StopReason.CONTRACT, None, now())
        assert not asked_now(), "a purpose without anybody is not asked for"

    def test_an_audit_gives_a_partner_its_time_again(self) -> None:
        today = day_of(now())
        ask("acme", next_audit_on=today, audited_on=today - timedelta(days=365))
        assert asked_now()
        assert not asked_now(now() + timedelta(days=1))
        soon = today + timedelta(days=90)
        for on, evidence, until in (
            (today + timedelta(days=2), "b" * 64, soon), (today, "B" * 64, soon),
            (today, "b" * 63, soon), (today, "b" * 64, today),
            (today, "b" * 64, today + timedelta(days=732)), (today, "b" * 64, date(9999, 12, 31)),
            (date(1, 1, 1), "b" * 64, soon), (date(1999, 12, 31), "b" * 64, date(2000, 1, 2)),
        ):  # fmt: skip
            with pytest.raises(NoAudit):
                actions.record_audit("acme", on, evidence, until, None, now())
        actions.record_audit("acme", today, "b" * 64, soon, None, now())
        assert asked_now(now() + timedelta(days=1))

    def test_each_change_bears_another_mark(self) -> None:
        marks = []
        ask("acme", "zeta")
        for change in (
            lambda: actions.save_purpose(purpose(version=2), now()),
            lambda: actions.kill_partner("zeta", StopReason.CONTRACT, None, now()),
            lambda: actions.record_audit(
                "acme", day_of(now()), "c" * 64, day_of(now()) + timedelta(days=9), None, now()
            ),
            lambda: actions.void_notice(
                models.Notice.objects.all()[0].id, VoidingReason.FAULT, None, now()
            ),
            lambda: actions.ask_for("audience", now(), active=False),
        ):
            marks.append(models.Mark.objects.get().mark)
            change()
        marks.append(models.Mark.objects.get().mark)
        assert len(set(marks)) == 6

    @pytest.mark.parametrize(("days", "stands"), [(0, True), (1, False)])
    def test_a_day_is_void_until_the_next_one_begins(self, days: int, stands: bool) -> None:
        offer = ask("acme")
        choice = accept(offer)
        today = day_of(now())
        first, end = beginning_of(today - timedelta(days=1)), beginning_of(today)
        notice = models.Notice.objects.get(text=offer.text).id
        actions.void_notice(
            notice, VoidingReason.FAULT, None, now(), since=first, until=end + timedelta(days=days)
        )
        assert bool(worth(choice)) is stands

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("trackers", []), ("trackers", [{"name": "a"}]), ("purposes", []), ("role", "friend"),
            ("key", "Two words"), ("country", "France"), ("country", "UK"), ("country", "EU"),
            ("privacy_url", "javascript:alert(1)"),
            ("integrity", "md5-abc"), ("surprise", 1), ("name", ""), ("name", "two\nlines"),
            ("script_url", "http://acme.example/a.js"), ("audited_on", None),
            ("trackers", [tracker(days=0)]), ("trackers", [tracker(kind="beacon")]),
            ("trackers", [tracker(aim={"en": "only one"})]), ("trackers", [tracker(ours="yes")]),
            ("trackers", [tracker("basket")]), ("trackers", [tracker("*")]),
        ],
    )  # fmt: skip
    def test_nothing_is_left_to_be_said_later(self, name: str, value: Any) -> None:
        actions.save_purpose(purpose(), now())
        with pytest.raises(Fault):
            actions.add_partner(partner(**{name: value}), now(), ["basket"])
        assert not models.Partner.objects.exists()


class TestRows:
    def test_a_receipt_cannot_be_rewritten(self) -> None:
        accept(ask())
        for table in ("receipt", "notice", "use", "voided"):
            with (
                pytest.raises(ProgrammingError, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(f"UPDATE consent_{table} SET id = id")  # noqa: S608

    @pytest.mark.parametrize(
        ("change", "constraint"),
        [
            ({"page": "/orders/R-1/token/"}, "consent_receipt_page"),
            ({"pairs": []}, "consent_receipt_names_something"),
            ({"kind": "withdrawn"}, "consent_receipt_kind"),
            ({"withdraws": "x"}, "consent_receipt_kind"),
            ({"language": "FR"}, "consent_receipt_language"),
        ],
    )
    def test_postgresql_takes_no_receipt_that_proves_nothing(
        self, change: dict[str, Any], constraint: str
    ) -> None:
        offer = ask()
        if change.get("withdraws"):
            change = {"withdraws": uuid4()}
        row = {
            "kind": "accepted", "notice": models.Notice.objects.get(text=offer.text),
            "language": "fr", "page": "home", "pairs": [["audience", "acme"]], "at": now(),
        }  # fmt: skip
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            models.Receipt.objects.create(**(row | change))

    def test_no_row_holds_from_where_somebody_came(self) -> None:
        accept(ask())
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_jsonb(r) FROM consent_receipt r")
            (row,) = cursor.fetchone()
        assert set(json.loads(row)) == {
            "id", "kind", "withdraws", "notice_id", "language", "page", "pairs", "at"
        }  # fmt: skip

    def test_the_shop_stores_nothing_for_a_purpose_that_needs_consent(self) -> None:
        """So there is nothing to purge (S38).  A table that refers to a receipt fails here, until
        it has a collector: its rows are then deleted with the consent."""
        stored = {each.table for each in collectors()}
        assert referring() == {"consent_receipt", "consent_use"} | stored
        assert not stored, "the pages on privacy and decision 0035 say that there is nothing"

    def test_a_table_that_refers_to_a_receipt_is_found(self) -> None:
        with collected.table():
            assert referring() == {"consent_receipt", "consent_use", "visit"}
            with collected.registered():
                assert {each.table for each in collectors()} == {"visit"}


def referring() -> set[str]:
    """The tables that refer to a consent."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT table_name FROM information_schema.columns
             WHERE table_schema = 'public' AND column_name ~ 'receipt|consent|purpose_id'
            UNION
            SELECT conrelid::regclass::text FROM pg_constraint
             WHERE confrelid IN ('consent_receipt'::regclass, 'consent_notice'::regclass)
            """
        )
        return {name for (name,) in cursor.fetchall()}


class TestForgetting:
    def test_a_receipt_proves_for_five_years_after_its_end(self) -> None:
        offer = ask()
        at = now().replace(year=2020, month=3, day=10, hour=12)
        kept = accept(offer, at=at)
        withdrawn = accept(offer, at=at)
        actions.answer(offer, offer.notice, NOBODY, withdrawn, AT, at + timedelta(days=1))
        # Six months later both have ended; the one that was withdrawn, half a year before.
        actions.forget(at.replace(year=2025, month=3, day=11))
        assert models.Receipt.objects.count() == 3
        actions.forget(at.replace(year=2025, month=3, day=12))
        assert set(models.Receipt.objects.values_list("id", flat=True)) == {kept.receipt}
        actions.forget(at.replace(year=2025, month=9, day=10))
        assert models.Receipt.objects.count() == 1
        actions.forget(at.replace(year=2025, month=9, day=11))
        assert not models.Receipt.objects.exists()

    def test_counts_leave_after_twenty_five_months(self) -> None:
        offer = ask()
        day = now().replace(year=2024, month=3, day=10, hour=12)
        actions.answer(offer, offer.notice, NOBODY, None, AT, day)
        actions.forget(now().replace(year=2026, month=4, day=10, hour=12))
        assert models.Count.objects.exists()
        actions.forget(now().replace(year=2026, month=4, day=11, hour=12))
        assert not models.Count.objects.exists()

    def test_the_notice_of_today_stays(self) -> None:
        ask()
        actions.forget(now() + timedelta(days=4_000))
        assert models.Notice.objects.exists()

    def test_a_partner_leaves_when_no_receipt_can_name_it(self) -> None:
        ask("acme", "zeta")
        actions.kill_partner(
            "zeta", StopReason.CONTRACT, None, now().replace(year=2020, month=3, day=10, hour=12)
        )
        actions.forget(now().replace(year=2025, month=9, day=10, hour=12))
        assert models.Partner.objects.count() == 2
        actions.forget(now().replace(year=2025, month=9, day=12, hour=12))
        assert [each.key for each in models.Partner.objects.all()] == ["acme"]
