"""What was held is held again after a backup was put back, and whom an authority asks about is told
as they were before: in no case later (decision 0062)."""

from __future__ import annotations

import logging
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from reprise import rows
from reprise.kernel.ids import new_id
from reprise.privacy.actions.contacts import RESTRICTED
from reprise.privacy.actions.holding import WITHIN, account_of
from reprise.privacy.journal import Line
from reprise.privacy.models import Act, Hold
from reprise.privacy.models.holds import Holds
from reprise.privacy.states import By, HoldKind, Untold, Verb

log = logging.getLogger(__name__)

# That somebody has asked for a hold to be lifted is asked anew.
VERBS: Final = frozenset({Verb.HELD, Verb.UNHELD, Verb.UNTOLD, Verb.MAY_TELL})


def again(line: Line, now: datetime) -> None:
    """Do an act about a hold again, inside the transaction that notes it."""
    verb = Verb(line.verb)
    if verb is Verb.HELD:
        _hold(line, now)
    elif verb is Verb.UNHELD:
        _lift(line, now)
    else:
        until = _last_day(line, Untold(line.reason), now) if line.reason else None
        _told(line).update(untold_why=line.reason, untold_until=until)


def _hold(line: Line, now: datetime) -> None:
    """An order's hold is put back, and an account's own; of an address's the journal knows no
    address."""
    # One that is said to begin later has begun.
    since = min(datetime.fromisoformat(line.at), now)
    subject, review_on = _about(line), line.last_day or since.date()
    if subject is None:
        if not Hold.objects.filter(id=line.of, lifted_at=None).update(review_on=review_on):
            log.error("A hold on all of a person, of %s, is lost: enter it again.", line.at)
        return
    about = {**subject, "kind": line.reason, "by": _side(line, line.reason)}
    # Noted again: it was looked at, and is still needed.  Or it was lifted, which a journal does
    # not do again, and is held again.
    if Hold.objects.filter(lifted_at=None, **about).update(review_on=review_on):
        return
    # An act of its own says until when its person is not told; of before, none did.
    asks = line.reason == HoldKind.AUTHORITY.value
    untold = Untold.UNSETTLED if asks else None
    held = Hold(
        id=_id(line), since=since, review_on=review_on, untold_why=untold.value if untold else "",
        untold_until=since.date() + WITHIN[untold] if untold else None,
        account=account_of(subject.get("user_id")), **about,
    )  # fmt: skip
    rows.insert([held])


def _id(line: Line) -> UUID:
    """Its own, by which the acts that follow name it."""
    own = UUID(line.hold) if line.hold else new_id()
    return new_id() if Hold.objects.filter(id=own).exists() else own


def _lift(line: Line, now: datetime) -> None:
    """What a person has ended ends again.  What staff have lifted stays held, because a journal
    does not agree in anybody's place: they look at it today and lift it again."""
    about = _about(line) or {"id": line.of}
    # A line of before has its kind there, and nothing to rest on.
    kind = line.basis or line.reason
    by = _side(line, kind)
    held = Hold.objects.filter(lifted_at=None, kind=kind, by=by, **about)
    if by == By.PERSON.value:
        held.update(lifted_at=now)
    elif held.update(review_on=now.date()):
        log.error("A hold that was lifted, of %s, holds again: look at it and lift it.", line.at)


def _last_day(line: Line, why: Untold, now: datetime) -> date:
    """The last day of silence that an act says: never a later one than could be said when it was
    noted.  A line of before says none."""
    latest = min(datetime.fromisoformat(line.at), now).date() + WITHIN[why]
    return min(line.last_day or latest, latest)


def _told(line: Line) -> Holds:
    """The hold of which an act says whether its person is told: the one that was lifted, or else
    what holds.  Of one that was lifted, and is held again by another one since, the backup may
    have a row that holds: it stands for that other one."""
    about = _about(line) or {"id": line.of}
    found = Hold.objects.filter(kind=line.basis, by=By.STAFF.value, **about)
    holds = found.filter(lifted_at=None)
    if not line.hold:
        return holds if holds.exists() else found
    lifted = found.filter(id=line.hold, lifted_at__isnull=False)
    if lifted.exists():
        return lifted
    return holds if _is_last(line) else found.none()


def _is_last(line: Line) -> bool:
    """Whether nothing was put on its subject, for the same reason, after the hold of an act."""
    last = Act.objects.filter(
        holding=line.holding, subject=line.of, verb=Verb.HELD.value, reason=line.basis
    ).order_by("-seq").first()  # fmt: skip
    return last is None or last.hold_id is None or str(last.hold_id) == line.hold


def _about(line: Line) -> dict[str, Any] | None:
    """By what the hold of an order or of an account is found; None for an address's."""
    if line.holding == "contact":
        return {"order_id": line.of}
    return {"user_id": line.of, "person": None} if line.holding == "account" else None


def _side(line: Line, kind: str) -> str:
    """Whose hold it is.  A line of before does not say it: persons only ever restrict."""
    if line.by in {By.PERSON.value, By.STAFF.value}:
        return line.by
    return "person" if kind == RESTRICTED else "staff"
