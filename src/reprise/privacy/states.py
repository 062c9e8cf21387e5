"""What rows of this context may say: codes of our own, never a person's words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Final

# What Python cannot read, or reckon with, would stop whoever reads it for good.
DAYS: Final = (date(2000, 1, 1), date(2999, 12, 31))
MOMENTS: Final = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2999, 12, 31, tzinfo=UTC))


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


class Outcome(Enum):
    """How a request was answered."""

    GIVEN = "given"
    CORRECTED = "corrected"
    # Gone from the store that the shop works with; what is kept as proof is in the archive.
    ERASED = "erased"
    # What could be, was; the rest follows when nothing stands against it any more.
    REST_KEPT = "rest_kept"
    RESTRICTED = "restricted"
    STOPPED = "stopped"
    NOTHING_HELD = "nothing_held"


class Reason(Enum):
    """Why a request was refused."""

    # Nobody has confirmed by the letter to the order's own address that it is they who ask (art.
    # 12(2)).  Only what staff have entered ends like that.
    NOT_PROVEN = "not_proven"
    # Manifestly unfounded or excessive (art. 12(5)).
    EXCESSIVE = "excessive"
    # A duty of law, or claims (art. 17(3)).
    DUTY = "duty"
    # Compelling grounds, or claims (art. 21(1)).
    OVERRIDING = "overriding"
    # It is correct, or the contract was as it was.
    CORRECT = "correct"
    # Its parcel is on the way, or it is in the archive.
    TOO_LATE = "too_late"


class Extension(Enum):
    """Why a request takes longer (art. 12(3))."""

    COMPLEX = "complex"
    NUMEROUS = "numerous"


class Late(Enum):
    """Why a request is entered when its month is over."""

    # It lay with us.
    MISLAID = "mislaid"
    # It went to somebody else first: a seller, a carrier, another department.
    PASSED_ON = "passed_on"
    # Nobody saw that it was one.
    UNNOTICED = "unnoticed"


_GENERAL: Final = frozenset({Reason.NOT_PROVEN, Reason.EXCESSIVE})
OUTCOMES: Final = {
    RequestKind.ACCESS: frozenset({Outcome.GIVEN, Outcome.NOTHING_HELD}),
    RequestKind.PORTABILITY: frozenset({Outcome.GIVEN, Outcome.NOTHING_HELD}),
    RequestKind.RECTIFICATION: frozenset({Outcome.CORRECTED, Outcome.NOTHING_HELD}),
    RequestKind.ERASURE: frozenset({Outcome.ERASED, Outcome.REST_KEPT, Outcome.NOTHING_HELD}),
    RequestKind.RESTRICTION: frozenset({Outcome.RESTRICTED, Outcome.NOTHING_HELD}),
    RequestKind.OBJECTION: frozenset({Outcome.STOPPED, Outcome.NOTHING_HELD}),
}
REASONS: Final = {
    RequestKind.ACCESS: _GENERAL,
    RequestKind.PORTABILITY: _GENERAL,
    RequestKind.RECTIFICATION: _GENERAL | {Reason.CORRECT, Reason.TOO_LATE},
    RequestKind.ERASURE: _GENERAL | {Reason.DUTY},
    RequestKind.RESTRICTION: _GENERAL,
    RequestKind.OBJECTION: _GENERAL | {Reason.OVERRIDING},
}


class Verb(Enum):
    """What was done to what is held of somebody."""

    ARCHIVED = "archived"
    ERASED = "erased"
    KEPT = "kept"
    OPENED = "opened"
    HELD = "held"
    # Of what two must agree on: somebody asks for it not to be held any more.
    TO_LIFT = "to_lift"
    UNHELD = "unheld"
    # Whom an authority asks about is not told of the hold, or may be.
    UNTOLD = "untold"
    MAY_TELL = "may_tell"
    # A field of it was corrected, as its person has asked; never what stood there.
    AMENDED = "amended"
    # The contract with a seller has ended, and that was taken back.
    ENDED = "ended"
    RESUMED = "resumed"


class ShownBy(Enum):
    """By what somebody has shown that an order is theirs whose e-mail address they do not read.

    Each is out of reach of whoever reads the mistyped one: what stands in our letters, on the
    order's page or in a copy of its person's data proves nothing.
    """

    # The last digits of the card or account that paid, which the provider has and we do not.
    PAYER = "payer"
    # They were called back at the order's own number.
    PHONE = "phone"
    # They have answered a letter of ours that went by post to the order's own street.
    POST = "post"


class ProposalState(Enum):
    """What has become of the address that one of the staff has proposed for an order."""

    WAITING = "waiting"
    AGREED = "agreed"
    # By another one, or taken back by whoever had proposed it.
    DECLINED = "declined"
    # By nobody: its request was confirmed or has ended, or it has waited too long.
    LAPSED = "lapsed"


# What is done with a hold: each of these acts names it.
OF_HOLDS = frozenset({Verb.HELD, Verb.TO_LIFT, Verb.UNHELD, Verb.UNTOLD, Verb.MAY_TELL})
# Of one request and one subject, each of these happens once: it can be begun again after a kill.
ONCE = frozenset({Verb.ARCHIVED, Verb.ERASED, Verb.KEPT})


# The rule (`Act.basis`) of an act of which whoever put a backup back says that it is not so.
DISBELIEVED: Final = "disbelieved"


class By(Enum):
    """Who did it."""

    PERSON = "person"
    STAFF = "staff"
    CLOCK = "clock"
    # Done again after a backup was put back, and nothing says any more who had done it.
    REPLAY = "replay"


class HoldKind(Enum):
    """Why nothing of somebody, or of an order, is archived or deleted."""

    RESTRICTION = "restriction"
    LITIGATION = "litigation"
    AUTHORITY = "authority"
    GUARANTEE = "guarantee"


# What is needed in a dispute goes when two of the staff agree that it may.
BY_TWO = frozenset({HoldKind.LITIGATION, HoldKind.AUTHORITY})
# What staff have lifted is held for so long all the same: each day of a week is one on which
# somebody can see it and hold it again.  PostgreSQL adds it (`privacy_hold_guard`).
STILL_HELD: Final = timedelta(days=7)


# Whether somebody may be told of an authority's hold is settled within so many days: the operator's
# rule, no law's.  As long as a request may wait for its answer (a month).
SETTLED_WITHIN: Final = timedelta(days=30)


class Untold(Enum):
    """Why whom an authority asks about is not told of it (art. 23), until a last day."""

    # Nobody has asked the authority yet whether they may be told, or it has not answered.
    UNSETTLED = "unsettled"
    # A law or the authority's own order forbids to tell it.
    FORBIDDEN = "forbidden"


class Lift(Enum):
    """Why a hold is lifted."""

    # What it was for has ended: the lawsuit, the authority's procedure, the guarantee.
    OVER = "over"
    # Who asked for it does not want it any more.
    WITHDRAWN = "withdrawn"
    # It should never have been put on.
    MISTAKE = "mistake"


class Why(Enum):
    """Why a row of the archive is opened."""

    ACCESS = "access"
    GUARANTEE = "guarantee"
    SAFETY_RECALL = "safety_recall"
    AUTHORITY = "authority"
    LITIGATION = "litigation"
    ACCOUNTS = "accounts"


class BreachKind(Enum):
    """What a breach has broken."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"


