"""Asking for an audit, and carrying it out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, IntegrityError, connections, transaction

from reprise.books.models import Audit
from reprise.books.proof import Outcome, Report, findings, number_of_checks
from reprise.books.states import AuditState
from reprise.kernel import clock
from reprise.outbox.jobs import enqueue

log = logging.getLogger(__name__)

# A job that was not heard of for so long is gone; another audit may begin.
PATIENCE: Final = timedelta(hours=1)
MOST_FINDINGS: Final = 100


def ask_audit(asked_by: UUID | None, now: datetime) -> None:
    """Have the books checked by a job.  While an audit is open, asking again changes nothing."""
    from reprise.books.tasks import carry_out_audit

    lost = Audit.objects.filter(state=AuditState.OPEN.value, seen_at__lt=now - PATIENCE)
    lost.update(state=AuditState.FAILED.value, finished_at=now)
    try:
        with transaction.atomic():
            audit = Audit(asked_by=asked_by, asked_at=now, seen_at=now)
            audit.save(force_insert=True)
            enqueue(carry_out_audit, audit_id=str(audit.id))
    except IntegrityError:
        if not Audit.objects.filter(state=AuditState.OPEN.value).exists():
            raise


def carry_out(audit_id: UUID) -> None:
    """Run every check and keep what it found; nothing when the audit is over already.

    Must run outside a transaction.  A job that was killed begins again.
    """
    audit = Audit.objects.filter(id=audit_id, state=AuditState.OPEN.value)
    if not audit.update(done=0, total=number_of_checks(), seen_at=clock.now()):
        return
    outcomes: list[dict[str, Any]] = []
    try:
        with _progress(audit_id) as tell:

            def note(outcome: Outcome) -> None:
                outcomes.append(_kept(outcome))
                tell(outcome)

            findings(note)
    except Exception:
        log.exception("the audit %s ended early", audit_id)
        state = AuditState.FAILED
    else:
        state = AuditState.DONE
    now = clock.now()
    audit.update(
        state=state.value, done=len(outcomes), seen_at=now, finished_at=now, outcomes=outcomes
    )


def _kept(outcome: Outcome) -> dict[str, Any]:
    return {
        "name": outcome.name,
        "promise": outcome.promise,
        "holder": outcome.holder,
        "findings": list(outcome.findings[:MOST_FINDINGS]),
        "more": max(0, len(outcome.findings) - MOST_FINDINGS),
    }


@contextmanager
def _progress(audit_id: UUID) -> Iterator[Report]:
    """Says how far the audit is, over a connection of its own: the checks are one transaction,
    and what is written in it nobody sees before its end."""
    line = connections.create_connection(DEFAULT_DB_ALIAS)

    def tell(_: Outcome) -> None:
        with line.cursor() as cursor:
            cursor.execute(
                "UPDATE books_audit SET done = done + 1, seen_at = %s WHERE id = %s",
                [clock.now(), audit_id],
            )

    try:
        yield tell
    finally:
        line.close()
