from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import Q

from reprise.kernel.ids import new_id

MOST_OF_ONE = 10
# More than anybody orders at once, and few enough to be priced and shown while somebody waits.
MOST_OFFERS = 50
# How long the browser keeps what opens a basket; without it nobody opens it any more.
KEPT_FOR = timedelta(days=30)


class Basket(models.Model):
    """An anonymous wish.  The browser holds a random token, we hold its digest."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    token_digest = models.CharField(max_length=64)
    market = models.CharField(max_length=2)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_digest"], name="checkout_basket_token")
        ]


class BasketItem(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    basket = models.ForeignKey(Basket, models.CASCADE, db_index=False, related_name="items")
    # No keys in PostgreSQL: baskets are the coordinator's, offers the sellers' (decision 0011).
    seller_id = models.UUIDField()
    offer_id = models.UUIDField()
    quantity = models.PositiveSmallIntegerField()
    seen_minor = models.BigIntegerField(help_text="the price when it was put in the basket")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["basket", "offer_id"], name="checkout_item_once"),
            models.CheckConstraint(
                condition=Q(quantity__gte=1, quantity__lte=MOST_OF_ONE),
                name="checkout_item_quantity",
            ),
        ]


class Hold(models.Model):
    """From where an order came that may hold stock; forgotten when its time to pay is over.

    ``client`` is a keyed hash of an address, or of the network it is in (decision 0025).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order_id = models.UUIDField()
    client = models.CharField(max_length=64)
    until = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["client", "until"], name="checkout_hold_client"),
            models.Index(fields=["until"], name="checkout_hold_until"),
        ]
