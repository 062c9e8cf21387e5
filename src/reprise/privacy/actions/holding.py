"""Leaving something alone because somebody needs it to be there (art. 18; claims; authorities)."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise import rows
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey
from reprise.outbox.actions import publish
from reprise.privacy.actions import accounts
from reprise.privacy.actions.acting import Actor, Done, note
from reprise.privacy.actions.contacts import HOLDING, HOLDING_BACK, take_out
from reprise.privacy.events import (
    HeldAgain,
    HoldLifted,
    HoldStays,
    HoldToBeLifted,
    HoldUntold,
)
from reprise.privacy.leaving import restricted
from reprise.privacy.models import Hold
from reprise.privacy.people import account
from reprise.privacy.states import SETTLED_WITHIN, By, HoldKind, Untold, Verb

log = logging.getLogger(__name__)

# What an act about all that an address leads to is about: the hold itself, since nobody is named.
OF_AN_ADDRESS: Final = "hold"
# Nothing is held for longer without somebody looking at it again (a leap year).
REVIEWED_WITHIN: Final = timedelta(days=366)
# So long, from the day on which it is said, somebody may not be told for this reason.
WITHIN: Final = {Untold.UNSETTLED: SETTLED_WITHIN, Untold.FORBIDDEN: REVIEWED_WITHIN}
LIFTING: Final = ("lifting_by", "lifting_at", "lifting_why")


@dataclass(frozen=True, slots=True)
class Telling:
    """Whether whom an authority asks about is told of the hold: not for ``why`` (None: they may
    be), until the day ``until`` is over.  What is unsettled is so within `SETTLED_WITHIN`, also
    where no day is said."""

    why: Untold | None = None
    until: date | None = None


MAY_BE_TOLD: Final = Telling()
# What is so until somebody of the staff knows better.
UNSETTLED: Final = Telling(Untold.UNSETTLED)


@dataclass(frozen=True, slots=True)
class Subject:
    """One order, or all of a person: what an address (`people.person`) leads to, what an account
    does, or both."""

    order_id: UUID | None = None
    person: bytes | None = None
    user_id: UUID | None = None

    def __post_init__(self) -> None:
        if (self.order_id is None) is (self.person is None and self.user_id is None):
            raise ValueError("a hold is about an order or about a person")


class NoSuchHold(Refusal):
    code = "no_such_hold"
    message = "This hold was lifted already. Nothing was changed."


class NotLifted(Refusal):
    code = "hold_not_lifted"
    message = "This hold was not lifted, so it holds as before. Nothing was changed."


class TooLateToHold(Refusal):
    code = "hold_too_late"
    message = (
        "The days in which this could be held again are over, and something of it may have left."
        " Nothing was changed. Enter the order’s number or the address anew to hold what is there."
    )


class NotTheirs(Refusal):
    code = "hold_not_theirs"
    message = (
        "The person has asked for this hold, and ends it on the page of their data. Nothing was"
        " changed."
    )


class OnlyAnAuthoritys(Refusal):
    code = "hold_only_an_authoritys"
    message = (
        "Only what an authority asks about is kept from its person, because only for that a law can"
        " allow it. Nothing was changed."
    )
    status = 422


class UntoldDay(Refusal):
    code = "hold_untold_day"
    message = (
        "Choose the last day on which the person is not told, after today: within 30 days where the"
        " authority has not said yet whether they may be, within a year where a law or its order"
        " forbids it. Nothing was changed."
    )
    status = 422


class ToBeSettled(Refusal):
    code = "hold_to_be_settled"
    message = (
        "Say whether the person may be told. That the authority has not said so yet is so for the"
        " first days of a hold alone; after its last day they may be told. Nothing was changed."
    )
    status = 422


class ReviewDay(Refusal):
    code = "hold_review_day"
    message = (
        "Choose the day on which it is looked at again: after today, and within a year. Nothing"
        " was changed."
    )
    status = 422


def hold(
    subject: Subject,
    kind: HoldKind,
    review_on: date,
    actor: Actor,
    now: datetime,
    request_id: UUID | None = None,
    again: UUID | None = None,
    telling: Telling | None = None,
) -> Hold:
    """Nothing of the subject is archived or deleted until this is lifted, whoever asks.

    The same kind twice from the same side is the first one (its ``review_on`` moves); the person's
    and the staff's are two.  A restriction of an order that could be archived puts its contact into
    the archive first: there nothing but storage happens to it.  Where a key is missing it stays
    where it is, and is held all the same.  With ``request_id`` the acts name the request that they
    answer; ``again`` is the hold that was lifted, and whoever did that is told.
    ``telling`` is, of an authority's, whether its person is told: not, until somebody says
    otherwise or the days to settle it are over; that they are not, the supervisors are told.  Must
    not run inside a transaction.  Raises ReviewDay, UntoldDay, OnlyAnAuthoritys.
    """
    _can_be_reviewed(review_on, now)
    if telling is None:
        telling = UNSETTLED if kind is HoldKind.AUTHORITY else MAY_BE_TOLD
    if telling.why is Untold.UNSETTLED and telling.until is None:
        telling = Telling(Untold.UNSETTLED, now.date() + SETTLED_WITHIN)
    # What is held again is told, or not, as it was.
    if again is None:
        _can_be_untold(telling, kind, now)
    if kind is HoldKind.RESTRICTION and subject.order_id is not None:
        try:
            take_out(subject.order_id, restricted, actor, now, request_id)
        except MissingKey:
            log.exception("order %s cannot be archived; it is held in the shop", subject.order_id)
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            # Waits for whoever is taking something out, and stops the next one.
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [HOLDING_BACK])
        # One that is being lifted at this moment is none: it is waited for.
        known = Hold.objects.select_for_update().filter(
            order_id=subject.order_id, person=subject.person, kind=kind.value,
            user_id=subject.user_id, by=actor.kind.value, lifted_at=None,
        ).first()  # fmt: skip
        if known is not None:
            _put_off(known, review_on, actor, now, request_id)
            return known
        made = Hold(
            order_id=subject.order_id, person=subject.person, user_id=subject.user_id,
            kind=kind.value, by=actor.kind.value, since=now, review_on=review_on,
            staff_id=actor.staff_id, untold_why=telling.why.value if telling.why else "",
            untold_until=telling.until, account=account_of(subject.user_id),
        )  # fmt: skip
        rows.insert([made])
        note_hold(made, Verb.HELD, actor, now, kind.value, request_id=request_id)
        if kind is HoldKind.AUTHORITY:
            note_telling(made, actor, now)
        if again is not None and actor.staff_id is not None:
            publish([HeldAgain(made.id, actor.staff_id, again)], at=now)
        elif telling.why is not None:
            tell_staff(HoldUntold, made, actor, now)
        return made


def account_of(user_id: UUID | None) -> bytes | None:
    """By what the archive knows the account that is held: PostgreSQL asks it before a row leaves.
    Where a key is missing nobody can say, and then no account's row leaves."""
    try:
        return account(user_id) if user_id else None
    except MissingKey:
        log.exception("account %s cannot be reckoned; the rows of all are held", user_id)
        return None


