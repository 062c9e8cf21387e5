"""Baskets and what they cost."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import translation

from reprise import rows
from reprise.catalog.models import Variant
from reprise.catalog.words import attribute
from reprise.checkout.insurance.base import Policy
from reprise.checkout.insurance.registry import offered
from reprise.checkout.models import Basket
from reprise.checkout.rules import (
    Device,
    Method,
    Model,
    Quote,
    QuoteLine,
    SellerQuote,
    choose,
    fees_on,
    terms_on,
)
from reprise.kernel.money import Money
from reprise.markets.queries import Market
from reprise.markets.queries import market as market_of
from reprise.offers.models import Offer
from reprise.offers.rules import levy_on
from reprise.orders.delivery import arrival_by, latest_start


def token_digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def request_digest(basket_id: UUID, request_key: str) -> str:
    """What an order keeps of the request that placed it, to know it when it comes again.

    Not the basket, which would tie together whatever one browser has ordered (decision 0034).
    """
    return hashlib.sha256(f"{basket_id}:{request_key}".encode()).hexdigest()


def basket_of(token: str, market: str) -> Basket | None:
    """The basket that a browser's token opens in a market."""
    if not token:
        return None
    return rows.first(Basket, token_digest=token_digest(token), market=market)


# Everything a quote needs of every item, what is not sold any more without an offer's columns.
_ITEMS = """
SELECT i.offer_id, i.seller_id, i.quantity, i.seen_minor,
       m.price_minor, m.currency, m.vat_scheme, m.warranty_months,
       o.grade, o.sku, o.available, o.battery_min, o.accessories,
       v.id AS variant_id, v.slug AS variant_slug, v.storage_gb, v.memory_gb, v.colour,
       v.colour_hex, v.colour_names, v.attributes,
       p.slug AS product_slug, p.name AS product_name, p.form,
       COALESCE(d.slug, c.slug) AS department,
       s.slug AS seller_slug, s.name AS seller_name, s.town, s.country, s.is_operator,
       (SELECT t.id FROM sellers_trader t WHERE t.seller_id = s.id
         ORDER BY t.version DESC LIMIT 1) AS trader_id,
       (SELECT json_agg(json_build_array(w.code, w.carrier, w.kind, w.price_minor, w.days_min,
                                         w.days_max)
                        ORDER BY w.price_minor, w.days_max, w.code)
          FROM sellers_shippingmethod w
         WHERE w.seller_id = s.id AND w.market = m.market AND w.currency = m.currency
           AND w.active) AS methods
  FROM checkout_basketitem i
  LEFT JOIN (offers_marketoffer m
       JOIN offers_offer o ON o.id = m.offer_id AND o.active
       JOIN sellers_seller s ON s.id = m.seller_id AND s.active
       JOIN catalog_variant v ON v.id = o.variant_id
       JOIN catalog_product p ON p.id = v.product_id
       JOIN catalog_category c ON c.id = p.category_id
       LEFT JOIN catalog_category d ON d.id = c.parent_id)
    ON m.offer_id = i.offer_id AND m.seller_id = i.seller_id AND m.market = %s AND m.active
 WHERE i.basket_id = %s
 ORDER BY i.id
"""


def quote(
    basket: Basket | None,
    market: str,
    now: datetime,
    *,
    language: str = "en",
    chosen: Mapping[UUID, str] | None = None,
    insured: Mapping[UUID, Collection[int]] | None = None,
) -> Quote:
    """The whole price of a basket at ``now``, each seller shipping by the ``chosen`` method (its
    code by seller; the cheapest to the door where none is), with the ``insured`` devices (numbers
    from 1, by offer) insured and no other.  One statement.

    Items that are not offered any more, or that nobody ships here, are named in ``unavailable``
    and cost nothing.
    """
    facts = market_of(market)
    day = now.date()
    policy = offered(market, language, day, demo=settings.DEMO)
    lines: dict[UUID, list[QuoteLine]] = defaultdict(list)
    sellers: dict[UUID, Mapping[str, Any]] = {}
    unavailable = []
    for row in _items(basket, market):
        if row["trader_id"] is None or row["methods"] is None:
            unavailable.append(str(row["offer_id"]))
            continue
        sellers[row["seller_id"]] = row
        wanted = (insured or {}).get(row["offer_id"], ())
        lines[row["seller_id"]].append(_line(row, facts, now, language, policy, wanted))
    return Quote(
        market=market,
        currency=facts.currency,
        sellers=tuple(
            _seller(sellers[seller_id], (chosen or {}).get(seller_id, ""), rows, facts, now)
            for seller_id, rows in sorted(lines.items())
        ),
        service_fee=Money(fees_on(day).service_fee[facts.currency], facts.currency),
        terms_version=terms_on(day),
        unavailable=tuple(unavailable),
        policy=policy,
    )


