"""Orders to answer and to ship."""

from __future__ import annotations

import re
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from reprise.catalog.queries import with_imei
from reprise.checkout.queries import named_so, titles
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.markets.queries import MARKETS
from reprise.orders import actions, labels, queries
from reprise.orders.actions.answer import REASONS
from reprise.orders.destination import point_of
from reprise.orders.evidence import as_seller
from reprise.orders.log import Actor
from reprise.orders.models import SellerOrder
from reprise.orders.rules import SELLER_SEES_DAYS
from reprise.sellers.models import Seller
from reprise.shipping.queries import doubted, numbered_by_carrier, tracking_page, untold
from reprise.web import history as happened
from reprise.web import stages, words
from reprise.web.place import Place
from reprise.web.seller.views.base import room, show

VIEWS = ("answer", "ship", "moving", "done")


@require_safe
@room
def index(request: HttpRequest, seller: Seller, at: Place) -> HttpResponse:
    """The seller's orders by what is to be done with them."""
    wanted = _wanted(request)
    page = int(wanted["page"] or 1)
    mine = queries.variants_of(seller.id, wanted["view"]) if wanted["q"] else []
    found = queries.seller_orders(
        seller.id,
        wanted["view"],
        market=wanted["market"],
        text=wanted["q"],
        variants=named_so(mine, wanted["q"], at.language) if mine else (),
        page=page,
    )
    lines = [line for row in found.rows for line in row.lines]
    facts = {
        "seller": seller,
        "room": "orders",
        "view": wanted["view"],
        "titles": titles((line.variant_id for line in lines), at.language),
        "unscanned": queries.not_handed_over(lines),
        "wanted": wanted,
        "counts": queries.seller_counts(seller.id),
        "rows": found.rows,
        "before": _query(wanted, page=str(page - 1)) if page > 1 else None,
        "after": _query(wanted, page=str(page + 1)) if found.more else None,
        "query": partial(_query, wanted),
        "now": clock.now(),
    }
    return show(request, at, "seller/orders.html", facts)


def _wanted(request: HttpRequest) -> dict[str, str]:
    """Which orders are wanted, as the address says; what it cannot mean is ignored."""
    view, market, page = (request.GET.get(name, "") for name in ("view", "market", "page"))
    return {
        "view": view if view in VIEWS else VIEWS[0],
        "market": market if market in MARKETS else "",
        "q": request.GET.get("q", "").strip()[:60],
        "page": page if re.fullmatch(r"[1-9][0-9]{0,4}", page) else "",
    }


def _query(wanted: dict[str, str], **changes: str) -> str:
    """The query of the address with some points changed; another choice begins at page 1."""
    values = wanted | {"page": ""} | changes
    return urlencode({name: value for name, value in values.items() if value})


def _contract(seller: Seller, reference: str) -> SellerOrder:
    """The seller's own order; a stranger's is not found."""
    found = (
        SellerOrder.objects.filter(seller_id=seller.id, reference=reference)
        .select_related("order__contact")
        .first()
    )
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    seller: Seller,
    at: Place,
    contract: SellerOrder,
    refusal: Refusal | None = None,
    correcting: UUID | None = None,
) -> HttpResponse:
    lines = list(contract.lines.order_by("position"))
    parcels = queries.parcels_of(contract)
    variants = {line.variant_id for line in lines}
    named = titles(variants, at.language)
    back = [line for line in lines if line.state == "came_back"]
    now = clock.now()
    contact = queries.contact_for_seller(contract, lines, now)
    facts = {
        "seller": seller,
        "room": "orders",
        "contract": contract,
        "titles": named,
        "unscanned": queries.not_handed_over(lines),
        "with_imei": with_imei(variants),
        "contact": contact,
        "gone": contact is None and queries.sees_buyer(lines, now),
        "hidden_after": SELLER_SEES_DAYS,
        "lines": lines,
        "waiting": [line for line in lines if line.state == "paid"],
        "to_ship": [line for line in lines if line.state in {"sold", "came_back"}],
        "back": back,
        "back_names": [named.get(line.variant_id, line.title) for line in back],
        "devices": queries.devices_of(lines),
        "point": point_of(contract) if contact else None,
        "parcels": [(each, numbered_by_carrier(each)) for each in parcels],
        "doubted": doubted(parcels),
        "correctable": untold(parcels),
        "correcting": correcting,
        "tracking_page": tracking_page,
        "reasons": REASONS,
        "states": words.all_said(stages.SELLERS_LINES),
        "whys": words.all_said(stages.REASONS),
        "at_carrier": words.all_said(stages.SELLERS_PARCELS),
        "refusal": refusal,
        "typed": request.POST,
        "now": now,
    }
    status = refusal.status if refusal else 200
    return show(request, at, "seller/order.html", facts, status)