def hold_again(hold_id: UUID, review_on: date, actor: Actor, now: datetime) -> Hold:
    """Somebody of the staff sees that what was lifted is still needed: before its days are over it
    is held again, by a hold of its own.

    Must not run inside a transaction.  Raises ReviewDay, NoSuchHold, NotTheirs, NotLifted,
    TooLateToHold.
    """
    known = rows.first(Hold, id=hold_id)
    if known is None:
        raise NoSuchHold
    if By(known.by) is not actor.kind:
        raise NotTheirs
    if known.lifted_at is None:
        raise NotLifted
    if not Hold.objects.holding(now).filter(id=hold_id).exists():
        raise TooLateToHold
    subject = Subject(known.order_id, bytes(known.person) if known.person else None, known.user_id)
    kind, telling = HoldKind(known.kind), _telling(known)
    return hold(subject, kind, review_on, actor, now, again=hold_id, telling=telling)


def tell(hold_id: UUID, telling: Telling, actor: Actor, now: datetime) -> None:
    """Its person may be told of an authority's hold, or is not, also when it is lifted already.
    That they are not, the supervisors are told.  Nobody leaves it unsettled for longer than it
    began.

    Raises NoSuchHold, NotTheirs, OnlyAnAuthoritys, ToBeSettled, UntoldDay.
    """
    with transaction.atomic():
        known = rows.first(Hold, id=hold_id, lock=True)
        if known is None:
            raise NoSuchHold
        if By(known.by) is not actor.kind:
            raise NotTheirs
        kind = HoldKind(known.kind)
        if kind is not HoldKind.AUTHORITY:
            raise OnlyAnAuthoritys
        if telling.why is Untold.UNSETTLED:
            raise ToBeSettled
        _can_be_untold(telling, kind, now)
        if telling == _telling(known):
            return
        known.untold_why = telling.why.value if telling.why else ""
        known.untold_until = telling.until
        rows.update(known, ["untold_why", "untold_until"])
        if telling.why is not None:
            tell_staff(HoldUntold, known, actor, now)
        note_telling(known, actor, now)


