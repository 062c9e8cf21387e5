"""A seller's own copies of names and addresses that have left the marketplace (art. 19)."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from reprise.accounts.models import User
from reprise.kernel import clock
from reprise.privacy.actions.telling import confirm_deleted
from reprise.privacy.handed_on import copies_of
from reprise.sellers.models import Seller
from reprise.web.place import Place
from reprise.web.seller.views.base import room, show


@require_http_methods(["GET", "HEAD", "POST"])
@room
def index(request: HttpRequest, seller: Seller, at: Place) -> HttpResponse:
    """What has to be deleted, until the seller says that it is."""
    if request.method == "POST":
        user_id: UUID = cast(User, request.user).id
        confirm_deleted(seller.id, _chosen(request), user_id, clock.now())
        return HttpResponseRedirect("/seller/copies/")
    facts = {"seller": seller, "room": "copies", "waiting": copies_of(seller.id)}
    return show(request, at, "seller/copies.html", facts)


def _chosen(request: HttpRequest) -> list[UUID]:
    """Those that were ticked; what is no id of ours is left out."""
    found = []
    for text in request.POST.getlist("copy"):
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
