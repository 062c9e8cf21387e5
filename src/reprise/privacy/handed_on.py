"""Who was given something of a person's orders (Regulation (EU) 2016/679, art. 15(1)(c), 19)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Min

from reprise.consent import queries as consent
from reprise.consent.configuration import Partner
from reprise.orders.models import Line, SellerOrder, Step
from reprise.orders.states import LineState
from reprise.payments.models import Payment
from reprise.privacy.models import SellerCopy
from reprise.privacy.recipients import Who
from reprise.sellers.models import Seller, Trader
from reprise.shipping.models import Shipment

# As many as a page shows at once; what is confirmed makes room for the next.
MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Recipients:
    """``sellers`` are names; ``carriers`` and ``providers`` codes, which pages have words for."""

    sellers: tuple[str, ...]
    carriers: tuple[str, ...]
    providers: tuple[str, ...]


def given_to(order_ids: Collection[UUID]) -> set[UUID]:
    """The sellers that were given name and address of an order, as they are with the sale."""
    sold = Step.objects.filter(
        order_id__in=order_ids, concern="line", to_state=LineState.SOLD.value
    )
    return {each for each in sold.values_list("seller_id", flat=True) if each}


def recipients(order_ids: Collection[UUID]) -> Recipients:
    """Sellers that were given name and address; carriers that took a parcel; payment providers that
    were told the order's number and amount."""
    ids = list(order_ids)
    sellers = given_to(ids)
    contracts = SellerOrder.objects.filter(order_id__in=ids).values("id")
    parcels = Shipment.objects.filter(seller_id__in=sellers, reference__in=contracts)
    payments = Payment.objects.filter(reference__in=ids)
    return Recipients(
        tuple(
            Seller.objects.filter(id__in=sellers).order_by("name").values_list("name", flat=True)
        ),
        tuple(sorted(set(parcels.values_list("carrier", flat=True)))),
        tuple(sorted(set(payments.values_list("provider", flat=True)))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """Somebody who was given something of an order, and when first.

    A seller has ``name``, ``legal_name``, ``address`` and ``country``, each '' where its contract
    has ended and nothing keeps it any more (decision 0051); an insurer has them as the order keeps
    them; ``code`` is a carrier's, a payment provider's or an insurer's.
    """

    who: Who
    since: datetime
    name: str = ""
    legal_name: str = ""
    address: str = ""
    country: str = ""
    code: str = ""


def handed_on(order_ids: Collection[UUID]) -> dict[UUID, list[Handed]]:
    """Who was given what of each order, in the order of the table: sellers, carriers, providers,
    insurers."""
    ids = list(order_ids)
    found: dict[UUID, list[Handed]] = {each: [] for each in ids}
    for order_id, handed in (*_sellers(ids), *_carriers(ids), *_providers(ids), *_insurers(ids)):
        found[order_id].append(handed)
    return found


def _sellers(ids: list[UUID]) -> Iterator[tuple[UUID, Handed]]:
    """As the contract names them: what its buyer was told of whom they buy from."""
    sold = Step.objects.filter(order_id__in=ids, concern="line", to_state=LineState.SOLD.value)
    firsts = sold.values_list("order_id", "seller_id").annotate(first=Min("at"))
    since = {(order_id, seller_id): at for order_id, seller_id, at in firsts}
    contracts = list(SellerOrder.objects.filter(order_id__in=ids).order_by("reference"))
    traders = Trader.objects.select_related("seller").in_bulk([e.trader_id for e in contracts])
    for contract in contracts:
        at = since.get((contract.order_id, contract.seller_id))
        if at is not None:
            trader = traders[contract.trader_id]
            yield (
                contract.order_id,
                Handed(
                    who=Who.SELLER,
                    since=at,
                    name=trader.seller.name,
                    legal_name=trader.legal_name,
                    address=trader.address,
                    country=trader.seller.country,
                ),
            )


def _carriers(ids: list[UUID]) -> Iterator[tuple[UUID, Handed]]:
    agreed = SellerOrder.objects.filter(order_id__in=ids)
    contracts = dict(agreed.values_list("id", "order_id"))
    parcels = Shipment.objects.filter(
        seller_id__in=set(agreed.values_list("seller_id", flat=True)), reference__in=list(contracts)
    )
    first: dict[tuple[UUID, str], datetime] = {}
    found = parcels.order_by("created_at").values_list("reference", "carrier", "created_at")
    for reference, code, at in found:
        first.setdefault((contracts[reference], code), at)
    for (order_id, code), at in first.items():
        yield order_id, Handed(who=Who.CARRIER, since=at, code=code)


def _providers(ids: list[UUID]) -> Iterator[tuple[UUID, Handed]]:
    tried = Payment.objects.filter(reference__in=ids).values_list("reference", "provider")
    for order_id, code, at in tried.annotate(first=Min("created_at")).order_by("first"):
        yield order_id, Handed(who=Who.PROVIDER, since=at, code=code)


def _insurers(ids: list[UUID]) -> Iterator[tuple[UUID, Handed]]:
    """Each that an order has chosen, as it keeps it."""
    seen = set()
    insured = Line.objects.filter(order_id__in=ids, cover__isnull=False).order_by("position")
    for order_id, cover, at in insured.values_list("order_id", "cover", "order__placed_at"):
        if cover and (order_id, cover["insurer"]) not in seen:
            seen.add((order_id, cover["insurer"]))
            yield (
                order_id,
                Handed(
                    who=Who.INSURER,
                    since=at,
                    code=cover["insurer"],
                    name=cover["name"],
                    legal_name=cover["legal_name"],
                    address=cover["address"],
                ),
            )


def partners() -> list[Partner]:
    """Who may have been loaded for somebody: all that visitors were ever asked about, also those
    that were stopped since."""
    known = consent.current()
    asked = {each for pairs in known.notices.values() for _, _, each in pairs}
    return [each for key, each in known.partners.items() if key in asked]


def copies_of(seller_id: UUID) -> list[tuple[SellerCopy, SellerOrder]]:
    """The copies that a seller has still to delete, with their contracts; the oldest first."""
    waiting = list(
        SellerCopy.objects.filter(seller_id=seller_id, confirmed_at__isnull=True).order_by(
            "asked_at", "id"
        )[:MOST]
    )
    contracts = SellerOrder.objects.filter(
        seller_id=seller_id, id__in=[each.seller_order_id for each in waiting]
    ).in_bulk()
    return [(each, contracts[each.seller_order_id]) for each in waiting]
