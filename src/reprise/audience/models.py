"""Counts and sketches.  No row names anybody, or holds what a visitor could be told by."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import GreaterThanOrEqual

from reprise.audience.rules import ASKERS, Estimate
from reprise.audience.rules import Month as CountedMonth


class Key(models.Model):
    """A month's key.  The table is unlogged: no backup of the cluster holds it."""

    month = models.DateField(primary_key=True)
    key = models.BinaryField()


class Batch(models.Model):
    """A batch of a process that was merged; not once more."""

    id = models.UUIDField(primary_key=True)
    merged_at = models.DateTimeField()


class Count(models.Model):
    """How often ``what`` (`states.What`) was, on a day (UTC); market and language may be empty."""

    day = models.DateField()
    market = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=2, blank=True)
    what = models.CharField(max_length=20)
    number = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "market", "language", "what"], name="audience_count_once"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="audience_count_positive"),
        ]


class ProductViews(models.Model):
    """How often a product's page was shown in a market on a day (UTC)."""

    day = models.DateField()
    market = models.CharField(max_length=2)
    product = models.CharField(max_length=140)
    number = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "market", "product"], name="audience_productviews_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gt=0), name="audience_productviews_positive"
            ),
        ]


class Sketch(models.Model):
    """A crowd of a month that is not closed: registers of a HyperLogLog."""

    month = models.DateField()
    crowd = models.CharField(max_length=20)
    body = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "crowd"], name="audience_sketch_once")
        ]


class Word(models.Model):
    """A word that nothing here is called by: ``name`` is its keyed hash, ``places`` a bitmap with
    one bit a network that asked.  ``text`` is empty until enough have."""

    month = models.DateField()
    name = models.BinaryField()
    places = models.BinaryField()
    text = models.CharField(max_length=40, blank=True)
    asked_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "name"], name="audience_word_once"),
            models.CheckConstraint(
                condition=Q(text="")
                | Q(GreaterThanOrEqual(Func(F("places"), function="bit_count"), ASKERS)),
                name="audience_word_asked_by_enough",
            ),
        ]


class Demand(models.Model):
    """A word that at least ``networks`` asked for in a month that has ended."""

    month = models.DateField()
    text = models.CharField(max_length=40)
    networks = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "text"], name="audience_demand_once"),
            models.CheckConstraint(
                condition=Q(networks__gte=ASKERS), name="audience_demand_asked_by_enough"
            ),
        ]


class Month(models.Model):
    """What a closed month's sketches said; kept for ever.  ``markets`` has (number, low, high) of
    the clients of each market."""

    month = models.DateField(primary_key=True)
    counted_from = models.DateField()
    recipients = models.BigIntegerField()
    recipients_low = models.BigIntegerField()
    recipients_high = models.BigIntegerField()
    sellers = models.BigIntegerField()
    sellers_low = models.BigIntegerField()
    sellers_high = models.BigIntegerField()
    markets = models.JSONField()
    closed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    recipients_low__gte=0,
                    recipients_low__lte=F("recipients"),
                    recipients__lte=F("recipients_high"),
                    sellers_low__gte=0,
                    sellers_low__lte=F("sellers"),
                    sellers__lte=F("sellers_high"),
                    counted_from__gte=F("month"),
                ),
                name="audience_month_bounds",
            )
        ]

    @property
    def counted(self) -> CountedMonth:
        recipients = Estimate(self.recipients, self.recipients_low, self.recipients_high)
        return CountedMonth(self.month, self.counted_from, recipients)

    @property
    def whole(self) -> bool:
        return self.counted.whole


class Figure(models.Model):
    """A published average (DSA art. 24(2)) over the six months that end with ``month``."""

    month = models.DateField(primary_key=True)
    published = models.DateField()
    average = models.BigIntegerField()
    low = models.BigIntegerField()
    high = models.BigIntegerField()
    very_large = models.BooleanField()
    next_by = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(low__gte=0, low__lte=F("average"), average__lte=F("high")),
                name="audience_figure_bounds",
            )
        ]
