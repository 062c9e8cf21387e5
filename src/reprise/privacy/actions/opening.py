"""Reading what is in the archive: never without a note of who did, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise.kernel.ids import new_id
from reprise.privacy import archive
from reprise.privacy.actions.acting import Actor
from reprise.privacy.archive import Contents
from reprise.privacy.models import Archived
from reprise.privacy.states import Why

_OPEN: Final = "SELECT privacy_open(%s, %s, %s, %s, %s, %s, %s)"


def open_archived(
    order_id: UUID, actor: Actor, why: Why, now: datetime, request_id: UUID | None = None
) -> Contents | None:
    """Who bought an order that is in the archive; None where it is not there.

    The act is committed before anything is read from the row, so that no later error takes it
    back: must not run inside a transaction.  Raises MissingKey, WrongKey (the act stays).
    """
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        row = Archived.objects.filter(order_id=order_id).first()
        if row is None:
            return None
        cursor.execute(
            _OPEN,
            [order_id, new_id(), request_id, actor.kind.value, actor.staff_id, why.value, now],
        )
        (sealed,) = cursor.fetchone()
    return None if sealed is None else archive.unseal(order_id, row.key_year, bytes(sealed))
