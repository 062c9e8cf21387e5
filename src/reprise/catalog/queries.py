from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from reprise.catalog.models import Category, Product, Variant
from reprise.catalog.rules import has_imei


@dataclass(frozen=True, slots=True)
class Branch:
    """A category in the tree, ``depth`` below a root, with its products and those below it."""

    category: Category
    depth: int
    products: int
    below: frozenset[UUID]


def tree() -> list[Branch]:
    """Every category in the order of the tree.  One statement."""
    children: dict[UUID | None, list[Category]] = defaultdict(list)
    own: dict[UUID, int] = {}
    rows = Category.objects.annotate(number=Count("products")).order_by("position", "slug")
    for row in rows:
        children[row.parent_id].append(row)
        own[row.id] = row.number
    return _branches(children, own, None, 0)


def _branches(
    children: dict[UUID | None, list[Category]],
    own: dict[UUID, int],
    parent: UUID | None,
    depth: int,
) -> list[Branch]:
    result = []
    for category in children[parent]:
        below = _branches(children, own, category.id, depth + 1)
        ids = frozenset({category.id, *(each.category.id for each in below)})
        result += [Branch(category, depth, sum(own[each] for each in ids), ids), *below]
    return result


def products(text: str, branch: Branch | None, language: str = "en") -> QuerySet[Product]:
    """Products with the number of their variants, in the order of their names.

    Each word of ``text`` is in the product's name, brand or address, in its category's name, or in
    a variant's address or colour; categories and colours as ``language`` says them, or as the
    maker does.
    """
    rows = Product.objects.annotate(number=Count("variants")).order_by(Lower("name"), "slug")
    for word in _words(text):
        variants = Variant.objects.filter(
            Q(slug__icontains=word)
            | Q(colour__icontains=word)
            | Q(**{f"colour_names__{language}__icontains": word}),
            product_id=OuterRef("id"),
        )
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(brand__icontains=word)
            | Q(slug__icontains=word)
            | Q(**{f"category__names__{language}__icontains": word})
            | Exists(variants)
        )
    return rows.filter(category_id__in=branch.below) if branch else rows


def with_imei(variant_ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of these variants whose devices bear an IMEI.  One statement."""
    found = Variant.objects.select_related("product__category__parent").in_bulk(list(variant_ids))
    return frozenset(
        variant.id
        for variant in found.values()
        if has_imei(variant.attributes, _path(variant.product.category))
    )


def _path(category: Category) -> tuple[str, ...]:
    return (category.slug, category.parent.slug) if category.parent else (category.slug,)


def _words(text: str) -> Sequence[str]:
    """Six words are enough to tell any model; more would only cost."""
    return text.split()[:6]
