"""Reading what is in the archive: never without a note of who did, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise.audit.actions import badge_of
from reprise.kernel.ids import new_id
from reprise.privacy import archive
from reprise.privacy.actions.acting import Actor
from reprise.privacy.archive import Contents
from reprise.privacy.models import Archived
from reprise.privacy.states import Why

_OPEN: Final = "SELECT privacy_open(%s, %s, %s, %s, %s, %s, %s)"
_READ: Final = "SELECT privacy_read(%s)"


def open_archived(
    order_id: UUID, actor: Actor, why: Why, now: datetime, request_id: UUID | None = None
) -> Contents | None:
    """Who bought an order that is in the archive; None where it is not there.

    The act is committed before anything is read from the row, so that nothing takes it back;
    PostgreSQL reads nothing else.  Must not run inside a transaction.  Raises MissingKey, WrongKey
    (the act stays).
    """
    act = new_id()
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        row = Archived.objects.filter(order_id=order_id).first()
        if row is None:
            return None
        if actor.staff_id is not None:
            badge_of(actor.staff_id, now)  # which the function writes into the act
        cursor.execute(
            _OPEN,
            [order_id, act, request_id, actor.kind.value, actor.staff_id, why.value, now],
        )
        if not cursor.fetchone()[0]:
            return None
    with connection.cursor() as cursor:
        cursor.execute(_READ, [act])
        (sealed,) = cursor.fetchone()
    return None if sealed is None else archive.unseal(order_id, row.key_year, bytes(sealed))
