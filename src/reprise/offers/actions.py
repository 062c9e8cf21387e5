"""Stock: reserve, release, set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from reprise import rows
from reprise.catalog.models import Variant
from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.markets.queries import market as market_of
from reprise.offers.events import OfferChanged
from reprise.offers.models import MarketOffer, Offer, StockMovement
from reprise.offers.rules import levy_on
from reprise.offers.states import MovementKind
from reprise.outbox.actions import publish


class OutOfStock(Refusal):
    code = "out_of_stock"
    message = "This device has just been sold. It was not charged; please choose another one."

    def __init__(self, offer_id: UUID) -> None:
        self.offer_id = offer_id
        super().__init__(offer_id=str(offer_id))


class StockChanged(Refusal):
    code = "stock_changed"
    message = (
        "The stock was %(now)s, not %(expected)s, when you saved. Nothing was changed; "
        "please look at the new number and save again."
    )


class NotYourOffer(Refusal):
    code = "unknown_offer"
    message = "There is no such offer in this shop."
    status = 404


class PriceBelowLevy(Refusal):
    """``market`` is the code of the market whose price it is."""

    code = "price_below_levy"
    message = (
        "The price contains the levy for private copying, %(levy)s for this device (%(sku)s), so it"
        " cannot be less. Nothing was changed; please set a higher price."
    )
    basis = "CPI art. L311-4"
    status = 422


@dataclass(frozen=True, slots=True)
class Reservation:
    """One unit of an offer for an order line; ``round`` counts the line's reservations from 1."""

    seller_id: UUID
    offer_id: UUID
    line_id: UUID
    round: int = 1


def reserve(reservations: Sequence[Reservation], now: datetime) -> None:
    """Take one unit for each reservation, or none at all.

    Runs inside the caller's transaction.  Raises OutOfStock, after which the caller's
    transaction (or savepoint) must be rolled back; IntegrityError for a second reservation.
    """
    changed = []
    for seller_id, offer_id, count in _by_offer(reservations):
        left = _take(seller_id, offer_id, count)
        if left is None:
            raise OutOfStock(offer_id)
        if left[0] == 0:
            changed.append(OfferChanged(offer_id, left[1], left[2]))
    _move(reservations, MovementKind.RESERVE, -1, now)
    publish(changed, at=now)


def release(reservations: Sequence[Reservation], now: datetime) -> None:
    """Give each reserved unit back.  IntegrityError for a second release of the same one."""
    changed = []
    for seller_id, offer_id, count in _by_offer(reservations):
        left = _take(seller_id, offer_id, -count)
        if left is not None and left[0] == count:
            changed.append(OfferChanged(offer_id, left[1], left[2]))
    _move(reservations, MovementKind.RELEASE, 1, now)
    publish(changed, at=now)


