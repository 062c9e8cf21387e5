"""Accounts that nobody has used for long: warned, and erased when the letter is old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q

from reprise import rows
from reprise.accounts.models import User
from reprise.law.fr.personal_data import Kept, Kind, retention
from reprise.outbox.actions import publish
from reprise.privacy.actions import accounts
from reprise.privacy.actions.acting import CLOCK
from reprise.privacy.actions.contacts import nobody_holds_back
from reprise.privacy.events import AccountUnused
from reprise.privacy.leaving import Fate, Ground
from reprise.privacy.models import Notice
from reprise.privacy.queries import held_back
from reprise.privacy.retention.base import Due, first_night

# What the letter leaves to come back: counted from when it was sent, not written.
WARNED: Final = timedelta(days=30)
# Nearly two years; the exact day is the law's function's.
_LONG: Final = timedelta(days=725)
_UNUSED: Final = """
SELECT u.id, u.email, n.sent_at, n.written_at,
       greatest(u.last_login, u.created_at, (
         SELECT max(o.placed_at) FROM orders_contact c JOIN orders_order o ON o.id = c.order_id
          WHERE c.buyer_id = u.id)) AS used_at
  FROM accounts_user u LEFT JOIN privacy_notice n ON n.user_id = u.id
 WHERE coalesce(u.last_login, u.created_at) < %(before)s AND NOT u.is_staff AND NOT u.is_superuser
   AND NOT EXISTS (SELECT FROM sellers_member m WHERE m.user_id = u.id)
   AND (%(one)s::uuid IS NULL OR u.id = %(one)s::uuid)
 ORDER BY u.id
"""


@dataclass(frozen=True, slots=True)
class Unused:
    """An account, when it was last used, and the warning that it had, if any."""

    user_id: UUID
    email: str
    sent_at: datetime | None
    written_at: datetime | None
    used_at: datetime

    def becomes(self, now: datetime) -> Fate:
        """What the night of ``now`` does with it."""
        over = retention(Kept(kind=Kind.INACTIVE_ACCOUNT, event=self.used_at.date())).until
        if over is None or now.date() <= over:
            return Fate.KEPT
        if self.written_at is None or self.used_at > self.written_at:
            return Fate.WARNED
        if self.sent_at is not None and now >= self.sent_at + WARNED:
            return Fate.ERASED
        return Fate.KEPT


class Accounts:
    holding = accounts.HOLDING

    def number(self) -> int:
        return User.objects.count()

    def due(self, now: datetime, nights: int = 0) -> Iterator[Due]:
        on = held_back(now)
        for each in _unused(now + timedelta(days=nights)):
            free = first_night(on.until([each.email], each.user_id), now, nights)
            if free is None:
                continue
            for night in range(free, nights + 1):
                at = now + timedelta(days=night)
                fate = each.becomes(at)
                if fate is not Fate.KEPT:
                    yield Due(
                        holding=self.holding, subject=each.user_id, name="", night=at.date(),
                        fate=fate, ground=Ground.OVER,
                    )  # fmt: skip
                    break

    def carry_out(self, due: Due, now: datetime) -> bool:
        with transaction.atomic():
            nobody_holds_back()
            # Whoever signs in at this moment comes before, and is seen; or waits, and finds nobody.
            if rows.first(User, id=due.subject, lock=True) is None:
                return False
            fate = next((each.becomes(now) for each in _unused(now, due.subject)), Fate.KEPT)
            if fate is Fate.WARNED:
                rows.delete(Notice, user_id=due.subject)
                rows.insert([Notice(user_id=due.subject, written_at=now)])
                publish([AccountUnused(due.subject)], at=now)
            elif fate is Fate.ERASED:
                accounts.erase(due.subject, CLOCK, now)
        return fate is not Fate.KEPT


def _unused(now: datetime, one: UUID | None = None) -> list[Unused]:
    with connection.cursor() as cursor:
        cursor.execute(_UNUSED, {"before": now - _LONG, "one": one})
        return [Unused(*row) for row in cursor.fetchall()]


def is_to_be_warned(user_id: UUID) -> UUID | None:
    """The id of the letter that is still to be sent; None where there is none, or not any more."""
    found = rows.first(Notice, user_id=user_id)
    return found.id if found is not None and found.sent_at is None else None


def note_warned(user_id: UUID, now: datetime) -> None:
    """The letter was sent: the days to come back begin."""
    Notice.objects.filter(user_id=user_id, sent_at=None).update(sent_at=now)


def forget_notices() -> int:
    """Delete the warnings of accounts that were used since, or are gone; how many."""
    since = User.objects.filter(id=OuterRef("user_id"), last_login__gt=OuterRef("written_at"))
    there = User.objects.filter(id=OuterRef("user_id"))
    return Notice.objects.filter(Q(Exists(since)) | ~Q(Exists(there))).delete()[0]


ACCOUNTS: Final = Accounts()
