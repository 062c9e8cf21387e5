"""What is said when something cannot be shown or done."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from reprise.kernel.reference import new_reference
from reprise.kernel.refusal import Refusal
from reprise.markets.queries import LOCALES
from reprise.web.place import Place, place
from reprise.web.shop.page import page, plain
from reprise.web.templating import words

log = logging.getLogger(__name__)


def refused(request: HttpRequest, at: Place, refusal: Refusal) -> HttpResponse:
    """A refusal that has no form to be shown in."""
    context = {"message": words(refusal), "basis": refusal.basis}
    return page(request, at, "errors/refused.html", context, private=True, status=refusal.status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _anywhere(request, "errors/404.html", {}, 404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _anywhere(request, "errors/400.html", {}, 400)


def server_error(request: HttpRequest) -> HttpResponse:
    """A bug: its reference is in the log, beside the traceback that Django logs."""
    incident = new_reference("X")
    log.error("incident %s at %s %s", incident, request.method, request.path)
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
    """In the language of the address if it names a place, else in English."""
    locale = request.path.split("/")[1]
    if locale not in LOCALES:
        with translation.override("en"):
            return plain(template, context, status=status)
    at = place(locale)
    with translation.override(at.language):
        return page(request, at, template, context, private=True, status=status)
