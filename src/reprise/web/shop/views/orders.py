"""The order: what happened, what happens next, and paying it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import cast
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from reprise.checkout.actions import pay_again
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.law.eu.withdrawal import DAYS as WITHDRAWAL_DAYS
from reprise.law.eu.withdrawal_form import model_form
from reprise.orders import access, queries
from reprise.orders.models import Order
from reprise.payments import actions as payments
from reprise.payments import queries as payment_queries
from reprise.payments.actions.perform import PaymentClosed, PaymentUnavailable
from reprise.payments.models import Payment
from reprise.payments.providers.base import ProviderRefused, ProviderUnavailable
from reprise.payments.states import PaymentState
from reprise.privacy.overview import archived_until
from reprise.shipping.queries import tracking_page
from reprise.web.place import Place
from reprise.web.shop import progress
from reprise.web.shop.catalogue import devices
from reprise.web.shop.page import in_place, page
from reprise.web.templating import words as refusal_words

log = logging.getLogger(__name__)
View = Callable[[HttpRequest, Place, Order, str], HttpResponse]

# Added to the address to which the payment page sends the buyer back.
BACK = "back"
_OPEN = {PaymentState.CREATED.value, PaymentState.STARTED.value}


def opened(view: View) -> Callable[..., HttpResponse]:
    """``view(request, at, order, path)`` for whoever has a link that opens the order at ``path``.

    A link that is too old shows how to get a new one (410); anything else that is wrong is a 404.
    """

    @in_place
    @wraps(view)
    def inner(request: HttpRequest, at: Place, reference: str, token: str) -> HttpResponse:
        path = at.path(f"orders/{reference}/{token}/")
        try:
            found = genuine(at, reference, token)
        except access.LinkOver as over:
            context = {"order": over.order, "path": path, "days": access.OPENS_FOR.days}
            template = "shop/order_over.html"
            return page(request, at, template, context, private=True, status=over.status)
        return view(request, at, found, path)

    return cast(Callable[..., HttpResponse], inner)


def genuine(at: Place, reference: str, token: str) -> Order:
    """Raises LinkOver for an order of this place, Http404 for what was never a link to one."""
    try:
        found = access.opened(reference, token, clock.now())
    except Order.DoesNotExist:
        raise Http404 from None
    except access.LinkOver as over:
        if over.order.market != at.market.code:
            raise Http404 from None
        raise
    if found.market != at.market.code:
        raise Http404
    return found


@require_safe
@opened
def order(request: HttpRequest, at: Place, found: Order, path: str) -> HttpResponse:
    if BACK in request.GET:
        _ask_the_provider(found)
    return _show(request, at, found, path)


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def payment(request: HttpRequest, at: Place, found: Order, path: str) -> HttpResponse:
    """GET goes on to the provider's page for the open payment; POST opens one first."""
    if request.method == "POST":
        try:
            pay_again(found.id, request.POST.get("method", ""), clock.now())
        except Refusal as refusal:
            return _show(request, at, found, path, refusal=refusal)
        return HttpResponseRedirect(f"{path}payment/", status=303)
    latest = payment_queries.latest(found.id)
    if latest is None:
        raise Http404
    try:
        return go_to_pay(request, at, found, latest)
    except PaymentClosed:
        return HttpResponseRedirect(path, status=303)
    except PaymentUnavailable as refusal:
        context = {"order": found, "path": path, "message": refusal_words(refusal)}
        return page(request, at, "shop/payment_unavailable.html", context, private=True, status=503)


def go_to_pay(request: HttpRequest, at: Place, found: Order, payment: Payment) -> HttpResponse:
    """On to the provider's page for a payment.  Raises PaymentClosed, PaymentUnavailable."""
    address = payments.start(
        payment,
        merchant_reference=found.reference,
        language=found.language,
        return_url=f"{settings.PUBLIC_URL}{access.path(found)}?{BACK}=1",
        now=clock.now(),
    )
    return _go_to(request, at, address)


def _go_to(request: HttpRequest, at: Place, address: str) -> HttpResponse:
    """On to the payment page.

    An address outside is left by a page of its own: `form-action 'self'` also forbids a
    form's answer to lead outside by a chain of redirects.
    """
    if not urlsplit(address).netloc or urlsplit(address).netloc == request.get_host():
        response: HttpResponse = HttpResponseRedirect(address, status=303)
        response["Cache-Control"] = "private, no-store"
        return response
    return page(request, at, "shop/payment_leaving.html", {"address": address}, private=True)


def _ask_the_provider(found: Order) -> None:
    """A buyer who comes back may be quicker than the provider's notice."""
    latest = payment_queries.latest(found.id)
    if latest is None or latest.state not in _OPEN:
        return
    try:
        payments.refresh(latest.id, clock.now())
    except (ProviderUnavailable, ProviderRefused):
        log.info("payment %s: the provider did not answer a look-up", latest.id)


def _show(
    request: HttpRequest, at: Place, found: Order, path: str, *, refusal: Refusal | None = None
) -> HttpResponse:
    now = clock.now()
    dossier = queries.dossier(found)
    unscanned = queries.not_handed_over(dossier.lines)
    context = {
        "dossier": dossier,
        "archived_until": None if dossier.contact else archived_until(found.id),
        "order": found,
        "path": path,
        "days": access.OPENS_FOR.days,
        "withdrawal_days": WITHDRAWAL_DAYS,
        "with_form": bool(model_form(found.language, "")),
        "tracking_page": tracking_page,
        "headline": progress.headline(dossier, now),
        "happened": progress.happened(dossier),
        "expected": progress.expected(dossier, now, at.market.country),
        "states": {
            line.id: progress.line_state(line.state, unscanned=line.id in unscanned)
            for line in dossier.lines
        },
        "devices": devices({line.variant_id for line in dossier.lines}),
        "cover": next((line.cover for line in dossier.lines if line.cover), None),
        "levy": sum(line.levy for line in dossier.lines),
        "refusal": refusal_words(refusal) if refusal else "",
    }
    status = refusal.status if refusal else 200
    return page(request, at, "shop/order.html", context, private=True, status=status)
