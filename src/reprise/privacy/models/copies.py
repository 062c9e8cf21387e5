from __future__ import annotations

from django.db import models
from django.db.models import Q

from reprise.kernel.ids import new_id
from reprise.privacy.states import BY_LINK, Recognised


class SellerCopy(models.Model):
    """A seller who was given a buyer's name and address has been asked to delete its own copy
    (Regulation (EU) 2016/679, art. 19): until it says that it has."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_id = models.UUIDField()
    market = models.CharField(max_length=2)
    seller_order_id = models.UUIDField()
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.UUIDField(
        null=True, help_text="who said so for the seller, or of the staff entered it"
    )
    confirmed_how = models.CharField(
        max_length=7, blank=True, default="", help_text="'': in the seller's room"
    )

    MUTABLE = ("confirmed_at", "confirmed_by", "confirmed_how")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "seller_order_id"], name="privacy_sellercopy_once"
            ),
            models.CheckConstraint(
                name="privacy_sellercopy_confirmed",
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True, confirmed_how="")
                | Q(
                    confirmed_at__isnull=False,
                    confirmed_by__isnull=False,
                    confirmed_how__in=["", *(each.value for each in Recognised)],
                )
                | Q(
                    confirmed_at__isnull=False,
                    confirmed_by__isnull=True,
                    confirmed_how=BY_LINK,
                ),
            ),
        ]
