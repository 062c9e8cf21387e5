"""A hold on an address keeps an order that loses the address (decision 0060)."""

from __future__ import annotations

from uuid import UUID

import pytest

from reprise.kernel.ids import new_id
from reprise.orders.models import Contact, Order
from reprise.privacy.access import Person
from reprise.privacy.actions import asking, contacts, serving
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.actions.exercising import restrictions_of
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.actions.lifting import lift
from reprise.privacy.leaving import Fate, on_request
from reprise.privacy.models import Act, Hold
from reprise.privacy.people import person
from reprise.privacy.states import By, HoldKind, Lift, RequestKind
from tests.moment import now
from tests.privacy.cases import days_pass, later
from tests.web.account.rights.asking import GUEST, unpaid

pytestmark = pytest.mark.django_db(transaction=True)
SETTER, CLERK = Actor(By.STAFF, new_id()), Actor(By.STAFF, new_id())
NEW = "other@buyer.example"


@pytest.fixture
def order() -> Order:
    return unpaid()


def correct(order: Order, **changed: str) -> UUID:
    assert CLERK.staff_id is not None
    there = Contact.objects.get(order_id=order.id)
    request = asking.receive(
        RequestKind.RECTIFICATION, there.email, "fr-fr", now(), order_id=order.id,
        staff_id=CLERK.staff_id,
    )  # fmt: skip
    names = ("name", "email", "phone", "street", "extra", "postcode", "town")
    values = {name: getattr(there, name) for name in names} | changed
    serving.correct(request.id, values, CLERK.staff_id, now())
    return request.id


def held_by(actor: Actor, kind: HoldKind) -> Hold:
    return hold(Subject(person=person(GUEST)), kind, later(60).date(), actor, now())


def fate(order: Order) -> Fate:
    return contacts.take_out(order.id, on_request, PERSON, later()).fate


@pytest.mark.parametrize(
    ("actor", "kind"),
    [
        (SETTER, HoldKind.GUARANTEE),
        (SETTER, HoldKind.RESTRICTION),
        (PERSON, HoldKind.RESTRICTION),
    ],
)
def test_it_stays_on_the_order(order: Order, actor: Actor, kind: HoldKind) -> None:
    known = held_by(actor, kind)
    request_id = correct(order, email=NEW)
    made = Hold.objects.get(order_id=order.id)
    for name in ("kind", "by", "since", "review_on", "staff_id", "lifted_at"):
        assert getattr(made, name) == getattr(known, name), name
    assert Hold.objects.get(id=known.id).lifted_at is None, "what else the address leads to"
    done = Act.objects.get(verb="held", request_id=request_id)
    assert (done.holding, done.subject, done.reason) == ("contact", order.id, kind.value)
    assert done.actor_kind == actor.kind.value
    assert fate(order) is Fate.KEPT
    assert Contact.objects.get().email == NEW


def test_its_person_ends_it_by_the_new_address(order: Order) -> None:
    held_by(PERSON, HoldKind.RESTRICTION)
    correct(order, email=NEW)
    (made,) = restrictions_of(Person(None, NEW))
    lift(made.id, Lift.WITHDRAWN, PERSON, now())
    assert fate(order) is Fate.ERASED


def test_what_finds_the_order_all_the_same_is_one(order: Order) -> None:
    held_by(SETTER, HoldKind.GUARANTEE)
    correct(order, name="Ada Byron")
    assert Hold.objects.count() == 1
    hold(Subject(order_id=order.id), HoldKind.GUARANTEE, later(9).date(), SETTER, now())
    correct(order, email=NEW)
    assert Hold.objects.count() == 2, "the order has one of this kind"
    assert fate(order) is Fate.KEPT


def test_what_was_lifted_and_holds_is_looked_at_when_its_days_are_over(order: Order) -> None:
    known = held_by(SETTER, HoldKind.GUARANTEE)
    lift(known.id, Lift.OVER, SETTER, now())
    correct(order, email=NEW)
    made = Hold.objects.get(order_id=order.id)
    until = Hold.objects.get(id=known.id).holds_until
    assert until is not None
    assert (made.review_on, made.lifted_at) == (until.date(), None)
    days_pass(known.id)
    assert fate(order) is Fate.KEPT


def test_nothing_is_put_on_what_nothing_held(order: Order) -> None:
    other = Subject(person=person("somebody@else.example"))
    hold(other, HoldKind.GUARANTEE, later(9).date(), SETTER, now())
    correct(order, email=NEW)
    assert not Hold.objects.filter(order_id=order.id).exists()
    assert fate(order) is Fate.ERASED


def test_without_a_change_nothing_is_put_on(order: Order) -> None:
    held_by(SETTER, HoldKind.GUARANTEE)
    with pytest.raises(serving.NothingCorrected):
        correct(order)
    assert Hold.objects.count() == 1
