"""All checks, one after the other, on one snapshot of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from django.db import connection, transaction
from django.utils.translation import gettext_noop

from reprise.books import (
    checks,
    clearing,
    dates,
    deadlines,
    fees,
    ledger,
    logs,
    payments,
    premiums,
    provider,
    sales,
    steps,
    stock,
)
from reprise.books.checks import Finding
from reprise.kernel import clock
from reprise.outbox.actions import undelivered
from reprise.payments.models import Payment
from reprise.payments.providers.base import ProviderUnavailable


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one check: ``promise`` is the key of its translations, no findings are the
    proof, and ``holder`` is whose books were compared, if anybody's."""

    name: str
    promise: str
    findings: tuple[str, ...]
    holder: str = ""


_CHECKS = (
    *stock.CHECKS,
    *sales.CHECKS,
    *payments.CHECKS,
    *ledger.CHECKS,
    *clearing.CHECKS,
    *premiums.CHECKS,
    *fees.CHECKS,
    *deadlines.CHECKS,
    *dates.CHECKS,
    *steps.CHECKS,
)
MOST_EVENTS = 1000
Report = Callable[[Outcome], None]
_CHAINS = (
    logs.NAME,
    gettext_noop(
        "neither a past step, nor what was agreed, nor a device that was sent was changed"
    ),
)
_EVENTS = ("events", gettext_noop("every listener has had its events"))
_PROVIDER = gettext_noop("the payment provider’s own books equal ours")


def number_of_checks() -> int:
    """How many outcomes :func:`findings` reports."""
    return len(_CHECKS) + 2 + len(_providers())


def findings(report: Report = lambda _: None) -> list[Finding]:
    """Run every check on one snapshot of the database; all that contradicts the books.

    ``report`` gets each outcome when it is there.  The provider is read after the snapshot was
    taken, beside what is sold meanwhile: it differs where it still does after a few looks.
    """
    result: list[Finding] = []

    def note(name: str, promise: str, found: list[Finding], holder: str = "") -> None:
        result.extend(found)
        report(Outcome(name, promise, tuple(finding.text for finding in found), holder))

    with transaction.atomic():
        with connection.cursor() as cursor:
            if not connection.savepoint_ids:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for check in _CHECKS:
            note(check.name, check.promise, checks.run(check))
        note(*_CHAINS, list(logs.broken()))
        note(*_EVENTS, list(_undelivered()))
        names = _providers()
    for name in names:
        note(f"{provider.NAME} ({name})", _PROVIDER, _compare(name), name)
    return result


def _providers() -> list[str]:
    return list(Payment.objects.order_by("provider").values_list("provider", flat=True).distinct())


def _undelivered() -> Iterator[Finding]:
    """However long ago it was published; the most urgent, when there are very many."""
    for event_id in islice(undelivered(clock.now() - timedelta(hours=1)), MOST_EVENTS):
        yield Finding("events", f"event {event_id}: a listener has not had it for an hour")


def _compare(name: str) -> list[Finding]:
    try:
        return list(provider.compare(name))
    except ProviderUnavailable as failure:
        return [Finding(provider.NAME, f"{name} does not answer: {failure}")]
    except KeyError as missing:
        return [Finding(provider.NAME, f"{name} is not set up here: {missing} is missing")]
