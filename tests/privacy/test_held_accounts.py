"""Who is left alone, whatever becomes of the address by which it was asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from reprise.accounts import actions as account_actions
from reprise.accounts.actions import letters
from reprise.accounts.models import Letter, User
from reprise.kernel.ids import new_id
from reprise.orders.models import Contact
from reprise.privacy import held
from reprise.privacy.access import owner
from reprise.privacy.actions import contacts
from reprise.privacy.actions.accounts import HeldAccount, may_be_erased
from reprise.privacy.actions.acting import CLOCK, PERSON, Actor
from reprise.privacy.actions.exercising import Asker, restrict, restrictions_of, unrestrict
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.leaving import Fate, by_clock
from reprise.privacy.models import Act, Hold, Notice
from reprise.privacy.people import person
from reprise.privacy.queries import held_orders
from reprise.privacy.retention.unused import ACCOUNTS
from reprise.privacy.states import By, HoldKind
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import bought, days_pass, later, two_lift

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(By.STAFF, new_id())
ADA, NEW, WORD = "ada@buyer.example", "new@buyer.example", "a long enough word"


def account(email: str = ADA) -> User:
    return User.objects.create_user(email, WORD, verified_at=now())


def moves(user: User, email: str = NEW) -> User:
    """The account has another address from now on."""
    account_actions.ask("email", email, "fr-fr", "192.0.2.1", now(), user)
    return letters.confirm_address(Letter.objects.get(purpose="email", email=email), now())


def asker(user: User) -> Asker:
    return Asker(owner(user), user.email, "fr-fr")


def staff_hold(typed: str) -> Hold:
    return hold(held.subject_of(typed), HoldKind.LITIGATION, later(90).date(), STAFF, now())


def guests(email: str) -> Any:
    order = place((an_offer(stock=1), 1)).order
    Contact.objects.filter(order_id=order.id).update(email=email)
    return order


class TestWhatStaffHold:
    def test_an_account_with_another_address_stays(self) -> None:
        user = account()
        known = staff_hold(ADA)
        user = moves(user)
        with pytest.raises(HeldAccount):
            may_be_erased(user.id, now())
        long_ago = now() - timedelta(days=800)
        User.objects.update(created_at=long_ago)
        warned = now() - timedelta(days=40)
        Notice.objects.create(user_id=user.id, written_at=warned, sent_at=warned)
        assert [*ACCOUNTS.due(now())] == []
        two_lift(known.id)
        days_pass(known.id)
        may_be_erased(user.id, now())
        assert len([*ACCOUNTS.due(now())]) == 1

    def test_its_orders_stay_and_later_ones(self, sandbox: Any) -> None:
        user = account()
        before = bought(sandbox, buyer=user.id)
        known = staff_hold(ADA)
        user = moves(user)
        since, guest = bought(sandbox, buyer=user.id), guests(NEW)
        ids = [before.id, since.id, guest.id]
        assert held_orders(ids, now()).keys() == set(ids)
        for each in ids:
            assert contacts.take_out(each, by_clock, CLOCK, later(4000)).fate is Fate.KEPT
            assert [found.hold for found in held.of_order(each, now())] == [known]
        assert Contact.objects.count() == 3
        two_lift(known.id)
        days_pass(known.id)
        assert held_orders(ids, now()) == {}

    def test_nobody_gets_out_by_claiming_with_another_account(self, sandbox: Any) -> None:
        """What has the address is held, whoever has it by now."""
        user = account()
        order = guests(ADA)
        staff_hold(ADA)
        moves(user)
        other = account(ADA)
        Contact.objects.filter(order_id=order.id).update(buyer_id=other.id, email=CONTACT.email)
        assert held_orders([order.id], now()).keys() == {order.id}
        with pytest.raises(HeldAccount):
            may_be_erased(other.id, now())

    def test_the_new_address_finds_the_hold(self) -> None:
        user = account()
        known = staff_hold(ADA)
        moves(user)
        assert [each.hold for each in held.on(held.subject_of(NEW), now())] == [known]
        assert known.person == person(ADA)
        assert known.user_id == user.id


class TestWhatAPersonHasAskedFor:
    def test_it_goes_along_with_the_account(self, sandbox: Any) -> None:
        user = account()
        restrict(asker(user), now())
        user = moves(user)
        since = bought(sandbox, buyer=user.id)
        assert contacts.take_out(since.id, by_clock, CLOCK, later(4000)).fate is Fate.KEPT
        with pytest.raises(HeldAccount):
            may_be_erased(user.id, now())
        unrestrict(asker(user), now())
        assert restrictions_of(owner(user)) == []
        assert not Hold.objects.filter(lifted_at=None).exists()
        may_be_erased(user.id, now())

    def test_whoever_has_the_old_address_has_nothing_of_it(self, sandbox: Any) -> None:
        user = account()
        bought(sandbox, buyer=user.id)
        restrict(asker(user), now())
        moves(user)
        other = account(ADA)
        guest = guests(ADA)
        assert restrictions_of(owner(other)) == []
        unrestrict(asker(other), now())
        assert Hold.objects.filter(lifted_at=None).count() == 2
        assert held_orders([guest.id], now()) == {}
        may_be_erased(other.id, now())

    def test_only_a_proven_address_brings_a_guest_s_order(self) -> None:
        user, guest = account(), guests(ADA)
        hold(Subject(user_id=user.id), HoldKind.RESTRICTION, later().date(), PERSON, now())
        assert held_orders([guest.id], now()).keys() == {guest.id}
        User.objects.update(verified_at=None)
        assert held_orders([guest.id], now()) == {}

    def test_a_guest_s_is_the_address_s(self) -> None:
        hold(Subject(person=person(ADA)), HoldKind.RESTRICTION, later().date(), PERSON, now())
        user = account()
        assert len(restrictions_of(owner(user))) == 1
        with pytest.raises(HeldAccount):
            may_be_erased(user.id, now())
        unrestrict(asker(user), now())
        may_be_erased(user.id, now())

    def test_asked_twice_it_is_one(self) -> None:
        user = account()
        for _ in range(2):
            restrict(asker(user), now())
        (known,) = Hold.objects.all()
        assert (known.user_id, known.person) == (user.id, None)
        assert Act.objects.get().subject == user.id
