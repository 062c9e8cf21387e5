"""The provider's own books against ours, payment by payment, in both directions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import sleep
from typing import Final

from django.db.models import Q, QuerySet

from reprise.books.checks import Finding
from reprise.orders.models import NAMELESS, Order
from reprise.payments.models import Payment
from reprise.payments.providers.base import EntryKind, StatementEntry
from reprise.payments.providers.registry import provider
from reprise.payments.states import PaymentState

NAME = "provider books"


@dataclass(slots=True)
class Theirs:
    """What the provider's statement adds up to for one payment, in minor units of ``currency``."""

    reference: str
    currency: str
    mixed: bool = False  # not every entry is about that reference, in that currency
    held: int = 0
    captured: int = 0
    refunded: int = 0
    paid_at: datetime | None = None  # when the buyer's money was held, or collected at once


class Statement:
    """The provider's statement, by its payment references, as far as it has been read."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.books: dict[str, Theirs] = {}
        self._cursor = ""

    def read_on(self) -> None:
        """To the end that it has now.  Raises ProviderUnavailable."""
        for page in provider(self.name).statement(self._cursor):
            for entry in page.entries:
                self._add(entry)
            self._cursor = page.cursor

    def _add(self, entry: StatementEntry) -> None:
        told = (entry.reference, entry.amount.currency)
        row = self.books.setdefault(entry.provider_ref, Theirs(*told))
        row.mixed |= told != (row.reference, row.currency)
        if entry.kind in {EntryKind.AUTHORISED, EntryKind.COLLECTED}:
            row.paid_at = row.paid_at or entry.at
        if entry.kind is EntryKind.AUTHORISED:
            row.held += entry.amount.minor
        elif entry.kind in {EntryKind.RELEASED, EntryKind.LAPSED}:
            row.held -= entry.amount.minor
        elif entry.kind is EntryKind.CAPTURED:
            row.held -= entry.amount.minor
            row.captured += entry.amount.minor
        elif entry.kind is EntryKind.COLLECTED:
            row.captured += entry.amount.minor
        elif entry.kind is EntryKind.REFUNDED:
            row.refunded += entry.amount.minor


# One party's two accounts of the same moment differ by less.
APART: Final = timedelta(hours=1)
# The provider's news takes a moment to be written down here, and buyers pay while we read: what
# differs is looked at again, and only what stays the same is told.  Seconds before each look.
AGAIN: Final = (0.25, 0.5, 1.0)


def compare(name: str) -> Iterator[Finding]:
    """Every payment on which we and the provider disagree, and money of theirs we do not know.

    Raises ProviderUnavailable.
    """
    statement = Statement(name)
    statement.read_on()
    found = list(_differences(statement, Payment.objects.filter(provider=name)))
    for pause in AGAIN:
        if not found:
            return
        sleep(pause)
        statement.read_on()
        refs = {ref for ref, _ in found}
        mine = Payment.objects.filter(
            Q(provider_ref__in=refs) | Q(provider_ref=None), provider=name
        )
        again = set(_differences(statement, mine, refs))
        found = [each for each in found if each in again]
    for _, text in found:
        yield Finding(NAME, text)


def _differences(
    statement: Statement, payments: QuerySet[Payment], refs: Collection[str] | None = None
) -> Iterator[tuple[str, str]]:
    """What differs, each with the provider's reference that it is about; of ``refs`` only, when
    they are given."""
    books = statement.books
    theirs = books if refs is None else {ref: books[ref] for ref in refs if ref in books}
    ours: dict[str, Payment] = {}
    lost: dict[str, Payment] = {}
    for payment in payments.iterator():
        if payment.provider_ref is None:
            lost[str(payment.id)] = payment
        else:
            ours[payment.provider_ref] = payment
    forgotten = _forgotten(lost.values())
    for ref, row in theirs.items():
        found = ours.pop(ref, None) or forgotten.get(row.reference)
        if found is None:
            known = "a payment that was never started" if row.reference in lost else "no payment"
            if row.held or row.captured != row.refunded:
                yield ref, f"{ref}: holds or keeps money, here it is {known}"
        else:
            for text in _contradictions(ref, found, row):
                yield ref, text
    for ref, payment in ours.items():
        if payment.state == PaymentState.AUTHORISED.value or payment.captured:
            yield ref, f"payment {payment.id} ({ref}): the provider has never heard of it"


def _forgotten(payments: Iterable[Payment]) -> dict[str, Payment]:
    """Those whose number at the provider has left in its time, with their order's: the provider
    knows them by ours.  What it does not know any more has left there as well."""
    collected = [payment for payment in payments if payment.captured]
    orders = Order.objects.filter(id__in={payment.reference for payment in collected})
    ended = set(orders.filter(reference__startswith=NAMELESS).values_list("id", flat=True))
    return {str(payment.id): payment for payment in collected if payment.reference in ended}


def _contradictions(ref: str, payment: Payment, row: Theirs) -> Iterator[str]:
    if row.reference != str(payment.id):
        yield f"payment {payment.id} ({ref}): there it is payment {row.reference}"
    if row.currency != payment.currency:
        yield f"payment {payment.id}: {payment.currency} here, {row.currency} there"
    if row.mixed:
        yield f"payment {payment.id} ({ref}): there it is several payments or currencies"
    paid_at = payment.authorised_at
    if paid_at and row.paid_at and abs(paid_at - row.paid_at) > APART:
        yield f"payment {payment.id}: paid at {paid_at} here, at {row.paid_at} there"
    held = payment.amount if payment.state == PaymentState.AUTHORISED.value else 0
    for word, here, there in (
        ("held", held, row.held),
        ("captured", payment.captured, row.captured),
        ("refunded", payment.refunded, row.refunded),
    ):
        if here != there:
            yield f"payment {payment.id}: {word} {here} here, {there} there"
