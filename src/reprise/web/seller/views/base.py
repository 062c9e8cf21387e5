"""Who is in the seller room, and in which language."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.csrf import csrf_protect

from reprise.accounts.models import User
from reprise.kernel.refusal import Refusal
from reprise.sellers.actions import NotAManager
from reprise.sellers.models import Seller
from reprise.sellers.queries import role_of, seller_of
from reprise.sellers.states import Role
from reprise.web.account import kept
from reprise.web.account.desk import ask_first, sign_in_first
from reprise.web.place import Place, asked_place, reader_place
from reprise.web.shop.page import page

View = Callable[..., HttpResponse]


def room(view: View) -> View:
    """Call ``view(request, seller, at, ...)`` for a person who acts for a seller.

    Others are asked to sign in.  A Refusal that the view does not handle becomes a page, and so
    does what is not there: in the room, with the way back to its own lists.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        user = request.user
        if not user.is_authenticated:
            return sign_in_first(request, asked_place(request), "/seller/")
        seller = seller_of(user.pk)
        if seller is None:
            return HttpResponseRedirect("/seller/login/")
        at = reader_place(seller.country, seller.language)
        with translation.override(at.language):
            try:
                response = view(request, seller, at, *arguments, **named)
            except Refusal as refusal:
                response = refused(request, seller, at, refusal)
            except Http404:
                response = show(request, at, "seller/nothing.html", {"seller": seller}, 404)
        response["Cache-Control"] = "no-store"
        return response

    return csrf_protect(guarded)


def managers(view: View) -> View:
    """As :func:`room`, for whoever decides where the seller's money goes."""

    @room
    @wraps(view)
    def guarded(
        request: HttpRequest, seller: Seller, at: Place, *arguments: Any, **named: Any
    ) -> HttpResponse:
        if role_of(seller.id, request.user.pk) is not Role.MANAGER:
            raise NotAManager
        return view(request, seller, at, *arguments, **named)

    return guarded


def freshly(view: View) -> View:
    """As :func:`managers`, for somebody who has just given a password or passkey (0041)."""

    @managers
    @wraps(view)
    def guarded(
        request: HttpRequest, seller: Seller, at: Place, *arguments: Any, **named: Any
    ) -> HttpResponse:
        asked = ask_first(request, at, cast(User, request.user), "/seller/")
        return asked if asked is not None else view(request, seller, at, *arguments, **named)

    return kept.by_hand(guarded)


def refused(request: HttpRequest, seller: Seller, at: Place, refusal: Refusal) -> HttpResponse:
    """The page that says what could not be done, why, and what to do next."""
    return show(
        request, at, "seller/refused.html", {"seller": seller, "refusal": refusal}, refusal.status
    )


def show(
    request: HttpRequest, at: Place, template: str, facts: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of a room that people sign in to; forms in it carry Django's token."""
    shared = {"room": "", "refusal": None, "csrf_input": kept.form_token(request)}
    return page(request, at, template, {**shared, **facts}, private=True, status=status)
