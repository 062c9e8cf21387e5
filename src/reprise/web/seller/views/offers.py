"""What the seller has on the shelf, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    QueryDict,
)
from django.views.decorators.http import require_POST, require_safe

from reprise.discovery.queries import dry_run
from reprise.discovery.views import Standing
from reprise.kernel import clock
from reprise.offers import actions
from reprise.offers.models import MarketOffer, Offer
from reprise.sellers.models import Seller
from reprise.web.place import Place, default_place
from reprise.web.seller import shelf, why
from reprise.web.seller.shelf import BadNumber, Cell, Edit, Typed, Wanted
from reprise.web.seller.views.base import room, show
from reprise.web.templating import words


@require_safe
@room
def index(request: HttpRequest, seller: Seller, at: Place) -> HttpResponse:
    """The seller's offers and where each stands in each market, with a form in each row."""
    return _list(request, seller, at, Wanted.of(request.GET))


def _list(
    request: HttpRequest,
    seller: Seller,
    at: Place,
    wanted: Wanted,
    refused: tuple[Offer, Typed] | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = shelf.shelf(seller, wanted, refused=refused)
    saved = _saved(request, seller)
    facts = {
        "seller": seller,
        "room": "offers",
        "wanted": wanted,
        "page": shown.page,
        "rows": shown.rows,
        "saved": saved,
        "saved_is_here": saved is not None and saved.id in {row.offer.id for row in shown.rows},
        "refused": refused,
    }
    return show(request, at, "seller/offers.html", facts, status)


def _saved(request: HttpRequest, seller: Seller) -> Offer | None:
    """The offer whose form has just been saved."""
    try:
        offer_id = UUID(request.GET.get("saved", ""))
    except ValueError:
        return None
    return shelf.offers_of(seller).filter(id=offer_id).first()


def offer(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """One offer: GET shows where it stands and why, POST sets its stock and prices."""
    if request.method in {"GET", "HEAD"}:
        return _show(request, offer_id)
    if request.method == "POST":
        return _save(request, offer_id)
    return HttpResponseNotAllowed(["GET", "HEAD", "POST"])


def _own(seller: Seller, offer_id: UUID) -> Offer:
    found = shelf.offers_of(seller).filter(id=offer_id).first()
    if found is None:
        raise Http404
    return found


@room
def _show(request: HttpRequest, seller: Seller, at: Place, offer_id: UUID) -> HttpResponse:
    return _page(request, seller, at, _own(seller, offer_id))


def _page(
    request: HttpRequest,
    seller: Seller,
    at: Place,
    own: Offer,
    typed: Typed | None = None,
    status: int = 200,
) -> HttpResponse:
    (row,) = shelf.rows(seller, [own], typed={own.id: typed} if typed else {})
    facts: dict[str, Any] = {
        "seller": seller,
        "room": "offers",
        "row": row,
        "saved": request.GET.get("saved", ""),
        "parts": why.parts,
        "in_money": why.in_money,
        "shop_at": default_place,
        "trials": _trials(request.GET, seller, row.cells),
    }
    return show(request, at, "seller/offer.html", facts, status)


def _trials(query: QueryDict, seller: Seller, cells: Sequence[Cell]) -> dict[str, Any]:
    """By market: the price that the address asks about and where the offer would stand at it,
    or what is wrong with it.  Nothing is changed (S5)."""
    cell = next((each for each in cells if each.row.market == query.get("market")), None)
    text = query.get("price", "")
    if cell is None or "price" not in query:
        return {}
    trial: dict[str, Any] = {"text": text[:12], "problem": "", "price": None, "standing": None}
    try:
        trial["price"] = shelf.amount(text, cell.row.currency)
    except BadNumber as refusal:
        trial["problem"] = words(refusal)
    else:
        standing: Standing | None = dry_run(
            seller.id, cell.row.offer_id, cell.row.market, trial["price"].minor
        )
        trial["standing"] = standing if cell.standing else None
    return {cell.row.market: trial}


@room
def _save(request: HttpRequest, seller: Seller, at: Place, offer_id: UUID) -> HttpResponse:
    own = _own(seller, offer_id)
    priced = list(MarketOffer.objects.filter(seller_id=seller.id, offer_id=own.id))
    sent = request.POST.dict()
    edit, problems = shelf.read(sent, priced)
    status = 422
    if not problems:
        try:
            _set(seller, own, edit)
        except actions.StockChanged as refusal:
            problems["available"] = words(refusal)
            status = refusal.status
            own = _own(seller, offer_id)
        except actions.PriceBelowLevy as refusal:
            problems[f"price-{refusal.facts['market']}"] = words(refusal)
        else:
            return HttpResponseRedirect(_back(request, own))
    typed = Typed(sent, problems)
    if request.POST.get("view") == "offer":
        return _page(request, seller, at, own, typed, status)
    wanted = Wanted.of(QueryDict(request.POST.get("back", "")))
    return _list(request, seller, at, wanted, (own, typed), status)


def _set(seller: Seller, own: Offer, edit: Edit) -> None:
    """Everything that the form asks for, or nothing of it."""
    now = clock.now()
    with transaction.atomic():
        if edit.stock is not None:
            actions.set_available(
                seller.id, own.id, expected=edit.stock[0], wanted=edit.stock[1], now=now
            )
        for market, price in sorted(edit.prices.items()):
            actions.set_price(seller.id, own.id, market, price.minor, now)


def _back(request: HttpRequest, own: Offer) -> str:
    """Where the form stood: the offer's own page, or its row in the list as it was filtered."""
    if request.POST.get("view") == "offer":
        return f"/seller/offers/{own.id}/?saved=edit"
    query = Wanted.of(QueryDict(request.POST.get("back", ""))).query()
    return f"/seller/offers/?{query}{'&' if query else ''}saved={own.id}#offer-{own.id}"


@require_POST
@room
def switch(request: HttpRequest, seller: Seller, at: Place, offer_id: UUID) -> HttpResponse:
    """Take the offer off sale or put it on, in the market that is named or wholly."""
    own = _own(seller, offer_id)
    wanted = request.POST.get("on", "")
    if wanted not in {"yes", "no"}:
        return _page(request, seller, at, own, status=422)
    market = request.POST.get("market") or None
    try:
        actions.switch(seller.id, own.id, on=wanted == "yes", market=market, now=clock.now())
    except actions.NotYourOffer:
        raise Http404 from None
    return HttpResponseRedirect(f"/seller/offers/{own.id}/?saved=switch#{market or 'switch'}")