def _take(seller_id: UUID, offer_id: UUID, count: int) -> tuple[int, UUID, str] | None:
    """Take ``count`` units (negative: give back); what is left, the variant and the grade.

    None when there are not enough or the seller has withdrawn the offer (giving back always
    works).
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE offers_offer SET available = available - %(count)s"
            " WHERE id = %(offer)s AND seller_id = %(seller)s AND available >= %(count)s"
            " AND (active OR %(count)s < 0)"
            " RETURNING available, variant_id, grade",
            {"count": count, "offer": offer_id, "seller": seller_id},
        )
        row: tuple[int, UUID, str] | None = cursor.fetchone()
        return row


def reservation_rounds(lines: Mapping[UUID, UUID]) -> Counter[UUID | None]:
    """How many times each line (line to seller) has been reserved."""
    return Counter(
        StockMovement.objects.filter(
            seller_id__in=set(lines.values()), line_id__in=lines, kind=MovementKind.RESERVE.value
        ).values_list("line_id", flat=True)
    )


def set_available(
    seller_id: UUID, offer_id: UUID, *, expected: int, wanted: int, now: datetime
) -> None:
    """Set what can be bought, if it still is what the seller saw.

    Raises StockChanged when it is not, NotYourOffer for another seller's offer, ValueError for a
    negative number.
    """
    if wanted < 0:
        raise ValueError("stock is not negative")
    with transaction.atomic():
        offer = (
            Offer.objects.select_for_update(no_key=True)
            .filter(id=offer_id, seller_id=seller_id)
            .first()
        )
        if offer is None:
            raise NotYourOffer
        if offer.available != expected:
            raise StockChanged(now=offer.available, expected=expected)
        if wanted == expected:
            return
        offer.available = wanted
        offer.save(update_fields=["available"])
        StockMovement(
            seller_id=seller_id,
            offer_id=offer_id,
            kind=MovementKind.SET.value,
            delta=wanted - expected,
            at=now,
        ).save(force_insert=True)
        if 0 in (wanted, expected):
            publish([OfferChanged(offer.id, offer.variant_id, offer.grade)], at=now)


def set_price(
    seller_id: UUID, offer_id: UUID, market: str, price_minor: int, now: datetime
) -> None:
    """Set the price in one market.  Only a seller's own request calls this (S5).

    Raises NotYourOffer, PriceBelowLevy (S33), ValueError for a price that is not positive.
    """
    if price_minor <= 0:
        raise ValueError("a price is positive")
    with transaction.atomic():
        row = (
            MarketOffer.objects.select_for_update(no_key=True, of=("self",))
            .select_related("offer")
            .filter(seller_id=seller_id, offer_id=offer_id, market=market)
            .first()
        )
        if row is None:
            raise NotYourOffer
        if row.price_minor == price_minor:
            return
        price = MarketDraft(
            market, Money(price_minor, row.currency), row.warranty_months, row.vat_scheme
        )
        variant = _priced_variants([row.offer.variant_id])[row.offer.variant_id]
        _check(price, variant, row.offer.sku, now)
        row.price_minor = price_minor
        row.save(update_fields=["price_minor"])
        publish([OfferChanged(offer_id, row.offer.variant_id, row.offer.grade)], at=now)


def switch(
    seller_id: UUID, offer_id: UUID, *, on: bool, now: datetime, market: str | None = None
) -> None:
    """Put an offer on sale or take it off, in one market or (None) wholly.

    Nothing else changes: off and on again, prices, stock and the other markets' switches are as
    they were.  As it already is, nothing happens.  Raises NotYourOffer.
    """
    with transaction.atomic():
        offer = (
            Offer.objects.select_for_update(no_key=True)
            .filter(seller_id=seller_id, id=offer_id)
            .first()
        )
        if offer is None:
            raise NotYourOffer
        row: Offer | MarketOffer | None = offer
        if market is not None:
            row = MarketOffer.objects.filter(
                seller_id=seller_id, offer_id=offer_id, market=market
            ).first()
        if row is None:
            raise NotYourOffer
        if row.active == on:
            return
        row.active = on
        row.save(update_fields=["active"])
        publish([OfferChanged(offer.id, offer.variant_id, offer.grade)], at=now)


def _by_offer(reservations: Sequence[Reservation]) -> list[tuple[UUID, UUID, int]]:
    """(seller, offer, units), sorted, so that two baskets never wait for each other."""
    counts: dict[tuple[UUID, UUID], int] = {}
    for item in reservations:
        key = (item.seller_id, item.offer_id)
        counts[key] = counts.get(key, 0) + 1
    return [(seller, offer, count) for (seller, offer), count in sorted(counts.items())]


def _move(
    reservations: Sequence[Reservation], kind: MovementKind, delta: int, now: datetime
) -> None:
    rows.insert(
        [
            StockMovement(
                seller_id=item.seller_id,
                offer_id=item.offer_id,
                kind=kind.value,
                delta=delta,
                line_id=item.line_id,
                round=item.round,
                at=now,
            )
            for item in reservations
        ]
    )


@dataclass(frozen=True, slots=True)
class MarketDraft:
    """Price, guarantee and VAT scheme of a new offer in one market."""

    market: str
    price: Money
    warranty_months: int
    vat_scheme: str


def _priced_variants(ids: Collection[UUID]) -> dict[UUID, Variant]:
    """Variants with what the levy asks of them."""
    return Variant.objects.select_related("product__category__parent").in_bulk(list(ids))


def _check(price: MarketDraft, variant: Variant, sku: str, now: datetime) -> None:
    """A price is no less than the levy that it contains (S33).  Raises PriceBelowLevy."""
    category = variant.product.category
    department = (category.parent or category).slug
    country = market_of(price.market).country
    levy = levy_on(department, variant.storage_gb, country, now.date())
    if levy is not None and levy.amount.minor > price.price.minor:
        raise PriceBelowLevy(levy=levy.amount, sku=sku, market=price.market)


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """A new offer: what, in which condition, how many, and for how much where."""

    seller_id: UUID
    variant_id: UUID
    grade: str
    sku: str
    available: int
    battery_min: int | None
    accessories: tuple[str, ...]
    markets: tuple[MarketDraft, ...]


def list_offers(drafts: Sequence[OfferDraft], now: datetime, *, batch: int = 2000) -> int:
    """Put new offers on the shelf, in batches; how many.

    Runs inside the caller's transaction and publishes nothing: rebuild what buyers read
    afterwards.  Raises PriceBelowLevy for the first price that is, IntegrityError for a SKU or a
    variant and grade that the seller has.
    """
    variants = _priced_variants({draft.variant_id for draft in drafts})
    for draft in drafts:
        for price in draft.markets:
            _check(price, variants[draft.variant_id], draft.sku, now)
    for start in range(0, len(drafts), batch):
        some = [(new_id(), draft) for draft in drafts[start : start + batch]]
        Offer.objects.bulk_create(
            Offer(
                id=offer_id,
                seller_id=draft.seller_id,
                variant_id=draft.variant_id,
                grade=draft.grade,
                sku=draft.sku,
                available=draft.available,
                battery_min=draft.battery_min,
                accessories=list(draft.accessories),
            )
            for offer_id, draft in some
        )
        StockMovement.objects.bulk_create(
            StockMovement(
                seller_id=draft.seller_id,
                offer_id=offer_id,
                kind=MovementKind.SET.value,
                delta=draft.available,
                at=now,
            )
            for offer_id, draft in some
            if draft.available
        )
        MarketOffer.objects.bulk_create(
            MarketOffer(
                seller_id=draft.seller_id,
                offer_id=offer_id,
                market=row.market,
                price_minor=row.price.minor,
                currency=row.price.currency,
                warranty_months=row.warranty_months,
                vat_scheme=row.vat_scheme,
            )
            for offer_id, draft in some
            for row in draft.markets
        )
    return len(drafts)
