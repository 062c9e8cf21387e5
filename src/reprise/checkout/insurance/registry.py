"""Which insurers there are: one line each."""

from __future__ import annotations

from datetime import date
from typing import Final

from reprise.checkout.insurance.base import Insurer, Policy
from reprise.checkout.insurance.sandbox import SANDBOX

INSURERS: Final[dict[str, Insurer]] = {
    "sandbox": SANDBOX,
}


def offered(market: str, language: str, day: date, *, demo: bool) -> Policy | None:
    """What can be had in a market on a day, in ``language``: of the first insurer that has it.

    A demo offers demonstrations, and nothing else does.
    """
    for insurer in INSURERS.values():
        product = insurer.products.get(market)
        if insurer.demonstration != demo or product is None or language not in product.languages:
            continue
        tariff = next((each for each in product.tariffs if each.since <= day), None)
        if tariff is not None:
            return Policy(insurer, product, tariff, language)
    return None
