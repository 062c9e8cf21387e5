"""A seller's offer among rivals, and where its pages are."""

from __future__ import annotations

from django.test import Client

from reprise.discovery import actions
from tests.cast import OfferCase, an_offer
from tests.discovery.shop import a_shop_seller, a_stocked_offer
from tests.moment import now
from tests.web.seller.room import section

MIDNIGHT = {"en": "Midnight", "fr": "Minuit", "de": "Mitternacht", "nl": "Middernacht"}


def contest(*rivals: int, price: int = 31_200, stock: int = 5) -> OfferCase:
    """The seller's offer, then those of sellers like it, in France, with the buy box held."""
    case = an_offer(price=price, stock=stock)
    for asked in rivals:
        a_stocked_offer(a_shop_seller(), case.offer.variant, asked)
    actions.refresh(case.offer.variant_id, "good", now())
    return case


def row(client: Client, case: OfferCase, query: str = "") -> str:
    return section(client.get(f"/seller/offers/?{query}").content.decode(), f"offer-{case.id}")


def page(case: OfferCase, query: str = "") -> str:
    return f"/seller/offers/{case.id}/{query}"
