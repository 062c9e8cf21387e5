"""The ledger: accounts with their balances, and transfers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from reprise.ledger import queries
from reprise.markets.queries import MARKETS
from reprise.orders.models import Line, Order, SellerOrder
from reprise.orders.register import named_by
from reprise.sellers.models import PLATFORM, Seller
from reprise.web.place import Place
from reprise.web.staff import words
from reprise.web.staff.views.base import (
    Choices,
    cursor,
    in_words,
    kept,
    of_markets,
    of_sellers,
    one_of,
    room,
    sellers_by_id,
    show,
    text,
)

PAGE = 100
OURS = "@platform"  # no seller is called so


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """The accounts that the address asks for, what stands on them, and the sums by kind."""
    sellers = sellers_by_id()
    slugs = {OURS: PLATFORM} | {seller.slug: seller.id for seller in sellers.values()}
    chosen = {
        "seller": one_of(request, "seller", slugs),
        "market": one_of(request, "market", MARKETS),
        "kind": one_of(request, "kind", words.KINDS),
    }
    seller_id = slugs.get(chosen["seller"])
    market, kind = chosen["market"], chosen["kind"]
    page = Paginator(
        queries.accounts(seller_id=seller_id, market=market, kind=kind), PAGE
    ).get_page(request.GET.get("page"))
    facts = {
        "room": "ledger",
        "page": page,
        "rows": queries.trial(list(page.object_list)),
        "totals": queries.totals(seller_id=seller_id, market=market, kind=kind),
        "sellers": sellers,
        "choices": {
            "seller": _ours_and(sellers),
            "market": of_markets(at.language),
            "kind": in_words(words.KINDS),
        },
        "chosen": chosen,
        "narrowed": any(chosen.values()),
        "query": kept(**chosen),
    }
    return show(request, at, "staff/ledger.html", facts)


@require_safe
@room
def transfers(request: HttpRequest, at: Place) -> HttpResponse:
    """The transfers that the address asks for, the newest first."""
    sellers = sellers_by_id()
    slugs = {OURS: PLATFORM} | {seller.slug: seller.id for seller in sellers.values()}
    chosen = {
        "q": text(request),
        "seller": one_of(request, "seller", slugs),
        "market": one_of(request, "market", MARKETS),
        "code": one_of(request, "code", words.CODES),
    }
    seller_id = slugs.get(chosen["seller"])
    found = queries.movements(
        seller_ids=[seller_id] if seller_id else None,
        references=_references(chosen["q"]) if chosen["q"] else None,
        market=chosen["market"],
        code=chosen["code"],
        before=cursor(request),
        limit=PAGE + 1,
    )
    rows = found[:PAGE]
    facts = {
        "room": "ledger",
        "rows": rows,
        "names": orders_of({row.transfer.reference for row in rows}),
        "sellers": sellers,
        "choices": {
            "seller": _ours_and(sellers),
            "market": of_markets(at.language),
            "code": in_words(words.CODES),
        },
        "chosen": chosen,
        "narrowed": any(chosen.values()),
        "first": "before" not in request.GET,
        "newest": kept(**chosen),
        "older": kept(**chosen, before=rows[-1].transfer.id) if len(found) > PAGE else "",
    }
    return show(request, at, "staff/transfers.html", facts)


def _ours_and(sellers: Mapping[UUID, Seller]) -> Choices:
    return [(OURS, gettext("The marketplace")), *of_sellers(sellers)]


def _references(typed: str) -> list[UUID]:
    """What money moves for: the orders that were meant, the contracts and the insured devices in
    them."""
    orders = named_by(typed)
    contracts = SellerOrder.objects.filter(order_id__in=orders).values_list("id", flat=True)
    insured = Line.objects.filter(order_id__in=orders, premium__gt=0).values_list("id", flat=True)
    return [*orders, *contracts.union(insured, all=True)]


def orders_of(references: Collection[UUID]) -> dict[UUID, tuple[str, str]]:
    """The reference that people read, and that of its order, of what money moved for: a contract's
    own, and the order's for its fee and its premiums."""
    if not references:
        return {}
    orders = Order.objects.filter(id__in=references).values_list("id", "reference", "reference")
    contracts = SellerOrder.objects.filter(id__in=references).values_list(
        "id", "reference", "order__reference"
    )
    insured = Line.objects.filter(id__in=references, premium__gt=0).values_list(
        "id", "order__reference", "order__reference"
    )
    return {each: (own, order) for each, own, order in orders.union(contracts, insured, all=True)}
