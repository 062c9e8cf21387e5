"""What happens because time has passed.  Each sweep may run at any time, twice, or late.

One row that cannot be handled is logged and left for the next time; it stops neither the rows after
it nor the other sweeps.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from django.db import transaction

from reprise.accounts import actions as accounts
from reprise.audience import actions as audience
from reprise.audit import actions as audit
from reprise.checkout import actions as checkout
from reprise.checkout import holding
from reprise.consent import actions as consent
from reprise.discovery import actions as discovery
from reprise.discovery import stored_pages
from reprise.kernel import clock
from reprise.orders import actions as orders
from reprise.orders import buyers
from reprise.orders import queries as orders_queries
from reprise.outbox import actions as outbox
from reprise.payments import actions as payments
from reprise.payments import queries as payments_queries
from reprise.payments.providers.base import ProviderUnavailable
from reprise.privacy.actions import brake, closing, erasing, journal, keys, requesters, settling
from reprise.privacy.retention import unused

log = logging.getLogger(__name__)

# A buyer who paid in the last second is on the way back; the notice is, too.
GRACE = timedelta(seconds=30)
# An instruction normally takes a second; its own job tries again for hours.
PATIENCE = timedelta(minutes=2)
# A provider that has not answered so often in a row is asked again next time.
ENOUGH = 3
# So many untold events are tried in one run that comes every ten seconds.
MOST_EVENTS = 500


# Rows that the provider did not answer about when this process asked last, the longest ago first.
_unanswered: dict[UUID, None] = {}
MOST_REMEMBERED = 10_000


def _in_turn(ids: Iterable[UUID]) -> list[UUID]:
    """Those that the provider is to be asked about: who got no answer last time comes last.

    A few payments that it never answers about then end a run, but only after the others.
    """
    turn = {each: place for place, each in enumerate(list(_unanswered))}
    return sorted(ids, key=lambda each: turn.get(each, -1))


def _remember(row: UUID, *, answered: bool) -> None:
    _unanswered.pop(row, None)
    if not answered:
        if len(_unanswered) >= MOST_REMEMBERED:
            _unanswered.clear()
        _unanswered[row] = None


def _each(ids: Iterable[UUID], now: datetime, handle: Callable[[UUID, datetime], object]) -> int:
    """Handle each row by itself, when it is its turn; how many had something done to them."""
    done = silent = 0
    its_turn = clock.going_on(now)
    for each in ids:
        try:
            done += bool(handle(each, its_turn()))
            silent = 0
            _remember(each, answered=True)
        except ProviderUnavailable:
            silent += 1
            _remember(each, answered=False)
            if silent == ENOUGH:
                log.warning("the provider does not answer; the rest waits")
                break
        except Exception:
            log.exception("%s could not be swept; it waits", each)
    return done


def unpaid_orders(now: datetime) -> int:
    """Close orders whose time to pay is over, after asking the provider once more.

    While the provider does not answer about an order, that order waits.
    """

    def close(order_id: UUID, at: datetime) -> bool:
        for payment_id in payments_queries.unpaid_attempts(order_id):
            payments.refresh(payment_id, at)
        return orders.expire(order_id, at)

    return _each(_in_turn(orders_queries.unpaid_since(now - GRACE)), now, close)


def overdue_payments(now: datetime) -> int:
    """Ask about attempts that no order waits for any more: one may have been paid as well, and
    its notice lost."""

    def ask(payment_id: UUID, at: datetime) -> bool:
        if orders_queries.waits_for(payment_id):
            return False
        if payments.refresh(payment_id, at) == "applied":
            return True
        with transaction.atomic():
            return payments.expire(payment_id, at)

    return _each(_in_turn(payments_queries.overdue(now - GRACE)), now, ask)


def silent_sellers(now: datetime) -> int:
    """Treat orders whose seller's time to answer is over as refused."""
    return _each(orders_queries.unanswered_since(now), now, orders.lapse)


def open_instructions(now: datetime) -> int:
    """Carry out again what the provider has not answered: a safety net below the job's retries."""

    def again(instruction: UUID, at: datetime) -> bool:
        payments.perform(instruction, at)
        return True

    return _each(_in_turn(payments_queries.unanswered(now - PATIENCE)), now, again)


def lapsed_holds(now: datetime) -> int:
    """Look up held payments that are past the end of the hold."""
    return _each(
        _in_turn(payments_queries.lapsing(now)),
        now,
        lambda payment, at: payments.refresh(payment, at) == "applied",
    )


def undelivered_events(now: datetime) -> int:
    """Deliver again what a listener has not noted lately: a safety net below the job's retries.

    What moves money comes first, and what cannot be told is passed by.
    """
    lately = outbox.undelivered(now - PATIENCE, since=outbox.RECENT)
    return _each(islice(lately, MOST_EVENTS), now, _tell)


def forgotten_events(now: datetime) -> int:
    """Deliver again whatever a listener has not noted, however long ago, however many.

    It looks at every event there ever was (`outbox.undelivered`), so it runs once a day.
    """
    return _each(outbox.undelivered(now - PATIENCE), now, _tell)


def _tell(event: UUID, at: datetime) -> bool:
    outbox.deliver([event], at)
    return True


def stale_pages(now: datetime) -> int:
    """Forget stored pages whose time is over."""
    return stored_pages.forget_stale(now)


