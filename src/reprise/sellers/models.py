from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import F, Q

from reprise.kernel.ids import new_id
from reprise.sellers.rules import Entered
from reprise.sellers.states import Role

# Under this id the platform's own money is booked, as if it were a seller (decision 0007).
PLATFORM = UUID("00000000-0000-7000-8000-000000000000")


class Seller(models.Model):
    """A professional who sells here.

    The operator's own shop is one, with ``is_operator`` set and shown as what it is (S1).  The
    platform itself is no seller: its fee is booked under `PLATFORM`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=80)
    town = models.CharField(max_length=80)
    country = models.CharField(max_length=2, help_text="place of dispatch")
    language = models.CharField(
        max_length=2, default="en", help_text="of the seller's e-mails and room"
    )
    is_operator = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    ended_on = models.DateField(null=True, help_text="the last day of its contract")

    # The rest is said once, and leaves through functions alone, as a contract ends (decision 0055).
    MUTABLE = ("language", "active")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(active=False), name="sellers_ended_inactive"
            ),
            models.UniqueConstraint(
                fields=["is_operator"], condition=Q(is_operator=True), name="sellers_one_operator"
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Ending(models.Model):
    """A seller's contract was ended, or the end taken back: when PostgreSQL heard it, and as which
    of its roles.  Only its functions write it; who did it is an act (decision 0051)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller = models.ForeignKey(Seller, models.PROTECT, db_index=False, related_name="endings")
    ended_on = models.DateField(null=True, help_text="none: the end was taken back")
    at = models.DateTimeField(help_text="by the clock of PostgreSQL")
    role = models.CharField(max_length=63, help_text="of the database, that asked")

    class Meta:
        indexes = [models.Index(fields=["seller", "at"], name="sellers_ending_of")]


class Trader(models.Model):
    """What a buyer must be told about the trader (DSA art. 30(1) a, d, e).  Append-only.

    A change is a new version; an order names the version that its buyer was shown.  When its time
    is over the e-mail address and the phone are empty, and at last everything is (decision 0051).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller = models.ForeignKey(Seller, models.PROTECT, db_index=False, related_name="traders")
    version = models.PositiveSmallIntegerField(default=1)
    legal_name = models.CharField(max_length=160)
    address = models.CharField(max_length=240)
    email = models.EmailField()
    phone = models.CharField(max_length=40)
    register = models.CharField(max_length=80)
    register_number = models.CharField(max_length=40)
    vat_id = models.CharField(max_length=20, blank=True)
    certified_on = models.DateField(help_text="self-certified to offer compliant goods only")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seller", "version"], name="sellers_trader_version")
        ]

    def __str__(self) -> str:
        return f"{self.seller_id} v{self.version}"

    @property
    def has_left(self) -> bool:
        """Whether it is no longer all that was said: its time, or that of a part, is over."""
        return not self.email


class Member(models.Model):
    """A person who acts for a seller.  No foreign key to users (decision 0011)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller = models.ForeignKey(Seller, models.PROTECT, db_index=False, related_name="members")
    user_id = models.UUIDField(db_index=True)
    role = models.CharField(max_length=7, default=Role.MANAGER.value)

    MUTABLE = ("role",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seller", "user_id"], name="sellers_member_once"),
            models.CheckConstraint(
                condition=Q(role__in=[each.value for each in Role]), name="sellers_member_role"
            ),
        ]


class PaymentAccount(models.Model):
    """Where a seller's money goes, as somebody entered it (DSA art. 30(1)(c)).

    Each change is a row more.  ``number`` is the IBAN, sealed (decision 0043); who may see anything
    of it sees ``last4``.  An entry counts from ``effective_at`` on, unless it was stopped before:
    by somebody who acts for the seller, or with None by the end of the contract (decision 0064).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller = models.ForeignKey(
        Seller, models.PROTECT, db_index=False, related_name="payment_accounts"
    )
    number = models.TextField()
    last4 = models.CharField(max_length=4)
    entered_by = models.UUIDField()
    entered_at = models.DateTimeField()
    effective_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)
    stopped_by = models.UUIDField(null=True)

    # ``number``: sealed again by another key.
    MUTABLE = ("number", "stopped_at", "stopped_by")

    class Meta:
        indexes = [models.Index(fields=["seller", "entered_at"], name="sellers_account_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(effective_at__gte=F("entered_at")), name="sellers_account_times"
            ),
            models.CheckConstraint(
                condition=Q(stopped_at=None, stopped_by=None)
                | Q(stopped_at__isnull=False, stopped_at__lt=F("effective_at")),
                name="sellers_account_stopped",
            ),
        ]

    @property
    def facts(self) -> Entered:
        return Entered(self.id, self.entered_at, self.effective_at, self.stopped_at)


class ShippingMethod(models.Model):
    """How a seller ships to a market, and for how much."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller = models.ForeignKey(
        Seller, models.PROTECT, db_index=False, related_name="shipping_methods"
    )
    market = models.CharField(max_length=2)
    code = models.SlugField(max_length=30)
    carrier = models.CharField(max_length=30)
    kind = models.CharField(max_length=5, choices=[("home", "home"), ("point", "point")])
    price_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    days_min = models.PositiveSmallIntegerField(help_text="working days in transit")
    days_max = models.PositiveSmallIntegerField()
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "market", "code"], name="sellers_shipping_code"
            ),
            models.CheckConstraint(condition=Q(price_minor__gte=0), name="sellers_shipping_price"),
            models.CheckConstraint(
                condition=Q(days_min__lte=F("days_max")), name="sellers_shipping_days"
            ),
        ]


class QualityRate(models.Model):
    """How often one kind of fault happened to a seller's orders (S14)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller = models.ForeignKey(Seller, models.PROTECT, db_index=False, related_name="rates")
    criterion = models.CharField(max_length=20)
    orders = models.PositiveIntegerField()
    faults = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seller", "criterion"], name="sellers_rate_once"),
            models.CheckConstraint(condition=Q(faults__lte=F("orders")), name="sellers_rate_range"),
        ]
