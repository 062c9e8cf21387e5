"""What every page of the shop has: a place in its address, a language, an answer."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers

from reprise.markets.queries import LOCALES
from reprise.web import choices
from reprise.web.http import reads_gzip
from reprise.web.place import Place, place

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Place, P], HttpResponse]
LocaleView = Callable[Concatenate[HttpRequest, str, P], HttpResponse]


# A tenth larger than at zlib's usual level, for half the time; a page has some four kilobytes.
LEVEL: Final = 1


def in_place(view: View[P]) -> LocaleView[P]:
    """A view that gets the visitor's place and answers in its language.

    An unknown place is a 404.  The language ends with the request.
    """

    @wraps(view)
    def inner(request: HttpRequest, locale: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        at = place(locale)
        with translation.override(at.language):
            return view(request, at, *args, **kwargs)

    return cast(LocaleView[P], inner)


def page(
    request: HttpRequest,
    at: Place,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    private: bool = False,
    status: int = 200,
) -> HttpResponse:
    """A page of the shop.  A private one is one visitor's: not kept, not indexed."""
    asked = None if private else choices.asked(request)
    html = render_to_string(
        template,
        {**_frame(request, at), "private": private, "question": asked, **(context or {})},
        using=at.language,
    )
    response = HttpResponse(html, status=status)
    if private:
        response["Cache-Control"] = "private, no-store"
        return response
    response["Cache-Control"] = "no-cache"
    return _compressed(request, response)


def _compressed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Only public pages: they hold no secret that a length could betray."""
    patch_vary_headers(response, ("Accept-Encoding",))
    if reads_gzip(request):
        response.content = gzip.compress(response.content, LEVEL, mtime=0)
        response["Content-Encoding"] = "gzip"
    return response


def _frame(request: HttpRequest, at: Place) -> dict[str, Any]:
    """What the base template reads.

    ``here`` is the address below the locale, ``asked`` its query, kept by the language switch.
    A page that is asked for by HEAD may be stored, so it reads as the one for GET.
    """
    here = request.path.removeprefix(at.path())
    asked = request.META.get("QUERY_STRING", "")
    return {
        "at": at,
        "lang": at.language,
        "here": here,
        "asked": f"?{asked}" if asked and request.method in {"GET", "HEAD"} else "",
        "public_url": settings.PUBLIC_URL,
        "locales": tuple(LOCALES),
    }


def plain(
    template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """A page that belongs to no market, in the active language."""
    language = translation.get_language() or "en"
    html = render_to_string(
        template,
        {
            "at": None,
            "lang": language,
            "here": "",
            "asked": "",
            "public_url": settings.PUBLIC_URL,
            "locales": tuple(LOCALES),
            "private": False,
            "question": None,
            **(context or {}),
        },
        using=language,
    )
    return HttpResponse(html, status=status)
