"""Signing in and out."""

from __future__ import annotations

from threading import BoundedSemaphore

from django.contrib import auth
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from reprise.markets.queries import LOCALES
from reprise.web.place import Place, place
from reprise.web.seller.views.base import show

# A password check is slow on purpose: one at a time a process, so that a burst of them leaves the
# other threads to the shop.
_HASHING = BoundedSemaphore(1)


def _language(request: HttpRequest) -> str:
    """The language that the browser asks for, of those that we speak."""
    wanted = translation.get_language_from_request(request).split("-")[0]
    return wanted if wanted in {"fr", "nl", "de", "en"} else "en"


@csrf_protect
def login(request: HttpRequest) -> HttpResponse:
    """The form; after it, the page that was wanted."""
    language = _language(request)
    at = place(next(locale for locale in LOCALES if locale.startswith(language)))
    failed = False
    if request.method == "POST":
        email = request.POST.get("email", "").strip()
        if not _HASHING.acquire(timeout=5):
            return _busy(request, at, language)
        try:
            user = auth.authenticate(request, username=email, password=request.POST.get("password"))
        finally:
            _HASHING.release()
        if user is not None:
            auth.login(request, user)
            return HttpResponseRedirect(_next(request))
        failed = True
    with translation.override(language):
        facts = {
            "failed": failed,
            "busy": False,
            "email": request.POST.get("email", ""),
            "next": request.GET.get("next", request.POST.get("next", "")),
        }
        return show(request, at, "seller/login.html", facts, 422 if failed else 200)


def _busy(request: HttpRequest, at: Place, language: str) -> HttpResponse:
    """The form again, without a check: too many people are being checked."""
    with translation.override(language):
        facts = {
            "failed": False,
            "busy": True,
            "email": request.POST.get("email", ""),
            "next": request.POST.get("next", ""),
        }
        response = show(request, at, "seller/login.html", facts, 503)
    response["Retry-After"] = "10"
    return response


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    inside = wanted.startswith("/seller/") and url_has_allowed_host_and_scheme(wanted, None)
    return wanted if inside else "/seller/"


@require_POST
@csrf_protect
def logout(request: HttpRequest) -> HttpResponse:
    auth.logout(request)
    return HttpResponseRedirect("/seller/login/")
