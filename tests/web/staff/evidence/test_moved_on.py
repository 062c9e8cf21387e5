"""A file that was handed out stays genuine while what it tells moves on, and says what is not
compared any more; what has not moved on is compared (decision 0063)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from reprise.accounts.models import User
from reprise.kernel import clock
from reprise.kernel.evidence import document, facts_of
from reprise.kernel.ids import new_id
from reprise.law.eu.breach import Risk
from reprise.orders.models import Order
from reprise.privacy.actions import asking, striking, telling
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.breach_acts import judge
from reprise.privacy.actions.holding import Subject as Held
from reprise.privacy.actions.holding import hold
from reprise.privacy.actions.serving import enter
from reprise.privacy.models import SellerCopy
from reprise.privacy.states import By, Extension, HoldKind, Outcome, RequestKind
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import Bought, bought, days_pass, two_lift
from tests.web.staff.evidence.files import (
    a_breach,
    badge,
    days,
    fetch,
    forged,
    member,
    put_in,
)

pytestmark = pytest.mark.django_db(transaction=True)
Document = dict[str, Any]
Verify = Callable[..., tuple[int, str]]


def handed(client: Client, path: str) -> Document:
    made: Document = json.loads(fetch(client, path))
    return made


def refused(told: Document, client: Client, verify: Verify, part: str, **parts: Any) -> None:
    """That the same file with another part is not genuine, although its seal is known."""
    other = forged(told, **{part: {**told[part], **parts}})
    put_in(other, client)
    ended, said = verify(other, "--database")
    assert (ended, f"PART “{part}” is not what the database says now" in said) == (2, True), said


def came(day: date) -> dict[str, str]:
    """That a request came on that day, and what follows from it."""
    answer_by = asking.clock_of(day).answer_by.date()
    return {"received_on": day.isoformat(), "answer_by": answer_by.isoformat()}


class TestARequest:
    @pytest.fixture
    def order(self, sandbox: Any) -> Bought:
        return bought(sandbox)

    def test_that_was_answered_since(self, client: Client, verify: Verify) -> None:
        request = asking.receive(RequestKind.OBJECTION, "ada@buyer.example", "fr-fr", now())
        told = handed(client, f"privacy/requests/{request.reference}/evidence.json")
        asking.answer(request.id, Outcome.STOPPED, clock.now())
        ended, said = verify(told, "--database")
        assert (ended, "and the database says the same" in said) == (0, True), said
        refused(told, client, verify, "request", kind="erasure")
        refused(told, client, verify, "request", received_on="2026-01-01")
        refused(told, client, verify, "request", state="refused")
        refused(told, client, verify, "request", outcome="another")

    def test_that_was_answered_before_and_is_said_to_be_open(
        self, client: Client, verify: Verify
    ) -> None:
        request = asking.receive(RequestKind.OBJECTION, "ada@buyer.example", "fr-fr", now())
        asking.answer(request.id, Outcome.STOPPED, clock.now())
        told = handed(client, f"privacy/requests/{request.reference}/evidence.json")
        open_again = {"state": "received", "outcome": "", "closed_at": None, "closed_by": None}
        refused(told, client, verify, "request", **open_again)

    def test_whose_clock_was_moved_since(
        self, client: Client, order: Bought, verify: Verify
    ) -> None:
        """By a letter of before, and by an extension: both follow from what is there."""
        assert badge(client)
        boss, today, ago = member(client).id, now().date(), timedelta(days=6)
        corrupt("UPDATE orders_order SET placed_at = placed_at - interval '90 days'")
        reference = order.sale.order.reference
        request = enter(RequestKind.OBJECTION, reference, today - ago, boss, now())
        told = handed(client, f"privacy/requests/{request.reference}/evidence.json")
        enter(RequestKind.OBJECTION, reference, today - 2 * ago, boss, clock.now())
        asking.extend(request.id, Extension.COMPLEX, boss, clock.now())
        ended, said = verify(told, "--database")
        assert (ended, "and the database says the same" in said) == (0, True), said
        assert "is not checked" not in said
        for day in (1, 2, 5, 90, -1, -90):
            moved = today - ago + timedelta(days=day)
            refused(told, client, verify, "request", received_on=moved.isoformat())
            refused(told, client, verify, "request", **came(moved))
        refused(told, client, verify, "request", answer_by="2030-01-01")

    def test_that_the_person_sent_and_whose_letter_came_before(
        self, client: Client, verify: Verify
    ) -> None:
        """Only the row told on which day they had sent it, so no other day is believed."""
        assert badge(client)
        boss, today = member(client).id, now().date()
        ago = now() - timedelta(days=5)
        request = asking.receive(RequestKind.OBJECTION, "ada@buyer.example", "fr-fr", ago)

        def letter(of: date) -> None:
            with transaction.atomic():
                asking.enter(request.id, of, boss, None, clock.now())

        letter(today)
        told = handed(client, f"privacy/requests/{request.reference}/evidence.json")
        letter(today)
        assert verify(told, "--database")[0] == 0, "its clock runs as it did"
        after = today + timedelta(days=90)
        refused(told, client, verify, "request", **came(after))
        letter(today - timedelta(days=9))
        refused(told, client, verify, "request", **came(today))
        refused(told, client, verify, "request", answer_by="2030-01-01")
        assert verify(told, "--database")[0] == 2


class TestABreach:
    @pytest.fixture
    def client(self, client: Client) -> Client:
        User.objects.update(is_superuser=True)
        return client

    def test_that_was_judged_anew_and_whose_words_were_taken_out(
        self, client: Client, verify: Verify
    ) -> None:
        boss = member(client)
        other = User.objects.create_user(
            "other@shop.example", "a long enough word", is_superuser=True
        )
        reference = a_breach(boss)
        told = handed(client, f"privacy/breaches/{reference}/evidence.json")
        judge(reference, Risk.HIGH, None, "More lay open.", boss.email, clock.now())
        striking.ask_to_strike(reference, 1, "It names a buyer.", boss.email, clock.now())
        wish = handed(client, f"privacy/breaches/{reference}/evidence.json")["entries"][-1]["seq"]
        striking.strike(reference, 1, wish, other.email, clock.now())
        ended, said = verify(told, "--database")
        assert (ended, "says the same, which has 3 more since." in said) == (0, True), said
        refused(told, client, verify, "standing", risk="none")
        refused(told, client, verify, "standing", risk="high")
        refused(told, client, verify, "law", authority="another")
        seq = next(each for each in told["words"] if each == "1")
        refused(told, client, verify, "words", **{seq: {**told["words"][seq], "words": "Nothing."}})


class TestSellersCopies:
    def test_of_which_one_was_deleted_since(
        self, client: Client, erased: Bought, verify: Verify
    ) -> None:
        told = handed(client, f"privacy/seller-copies.json?{days(30)}")
        copies = list(SellerCopy.objects.values_list("id", flat=True))
        telling.confirm_deleted(erased.case.seller.id, copies, new_id(), clock.now())
        ended, said = verify(told, "--database")
        assert (ended, "which has 1 more since." in said) == (0, True), said
        other = forged(told, waiting=0)
        put_in(other, client)
        ended, said = verify(other, "--database")
        assert (ended, "“waiting”" in said) == (2, True), said

    def test_of_an_order_whose_number_has_left(
        self, client: Client, erased: Bought, verify: Verify
    ) -> None:
        told = handed(client, f"privacy/seller-copies.json?{days(30)}")
        corrupt("UPDATE orders_sellerorder SET reference = 'N-7K3F9Q2M' || substr(reference, 11)")
        ended, said = verify(told, "--database")
        assert (ended, "ok, but the order's own number is not checked" in said) == (0, True), said
        corrupt("UPDATE orders_sellerorder SET reference = 'R-7K3F9Q2M' || substr(reference, 11)")
        assert verify(told, "--database")[0] == 2, "it has another one, and none has left"

    def test_of_a_seller_whose_name_has_left(
        self, client: Client, erased: Bought, verify: Verify
    ) -> None:
        told = handed(client, f"privacy/seller-copies.json?{days(30)}")
        corrupt("UPDATE sellers_seller SET name = 'Another'")
        assert verify(told, "--database")[0] == 2
        corrupt("UPDATE sellers_seller SET name = ''")
        ended, said = verify(told, "--database")
        assert (ended, "ok, but what a seller was called is not checked" in said) == (0, True), said


class TestAnOrder:
    @pytest.fixture
    def order(self, sandbox: Any) -> Bought:
        return bought(sandbox)

    def file(self, client: Client) -> Document:
        return handed(client, f"orders/{Order.objects.get().reference}/evidence.json")

    def test_that_is_held_since(self, client: Client, order: Bought, verify: Verify) -> None:
        told = self.file(client)
        again = self.file(client)
        assert verify(told, "--database")[0] == 0
        refused(told, client, verify, "keeping", as_proof_until="2020-01-01")
        staff = Actor(By.STAFF, member(client).id)
        until = (now() + timedelta(days=30)).date()
        hold(Held(order_id=order.id), HoldKind.LITIGATION, until, staff, clock.now())
        for each in (told, again):
            ended, said = verify(each, "--database")
            assert ended == 0, said
            assert "ok, but until when the buyer's name was to be kept, and what held it" in said

    def test_whose_hold_was_lifted_and_is_over(
        self, client: Client, order: Bought, verify: Verify, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """That it ends the file itself says; whether it was there nobody can tell any more."""
        staff = Actor(By.STAFF, member(client).id)
        until = (now() + timedelta(days=30)).date()
        known = hold(Held(order_id=order.id), HoldKind.LITIGATION, until, staff, clock.now())
        two_lift(known.id)
        told = self.file(client)
        days_pass(known.id)
        assert verify(told, "--database")[0] == 2, "its days are not over"
        then = clock.now() + timedelta(days=8)
        monkeypatch.setattr(clock, "now", lambda: then)
        ended, said = verify(told, "--database")
        assert ended == 0, said
        assert "ok, but until when the buyer's name was to be kept, and what held it" in said

    def test_from_which_an_entry_was_left_out(
        self, client: Client, order: Bought, verify: Verify
    ) -> None:
        self.file(client)
        self.file(client)
        told = self.file(client)
        for lost in range(2):
            entries = [facts_of(each) for no, each in enumerate(told["entries"]) if no != lost]
            shape = {"format", "entries", "digests", "end", "seal"}
            parts = {name: value for name, value in told.items() if name not in shape}
            less = document(told["format"], parts, entries)
            put_in(less, client)
            ended, said = verify(less, "--database")
            assert ended == 2, said
            assert "of the database was there when it was made, and is not in it" in said


def test_a_look_of_more_than_five_years_ago_is_not_compared(
    client: Client, sandbox: Any, verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has left, or is about to."""
    reference = bought(sandbox).sale.order.reference
    handed(client, f"orders/{reference}/evidence.json")
    told = handed(client, f"orders/{reference}/evidence.json")
    assert [each["what"] for each in told["entries"]] == ["look"]
    then = clock.now() + timedelta(days=31 * 61)
    monkeypatch.setattr(clock, "now", lambda: then)
    ended, said = verify(told, "--database")
    assert ended == 0, said
    assert "who of the staff looked at it more than five years ago is not checked" in said
