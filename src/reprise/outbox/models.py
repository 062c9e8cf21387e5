from __future__ import annotations

from django.db import models

from reprise.kernel.ids import new_id


class Event(models.Model):
    """A published fact.  Append-only.

    PostgreSQL notes beside it when it was written (``written_at``): who publishes it cannot say so,
    and nothing here reads it but `outbox_forget` (decision 0055).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=80)
    payload = models.JSONField()
    at = models.DateTimeField()

    # Not `written_at`.
    SAYS = ("id", "kind", "payload", "at")

    class Meta:
        indexes = [models.Index(fields=["kind", "at"], name="outbox_event_kind_at")]


class Delivery(models.Model):
    """A listener has handled an event.  Append-only, in the listener's own transaction."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # Not a foreign key in PostgreSQL: events are append-only and may be archived by age.
    event = models.ForeignKey(
        Event, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    listener = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "listener"], name="outbox_delivery_once")
        ]


class Hearing(models.Model):
    """A listener is told of events of this kind: as the version says that has migrated last.

    The owner of the tables writes it (`hearing.write`): an event leaves when all of these have had
    it, whatever the running role says.
    """

    pk = models.CompositePrimaryKey("kind", "listener")
    kind = models.CharField(max_length=80)
    listener = models.CharField(max_length=120)
