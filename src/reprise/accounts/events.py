from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from reprise.kernel.event import Event


@dataclass(frozen=True)
class LetterAsked(Event):
    """Somebody asked for a link to be sent to an address; perhaps it is not theirs."""

    letter_id: UUID


@dataclass(frozen=True)
class AccountSecured(Event):
    """How a person signs in has changed (``what``: password, passkey_added, passkey_removed)."""

    user_id: UUID
    what: str


@dataclass(frozen=True)
class SignedOut(Event):
    """Every session of a person was ended, but perhaps the one that asked for it."""

    user_id: UUID


@dataclass(frozen=True)
class AccountDeleted(Event):
    """The account is gone; what was bought with it stays without it."""

    user_id: UUID
