from __future__ import annotations

from django.db import models

from reprise.kernel.ids import new_id


class Event(models.Model):
    """A published fact.  Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=80)
    payload = models.JSONField()
    at = models.DateTimeField()

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
