"""Where sessions are kept: Django's session engine on our own row (decision 0041)."""

from __future__ import annotations

import hashlib
from typing import Any, Final

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import VALID_KEY_CHARS, SessionBase, UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import IntegrityError
from django.utils.crypto import get_random_string

from reprise.accounts.models import Session
from reprise.kernel import clock

# Under this name a session holds the word for its device.
DEVICE: Final = "device"


def digest(key: str | None) -> str:
    """By what a session is found: who reads the table cannot be anybody with it."""
    return hashlib.sha256((key or "").encode()).hexdigest()


def _new_key() -> str:
    """165 random bits: nobody else has it."""
    return get_random_string(32, VALID_KEY_CHARS)


class SessionStore(SessionBase):
    """One session.  Its row stays the same row when its key changes, so that a session that was
    ended meanwhile is not begun anew by whoever holds it."""

    def load(self) -> dict[str, Any]:
        now = clock.now()
        row = Session.objects.filter(key=digest(self.session_key), expires_at__gt=now).first()
        if row is None:
            self._session_key = None
            return {}
        if row.seen_on < now.date():
            Session.objects.filter(id=row.id).update(seen_on=now.date())
        return self.decode(row.data)

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(key=digest(session_key)).exists()

    def create(self) -> None:
        self._session_key = _new_key()
        self.save(must_create=True)
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Raises UpdateError for a session that was ended meanwhile, with its account or by
        itself."""
        if self.session_key is None:
            self.create()
            return
        data = self._get_session(no_load=must_create)  # type: ignore[attr-defined]  # no stub has it
        now = clock.now()
        written = {
            "data": self.encode(data),
            "expires_at": self.get_expiry_date(modification=now),
            "user_id": data.get(SESSION_KEY),
            "device": data.get(DEVICE, ""),
        }
        key = digest(self.session_key)
        try:
            if must_create:
                Session.objects.create(key=key, began_at=now, seen_on=now.date(), **written)
            elif not Session.objects.filter(key=key).update(**written):
                raise UpdateError
        except IntegrityError:
            # Its account was deleted meanwhile; a new key is nobody else's.
            raise UpdateError from None

    def cycle_key(self) -> None:
        """Raises SessionInterrupted (answered with 400) for a session that was ended meanwhile."""
        data = self._get_session()  # type: ignore[attr-defined]  # by the old key
        old, self._session_key = self.session_key, _new_key()
        if not old:
            self.create()
        elif not Session.objects.filter(key=digest(old)).update(key=digest(self.session_key)):
            self._session_key = None
            raise SessionInterrupted("The session was ended while this request was under way.")
        self._session_cache = data
        self.modified = True

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            Session.objects.filter(key=digest(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        Session.objects.filter(expires_at__lt=clock.now()).delete()
