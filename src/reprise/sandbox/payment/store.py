"""Reading and writing the provider's books.

A change is one statement: the row moves on only if nobody moved it since it was read
(``version``), and the entries, notices and stored answer of the change hang on that row in the
same statement.  So no transaction stays open while Python decides, and two requests at once have
one effect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Any, Final

from psycopg import errors
from psycopg.rows import TupleRow
from psycopg_pool import ConnectionPool

from reprise.sandbox.payment.letters import Letter
from reprise.sandbox.payment.rules import Change, Payment
from reprise.sandbox.payment.states import Method, Status


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request was told, kept under its idempotency key."""

    key: str
    digest: bytes
    status: int
    body: str


COLUMNS: Final = tuple(field.name for field in fields(Payment))
_LIST: Final = ", ".join(COLUMNS)
_values_of: Final = attrgetter(*COLUMNS)
_METHOD: Final = COLUMNS.index("method")
_STATUS: Final = COLUMNS.index("status")

LOAD: Final = f"SELECT {_LIST} FROM sandbox.payment WHERE id = %s"  # noqa: S608
BY_REFERENCE: Final = (
    f"SELECT {_LIST} FROM sandbox.payment WHERE reference = %s ORDER BY created_at, id LIMIT 100"  # noqa: S608
)
OVERDUE: Final = f"SELECT {_LIST} FROM sandbox.payment WHERE due_at <= %s ORDER BY due_at LIMIT 100"  # noqa: S608
STORED: Final = "SELECT key, digest, status, body FROM sandbox.answer WHERE key = %s"
LOAD_WITH_ANSWER: Final = (
    "SELECT a.key, a.digest, a.status, a.body, p.* FROM (SELECT 1) one"  # noqa: S608
    " LEFT JOIN sandbox.answer a ON a.key = %s"
    f" LEFT JOIN (SELECT {_LIST} FROM sandbox.payment) p ON p.id = %s"
)
CREATE: Final = (
    "WITH a AS (INSERT INTO sandbox.answer (key, digest, status, body, at)"  # noqa: S608
    " VALUES (%s, %s, %s, %s, %s) ON CONFLICT (key) DO NOTHING RETURNING key)"
    f" INSERT INTO sandbox.payment ({_LIST}, due_at)"
    f" SELECT {', '.join(['%s'] * (len(COLUMNS) + 1))} FROM a RETURNING id"
)
REMEMBER: Final = (
    "INSERT INTO sandbox.answer (key, digest, status, body, at)"
    " VALUES (%s, %s, %s, %s, %s) ON CONFLICT (key) DO NOTHING RETURNING key"
)

_MOVE: Final = """
moved AS (
    UPDATE sandbox.payment SET status = %(status)s, status_at = %(status_at)s,
        authorised = %(authorised)s, captured = %(captured)s, refunded = %(refunded)s,
        authorised_until = %(authorised_until)s, behaviour = %(behaviour)s, last4 = %(last4)s,
        challenged = %(challenged)s, tries = %(tries)s, problem = %(problem)s,
        answer_lost = %(answer_lost)s, due_at = %(due_at)s, version = version + 1
    WHERE id = %(id)s AND version = %(version)s RETURNING id, reference, currency)"""
_BOOK: Final = """
booked AS (
    INSERT INTO sandbox.entry (payment, reference, kind, amount, currency, at)
    SELECT moved.id, reference, kind, amount, currency, %(now)s
    FROM moved, (VALUES {lines}) AS line (kind, amount))"""
_LINE: Final = "(%(kind{0})s::text, %(amount{0})s::bigint)"
_TELL: Final = """
told AS (
    INSERT INTO sandbox.notice (event, payment, kind, body, created_at, next_at)
    SELECT event, moved.id, kind, body, %(now)s, due
    FROM moved, (VALUES {lines}) AS letter (event, kind, body, due))"""
_LETTER: Final = (
    "(%(event{0})s::text, %(type{0})s::text, %(body{0})s::text, %(due{0})s::timestamptz)"
)
# Behaviour "notices out of order": what was held back goes out after the news of this change.
_OVERTAKE: Final = """
overtaken AS (
    UPDATE sandbox.notice SET next_at = least(next_at, %(overtaken)s) FROM moved
    WHERE notice.payment = moved.id AND next_at IS NOT NULL)"""
# No ON CONFLICT here: a key that is already there must undo the whole statement.
_REMEMBER: Final = """
remembered AS (
    INSERT INTO sandbox.answer (key, digest, status, body, at)
    SELECT %(key)s, %(digest)s, %(code)s, %(body)s, %(now)s FROM moved)"""


