"""How each parcel of a checkout goes: to the door, or to a point that the buyer picks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from reprise.checkout.actions import Delivery
from reprise.checkout.rules import Quote, SellerQuote
from reprise.kernel.refusal import Refusal
from reprise.markets.queries import Market
from reprise.shipping.points import CarrierUnavailable, PickupPoint, point, points_near
from reprise.web.templating import words as refusal_words


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for one parcel, as posted."""

    method: str = ""
    near: str = ""
    point: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """The points shown for one parcel that goes to one; ``problem`` says why there are none."""

    near: str
    chosen: str
    points: tuple[PickupPoint, ...] = ()
    problem: str = ""


def read(data: Mapping[str, str]) -> dict[UUID, Choice]:
    """The choices of a form, by seller; what names no seller is left out."""
    found: dict[UUID, dict[str, str]] = {}
    for name, value in data.items():
        kind, _dash, seller = name.partition("-")
        if kind not in {"method", "near", "point"} or not seller:
            continue
        try:
            found.setdefault(UUID(seller), {})[kind] = value.strip()[:40]
        except ValueError:
            continue
    return {seller: Choice(**fields) for seller, fields in found.items()}


def methods(choices: Mapping[UUID, Choice]) -> dict[UUID, str]:
    """What a quote is asked with."""
    return {seller: choice.method for seller, choice in choices.items()}


def as_posted(choices: Mapping[UUID, Choice]) -> dict[UUID, Delivery]:
    """How each parcel goes when no point was picked: a method that needs one is refused later."""
    return {seller: Delivery(choice.method) for seller, choice in choices.items() if choice.method}


def offered(
    quote: Quote, choices: Mapping[UUID, Choice], postcode: str, market: Market, *, asked: bool
) -> dict[UUID, Offered]:
    """Points for each parcel that goes to one, near what was typed there, or near the buyer;
    ``asked`` says that somebody waits for them, and so is told when no postcode is known."""
    desk = _Carriers(market.country)
    return {
        seller.seller_id: _near(
            seller, choices.get(seller.seller_id, Choice()), postcode, desk, asked=asked
        )
        for seller in quote.sellers
        if seller.chosen.kind == "point"
    }


@dataclass(slots=True)
class _Carriers:
    """What carriers told about points while one page is made: each is asked once about a place,
    and one that did not answer is not waited for again, however many sellers send by it."""

    country: str
    told: dict[tuple[str, str], tuple[PickupPoint, ...] | Refusal] = field(default_factory=dict)
    silent: dict[str, CarrierUnavailable] = field(default_factory=dict)

    def points(self, carrier: str, near: str) -> tuple[PickupPoint, ...]:
        """Raises what `points_near` raises."""
        if carrier in self.silent:
            raise self.silent[carrier]
        if (carrier, near) not in self.told:
            try:
                self.told[carrier, near] = tuple(points_near(carrier, self.country, near))
            except CarrierUnavailable as refusal:
                self.silent[carrier] = refusal
                raise
            except Refusal as refusal:
                self.told[carrier, near] = refusal
        found = self.told[carrier, near]
        if isinstance(found, Refusal):
            raise found
        return found


def _near(
    seller: SellerQuote, choice: Choice, postcode: str, desk: _Carriers, *, asked: bool
) -> Offered:
    near = choice.near or postcode
    if not near:
        problem = _("Enter the postcode near which you want to pick the parcel up.")
        return Offered("", choice.point, problem=problem if asked else "")
    try:
        points = desk.points(seller.chosen.carrier, near)
    except Refusal as refusal:
        return Offered(near, choice.point, problem=refusal_words(refusal))
    return Offered(near, choice.point, points)


def deliveries(
    quote: Quote, choices: Mapping[UUID, Choice], market: Market
) -> tuple[dict[UUID, Delivery], dict[str, str]]:
    """How each parcel goes, and what is wrong, by the name of its field.

    Asks the carrier about each point.  Raises CarrierUnavailable.
    """
    result: dict[UUID, Delivery] = {}
    errors: dict[str, str] = {}
    for seller in quote.sellers:
        choice = choices.get(seller.seller_id, Choice())
        if seller.chosen.kind != "point":
            result[seller.seller_id] = Delivery(seller.chosen.code)
            continue
        found = point(seller.chosen.carrier, market.country, choice.point) if choice.point else None
        if found is None:
            errors[f"point-{seller.seller_id}"] = _("Choose where you want to pick the parcel up.")
        result[seller.seller_id] = Delivery(seller.chosen.code, found)
    return result, errors


def seen(quote: Quote) -> dict[str, Any]:
    """The amounts that a page shows, in minor units, so that a later page can say what changed."""
    result: dict[str, Any] = {
        "total": quote.total.minor,
        "items": {
            str(line.offer_id): line.price.minor
            for seller in quote.sellers
            for line in seller.lines
        },
        "parcels": {str(seller.seller_id): seller.shipping.minor for seller in quote.sellers},
    }
    if quote.insurable:
        result["insurance"] = {str(each.offer_id): each.insurance.minor for each in quote.insurable}
    return result
