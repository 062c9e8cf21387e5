"""Batches come in, months end, figures are published (decision 0036)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from datasketches import hll_sketch, hll_union, tgt_hll_type
from django.db import connection, transaction

from reprise.audience import models, rules
from reprise.audience.queries import estimates, sketches
from reprise.audience.states import Crowd, of_market
from reprise.audience.tally import LOG_REGISTERS, Batch, Tally
from reprise.law.calendars import plus_months
from reprise.law.eu.requests import AVERAGED_MONTHS

KEY_BYTES: Final = 32
# The next month's key is there before the first request of the month.
AHEAD: Final = timedelta(minutes=5)
_PLACE_BYTES: Final = rules.PLACES // 8


def collect(tally: Tally, now: datetime) -> None:
    """Bring what a process has counted to the database, and learn the keys of now.

    When this raises, nothing is lost: the same batch is merged next time.
    """
    tally.know(keys(tally, now))
    while batch := tally.batch(now):
        merge(batch, now)
        tally.merged()
    tally.want(_wanted(rules.month_of(now)))


def keys(tally: Tally, now: datetime) -> dict[date, bytes]:
    """The keys of this month and, shortly before it begins, of the next; made by who asks first.

    Where a crash has emptied the table, a process that lives puts back the key that it knows.
    """
    months = sorted({rules.month_of(now), rules.month_of(now + AHEAD)})
    found = _keys(months)
    for month in months:
        if month not in found:
            made = tally.known.get(month) or secrets.token_bytes(KEY_BYTES)
            models.Key.objects.bulk_create(
                [models.Key(month=month, key=made)], ignore_conflicts=True
            )
            found = _keys(months)
    return found


def _keys(months: list[date]) -> dict[date, bytes]:
    rows = models.Key.objects.filter(month__in=months)
    return {row.month: bytes(row.key) for row in rows}


@transaction.atomic
def merge(batch: Batch, now: datetime) -> bool:
    """Add a batch to what is counted; False when it was merged before, and nothing changes.

    What belongs to a month that is closed is no longer asked for, its page counts excepted.
    """
    _one_by_one()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audience_batch (id, merged_at) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            [batch.id, now],
        )
        if not cursor.rowcount:
            return False
    _add_counts(batch)
    _add_products(batch)
    closed = set(models.Month.objects.values_list("month", flat=True))
    _join(batch, closed)
    _note_words(batch, now.date())
    return True


def _one_by_one() -> None:
    """Batches, and the closing of a month, wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('audience', 0))")


def _add_counts(batch: Batch) -> None:
    if not batch.counts:
        return
    days, markets, languages, whats = zip(*batch.counts, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO audience_count AS c (day, market, language, what, number)
            SELECT * FROM unnest(%s::date[], %s::text[], %s::text[], %s::text[], %s::bigint[])
                ON CONFLICT (day, market, language, what)
                DO UPDATE SET number = c.number + EXCLUDED.number
            """,
            [*map(list, (days, markets, languages, whats)), list(batch.counts.values())],
        )


def _add_products(batch: Batch) -> None:
    if not batch.products:
        return
    days, markets, products = zip(*batch.products, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO audience_productviews AS c (day, market, product, number)
            SELECT * FROM unnest(%s::date[], %s::text[], %s::text[], %s::bigint[])
                ON CONFLICT (day, market, product)
                DO UPDATE SET number = c.number + EXCLUDED.number
            """,
            [*map(list, (days, markets, products)), list(batch.products.values())],
        )


def _join(batch: Batch, closed: set[date]) -> None:
    """Each sketch becomes the union with what is kept: whoever is in both counts once."""
    kept = {
        (row.month, row.crowd): hll_sketch.deserialize(bytes(row.body))
        for row in models.Sketch.objects.filter(month__in={month for month, _ in batch.crowds})
    }
    rows = []
    for (month, crowd), sketch in batch.crowds.items():
        if month in closed:
            continue
        union = hll_union(LOG_REGISTERS)
        union.update(sketch)
        if (month, crowd) in kept:
            union.update(kept[month, crowd])
        body = union.get_result(tgt_hll_type.HLL_8).serialize_compact()
        rows.append(models.Sketch(month=month, crowd=crowd, body=body))
    models.Sketch.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["month", "crowd"], update_fields=["body"]
    )


