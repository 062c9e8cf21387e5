"""The demonstration's insurer: no company, and nothing is insured.  Its figures are invented."""

from __future__ import annotations

from datetime import date
from typing import Final

from reprise.checkout.insurance.base import Insurer, Product, Tariff

_PRODUCT: Final = Product(
    code="breakage-theft",
    languages=("fr", "nl", "de", "en"),
    document="",
    tariffs=(
        Tariff(
            since=date(2026, 1, 1),
            version="2026-01",
            currency="EUR",
            months=12,
            perils=("breakage", "theft"),
            excess=2500,
            bands=(
                (15000, 1990), (30000, 3490), (60000, 5490), (100000, 7990), (200000, 11990),
            ),
        ),
    ),
)  # fmt: skip

SANDBOX: Final = Insurer(
    code="sandbox",
    name="Sandbox Insurance",
    legal_name="Sandbox Insurance (no company)",
    address="1 Example Street, 00000 Nowhere",
    email="insurance@sandbox.example",
    phone="+00 000 000 000",
    register="Demo register",
    register_number="DEMO-00000",
    supervisor="Nobody",
    demonstration=True,
    products=dict.fromkeys(("fr", "be", "nl", "de"), _PRODUCT),
)
