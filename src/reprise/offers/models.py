from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from reprise.catalog.models import Variant
from reprise.kernel.ids import new_id
from reprise.sellers.models import Seller


class Offer(models.Model):
    """A seller's stock of a variant in a grade.  Stock is global, prices are per market."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller = models.ForeignKey(Seller, models.PROTECT, db_index=False, related_name="offers")
    variant = models.ForeignKey(Variant, models.PROTECT, related_name="offers")
    grade = models.CharField(max_length=12)
    sku = models.CharField(max_length=60)
    available = models.PositiveIntegerField(default=0)
    battery_min = models.PositiveSmallIntegerField(null=True, help_text="per cent of new")
    accessories = ArrayField(models.CharField(max_length=30), default=list)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seller", "sku"], name="offers_offer_sku"),
            models.UniqueConstraint(
                fields=["seller", "variant", "grade"], name="offers_offer_variant_grade"
            ),
            models.UniqueConstraint(fields=["seller", "id"], name="offers_offer_seller_id"),
        ]


class MarketOffer(models.Model):
    """The offer's price, guarantee and VAT scheme in one market."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller = models.ForeignKey(Seller, models.PROTECT, db_index=False, related_name="+")
    # The migration adds the key (seller, offer): no market offer of another seller's offer.
    offer = models.ForeignKey(
        Offer, models.PROTECT, db_constraint=False, related_name="market_offers"
    )
    market = models.CharField(max_length=2)
    price_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    warranty_months = models.PositiveSmallIntegerField()
    vat_scheme = models.CharField(
        max_length=8, choices=[("margin", "margin"), ("standard", "standard")]
    )
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "offer", "market"], name="offers_marketoffer_once"
            ),
            models.CheckConstraint(condition=Q(price_minor__gt=0), name="offers_marketoffer_price"),
        ]


class StockMovement(models.Model):
    """One change of what is available.  Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    offer = models.ForeignKey(Offer, models.DO_NOTHING, db_constraint=False, related_name="+")
    kind = models.CharField(max_length=7)
    delta = models.IntegerField()
    line_id = models.UUIDField(null=True, help_text="the order line it is for")
    round = models.PositiveSmallIntegerField(
        null=True, help_text="counts a line's reservations: a late payment reserves again"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "line_id", "round", "kind"], name="offers_movement_once"
            ),
            models.CheckConstraint(
                name="offers_movement_kind",
                condition=(
                    Q(kind="set", line_id__isnull=True, round__isnull=True) & ~Q(delta=0)
                    | Q(kind="reserve", delta=-1, line_id__isnull=False, round__gte=1)
                    | Q(kind="release", delta=1, line_id__isnull=False, round__gte=1)
                ),
            ),
        ]
        indexes = [models.Index(fields=["seller_id", "offer"], name="offers_movement_offer")]
