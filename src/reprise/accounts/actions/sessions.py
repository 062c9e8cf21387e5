"""Signing out what is signed in elsewhere."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from reprise.accounts.actions.base import locked
from reprise.accounts.events import SignedOut
from reprise.accounts.models import Session, User
from reprise.outbox.actions import publish


def end_session(user_id: UUID, session_id: UUID) -> None:
    """One of a person's own sessions.  Raises Session.DoesNotExist for another's, and for one that
    has ended."""
    if not Session.objects.filter(id=session_id, user_id=user_id).delete()[0]:
        raise Session.DoesNotExist


@transaction.atomic
def end_other_sessions(user_id: UUID, but: UUID | None, now: datetime) -> User:
    """Every session of a person ``but`` the one that asked; the user, with whom that one can be
    kept.  Raises AccountGone."""
    user = locked(user_id)
    sign_out(user, but, now)
    return user


def sign_out(user: User, but: UUID | None, now: datetime) -> None:
    """End every session in the caller's transaction, also one that is being written just now."""
    user.signed_out += 1
    user.save(update_fields=["signed_out"])
    close(user.id, but, now)


def close(user_id: UUID, but: UUID | None, now: datetime) -> None:
    """Forget the sessions of a person ``but`` one, in the caller's transaction; by their digest of
    the account they are no good any more."""
    rows = Session.objects.filter(user_id=user_id)
    (rows if but is None else rows.exclude(id=but)).delete()
    publish([SignedOut(user_id)], at=now)
