"""What was collected without a valid consent, as it stands in the tables now (S38)."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.db import connection
from psycopg import sql

from reprise.consent import models
from reprise.consent.collectors import Collector, collectors
from reprise.consent.configuration import Pair
from reprise.consent.rules import Given, gap
from reprise.consent.states import Gap, ReceiptKind

# So many rows are erased in one transaction, and read at once.
BATCH: Final = 1_000
# A row with the consent that it names; a withdrawal's number is no consent's.
_ROWS: Final = """
    SELECT {key}, {at}, r.id, r.at, r.pairs, r.notice_id, w.at
      FROM {table} c
      LEFT JOIN consent_receipt r ON r.id = {receipt} AND r.kind = %(accepted)s
      LEFT JOIN consent_receipt w ON w.withdraws = r.id
     WHERE {scope} AND {where}
     ORDER BY {key} LIMIT %(most)s
"""
Voids = Mapping[UUID, Sequence[tuple[datetime, datetime | None]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is searched: all that rests on a notice, or all that was collected from a moment until
    another, which is outside."""

    notice: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None

    @classmethod
    def of(cls, row: models.Purge) -> Scope:
        return cls(notice=row.notice_id, since=row.from_at, until=row.until_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Up to a batch of rows of one table, from a key to a key.  ``before`` stands for the rows of
    all parts that precede it, ``after`` for these as well."""

    collector: Collector
    first: Any
    last: Any
    number: int
    before: Trail
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that a search finds: ``digest`` is the last part's, or stands for nothing."""

    parts: tuple[Part, ...]
    digest: str
    counts: Mapping[str, Counter[Gap]]


class Trail:
    """A digest that grows with each row, so that one stands for the rows up to each of them."""

    def __init__(self, name: UUID) -> None:
        self._sum = hashlib.sha256(f"{name}\n".encode())

    def add(self, table: str, key: Any, why: Gap) -> None:
        self._sum.update(f"{table} {key} {why.value}\n".encode())

    def copy(self) -> Trail:
        other = Trail.__new__(Trail)
        other._sum = self._sum.copy()
        return other

    @property
    def digest(self) -> str:
        return self._sum.hexdigest()


def find(search: UUID, scope: Scope) -> Found:
    """Every row without a consent, table by table in the order of keys."""
    trail, parts, counts = Trail(search), [], {}
    voids = _voids()
    for each in collectors():
        counts[each.table] = Counter[Gap]()
        for rows in _batches(_unlawful(each, scope, voids)):
            before = trail.copy()
            for key, why in rows:
                trail.add(each.table, key, why)
                counts[each.table][why] += 1
            parts.append(
                Part(
                    collector=each, first=rows[0][0], last=rows[-1][0], number=len(rows),
                    before=before, after=trail.digest,
                )
            )  # fmt: skip
    return Found(parts=tuple(parts), digest=trail.digest, counts=counts)


def again(part: Part, scope: Scope) -> tuple[list[Any], str]:
    """The keys of what stands in a part's place now, and what ``after`` is by them."""
    trail, keys = part.before.copy(), []
    for key, why in _unlawful(part.collector, scope, _voids(), part):
        trail.add(part.collector.table, key, why)
        keys.append(key)
    return keys, trail.digest


def delete(collector: Collector, column: str, values: Sequence[Any]) -> int:
    """Delete the rows of a table that have one of these values; how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL("DELETE FROM {} WHERE {} = ANY(%s)").format(
                sql.Identifier(collector.table), sql.Identifier(column)
            ),
            [list(values)],
        )
        return int(cursor.rowcount)


def given(receipt: UUID) -> Given | None:
    """The consent that a receipt proves; None when there is no such one."""
    row = models.Receipt.objects.filter(id=receipt, kind=ReceiptKind.ACCEPTED.value).first()
    if row is None:
        return None
    end = models.Receipt.objects.filter(withdraws=receipt).values_list("at", flat=True).first()
    return _given(row.at, _pairs(json.dumps(row.pairs)), row.notice_id, end, _voids())


def _given(
    at: datetime, pairs: frozenset[Pair], notice: UUID, end: datetime | None, voids: Voids
) -> Given:
    voided = any(
        since <= at and (until is None or at < until) for since, until in voids.get(notice, ())
    )
    return Given(at=at, pairs=pairs, withdrawn=end, voided=voided)


def _unlawful(
    collector: Collector, scope: Scope, voids: Voids, part: Part | None = None
) -> Iterator[tuple[Any, Gap]]:
    for key, at, receipt, given_at, pairs, notice, end in _rows(collector, scope, part):
        consent = None
        if receipt is not None:
            consent = _given(given_at, _pairs(pairs), notice, end, voids)
        why = gap(at, collector.pair, consent)
        if why is not None:
            yield key, why


def _rows(collector: Collector, scope: Scope, part: Part | None) -> Iterator[tuple[Any, ...]]:
    """Page after page, each from the key where the one before it has ended."""
    names = {
        name: sql.Identifier("c", column)
        for name, column in (
            ("key", collector.key), ("at", collector.at), ("receipt", collector.receipt),
        )
    }  # fmt: skip
    asked = "r.notice_id = %(notice)s" if scope.notice else "{at} >= %(since)s AND {at} < %(until)s"
    values: dict[str, Any] = {
        "accepted": ReceiptKind.ACCEPTED.value, "notice": scope.notice, "since": scope.since,
        "until": scope.until, "most": BATCH,
    }  # fmt: skip
    where = "true"
    if part is not None:
        where = "{key} >= %(first)s AND {key} <= %(last)s"
        values |= {"first": part.first, "last": part.last}
    while True:
        statement = sql.SQL(_ROWS).format(
            table=sql.Identifier(collector.table),
            scope=sql.SQL(asked).format(**names),
            where=sql.SQL(where).format(**names),
            **names,
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            page = cursor.fetchall()
        yield from page
        if len(page) < BATCH:
            return
        where = "{key} > %(first)s" + (" AND {key} <= %(last)s" if part is not None else "")
        values["first"] = page[-1][0]


def _batches(rows: Iterable[tuple[Any, Gap]]) -> Iterator[list[tuple[Any, Gap]]]:
    batch: list[tuple[Any, Gap]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _voids() -> Voids:
    found: dict[UUID, list[tuple[datetime, datetime | None]]] = defaultdict(list)
    for each in models.Voided.objects.all():
        found[each.notice_id].append((each.from_at, each.until_at))
    return found


@lru_cache(maxsize=1_024)
def _pairs(text: str) -> frozenset[Pair]:
    return frozenset((str(purpose), str(partner)) for purpose, partner in json.loads(text))
