from __future__ import annotations

from reprise.books.models import Audit
from reprise.books.states import AuditState


def latest_audit() -> Audit | None:
    """The audit that was asked for last, however far it is."""
    return Audit.objects.order_by("-id").first()


def last_finished() -> Audit | None:
    """The last audit that has looked at everything."""
    return Audit.objects.filter(state=AuditState.DONE.value).order_by("-id").first()
