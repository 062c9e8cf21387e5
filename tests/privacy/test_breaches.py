"""A breach: whom it touched, its clock, what is told of it, and that its row names nobody."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from reprise.accounts.models import User
from reprise.audit.models import Look
from reprise.cli import main
from reprise.kernel.evidence import SEAL, seal
from reprise.law.eu.breach import Risk
from reprise.law.provision import LANGUAGES
from reprise.law.speech import written
from reprise.orders.models import Contact
from reprise.privacy import breaches, touched
from reprise.privacy.actions import breach_acts as acts
from reprise.privacy.actions import breaches as actions
from reprise.privacy.actions import striking
from reprise.privacy.actions.acting import Done, note
from reprise.privacy.actions.breach_acts import NotASupervisor, WrongTimes
from reprise.privacy.actions.breaches import EnteredAlready, NotCounted, WrongOrders
from reprise.privacy.breach_words import AS_WRITTEN
from reprise.privacy.decided import Personal, Shown
from reprise.privacy.models import Breach, BreachAct
from reprise.privacy.register import REGISTER
from reprise.privacy.shapes import TEXTS, misshapen
from reprise.privacy.states import BreachKind, BreachVerb, Scope, Verb
from reprise.privacy.touched import COUNTED, LEFT_OUT, OF_ORDERS, WAYS, Extent
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import asked, bought, erase, later

pytestmark = pytest.mark.django_db(transaction=True)
BOSS = "boss@shop.example"
BUYER = "camille@buyer.example"
WHY = "A copy was open to anybody for an hour."
# Rows that a test writes are younger than its moment.
MINUTE = timedelta(minutes=1)


def account(email: str = "ada@buyer.example", **more: Any) -> User:
    return User.objects.create_user(email, "a long enough word", verified_at=now(), **more)


@pytest.fixture
def boss() -> User:
    return account(BOSS, is_staff=True, is_superuser=True)


def extent(*holdings: str, scope: Scope = Scope.STORED, **more: Any) -> Extent:
    times = {"from_at": now() - timedelta(days=1), "until_at": now() + MINUTE}
    return Extent(holdings=holdings, scope=scope, **{**times, **more})


def entry(*holdings: str, **more: Any) -> actions.Entry:
    facts: dict[str, Any] = {
        "drill": True, "kinds": (BreachKind.CONFIDENTIALITY,), "aware_at": now(),
        "scope": Scope.STORED, "from_at": now() - timedelta(days=1), "until_at": now() + MINUTE,
        "holdings": holdings or ("contact",), "risk": Risk.LIKELY, "why": WHY,
    }  # fmt: skip
    return actions.Entry(**{**facts, **more})


def entered(*holdings: str, **more: Any) -> Breach:
    return actions.enter(entry(*holdings, **more), BOSS, now() + MINUTE)


class TestWaysToPersons:
    def test_every_table_that_holds_something_of_a_person_is_counted(self) -> None:
        """A new table fails here until it is said how its rows lead to a person."""
        wanted = {
            (each.holding.key, table.removeprefix("public."))
            for table, columns in REGISTER.items()
            for each in columns.values()
            if isinstance(each, Personal) and each.shown is not Shown.REPEATED
            if each.holding not in LEFT_OUT
        }
        there = {(way.holding.key, way.table) for way in WAYS}
        # Besides, what is in the archive now was in the shop's store when the breach began.
        assert there - wanted == {("contact", "privacy_archived")}
        assert wanted - there == set()

    def test_what_is_left_out_is_a_copy_or_ids_or_another_partys(self) -> None:
        shown = {
            each.holding.key
            for table, columns in REGISTER.items()
            for each in columns.values()
            if isinstance(each, Personal) and each.shown is not Shown.REPEATED
        }
        assert {each.key for each in LEFT_OUT} - shown == {"events", "counts", "ledger"}
        assert {each.key for each in LEFT_OUT} & shown == {"who_acted", "at_the_sandbox"}

    def test_every_statement_runs_in_every_scope(self) -> None:
        for scope in Scope:
            found = touched.count(extent(*COUNTED, scope=scope))
            assert found["persons"] == 0, scope


class TestCounting:
    def test_a_guest_with_two_orders_is_one_person_in_two_records(self) -> None:
        place((an_offer(stock=2), 1))
        place((an_offer(stock=2), 1))
        Contact.objects.filter(order=Contact.objects.earliest("order_id").order).update(
            email=BUYER.upper()
        )
        found = touched.count(extent("contact"))
        assert found["holdings"] == {"contact": {"fr": {"persons": 1, "records": 2}}}
        assert (found["persons"], found["records"]) == (1, 2)

    def test_whoever_buys_with_an_account_is_one_person_in_both(self) -> None:
        """By the account, whatever address the order has."""
        user = account()
        place((an_offer(stock=2), 1), buyer=user.id)
        found = touched.count(extent("contact", "account"))
        assert found["persons"] == 1
        assert found["holdings"] == {
            "contact": {"fr": {"persons": 1, "records": 1}},
            "account": {"unknown": {"persons": 1, "records": 1}},
        }

    def test_an_order_in_the_archive_is_the_same_persons(self, sandbox: Any) -> None:
        sale = bought(sandbox)
        place((an_offer(stock=1), 1))
        assert touched.count(extent("contact"))["persons"] == 1
        erase(asked(), sale.id)
        assert not Contact.objects.filter(order_id=sale.id).exists()
        found = touched.count(extent("contact", "archive", until_at=later(22)))
        assert found["persons"] == 1, "still the one who is a guest elsewhere"
        assert found["holdings"]["contact"]["fr"]["records"] == 2, "it was there when it began"
        assert found["holdings"]["archive"]["fr"] == {"persons": 1, "records": 1}

    def test_an_erased_order_is_said_and_not_counted(self) -> None:
        sale = place((an_offer(stock=1), 1))
        Contact.objects.filter(order_id=sale.order.id).delete()
        note([Done(holding="contact", subject=sale.order.id, verb=Verb.ERASED)], now())
        found = touched.count(extent("contact", "sale"))
        assert (found["persons"], found["gone"]) == (0, 1)
        assert found["holdings"]["contact"] == {}
        assert found["holdings"]["sale"]["fr"] == {"persons": 0, "records": 3}
        after = extent("contact", from_at=now() + timedelta(seconds=1))
        assert touched.count(after)["gone"] == 0, "erased before it began"

    def test_stored_is_all_until_its_end_and_passing_what_came_meanwhile(self) -> None:
        place((an_offer(stock=1), 1))
        at = Contact.objects.get().order.placed_at
        second = timedelta(seconds=1)
        for scope, begin, end, number in (
            (Scope.STORED, at + second, at + 2 * second, 1),
            (Scope.STORED, at - 2 * second, at - second, 0),
            (Scope.PASSING, at, at + second, 1),
            (Scope.PASSING, at + second, at + 2 * second, 0),
            (Scope.PASSING, at - 2 * second, at - second, 0),
        ):
            found = touched.count(extent("contact", scope=scope, from_at=begin, until_at=end))
            assert found["records"] == number, (scope, begin - at, end - at)

    def test_certain_orders_and_no_other(self) -> None:
        one = place((an_offer(stock=1), 1))
        place((an_offer(stock=1), 1))
        found = touched.count(extent("sale", scope=Scope.ORDERS, orders=(one.order.id,)))
        assert found["holdings"]["sale"]["fr"] == {"persons": 1, "records": 3}

    def test_a_sellers_people_are_found_by_its_own_address(self) -> None:
        an_offer()
        found = touched.count(extent("trader"))
        assert found["holdings"]["trader"]["fr"] == {"persons": 1, "records": 2}


class TestTheRegister:
    def test_its_row_names_nobody(self, boss: User) -> None:
        place((an_offer(stock=1), 1))
        row = entered("contact", "account", "sale")
        assert row.counts["persons"] == 2, "the buyer and the boss"
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_jsonb(t) FROM privacy_breach t")
            stored = json.loads(cursor.fetchone()[0])
        assert "@" not in json.dumps(stored)
        for column, shape in TEXTS["privacy_breach"].items():
            assert not misshapen(shape, stored[column]), column

    def test_who_is_no_supervisor_enters_and_reads_nothing(self, boss: User) -> None:
        account("helper@shop.example", is_staff=True)
        row = entered()
        for who in ("helper@shop.example", "nobody@shop.example"):
            with pytest.raises(NotASupervisor):
                actions.enter(entry(), who, now())
            with pytest.raises(NotASupervisor):
                actions.addresses(row.reference, (), who, now())
        assert not Look.objects.exists()

    @pytest.mark.parametrize("code", ["who_acted", "at_the_sandbox", "events", "nothing"])
    def test_what_cannot_be_counted_is_refused(self, boss: User, code: str) -> None:
        with pytest.raises(NotCounted):
            entered(code)

    def test_times_that_cannot_be(self, boss: User) -> None:
        soon = now() + timedelta(hours=1)
        for wrong in (
            {"aware_at": soon}, {"from_at": soon, "until_at": soon},
            {"aware_at": now() - timedelta(days=1), "from_at": now(), "until_at": now()},
            {"from_at": now(), "until_at": now() - timedelta(hours=1)},
        ):  # fmt: skip
            with pytest.raises(WrongTimes):
                entered(**wrong)

    def test_orders_stand_with_their_scope_alone(self, boss: User) -> None:
        reference = place((an_offer(stock=1), 1)).order.reference
        assert "account" not in OF_ORDERS
        for wrong in (
            {"scope": Scope.ORDERS},
            {"orders": (reference,)},
            {"scope": Scope.ORDERS, "orders": (reference, "R-00000000")},
        ):
            with pytest.raises(WrongOrders):
                entered(**wrong)
        with pytest.raises(NotCounted):
            entered("account", scope=Scope.ORDERS, orders=(reference,))
        assert entered(scope=Scope.ORDERS, orders=(reference,)).counts["persons"] == 1

    def test_the_same_facts_twice_are_one_breach(self, boss: User) -> None:
        """Sent twice, or by somebody whom a kill left in doubt."""
        row, again = entered(), entered()
        assert again.id == row.id
        assert Breach.objects.count() == BreachAct.objects.count() == 1
        with pytest.raises(EnteredAlready) as refused:
            entered(risk=Risk.UNLIKELY)
        assert row.reference in str(refused.value)
        assert BreachAct.objects.count() == 1, "nobody judges it by entering it once more"
        assert entered(drill=False).id != row.id
        assert entered("contact", "sale").id != row.id


class TestWhomToTell:
    def test_each_address_once_with_its_language_and_the_look_first(self, boss: User) -> None:
        place((an_offer(stock=2), 1))
        place((an_offer(stock=2), 1))
        account("ada@buyer.example", language="de")
        row = entered("contact", "account")
        found = actions.addresses(row.reference, (), BOSS, now())
        look = Look.objects.get()
        assert (look.viewer_id, look.subject_id) == (boss.id, row.id)
        assert (look.page, look.subject) == ("command.breach", "breach")
        assert list(found) == [("ada@buyer.example", "de"), (BOSS, "en"), (BUYER, "fr")]

    def test_the_same_orders_are_named_again(self, boss: User) -> None:
        one = place((an_offer(stock=1), 1)).order.reference
        other = place((an_offer(stock=1), 1)).order.reference
        row = entered(scope=Scope.ORDERS, orders=(one,))
        for wrong in ((), (other,), (one, other)):
            with pytest.raises(WrongOrders):
                actions.addresses(row.reference, wrong, BOSS, now())
        assert not Look.objects.exists()
        assert list(actions.addresses(row.reference, (one,), BOSS, now())) == [(BUYER, "fr")]


class TestTexts:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("to", ["authority", "persons"])
    def test_what_is_known_is_filled_in_and_the_rest_is_a_gap(
        self, boss: User, to: str, language: str
    ) -> None:
        place((an_offer(stock=1), 1))
        row = entered("contact", drill=False)
        text = breaches.draft(breaches.standing(row), to, language)
        assert row.reference in text
        assert text.count("[.. ") == 5, "four to write and the line that says so, or one more"
        assert "{" not in text
        assert getattr(COUNTED["contact"].what, language) in text
        assert BUYER not in text

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("to", ["authority", "persons"])
    def test_who_can_be_asked_is_the_operator_s(
        self, boss: User, to: str, language: str, settings: Any
    ) -> None:
        standing = breaches.standing(entered(drill=False))
        named = settings.OPERATOR
        known = f"{named.name}, {named.phone}, "
        assert f"{known}{named.privacy}" in breaches.draft(standing, to, language)
        settings.OPERATOR = replace(named, officer="dpo@exemple.example")
        assert f"{known}dpo@exemple.example" in breaches.draft(standing, to, language)
        settings.OPERATOR = None
        draft = breaches.draft(standing, to, language)
        assert known not in draft
        assert draft.count("[.. ") == 6, "nobody is named: a gap more"

    def test_a_drill_says_so_at_its_head(self, boss: User) -> None:
        drill, real = entered(drill=True), entered(drill=False)
        assert breaches.draft(breaches.standing(drill), "persons", "en").startswith("DRILL.")
        assert "DRILL" not in breaches.draft(breaches.standing(real), "persons", "en")

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("to", ["authority", "persons"])
    def test_what_was_written_down_of_it_stands_in_it_to_be_checked(
        self, boss: User, to: str, language: str
    ) -> None:
        reference = entered(happened="A {copy} lay open.").reference

        def draft_of(reference: str) -> str:
            drafted = breaches.draft(breaches.standing(breaches.named(reference)), to, language)
            return re.sub(r"\s(?=[:;])", " ", drafted)

        empty = draft_of(entered(aware_at=now() - MINUTE).reference)
        draft = draft_of(reference)
        assert "A {copy} lay open.\n[.. " in draft
        check = written(AS_WRITTEN, language)
        assert check in draft
        assert (empty.count("[.. "), check in empty) == (draft.count("[.. "), False)
        known = {BreachVerb.CONSEQUENCES: "Letters that lie.", BreachVerb.MEASURES: "It was shut."}
        acts.describe(reference, known, BOSS, now())
        draft = draft_of(reference)
        assert draft.index("A {copy}") < draft.index("Letters that") < draft.index("It was shut.")
        assert draft.count(check) == 3

    def test_words_that_were_taken_out_are_a_gap_again(self, boss: User) -> None:
        deputy = account("deputy@shop.example", is_superuser=True)
        reference = entered(happened="Camille Martin lost her parcel.").reference
        striking.ask_to_strike(reference, 1, "It names her.", BOSS, now())
        striking.strike(reference, 1, 3, deputy.email, now())
        draft = breaches.draft(breaches.standing(breaches.named(reference)), "persons", "en")
        assert "Camille" not in draft
        assert "What happened: [.. in plain words]" in draft

    def test_what_nobody_has_checked_is_said(self, boss: User) -> None:
        row = entered()
        assert "from memory, not verified" in breaches.draft(
            breaches.standing(row), "authority", "en"
        )
        assert "Not yet checked" in breaches.because(breaches.standing(row), "en")[-1]
        assert actions.hand_out(row.reference, BOSS, now())["law"]["verified"] is False

    def test_the_evidence_is_sealed(self, boss: User) -> None:
        document = actions.hand_out(entered().reference, BOSS, now())
        assert document[SEAL] == seal(document)
        document["breach"]["counts"]["persons"] += 1
        assert document[SEAL] != seal(document)
        assert "@" not in json.dumps(document)


class TestTheCommand:
    @pytest.fixture(autouse=True)
    def here(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reprise.cli._attach", lambda: None)
        monkeypatch.setattr("reprise.cli._django", lambda: None)

    def enter(self, aware: datetime, *more: str) -> int:
        return main(
            [
                "breach", "enter", "--by", BOSS, "--kind", "confidentiality", "--holding",
                "contact", "--aware", aware.isoformat(), "--from", aware.isoformat(), "--until",
                aware.isoformat(), "--risk", "high", "--why", WHY, *more,
            ]
        )  # fmt: skip

    def test_from_the_alarm_to_the_end(self, boss: User, capsys: Any) -> None:
        assert self.enter(now() - timedelta(hours=73), "--real") == 0
        said = capsys.readouterr().out
        row = Breach.objects.get()
        assert not row.drill
        assert f"{row.reference} (breach)" in said
        assert "authority OVERDUE since" in said
        assert "from memory, not verified" in said
        at, by = now().isoformat(), ("--by", BOSS)
        deputy = account("deputy@shop.example", is_superuser=True)
        for arguments in (
            ("list",), ("show", row.reference.lower(), "--lang", "de"),
            ("describe", row.reference, *by, "--happened", "A copy was open."),
            ("judge", row.reference, *by, "--risk", "high", "--why", "Bank details as well."),
            ("told", "authority", row.reference, *by, "--at", at, "--why", "Found on Sunday."),
            ("told", "persons", row.reference, *by, "--at", at),
            ("draft", "persons", row.reference, "--lang", "nl"),
            ("close", row.reference, *by),
            ("strike", row.reference, *by, "2", "--why", "It names a buyer."),
            ("strike", row.reference, "2", "--agree", "7", "--by", deputy.email),
        ):  # fmt: skip
            assert main(["breach", *arguments]) == 0, arguments
        told = capsys.readouterr().out
        assert "the reasons for the delay go with it" in told
        assert f"judged high, by {BOSS}: {WHY}" in told
        assert f"by {BOSS}: (taken out)" in told
        assert main(["breach", "evidence", row.reference, *by]) == 0
        document = json.loads(capsys.readouterr().out)
        look = Look.objects.get(page="staff.breach_file")
        assert (look.seal, look.subject_id, look.viewer_id) == (document[SEAL], row.id, boss.id)
        assert document["law"]["late"] is True
        assert document["standing"]["closed_at"]
        assert [each["verb"] for each in document["entries"]] == [
            "judged", "happened", "judged", "told_authority", "told_persons", "closed",
            "to_strike", "struck",
        ]  # fmt: skip

    def test_addresses_are_a_table(self, boss: User, capsys: Any, tmp_path: Path) -> None:
        orders = tmp_path / "orders"
        orders.write_text(place((an_offer(stock=1), 1)).order.reference + "\n")
        more = ("--scope", "orders", "--orders", str(orders))
        assert self.enter(now() - timedelta(seconds=1), *more) == 0
        row = Breach.objects.get()
        assert row.drill, "unless it is said to be real"
        capsys.readouterr()
        assert (
            main(["breach", "addresses", row.reference, "--by", BOSS, "--orders", str(orders)]) == 0
        )
        table = list(csv.reader(io.StringIO(capsys.readouterr().out)))
        assert table == [["address", "language"], [BUYER, "fr"]]

    def test_who_acts_is_named(self, boss: User, capsys: Any) -> None:
        """Without a supervisor nobody judges, tells or closes anything."""
        assert self.enter(now() - timedelta(hours=1)) == 0
        reference = Breach.objects.get().reference
        for verb in (
            ("judge", reference, "--risk", "unlikely", "--why", WHY),
            ("told", "authority", reference, "--at", now().isoformat()), ("close", reference),
            ("describe", reference, "--happened", WHY), ("strike", reference, "1", "--why", WHY),
            ("evidence", reference),
        ):  # fmt: skip
            with pytest.raises(SystemExit):
                main(["breach", *verb])
            assert "--by" in capsys.readouterr().err
            assert main(["breach", *verb, "--by", "nobody@shop.example"]) == 1
            assert "is no supervisor" in capsys.readouterr().err
        assert BreachAct.objects.count() == 1

    def test_an_address_in_the_table_is_no_formula(self, boss: User, capsys: Any) -> None:
        """As a spreadsheet reads it; to a mailer it is the same address."""
        wild = "=cmd|'/c@buyer.example"
        User.objects.create_user(wild, "a long enough word", verified_at=now())
        row = entered("account")
        capsys.readouterr()
        assert main(["breach", "addresses", row.reference, "--by", BOSS]) == 0
        cells = [line[0] for line in csv.reader(io.StringIO(capsys.readouterr().out))]
        assert cells == ["address", f"<{wild}>", BOSS]

    def test_what_cannot_be_is_one_sentence(self, boss: User, capsys: Any) -> None:
        assert main(["breach", "show", "B-1"]) == 1
        assert "There is no breach “B-1”" in capsys.readouterr().err
        assert main(["breach", "told", "authority", "B-1", "--by", BOSS, "--at", "x"]) == 1
        assert "is no time with its zone" in capsys.readouterr().err