def _note_words(batch: Batch, today: date) -> None:
    """A word's bitmaps are joined; its text is written down only when enough have asked.

    Words of a month that has ended were forgotten with its key.
    """
    current = {key: word for key, word in batch.words.items() if key[0] == today.replace(day=1)}
    names = [name for _, name in current]
    found = models.Word.objects.filter(month=today.replace(day=1), name__in=names)
    kept = {bytes(row.name): row for row in found}
    rows = []
    for (month, name), word in current.items():
        before = kept.get(name)
        places = word.places | (int.from_bytes(bytes(before.places)) if before else 0)
        text = before.text if before else ""
        if not text and places.bit_count() >= rules.ASKERS:
            text = word.text
        rows.append(
            models.Word(
                month=month, name=name, places=places.to_bytes(_PLACE_BYTES), text=text,
                asked_on=today,
            )
        )  # fmt: skip
    models.Word.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["month", "name"],
        update_fields=["places", "text", "asked_on"],
    )


def _wanted(month: date) -> Iterable[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM audience_word"
            " WHERE month = %s AND text = '' AND bit_count(places) >= %s",
            [month, rules.ASKERS],
        )
        return [bytes(name) for (name,) in cursor.fetchall()]


def turn(now: datetime) -> int:
    """What follows from the end of a month: its key and unwritten words are deleted; a day later
    its sketches are read and deleted, and the figure is published.  How many months were closed.

    It may run at any time, twice or late.
    """
    _forget_keys(rules.month_of(now))
    closed = 0
    while _close_next(now):
        closed += 1
    return closed


@transaction.atomic
def _forget_keys(month: date) -> None:
    models.Key.objects.filter(month__lt=month).delete()
    if not models.Word.objects.filter(month__lt=month).exists():
        return
    _one_by_one()
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO audience_demand (month, text, networks)
            SELECT month, text, bit_count(places) FROM audience_word
             WHERE month < %s AND text <> ''
                ON CONFLICT (month, text) DO NOTHING
            """,
            [month],
        )
        cursor.execute("DELETE FROM audience_word WHERE month < %s", [month])


@transaction.atomic
def _close_next(now: datetime) -> bool:
    """Close the earliest month that is over and not closed, if there is one."""
    if _due(now) is None:
        return False
    _one_by_one()
    due = _due(now)
    if due is None:
        return False
    month, counted_from = due
    crowds = estimates(month)
    recipients = rules.active(
        *(crowds.get(each.value, rules.NOBODY)
          for each in (Crowd.CLIENTS, Crowd.SIGNED_IN, Crowd.ACCOUNTS))
    )  # fmt: skip
    sellers = crowds.get(Crowd.SELLERS.value, rules.NOBODY)
    before = of_market("")
    models.Month.objects.create(
        month=month,
        counted_from=counted_from,
        recipients=recipients.number,
        recipients_low=recipients.low,
        recipients_high=recipients.high,
        sellers=sellers.number,
        sellers_low=sellers.low,
        sellers_high=sellers.high,
        markets={
            crowd.removeprefix(before): [each.number, each.low, each.high]
            for crowd, each in crowds.items()
            if crowd.startswith(before)
        },
        closed_at=now,
    )
    sketches(month).delete()
    _publish(month, now.date())
    return True


def _due(now: datetime) -> tuple[date, date] | None:
    """The next month to close with the day from which it was counted, if it is over."""
    last = models.Month.objects.order_by("-month").values_list("month", flat=True).first()
    if last is not None:
        month = began = rules.after(last)
    else:
        first = models.Count.objects.order_by("day").values_list("day", flat=True).first()
        if first is None:
            return None
        month, began = first.replace(day=1), first
    over = rules.after(month) <= (now - rules.CLOSING).date()
    return (month, began) if over else None


def _publish(month: date, today: date) -> None:
    rows = list(models.Month.objects.order_by("-month")[:AVERAGED_MONTHS])[::-1]
    made = rules.figure([row.counted for row in rows], today)
    if made is None:
        return
    models.Figure.objects.create(
        month=month,
        published=today,
        average=made.decision.average,
        low=made.low,
        high=made.high,
        very_large=made.decision.very_large,
        next_by=made.decision.next_by.date(),
    )


def forget(now: datetime) -> int:
    """Delete counts that are older than may be kept, words that few asked for when there are too
    many, and ids of batches that cannot come again; how many rows."""
    oldest = plus_months(now.date(), -rules.KEPT_MONTHS)
    done = models.Count.objects.filter(day__lt=oldest).delete()[0]
    done += models.ProductViews.objects.filter(day__lt=oldest).delete()[0]
    done += models.Demand.objects.filter(month__lt=oldest).delete()[0]
    done += models.Batch.objects.filter(merged_at__lt=now - rules.REMEMBERED).delete()[0]
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM audience_word WHERE id IN (SELECT id FROM audience_word"
            " ORDER BY bit_count(places) DESC, asked_on DESC, id OFFSET %s)",
            [rules.MOST_WORDS],
        )
        return done + int(cursor.rowcount)
