"""Staff answer a request only by what is true of it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from reprise.accounts.models import User
from reprise.orders.models import Contact
from reprise.privacy.access import Person
from reprise.privacy.actions import asking, exercising, serving
from reprise.privacy.actions.exercising import Asker
from reprise.privacy.actions.serving import NotDone, SomethingHeld
from reprise.privacy.answers import true_of
from reprise.privacy.models import Archived, Request
from reprise.privacy.states import Outcome, RequestKind
from reprise.sellers.models import Trader
from tests.cast import CONTACT, a_seller, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import asked, bought, erase

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = uuid4()
NOBODY = "nobody@buyer.example"
KINDS = sorted(RequestKind, key=lambda each: each.value)


def entered(kind: RequestKind, email: str = NOBODY) -> Request:
    return asking.receive(kind, email, "de-de", now(), proven=False, staff_id=STAFF)


@pytest.mark.parametrize("kind", KINDS)
def test_of_whom_nothing_is_held_that_can_be_said(kind: RequestKind) -> None:
    made = entered(kind)
    assert Outcome.NOTHING_HELD in true_of(made)
    serving.answer(made.id, Outcome.NOTHING_HELD, STAFF, now())
    made.refresh_from_db()
    assert made.outcome == "nothing_held"


class TestSomethingIsHeld:
    """Of whoever has an order, an account, a row of the archive or an entry as a trader."""

    def refused(self, email: str) -> None:
        for kind in KINDS:
            made = entered(kind, email)
            assert Outcome.NOTHING_HELD not in true_of(made)
            with pytest.raises(SomethingHeld):
                serving.answer(made.id, Outcome.NOTHING_HELD, STAFF, now())
            made.refresh_from_db()
            assert made.closed_at is None

    def test_of_a_guest_and_of_a_buyer(self) -> None:
        sale = place((an_offer(stock=1), 1))
        self.refused(CONTACT.email)
        Contact.objects.filter(order_id=sale.order.id).update(buyer_id=uuid4())
        self.refused(CONTACT.email.upper())

    def test_of_an_account_that_has_proven_nothing(self) -> None:
        User.objects.create_user(NOBODY, "a long enough word")
        self.refused(NOBODY)

    def test_of_an_account_under_another_address_by_now(self) -> None:
        user = User.objects.create_user(NOBODY, "a long enough word", verified_at=now())
        asker = Asker(Person(user.id, NOBODY), NOBODY, "de-de")
        made = exercising.object_to(asker, now())
        User.objects.update(email="new@buyer.example")
        with pytest.raises(SomethingHeld):
            serving.answer(made.id, Outcome.NOTHING_HELD, STAFF, now())

    def test_of_what_is_in_the_archive(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erase(asked(), made.id)
        assert Archived.objects.exists()
        assert not Contact.objects.exists()
        self.refused(CONTACT.email)

    def test_of_a_trader(self) -> None:
        seller = a_seller()
        self.refused(Trader.objects.filter(seller=seller).latest("version").email)


class TestNotDone:
    """That it was done, where it was not."""

    @pytest.mark.parametrize(
        ("kind", "outcome"),
        [
            (RequestKind.ACCESS, Outcome.GIVEN),
            (RequestKind.PORTABILITY, Outcome.GIVEN),
            (RequestKind.RECTIFICATION, Outcome.CORRECTED),
            (RequestKind.ERASURE, Outcome.ERASED),
            (RequestKind.ERASURE, Outcome.REST_KEPT),
            (RequestKind.RESTRICTION, Outcome.RESTRICTED),
        ],
    )
    def test_is_not_written(self, kind: RequestKind, outcome: Outcome) -> None:
        place((an_offer(stock=1), 1))
        made = entered(kind, CONTACT.email)
        assert outcome not in true_of(made)
        with pytest.raises(NotDone):
            serving.answer(made.id, outcome, STAFF, now())
        made.refresh_from_db()
        assert made.closed_at is None

    def test_what_was_restricted_can_be_said(self) -> None:
        place((an_offer(stock=1), 1))
        asker = Asker(Person(None, CONTACT.email), CONTACT.email, "de-de")
        exercising.restrict(asker, now())
        made = entered(RequestKind.RESTRICTION, CONTACT.email)
        assert true_of(made) == {Outcome.RESTRICTED}
