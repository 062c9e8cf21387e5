"""Everything that happened to an order, as a page to print and as a file to check."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.orders.evidence import BUYER
from reprise.orders.models import Order
from reprise.web import history as happened
from reprise.web.place import Place
from reprise.web.shop.page import page
from reprise.web.shop.views.orders import opened


@require_safe
@opened
def history(request: HttpRequest, at: Place, found: Order, path: str) -> HttpResponse:
    document = happened.told(found.id, BUYER)
    context = {
        "order": found,
        "path": path,
        "document": document,
        "events": happened.events(document, at),
        "last_hash": happened.last_hash(document),
    }
    return page(request, at, "shop/history.html", context, private=True)


@require_safe
@opened
def evidence(request: HttpRequest, at: Place, found: Order, path: str) -> HttpResponse:
    return happened.download(happened.told(found.id, BUYER), found.reference)
