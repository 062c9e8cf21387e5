from __future__ import annotations

from django.db import models
from django.db.models import Q

from reprise.kernel.ids import new_id
from reprise.shipping.states import Doubt


class Shipment(models.Model):
    """One parcel of a seller for a reference.  ``tracking`` is empty once its time is over."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    market = models.CharField(max_length=2)
    reference = models.UUIDField()
    carrier = models.CharField(max_length=30)
    tracking = models.CharField(max_length=40)
    created_at = models.DateTimeField()
    since = models.DateTimeField(null=True, help_text="before this there was nothing to send")
    state = models.CharField(max_length=10)
    state_at = models.DateTimeField()
    vouched_at = models.DateTimeField(
        null=True, help_text="when somebody said that doubtful scans are about this parcel"
    )

    MUTABLE = ("tracking", "state", "state_at", "vouched_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "carrier", "tracking"],
                condition=~Q(tracking=""),
                name="shipping_tracking",
            ),
            models.UniqueConstraint(fields=["seller_id", "id"], name="shipping_shipment_key"),
        ]
        indexes = [
            models.Index(fields=["carrier", "tracking"], name="shipping_by_tracking"),
            models.Index(fields=["seller_id", "reference"], name="shipping_by_reference"),
            models.Index(fields=["tracking"], name="shipping_by_number"),
        ]


class Number(models.Model):
    """The one parcel that a carrier's number stands for (decisions 0024, 0037).

    No row of a seller: it says whose parcel a carrier's message is about.  A number that was typed
    by mistake and never confirmed is given up, and another parcel may have it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    carrier = models.CharField(max_length=30)
    tracking = models.CharField(max_length=40)
    seller_id = models.UUIDField()
    shipment_id = models.UUIDField()
    given_up_at = models.DateTimeField(null=True)

    MUTABLE = ("given_up_at",)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["carrier", "tracking"],
                condition=Q(given_up_at=None),
                name="shipping_number_once",
            )
        ]


class Destination(models.Model):
    """Where a parcel goes, to be compared with what the carrier says.  Erasable."""

    shipment = models.OneToOneField(
        Shipment,
        models.DO_NOTHING,
        primary_key=True,
        related_name="destination",
        db_constraint=False,
    )
    country = models.CharField(max_length=2)
    postcode = models.CharField(max_length=12)


class Item(models.Model):
    """A line in a parcel; ``round`` counts the parcels a line was ever put in.  Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    shipment = models.ForeignKey(
        Shipment, models.DO_NOTHING, db_constraint=False, related_name="items"
    )
    line_id = models.UUIDField()
    round = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "line_id", "round"], name="shipping_item_once"
            )
        ]


class Scan(models.Model):
    """What a carrier reported.  Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    carrier = models.CharField(max_length=30)
    event_id = models.CharField(max_length=80)
    shipment_id = models.UUIDField(null=True)
    tracking = models.CharField(max_length=40, default="", help_text="the number that it tells of")
    kind = models.CharField(max_length=20)
    outcome = models.CharField(
        max_length=12, help_text="applied, nothing_new, or a doubt: untold, elsewhere, too_early"
    )
    occurred_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["carrier", "event_id"], name="shipping_scan_once")
        ]
        indexes = [
            models.Index(
                fields=["shipment_id"],
                condition=Q(outcome__in=[doubt.value for doubt in Doubt]),
                name="shipping_doubtful",
            )
        ]
