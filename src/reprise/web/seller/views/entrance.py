"""The doors of the rooms: who works here signs in as everybody does (decision 0015)."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import auth
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from reprise.accounts import passkeys
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.sellers.models import Seller
from reprise.web.account.desk import admit, inside, show, wanted, who
from reprise.web.place import Place, asked_place
from reprise.web.seller.views.base import room


def door(home: str) -> Callable[[HttpRequest], HttpResponse]:
    """The sign-in page of the room whose pages are below ``home`` (``/seller/``, ``/staff/``)."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @csrf_protect
    def login(request: HttpRequest) -> HttpResponse:
        """The form; after it, the page that was wanted."""
        now = clock.now()
        at = asked_place(request)
        with translation.override(at.language):
            refusal = None
            if request.method == "POST":
                try:
                    admit(request, who(request, now), now)
                except Refusal as refused:
                    refusal = refused
                else:
                    return HttpResponseRedirect(inside(wanted(request), home, home))
            facts = {
                "home": home,
                "room": "",
                "email": request.POST.get("email", ""),
                "next": wanted(request),
                "options": passkeys.request_options(now),
            }
            return show(request, at, "seller/login.html", facts, refusal)

    return login


def way_out(home: str) -> Callable[[HttpRequest], HttpResponse]:
    """Signing out of that room, and of everything else."""

    @require_POST
    @csrf_protect
    def logout(request: HttpRequest) -> HttpResponse:
        auth.logout(request)
        return HttpResponseRedirect(f"{home}login/")

    return logout


login = door("/seller/")
logout = way_out("/seller/")


@room
def nowhere(request: HttpRequest, seller: Seller, at: Place, rest: str) -> HttpResponse:
    """An address of the room that leads nowhere: the room's own page says so."""
    raise Http404
