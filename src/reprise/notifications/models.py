from __future__ import annotations

from django.db import models
from django.db.models import Q

from reprise.kernel.ids import new_id


class Message(models.Model):
    """An e-mail about an order; no address, no text: both are made when it is sent."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=160)
    template = models.CharField(max_length=30)
    order_id = models.UUIDField()
    seller_order_id = models.UUIDField(null=True)
    shipment_id = models.UUIDField(null=True, help_text="the parcel that it is about")
    audience = models.CharField(max_length=6, choices=[("buyer", "buyer"), ("seller", "seller")])
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0, help_text="how often sending it failed")
    try_after = models.DateTimeField(null=True)

    MUTABLE = ("sent_at", "tries", "try_after")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key"], name="notifications_message_once")]
        indexes = [
            models.Index(fields=["order_id"], name="notifications_of_order"),
            models.Index(
                fields=["written_at"], name="notifications_unsent", condition=Q(sent_at=None)
            ),
        ]
