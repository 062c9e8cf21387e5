"""The provider's own books against ours, payment by payment, in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reprise.books.checks import Finding
from reprise.payments.models import Payment
from reprise.payments.providers.base import EntryKind
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


def read(name: str) -> dict[str, Theirs]:
    """The whole statement, by the provider's payment reference.  Raises ProviderUnavailable."""
    books: dict[str, Theirs] = {}
    for page in provider(name).statement():
        for entry in page.entries:
            told = (entry.reference, entry.amount.currency)
            row = books.setdefault(entry.provider_ref, Theirs(*told))
            row.mixed |= told != (row.reference, row.currency)
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
    return books


def compare(name: str) -> Iterator[Finding]:
    """Every payment on which we and the provider disagree, and money of theirs we do not know."""
    theirs = read(name)
    ours: dict[str, Payment] = {}
    lost: dict[str, list[Payment]] = defaultdict(list)
    for payment in Payment.objects.filter(provider=name).iterator():
        if payment.provider_ref is None:
            lost[str(payment.id)].append(payment)
        else:
            ours[payment.provider_ref] = payment
    for ref, row in theirs.items():
        found = ours.pop(ref, None)
        if found is None:
            known = "a payment that was never started" if row.reference in lost else "no payment"
            if row.held or row.captured != row.refunded:
                yield Finding(NAME, f"{ref}: holds or keeps money, here it is {known}")
            continue
        payment = found
        if row.reference != str(payment.id):
            yield Finding(
                NAME, f"payment {payment.id} ({ref}): there it is payment {row.reference}"
            )
        if row.currency != payment.currency:
            yield Finding(
                NAME, f"payment {payment.id}: {payment.currency} here, {row.currency} there"
            )
        if row.mixed:
            yield Finding(
                NAME, f"payment {payment.id} ({ref}): there it is several payments or currencies"
            )
        held = payment.amount if payment.state == PaymentState.AUTHORISED.value else 0
        for word, here, there in (
            ("held", held, row.held),
            ("captured", payment.captured, row.captured),
            ("refunded", payment.refunded, row.refunded),
        ):
            if here != there:
                yield Finding(NAME, f"payment {payment.id}: {word} {here} here, {there} there")
    for ref, payment in ours.items():
        if payment.state == PaymentState.AUTHORISED.value or payment.captured:
            yield Finding(NAME, f"payment {payment.id} ({ref}): the provider has never heard of it")
