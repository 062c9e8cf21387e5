"""What is said when something cannot be shown or done."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import is_valid_path
from django.utils import translation
from django.utils.encoding import escape_uri_path

from reprise.accounts.limits import TooManyAttempts
from reprise.kernel.reference import new_reference
from reprise.kernel.refusal import Refusal
from reprise.markets.queries import LOCALES
from reprise.web.account import kept
from reprise.web.api.problems import Broken, UnknownAddress, problem
from reprise.web.place import Place, place
from reprise.web.refusals import (
    AnotherName,
    FormTooLong,
    FormTooOld,
    TurnedAway,
    UnreadableRequest,
)
from reprise.web.shop.page import page, plain
from reprise.web.templating import words

log = logging.getLogger(__name__)
View = Callable[..., HttpResponse]

API = "/api/"
ROOMS = frozenset({"seller", "staff"})


def refused(request: HttpRequest, at: Place, refusal: Refusal) -> HttpResponse:
    """A refusal that has no form to be shown in."""
    context = {"message": words(refusal), "basis": refusal.basis}
    return page(request, at, "errors/refused.html", context, private=True, status=refusal.status)


def sparing(view: View) -> View:
    """Answers TooManyAttempts of a view in a place with its page, and with when to try again."""

    @wraps(view)
    def inner(request: HttpRequest, at: Place, *args: Any, **named: Any) -> HttpResponse:
        try:
            return view(request, at, *args, **named)
        except TooManyAttempts as refusal:
            response = refused(request, at, refusal)
            response["Retry-After"] = str(refusal.seconds)
            return response

    return inner


def turned_away(request: HttpRequest, refusal: TurnedAway) -> HttpResponse:
    """The answer to a request that reaches no page: a problem for the API, else a page in words.

    Nothing that the request holds is repeated in it.
    """
    if request.path.startswith(API):
        return problem(refusal)
    context: dict[str, object] = {"refusal": refusal, "here": "", "asked": "", "home": ""}
    if isinstance(refusal, AnotherName):
        context["home"] = settings.PUBLIC_URL
    return _anywhere(request, "errors/turned_away.html", context, refusal.status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A page of ours whose last slash was left out is named to whoever looks; nothing else is.

    Asked only when no address fits, it costs a good request nothing.
    """
    if request.path.startswith(API):
        return problem(UnknownAddress())
    if request.method in {"GET", "HEAD"} and _page_with_slash(request.path):
        return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    return _anywhere(request, "errors/404.html", {}, 404)


def _page_with_slash(path: str) -> bool:
    first = path.split("/")[1]
    if path.endswith("/") or first not in {*LOCALES, *ROOMS}:
        return False
    # A room's last address takes whatever no other does.
    if first in ROOMS and path != f"/{first}":
        return False
    return bool(is_valid_path(f"{path}/"))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return turned_away(request, UnreadableRequest())


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A person's form without Django's token, or with one from before they signed in or out.

    Where the browser says that a page of ours has sent it, nobody else has written it, and what was
    typed is not lost: the page carries a form that bears our stamp, for whoever reads it.
    """
    if not _from_our_page(request) or not kept.worth_keeping(request):
        return turned_away(request, FormTooOld())
    if kept.is_too_long(request):
        return turned_away(request, FormTooLong())
    return not_sent(request, 403)


def not_sent(request: HttpRequest, status: int = 200) -> HttpResponse:
    """A form of ours that was not done, for whoever sees it to read.  They can send it from here if
    it is of a page that was theirs; else they copy what they need, and open its page."""
    made = kept.stamp(request.POST)
    context: dict[str, object] = {
        "sent": kept.shown(request),
        "offered": kept.is_offered(request),
        "by_hand": kept.is_by_hand(request),
        "who": getattr(getattr(request, "user", None), "email", ""),
        "opened": made.path if made else "/",
        "csrf_input": kept.form_token(request),
        "request_path": request.path,
    }
    return _anywhere(request, "errors/form_again.html", context, status)


def _from_our_page(request: HttpRequest) -> bool:
    """Whether a browser says so that keeps our cookie; no page can say it for another one."""
    site = request.headers.get("Sec-Fetch-Site")
    return site == "same-origin" and settings.CSRF_COOKIE_NAME in request.COOKIES


def server_error(request: HttpRequest) -> HttpResponse:
    """A bug: its reference is in the log, beside the traceback that Django logs."""
    incident = new_reference("X")
    # As it was asked for: what it stands for may be a line of its own.
    log.error("incident %s at %s %s", incident, request.method, escape_uri_path(request.path))
    if request.path.startswith(API):
        return problem(Broken(incident=incident))
    try:
        return _anywhere(request, "errors/500.html", {"incident": incident}, 500)
    except Exception:
        log.exception("incident %s: its page failed as well", incident)
        return HttpResponse(
            f"Something broke on our side. Reference: {incident}",
            status=500,
            content_type="text/plain; charset=utf-8",
        )


def _anywhere(
    request: HttpRequest, template: str, context: dict[str, object], status: int
) -> HttpResponse:
    """In the place that the address names, else in the language that the browser asks for.

    Under a name that is not ours no place is named: its links would lead nowhere.
    """
    locale = request.path.split("/")[1]
    at = place(locale) if locale in LOCALES else None
    language = at.language if at else translation.get_language_from_request(request)
    with translation.override(language):
        if at and not context.get("home"):
            return page(request, at, template, context, private=True, status=status)
        response = plain(template, context, status=status)
    response["Cache-Control"] = "private, no-store"
    if at is None:
        response["Vary"] = "Accept-Language"
    return response
