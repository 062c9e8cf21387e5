"""Who listens, where only the owner of the tables writes it (decision 0055)."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection, transaction

from reprise.outbox.actions import hearings
from reprise.outbox.listening import Hearing


def write(told: Collection[Hearing] | None = None) -> None:
    """Write down who listens: as the code says, or ``told``.  The owner's connection runs this."""
    pairs = sorted(hearings() if told is None else told)
    kinds, listeners = [kind for kind, _ in pairs], [name for _, name in pairs]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM outbox_hearing h WHERE NOT EXISTS ("
            " SELECT FROM unnest(%s::text[], %s::text[]) AS t (kind, listener)"
            "  WHERE (t.kind, t.listener) = (h.kind, h.listener))",
            [kinds, listeners],
        )
        cursor.execute(
            "INSERT INTO outbox_hearing (kind, listener)"
            " SELECT * FROM unnest(%s::text[], %s::text[]) ON CONFLICT DO NOTHING",
            [kinds, listeners],
        )
