from __future__ import annotations

from django.db import models
from django.db.models import Q

from reprise.kernel.ids import new_id
from reprise.privacy.states import BrakeCause, BrakeState


class Brake(models.Model):
    """A night that would have touched too much of a holding, or came too late: staff decide.

    ``cause`` is why it waited; of a night of before it is not known, nor when staff decided.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    holding = models.CharField(max_length=20)
    day = models.DateField()
    number = models.PositiveIntegerField(help_text="how many it would have touched")
    cause = models.CharField(max_length=6, blank=True)
    state = models.CharField(max_length=8, default=BrakeState.WAITING.value)
    staff_id = models.UUIDField(null=True)
    badge = models.CharField(max_length=10, blank=True)
    decided_at = models.DateTimeField(null=True)

    MUTABLE = ("state", "staff_id", "badge", "decided_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["holding", "day"], name="privacy_brake_once"),
            models.CheckConstraint(
                name="privacy_brake_state",
                condition=Q(state=BrakeState.WAITING.value, staff_id__isnull=True)
                | Q(
                    state__in=[BrakeState.RELEASED.value, BrakeState.DROPPED.value],
                    staff_id__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="privacy_brake_holding", condition=Q(holding__regex=r"^[a-z_]+$")
            ),
            models.CheckConstraint(
                name="privacy_brake_cause",
                condition=Q(cause__in=["", *(each.value for each in BrakeCause)]),
            ),
            models.CheckConstraint(
                name="privacy_brake_badge",
                condition=Q(badge__regex=r"^(S-[A-Z0-9]{8})?$"),
            ),
            models.CheckConstraint(
                name="privacy_brake_decided",
                condition=Q(decided_at__isnull=True) | ~Q(state=BrakeState.WAITING.value),
            ),
        ]


class Night(models.Model):
    """A run that came to its end: the one after it knows how long it was away."""

    day = models.DateField(primary_key=True)
    ended_at = models.DateTimeField()
    number = models.PositiveIntegerField(help_text="how many it touched")
    contradicted = models.PositiveIntegerField(
        default=0,
        db_default=0,
        help_text="orders passed over: their dates contradict each other",
    )
