"""The pages that explain: terms, insurance, privacy, ranking, law."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from reprise.audience.rules import KEPT_MONTHS
from reprise.checkout.insurance.registry import offered
from reprise.checkout.rules import fees_on, terms_versions
from reprise.consent import queries as consent
from reprise.consent.configuration import day_of
from reprise.consent.remembered import CHOICES
from reprise.consent.rules import ends_on
from reprise.consent.trackers import Tracker
from reprise.discovery.configuration import configuration_on
from reprise.discovery.configuration import how_we_rank as published
from reprise.kernel import clock
from reprise.kernel.money import Money
from reprise.law.calendars import Calendar
from reprise.law.eu import withdrawal
from reprise.law.eu.withdrawal_form import model_form
from reprise.law.eu.withdrawal_refund import REFUND_DAYS
from reprise.law.registry import guarantee_of
from reprise.law.speech import begun, cited, explain
from reprise.law.table import by_country
from reprise.law.terms.disputes import MEDIATORS, mediator_of_all
from reprise.markets.area import EEA
from reprise.privacy import handed_words as handed
from reprise.privacy.copy import grounded, said
from reprise.privacy.holdings import HOLDINGS, Whose
from reprise.privacy.recipients import SIGHTS
from reprise.privacy.supervisors import supervisor_of
from reprise.privacy.table import examples
from reprise.sellers.queries import countries as dispatching
from reprise.web.place import Place
from reprise.web.shop.page import in_place, page
from reprise.web.trackers import REGISTER

# Whose data the page tells of; those who work here or sell read it in their own accounts.
_TOLD: Final = (Whose.BUYER, Whose.ACCOUNT, Whose.VISITOR)


@require_safe
@in_place
def terms(request: HttpRequest, at: Place, version: str = "") -> HttpResponse:
    """The terms in force, or an earlier version, which still applies to the orders of its time."""
    today = clock.now().date()
    versions = terms_versions(today)
    shown = next((each for each in versions if each.name == (version or versions[0].name)), None)
    if shown is None:
        raise Http404
    fees = fees_on(shown.until or today)
    currency = at.market.currency
    return page(
        request,
        at,
        f"shop/terms/{shown.name}.html",
        {
            "shown": shown,
            "version": shown.name,
            "versions": versions,
            "fee": Money(fees.service_fee[currency], currency),
            "acceptance_hours": settings.ACCEPTANCE_HOURS,
            "hold_minutes": settings.HOLD_MINUTES,
            "guarantee_months": guarantee_of(at.market.country).period.months,
            "withdrawal_days": withdrawal.DAYS,
            "return_days": withdrawal.RETURN_DAYS,
            "refund_days": REFUND_DAYS,
            "form": model_form(at.language, gettext("name, address, e-mail of the seller")),
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
    """What is written on a device or read from it comes from the register that the guard uses, what
    is held and until when from what is applied, what partners add from what is asked today; nothing
    of it where nothing is asked."""
    now = clock.now()
    offer = consent.offer(consent.current(), now)
    asked = bool(offer)
    told = [each for each in REGISTER if asked or each is not CHOICES]
    trackers = [(each, each.access(consented=False)) for each in told]
    context = {
        "trackers": trackers,
        "days": lambda each: _days(each, now),
        "partners": offer.partners,
        "host": handed.HOST,
        "partner": handed.PARTNER,
        "beyond": [e for e in offer.partners if e.transfer_basis or e.country not in EEA],
        "grounded": grounded,
        "begun": begun,
        "cited": cited,
        "grounds": tuple(dict.fromkeys(explain(law, at.language) for _, law in trackers)),
        "asks": asked or any(law.consent_needed for _, law in trackers),
        "https": settings.HTTPS,
        "kept_months": KEPT_MONTHS,
        "operator": settings.OPERATOR,
        "sights": SIGHTS,
        "holdings": {
            whose.value: [each for each in HOLDINGS if each.whose is whose] for whose in _TOLD
        },
        "abroad": [each for each in dispatching() if each not in EEA],
        "supervisor": supervisor_of(at.market.country),
        # Every part opened: to print it, or to search a page in a browser that opens nothing.
        "opened": request.GET.get("parts") == "open",
        "kept": examples(at.market.country, Calendar(at.market.country).day_of(now)),
        "said": said,
    }
    return page(request, at, "shop/privacy.html", context)


def _days(tracker: Tracker, now: datetime) -> int:
    """How long it is kept at the most, set today: a choice has six months, whatever days those
    are."""
    if tracker is CHOICES:
        return (ends_on(day_of(now)) - day_of(now)).days
    return (tracker.seconds or 0) // 86400


@require_safe
@in_place
def to_privacy(request: HttpRequest, at: Place) -> HttpResponse:
    """The page under the name that it has in another language."""
    return HttpResponsePermanentRedirect(at.path("privacy/"))


@require_safe
@in_place
def legal_notice(request: HttpRequest, at: Place) -> HttpResponse:
    """Who runs this shop, how to reach them, and the way that a dispute takes in this country."""
    country, operator = at.market.country, settings.OPERATOR
    known = MEDIATORS.get(country)
    mediator = operator and operator.mediators.get(at.market.code)
    context = {
        "operator": operator,
        "demo": settings.DEMO,
        "mediator": mediator or mediator_of_all(country),
        "name": getattr(known.name, at.language) if known else "",
        "courts": getattr(known.courts, at.language) if known else "",
    }
    return page(request, at, "shop/legal_notice.html", context)


@require_safe
@in_place
def to_legal_notice(request: HttpRequest, at: Place) -> HttpResponse:
    """The page under the name that it has in another language."""
    return HttpResponsePermanentRedirect(at.path("legal-notice/"))


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
