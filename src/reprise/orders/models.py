from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.orders import chain
from reprise.orders.states import LineState
from reprise.shipping.points import PickupPoint

# So begins the number of an order whose own has left in its time: it leads to nobody.
NAMELESS: Final = chain.NUMBERLESS


class Order(models.Model):
    """A purchase.  Its amounts never change; ``touched_at`` exists so that it can be locked.

    Its log commits to the digest of its number, which stays when number and salt leave (0053).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=10)
    market = models.CharField(max_length=2)
    language = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    items = models.BigIntegerField()
    shipping = models.BigIntegerField()
    fee = models.BigIntegerField()
    insurance = models.BigIntegerField(default=0, help_text="the premiums of the insured lines")
    total = models.BigIntegerField()
    terms_version = models.CharField(max_length=20)
    request_digest = models.CharField(
        max_length=64, help_text="tells the same request again; no basket can be read from it"
    )
    placed_at = models.DateTimeField()
    pay_by = models.DateTimeField()
    touched_at = models.DateTimeField()

    number_salt = models.CharField(max_length=32, blank=True)
    number_digest = models.CharField(max_length=64, blank=True, help_text="of salt and number")
    links_ended = models.PositiveIntegerField(
        default=0, help_text="how often every link to it was ended (`access`)"
    )

    MUTABLE = ("touched_at", "number_salt", "number_digest", "links_ended")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="orders_order_reference"),
            models.UniqueConstraint(fields=["request_digest"], name="orders_one_per_request"),
            models.CheckConstraint(
                name="orders_order_total",
                condition=Q(items__gt=0, shipping__gte=0, fee__gte=0, insurance__gte=0)
                & Q(total=F("items") + F("shipping") + F("fee") + F("insurance")),
            ),
        ]

    @property
    def money(self) -> Money:
        return Money(self.total, self.currency)

    @property
    def is_nameless(self) -> bool:
        """Whether all that led to it from outside has left, its own number too (decision 0051)."""
        return self.reference.startswith(NAMELESS)


class Contact(models.Model):
    """Who buys and where it goes: the only personal data of an order.  Erasable."""

    order = models.OneToOneField(
        Order, models.DO_NOTHING, primary_key=True, related_name="contact", db_constraint=False
    )
    buyer_id = models.UUIDField(null=True, db_index=True, help_text="the account, if there is one")
    claimed = models.BooleanField(
        default=False, help_text="a guest has ordered, and the account has taken it in since"
    )
    name = models.CharField(max_length=120)
    email = models.EmailField(max_length=254)
    phone = models.CharField(max_length=30, blank=True)
    street = models.CharField(max_length=160)
    extra = models.CharField(max_length=160, blank=True)
    postcode = models.CharField(max_length=12)
    town = models.CharField(max_length=80)
    country = models.CharField(max_length=2)

    class Meta:
        indexes = [models.Index(Upper("email"), name="orders_contact_email")]


class SellerOrder(models.Model):
    """The contract with one seller within an order."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    market = models.CharField(max_length=2)
    order = models.ForeignKey(
        Order,
        models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="seller_orders",
    )
    trader_id = models.UUIDField(help_text="the trader identity that the buyer was shown")
    reference = models.CharField(max_length=13)
    currency = models.CharField(max_length=3)
    items = models.BigIntegerField()
    shipping = models.BigIntegerField()
    total = models.BigIntegerField()
    method = models.CharField(max_length=30)
    carrier = models.CharField(max_length=30)
    kind = models.CharField(max_length=5)
    days_min = models.PositiveSmallIntegerField()
    days_max = models.PositiveSmallIntegerField()
    dispatch_country = models.CharField(max_length=2)
    promised_by = models.DateField(null=True, help_text="the last day of delivery, as promised")
    placed_at = models.DateTimeField()
    accept_by = models.DateTimeField(null=True)

    MUTABLE = ("accept_by",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "seller_id"], name="orders_sellerorder_once"),
            models.UniqueConstraint(fields=["seller_id", "id"], name="orders_sellerorder_key"),
            models.CheckConstraint(
                name="orders_sellerorder_total",
                condition=Q(items__gt=0, shipping__gte=0) & Q(total=F("items") + F("shipping")),
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "-placed_at"], name="orders_of_seller"),
            models.Index(fields=["accept_by"], name="orders_accept_by"),
        ]


class Said(models.Model):
    """What logs commit to of a version of a trader: a digest of who it is, and one of how it is
    reached, each under a salt that leaves with it (decision 0053).

    Written with the first order that names the version; a salt leaves through `orders_forget_said`
    alone.
    """

    trader_id = models.UUIDField(primary_key=True, editable=False)
    seller_id = models.UUIDField()
    identity_digest = models.CharField(max_length=64)
    identity_salt = models.CharField(max_length=32, blank=True)
    contact_digest = models.CharField(max_length=64)
    contact_salt = models.CharField(max_length=32, blank=True)


