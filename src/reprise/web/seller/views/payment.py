"""Where the seller's money goes: seen and changed by its managers."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.views.decorators.http import require_POST

from reprise.accounts.limits import TooManyAttempts
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.sellers import actions, rules
from reprise.sellers.iban import LONGEST
from reprise.sellers.models import PaymentAccount, Seller
from reprise.sellers.queries import entries_of
from reprise.web.account.kept import by_hand
from reprise.web.place import Place
from reprise.web.seller.views.base import freshly, managers, show

HERE = "/seller/payment-account/"


@by_hand
def account(request: HttpRequest) -> HttpResponse:
    """GET shows the account that counts and one that waits, POST enters another one."""
    if request.method in {"GET", "HEAD"}:
        return _show(request)
    if request.method == "POST":
        return _enter(request)
    return HttpResponseNotAllowed(["GET", "HEAD", "POST"])


@managers
def _show(request: HttpRequest, seller: Seller, at: Place) -> HttpResponse:
    return _page(request, seller, at)


@freshly
def _enter(request: HttpRequest, seller: Seller, at: Place) -> HttpResponse:
    typed = request.POST.get("iban", "")
    try:
        actions.enter_account(seller.id, typed, cast(UUID, request.user.pk), clock.now())
    except Refusal as refusal:
        return _page(request, seller, at, refusal, typed[:LONGEST])
    return HttpResponseRedirect(f"{HERE}?saved=entered")


@require_POST
@managers
def stop(request: HttpRequest, seller: Seller, at: Place, entry_id: UUID) -> HttpResponse:
    """An entry that waits never counts.  Asks for no password: it keeps what there is."""
    try:
        actions.stop_account(seller.id, entry_id, cast(UUID, request.user.pk), clock.now())
    except PaymentAccount.DoesNotExist:
        raise Http404 from None
    except Refusal as refusal:
        return _page(request, seller, at, refusal)
    return HttpResponseRedirect(f"{HERE}?saved=stopped")


def _page(
    request: HttpRequest, seller: Seller, at: Place, refusal: Refusal | None = None, typed: str = ""
) -> HttpResponse:
    now = clock.now()
    entries = {each.id: each for each in entries_of(seller.id)}
    facts = [each.facts for each in entries.values()]
    counting, waiting = rules.in_effect(facts, now), rules.waiting(facts, now)
    shown = {
        "seller": seller,
        "room": "statement",
        "counting": entries[counting.id] if counting else None,
        "waiting": entries[waiting.id] if waiting else None,
        "entries": list(entries.values()),
        "days": rules.COOLING.days,
        "saved": request.GET.get("saved", ""),
        "refusal": refusal,
        # Beside the field stands what is wrong with what was typed.
        "beside": refusal is not None and refusal.status == 422,
        "typed": typed,
        "longest": LONGEST,
    }
    status = refusal.status if refusal else 200
    response = show(request, at, "seller/payment.html", shown, status)
    if isinstance(refusal, TooManyAttempts):
        response["Retry-After"] = str(refusal.seconds)
    return response