def note_telling(known: Hold, actor: Actor, now: datetime) -> None:
    """An act says whether the person is told: a backup that is put back has it from there."""
    holding, subject = about(known)
    done = Done(
        holding=holding, subject=subject, hold_id=known.id, actor=actor, basis=known.kind,
        verb=Verb.UNTOLD if known.untold_why else Verb.MAY_TELL, reason=known.untold_why,
        until=known.untold_until,
    )  # fmt: skip
    note([done], now)


def _telling(known: Hold) -> Telling:
    return Telling(Untold(known.untold_why) if known.untold_why else None, known.untold_until)


def _can_be_untold(telling: Telling, kind: HoldKind, now: datetime) -> None:
    if telling.why is not None and kind is not HoldKind.AUTHORITY:
        raise OnlyAnAuthoritys
    if telling.why is None:
        wrong = telling.until is not None
    else:
        last = now.date() + WITHIN[telling.why]
        wrong = telling.until is None or not now.date() < telling.until <= last
    if wrong:
        raise UntoldDay


def put_off(hold_id: UUID, review_on: date, actor: Actor, now: datetime) -> None:
    """Somebody has looked at it: it is still needed, and looked at again on another day.  Who has
    asked for it to be lifted is told that it is not.

    Raises ReviewDay, NoSuchHold, NotTheirs.
    """
    _can_be_reviewed(review_on, now)
    with transaction.atomic():
        _put_off(locked(hold_id, actor), review_on, actor, now)


def tell_staff(
    event: type[HoldToBeLifted] | type[HoldLifted] | type[HoldUntold],
    known: Hold,
    actor: Actor,
    now: datetime,
) -> None:
    """Whoever has set a hold, and supervisors, learn what others of the staff do with it."""
    if actor.staff_id is not None:
        publish([event(known.id, actor.staff_id)], at=now)


def locked(hold_id: UUID, actor: Actor) -> Hold:
    """What is not lifted, and this side's.  Raises NoSuchHold, NotTheirs."""
    known = rows.first(Hold, id=hold_id, lock=True)
    if known is None or known.lifted_at is not None:
        raise NoSuchHold
    if known.by != actor.kind.value:
        raise NotTheirs
    return known


def _can_be_reviewed(review_on: date, now: datetime) -> None:
    if not now.date() < review_on <= now.date() + REVIEWED_WITHIN:
        raise ReviewDay


def _put_off(
    known: Hold, review_on: date, actor: Actor, now: datetime, request_id: UUID | None = None
) -> None:
    asked_by = known.lifting_by
    if known.review_on == review_on and asked_by is None:
        return
    known.review_on = review_on
    known.lifting_by, known.lifting_at, known.lifting_why = None, None, ""
    rows.update(known, ["review_on", *LIFTING])
    if asked_by is not None and actor.staff_id is not None:
        publish([HoldStays(known.id, actor.staff_id, asked_by)], at=now)
    note_hold(known, Verb.HELD, actor, now, known.kind, request_id=request_id)


def about(known: Hold) -> tuple[str, UUID]:
    """Which holding and what of it the acts about a hold name; of an address nothing but the hold
    itself."""
    if known.order_id is not None:
        return HOLDING, known.order_id
    if known.person is None and known.user_id is not None:
        return accounts.HOLDING, known.user_id
    return OF_AN_ADDRESS, known.id


def note_hold(
    known: Hold, verb: Verb, actor: Actor, now: datetime, why: str, request_id: UUID | None = None
) -> None:
    """``why`` it is held (its kind), or is to be lifted; then the kind is what it rested on."""
    holding, subject = about(known)
    held = verb is Verb.HELD
    done = Done(
        holding=holding, subject=subject, hold_id=known.id, verb=verb, actor=actor,
        request_id=request_id, basis="" if held else known.kind, reason=why,
        until=known.review_on if held else None,
    )  # fmt: skip
    note([done], now)