class DeliveryPoint(models.Model):
    """Where a parcel waits for its buyer, as the carrier said when it was chosen.  Erasable."""

    seller_order = models.OneToOneField(
        SellerOrder,
        models.DO_NOTHING,
        primary_key=True,
        related_name="point",
        db_constraint=False,
    )
    carrier = models.CharField(max_length=30)
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    street = models.CharField(max_length=160)
    postcode = models.CharField(max_length=12)
    town = models.CharField(max_length=80)
    country = models.CharField(max_length=2)

    @classmethod
    def of(cls, contract: SellerOrder, point: PickupPoint) -> DeliveryPoint:
        return cls(
            seller_order=contract,
            carrier=point.carrier,
            code=point.code,
            name=point.name,
            street=point.street,
            postcode=point.postcode,
            town=point.town,
            country=point.country,
        )


class Line(models.Model):
    """One device (decision 0001): what was promised, for how much, and where it stands."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    market = models.CharField(max_length=2)
    order = models.ForeignKey(
        Order, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="lines"
    )
    # The migration adds the key (seller, seller order).
    seller_order = models.ForeignKey(
        SellerOrder, models.DO_NOTHING, db_constraint=False, related_name="lines"
    )
    position = models.PositiveSmallIntegerField()
    offer_id = models.UUIDField()
    variant_id = models.UUIDField()
    grade = models.CharField(max_length=12)
    title = models.CharField(max_length=200)
    price = models.BigIntegerField()
    shipping = models.BigIntegerField(
        help_text="this device's share of the seller order's shipping"
    )
    levy = models.BigIntegerField(default=0, help_text="contained in the price")
    commission = models.BigIntegerField()
    premium = models.BigIntegerField(
        default=0, help_text="of this device's insurance, beside the price (decision 0021)"
    )
    currency = models.CharField(max_length=3)
    vat_scheme = models.CharField(max_length=8)
    warranty_months = models.PositiveSmallIntegerField()
    promise = models.JSONField(help_text="what else was promised: battery, accessories, terms")
    cover = models.JSONField(null=True, help_text="who insures it, and on which terms")
    state = models.CharField(max_length=10)
    state_at = models.DateTimeField()
    ship_by = models.DateTimeField(null=True)

    MUTABLE = ("state", "state_at", "ship_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["order", "position", "seller_id"], name="orders_line_position"
            ),
            models.UniqueConstraint(fields=["seller_id", "id"], name="orders_line_key"),
            models.CheckConstraint(
                name="orders_line_amounts",
                condition=Q(price__gt=0, shipping__gte=0, levy__gte=0, commission__gte=0)
                & Q(levy__lte=F("price"))
                & Q(commission__lte=F("price") + F("shipping")),
            ),
            models.CheckConstraint(
                name="orders_line_cover",
                condition=Q(premium=0, cover__isnull=True) | Q(premium__gt=0, cover__isnull=False),
            ),
            models.CheckConstraint(
                name="orders_line_state",
                condition=Q(state__in=[state.value for state in LineState]),
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "state"], name="orders_line_seller_state"),
            models.Index(fields=["variant_id", "state_at"], name="orders_line_variant"),
            models.Index(
                fields=["order"], condition=Q(state="reserved"), name="orders_line_reserved"
            ),
            models.Index(
                fields=["seller_order"], condition=Q(state="paid"), name="orders_line_waiting"
            ),
            models.Index(fields=["ship_by"], condition=Q(state="sold"), name="orders_line_to_ship"),
        ]

    @property
    def due(self) -> Money:
        """What the buyer pays the seller for this device, shipping included."""
        return Money(self.price + self.shipping, self.currency)


class LineDevice(models.Model):
    """Which physical device was shipped for a line.  Written once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    line = models.ForeignKey(Line, models.DO_NOTHING, db_constraint=False, related_name="devices")
    round = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=6, choices=[("imei", "IMEI"), ("serial", "serial")])
    number = models.CharField(max_length=40)
    salt = models.CharField(max_length=32, help_text="the log holds a digest of salt and number")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "line", "round"], name="orders_linedevice_once"
            )
        ]
        indexes = [models.Index(fields=["number"], name="orders_linedevice_number")]


class Step(models.Model):
    """One step of a machine.  Append-only; each hash covers the step and the previous hash."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order_id = models.UUIDField()
    seq = models.PositiveIntegerField()
    seller_id = models.UUIDField(null=True)
    line_id = models.UUIDField(null=True)
    concern = models.CharField(max_length=10)
    from_state = models.CharField(max_length=12, blank=True)
    to_state = models.CharField(max_length=12)
    verb = models.CharField(max_length=12)
    actor_kind = models.CharField(max_length=10)
    actor_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=40, blank=True)
    basis = models.CharField(max_length=40, blank=True)
    facts_hash = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    format = models.PositiveSmallIntegerField(default=1)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order_id", "seq"], name="orders_step_seq"),
            models.CheckConstraint(
                name="orders_step_reason", condition=Q(reason__regex=r"^[a-z0-9_.]*$")
            ),
            models.CheckConstraint(
                name="orders_step_nameless",
                condition=~Q(actor_kind="buyer") | Q(format__lt=3) | Q(actor_id=None),
            ),
        ]
