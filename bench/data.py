"""The synthetic set: 20,000 variants, 1,700 sellers, as many offers as asked; nothing is real.

    python -m bench.data OFFERS

fills the (migrated, empty) database of DATABASE_URL.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from random import Random

PRODUCTS, VARIANTS_EACH, SELLERS = 2_000, 10, 1_700
GRADES = ("fair", "good", "very_good", "premium")
CATEGORIES = 6
BATCH = 20_000
STRIDE = 7919


def main(offers: int) -> None:
    import django

    django.setup()
    from django.db import transaction

    from reprise.discovery.actions import rebuild
    from reprise.kernel import clock

    start = time.monotonic()
    random = Random(7)  # noqa: S311  the same set every time
    now = clock.now()
    with transaction.atomic():
        variants = _catalogue()
        sellers = _sellers(random)
    _offers(random, variants, sellers, offers, now)
    listed = time.monotonic()
    rebuild(now)
    read = time.monotonic()
    print(
        f"offers in {listed - start:.0f} s, what buyers read in {read - listed:.0f} s", flush=True
    )


def _catalogue() -> list[object]:
    from reprise.catalog.models import Category, Product, Variant

    tops = [
        Category(slug=f"top-{n}", position=n, names={"en": f"Synthetic department {n}"})
        for n in range(CATEGORIES)
    ]
    subs = [
        Category(
            slug=f"sub-{n}-{m}", parent=tops[n], position=m, names={"en": f"Synthetic line {n}.{m}"}
        )
        for n in range(CATEGORIES)
        for m in range(5)
    ]
    Category.objects.bulk_create(tops)
    Category.objects.bulk_create(subs)
    products = [
        Product(
            category=subs[n % len(subs)],
            slug=f"synthetic-{n}",
            name=f"Synthetic {n}",
            brand=f"Brand {n % 40}",
            released="2022-01",
            form="generic-phone",
        )
        for n in range(PRODUCTS)
    ]
    Product.objects.bulk_create(products, batch_size=1000)
    colours = ["#232a31", "#faf6f2", "#b7c9d8", "#bf0013", "#394c38"]
    variants = [
        Variant(
            product=product,
            slug=f"{product.slug}-{n}",
            storage_gb=(64, 128, 256, 512, 1024)[n % 5],
            colour=f"synthetic-{n // 5}",
            colour_hex=colours[n // 5],
            colour_names={"en": f"Colour {n // 5}"},
        )
        for product in products
        for n in range(VARIANTS_EACH)
    ]
    Variant.objects.bulk_create(variants, batch_size=2000)
    return [variant.id for variant in variants]


def _sellers(random: Random) -> list[object]:
    from reprise.discovery.states import Criterion
    from reprise.sellers.models import QualityRate, Seller, ShippingMethod, Trader

    sellers = [
        Seller(slug=f"synthetic-{n}", name=f"Synthetic seller {n}", town="Nowhere", country="FR")
        for n in range(SELLERS)
    ]
    Seller.objects.bulk_create(sellers)
    Trader.objects.bulk_create(
        Trader(
            seller=seller,
            legal_name=f"{seller.name} (synthetic)",
            address="Nowhere",
            email="synthetic@reprise.example",
            phone="+00",
            register="none",
            register_number="0",
            certified_on=date(2026, 1, 1),
        )
        for seller in sellers
    )
    ShippingMethod.objects.bulk_create(
        ShippingMethod(
            seller=seller,
            market="fr",
            code="home",
            carrier="sandbox",
            kind="home",
            price_minor=random.choice([0, 0, 490]),
            currency="EUR",
            days_min=1,
            days_max=2,
        )
        for seller in sellers
    )
    QualityRate.objects.bulk_create(
        QualityRate(
            seller=seller, criterion=criterion.value, orders=1000, faults=random.randint(0, 60)
        )
        for seller in sellers
        for criterion in Criterion
    )
    return [seller.id for seller in sellers]


def _offers(random: Random, variants: list, sellers: list, number: int, now: object) -> None:
    """Spread over every variant and grade; each seller has a variant in a grade once."""
    from django.db import transaction

    from reprise.kernel.money import Money
    from reprise.offers.actions import MarketDraft, OfferDraft, list_offers

    cells = len(variants) * len(GRADES)
    drafts = []
    for n in range(number):
        # A stride that meets every cell once before it comes back.
        cell, layer = n * STRIDE % cells, n // cells
        drafts.append(
            OfferDraft(
                seller_id=sellers[(cell * 7 + layer * 101) % len(sellers)],
                variant_id=variants[cell // len(GRADES)],
                grade=GRADES[cell % len(GRADES)],
                sku=f"S-{n}",
                available=50,
                battery_min=85,
                accessories=("cable",),
                markets=(
                    MarketDraft("fr", Money(random.randint(5_000, 90_000), "EUR"), 24, "margin"),
                ),
            )
        )
        if len(drafts) == BATCH or n == number - 1:
            with transaction.atomic():
                list_offers(drafts, now)
            drafts = []


if __name__ == "__main__":
    main(int(sys.argv[1]))
