"""`reprise check-books`: prove stock, orders, payments, ledger and the provider's books."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.db import connection, transaction

from reprise.cli.books import checks, premiums, provider
from reprise.cli.books.checks import Finding
from reprise.kernel import clock
from reprise.orders import log
from reprise.orders.actions.place import facts_of
from reprise.orders.models import Order, Step
from reprise.outbox.actions import undelivered
from reprise.payments.models import Payment
from reprise.payments.providers.base import ProviderUnavailable


def findings(say: Callable[[str], None] = lambda _: None) -> list[Finding]:
    """Run every check on one snapshot of the database; all that contradicts the books.

    ``say`` gets a line a check.  The provider is read after the snapshot was taken, so on a busy
    system run it again before believing a difference with the provider.
    """
    result: list[Finding] = []
    with transaction.atomic():
        with connection.cursor() as cursor:
            if not connection.savepoint_ids:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for check in (*checks.CHECKS, *premiums.CHECKS):
            result += _say(say, check.name, check.promise, checks.run(check))
        result += _say(
            say, "hash chains", "neither a past step nor what was agreed was changed",
            list(_broken_logs()),
        )  # fmt: skip
        result += _say(say, "events", "every listener has had its events", list(_undelivered()))
        providers = list(Payment.objects.values_list("provider", flat=True).distinct())
    for name in providers:
        result += _say(say, f"provider books ({name})", "theirs equal ours", _compare(name))
    return result


def _broken_logs() -> Iterator[Finding]:
    for order in Order.objects.prefetch_related("seller_orders", "lines").iterator(500):
        broken = log.broken_at(order.id)
        if broken is not None:
            yield Finding("hash chains", f"order {order.reference}: step {broken} does not fit")
        agreed = Step.objects.filter(order_id=order.id, seq=1).values_list("facts_hash", flat=True)
        facts = facts_of(order, list(order.seller_orders.all()), list(order.lines.all()))
        if list(agreed) != [facts]:
            yield Finding("hash chains", f"order {order.reference}: not what was agreed")


def _undelivered() -> Iterator[Finding]:
    for event_id in undelivered(clock.now() - timedelta(hours=1)):
        yield Finding("events", f"event {event_id}: a listener has not had it for an hour")


def _compare(name: str) -> list[Finding]:
    try:
        return list(provider.compare(name))
    except ProviderUnavailable as failure:
        return [Finding(provider.NAME, f"{name} does not answer: {failure}")]
    except KeyError as missing:
        return [Finding(provider.NAME, f"{name} is not set up here: {missing} is missing")]


def _say(
    say: Callable[[str], None], name: str, promise: str, found: list[Finding]
) -> list[Finding]:
    say(f"{'ok ' if not found else 'BAD'}  {name}: {promise}")
    for finding in found:
        say(f"       {finding.text}")
    return found


def main() -> int:
    """Print every check; 0 when the books are right, 1 when they are not."""
    found = findings(print)
    print(f"{len(found)} contradictions" if found else "The books are right.")
    return 1 if found else 0