def payment_of(row: Sequence[Any]) -> Payment:
    values = list(row)
    values[_METHOD] = Method(values[_METHOD])
    values[_STATUS] = Status(values[_STATUS])
    return Payment(*values)


def row_of(payment: Payment) -> list[Any]:
    values = list(_values_of(payment))
    values[_METHOD], values[_STATUS] = payment.method.value, payment.status.value
    return values


@cache
def _repeated(template: str, line: str, times: int) -> str:
    return template.format(lines=", ".join(line.format(place) for place in range(times)))


class Store:
    """The books, on a pool of autocommit connections.  Every method may raise psycopg.Error."""

    def __init__(self, pool: ConnectionPool[Any]) -> None:
        self._pool = pool

    def _rows(self, query: str, values: Any) -> list[TupleRow]:
        with self._pool.connection() as connection:
            # The texts are this module's own constants; values are always bound.
            return connection.execute(query, values).fetchall()  # type: ignore[no-any-return]

    def load(self, payment_id: str) -> Payment | None:
        rows = self._rows(LOAD, [payment_id])
        return payment_of(rows[0]) if rows else None

    def by_reference(self, reference: str) -> list[Payment]:
        return [payment_of(row) for row in self._rows(BY_REFERENCE, [reference])]

    def overdue(self, now: datetime) -> list[Payment]:
        return [payment_of(row) for row in self._rows(OVERDUE, [now])]

    def load_with_answer(self, payment_id: str, key: str) -> tuple[Payment | None, Answer | None]:
        """The payment, and the answer already given under ``key``, if there is one."""
        (row,) = self._rows(LOAD_WITH_ANSWER, [key, payment_id])
        payment = payment_of(row[4:]) if row[4] is not None else None
        return payment, Answer(*row[:4]) if row[0] is not None else None

    def stored(self, key: str) -> Answer | None:
        rows = self._rows(STORED, [key])
        return Answer(*rows[0]) if rows else None

    def create(self, payment: Payment, answer: Answer, now: datetime) -> bool:
        """Write the payment with its answer; False when the key was used before."""
        kept = [answer.key, answer.digest, answer.status, answer.body, now]
        return bool(self._rows(CREATE, [*kept, *row_of(payment), payment.due_at]))

    def remember(self, answer: Answer, now: datetime) -> bool:
        """Keep the answer of a request without effect; False when the key was used before."""
        kept = [answer.key, answer.digest, answer.status, answer.body, now]
        return bool(self._rows(REMEMBER, kept))

    def apply(
        self,
        before: Payment,
        change: Change,
        letters: Sequence[Letter],
        now: datetime,
        *,
        answer: Answer | None = None,
        overtaken: datetime | None = None,
    ) -> bool:
        """Carry the change out whole, or not at all.

        False when the payment moved since ``before`` was read, or the key was used meanwhile: read
        again and decide again.  ``overtaken`` is when notices that are held back become due.
        """
        after = change.after
        values: dict[str, Any] = dict(zip(COLUMNS, row_of(after), strict=True))
        values |= {"due_at": after.due_at, "version": before.version, "now": now}
        parts = [_MOVE]
        if change.entries:
            parts.append(_repeated(_BOOK, _LINE, len(change.entries)))
            for place, (kind, amount) in enumerate(change.entries):
                values[f"kind{place}"], values[f"amount{place}"] = kind.value, amount
        if letters:
            parts.append(_repeated(_TELL, _LETTER, len(letters)))
            for place, letter in enumerate(letters):
                values[f"event{place}"], values[f"type{place}"] = letter.event, letter.kind
                values[f"body{place}"], values[f"due{place}"] = letter.body, letter.due
        if overtaken:
            parts.append(_OVERTAKE)
            values["overtaken"] = overtaken
        if answer:
            parts.append(_REMEMBER)
            values |= {"key": answer.key, "digest": answer.digest}
            values |= {"code": answer.status, "body": answer.body}
        query = "WITH" + ",".join(parts) + " SELECT 1 FROM moved"  # noqa: S608
        try:
            return bool(self._rows(query, values))
        except errors.UniqueViolation:
            return False

    def statement(self, after: int, limit: int) -> list[TupleRow]:
        """Entries after a position, in order.

        A row is (seq, payment, reference, kind, amount, currency, at).  The lock waits for entries
        that are numbered but not yet committed, so that a reader who goes on from the last one
        has missed none.
        """
        with self._pool.connection() as connection, connection.transaction():
            connection.execute("LOCK TABLE sandbox.entry IN SHARE MODE")
            cursor = connection.execute(
                "SELECT seq, payment, reference, kind, amount, currency, at FROM sandbox.entry"
                " WHERE seq > %s ORDER BY seq LIMIT %s",
                [after, limit],
            )
            return cursor.fetchall()  # type: ignore[no-any-return]
