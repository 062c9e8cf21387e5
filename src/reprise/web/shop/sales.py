"""What a product's page says about an offer beyond its place: tax, battery, box, trader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from reprise.discovery.views import OfferView, SellerView
from reprise.kernel.money import Money
from reprise.markets.queries import Market


@dataclass(frozen=True, slots=True)
class TraderView:
    """Who a seller is in law (DSA art. 30)."""

    legal_name: str
    address: str
    email: str
    phone: str
    register: str
    register_number: str
    vat_id: str
    certified_on: date


@dataclass(frozen=True, slots=True)
class Sale:
    """One offer that can be bought now."""

    offer: OfferView
    vat_scheme: str
    battery_min: int | None
    accessories: tuple[str, ...]
    trader: TraderView

    @property
    def seller(self) -> SellerView:
        return self.offer.seller

    @property
    def landed(self) -> Money:
        """Price and shipping of one device."""
        return self.offer.total


# What a page adds to the offers that were ranked, of those that can still be bought.
_SALES = """
SELECT m.offer_id, m.vat_scheme, o.battery_min, o.accessories,
       t.legal_name, t.address, t.email, t.phone, t.register, t.register_number, t.vat_id,
       t.certified_on
  FROM offers_marketoffer m
  JOIN offers_offer o ON o.id = m.offer_id AND o.active AND o.available > 0
  JOIN sellers_seller s ON s.id = m.seller_id AND s.active
  JOIN LATERAL (SELECT * FROM sellers_trader t WHERE t.seller_id = m.seller_id
                 ORDER BY t.version DESC LIMIT 1) t ON TRUE
 WHERE m.market = %s AND m.active AND m.offer_id = ANY(%s)
"""


def sales(offers: Sequence[OfferView], market: Market) -> list[Sale]:
    """The offers in their order, without those sold out since they were ranked.  One statement."""
    if not offers:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_SALES, [market.code, [offer.offer_id for offer in offers]])
        found = {offer_id: facts for offer_id, *facts in cursor.fetchall()}
    return [
        Sale(offer, vat_scheme, battery_min, tuple(accessories), TraderView(*trader))
        for offer in offers
        if offer.offer_id in found
        for vat_scheme, battery_min, accessories, *trader in [found[offer.offer_id]]
    ]
