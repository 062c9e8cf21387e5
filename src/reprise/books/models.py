from __future__ import annotations

from django.db import models
from django.db.models import Q

from reprise.books.states import AuditState
from reprise.kernel.ids import new_id


class Audit(models.Model):
    """All checks on one snapshot, carried out by a job; at most one is open.

    ``outcomes`` is a list of ``{name, promise, holder, findings, more}`` in the order of the
    checks: at most a hundred findings each, and how many more there were.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    asked_by = models.UUIDField(null=True, help_text="the account; nobody when the clock asked")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=6, default=AuditState.OPEN.value)
    done = models.PositiveSmallIntegerField(default=0, help_text="checks that have an outcome")
    total = models.PositiveSmallIntegerField(default=0, help_text="0 before the job has begun")
    seen_at = models.DateTimeField(help_text="when the job was last heard of")
    finished_at = models.DateTimeField(null=True)
    outcomes = models.JSONField(default=list)

    MUTABLE = ("state", "done", "total", "seen_at", "finished_at", "outcomes")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="open"), name="books_one_open_audit"
            ),
            models.CheckConstraint(
                name="books_audit_state",
                condition=Q(state="open", finished_at__isnull=True)
                | Q(state__in=["done", "failed"], finished_at__isnull=False),
            ),
        ]

    @property
    def contradictions(self) -> int:
        """How many findings there were in all."""
        return sum(len(each["findings"]) + each["more"] for each in self.outcomes)
