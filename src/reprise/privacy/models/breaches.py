from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from reprise.kernel.ids import new_id
from reprise.law.eu.breach import Risk, Spared
from reprise.privacy.states import BreachKind, Scope


class Breach(models.Model):
    """A breach of personal data, or a drill of one: codes, times and numbers alone, nobody's name.

    ``counts`` is what `touched.count` found when it was entered.  ``risk`` and ``spared`` are what
    whoever judged it says now; whom that has told, `told_*_at` says.  Append-only but for these.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=10)
    drill = models.BooleanField()
    kinds = ArrayField(models.CharField(max_length=16))
    aware_at = models.DateTimeField()
    scope = models.CharField(max_length=8)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    holdings = ArrayField(models.CharField(max_length=20))
    orders_digest = models.CharField(max_length=64, blank=True, help_text="of their references")
    counts = models.JSONField()
    risk = models.CharField(max_length=8)
    spared = models.CharField(max_length=16, blank=True)
    told_authority_at = models.DateTimeField(null=True)
    told_persons_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()

    MUTABLE = ("risk", "spared", "told_authority_at", "told_persons_at", "closed_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="privacy_breach_reference"),
            models.CheckConstraint(
                name="privacy_breach_codes",
                condition=Q(
                    kinds__contained_by=[each.value for each in BreachKind],
                    kinds__len__gt=0,
                    holdings__len__gt=0,
                    risk__in=[each.value for each in Risk],
                ),
            ),
            models.CheckConstraint(
                name="privacy_breach_spared",
                condition=Q(spared="")
                | Q(spared__in=[each.value for each in Spared], risk=Risk.HIGH.value),
            ),
            models.CheckConstraint(
                name="privacy_breach_scope",
                condition=Q(scope=Scope.ORDERS.value, orders_digest__regex=r"^[0-9a-f]{64}$")
                | Q(scope__in=[Scope.STORED.value, Scope.PASSING.value], orders_digest=""),
            ),
            models.CheckConstraint(
                name="privacy_breach_times",
                condition=Q(from_at__lte=F("until_at"), aware_at__lte=F("entered_at"))
                & (Q(told_authority_at=None) | Q(told_authority_at__gte=F("aware_at")))
                & (Q(told_persons_at=None) | Q(told_persons_at__gte=F("aware_at"))),
            ),
        ]
