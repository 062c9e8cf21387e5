"""What is not needed any more is lifted: its person's by them, and of what staff hold, what a
dispute needs, by two of the staff (decisions 0045, 0050 and 0054)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from reprise import rows
from reprise.kernel.refusal import Refusal
from reprise.privacy.actions.acting import Actor
from reprise.privacy.actions.holding import LIFTING, locked, note_hold, tell_staff
from reprise.privacy.events import HoldLifted, HoldToBeLifted
from reprise.privacy.models import Hold
from reprise.privacy.states import Lift, Verb


class AnotherHasTo(Refusal):
    code = "hold_another_has_to"
    message = (
        "You have asked for this hold to be lifted. What a claim or an authority needs is lifted by"
        " somebody else of the staff. Nothing was changed; ask somebody to look at it."
    )


class AskedAlready(Refusal):
    code = "hold_asked_already"
    message = (
        "Somebody has asked for this hold to be lifted already. Nothing was changed; look at why,"
        " and agree, or say that it is still needed."
    )


class SetItThemselves(Refusal):
    code = "hold_set_it_themselves"
    message = (
        "You have set this hold, so somebody else of the staff agrees that it is lifted. Nothing"
        " was changed. If it is still needed, say so; if it is not, a colleague sees to it."
    )


class NobodyAsks(Refusal):
    code = "hold_nobody_asks"
    message = (
        "Nobody asks for this hold to be lifted any more, or for another reason than you have read."
        " Nothing was changed; look at it again."
    )


def lift(
    hold_id: UUID, why: Lift, actor: Actor, now: datetime, request_id: UUID | None = None
) -> None:
    """The subject is treated like any other again: at once where its person ends it, by
    ``request_id`` perhaps; where staff do, when it was lifted for `STILL_HELD`, and until then they
    can :func:`hold_again`.  What two of the staff have to agree on (`Hold.by_two`) stays held: that
    this one asks is noted, and another one has to :func:`agree`.

    Each side lifts its own.  Raises NoSuchHold, NotTheirs, AskedAlready.
    """
    with transaction.atomic():
        known = locked(hold_id, actor)
        if known.lifting_by is not None:
            raise AskedAlready
        if actor.staff_id is not None:
            known.lifting_by, known.lifting_at, known.lifting_why = actor.staff_id, now, why.value
        if known.by_two:
            rows.update(known, LIFTING)
            tell_staff(HoldToBeLifted, known, actor, now)
            note_hold(known, Verb.TO_LIFT, actor, now, why.value)
        else:
            _lift(known, why, actor, now, request_id)


def agree(hold_id: UUID, why: Lift, actor: Actor, now: datetime) -> None:
    """A second one of the staff agrees that a hold is lifted, for the reason that the first one has
    given.  Who has set it does not: three accounts have had a part in it, or the one who set it
    has asked.

    Raises NoSuchHold, NotTheirs, NobodyAsks (for this reason), AnotherHasTo, SetItThemselves.
    """
    with transaction.atomic():
        known = locked(hold_id, actor)
        if known.lifting_by is None or known.lifting_why != why.value:
            raise NobodyAsks
        if known.lifting_by == actor.staff_id:
            raise AnotherHasTo
        if known.staff_id == actor.staff_id:
            raise SetItThemselves
        _lift(known, why, actor, now)


def _lift(
    known: Hold, why: Lift, actor: Actor, now: datetime, request_id: UUID | None = None
) -> None:
    # When it was and until when it holds, PostgreSQL says by its own clock.
    known.lifted_at, known.lifted_by = now, actor.staff_id
    rows.update(known, ["lifted_at", "lifted_by", *LIFTING])
    tell_staff(HoldLifted, known, actor, now)
    note_hold(known, Verb.UNHELD, actor, now, why.value, request_id)
