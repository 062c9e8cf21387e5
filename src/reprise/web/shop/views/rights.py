"""A link to what is held of somebody without an account: a letter to the address that they type."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from reprise.accounts import actions
from reprise.kernel import clock
from reprise.web.account import forms
from reprise.web.account.views.doors import bad_address
from reprise.web.limit import client_of
from reprise.web.place import Place
from reprise.web.shop.page import in_place, page
from reprise.web.shop.views.errors import sparing


@require_http_methods(["GET", "HEAD", "POST"])
@in_place
@sparing
def ask(request: HttpRequest, at: Place) -> HttpResponse:
    """The same answer for every address."""
    typed = request.POST.get("email", "")[:254]
    error = ""
    if request.method == "POST":
        email = forms.email(typed)
        if email:
            actions.ask("rights", email, at.locale, client_of(request), clock.now())
            return page(request, at, "shop/rights_sent.html", private=True)
        error = bad_address()
    context = {"typed": typed, "error": error}
    status = 422 if error else 200
    return page(request, at, "shop/rights_ask.html", context, private=True, status=status)
