"""A request for erasure: order by order, once, and again after a kill."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection

from reprise.accounts.actions import StaffAccount
from reprise.accounts.models import Session, User
from reprise.accounts.sessions import SessionStore
from reprise.kernel.ids import new_id
from reprise.keys import Keys
from reprise.orders import actions as order_actions
from reprise.orders import buyers
from reprise.orders.models import Contact, LineDevice, Order
from reprise.outbox.models import Event
from reprise.payments import actions as payments
from reprise.privacy.actions import contacts, erasing
from reprise.privacy.actions.accounts import HeldAccount, SellerAccount
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.actions.erasing import PlanChanged
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.leaving import Fate, Ground
from reprise.privacy.models import Act, Archived, Duty, Notice
from reprise.privacy.people import person
from reprise.privacy.rules import Busy
from reprise.privacy.states import By, HoldKind
from reprise.sellers.models import Member
from tests.cast import an_offer
from tests.moment import now, playing
from tests.orders.sale import books, pay, place, to_the_provider
from tests.planted import corrupt
from tests.privacy.cases import (
    acts,
    ada,
    asked,
    bought,
    confirmed,
    days_pass,
    dump,
    erase,
    later,
    two_lift,
)
from tests.sandbox.buyer import SUCCEEDS
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())


def carried_out() -> int:
    return Event.objects.filter(kind="privacy.ErasureCarriedOut").count()


class TestOneRequest:
    def test_each_order_by_itself(self, sandbox: Any) -> None:
        done, under_way = bought(sandbox), place((an_offer(stock=1), 1))
        request = asked()
        decided = erase(request, done.id, under_way.order.id)
        assert decided[done.id].fate is Fate.ARCHIVED
        assert decided[under_way.order.id].fate is Fate.KEPT
        assert decided[under_way.order.id].busy == {Busy.LINE, Busy.PAYMENT}
        assert [row.order_id for row in Contact.objects.all()] == [under_way.order.id]
        assert erasing.left(request) == 1
        assert carried_out() == 0
        assert sorted(acts()) == [("contact", "archived", "contract"), ("contact", "kept", "busy")]
        assert books() == []

    def test_what_was_busy_follows_when_it_is_over(self, sandbox: Any) -> None:
        under_way = place((an_offer(stock=1), 1))
        request = asked()
        erase(request, under_way.order.id)
        for _ in range(3):
            assert erasing.go_on(later()) == 0
        assert acts() == [("contact", "kept", "busy")], "told once"
        order_actions.expire(under_way.order.id, now() + timedelta(minutes=15))
        assert erasing.go_on(later()) == 1
        assert acts()[1:] == [("contact", "erased", "asked")]
        assert not Contact.objects.exists()
        assert (erasing.left(request), carried_out()) == (0, 1)
        assert erasing.go_on(later()) == 0
        assert carried_out() == 1

    def test_nothing_to_do_is_done(self) -> None:
        request = asked()
        assert erase(request) == {}
        assert carried_out() == 1

    def test_the_devices_go_with_an_order_that_is_erased(self, sandbox: Any) -> None:
        made = bought(sandbox, price=11000)
        (number,) = LineDevice.objects.values_list("number", flat=True)
        # Ten years later nothing asks for proof any more.
        assert erase(asked(), made.id, at=later(3700))[made.id].fate is Fate.ERASED
        assert not LineDevice.objects.exists()
        assert number not in dump()

    def test_an_order_that_is_in_the_archive_stays_there(self, sandbox: Any) -> None:
        made = bought(sandbox)
        until = erase(asked(), made.id)[made.id].until
        again = erase(asked(), made.id)[made.id]
        assert (again.fate, again.ground, again.until) == (Fate.DONE, Ground.THERE, until)
        assert Archived.objects.count() == Act.objects.count() == 1


class TestThePlan:
    def test_another_plan_than_was_shown_is_not_carried_out(self, sandbox: Any) -> None:
        under_way = place((an_offer(stock=1), 1))
        shown = erasing.plan([under_way.order.id], later())
        order_actions.expire(under_way.order.id, now() + timedelta(minutes=15))
        request = asked()
        with pytest.raises(PlanChanged):
            confirmed(request, [under_way.order.id], shown.digest, later())
        assert Contact.objects.exists()
        assert not Duty.objects.exists()
        assert carried_out() == 0

    def test_nor_another_order(self, sandbox: Any) -> None:
        one, two = bought(sandbox), bought(sandbox)
        shown = erasing.plan([one.id], later())
        with pytest.raises(PlanChanged):
            confirmed(asked(), [two.id], shown.digest, later())

    def test_it_is_decided_again_under_the_lock(self, sandbox: Any) -> None:
        """The plan was right when it was confirmed; a refund was asked for before its turn."""
        made = bought(sandbox)
        shown = erasing.plan([made.id], later())
        real = contacts.take

        def first_something_else(*args: Any) -> Any:
            corrupt("UPDATE payments_part SET refund_asked = 1 WHERE captured > 0")
            return real(*args)

        with patch.object(contacts, "take", first_something_else):
            (decided,) = confirmed(asked(), [made.id], shown.digest, later())
        assert (decided.fate, decided.busy) == (Fate.KEPT, {Busy.REFUND})
        assert Contact.objects.exists()


def test_two_tabs_and_two_requests_do_it_once(sandbox: Any) -> None:
    orders = [bought(sandbox).id for _ in range(4)]
    requests = [asked(), asked()]
    shown = erasing.plan(orders, later())

    def in_a_tab(request: Any) -> str:
        try:
            confirmed(request, orders, shown.digest, later())
        except PlanChanged:
            return "changed"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(6) as tabs:
        outcomes = list(tabs.map(in_a_tab, requests * 3))
    assert "done" in outcomes
    erasing.go_on(later())
    assert not Contact.objects.exists()
    assert not Duty.objects.exists()
    assert [verb for _, verb, _ in acts()] == ["archived"] * 4
    assert Event.objects.filter(kind="privacy.ContactLeft").count() == 4
    # Of each request it is told once, by whoever did its last duty; of one whose plan had changed
    # before it noted any, never.
    assert 1 <= carried_out() <= 2


def test_a_missing_key_waits_and_stops_no_other(
    sandbox: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    kept, other = bought(sandbox), place((an_offer(stock=1), 1))
    order_actions.expire(other.order.id, now() + timedelta(minutes=15))
    erase(asked(), bought(sandbox).id)
    folder = Keys.of().folder
    monkeypatch.setenv("REPRISE_KEYS", str(tmp_path))
    Keys.of().begin()
    request = asked()
    ids = [kept.id, other.order.id]
    shown = erasing.plan(ids, later())
    decided = {each.order_id: each for each in confirmed(request, ids, shown.digest, later())}
    assert (decided[kept.id].fate, decided[kept.id].ground) == (Fate.KEPT, Ground.KEY)
    assert decided[other.order.id].fate is Fate.ERASED
    assert erasing.left(request) == 1
    monkeypatch.setenv("REPRISE_KEYS", str(folder))
    assert erasing.go_on(later()) == 1
    assert not Contact.objects.exists()


class TestAccount:
    def test_orders_first_then_the_account_and_its_sessions(self, sandbox: Any) -> None:
        user = ada()
        made = bought(sandbox, buyer=user.id)
        under_way = place((an_offer(stock=1), 1), buyer=user.id)
        Notice.objects.create(user_id=user.id, written_at=now())
        other = User.objects.create_user("other@buyer.example", None)
        for who in (user.id, other.id):
            session = SessionStore()
            session["_auth_user_id"] = str(who)
            session.save()
        user_id = user.id
        decided = erase(asked(), made.id, under_way.order.id, account=user.id)
        assert decided[made.id].fate is Fate.ARCHIVED
        drain()
        assert User.objects.get() == other
        assert not Notice.objects.exists()
        assert Contact.objects.get().buyer_id is None
        assert Session.objects.get().user_id == other.id
        whole = dump()
        assert "ada@buyer.example" not in whole
        # Where it stays: as the subject of its erasure, and in the event that tells of it.
        assert [line for line in whole.splitlines() if str(user_id) in line] == [
            *(line for line in whole.splitlines() if "AccountDeleted" in line and "{" in line),
            *(line for line in whole.splitlines() if ",account," in line and "erased" in line),
        ]
        assert ("account", "erased", "asked") in acts()

    def test_whose_account_works_for_somebody_keeps_it(self, sandbox: Any) -> None:
        user = ada()
        made = bought(sandbox, buyer=user.id)
        shown = erasing.plan([made.id], later())
        member = Member.objects.create(user_id=user.id, seller_id=made.case.seller.id)

        def leave() -> None:
            corrupt("DELETE FROM sellers_member WHERE id = %(id)s", id=member.id)

        for refusal, put_right in ((SellerAccount, leave), (StaffAccount, lambda: None)):
            with pytest.raises(refusal):
                confirmed(asked(), [made.id], shown.digest, later(), user.id)
            put_right()
            User.objects.update(is_staff=True)
        assert Contact.objects.exists()
        assert not Duty.objects.exists()
        assert acts() == []

    def test_an_account_that_is_held(self) -> None:
        user = ada()
        made = hold(Subject(person=person(user.email)), HoldKind.LITIGATION, later().date(),
                    STAFF, now())  # fmt: skip
        shown = erasing.plan([], later())
        with pytest.raises(HeldAccount):
            confirmed(asked(), [], shown.digest, later(), user.id)
        two_lift(made.id)
        with pytest.raises(HeldAccount):
            confirmed(asked(), [], shown.digest, later(), user.id)
        days_pass(made.id)
        confirmed(asked(), [], shown.digest, later(), user.id)
        assert not User.objects.exists()


class TestRaces:
    def test_a_notice_of_money_and_an_erasure(self, sandbox: Any) -> None:
        """Paid while it is erased: whoever comes second sees what the first has done."""
        for _ in range(4):
            case = an_offer(stock=1)
            sale = place((case, 1))
            page = to_the_provider(sale, sandbox)
            late = sale.order.pay_by
            order_actions.expire(sale.order.id, late)
            page.pay(SUCCEEDS)

            def notice(sale: Any = sale, late: datetime = late) -> None:
                try:
                    payments.refresh(sale.payment_id, late)
                finally:
                    connection.close()

            def take(sale: Any = sale) -> Any:
                try:
                    return contacts.take_out(sale.order.id, erasing.on_request, PERSON, now())
                finally:
                    connection.close()

            with ThreadPoolExecutor(2) as both:
                told, taken = both.submit(notice), both.submit(take)
                told.result()
            with playing(late):
                drain()
            if taken.result().fate is Fate.ERASED:
                assert sale.states == ["expired"]
                assert sale.payment.state == "released"
            else:
                assert taken.result().busy
                assert Contact.objects.filter(order_id=sale.order.id).exists()
            assert books() == []

    def test_an_account_claims_what_is_erased(self, sandbox: Any) -> None:
        for number in range(4):
            user = User.objects.create_user(
                f"ada{number}@buyer.example", "a long enough word", verified_at=now()
            )
            made = bought(sandbox)
            corrupt("UPDATE orders_contact SET email = %(email)s WHERE order_id = %(id)s",
                    email=user.email, id=made.id)  # fmt: skip

            def claim(user: Any = user, made: Any = made) -> int:
                try:
                    return buyers.claim(user.id, [made.sale.order.reference])
                finally:
                    connection.close()

            def take(made: Any = made) -> Any:
                try:
                    return contacts.take_out(made.id, erasing.on_request, PERSON, later())
                finally:
                    connection.close()

            with ThreadPoolExecutor(2) as both:
                claimed, taken = both.submit(claim), both.submit(take)
                assert claimed.result() in {0, 1}
            assert taken.result().fate is Fate.ARCHIVED
            assert not Contact.objects.filter(order_id=made.id).exists()
            row = Archived.objects.get(order_id=made.id)
            assert [bytes(each) for each in row.persons] == [person(user.email)]

    def test_who_orders_while_the_account_is_deleted_orders_as_a_guest(self, sandbox: Any) -> None:
        for _ in range(3):
            user_id = ada().id

            def order(user_id: Any = user_id) -> None:
                try:
                    place((an_offer(stock=1), 1), buyer=user_id)
                finally:
                    connection.close()

            def delete(user_id: Any = user_id) -> None:
                try:
                    erase(asked(), account=user_id)
                finally:
                    connection.close()

            with ThreadPoolExecutor(2) as both:
                for each in (both.submit(order), both.submit(delete)):
                    each.result()
            drain()
            assert set(Contact.objects.values_list("buyer_id", flat=True)) == {None}

    def test_who_ordered_with_an_account_that_was_gone(self, sandbox: Any) -> None:
        gone = new_id()
        place((an_offer(stock=1), 1), buyer=gone)
        assert Contact.objects.get().buyer_id is None
        corrupt("UPDATE orders_contact SET buyer_id = gen_random_uuid()")
        place((an_offer(stock=1), 1), buyer=ada().id)
        assert buyers.forget_gone_buyers() == 1
        assert Contact.objects.filter(buyer_id__isnull=False).count() == 1
        assert buyers.claim(gone, Order.objects.values_list("reference", flat=True)) == 0

    def test_shipping_and_an_erasure(self, sandbox: Any) -> None:
        case = an_offer(stock=1)
        sale = place((case, 1))
        pay(sale, sandbox)
        sale.answer(case)
        drain()

        def ship() -> None:
            try:
                sale.ship(case)
            finally:
                connection.close()

        def take() -> Any:
            try:
                return contacts.take_out(sale.order.id, erasing.on_request, PERSON, later())
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as both:
            shipped, taken = both.submit(ship), both.submit(take)
            shipped.result()
        assert taken.result().fate is Fate.KEPT
        assert sale.states == ["shipped"]
