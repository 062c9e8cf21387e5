from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from reprise.accounts.actions import passwords
from reprise.accounts.actions.base import locked
from reprise.accounts.actions.sessions import close
from reprise.accounts.events import AccountDeleted, AccountSecured
from reprise.accounts.models import Attempt, Letter, Session, SpentChallenge, User
from reprise.kernel.refusal import Refusal
from reprise.outbox.actions import publish

# Longer than any window of `limits`, so that no count is forgotten while it matters.
_COUNTED = timedelta(days=1)


class StaffAccount(Refusal):
    code = "staff_account"
    message = (
        "This account works for the marketplace. Somebody else of the staff has to close it first."
    )


def change_details(user_id: UUID, *, name: str, language: str) -> None:
    User.objects.filter(id=user_id).update(name=name, language=language)


def change_password(user: User, password: str, now: datetime, but: UUID | None = None) -> None:
    """A new password, or a first one.  Every session ends with the old one, ``but`` the one that
    asked.

    Raises PasswordTooShort, PasswordTooCommon, TooBusy, AccountGone.
    """
    passwords.put(user, password)
    with transaction.atomic():
        locked(user.id)
        user.save(update_fields=["password"])
        close(user.id, but, now)
        # A link that was asked for with the old password is not needed any more.
        Letter.objects.filter(
            purpose="reset", email__iexact=user.email, used_at__isnull=True
        ).update(used_at=now)
        publish([AccountSecured(user.id, "password")], at=now)


@transaction.atomic
def delete_account(user_id: UUID, now: datetime) -> None:
    """The account, its passkeys and its letters; whoever is signed in with it is so no longer.

    Orders stay, without it.  Raises StaffAccount.
    """
    user = User.objects.select_for_update().get(id=user_id)
    if user.is_staff or user.is_superuser:
        raise StaffAccount
    Letter.objects.filter(email__iexact=user.email).delete()
    user.delete()
    publish([AccountDeleted(user_id)], at=now)


def leave_uncounted(user_id: UUID, now: datetime) -> bool:
    """What is ordered with this account counts in no list from now on; False when it is gone."""
    found = User.objects.filter(id=user_id)
    return bool(found.filter(uncounted_since=None).update(uncounted_since=now)) or found.exists()


def forget_stale(now: datetime) -> int:
    """Delete links, counts, challenges and sessions whose time is over; how many there were."""
    gone = [
        Letter.objects.filter(expires_at__lt=now - _COUNTED),
        Attempt.objects.filter(since__lt=now - _COUNTED),
        SpentChallenge.objects.filter(expires_at__lt=now),
        Session.objects.filter(expires_at__lt=now),
    ]
    return sum(rows.delete()[0] for rows in gone)
