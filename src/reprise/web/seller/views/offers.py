"""What the seller has on the shelf."""

from __future__ import annotations

import re
from uuid import UUID

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from reprise.kernel import clock
from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.offers import actions
from reprise.offers.models import MarketOffer, Offer
from reprise.sellers.models import Seller
from reprise.web.place import Place
from reprise.web.seller.views.base import room, show

PAGE = 50


class BadNumber(Refusal):
    code = "bad_number"
    message = "“%(text)s” is not a number that can be used here. Nothing was changed."
    status = 422


def _page(
    request: HttpRequest, seller: Seller, at: Place, refusal: Refusal | None = None
) -> HttpResponse:
    wanted = request.GET.get("q", "").strip()
    rows = (
        Offer.objects.filter(seller=seller)
        .select_related("variant__product")
        .prefetch_related("market_offers")
        .order_by("variant__product__name", "variant__slug", "grade")
    )
    if wanted:
        rows = rows.filter(Q(sku__icontains=wanted) | Q(variant__product__name__icontains=wanted))
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    facts = {
        "seller": seller,
        "room": "offers",
        "page": page,
        "wanted": wanted,
        "refusal": refusal,
    }
    return show(request, at, "seller/offers.html", facts, refusal.status if refusal else 200)


@room
def index(request: HttpRequest, seller: Seller, at: Place) -> HttpResponse:
    """The seller's offers, with a form in each row."""
    return _page(request, seller, at)


@require_POST
@room
def offer(request: HttpRequest, seller: Seller, at: Place, offer_id: UUID) -> HttpResponse:
    """Set the stock (against what the page showed) and the prices of one offer."""
    now = clock.now()
    try:
        stock = None
        if "available" in request.POST:
            stock = (
                _whole(request.POST.get("expected", "")),
                _whole(request.POST["available"]),
            )
        prices = {
            row.market: _amount(text, row.currency)
            for row in MarketOffer.objects.filter(seller=seller, offer_id=offer_id)
            if (text := request.POST.get(f"price-{row.market}", "").strip())
        }
        with transaction.atomic():
            if stock is not None:
                actions.set_available(
                    seller.id, offer_id, expected=stock[0], wanted=stock[1], now=now
                )
            for market, price in sorted(prices.items()):
                actions.set_price(seller.id, offer_id, market, price.minor, now)
    except Refusal as refusal:
        return _page(request, seller, at, refusal)
    return HttpResponseRedirect("/seller/offers/")


def _whole(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text.strip()):
        raise BadNumber(text=text or gettext("(empty)"))
    return int(text)


def _amount(text: str, currency: str) -> Money:
    try:
        amount = Money.parse(text, currency)
    except ValueError:
        raise BadNumber(text=text) from None
    if amount.minor <= 0 or amount.minor > 10**9:
        raise BadNumber(text=text)
    return amount
