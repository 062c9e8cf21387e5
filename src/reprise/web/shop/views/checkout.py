"""The checkout: one page, the whole price, the order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reprise.checkout import actions, queries
from reprise.checkout.actions import EmptyBasket
from reprise.checkout.holding import Client
from reprise.checkout.models import Basket
from reprise.checkout.rules import Quote
from reprise.kernel import clock
from reprise.kernel.money import Money
from reprise.kernel.network import network_of
from reprise.kernel.refusal import Refusal
from reprise.markets import formats
from reprise.orders import access, buyers
from reprise.payments.actions.perform import PaymentClosed, PaymentUnavailable
from reprise.web.limit import client_of
from reprise.web.place import Place
from reprise.web.shop import forms, insurance, parcels
from reprise.web.shop.page import in_place, page
from reprise.web.shop.views import basket as baskets
from reprise.web.shop.views.orders import go_to_pay
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

# What reading amounts that no page of ours has sent ends in: text, infinity, a thousand digits,
# brackets without an end.
_MADE_UP: Final = (ValueError, TypeError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class Desk:
    """One look at the page: where, whose basket, at what time, with what chosen."""

    request: HttpRequest
    at: Place
    basket: Basket | None
    now: datetime
    form: forms.ContactForm
    choices: Mapping[UUID, parcels.Choice] = field(default_factory=dict)
    key: str = ""
    insured: Mapping[UUID, frozenset[int]] = field(default_factory=dict)

    def quote(self) -> Quote:
        return queries.quote(
            self.basket,
            self.at.market.code,
            self.now,
            language=self.at.language,
            chosen=parcels.methods(self.choices),
            insured=self.insured,
        )


@require_http_methods(["GET", "HEAD", "POST"])
@in_place
def checkout(request: HttpRequest, at: Place) -> HttpResponse:
    basket, now = baskets.basket_of(request, at), clock.now()
    if request.method == "POST":
        desk = Desk(
            request,
            at,
            basket,
            now,
            forms.read(request.POST.dict(), at.market),
            parcels.read(request.POST.dict()),
            _request_key(request),
            insurance.read(request.POST.dict()),
        )
        return _look_again(desk) if "look" in request.POST else _order(desk)
    desk = Desk(request, at, basket, now, _prefilled(request, at), key=str(uuid4()))
    quote = desk.quote()
    if quote.empty or quote.short:
        return HttpResponseRedirect(at.path("basket/"))
    return _show(desk, quote)


def _look_again(desk: Desk) -> HttpResponse:
    """The page with what was typed and chosen; nothing is ordered, nothing is found fault with."""
    blank = forms.ContactForm(desk.form.values, desk.form.method)
    return _show(replace(desk, form=blank), desk.quote())


def _order(desk: Desk) -> HttpResponse:
    """Place the order and go on to pay; what cannot be ordered is said on the same page."""
    if desk.basket is None:
        return baskets.show(desk.request, desk.at, None, refusal=EmptyBasket())
    try:
        deliveries = parcels.as_posted(desk.choices)
        errors = dict(desk.form.errors)
        if any(choice.point or choice.near for choice in desk.choices.values()):
            deliveries, missing = parcels.deliveries(desk.quote(), desk.choices, desk.at.market)
            errors |= missing
        if errors:
            form = forms.ContactForm(desk.form.values, desk.form.method, errors)
            return _show(replace(desk, form=form), desk.quote(), status=422)
        user = desk.request.user
        placed = actions.place_order(
            basket_id=desk.basket.id,
            language=desk.at.language,
            contact=forms.draft(
                desk.form, desk.at.market, user.pk if user.is_authenticated else None
            ),
            method=desk.form.method,
            fingerprint=desk.request.POST.get("fingerprint", ""),
            request_key=desk.key,
            now=desk.now,
            deliveries=deliveries,
            insured=desk.insured,
            client=_client(desk.request),
        )
    except EmptyBasket as refusal:
        return baskets.show(desk.request, desk.at, desk.basket, refusal=refusal)
    except Refusal as refusal:
        response = _show(desk, desk.quote(), refusal=refusal, status=refusal.status)
        if "seconds" in refusal.facts:
            response["Retry-After"] = str(refusal.facts["seconds"])
        return response
    try:
        return go_to_pay(desk.request, desk.at, placed.order, placed.payment)
    except (PaymentClosed, PaymentUnavailable):
        # The order stands: its own page tries again, and says what there is to say.
        return HttpResponseRedirect(f"{access.path(placed.order)}payment/", status=303)


def _client(request: HttpRequest) -> Client:
    address = client_of(request)
    return Client(address, network_of(address))


def _request_key(request: HttpRequest) -> str:
    """The key of this page's order: the same page sent twice is one order."""
    try:
        return str(UUID(request.POST.get("request_key", "")))
    except ValueError:
        return str(uuid4())


