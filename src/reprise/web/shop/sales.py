"""What a product's page says about an offer beyond its place: tax, battery, box, trader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from reprise.discovery.views import OfferView, SellerView
from reprise.kernel.money import Money
from reprise.markets.queries import Market
from reprise.offers.models import MarketOffer
from reprise.sellers.models import Trader

_TOLD = (
    "legal_name", "address", "email", "phone", "register", "register_number", "vat_id",
)  # fmt: skip


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


def sales(offers: Sequence[OfferView], market: Market) -> list[Sale]:
    """The offers in their order, without those sold out since they were ranked.  One statement."""
    if not offers:
        return []
    trader = (
        Trader.objects.filter(seller_id=OuterRef("seller_id"))
        .order_by("-version")
        .values(told=JSONObject(**{name: name for name in (*_TOLD, "certified_on")}))[:1]
    )
    rows: dict[Any, MarketOffer] = {
        row.offer_id: row
        for row in MarketOffer.objects.filter(
            market=market.code,
            offer_id__in=[offer.offer_id for offer in offers],
            active=True,
            seller__active=True,
            offer__active=True,
            offer__available__gt=0,
        )
        .select_related("offer")
        .annotate(told=Subquery(trader))
    }
    return [
        Sale(
            offer=offer,
            vat_scheme=row.vat_scheme,
            battery_min=row.offer.battery_min,
            accessories=tuple(row.offer.accessories),
            trader=_trader(row.told),  # type: ignore[attr-defined]
        )
        for offer in offers
        if (row := rows.get(offer.offer_id)) and row.told  # type: ignore[attr-defined]
    ]


def _trader(told: dict[str, str]) -> TraderView:
    return TraderView(
        **{name: told[name] for name in _TOLD},
        certified_on=date.fromisoformat(told["certified_on"]),
    )
