"""Letters to the staff about a hold: whoever has set it learns what others do with it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from reprise.accounts.models import User
from reprise.accounts.queries import addresses
from reprise.kernel.ids import new_id
from reprise.notifications.account_letters import locale_of, mail
from reprise.outbox.jobs import enqueue
from reprise.privacy import held
from reprise.privacy.models import Hold
from reprise.privacy.states import STILL_HELD


def write(hold_id: UUID, what: str, by: UUID | None, *also: UUID | None) -> None:
    """Have it sent after the commit, a letter each: ``what`` (asked, lifted, untold, stays,
    again) was done ``by`` whom; ``also`` had a part in its being lifted."""
    from reprise.wiring import tasks

    known = Hold.objects.get(id=hold_id)
    for each in held.to_tell(known, by, [known.lifting_by, *also]):
        enqueue(
            tasks.send_hold_letter,
            hold_id=str(hold_id),
            what=what,
            by=str(by or ""),
            to=str(each),
            letter_id=str(new_id()),
        )


def remind(hold_id: UUID) -> None:
    """Its person is told soon: whoever has set it and every supervisor has a letter (settle)."""
    write(hold_id, "settle", None)


def send(hold_id: UUID, what: str, by: UUID | None, to: UUID, letter_id: UUID) -> None:
    """Send it, unless whom it is for does not work here any more.  It names nobody whose data is
    held.  Raises what SMTP raises: try again."""
    known = held.one(hold_id)
    user = User.objects.filter(id=to, is_staff=True, is_active=True).first()
    settled = what == "settle" and known is not None and not known.hold.untold_why
    if known is None or user is None or settled:
        return
    facts: dict[str, object] = {
        "what": what,
        "kind": known.hold.kind,
        "why": known.hold.lifting_why,
        "reference": known.reference,
        "review_on": known.hold.review_on,
        "until": known.hold.holds_until,
        "untold_until": known.hold.untold_until,
        "days": STILL_HELD.days,
        "who": addresses({by}).get(by, "") if by else "",
        "hold_url": f"{settings.PUBLIC_URL}/staff/privacy/holds/{hold_id}/",
    }
    mail("hold_lifting", user.email, locale_of(user.language), letter_id, facts)


def write_again(hold_id: UUID, by: UUID, lifted_id: UUID) -> None:
    """What was lifted is held again: whoever wanted it lifted, agreed, or had set it, is told."""
    before = Hold.objects.filter(id=lifted_id).first()
    had = (before.staff_id, before.lifting_by, before.lifted_by) if before else ()
    write(hold_id, "again", by, *had)
