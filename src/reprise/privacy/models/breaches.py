from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from reprise.kernel.ids import new_id
from reprise.law.eu.breach import Risk, Spared
from reprise.privacy.states import (
    BREACH_ONCE,
    BREACH_WORDS,
    DESCRIBING,
    BreachKind,
    BreachVerb,
    Scope,
)


class Breach(models.Model):
    """A breach of personal data, or a drill of one: codes, times and numbers alone, nobody's name.

    ``counts`` is what `touched.count` found when it was entered.  Append-only; what was decided and
    done about it is in its acts.
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
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="privacy_breach_reference"),
            models.CheckConstraint(
                name="privacy_breach_codes",
                condition=Q(
                    kinds__contained_by=[each.value for each in BreachKind],
                    kinds__len__gt=0,
                    holdings__len__gt=0,
                ),
            ),
            models.CheckConstraint(
                name="privacy_breach_scope",
                condition=Q(scope=Scope.ORDERS.value, orders_digest__regex=r"^[0-9a-f]{64}$")
                | Q(scope__in=[Scope.STORED.value, Scope.PASSING.value], orders_digest=""),
            ),
            models.CheckConstraint(
                name="privacy_breach_times",
                condition=Q(from_at__lte=F("until_at"), aware_at__lte=F("entered_at")),
            ),
        ]


class BreachAct(models.Model):
    """One thing that was decided or done about a breach, by whom and when (art. 33(5)).
    Append-only: the state of a breach is what its last acts say.

    ``seq`` has no gap in a breach.  ``happened_at`` is when it was so, ``at`` when it was written
    down.  Its words are a `BreachText`, which can be taken out; ``digest`` proves which they were.
    Nobody stands at what was there before acts were kept.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    breach_id = models.UUIDField()
    seq = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=16)
    risk = models.CharField(max_length=8, blank=True)
    spared = models.CharField(max_length=16, blank=True)
    of = models.PositiveSmallIntegerField(null=True, help_text="the act whose words it is about")
    digest = models.CharField(max_length=64, blank=True, help_text="of its salt and words")
    happened_at = models.DateTimeField()
    at = models.DateTimeField()
    staff_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["breach_id", "seq"], name="privacy_breachact_seq"),
            models.UniqueConstraint(
                fields=["breach_id", "verb"],
                condition=Q(verb__in=[each.value for each in BREACH_ONCE]),
                name="privacy_breachact_once",
            ),
            # Words are taken out once.
            models.UniqueConstraint(
                fields=["breach_id", "of"],
                condition=Q(verb=BreachVerb.STRUCK.value),
                name="privacy_breachact_struck",
            ),
            models.CheckConstraint(
                name="privacy_breachact_codes",
                condition=Q(
                    seq__gt=0,
                    verb__in=[each.value for each in BreachVerb],
                    digest__regex=r"^([0-9a-f]{64})?$",
                    happened_at__lte=F("at"),
                ),
            ),
            models.CheckConstraint(
                name="privacy_breachact_judged",
                condition=Q(verb=BreachVerb.JUDGED.value, risk__in=[each.value for each in Risk])
                | (~Q(verb=BreachVerb.JUDGED.value) & Q(risk="")),
            ),
            models.CheckConstraint(
                name="privacy_breachact_spared",
                condition=Q(spared="")
                | Q(spared__in=[each.value for each in Spared], risk=Risk.HIGH.value),
            ),
            models.CheckConstraint(
                name="privacy_breachact_of",
                condition=Q(
                    verb__in=[each.value for each in BREACH_WORDS],
                    of__isnull=False,
                    of__gt=0,
                    of__lt=F("seq"),
                )
                | (~Q(verb__in=[each.value for each in BREACH_WORDS]) & Q(of=None)),
            ),
            # Who judges says why, what is known is words, and so is why words are taken out.
            models.CheckConstraint(
                name="privacy_breachact_why",
                condition=~Q(
                    verb__in=[
                        each.value
                        for each in (*DESCRIBING, BreachVerb.JUDGED, BreachVerb.TO_STRIKE)
                    ],
                    digest="",
                )
                | Q(staff_id=None),
            ),
        ]


class BreachText(models.Model):
    """The words of an act: never changed, and taken out whole where they lead to somebody."""

    act_id = models.UUIDField(primary_key=True, editable=False)
    breach_id = models.UUIDField()
    salt = models.CharField(max_length=32)
    words = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="privacy_breachtext_words",
                condition=~Q(words="") & ~Q(words__contains="@"),
            ),
        ]
        indexes = [models.Index(fields=["breach_id"], name="privacy_breachtext_breach")]
