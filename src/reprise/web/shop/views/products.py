"""A product's page: one variant in one grade, from one seller, and the way to all others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from reprise.catalog.models import Variant
from reprise.catalog.states import Grade
from reprise.checkout.models import MOST_OF_ONE
from reprise.checkout.rules import fees_on
from reprise.kernel import clock
from reprise.kernel.money import Money
from reprise.web import words
from reprise.web.place import Place
from reprise.web.shop.delivery import arrival_by, latest_start
from reprise.web.shop.page import in_place, page
from reprise.web.shop.views import shelf
from reprise.web.shop.views.shelf import Sale

# Departments whose devices have a screen worth describing.
WITH_SCREEN = frozenset({"smartphones", "tablets", "laptops", "watches"})


@dataclass(frozen=True, slots=True)
class Option:
    """One value of an axis, and the variant it leads to."""

    text: str
    variant: Variant
    chosen: bool
    on_sale: bool


@dataclass(frozen=True, slots=True)
class Axis:
    key: str
    name: str
    options: tuple[Option, ...]


@in_place
def product(request: HttpRequest, at: Place, slug: str, variant_slug: str = "") -> HttpResponse:
    variants = shelf.variants(slug)
    if not variants:
        raise Http404
    sales = shelf.sales(variants[0].product_id, at.market)
    wanted = request.GET.get("grade", "")
    grade = wanted if wanted in words.CONDITIONS else ""
    variant = _variant(variants, sales, variant_slug, grade)
    here = [sale for sale in sales if sale.variant_id == variant.id]
    if not grade:
        grade = here[0].grade if here else Grade.GOOD.value
    rivals = [sale for sale in here if sale.grade == grade]
    return page(
        request,
        at,
        "shop/product.html",
        {
            "canonical": f"products/{slug}/{variant.slug}/",
            "product": variant.product,
            "variant": variant,
            "grade": grade,
            "grades": _grades(here),
            "axes": _axes(variants, variant, sales, at.language),
            "with_screen": _department(variant) in WITH_SCREEN,
            "with_battery": any(sale.battery_min for sale in sales),
            "most": MOST_OF_ONE,
            **_offer(at, rivals, clock.now()),
        },
    )


def _offer(at: Place, rivals: Sequence[Sale], now: datetime) -> dict[str, object]:
    """The seller who is shown, the whole price and the day of delivery; and the other sellers."""
    if not rivals:
        return {"sale": None, "others": []}
    sale = rivals[0]
    fee = Money(fees_on(now.date()).service_fee[sale.price.currency], sale.price.currency)
    return {
        "sale": sale,
        "others": rivals[1:],
        "fee": fee,
        "total": sale.landed + fee,
        "arrival": arrival_by(
            latest_start(now),
            sale.seller.country,
            at.market.country,
            sale.method.days_max,
        ),
        "acceptance_hours": settings.ACCEPTANCE_HOURS,
    }


def _variant(variants: Sequence[Variant], sales: Sequence[Sale], slug: str, grade: str) -> Variant:
    """The variant asked for, else the cheapest one on sale.  Http404 for another product's."""
    by_id = {variant.id: variant for variant in variants}
    if slug:
        found = next((variant for variant in variants if variant.slug == slug), None)
        if found is None:
            raise Http404
        return found
    for sale in sales:
        if not grade or sale.grade == grade:
            return by_id[sale.variant_id]
    return by_id[sales[0].variant_id] if sales else variants[0]


def _grades(here: Sequence[Sale]) -> list[tuple[words.Condition, Money | None]]:
    """Each grade with the price of its first sale, None when it is not on sale."""
    first: dict[str, Money] = {}
    for sale in here:
        first.setdefault(sale.grade, sale.price)
    return [
        (condition, first.get(condition.grade.value)) for condition in words.CONDITIONS.values()
    ]


def _axes(
    variants: Sequence[Variant], chosen: Variant, sales: Sequence[Sale], language: str
) -> list[Axis]:
    """The choices that the product offers; an axis with one value is none."""
    on_sale = {sale.variant_id for sale in sales}
    axes = []
    for key in words.AXES:
        values = list(
            dict.fromkeys(
                value
                for variant in variants
                if (value := words.axis_value(variant, key)) is not None
            )
        )
        if len(values) < 2:
            continue
        options = []
        for value in values:
            target = _nearest(variants, chosen, key, value, on_sale)
            options.append(
                Option(
                    text=words.axis_text(target, key, language),
                    variant=target,
                    chosen=value == words.axis_value(chosen, key),
                    on_sale=target.id in on_sale,
                )
            )
        axes.append(Axis(key, words.said(words.AXES, key), tuple(options)))
    return axes


def _nearest(
    variants: Sequence[Variant], chosen: Variant, key: str, value: object, on_sale: Collection[UUID]
) -> Variant:
    """The variant with ``value`` on an axis: on sale if possible, then most like the chosen one."""

    def likeness(variant: Variant) -> tuple[bool, int]:
        same = sum(
            words.axis_value(variant, axis) == words.axis_value(chosen, axis)
            for axis in words.AXES
            if axis != key
        )
        return (variant.id in on_sale, same)

    if value == words.axis_value(chosen, key):
        return chosen
    return max(
        (variant for variant in variants if words.axis_value(variant, key) == value), key=likeness
    )


def _department(variant: Variant) -> str:
    category = variant.product.category
    return category.parent.slug if category.parent else category.slug