def _prefilled(request: HttpRequest, at: Place) -> forms.ContactForm:
    """Empty for a guest; for a buyer who is signed in, where the last order went."""
    method = at.market.methods[0]
    if not request.user.is_authenticated:
        return forms.ContactForm(method=method)
    values = dict.fromkeys(forms.LONGEST, "")
    last = buyers.last_contact(request.user.pk)
    if last is not None and last.country == at.market.country:
        values |= {name: getattr(last, name) for name in values}
    elif last is not None:
        values |= {"name": last.name, "phone": last.phone}
    values["email"] = request.user.email
    return forms.ContactForm(values, method)


def _show(
    desk: Desk, quote: Quote, *, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    if quote.empty:
        return baskets.show(desk.request, desk.at, desk.basket, refusal=refusal)
    labels = _labels() | {f"point-{seller.seller_id}": seller.name for seller in quote.sellers}
    form = desk.form
    context = {
        **baskets.quoted(quote),
        "form": form,
        "offered": parcels.offered(
            quote,
            desk.choices,
            form.values["postcode"],
            desk.at.market,
            asked=desk.request.method == "POST",
        ),
        "problems": [(name, labels[name], text) for name, text in form.errors.items()],
        "refusal": refusal_words(refusal) if refusal else "",
        "changes": _changes(desk, quote) if refusal else [],
        "seen": json.dumps(parcels.seen(quote), separators=(",", ":")),
        "request_key": desk.key,
        "button": ORDER_BUTTON[desk.at.language],
        "postcode_example": forms.POSTCODES[desk.at.market.country],
    }
    return page(desk.request, desk.at, "shop/checkout.html", context, private=True, status=status)


def _changes(desk: Desk, quote: Quote) -> list[tuple[str, str, str]]:
    """What is different from the page that was sent: (what, before, now) each.

    The page says itself what it had shown; a made-up one misleads nobody but its sender.
    """
    try:
        before = json.loads(desk.request.POST.get("seen", ""))
        items, sent, total = before["items"], before["parcels"], int(before["total"])
        rows = [
            (line.title, items.get(str(line.offer_id)), line.price)
            for seller in quote.sellers
            for line in seller.lines
        ]
        rows += [
            (
                _("Delivery by %(seller)s") % {"seller": seller.name},
                sent.get(str(seller.seller_id)),
                seller.shipping,
            )
            for seller in quote.sellers
        ]
        rows += [
            (
                _("Insurance: %(device)s") % {"device": line.title},
                before.get("insurance", {}).get(str(line.offer_id)),
                line.insurance,
            )
            for line in quote.lines
        ]
        rows.append((_("Total to pay"), total, quote.total))
        return [
            (what, _money(desk, int(was), quote.currency), _money(desk, is_now.minor))
            for what, was, is_now in rows
            if was is not None and int(was) != is_now.minor
        ]
    except (*_MADE_UP, KeyError, AttributeError):
        return []


def _money(desk: Desk, minor: int, currency: str = "") -> Any:
    market = desk.at.market
    return formats.money(Money(minor, currency or market.currency), desk.at.language, market)


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
