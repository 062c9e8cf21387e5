"""What demo offers cost: a rule of thumb from launch price, age and condition, and some noise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any, Final
from uuid import UUID

from reprise.demo.catalogue import Product, VariantSpec
from reprise.kernel.money import Money
from reprise.offers.actions import MarketDraft, OfferDraft
from reprise.sellers.models import Seller

# A device keeps this share of its value each year, and never less than the floor.
KEPT_A_YEAR: Final = 0.80
FLOOR: Final = 0.07
GRADES: Final = {
    # factor, battery minimum, how often sellers have it
    "fair": (0.80, 80, 3),
    "good": (0.88, 80, 5),
    "very_good": (0.95, 85, 5),
    "premium": (1.06, 90, 2),
}
# Batteries are spoken of where they wear.
WITH_BATTERY: Final = ("iphone", "galaxy", "pixel", "fairphone", "xiaomi", "oneplus")
BOXES: Final = {
    "phones": (("cable",), ("cable", "sim-tool"), ()),
    "others": (("charger",), ("charger", "cable")),
}


def years_since(released: str, today: date) -> float:
    """From a month such as 2021-09."""
    year, month = (int(part) for part in released.split("-"))
    return max(0.0, today.year - year + (today.month - month) / 12)


def base_price(product: Product, spec: VariantSpec, sizes: Sequence[int], today: date) -> float:
    """Euros for a middling seller's device in perfect condition; ``sizes`` are its storages."""
    steps = sizes.index(spec.storage_gb) if spec.storage_gb in sizes else 0
    kept: float = max(FLOOR, 0.85 * KEPT_A_YEAR ** years_since(product.released, today))
    return product.launch_price_eur * kept * (1 + 0.09 * steps)


def drafts(
    random: Random,
    variants: Sequence[tuple[Product, VariantSpec, UUID]],
    sellers: Sequence[tuple[Seller, dict[str, Any]]],
    number: int,
    today: date,
) -> list[OfferDraft]:
    """``number`` offers, each of another seller, variant and grade."""
    sizes: dict[str, set[int]] = defaultdict(set)
    number_of = Counter(product.slug for product, _, _ in variants)
    for product, spec, _ in variants:
        if spec.storage_gb:
            sizes[product.slug].add(spec.storage_gb)
    prices = {
        spec.slug: base_price(product, spec, sorted(sizes[product.slug]), today)
        for product, spec, _ in variants
    }
    weights = [
        (4 if product.category in {"iphone", "galaxy"} else 2) / number_of[product.slug] ** 0.6
        for product, _, _ in variants
    ]
    names, odds = list(GRADES), [often for _, _, often in GRADES.values()]
    weight_of_seller = [row["size"] for _, row in sellers]
    chosen = random.choices(range(len(variants)), weights, k=number * 2)
    seen: set[tuple[UUID, UUID, str]] = set()
    result: list[OfferDraft] = []
    for index in chosen:
        product, spec, variant_id = variants[index]
        seller, row = random.choices(sellers, weight_of_seller)[0]
        grade = random.choices(names, odds)[0]
        key = (seller.id, variant_id, grade)
        if key in seen:
            continue
        seen.add(key)
        result.append(
            _draft(random, product, variant_id, seller, row, grade, prices[spec.slug], len(result))
        )
        if len(result) == number:
            break
    return result


def _draft(
    random: Random,
    product: Product,
    variant_id: UUID,
    seller: Seller,
    row: dict[str, Any],
    grade: str,
    base: float,
    number: int,
) -> OfferDraft:
    factor, battery, _ = GRADES[grade]
    phone = product.category in WITH_BATTERY
    price = max(10.0, base * factor * row["level"] * random.uniform(0.95, 1.07))
    ending = random.choice([0, 0, 99, 90, 50])
    scheme = random.choice(["margin", "margin", "margin", "standard"])
    return OfferDraft(
        seller_id=seller.id,
        variant_id=variant_id,
        grade=grade,
        sku=f"{seller.slug}-{number:05d}",
        available=random.choice([1, 1, 2, 3, 4, 6, 9, 15, 30]),
        battery_min=battery if phone else None,
        accessories=random.choice(BOXES["phones" if phone else "others"]),
        markets=tuple(
            MarketDraft(
                market,
                Money(int(price * (1 if place == 0 else 1.01)) * 100 + ending, "EUR"),
                random.choice([12, 24, 24, 24, 36]),
                scheme,
            )
            for place, market in enumerate(row["markets"])
        ),
    )
