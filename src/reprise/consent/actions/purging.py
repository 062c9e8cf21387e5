"""Erasing what was collected without a valid consent (S38): searched first, then erased, proven by
rows that nobody can change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Sum

from reprise.consent import certificates, gaps, models
from reprise.consent.actions.configuring import NoPeriod, NoSuchNotice
from reprise.consent.collectors import Collector, collectors
from reprise.consent.configuration import day_of
from reprise.consent.rules import gap
from reprise.kernel.evidence import SEAL
from reprise.kernel.ids import new_id
from reprise.kernel.refusal import Refusal
from reprise.law.fr.trackers import Matter, Order, order

_HOLD = "SELECT pg_advisory_xact_lock{}(hashtextextended(%s::uuid::text, 35))"


class NoSuchSearch(Refusal):
    code = "no_such_search"
    message = "No search has this digest. Search first; what is found then is what is erased."
    status = 404


class RowsChanged(Refusal):
    code = "rows_changed"
    message = (
        "What the search found is not what is there now, so nothing more was erased. Search again."
    )


class NotifiedLater(Refusal):
    code = "notified_later"
    message = "The day of the notification is still to come."


class NotifiedBefore(Refusal):
    code = "notified_before"
    message = (
        "An order that came before %(day)s is about nothing that was collected from then on."
        " Nothing was searched; check the days."
    )
    status = 422


class NoConsent(Refusal):
    code = "no_consent"
    message = "There is no consent by which this could be kept."
    basis = "S34"


@transaction.atomic
def search_unlawful(
    scope: gaps.Scope, now: datetime, staff_id: UUID | None = None, notified: date | None = None
) -> models.Purge:
    """Find what was collected without a valid consent, and erase nothing.

    ``notified``: the day on which an order of the authority was, whose end is then told.  Raises
    NoSuchNotice, NoPeriod, NotifiedLater, NotifiedBefore.
    """
    _check(scope, now, notified)
    search = new_id()
    found = gaps.find(search, scope)
    report: dict[str, Any] = {
        "collectors": {
            each.table: {
                "purpose": each.purpose,
                "partner": each.partner,
                "found": {why.value: number for why, number in found.counts[each.table].items()},
            }
            for each in collectors()
        },
        "order": _order(notified),
    }
    return _keep(
        models.Purge(
            id=search, dry=True, notice_id=scope.notice, from_at=scope.since, until_at=scope.until,
            report=report, digest=found.digest, staff_id=staff_id, at=now,
        )
    )  # fmt: skip


def erase_unlawful(digest: str, now: datetime, staff_id: UUID | None = None) -> models.Purge:
    """Erase exactly what a search has found, batch by batch; the certificate of it.

    Each batch is a transaction with its own line, the last rows first.  Ended in the middle it is
    called again and goes on.  Raises NoSuchSearch, RowsChanged.
    """
    search = models.Purge.objects.filter(digest=digest, dry=True).first()
    if search is None:
        raise NoSuchSearch()
    ended = models.Purge.objects.filter(search=search).first()
    if ended is not None:
        return ended
    scope = gaps.Scope.of(search)
    found = gaps.find(search.id, scope)
    done = search.batches.order_by("place").last()
    if found.digest != (done.left if done else search.digest):
        raise RowsChanged()
    place = done.place if done else 0
    for part in reversed(found.parts):
        place += 1
        _erase_part(search, place, part, now)
    return _certify(search, now, staff_id)


@transaction.atomic
def _erase_part(search: models.Purge, place: int, part: gaps.Part, now: datetime) -> None:
    keys, after = gaps.again(part, gaps.Scope.of(search))
    if after != part.after:
        raise RowsChanged()
    if gaps.delete(part.collector, part.collector.key, keys) != len(keys):
        raise RowsChanged()
    models.PurgeBatch.objects.create(
        search=search, place=place, collector=part.collector.table, number=len(keys),
        left=part.before.digest, at=now,
    )  # fmt: skip


@transaction.atomic
def _certify(search: models.Purge, now: datetime, staff_id: UUID | None) -> models.Purge:
    numbers = search.batches.values_list("collector").annotate(number=Sum("number"))
    erased: Mapping[str, int] = dict(numbers)
    tables = search.report["collectors"]
    report = search.report | {
        "collectors": {
            table: facts | {"erased": erased.get(table, 0)} for table, facts in tables.items()
        }
    }
    return _keep(
        models.Purge(
            dry=False, search=search, notice_id=search.notice_id, from_at=search.from_at,
            until_at=search.until_at, report=report, digest=search.digest, staff_id=staff_id,
            at=now,
        )
    )  # fmt: skip


def _keep(row: models.Purge) -> models.Purge:
    row.seal = certificates.document(row)[SEAL]
    row.save(force_insert=True)
    return row


def _check(scope: gaps.Scope, now: datetime, notified: date | None) -> None:
    if notified is not None and notified > day_of(now):
        raise NotifiedLater()
    since = scope.since
    if scope.notice is not None:
        since = models.Notice.objects.filter(id=scope.notice).values_list("at", flat=True).first()
        if since is None:
            raise NoSuchNotice()
    elif since is None or scope.until is None or scope.until <= since:
        raise NoPeriod()
    if notified is not None and notified < day_of(since):
        raise NotifiedBefore(day=day_of(since).isoformat())


def _order(notified: date | None) -> dict[str, str] | None:
    if notified is None:
        return None
    until = order(Order(notified=notified, matter=Matter.COMPLY)).until
    return {"notified_on": notified.isoformat(), "until": until.isoformat()}


def hold_consent(receipt: UUID, collector: Collector, now: datetime) -> None:
    """Begin to add a row to a collector's table, in the transaction that adds it: a withdrawal
    waits for its end and takes the row along.  Raises NoConsent."""
    with connection.cursor() as cursor:
        cursor.execute(_HOLD.format("_shared"), [receipt])
    consent = gaps.given(receipt)
    # Whoever has waited for a withdrawal bears a moment from before it.
    withdrawn = consent is not None and consent.withdrawn is not None
    if withdrawn or gap(now, collector.pair, consent) is not None:
        raise NoConsent()


def erase_withdrawn(receipt: UUID) -> None:
    """Delete what rests on a consent that this transaction withdraws."""
    for each in collectors():
        gaps.delete(each, each.receipt, [receipt])


def hold_withdrawal(receipt: UUID) -> None:
    """Wait until nobody is adding a row that rests on this consent."""
    if collectors():
        with connection.cursor() as cursor:
            cursor.execute(_HOLD.format(""), [receipt])