class BreachVerb(Enum):
    """What was done about a breach, in the order in which it is usually done."""

    # What is known of it was written down (art. 33(3)), or written anew.
    HAPPENED = "happened"
    CONSEQUENCES = "consequences"
    MEASURES = "measures"
    # How large the risk is, and whether people are told.
    JUDGED = "judged"
    TOLD_AUTHORITY = "told_authority"
    TOLD_PERSONS = "told_persons"
    CLOSED = "closed"
    # The words of another act lead to somebody and are to be taken out, says one; another one lets
    # them stand, or has taken them out.
    TO_STRIKE = "to_strike"
    LEFT_IN = "left_in"
    STRUCK = "struck"


# What is known of a breach is written down in these.
DESCRIBING = (BreachVerb.HAPPENED, BreachVerb.CONSEQUENCES, BreachVerb.MEASURES)
# About the words of another act; also when the breach is closed.
BREACH_WORDS = (BreachVerb.TO_STRIKE, BreachVerb.LEFT_IN, BreachVerb.STRUCK)
# Happens to a breach once.
BREACH_ONCE = (BreachVerb.TOLD_AUTHORITY, BreachVerb.TOLD_PERSONS, BreachVerb.CLOSED)


class Scope(Enum):
    """What of its holdings a breach has touched."""

    # All that was there when it ended.
    STORED = "stored"
    # What came while it lasted.
    PASSING = "passing"
    # What belongs to certain orders.
    ORDERS = "orders"


class BrakeState(Enum):
    """A night that would have touched too much: staff let it go on, or not."""

    WAITING = "waiting"
    RELEASED = "released"
    DROPPED = "dropped"


class BrakeCause(Enum):
    """Why a night waited for staff."""

    # More than a hundred, and more than a twentieth of the holding.
    MANY = "many"
    # So long after the last one that the clock may be wrong.
    LATE = "late"


# A copy was confirmed by the link of the letter: whoever reads the address that the trader gave.
BY_LINK: Final = "link"


class Recognised(Enum):
    """How staff have recognised who says for a former seller that a copy is deleted."""

    ADDRESS = "address"  # an answer from the e-mail address that the trader gave
    PHONE = "phone"  # called back at the number that the trader gave
    PAPER = "paper"  # a signed letter in the trader's name, from the address that it gave
