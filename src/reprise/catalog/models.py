from __future__ import annotations

from django.db import models

from reprise.kernel.ids import new_id


class Category(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    position = models.PositiveSmallIntegerField(default=0)
    names = models.JSONField(help_text="language code to the name as a heading, in the plural")

    def __str__(self) -> str:
        return self.slug


class Product(models.Model):
    """A model, such as "iPhone 13": one page, many variants."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    category = models.ForeignKey(Category, models.PROTECT, related_name="products")
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=120)
    brand = models.CharField(max_length=60)
    released = models.CharField(max_length=7, blank=True, help_text="YYYY-MM")
    form = models.CharField(max_length=60, help_text="the name of its drawing")
    weight_g = models.PositiveIntegerField(null=True)
    attributes = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.slug


class Variant(models.Model):
    """One buyable configuration of a product."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    product = models.ForeignKey(Product, models.PROTECT, related_name="variants")
    slug = models.SlugField(max_length=160, unique=True)
    storage_gb = models.PositiveIntegerField(null=True)
    memory_gb = models.PositiveSmallIntegerField(null=True)
    colour = models.CharField(max_length=60, blank=True, help_text="key of the maker's colour")
    colour_hex = models.CharField(max_length=7, blank=True)
    colour_names = models.JSONField(default=dict, help_text="language code to name")
    attributes = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.slug
