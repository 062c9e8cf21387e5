from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from reprise.catalog.models import Variant
from reprise.checkout.models import Basket, BasketItem
from reprise.checkout.rules import Quote, QuoteLine, SellerQuote, fees_on, terms_on
from reprise.kernel.money import Money
from reprise.markets.queries import market as market_of
from reprise.offers.models import MarketOffer, Offer
from reprise.sellers.models import Seller, ShippingMethod, Trader


def token_digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def basket_of(token: str, market: str) -> Basket | None:
    """The basket that a browser's token opens in a market."""
    if not token:
        return None
    return Basket.objects.filter(token_digest=token_digest(token), market=market).first()


def quote(basket: Basket | None, market: str, day: date) -> Quote:
    """The whole price of a basket on ``day``, with each seller's cheapest shipping.

    Items that are not offered any more are named in ``unavailable`` and cost nothing.
    """
    facts = market_of(market)
    fees = fees_on(day)
    items = list(BasketItem.objects.filter(basket=basket)) if basket else []
    offers = {
        row.offer_id: row
        for row in MarketOffer.objects.filter(
            market=market,
            active=True,
            offer_id__in=[item.offer_id for item in items],
            offer__active=True,
            seller__active=True,
        ).select_related("offer__variant__product")
    }
    sellers = {item.seller_id for item in items if item.offer_id in offers}
    chosen = _cheapest_shipping(sellers, market)
    lines: dict[UUID, list[QuoteLine]] = defaultdict(list)
    unavailable = []
    for item in sorted(items, key=lambda item: item.id):
        row = offers.get(item.offer_id)
        if row is None or item.seller_id not in chosen:
            unavailable.append(str(item.offer_id))
            continue
        lines[item.seller_id].append(_line(item, row))
    people = {seller.id: seller for seller in Seller.objects.filter(id__in=lines) if lines}
    traders = {
        trader.seller_id: trader.id
        for trader in Trader.objects.filter(seller_id__in=lines).order_by("version")
    }
    return Quote(
        market=market,
        currency=facts.currency,
        sellers=tuple(
            _seller(people[seller_id], traders[seller_id], chosen[seller_id], tuple(rows))
            for seller_id, rows in sorted(lines.items())
        ),
        service_fee=Money(fees.service_fee[facts.currency], facts.currency),
        terms_version=terms_on(day),
        unavailable=tuple(unavailable),
    )


def _cheapest_shipping(sellers: set[UUID], market: str) -> dict[UUID, ShippingMethod]:
    result: dict[UUID, ShippingMethod] = {}
    rows = ShippingMethod.objects.filter(
        seller_id__in=sellers, market=market, active=True, kind="home"
    ).order_by("price_minor", "days_max", "code")
    for row in rows:
        result.setdefault(row.seller_id, row)
    return result


def _line(item: BasketItem, row: MarketOffer) -> QuoteLine:
    variant = row.offer.variant
    return QuoteLine(
        offer_id=row.offer_id,
        variant_id=variant.id,
        grade=row.offer.grade,
        title=title(variant),
        quantity=item.quantity,
        price=Money(row.price_minor, row.currency),
        seen=Money(item.seen_minor, row.currency),
        available=row.offer.available,
        levy=Money.zero(row.currency),
        vat_scheme=row.vat_scheme,
        warranty_months=row.warranty_months,
        promise={
            "battery_min": row.offer.battery_min,
            "accessories": sorted(row.offer.accessories),
            "sku": row.offer.sku,
        },
        product_slug=variant.product.slug,
        variant_slug=variant.slug,
        form=variant.product.form,
        colour=variant.colour_hex.lstrip("#"),
    )


def variants_of(offer_ids: Iterable[str]) -> list[tuple[str, Variant]]:
    """Offers that are not sold any more, each with its variant, to name them."""
    ids = list(offer_ids)
    if not ids:
        return []
    offers = Offer.objects.filter(id__in=ids).select_related("variant__product").order_by("id")
    return [(str(offer.id), offer.variant) for offer in offers]


def title(variant) -> str:  # type: ignore[no-untyped-def]
    """A variant's whole name in no language: model, every attribute that tells it from its
    sisters, maker's colour.  No two variants of a product share it."""
    known = variant.attributes
    parts = [variant.product.name, str(known.get("processor", ""))]
    if "case_mm" in known:
        parts.append(f"{known['case_mm']} mm")
    parts += [str(known.get("case_material", "")), str(known.get("connectivity", ""))]
    if variant.memory_gb:
        parts.append(f"{variant.memory_gb} GB RAM")
    if variant.storage_gb:
        size = variant.storage_gb
        parts.append(f"{size // 1024} TB" if size >= 1024 and size % 1024 == 0 else f"{size} GB")
    parts += [str(known.get("keyboard", "")), str(known.get("sim", ""))]
    if variant.colour_names:
        parts.append(variant.colour_names.get("en", ""))
    return ", ".join(part for part in parts if part)


def _seller(
    seller: Seller, trader_id: UUID, method: ShippingMethod, lines: tuple[QuoteLine, ...]
) -> SellerQuote:
    return SellerQuote(
        seller_id=seller.id,
        trader_id=trader_id,
        name=seller.name,
        slug=seller.slug,
        town=seller.town,
        country=seller.country,
        is_operator=seller.is_operator,
        method=method.code,
        carrier=method.carrier,
        kind=method.kind,
        days_min=method.days_min,
        days_max=method.days_max,
        shipping=Money(method.price_minor, method.currency),
        lines=lines,
    )
