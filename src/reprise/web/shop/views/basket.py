"""The basket: looked at, filled, emptied."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from reprise.checkout import actions, queries
from reprise.checkout.actions import BadQuantity, UnknownOffer
from reprise.checkout.models import MOST_OF_ONE, Basket
from reprise.checkout.rules import Quote
from reprise.checkout.trackers import BASKET
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.web import cookies
from reprise.web.place import Place
from reprise.web.shop.page import in_place, page
from reprise.web.shop.views.errors import refused
from reprise.web.templating import words as refusal_words


@require_safe
@in_place
def basket(request: HttpRequest, at: Place) -> HttpResponse:
    return show(request, at, basket_of(request, at))


@require_POST
@in_place
def items(request: HttpRequest, at: Place) -> HttpResponse:
    """Have a quantity of an offer in the basket; 0 takes it out."""
    now = clock.now()
    found = basket_of(request, at)
    try:
        offer, quantity = _wish(request)
        if found is None and quantity == 0:
            return HttpResponseRedirect(at.path("basket/"))
        return _put(request, at, found, offer, quantity, now)
    except Refusal as refusal:
        if found is None or isinstance(refusal, UnknownOffer):
            return refused(request, at, refusal)
        return show(request, at, found, refusal=refusal, wrong=request.POST.get("offer", ""))


def _put(
    request: HttpRequest,
    at: Place,
    found: Basket | None,
    offer: UUID,
    quantity: int,
    now: datetime,
) -> HttpResponse:
    """Put it in, into a new basket if there is none; a refused wish leaves no new basket."""
    response = HttpResponseRedirect(at.path("basket/"), status=303)
    if found is not None:
        actions.put(found, offer, quantity, now)
        return response
    token = actions.put_in_new(at.market.code, offer, quantity, now)
    cookies.put(response, BASKET, token)
    return response


def _wish(request: HttpRequest) -> tuple[UUID, int]:
    try:
        offer = UUID(request.POST.get("offer", ""))
    except ValueError:
        raise UnknownOffer from None
    text = request.POST.get("quantity", "1").strip()
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise BadQuantity(most=MOST_OF_ONE)
    return offer, int(text)


def basket_of(request: HttpRequest, at: Place) -> Basket | None:
    """The visitor's basket in this market."""
    return queries.basket_of(cookies.read(request, BASKET), at.market.code)


def show(
    request: HttpRequest,
    at: Place,
    found: Basket | None,
    *,
    refusal: Refusal | None = None,
    wrong: str = "",
) -> HttpResponse:
    """The basket's page; with a refusal, its words, beside the item ``wrong`` if it is there."""
    now = clock.now()
    quote = queries.quote(found, at.market.code, now, language=at.language)
    context = {
        **quoted(quote),
        "unavailable": queries.variants_of(quote.unavailable),
        "refusal": refusal_words(refusal) if refusal else "",
        "wrong": wrong,
        "most": MOST_OF_ONE,
    }
    status = refusal.status if refusal else 200
    return page(request, at, "shop/basket.html", context, private=True, status=status)


def quoted(quote: Quote) -> dict[str, Any]:
    """A quote with its devices, for their drawings."""
    lines = [line for seller in quote.sellers for line in seller.lines]
    return {"quote": quote, "devices": {line.variant_id: line.variant for line in lines}}
