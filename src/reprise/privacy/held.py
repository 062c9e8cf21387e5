"""What is left alone, as staff look for it and at it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Count, Q

from reprise.accounts.models import User
from reprise.kernel.reference import parse_reference
from reprise.kernel.refusal import Refusal
from reprise.orders.models import Contact, Order
from reprise.privacy.actions.holding import Subject
from reprise.privacy.actions.serving import UnknownOrder
from reprise.privacy.models import Archived, Hold
from reprise.privacy.people import person
from reprise.privacy.queries import on_buyer, references

# So many are listed, those that are to be looked at first.
MOST: Final = 200
# So long before its person is told of an authority's hold the staff are reminded.
SETTLED_SOON: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A hold; ``reference`` is its order's, "" where it is about all of a person."""

    hold: Hold
    reference: str


class UnknownAddress(Refusal):
    code = "hold_unknown_address"
    message = (
        "No order, no account and no row of the archive has this address, so a hold would keep"
        " nothing. Check how it is written."
    )
    status = 422


@dataclass(frozen=True, slots=True)
class Needing:
    """How many holds are to be looked at again, today or since before; how many are to be lifted
    and wait for a second one of the staff; how many were lifted and hold for some days yet; and
    of how many an authority's person is told soon, if nobody enters why not."""

    due: int
    asked: int
    lifted: int
    settle: int


def in_force(now: datetime) -> list[HeldBack]:
    """What is held now: what was lifted and ends soon, then what is to be looked at first."""
    return _named(Hold.objects.holding(now).order_by("holds_until", "review_on", "id")[:MOST])


def needing(now: datetime) -> Needing:
    stays, today = Q(lifted_at=None), now.date()
    ends = Q(untold_until__range=(today, today + SETTLED_SOON))
    return Needing(
        **Hold.objects.holding(now).aggregate(
            due=Count("id", filter=stays & Q(review_on__lte=now.date())),
            asked=Count("id", filter=stays & Q(lifting_by__isnull=False)),
            lifted=Count("id", filter=~stays),
            settle=Count("id", filter=ends & ~Q(untold_why="")),
        )
    )


def one(hold_id: UUID) -> HeldBack | None:
    """A hold, lifted or not."""
    found = _named(Hold.objects.filter(id=hold_id))
    return found[0] if found else None


def is_address(typed: str) -> bool:
    """Whether somebody has typed an address, not an order's number."""
    return "@" in typed


def subject_of(typed: str) -> Subject:
    """The order with this number, or the person with this whole e-mail address.

    Raises UnknownOrder, UnknownAddress, MissingKey.
    """
    if is_address(typed):
        user = User.objects.with_email(typed).values_list("id", flat=True).first()
        return Subject(person=_known(typed), user_id=user)
    reference = parse_reference(typed, "R") or ""
    order = Order.objects.filter(reference=reference).values_list("id", flat=True).first()
    if order is None:
        raise UnknownOrder
    return Subject(order_id=order)


def on(subject: Subject, now: datetime) -> list[HeldBack]:
    """What holds this order (its person's holds as well), or this person.  Raises MissingKey."""
    if subject.order_id is None:
        of = Q(person=subject.person)
        if subject.user_id is not None:
            of |= Q(user_id=subject.user_id)
        return _ordered(of, now)
    return of_order(subject.order_id, now)


def of_order(order_id: UUID, now: datetime) -> list[HeldBack]:
    """What holds an order now: itself, or all of the person who bought it.  Raises MissingKey."""
    of = Q(order_id=order_id)
    if Hold.objects.holding(now).filter(order_id__isnull=True).exists():
        of |= on_buyer(order_id, now)
    return _ordered(of, now)


def to_tell(hold: Hold, by: UUID | None, also: Collection[UUID | None] = ()) -> list[UUID]:
    """Who of the staff is told of what one of them has done with a hold: who has set it, every
    supervisor, because two accounts may be one person's, and ``also`` who had a part in it."""
    works = User.objects.filter(is_staff=True, is_active=True)
    staff = dict(works.values_list("id", "is_superuser"))
    told = {each for each, watches in staff.items() if watches or each in {hold.staff_id, *also}}
    return sorted(told - {by})


def _ordered(of: Q, now: datetime) -> list[HeldBack]:
    return _named(Hold.objects.holding(now).filter(of).order_by("review_on", "id"))


def _named(holds: Iterable[Hold]) -> list[HeldBack]:
    found = list(holds)
    names = references(each.order_id for each in found if each.order_id)
    return [HeldBack(each, names[each.order_id] if each.order_id else "") for each in found]


def _known(email: str) -> bytes:
    of = person(email)
    if not (
        Contact.objects.filter(email__iexact=email).exists()
        or User.objects.with_email(email).exists()
        or Archived.objects.filter(persons__contains=[of]).exists()
    ):
        raise UnknownAddress
    return of
