"""What a page says, once more for machines: schema.org as JSON-LD, in a data block of the page.

A browser does not run a data block, so the pages' CSP allows it.  Nothing is claimed here that the
page does not say; there is no rating, because there is none.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from markupsafe import Markup

from reprise.discovery.views import OfferView, ProductPage
from reprise.law.eu.withdrawal import DAYS as WITHDRAWAL_DAYS
from reprise.law.terms.dispatch import WORKING_DAYS
from reprise.web.place import Place

Facts = dict[str, Any]


def block(*things: Facts) -> Markup:
    """A data block about ``things``.  What would end it in HTML is written otherwise."""
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": things},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{safe}</script>')  # noqa: S704 - escaped


def crumbs(at: Place, home: str, steps: Iterable[tuple[str, str]]) -> Facts:
    """The way from ``home`` (its name) to here; (address below the place, name) each."""
    way = [("", home), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": name,
                "item": f"{settings.PUBLIC_URL}{at.path(rest)}",
            }
            for number, (rest, name) in enumerate(way, start=1)
        ],
    }


def product(
    at: Place, found: ProductPage, *, text: str, picture: str, sale: OfferView | None, grade: str
) -> Facts:
    """The variant that is shown, with the offer that is shown, if there is one.

    ``text`` is its configuration, ``picture`` the address of its drawing.
    """
    variant = found.variant
    address = f"{settings.PUBLIC_URL}{at.path(f'products/{found.slug}/{variant.slug}/')}"
    facts: Facts = {
        "@type": "Product",
        "name": found.name,
        "sku": variant.slug,
        "url": address,
        "image": f"{settings.PUBLIC_URL}{picture}",
        "brand": {"@type": "Brand", "name": found.brand},
    }
    if text:
        facts["description"] = text
    if sale:
        facts["offers"] = _offer(at, sale, f"{address}?grade={grade}")
    return facts


def _offer(at: Place, offer: OfferView, address: str) -> Facts:
    return {
        "@type": "Offer",
        "url": address,
        "price": str(offer.price.decimal),
        "priceCurrency": offer.price.currency,
        "itemCondition": "https://schema.org/RefurbishedCondition",
        "availability": "https://schema.org/InStock",
        "seller": {"@type": "Organization", "name": offer.seller.name},
        "shippingDetails": {
            "@type": "OfferShippingDetails",
            "shippingRate": {
                "@type": "MonetaryAmount",
                "value": str(offer.shipping.decimal),
                "currency": offer.shipping.currency,
            },
            "shippingDestination": _region(at),
            "deliveryTime": {
                "@type": "ShippingDeliveryTime",
                "handlingTime": _days(0, _handling_days()),
                "transitTime": _days(offer.days_min, offer.days_max),
            },
        },
        "hasMerchantReturnPolicy": {
            "@type": "MerchantReturnPolicy",
            "applicableCountry": at.market.country,
            "returnPolicyCategory": "https://schema.org/MerchantReturnFiniteReturnWindow",
            "merchantReturnDays": WITHDRAWAL_DAYS,
        },
    }


def _handling_days() -> int:
    """The seller's time to accept, and to dispatch."""
    return math.ceil(settings.ACCEPTANCE_HOURS / 24) + WORKING_DAYS


def _region(at: Place) -> Facts:
    return {"@type": "DefinedRegion", "addressCountry": at.market.country}


def _days(least: int, most: int) -> Mapping[str, object]:
    return {"@type": "QuantitativeValue", "minValue": least, "maxValue": most, "unitCode": "DAY"}
