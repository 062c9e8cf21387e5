"""Filling an empty marketplace."""

from __future__ import annotations

import os
import tomllib
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from reprise.accounts.models import User
from reprise.catalog.models import Category, Product, Variant
from reprise.demo import catalogue, past, prices
from reprise.demo.catalogue import VariantSpec
from reprise.discovery.actions import rebuild
from reprise.discovery.models import Shelf
from reprise.kernel import clock
from reprise.kernel.ids import new_id
from reprise.offers.actions import list_offers
from reprise.sellers.models import Member, QualityRate, Seller, ShippingMethod, Trader

SEED = 2014
OFFERS = 25_000
SELLER_LOGIN = "seller@reprise.example"
STAFF_LOGIN = "staff@reprise.example"
CRITERIA = {
    # The share of a middling seller's orders, per mille, in the order of S14.
    "aesthetic_defect": 22,
    "wrong_product": 6,
    "defective_product": 31,
    "wrong_accessories": 9,
    "late_delivery": 48,
}
# What a pick-up point costs less than the door, in cents.
POINT_SAVES = 200
LANGUAGES = {"FR": "fr", "DE": "de", "AT": "de", "NL": "nl", "BE": "nl"}
# The number in a street that is called an example there, and the town.
ADDRESSES = {
    "FR": "{} rue de l’Exemple, {}, France",
    "DE": "Musterstraße {}, {}, Deutschland",
    "NL": "Voorbeeldstraat {}, {}, Nederland",
    "BE": "Voorbeeldstraat {}, {}, België",
    "ES": "Calle del Ejemplo {}, {}, España",
    "IT": "Via dell’Esempio {}, {}, Italia",
    "PT": "Rua do Exemplo {}, {}, Portugal",
    "PL": "ul. Przykładowa {}, {}, Polska",
    "AT": "Musterstraße {}, {}, Österreich",
}
REGISTERS = {
    "FR": "RCS", "DE": "Handelsregister", "NL": "KvK", "BE": "KBO/BCE", "ES": "Registro Mercantil",
    "IT": "Registro delle Imprese", "PT": "Registo Comercial", "PL": "KRS", "AT": "Firmenbuch",
}  # fmt: skip


def load() -> str:
    """Load the demo unless there are sellers already; the logins to print.

    REPRISE_DEMO_OFFERS makes it another size.
    """
    now = clock.now()
    offers = int(os.environ.get("REPRISE_DEMO_OFFERS", OFFERS))
    opened = past.opening(now)
    with transaction.atomic():
        if not Seller.objects.exists():
            random = Random(SEED)  # noqa: S311  alike every time, not secret
            variants = _catalogue()
            sellers = _sellers(random, opened)
            User.objects.create_superuser(STAFF_LOGIN, _password(), language="en")
            drafts = prices.drafts(random, variants, sellers, offers, now.date())
            list_offers(drafts, opened)
    if not Shelf.objects.exists():
        rebuild(opened)
    past.load(now)
    return _logins()


def _logins() -> str:
    """A line a login; the staff's only where the demo has made it."""
    logins = [("Demo seller", SELLER_LOGIN)]
    if User.objects.with_email(STAFF_LOGIN).filter(is_staff=True).exists():
        logins.append(("Demo staff", STAFF_LOGIN))
    return "\n".join(f"{who:<13} {email:<24} password {_password()}" for who, email in logins)


def _password() -> str:
    return os.environ.get("REPRISE_DEMO_PASSWORD", "reprise-demo")


def _catalogue() -> list[tuple[catalogue.Product, VariantSpec, UUID]]:
    found = catalogue.load()
    ids: dict[str, Category] = {}
    for row in sorted(found.categories, key=lambda row: row.parent is not None):
        ids[row.slug] = Category(
            slug=row.slug,
            parent=ids[row.parent] if row.parent else None,
            position=row.position,
            names=_names(row.names),
        )
    Category.objects.bulk_create(row for row in ids.values() if row.parent is None)
    Category.objects.bulk_create(row for row in ids.values() if row.parent is not None)
    products = {
        row.slug: Product(
            category=ids[row.category],
            slug=row.slug,
            name=row.name,
            brand=row.brand,
            released=row.released,
            form=row.form,
            weight_g=row.weight_g,
            attributes={"screen_in": str(row.screen_in)} if row.screen_in else {},
        )
        for row in found.products
    }
    Product.objects.bulk_create(products.values(), batch_size=1000)
    rows, result = [], []
    for model in found.products:
        for spec in model.variants():
            variant = _variant(products[model.slug], spec)
            rows.append(variant)
            result.append((model, spec, variant.id))
    Variant.objects.bulk_create(rows, batch_size=1000)
    return result


