from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from reprise.kernel.ids import new_id
from reprise.kernel.money import Money


class Payment(models.Model):
    """One attempt to pay a reference through a provider."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.UUIDField()
    attempt = models.PositiveSmallIntegerField()
    market = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    method = models.CharField(max_length=20)
    provider = models.CharField(max_length=30)
    amount = models.BigIntegerField()
    created_at = models.DateTimeField()
    pay_by = models.DateTimeField(help_text="the provider is asked to close the payment then")
    state = models.CharField(max_length=12)
    state_at = models.DateTimeField()
    provider_ref = models.CharField(max_length=80, null=True)
    adopted_at = models.DateTimeField(null=True)
    authorised_at = models.DateTimeField(null=True)
    capture_by = models.DateTimeField(null=True)
    captured = models.BigIntegerField(default=0)
    refunded = models.BigIntegerField(default=0)

    MUTABLE = (
        "state", "state_at", "provider_ref", "adopted_at", "authorised_at", "capture_by",
        "captured", "refunded",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference", "attempt"], name="payments_attempt"),
            models.UniqueConstraint(
                fields=["reference"],
                condition=Q(adopted_at__isnull=False),
                name="payments_one_adopted",
            ),
            models.UniqueConstraint(
                fields=["provider", "provider_ref"], name="payments_provider_ref"
            ),
            models.CheckConstraint(
                name="payments_amounts",
                condition=Q(amount__gt=0, refunded__gte=0, captured__lte=F("amount"))
                & Q(refunded__lte=F("captured")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["pay_by"],
                condition=Q(state__in=["created", "started", "declined"]),
                name="payments_unpaid",
            ),
            models.Index(
                fields=["capture_by"], condition=Q(state="authorised"), name="payments_held"
            ),
        ]

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)


class Part(models.Model):
    """What of a payment belongs to one seller and reference."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # No key in PostgreSQL: parts belong to sellers, payments do not (decision 0011).
    payment = models.ForeignKey(
        Payment, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="parts"
    )
    seller_id = models.UUIDField()
    market = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    reference = models.UUIDField()
    amount = models.BigIntegerField()
    captured = models.BigIntegerField(default=0)
    refund_asked = models.BigIntegerField(default=0)
    refunded = models.BigIntegerField(default=0)

    MUTABLE = ("captured", "refund_asked", "refunded")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["payment", "seller_id", "reference"], name="payments_part_once"
            ),
            models.CheckConstraint(
                name="payments_part_amounts",
                condition=Q(amount__gt=0, refunded__gte=0)
                & Q(refunded__lte=F("refund_asked"))
                & Q(refund_asked__lte=F("captured"))
                & Q(captured__lte=F("amount")),
            ),
        ]


class Instruction(models.Model):
    """A call to the provider: written first, made with its key, answered once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    payment = models.ForeignKey(Payment, models.PROTECT, related_name="instructions")
    verb = models.CharField(max_length=10)
    key = models.CharField(max_length=120)
    amount = models.BigIntegerField()
    parts = models.JSONField(default=dict, help_text="part id to minor units")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=8, default="open")
    attempts = models.PositiveIntegerField(default=0)
    answer = models.CharField(max_length=60, blank=True, default="")
    provider_ref = models.CharField(max_length=80, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    # One instruction at most stands in for a refused one: money is asked back again once.
    repeats = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="repeated_by", editable=False
    )

    MUTABLE = ("state", "attempts", "answer", "provider_ref", "answered_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="payments_instruction_key"),
            models.UniqueConstraint(
                fields=["payment"],
                condition=Q(verb__in=["capture", "release"], state__in=["open", "done"]),
                name="payments_one_settlement",
            ),
            models.UniqueConstraint(
                fields=["payment"], condition=Q(verb="authorize"), name="payments_one_authorize"
            ),
            models.CheckConstraint(
                name="payments_repeats_refund", condition=Q(repeats__isnull=True) | Q(verb="refund")
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(state="open"), name="payments_open_asks"),
            models.Index(
                fields=["asked_at"], condition=Q(state="refused"), name="payments_refused_asks"
            ),
        ]

    @property
    def amounts(self) -> dict[str, int]:
        return dict[str, Any](self.parts)


class Notice(models.Model):
    """A provider's verified message: what it said and what came of it.  Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    provider = models.CharField(max_length=30)
    event_id = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    provider_ref = models.CharField(max_length=80)
    reference = models.CharField(max_length=40, help_text="what the provider calls our reference")
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    outcome = models.CharField(max_length=12, help_text="applied, nothing_new, unknown, mismatch")
    occurred_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provider", "event_id"], name="payments_notice_once")
        ]
