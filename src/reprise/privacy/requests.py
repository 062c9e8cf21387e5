"""What was asked for, and the orders that it is about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from reprise.law.provision import Sentence
from reprise.orders import access as links
from reprise.orders.models import Order
from reprise.privacy import access
from reprise.privacy.access import Person
from reprise.privacy.actions.asking import CALENDAR, clock_of, is_overdue
from reprise.privacy.actions.erasing import plan
from reprise.privacy.actions.objecting import FROM_NOW_ON
from reprise.privacy.handed_on import Recipients, recipients
from reprise.privacy.holdings import CONTACT, COUNTS
from reprise.privacy.models import Act, Duty, Entry, Proposal, Request, Requester
from reprise.privacy.queries import references, retention_of
from reprise.privacy.rules import KeptUntil
from reprise.privacy.states import ProposalState, RequestKind, Verb

# So many of somebody's requests are shown, the newest first.
SHOWN: Final = 20
# So many that have ended are on one page.
PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Owned:
    """An order of a person.  ``stored`` is the last day in the archive, None where its name and
    address are in the store that the shop works with; ``path`` opens it."""

    order: Order
    until: KeptUntil
    stored: date | None
    path: str


def orders_of(person: Person, now: datetime) -> list[Owned]:
    """The newest first."""
    ids = access.orders_of(person)
    until = retention_of(ids)
    stored = dict(access.archived_of(person).values_list("order_id", "until"))
    return [
        Owned(order, until[order.id], stored.get(order.id), links.path(order, now.date()))
        for order in Order.objects.filter(id__in=ids).order_by("-placed_at")
    ]


def of(person: Person) -> list[Request]:
    """What was asked for under a proven address or about an order of theirs, the newest first."""
    asked = Q(order_id__in=access.orders_of(person))
    if person.email:
        asked |= Q(requester__person=person.index)
    found = Request.objects.filter(asked)
    return list(found.order_by("-received_on", "-id")[:SHOWN])


def open_requests() -> QuerySet[Request]:
    """Those that wait for an answer, the most urgent first; with who asked."""
    waiting = Request.objects.filter(closed_at__isnull=True).select_related("requester")
    return waiting.order_by("answer_by", "id")


def closed_requests(before: UUID | None = None) -> tuple[list[Request], UUID | None]:
    """Those that ended, the last first (those that ended before one), `PAGE` of them; and after
    which one the older ones begin, None: there are none."""
    ended = Request.objects.filter(closed_at__isnull=False)
    last = ended.filter(id=before).first() if before else None
    if last is not None:
        same = Q(closed_at=last.closed_at, id__lt=last.id)
        ended = ended.filter(Q(closed_at__lt=last.closed_at) | same)
    found = list(ended.order_by("-closed_at", "-id")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].id if len(found) > PAGE else None


def is_late(request: Request, today: date) -> bool:
    """Whether it was answered too late, or has not been in time."""
    ended = CALENDAR.day_of(request.closed_at) if request.closed_at else today
    return ended > request.answer_by


@dataclass(frozen=True, slots=True)
class Entered:
    """A letter or call that staff have entered; ``late``: its month was over by then."""

    entry: Entry
    late: bool


def entries_of(request_ids: Collection[UUID]) -> list[Entered]:
    """What staff have entered for requests, in turn."""
    found = Entry.objects.filter(request_id__in=request_ids).order_by("entered_at", "id")
    return [Entered(each, is_overdue(each.received_on, each.entered_at)) for each in found]


def proposals_of(request_id: UUID) -> list[Proposal]:
    """The addresses that staff have proposed for the order of a request, in turn."""
    return list(Proposal.objects.filter(request_id=request_id).order_by("proposed_at", "id"))


def proposed(request_ids: Collection[UUID]) -> set[UUID]:
    """Those of these requests for whose order an address is proposed and waits for a second one of
    the staff."""
    waiting = Proposal.objects.filter(request_id__in=request_ids, state=ProposalState.WAITING.value)
    return set(waiting.values_list("request_id", flat=True))


def due(today: date, within_days: int) -> int:
    """How many requests have to be answered within some days, or should have been."""
    last = today + timedelta(days=within_days)
    return Request.objects.filter(closed_at__isnull=True, answer_by__lte=last).count()


def first_month_ends(request: Request) -> date:
    """Until when it can be extended."""
    return clock_of(request.received_on).answer_by.date()


def address_of(request: Request) -> str:
    """Where its letters go; "" when who asked is forgotten."""
    requester = Requester.objects.filter(request=request).first()
    return requester.email if requester else ""


def about(request: Request) -> str:
    """The number of the one order that it is about; "" for all of them."""
    if request.order_id is None:
        return ""
    return Order.objects.values_list("reference", flat=True).get(id=request.order_id)


@dataclass(frozen=True, slots=True)
class Waits:
    """An order that an erasure has still to carry out, and why; ``until`` where a day is known."""

    reference: str
    until: date | None
    because: tuple[Sentence, ...]


def being_corrected(order_ids: Collection[UUID]) -> set[UUID]:
    """Those of these orders whose correction was asked for and waits for its answer."""
    found = Request.objects.filter(
        kind=RequestKind.RECTIFICATION.value, closed_at__isnull=True, order_id__in=order_ids
    )
    return {order_id for order_id in found.values_list("order_id", flat=True) if order_id}


def waiting_of(request_id: UUID, now: datetime) -> list[Waits]:
    """The orders that an erasure has still to carry out."""
    duties = Duty.objects.filter(request_id=request_id, holding=CONTACT.key)
    planned = plan(list(duties.values_list("subject", flat=True)), now).decided
    names = references(each.order_id for each in planned)
    return [Waits(names[each.order_id], each.until, each.because) for each in planned]


def done_of(request_id: UUID) -> list[tuple[str, date | None]]:
    """The orders that were carried out, with the last day in the archive; None: erased."""
    gone = {Verb.ARCHIVED.value, Verb.ERASED.value}
    acts = [act for act in acts_of(request_id) if act.holding == CONTACT.key and act.verb in gone]
    names = references(act.subject for act in acts)
    return [(names[act.subject], act.until) for act in acts]


def recipients_of(request: Request) -> Recipients:
    """Who was given something of what was carried out."""
    done = [each.subject for each in acts_of(request.id) if each.verb != Verb.KEPT.value]
    return recipients(done)


def acts_of(request_id: UUID) -> list[Act]:
    return list(Act.objects.filter(request_id=request_id).order_by("seq"))


def gave_up(request_id: UUID) -> bool:
    """Whether a person has ended by it that their data is left alone."""
    return Act.objects.filter(request_id=request_id, verb=Verb.UNHELD.value).exists()


@dataclass(frozen=True, slots=True)
class Uncounted:
    """The orders that counted in a list until their person objected; ``account``: what is ordered
    with the account counts no more; else what is ordered with the address."""

    references: tuple[str, ...]
    account: bool


def stopped_by(request: Request) -> Uncounted | None:
    """What answering an objection has stopped; None: nothing."""
    acts = [each for each in acts_of(request.id) if each.holding == COUNTS.key]
    if not acts:
        return None
    later = {each.subject for each in acts if each.reason == FROM_NOW_ON}
    names = references(each.subject for each in acts)
    return Uncounted(tuple(sorted(names.values())), account=request.id not in later)