@room
def order(request: HttpRequest, seller: Seller, at: Place, reference: str) -> HttpResponse:
    """One order, with the form for what is to be done next."""
    return _page(request, seller, at, _contract(seller, reference))


@require_POST
@room
def answer(request: HttpRequest, seller: Seller, at: Place, reference: str) -> HttpResponse:
    """Accept or refuse each waiting device."""
    contract = _contract(seller, reference)
    accept = {
        line_id: request.POST[f"answer-{line_id}"] == "accept"
        for line_id in contract.lines.values_list("id", flat=True)
        if request.POST.get(f"answer-{line_id}") in {"accept", "refuse"}
    }
    reason = request.POST.get("reason", "")
    try:
        actions.answer(
            seller_id=seller.id,
            seller_order_id=contract.id,
            accept=accept,
            reason=reason if reason in REASONS else "",
            actor=Actor("seller", request.user.pk),
            now=clock.now(),
        )
    except Refusal as refusal:
        return _page(request, seller, at, contract, refusal)
    return HttpResponseRedirect(f"/seller/orders/{contract.reference}/")


@require_POST
@room
def parcels(request: HttpRequest, seller: Seller, at: Place, reference: str) -> HttpResponse:
    """Make a parcel ready with the devices whose number was filled in."""
    contract = _contract(seller, reference)
    devices: dict[UUID, tuple[str, str]] = {}
    for line_id in contract.lines.values_list("id", flat=True):
        number = request.POST.get(f"number-{line_id}", "").strip()
        kind = request.POST.get(f"kind-{line_id}", "")
        if number:
            devices[line_id] = ("imei" if kind == "imei" else "serial", number)
    try:
        actions.ship(
            seller_id=seller.id,
            seller_order_id=contract.id,
            devices=devices,
            tracking=request.POST.get("tracking", "")[:40],
            actor=Actor("seller", request.user.pk),
            now=clock.now(),
        )
    except Refusal as refusal:
        return _page(request, seller, at, contract, refusal)
    return HttpResponseRedirect(f"/seller/orders/{contract.reference}/")


@require_POST
@room
def number(
    request: HttpRequest, seller: Seller, at: Place, reference: str, parcel_id: UUID
) -> HttpResponse:
    """Correct the number of one of the seller's own parcels."""
    contract = _contract(seller, reference)
    try:
        actions.renumber(
            seller_id=seller.id,
            seller_order_id=contract.id,
            shipment_id=parcel_id,
            tracking=request.POST.get("number", "")[:60],
            actor=Actor("seller", request.user.pk),
            now=clock.now(),
        )
    except Refusal as refusal:
        if refusal.status == 404:
            raise Http404 from None
        return _page(request, seller, at, contract, refusal, correcting=parcel_id)
    return HttpResponseRedirect(f"/seller/orders/{contract.reference}/#parcels")


@require_POST
@room
def call_off(request: HttpRequest, seller: Seller, at: Place, reference: str) -> HttpResponse:
    """Give the money of what came back to the buyer instead of sending it again."""
    contract = _contract(seller, reference)
    try:
        actions.call_off(
            seller_id=seller.id,
            seller_order_id=contract.id,
            actor=Actor("seller", request.user.pk),
            now=clock.now(),
        )
    except Refusal as refusal:
        return _page(request, seller, at, contract, refusal)
    return HttpResponseRedirect(f"/seller/orders/{contract.reference}/")


@require_safe
@room
def history(request: HttpRequest, seller: Seller, at: Place, reference: str) -> HttpResponse:
    """Everything that happened to the seller's own contract."""
    contract = _contract(seller, reference)
    document = happened.told(contract.order_id, as_seller(seller.id, clock.now()))
    facts = {
        "seller": seller,
        "room": "orders",
        "contract": contract,
        "document": document,
        "events": happened.events(document, at),
        "last_hash": happened.last_hash(document),
    }
    return show(request, at, "seller/history.html", facts)


@require_safe
@room
def evidence(request: HttpRequest, seller: Seller, at: Place, reference: str) -> HttpResponse:
    """The same as a file that can be checked."""
    contract = _contract(seller, reference)
    told = happened.told(contract.order_id, as_seller(seller.id, clock.now()))
    return happened.download(told, contract.reference)


@require_safe
@room
def label(
    request: HttpRequest, seller: Seller, at: Place, reference: str, parcel_id: UUID
) -> HttpResponse:
    """The label of one of the seller's own parcels, as the carrier prints it."""
    contract = _contract(seller, reference)
    parcel = next((each for each in queries.parcels_of(contract) if each.id == parcel_id), None)
    if parcel is None:
        raise Http404
    response = HttpResponse(
        labels.label(contract, parcel, clock.now()), content_type="application/pdf"
    )
    response["Content-Disposition"] = f'inline; filename="{parcel.tracking}.pdf"'
    return response
