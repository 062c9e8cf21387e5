"""A seller's own copies of names and addresses that have left the marketplace (art. 19)."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.http import require_http_methods

from reprise.accounts.models import User
from reprise.kernel import clock
from reprise.orders.models import SellerOrder
from reprise.privacy.actions.telling import HasARoom, confirm_by_link, confirm_deleted
from reprise.privacy.copy_links import opens
from reprise.privacy.handed_on import copies_of
from reprise.privacy.models import SellerCopy
from reprise.sellers.models import Seller
from reprise.web.place import Place, reader_place
from reprise.web.seller.views.base import room, show


@require_http_methods(["GET", "HEAD", "POST"])
@room
def index(request: HttpRequest, seller: Seller, at: Place) -> HttpResponse:
    """What has to be deleted, until the seller says that it is."""
    if request.method == "POST":
        user_id: UUID = cast(User, request.user).id
        confirm_deleted(seller.id, chosen(request), user_id, clock.now())
        return HttpResponseRedirect("/seller/copies/")
    facts = {"seller": seller, "room": "copies", "waiting": copies_of(seller.id)}
    return show(request, at, "seller/copies.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, copy_id: UUID, token: str) -> HttpResponse:
    """The link of a letter to a seller who has no room any more: it needs no sign-in, and shows
    whose order it is about by its number alone."""
    copy = SellerCopy.objects.filter(id=copy_id).first() if opens(copy_id, token) else None
    if copy is None:
        raise Http404
    seller = Seller.objects.get(id=copy.seller_id)
    refusal: HasARoom | None = None
    if request.method == "POST":
        try:
            confirm_by_link(copy_id, token, clock.now())
        except HasARoom as runs:
            refusal = runs
        else:
            return HttpResponseRedirect(request.path)
    elif copy.confirmed_at is None and seller.active:
        refusal = HasARoom()
    contract = SellerOrder.objects.get(seller_id=seller.id, id=copy.seller_order_id)
    at = reader_place(seller.country, seller.language)
    with translation.override(at.language):
        facts = {
            "copy": copy, "contract": contract, "of": seller, "request_path": request.path,
            "refusal": refusal,
        }  # fmt: skip
        status = refusal.status if refusal else 200
        response = show(request, at, "seller/copy_link.html", facts, status)
    response["Cache-Control"] = "no-store"
    return response


def chosen(request: HttpRequest) -> list[UUID]:
    """Those that were ticked; what is no id of ours is left out."""
    found = []
    for text in request.POST.getlist("copy"):
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
