"""Pages that ask."""

from __future__ import annotations

import pytest

from reprise.discovery.actions import rebuild
from tests.cast import an_offer
from tests.moment import now


@pytest.fixture
def paths() -> list[str]:
    """A page of each kind that is stored, and one that is not."""
    case = an_offer(stock=2)
    rebuild(now())
    product = case.offer.variant.product
    shelf = f"/fr-fr/categories/{product.category.slug}/"
    return ["/fr-fr/", shelf, f"{shelf}?brand=none", f"/fr-fr/products/{product.slug}/"]
