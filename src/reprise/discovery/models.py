"""The decisions, and what buyers read by product.

Everything but decisions and sales is a projection: `actions.rebuild` makes it again.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from reprise.kernel.ids import new_id


class Decision(models.Model):
    """Who was shown from ``at`` on, and from which numbers that follows.  Append-only.

    ``inputs`` is a list, winner first, of ``{offer, seller, price, shipping, tallies, rates}``:
    ids, minor units, ``[orders, faults]`` by criterion, ppm by criterion.  ``result`` is
    ``{winner, scores}``, the scores in billionths of a minor unit in the order of the inputs.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    market = models.CharField(max_length=2)
    variant_id = models.UUIDField()
    grade = models.CharField(max_length=12)
    config_version = models.CharField(max_length=20)
    inputs = models.JSONField()
    result = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["variant_id", "grade", "market", "-id"], name="discovery_decided")
        ]


class BuyBox(models.Model):
    """The one offer shown for a market x variant x grade, in the market's currency.

    ``score`` is in billionths of a minor unit.  ``candidates`` has the inputs of the contest as a
    decision has them, with ``days`` [min, max] and ``warranty`` (months) for the page.
    """

    pk = models.CompositePrimaryKey("market", "variant_id", "grade")
    market = models.CharField(max_length=2)
    variant_id = models.UUIDField()
    grade = models.CharField(max_length=12)
    product_id = models.UUIDField()
    storage_gb = models.PositiveIntegerField(help_text="0: the variant has none")
    colour = models.CharField(max_length=12, help_text="family, or empty")
    offer_id = models.UUIDField()
    seller_id = models.UUIDField()
    price_minor = models.BigIntegerField()
    shipping_minor = models.BigIntegerField()
    days_min = models.PositiveSmallIntegerField()
    days_max = models.PositiveSmallIntegerField()
    warranty_months = models.PositiveSmallIntegerField()
    score = models.BigIntegerField()
    candidates = models.JSONField()
    config_version = models.CharField(max_length=20)

    class Meta:
        db_table = "discovery_buybox"
        indexes = [
            models.Index(fields=["product_id"], name="discovery_buybox_product"),
            models.Index(fields=["config_version"], name="discovery_buybox_version"),
        ]


class Option(models.Model):
    """The cheapest way to have a product in a storage, colour family and grade, in a market."""

    pk = models.CompositePrimaryKey("market", "product_id", "storage_gb", "colour", "grade")
    market = models.CharField(max_length=2)
    product_id = models.UUIDField()
    storage_gb = models.PositiveIntegerField()
    colour = models.CharField(max_length=12)
    grade = models.CharField(max_length=12)
    variant_id = models.UUIDField()
    price_minor = models.BigIntegerField()
    shipping_minor = models.BigIntegerField()


class Shelf(models.Model):
    """One tile: a product in a market, with the cheapest way to have it.

    ``categories`` are slugs, the sub-category first, then its parents.  ``ways`` are all
    options, packed as `reprise.discovery.ways` reads them, and ``marks`` is what they are together.
    ``orders_30d`` and ``top_seller`` are as of the last count.
    """

    pk = models.CompositePrimaryKey("market", "product_id")
    market = models.CharField(max_length=2)
    product_id = models.UUIDField()
    slug = models.CharField(max_length=120)
    name = models.CharField(max_length=120)
    brand = models.CharField(max_length=60)
    form = models.CharField(max_length=60)
    released = models.CharField(max_length=7, blank=True)
    category = models.CharField(max_length=60)
    categories = ArrayField(models.CharField(max_length=60))
    variant_id = models.UUIDField()
    grade = models.CharField(max_length=12)
    price_minor = models.BigIntegerField()
    shipping_minor = models.BigIntegerField()
    total_max = models.BigIntegerField(help_text="the dearest option, with shipping")
    storages = ArrayField(models.PositiveIntegerField())
    marks = models.BigIntegerField()
    ways = models.BinaryField()
    name_words = ArrayField(models.TextField())
    search = SearchVectorField()
    orders_30d = models.PositiveIntegerField(default=0, db_default=0)
    top_seller = models.BooleanField(default=False, db_default=False)

    class Meta:
        indexes = [
            GinIndex(fields=["search"], name="discovery_shelf_search"),
            GinIndex(fields=["categories"], name="discovery_shelf_categories"),
        ]


class Word(models.Model):
    """A word that a search may mean: plain ASCII, lower case."""

    word = models.CharField(max_length=60, primary_key=True)

    class Meta:
        indexes = [
            GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="discovery_word_trigrams")
        ]


class Sale(models.Model):
    """A product was part of an order that became final.  Added once an order and product, and gone
    when no list counts it any more."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    market = models.CharField(max_length=2)
    product_id = models.UUIDField()
    order_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order_id", "product_id"], name="discovery_sale_once")
        ]
        indexes = [
            models.Index(fields=["at", "market", "product_id"], name="discovery_sale_window")
        ]


class Subject(models.Model):
    """What stored pages show: a product's page or a list in a market.  A change counts up."""

    subject = models.CharField(max_length=140, primary_key=True)
    version = models.BigIntegerField()


class Page(models.Model):
    """A public page as it was sent, compressed; it is served while its subject's version stands."""

    path = models.CharField(max_length=400, primary_key=True)
    subject = models.CharField(max_length=140)
    version = models.BigIntegerField()
    body = models.BinaryField()
    etag = models.CharField(max_length=40)
    fresh_until = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["fresh_until"], name="discovery_page_fresh")]
