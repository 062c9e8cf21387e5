"""Requests about personal data: their clock and their end (Regulation (EU) 2016/679, art. 12)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction

from reprise import rows
from reprise.kernel.reference import new_reference
from reprise.kernel.refusal import Refusal
from reprise.law.calendars import Calendar
from reprise.law.eu.requests import AnswerBy, PersonalRequest, answer_by
from reprise.outbox.actions import publish
from reprise.privacy import people
from reprise.privacy.actions import objecting, requesters
from reprise.privacy.actions.acting import PERSON, Actor, note
from reprise.privacy.actions.erasing import left
from reprise.privacy.events import (
    RequestAnswered,
    RequestBegun,
    RequestEntered,
    RequestExtended,
    RequestReceived,
    RequestRefused,
)
from reprise.privacy.models import Entry, Request, Requester
from reprise.privacy.rules import FRENCH
from reprise.privacy.states import (
    CLOSED,
    OUTCOMES,
    REASONS,
    By,
    Extension,
    Late,
    Outcome,
    Reason,
    RequestKind,
    RequestState,
)

# The days of a request are the operator's.
CALENDAR: Final = Calendar(FRENCH)


class RequestClosed(Refusal):
    code = "privacy_request_closed"
    message = (
        "This request was closed meanwhile, so nothing was changed. Look at how it ended; whoever"
        " asks again gets a new one."
    )


class ExtendedAlready(Refusal):
    code = "privacy_request_extended"
    message = (
        "This request was extended already, and the law allows that once. Nothing was changed."
    )
    basis = "eu.personal_data.answer"


class TooLateToExtend(Refusal):
    code = "privacy_request_extension_late"
    message = (
        "The first month is over, and within it the person was not told that it takes longer. The"
        " time stays as it is; please answer now."
    )
    basis = "eu.personal_data.answer"


class NotAnAnswer(Refusal):
    code = "privacy_request_not_an_answer"
    message = "A request of this kind does not end like that. Nothing was changed; choose again."
    status = 422


class ProvenAlready(Refusal):
    code = "privacy_request_proven"
    message = (
        "The person has asked for this signed in to their account, or by the link of our letter, so"
        " it is known who asks. Nothing was changed; answer it, or refuse it for another reason."
    )
    basis = "eu.personal_data.answer"


class StillWaits(Refusal):
    code = "privacy_request_still_waits"
    message = (
        "The person has confirmed this erasure, and some of it has still to be carried out. Until"
        " then it is neither refused nor answered as done; answer that the rest has to wait."
        " Nothing was changed."
    )


class InTheFuture(Refusal):
    code = "privacy_request_future"
    message = "A request cannot have come after today. Nothing was entered; correct the day."
    status = 422


class WhyLate(Refusal):
    code = "privacy_request_why_late"
    message = (
        "The month to answer a request of this day is over already. Is the day right? Then say why"
        " it is entered only now; both days and the reason stay in the evidence. Nothing was"
        " entered."
    )
    basis = "eu.personal_data.answer"
    status = 422


def clock_of(received_on: date, told_on: date | None = None) -> AnswerBy:
    """Until when a request that came on a day is answered; ``told_on`` is when the person was told
    that it takes longer."""
    return answer_by(
        PersonalRequest(
            received=received_on,
            complex=told_on is not None,
            extension_told=told_on,
            calendar=CALENDAR,
        )
    )


def is_overdue(received_on: date, now: datetime) -> bool:
    """Whether the month to answer what came on a day is over."""
    return clock_of(received_on).answer_by.date() < CALENDAR.day_of(now)


def receive(
    kind: RequestKind,
    email: str,
    locale: str,
    now: datetime,
    *,
    received_on: date | None = None,
    order_id: UUID | None = None,
    told: type[RequestReceived] | type[RequestEntered] | None = None,
    proven: bool = True,
    staff_id: UUID | None = None,
    user_id: UUID | None = None,
) -> Request:
    """The request of this address and kind (about this order) that is open, or a new one whose
    clock runs from ``received_on`` (today).  ``told`` is the event by which the person is written
    to; ``proven`` says that it is the person who asks, not only ``staff_id``, who entered it for
    them; ``user_id`` is the account that asks, whatever its address will be by the answer.

    Raises InTheFuture.
    """
    today = CALENDAR.day_of(now)
    received = received_on or today
    if received > today:
        raise InTheFuture
    known = open_request(email, kind, order_id)
    if known is not None and (not proven or prove(known, now, user_id)):
        return known
    who = people.person(email)
    try:
        with transaction.atomic():
            request = Request.objects.create(
                reference=new_reference("P"),
                kind=kind.value,
                locale=locale,
                order_id=order_id,
                received_on=received,
                entered_by=staff_id,
                answer_by=clock_of(received).answer_by.date(),
                proven=proven,
            )
            Requester.objects.create(
                request=request, kind=kind.value, person=who, order_id=order_id, email=email,
                user_id=user_id,
            )  # fmt: skip
            if told is not None:
                publish([told(request.id)], at=now)
    except IntegrityError:
        # Two at once: the other one was first.
        known = open_request(email, kind, order_id)
        if known is None or (proven and not prove(known, now, user_id)):
            raise
        return known
    return request


def enter(
    request_id: UUID, received_on: date, staff_id: UUID, late: Late | None, now: datetime
) -> Request:
    """Note that staff have entered a letter or call of that day for a request, inside the caller's
    transaction.

    Where it came before what was known of, the clock runs from it; a later one changes nothing, and
    neither does any once the person was told that it takes longer.  Raises RequestClosed, WhyLate.
    """
    overdue = is_overdue(received_on, now)
    if overdue and late is None:
        raise WhyLate
    request = locked(request_id)
    entry = Entry(
        request_id=request_id, received_on=received_on, entered_at=now, entered_by=staff_id,
        late_why=late.value if overdue and late else "",
    )  # fmt: skip
    # PostgreSQL moves the clock to the day of an entry that is there, and to no other.
    rows.insert([entry])
    if received_on < request.received_on:
        request.received_on = received_on
        if request.told_extension_on is None:
            request.answer_by = clock_of(received_on).answer_by.date()
        request.save(update_fields=["received_on", "answer_by"])
    return request


@transaction.atomic(savepoint=False)
def prove(known: Request, now: datetime, user_id: UUID | None = None) -> bool:
    """Note that the person has asked for it (with an account); False where it was closed in that
    moment.  Whose order it is nobody else says from now on."""
    before, known.proven = known.proven, True
    if user_id is not None:
        Requester.objects.filter(request=known, user_id=None).update(user_id=user_id)
    found = Request.objects.filter(id=known.id, closed_at__isnull=True)
    is_open = bool(found.update(proven=True))
    if is_open and not before and known.order_id is not None:
        requesters.lapse(known.id, now)
    return is_open


def open_request(email: str, kind: RequestKind, order_id: UUID | None = None) -> Request | None:
    """The one request of an address and a kind that is open, if there is one; about one order, or
    about none."""
    who = people.person(email)
    found = Requester.objects.filter(person=who, kind=kind.value, order_id=order_id, open=True)
    requester = found.select_related("request").first()
    return requester.request if requester else None


@transaction.atomic
def begin(request_id: UUID, now: datetime) -> None:
    """Something of it is carried out and something has to wait; the person is told what and why."""
    request = locked(request_id)
    if request.state != RequestState.RECEIVED.value:
        return
    request.state = RequestState.WORKING.value
    request.save(update_fields=["state"])
    publish([RequestBegun(request.id)], at=now)


@transaction.atomic
def extend(request_id: UUID, why: Extension, staff_id: UUID, now: datetime) -> Request:
    """Two months more, and the person is told why.

    Raises RequestClosed, ExtendedAlready, TooLateToExtend.
    """
    request = locked(request_id)
    if request.told_extension_on is not None:
        raise ExtendedAlready
    today = CALENDAR.day_of(now)
    law = clock_of(request.received_on, today)
    if not law.extended:
        raise TooLateToExtend
    request.told_extension_on, request.extension_reason = today, why.value
    request.extended_by = staff_id
    # It never moves back.
    request.answer_by = max(request.answer_by, law.answer_by.date())
    request.save(
        update_fields=["told_extension_on", "extension_reason", "extended_by", "answer_by"]
    )
    publish([RequestExtended(request.id)], at=now)
    return request


@transaction.atomic
def answer(
    request_id: UUID, outcome: Outcome, now: datetime, staff_id: UUID | None = None
) -> Request:
    """It is done; the person is told what.  Without ``staff_id`` it was done by itself.  What an
    objection stops is stopped with its answer.  Raises RequestClosed, NotAnAnswer, StillWaits."""
    request = locked(request_id)
    if outcome not in OUTCOMES[RequestKind(request.kind)]:
        raise NotAnAnswer
    if outcome is not Outcome.REST_KEPT and left(request.id):
        raise StillWaits
    actor = Actor(By.STAFF, staff_id) if staff_id else PERSON
    done = objecting.stop(request, actor, now) if outcome is Outcome.STOPPED else []
    _close(request, RequestState.ANSWERED, outcome.value, staff_id, now)
    publish([RequestAnswered(request.id)], at=now)
    if done:
        note(done, now)
    return request


@transaction.atomic
def refuse(request_id: UUID, why: Reason, now: datetime, staff_id: UUID | None = None) -> Request:
    """It is not done; the person is told why, and where to complain (art. 12(4)).

    Raises RequestClosed, NotAnAnswer, ProvenAlready where nobody doubts who asks (art. 12(2)), and
    StillWaits for an erasure that is being carried out.
    """
    request = locked(request_id)
    if why not in REASONS[RequestKind(request.kind)]:
        raise NotAnAnswer
    if why is Reason.NOT_PROVEN and request.proven:
        raise ProvenAlready
    if left(request.id):
        raise StillWaits
    _close(request, RequestState.REFUSED, why.value, staff_id, now)
    publish([RequestRefused(request.id)], at=now)
    return request


def locked(request_id: UUID) -> Request:
    """A request that is open, and stays so until the transaction ends.

    Raises Request.DoesNotExist, RequestClosed.
    """
    request = Request.objects.select_for_update(no_key=True).get(id=request_id)
    if RequestState(request.state) in CLOSED:
        raise RequestClosed
    return request


def _close(
    request: Request, state: RequestState, outcome: str, staff_id: UUID | None, now: datetime
) -> None:
    request.state, request.outcome = state.value, outcome
    request.closed_at, request.closed_by = now, staff_id
    request.save(update_fields=["state", "outcome", "closed_at", "closed_by"])
    # From now on the same person may ask the same again.
    Requester.objects.filter(request=request).update(open=False)
    if request.order_id is not None:
        requesters.lapse(request.id, now)