def stale_sign_ins(now: datetime) -> int:
    """Forget links, counts, challenges and sessions whose time is over."""
    return accounts.forget_stale(now)


def stale_holds(now: datetime) -> int:
    """Forget from where orders came whose time to pay is over."""
    return holding.forget_stale(now)


def stale_baskets(now: datetime) -> int:
    """Forget baskets that no browser can open any more."""
    return checkout.forget_stale(now)


def gone_buyers(now: datetime) -> int:
    """Leave the orders of accounts that are gone without them."""
    return buyers.forget_gone_buyers()


def asked_erasures(now: datetime) -> int:
    """Carry out what of requests for erasure is left."""
    return erasing.go_on(now)


def stale_notices(now: datetime) -> int:
    """Forget the warnings of accounts that were used since."""
    return unused.forget_notices()


def stale_requests(now: datetime) -> int:
    """Forget who asked for something about their data that was answered long ago."""
    return requesters.forget_stale(now)


def stale_searches(now: datetime) -> int:
    """Forget which addresses staff have looked for long ago."""
    return audit.forget_sought(now)


def stale_events(now: datetime) -> int:
    """Forget events that everybody has heard long ago."""
    return outbox.forget_heard(now)


def stale_looks(now: datetime) -> int:
    """Forget who of the staff looked at whose data long ago."""
    return audit.forget(now)


def stale_sales(now: datetime) -> int:
    """Forget sales that no list counts any more."""
    return discovery.forget_sales(now)


def done_jobs(now: datetime) -> int:
    """Forget jobs that were done long ago."""
    return outbox.forget_done_jobs(now)


def unjournaled_acts(now: datetime) -> int:
    """Copy what was done to people's data out of the database."""
    return journal.copy(now)


def empty_keys(now: datetime) -> int:
    """Destroy keys of the archive whose rows are gone, from backups too."""
    return keys.destroy_empty(now)


def ended_months(now: datetime) -> int:
    """Delete the key under which visitors of a month that is over were counted; close the month."""
    return audience.turn(now)


def stale_counts(now: datetime) -> int:
    """Forget what of the audience's counts is older than may be kept."""
    return audience.forget(now)


def stale_consents(now: datetime) -> int:
    """Forget receipts that need prove nothing any more, old counts, notices and partners."""
    return consent.forget(now)


def erasures_due(now: datetime) -> int:
    """Answer erasures whose month ends while something of them still waits."""
    return closing.answer_in_time(now)


def holds_to_settle(now: datetime) -> int:
    """Write to the staff before the person of an authority's hold is told of it."""
    return settling.remind(now)


SWEEPS = (
    unpaid_orders,
    overdue_payments,
    silent_sellers,
    open_instructions,
    lapsed_holds,
    undelivered_events,
    stale_pages,
    stale_sign_ins,
    stale_holds,
    ended_months,
    unjournaled_acts,
)


# What costs too much for every ten seconds.
NIGHTLY = (
    forgotten_events, stale_baskets, stale_counts, gone_buyers, stale_notices, stale_requests,
    stale_searches, stale_consents, done_jobs, stale_events, stale_looks, stale_sales, empty_keys,
    erasures_due, holds_to_settle,
)  # fmt: skip
# Of all these, what lets data about people go, and touches nothing but the database.
FORGETTING = (
    stale_sign_ins, stale_holds, ended_months, stale_baskets, stale_counts, gone_buyers,
    stale_notices, stale_requests, stale_searches, stale_consents, done_jobs, stale_events,
    stale_looks, stale_sales,
)  # fmt: skip
# What may wait for some minutes.
RARELY = (asked_erasures,)
# What does nothing while the clock may be wrong: nobody brings back what it lets go.
BRAKED = frozenset({*FORGETTING, asked_erasures, empty_keys})
# Why the last of them did nothing, so that it is said once and not every ten seconds.
_stopped = ""


def stopped(now: datetime) -> str:
    """Why nothing of `BRAKED` runs now; "" where it does.  What is new of it is logged."""
    global _stopped
    why = brake.stops(now)
    if why != _stopped and why:
        log.error("nothing leaves: %s", why)
    _stopped = why
    return why


def every(now: datetime, sweeps: Iterable[Callable[[datetime], int]] = SWEEPS) -> dict[str, int]:
    """Run each sweep once; what each has done.  What the brake stops has done nothing: 0."""
    asked = tuple(sweeps)
    waits = not BRAKED.isdisjoint(asked) and bool(stopped(now))
    done = {}
    its_turn = clock.going_on(now)
    for sweep in asked:
        if waits and sweep in BRAKED:
            done[sweep.__name__] = 0
            continue
        try:
            done[sweep.__name__] = sweep(its_turn())
        except Exception:
            log.exception("the sweep %s failed", sweep.__name__)
    return done


def tried(now: datetime) -> dict[str, int]:
    """What each of `FORGETTING` would do now: it does it, and all of it is taken back.  Nothing
    where the brake stops them."""
    if stopped(now):
        return {sweep.__name__: 0 for sweep in FORGETTING}

    def once(sweep: Callable[[datetime], int]) -> int:
        with transaction.atomic():
            number = sweep(now)
            transaction.set_rollback(True)
        return number

    return {sweep.__name__: once(sweep) for sweep in FORGETTING}
