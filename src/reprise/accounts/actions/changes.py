from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from reprise.accounts.actions import passwords
from reprise.accounts.events import AccountDeleted, AccountSecured
from reprise.accounts.models import Attempt, Letter, SpentChallenge, User
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


def change_password(user: User, password: str, now: datetime) -> None:
    """A new password, or a first one.  Every session but the one that asked ends with the old one.

    Raises PasswordTooShort, PasswordTooCommon, TooBusy.
    """
    passwords.put(user, password)
    with transaction.atomic():
        user.save(update_fields=["password"])
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


def end_sessions(user_id: UUID) -> int:
    """Delete the sessions of an account that is gone: they open nothing, and still name it.

    No row says whose it is, so each is read; how many there were.
    """
    of_them = [
        session.session_key
        for session in Session.objects.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(user_id)
    ]
    return Session.objects.filter(session_key__in=of_them).delete()[0]


def forget_stale(now: datetime) -> int:
    """Delete links, counts, challenges and sessions whose time is over; how many there were."""
    gone = [
        Letter.objects.filter(expires_at__lt=now - _COUNTED),
        Attempt.objects.filter(since__lt=now - _COUNTED),
        SpentChallenge.objects.filter(expires_at__lt=now),
        Session.objects.filter(expire_date__lt=now),
    ]
    return sum(rows.delete()[0] for rows in gone)
