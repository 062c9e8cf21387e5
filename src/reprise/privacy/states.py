"""What rows of this context may say: codes of our own, never a person's words."""

from __future__ import annotations

from enum import Enum


class RequestKind(Enum):
    """What a person asks for (Regulation (EU) 2016/679, art. 15 to 21)."""

    ACCESS = "access"
    PORTABILITY = "portability"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    OBJECTION = "objection"


class RequestState(Enum):
    RECEIVED = "received"
    # Something of it is carried out, and something has still to be.
    WORKING = "working"
    ANSWERED = "answered"
    REFUSED = "refused"


CLOSED = frozenset({RequestState.ANSWERED, RequestState.REFUSED})


class Verb(Enum):
    """What was done to what is held of somebody."""

    ARCHIVED = "archived"
    ERASED = "erased"
    KEPT = "kept"
    RESTORED = "restored"
    OPENED = "opened"
    HELD = "held"
    UNHELD = "unheld"


# Of one request and one subject, each of these happens once: it can be begun again after a kill.
ONCE = frozenset({Verb.ARCHIVED, Verb.ERASED, Verb.KEPT})


class By(Enum):
    """Who did it."""

    PERSON = "person"
    STAFF = "staff"
    CLOCK = "clock"
    # After a backup was put back: what had been done once was done again.
    REPLAY = "replay"


class HoldKind(Enum):
    """Why nothing of somebody, or of an order, is archived or deleted."""

    RESTRICTION = "restriction"
    LITIGATION = "litigation"
    AUTHORITY = "authority"
    GUARANTEE = "guarantee"


class Why(Enum):
    """Why a row of the archive is opened."""

    ACCESS = "access"
    GUARANTEE = "guarantee"
    SAFETY_RECALL = "safety_recall"
    AUTHORITY = "authority"
    LITIGATION = "litigation"
    ACCOUNTS = "accounts"


class BrakeState(Enum):
    """A night that would have touched too much: staff let it go on, or not."""

    WAITING = "waiting"
    RELEASED = "released"
    DROPPED = "dropped"
