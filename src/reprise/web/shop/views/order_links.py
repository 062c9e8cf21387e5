"""Getting into an order again: a new link by e-mail, for an old link or an order's number."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from reprise.kernel import clock
from reprise.kernel.reference import parse_reference
from reprise.orders import access
from reprise.orders.actions import ask_link, ask_link_by
from reprise.web.account import forms
from reprise.web.account.views.doors import bad_address
from reprise.web.limit import client_of
from reprise.web.place import Place
from reprise.web.shop.page import in_place, page
from reprise.web.shop.views.errors import sparing
from reprise.web.shop.views.orders import genuine


@require_POST
@in_place
@sparing
def link(request: HttpRequest, at: Place, reference: str, token: str) -> HttpResponse:
    """Send a new link to the address of the order that this link opens, or has opened."""
    try:
        found = genuine(at, reference, token)
    except access.LinkOver as over:
        found = over.order
    ask_link(found.id, client_of(request), clock.now())
    return page(request, at, "shop/order_link_sent.html", {"by_number": False}, private=True)


@require_http_methods(["GET", "HEAD", "POST"])
@in_place
@sparing
def find(request: HttpRequest, at: Place) -> HttpResponse:
    """Send a link to whoever knows an order's number and its address.  The same answer for all."""
    typed = {name: request.POST.get(name, "")[:254] for name in ("reference", "email")}
    errors = {}
    if request.method == "POST":
        if parse_reference(typed["reference"], "R") is None:
            errors["reference"] = _("Enter the number as it stands in the e-mail: R-7K3F9Q2M.")
        if not forms.email(typed["email"]):
            errors["email"] = bad_address()
        if not errors:
            ask_link_by(
                typed["reference"], forms.email(typed["email"]), client_of(request), clock.now()
            )
            return page(request, at, "shop/order_link_sent.html", {"by_number": True}, private=True)
    context = {"typed": typed, "errors": errors}
    status = 422 if errors else 200
    return page(request, at, "shop/order_find.html", context, private=True, status=status)