def _variant(product: Product, spec: VariantSpec) -> Variant:
    attributes: dict[str, Any] = {}
    for name in ("processor", "case_mm", "case_material", "connectivity", "keyboard", "sim"):
        value = getattr(spec, name)
        if value is not None:
            attributes[name] = value if isinstance(value, int) else str(value)
    return Variant(
        id=new_id(),
        product=product,
        slug=spec.slug,
        storage_gb=spec.storage_gb,
        memory_gb=spec.memory_gb,
        colour=spec.colour.key if spec.colour else "",
        colour_hex=spec.colour.hex if spec.colour else "",
        colour_names=_names(spec.colour.names) if spec.colour else {},
        attributes=attributes,
    )


def _names(names: catalogue.Names) -> dict[str, str]:
    return {language: names.in_language(language) for language in ("fr", "nl", "de", "en")}


def _sellers(random: Random, now: datetime) -> list[tuple[Seller, dict[str, Any]]]:
    facts = tomllib.loads((Path(__file__).parent / "sellers.toml").read_text())["seller"]
    result = []
    for number, row in enumerate(facts, start=1):
        seller = Seller(
            slug=slugify(row["name"]),
            name=row["name"],
            town=row["town"],
            country=row["country"],
            language=row.get("language", LANGUAGES.get(row["country"], "en")),
            is_operator=row.get("is_operator", False),
        )
        result.append((seller, row))
        seller.save(force_insert=True)
        _trader(seller, number, now)
        _shipping(seller, row, random)
        _rates(seller, row, random)
    user = User.objects.create_user(SELLER_LOGIN, _password(), language="en")
    Member.objects.create(seller=result[0][0], user_id=user.id)
    return result


def _trader(seller: Seller, number: int, now: datetime) -> None:
    Trader.objects.create(
        seller=seller,
        legal_name=f"{seller.name} (demo)",
        address=ADDRESSES[seller.country].format(number, seller.town),
        email=f"{seller.slug}@sellers.reprise.example",
        phone=f"+00 000 {number:04d}",
        register=f"{REGISTERS[seller.country]} {seller.town}",
        register_number=f"DEMO-{number:05d}",
        certified_on=now.date(),
    )


def _shipping(seller: Seller, row: dict[str, Any], random: Random) -> None:
    """To the door; and to a pick-up point for less, where the door is not free."""
    for market in row["markets"]:
        home = market.upper() == row["country"]
        days = 1 if home else 2
        price = random.choice([0, 390, 390, 490, 590] if home else [0, 490, 690, 890])
        longest = days + random.choice([1, 1, 2])
        kinds = {"home": price, "point": price - POINT_SAVES} if price else {"home": price}
        for kind, amount in kinds.items():
            ShippingMethod.objects.create(
                seller=seller,
                market=market,
                code=kind,
                carrier="sandbox",
                kind=kind,
                price_minor=amount,
                currency="EUR",
                days_min=days,
                days_max=longest,
            )


def _rates(seller: Seller, row: dict[str, Any], random: Random) -> None:
    """A seller's own quality: small sellers have few orders, and some sellers are better."""
    orders = random.randint(60, 160) * row["size"] ** 2
    care = random.uniform(0.5, 1.7)
    QualityRate.objects.bulk_create(
        QualityRate(
            seller=seller,
            criterion=criterion,
            orders=orders,
            faults=min(orders, round(orders * per_mille / 1000 * care * random.uniform(0.7, 1.3))),
        )
        for criterion, per_mille in CRITERIA.items()
    )
