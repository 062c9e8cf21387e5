"""A product's page: one variant in one grade, from one seller, and the way to all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from markupsafe import Markup

from reprise.checkout.rules import fees_on
from reprise.discovery.configuration import configuration, configuration_on, how_we_rank
from reprise.discovery.queries import product_page
from reprise.discovery.stored_pages import product_subject
from reprise.discovery.views import OfferView, ProductPage, VariantView
from reprise.kernel import clock
from reprise.kernel.money import Money
from reprise.law.eu.impact import STUDY_YEAR, WEIGHT_G, Product, Refurbished, Scenario, impact
from reprise.law.fr.private_copy import Levy
from reprise.law.registry import guarantee_of
from reprise.law.speech import cited
from reprise.offers.rules import levy_on
from reprise.orders.delivery import arrival_by, latest_start
from reprise.web import words
from reprise.web.place import Place
from reprise.web.shop import structured
from reprise.web.shop.page import in_place, page
from reprise.web.shop.stored import stored
from reprise.web.templating import drawing

# Departments whose devices have a screen worth describing.
WITH_SCREEN = frozenset({"smartphones", "tablets", "laptops", "watches"})


@dataclass(frozen=True, slots=True)
class Option:
    """One value of an axis, the variant it leads to, and the total there: in the grade asked for
    if it is to be had, else ``from`` the cheapest; None when it is not on sale."""

    text: str
    variant: VariantView
    chosen: bool
    price: Money | None
    is_from: bool


@dataclass(frozen=True, slots=True)
class Axis:
    key: str
    name: str
    options: tuple[Option, ...]


@require_safe
@in_place
@stored(
    lambda at, slug, variant_slug="": product_subject(at.market.code, slug),
    grade=words.CONDITIONS.__contains__,
)
def product(request: HttpRequest, at: Place, slug: str, variant_slug: str = "") -> HttpResponse:
    grade = request.GET.get("grade")
    found = product_page(
        at.market.code,
        slug,
        variant_slug or None,
        grade if grade in words.CONDITIONS else None,
    )
    if found is None:
        raise Http404
    box = found.box
    now = clock.now()
    near = request.GET.get("from") == at.market.country.lower()
    offered = _offer(at, box.offers, near, now)
    levy = _levy(found, at, now.date())
    return page(
        request,
        at,
        "shop/product.html",
        {
            "canonical": f"products/{slug}/{found.variant.slug}/",
            "noindex": near,
            "product": found,
            "variant": found.variant,
            "grade": box.grade,
            "grades": [
                (condition, found.variant.totals.get(code))
                for code, condition in words.CONDITIONS.items()
            ],
            "axes": _axes(found, box.grade, at.language),
            "with_screen": _department(found) in WITH_SCREEN,
            "rules": how_we_rank(
                configuration(box.version) if box.version else configuration_on(now.date())
            ),
            "impact": _impact(found),
            "guarantee_months": guarantee_of(at.market.country).period.months,
            "levy": levy,
            "levy_basis": levy and "; ".join(cited(each, at.language) for each in levy.basis),
            "near": near,
            "structured": _structured(at, found, box.grade, offered["sale"]),
            **offered,
        },
    )


def _offer(at: Place, found: Sequence[OfferView], near: bool, now: datetime) -> dict[str, Any]:
    """The seller who is shown, the whole price and the day of delivery; and the other sellers,
    ``near`` only those who send from the visitor's country."""
    if not found:
        return {"sale": None, "others": [], "ranked": []}
    sale, others = found[0], found[1:]
    currency = sale.total.currency
    fee = Money(fees_on(now.date()).service_fee[currency], currency)
    return {
        "sale": sale,
        "ranked": found,
        "others": [each for each in others if not near or each.seller.country == at.market.country],
        "rivals": len(others),
        "fee": fee,
        "total": sale.total + fee,
        "arrival": arrival_by(
            latest_start(now),
            sale.seller.country,
            at.market.country,
            sale.days_max,
        ),
        "acceptance_hours": settings.ACCEPTANCE_HOURS,
    }


def _structured(at: Place, found: ProductPage, grade: str, sale: OfferView | None) -> Markup:
    """The variant, its offer and the way here, for machines."""
    variant = found.variant
    way = [
        (f"categories/{each.slug}/", words.named(each.names, at.language)) for each in found.path
    ]
    way.append((f"products/{found.slug}/{variant.slug}/", found.name))
    return structured.block(
        structured.product(
            at,
            found,
            text=words.configuration(variant, at.language),
            picture=drawing(found.form, variant.colour_hex),
            sale=sale,
            grade=grade,
        ),
        structured.crumbs(at, gettext("Home"), way),
    )


def _axes(found: ProductPage, grade: str, language: str) -> list[Axis]:
    """The choices that the product offers; an axis with one value is none."""
    axes = []
    for key in words.AXES:
        choices = found.choices(key)
        if len(choices) < 2:
            continue
        options = tuple(
            Option(
                text=words.axis_text(choice.variant, key, language),
                variant=choice.variant,
                chosen=choice.chosen,
                price=choice.variant.totals.get(grade) or choice.variant.cheapest,
                is_from=grade not in choice.variant.totals,
            )
            for choice in choices
        )
        axes.append(Axis(key, words.said(words.AXES, key), options))
    return axes


def _department(found: ProductPage) -> str:
    return found.path[0].slug


# What a study says of one smartphone; of other devices it says nothing.
_SMARTPHONE: Final = {
    "decision": impact(Refurbished(product=Product.SMARTPHONE, scenario=Scenario.ONE_DEVICE)),
    "grams": WEIGHT_G,
    "year": STUDY_YEAR,
}


def _impact(found: ProductPage) -> dict[str, Any] | None:
    return _SMARTPHONE if _department(found) == "smartphones" else None


def _levy(found: ProductPage, at: Place, today: date) -> Levy | None:
    """What the price contains of the levy for private copying; None where nothing is owed."""
    return levy_on(_department(found), found.variant.storage_gb, at.market.country, today)
