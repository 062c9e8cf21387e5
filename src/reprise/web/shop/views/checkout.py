"""The checkout: one page, the whole price, the order."""

from __future__ import annotations

from typing import Final
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reprise.checkout import actions, queries
from reprise.checkout.actions import EmptyBasket
from reprise.checkout.models import Basket
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.orders import access
from reprise.web.place import Place
from reprise.web.shop import forms
from reprise.web.shop.page import in_place, page
from reprise.web.shop.views import basket as baskets
from reprise.web.templating import words as refusal_words

# The only words on the order button, by the law of each language's country: code de la
# consommation, art. L221-14; BW 6:230v(3); BGB § 312j(3); Directive 2011/83/EU, art. 8(2).
# They are not translations of each other and are shown exactly as they stand.
ORDER_BUTTON: Final = {
    "fr": "commande avec obligation de paiement",
    "nl": "bestelling met betalingsverplichting",
    "de": "zahlungspflichtig bestellen",
    "en": "order with obligation to pay",
}


@require_http_methods(["GET", "HEAD", "POST"])
@in_place
def checkout(request: HttpRequest, at: Place) -> HttpResponse:
    basket = baskets.basket_of(request, at)
    if request.method == "POST":
        return _order(request, at, basket)
    quote = queries.quote(basket, at.market.code, clock.now().date())
    if quote.empty or quote.short:
        return HttpResponseRedirect(at.path("basket/"))
    return _show(request, at, basket, forms.ContactForm(method=at.market.methods[0]))


def _order(request: HttpRequest, at: Place, basket: Basket | None) -> HttpResponse:
    """Place the order and go on to pay; what cannot be ordered is said on the same page."""
    form = forms.read(request.POST.dict(), at.market)
    key = _request_key(request)
    if basket is None:
        return baskets.show(request, at, None, refusal=EmptyBasket())
    if form.errors:
        return _show(request, at, basket, form, key=key, status=422)
    try:
        placed = actions.place_order(
            basket_id=basket.id,
            language=at.language,
            contact=forms.draft(form, at.market),
            method=form.method,
            fingerprint=request.POST.get("fingerprint", ""),
            request_key=key,
            now=clock.now(),
        )
    except EmptyBasket as refusal:
        return baskets.show(request, at, basket, refusal=refusal)
    except Refusal as refusal:
        return _show(request, at, basket, form, key=key, refusal=refusal, status=refusal.status)
    return HttpResponseRedirect(f"{access.path(placed.order)}payment/", status=303)


def _request_key(request: HttpRequest) -> str:
    """The key of this page's order: the same page sent twice is one order."""
    try:
        return str(UUID(request.POST.get("request_key", "")))
    except ValueError:
        return str(uuid4())


def _show(
    request: HttpRequest,
    at: Place,
    basket: Basket | None,
    form: forms.ContactForm,
    *,
    key: str = "",
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    now = clock.now()
    quote = queries.quote(basket, at.market.code, now.date())
    if quote.empty:
        return baskets.show(request, at, basket, refusal=refusal)
    labels = _labels()
    context = {
        **baskets.quoted(at, quote, now),
        "form": form,
        "problems": [(name, labels[name], text) for name, text in form.errors.items()],
        "refusal": refusal_words(refusal) if refusal else "",
        "request_key": key or str(uuid4()),
        "button": ORDER_BUTTON[at.language],
        "postcode_example": forms.POSTCODES[at.market.country],
    }
    return page(request, at, "shop/checkout.html", context, private=True, status=status)


def _labels() -> dict[str, str]:
    return {
        "name": _("First and last name"),
        "email": _("E-mail"),
        "phone": _("Phone"),
        "street": _("Street and number"),
        "extra": _("Address, second line"),
        "postcode": _("Postcode"),
        "town": _("Town"),
        "method": _("Payment"),
    }
