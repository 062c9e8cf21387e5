"""A table as a context would add it for a purpose that needs consent; the shop itself has none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID, uuid4

import psycopg
from django.conf import settings
from django.db import connection

from reprise.consent.collectors import Collector, register, unregister
from tests import database

VISITS = Collector(
    purpose="audience", partner="acme", table="visit", receipt="receipt_id", at="seen_at"
)


@contextmanager
def table() -> Iterator[None]:
    """The table is there.  A transaction that has used it must have ended when it leaves."""
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute("SET lock_timeout = '20s'")
        owner.execute(
            "CREATE TABLE visit (id bigserial PRIMARY KEY, receipt_id uuid NOT NULL,"
            " seen_at timestamptz NOT NULL)"
        )
        try:
            role = psycopg.sql.Identifier(settings.RUNNING_ROLE)
            owner.execute(psycopg.sql.SQL("GRANT ALL ON visit, visit_id_seq TO {}").format(role))
            yield
        finally:
            owner.execute("DROP TABLE visit")


@contextmanager
def registered() -> Iterator[Collector]:
    register(VISITS)
    try:
        yield VISITS
    finally:
        unregister(VISITS)


def collect(at: datetime, receipt: UUID | None = None, number: int = 1) -> None:
    """Rows that were collected at a moment, by whatever right."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO visit (receipt_id, seen_at) SELECT %s, %s FROM generate_series(1, %s)",
            [receipt or uuid4(), at, number],
        )


def left() -> list[tuple[UUID, datetime]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT receipt_id, seen_at FROM visit ORDER BY id")
        return list(cursor.fetchall())
