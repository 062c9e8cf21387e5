"""What the shop asks of any payment provider.

Six verbs, a look at the provider's books, and nothing of any one provider's own words.  A verb
that moves money takes a ``key`` of the caller's: the same key has one effect, however often it is
asked, and the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from reprise.kernel.money import Money


class Method(StrEnum):
    CARD = "card"
    BANCONTACT = "bancontact"
    IDEAL = "ideal"


class ProviderStatus(StrEnum):
    """Where a payment stands at the provider.

    ``cancelled`` is every end without money that the bank did not decline: given up, closed by us,
    or too late.  ``lapsed`` is a hold that ended by itself.
    """

    OPEN = "open"
    AUTHORISED = "authorised"
    COLLECTED = "collected"
    CAPTURED = "captured"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    RELEASED = "released"
    LAPSED = "lapsed"


class NoticeKind(StrEnum):
    AUTHORISED = "payment.authorised"
    COLLECTED = "payment.collected"
    DECLINED = "payment.declined"
    CANCELLED = "payment.cancelled"
    CAPTURED = "payment.captured"
    CAPTURE_REFUSED = "payment.capture_refused"
    RELEASED = "payment.released"
    LAPSED = "payment.lapsed"
    REFUNDED = "refund.done"


class EntryKind(StrEnum):
    """What a line of the provider's books says.

    ``released`` is held money given back: the whole hold, or what a smaller capture left of it.
    """

    AUTHORISED = "authorised"
    COLLECTED = "collected"
    CAPTURED = "captured"
    RELEASED = "released"
    LAPSED = "lapsed"
    REFUNDED = "refunded"


class ProviderUnavailable(Exception):
    """We do not know what happened: no answer, a broken one, or one that blames the provider.

    Ask again with the same key.
    """


class ProviderRefused(Exception):
    """A definite no: no money moved.  ``code`` is the provider's word for the reason.

    After the code `capture_refused` the hold is gone as well: the payment is released.
    """

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(f"{code}: {message}" if message else code)
        self.code, self.message = code, message


class ForgedNotice(Exception):
    """A notice without a valid, recent signature, or one that the provider would never send."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What a buyer is asked to pay.

    ``reference`` is ours, another one for each attempt, and comes back with all news of it;
    ``merchant_reference`` is the number that the buyer knows the purchase by, and is shown to them.
    Neither holds personal data.  ``method`` is a value of Method;
    ``language`` is the buyer's ("fr", "nl-BE"); the buyer comes back to ``return_url``; after
    ``expires_at`` (aware) the page takes nothing.
    """

    reference: str
    merchant_reference: str
    amount: Money
    method: str
    language: str
    return_url: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Started:
    """A payment that waits for its buyer at ``page_url`` (a path of the shop, or an address)."""

    provider_ref: str
    page_url: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A payment as the provider saw it at ``occurred_at``, the time of its last change (aware).

    ``authorised``, ``captured`` and ``refunded`` are totals since the beginning, not differences.
    """

    provider_ref: str
    reference: str
    status: ProviderStatus
    amount: Money
    authorised: Money
    captured: Money
    refunded: Money
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """A verb was carried out (now, or when its key was first used) and moved this much money.

    ``code`` says what was done: captured, released, cancelled, refunded.  ``moved`` of a release
    is what was held; zero when an open payment was closed ("cancelled").
    """

    code: str
    moved: Money
    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class Notice:
    """News from the provider, its signature verified.

    It may be late, repeated (same ``event_id``) or older than what is known: compare with the
    state found.  ``amount`` is what this one event is about, ``snapshot`` how things stood then.
    """

    event_id: str
    kind: NoticeKind
    amount: Money
    snapshot: Snapshot

    @property
    def occurred_at(self) -> datetime:
        """When it happened (aware), however late the notice comes."""
        return self.snapshot.occurred_at


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One line of the provider's books: ``amount`` is above zero, ``at`` is aware, and when it
    happened: within an hour of what a snapshot says of the same change (`books.provider`)."""

    cursor: str
    provider_ref: str
    reference: str
    kind: EntryKind
    amount: Money
    at: datetime


@dataclass(frozen=True, slots=True)
class StatementPage:
    """Some entries in the order of the books, and the cursor that goes on after them."""

    entries: tuple[StatementEntry, ...]
    cursor: str


class Provider(Protocol):
    """A channel for money.

    Every verb may raise ProviderUnavailable (outcome unknown, ask again with the same key) and
    ProviderRefused (definite, no money moved).  An implementation may be used by many threads.
    """

    name: str

    def authorize(self, charge: Charge, key: str) -> Started:
        """Open a payment that waits for its buyer."""
        ...

    def capture(self, provider_ref: str, amount: Money, key: str) -> Answer:
        """Take ``amount`` of what is held, once; what is left goes back to the buyer."""
        ...

    def release(self, provider_ref: str, key: str) -> Answer:
        """Give the hold back; or close a payment that is still open, so that nobody can pay it."""
        ...

    def refund(self, provider_ref: str, amount: Money, key: str) -> Answer:
        """Send ``amount`` of what was captured or collected back; several times if needed."""
        ...

    def look_up(self, provider_ref: str) -> Snapshot:
        """How the payment stands now."""
        ...

    def verify(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Notice:
        """The notice in a webhook's body.  ``now`` is aware.  Raises ForgedNotice."""
        ...

    def statement(self, after: str = "") -> Iterator[StatementPage]:
        """The provider's books after a cursor ("" is the beginning), page by page, to their end.

        A page that is asked for later begins exactly after the last cursor: no entry is missed.
        """
        ...