def _items(basket: Basket | None, market: str) -> list[dict[str, Any]]:
    if basket is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_ITEMS, [market, basket.id])
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _line(
    row: Mapping[str, Any],
    market: Market,
    now: datetime,
    language: str,
    policy: Policy | None,
    insured: Collection[int],
) -> QuoteLine:
    variant = Device(
        id=row["variant_id"],
        product=Model(row["product_slug"], row["product_name"], row["form"]),
        slug=row["variant_slug"],
        storage_gb=row["storage_gb"],
        memory_gb=row["memory_gb"],
        colour=row["colour"],
        colour_hex=row["colour_hex"],
        colour_names=json.loads(row["colour_names"]),
        attributes=json.loads(row["attributes"]),
    )
    levy = levy_on(row["department"], variant.storage_gb, market.country, now.date())
    price = Money(row["price_minor"], row["currency"])
    premium = policy.premium(price) if policy else None
    return QuoteLine(
        offer_id=row["offer_id"],
        variant=variant,
        grade=row["grade"],
        title=title(variant, language),
        quantity=row["quantity"],
        price=price,
        seen=Money(row["seen_minor"], row["currency"]),
        available=row["available"],
        levy=levy.amount if levy else Money.zero(row["currency"]),
        vat_scheme=row["vat_scheme"],
        warranty_months=row["warranty_months"],
        promise={
            "battery_min": row["battery_min"],
            "accessories": sorted(row["accessories"]),
            "sku": row["sku"],
        },
        premium=premium,
        insured=frozenset(
            number for number in insured if premium is not None and 1 <= number <= row["quantity"]
        ),
    )


def _seller(
    row: Mapping[str, Any], wanted: str, lines: list[QuoteLine], market: Market, now: datetime
) -> SellerQuote:
    methods = tuple(
        Method(code, carrier, kind, Money(price, market.currency), days_min, days_max)
        for code, carrier, kind, price, days_min, days_max in row["methods"]
    )
    chosen = choose(methods, wanted)
    # The order is paid, at the latest, when its time to pay ends.
    paid_by = now + timedelta(minutes=settings.HOLD_MINUTES)
    return SellerQuote(
        seller_id=row["seller_id"],
        trader_id=row["trader_id"],
        name=row["seller_name"],
        slug=row["seller_slug"],
        town=row["town"],
        country=row["country"],
        is_operator=row["is_operator"],
        methods=methods,
        chosen=chosen,
        promised_by=arrival_by(
            latest_start(paid_by), row["country"], market.country, chosen.days_max
        ),
        lines=tuple(lines),
    )


def variants_of(offer_ids: Iterable[str]) -> list[tuple[str, Variant]]:
    """Offers that are not sold any more, each with its variant, to name them."""
    ids = list(offer_ids)
    if not ids:
        return []
    offers = Offer.objects.filter(id__in=ids).select_related("variant__product").order_by("id")
    return [(str(offer.id), offer.variant) for offer in offers]


def titles(variant_ids: Iterable[UUID], language: str) -> dict[UUID, str]:
    """The whole names of variants in a reader's language, who need not read the buyer's.

    A variant that the catalogue no longer has is left out.  One statement.
    """
    found = Variant.objects.select_related("product").in_bulk(list(set(variant_ids)))
    return {variant.id: title(variant, language) for variant in found.values()}


def named_so(variant_ids: Iterable[UUID], text: str, language: str) -> list[UUID]:
    """Those of these variants whose whole name in a reader's language has every word of ``text``.

    One statement.
    """
    asked = text.casefold().split()
    found = titles(variant_ids, language)
    return [
        variant_id
        for variant_id, name in found.items()
        if all(word in name.casefold() for word in asked)
    ]


def title(variant: Device | Variant, language: str) -> str:
    """A variant's whole name in ``language``, as the contract says it: model, every attribute that
    tells it from its sisters, the maker's colour.  No two variants of a product share it."""
    known = variant.attributes
    with translation.override(language):
        words = {
            name: attribute(str(known[name]))
            for name in ("case_material", "connectivity", "keyboard", "sim")
            if name in known
        }
    giga, tera = ("Go", "To") if language == "fr" else ("GB", "TB")
    parts = [variant.product.name, str(known.get("processor", ""))]
    if "case_mm" in known:
        parts.append(f"{known['case_mm']} mm")
    parts += [words.get("case_material", ""), words.get("connectivity", "")]
    if variant.memory_gb:
        parts.append(f"{variant.memory_gb} {giga} RAM")
    if variant.storage_gb:
        size = variant.storage_gb
        parts.append(
            f"{size // 1024} {tera}" if size >= 1024 and size % 1024 == 0 else f"{size} {giga}"
        )
    parts += [words.get("keyboard", ""), words.get("sim", "")]
    if variant.colour_names:
        parts.append(variant.colour_names.get(language) or variant.colour_names.get("en", ""))
    return ", ".join(part for part in parts if part)
