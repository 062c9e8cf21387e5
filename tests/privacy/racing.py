"""What both sides of a race begin: an erasure, and the account that it is of."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from reprise.accounts.models import User
from reprise.orders.models import Contact
from reprise.outbox.models import Event
from reprise.privacy.access import orders_of, owner
from reprise.privacy.actions import contacts, erasing, exercising
from reprise.privacy.actions.acting import PERSON
from reprise.privacy.actions.exercising import Asker, Erasure
from reprise.privacy.leaving import Decided
from reprise.privacy.models import Act, Duty, Request
from tests.orders.sale import books
from tests.planted import corrupt
from tests.privacy.cases import Bought, bought, later
from tests.work import drain

ADA, WORD = "ada@buyer.example", "a long enough word"


class Moment:
    """Something may happen here, inside a transaction that the test itself has begun."""

    @staticmethod
    def comes() -> None:
        """Nothing by itself."""


def asker(user: User) -> Asker:
    return Asker(owner(user), user.email, "fr-fr")


def plan_of(who: Asker) -> str:
    """What the page of erasure shows, as it is confirmed."""
    return erasing.plan(orders_of(who.person), later()).digest


def confirm(who: Asker, digest: str) -> Erasure:
    return exercising.erase(who, digest, later())


def erase(user: User) -> Erasure:
    who = asker(user)
    return confirm(who, plan_of(who))


def take(order_id: UUID, at: datetime | None = None) -> Decided:
    return contacts.take_out(order_id, erasing.on_request, PERSON, at or later())


def a_guests(email: str, sandbox: Any) -> Bought:
    """Bought without an account, under the address of one."""
    made = bought(sandbox)
    corrupt("UPDATE orders_contact SET email = %(email)s WHERE order_id = %(id)s",
            email=email, id=made.id)  # fmt: skip
    return made


def carried_out() -> int:
    return Event.objects.filter(kind="privacy.ErasureCarriedOut").count()


def accounted(request: Request) -> None:
    """Whatever of the person the shop's own store still has, the request says of it: it follows, or
    it was ordered since.  It is no account's that is gone, and the books are right."""
    drain()
    there = set(User.objects.values_list("id", flat=True))
    for contact in Contact.objects.all():
        assert contact.buyer_id is None or contact.buyer_id in there, "an account that is gone"
        follows = Duty.objects.filter(request_id=request.id, subject=contact.order_id)
        told = Act.objects.filter(request_id=request.id, subject=contact.order_id, verb="kept")
        assert follows.exists() or told.exists(), "it stays, and nothing says so"
    assert books() == []
