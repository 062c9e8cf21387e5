"""The pages that explain: terms, insurance, privacy, ranking, law."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.audience.rules import KEPT_MONTHS
from reprise.checkout.insurance.registry import offered
from reprise.checkout.rules import fees_on, terms_on
from reprise.discovery.configuration import configuration_on
from reprise.discovery.configuration import how_we_rank as published
from reprise.kernel import clock
from reprise.kernel.money import Money
from reprise.law.registry import guarantee_of
from reprise.law.table import by_country
from reprise.web.place import Place
from reprise.web.shop.page import in_place, page


@require_safe
@in_place
def terms(request: HttpRequest, at: Place) -> HttpResponse:
    today = clock.now().date()
    fees = fees_on(today)
    currency = at.market.currency
    return page(
        request,
        at,
        "shop/terms.html",
        {
            "version": terms_on(today),
            "fee": Money(fees.service_fee[currency], currency),
            "acceptance_hours": settings.ACCEPTANCE_HOURS,
            "hold_minutes": settings.HOLD_MINUTES,
            "guarantee_months": guarantee_of(at.market.country).period.months,
        },
    )


@require_safe
@in_place
def insurance(request: HttpRequest, at: Place) -> HttpResponse:
    today = clock.now().date()
    policy = offered(at.market.code, at.language, today, demo=settings.DEMO)
    if policy is None:
        raise Http404
    context = {"policy": policy, "cover": policy.facts()}
    return page(request, at, "shop/insurance.html", context)


@require_safe
@in_place
def privacy(request: HttpRequest, at: Place) -> HttpResponse:
    return page(request, at, "shop/privacy.html", {"kept_months": KEPT_MONTHS})


@require_safe
@in_place
def how_we_rank(request: HttpRequest, at: Place) -> HttpResponse:
    config = configuration_on(clock.now().date())
    return page(request, at, "shop/how_we_rank.html", {"rules": published(config)})


@require_safe
@in_place
def law(request: HttpRequest, at: Place) -> HttpResponse:
    parts = by_country(at.language)
    total = sum(len(found) for found in parts.values())
    return page(request, at, "shop/law.html", {"parts": parts, "total": total})
