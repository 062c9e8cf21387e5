"""What a buyer of the demo chooses: the buy box that the shop shows, of what is in fashion."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import exp
from random import Random
from typing import Final, NamedTuple
from uuid import UUID

from reprise.catalog.models import Variant
from reprise.demo.past.story import Purchase
from reprise.demo.prices import years_since
from reprise.discovery.models import BuyBox, Shelf
from reprise.offers.models import Offer

# How much more often than another thing these are bought, by sub-category.
WANTED: Final = {
    "iphone": 30, "galaxy": 17, "pixel": 6, "xiaomi": 4, "fairphone": 3, "macbook": 9, "ipad": 9,
    "airpods": 6, "playstation": 5, "nintendo-switch": 5, "apple-watch": 5, "thinkpad": 4,
    "galaxy-tab": 2, "coffee-machines": 2, "vacuum-cleaners": 2,
}  # fmt: skip
GRADES: Final = {"fair": 3, "good": 6, "very_good": 5, "premium": 2}
# Years after its launch in which a model is bought refurbished the most, and how fast that fades.
BEST_AGE, FADING = 3.2, 1.6
# How much the few that are wanted the most are bought before the many others.
CROWDING = 1.35
# Who wants a second seller looks so often before being content with one.
LOOKS: Final = 30


@dataclass(frozen=True, slots=True)
class Choice:
    offer_id: UUID
    seller_id: UUID
    quantity: int = 1


class _Shown(NamedTuple):
    """A buy box, as far as a choice depends on it."""

    variant_id: UUID
    grade: str
    product_id: UUID
    offer_id: UUID
    seller_id: UUID
    price: int

    @property
    def choice(self) -> Choice:
        return Choice(self.offer_id, self.seller_id)


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A market's products, with the running sum of how much each is wanted."""

    products: list[UUID]
    sums: list[float]


class Window:
    """Chooses as the plan says; the same shop and the same purchase give the same choice."""

    def __init__(self, favourite: UUID, today: date) -> None:
        self._favourite = favourite
        self._names: dict[UUID, str] = dict(Variant.objects.values_list("id", "slug"))
        weights: dict[str, dict[UUID, float]] = defaultdict(dict)
        rows = Shelf.objects.order_by("slug").values_list(
            "market", "product_id", "slug", "category", "released"
        )
        for market, product, slug, category, released in rows:
            weights[market][product] = _wanted(market, slug, category, released, today)
        self._weights = dict(weights)
        self._ranked = {
            market: _Ranked(list(each), list(accumulate(each.values())))
            for market, each in weights.items()
        }

    def choose(self, purchase: Purchase) -> list[Choice]:
        """What goes into the basket: nothing when the shop has nothing."""
        random = Random(f"choice {purchase.key}")  # noqa: S311  alike every time, not secret
        first = self._favoured(random, purchase.market) if purchase.favourite else None
        first = first or self._any(random, purchase.market)
        if first is None:
            return []
        if purchase.devices > 1:
            left = Offer.objects.values_list("available", flat=True).get(id=first.offer_id)
            return [Choice(first.offer_id, first.seller_id, min(left, purchase.devices))]
        chosen = [first]
        for _ in range(LOOKS if purchase.sellers > 1 else 0):
            other = self._any(random, purchase.market)
            if other is not None and other.seller_id not in {first.seller_id, self._favourite}:
                chosen.append(other)
                break
        return chosen

    def _any(self, random: Random, market: str) -> Choice | None:
        """The buy box of one configuration of a product that is wanted."""
        ranked = self._ranked.get(market)
        if ranked is None:
            return None
        for _ in range(LOOKS):
            product = random.choices(ranked.products, cum_weights=ranked.sums)[0]
            found = self._shown(market, product_id=product)
            if found:
                cheapest = min(row.price for row in found)
                weights = [GRADES[row.grade] * (cheapest / row.price) ** 2 for row in found]
                return random.choices(found, weights)[0].choice
        return None

    def _favoured(self, random: Random, market: str) -> Choice | None:
        """A buy box that the demo's own seller has won."""
        found = self._shown(market, seller_id=self._favourite)
        weights = [self._weights[market][row.product_id] for row in found]
        return random.choices(found, weights)[0].choice if found else None

    def _shown(self, market: str, **which: UUID) -> list[_Shown]:
        rows = BuyBox.objects.filter(market=market, **which).values_list(
            "variant_id", "grade", "product_id", "offer_id", "seller_id", "price_minor"
        )
        found = [_Shown._make(row) for row in rows]
        return sorted(found, key=lambda row: (self._names[row.variant_id], row.grade))


def _wanted(market: str, slug: str, category: str, released: str, today: date) -> float:
    """How often a product is bought in a market, beside the others there."""
    luck = Random(f"luck {market} {slug}").lognormvariate(0, 0.7)  # noqa: S311  not secret
    age = years_since(released, today) if released else BEST_AGE
    fashion = 0.06 + exp(-(((age - BEST_AGE) / FADING) ** 2))
    return float((WANTED.get(category, 1) * fashion * luck) ** CROWDING)
