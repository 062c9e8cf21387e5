"""The front door: which country, which language."""

from __future__ import annotations

from babel import Locale
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from reprise.markets.queries import MARKETS, Market
from reprise.web.http import language_asked_for
from reprise.web.place import Place, place
from reprise.web.shop.page import plain


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Every market in its own words; the rest in the language that the browser asks for.

    Never sends anyone anywhere by itself, and never asks from where somebody comes.
    """
    with translation.override(language_asked_for(request)):
        response = plain(
            "shop/choose.html",
            {"markets": [(_names(market), _places(market)) for market in MARKETS.values()]},
        )
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ("Accept-Language",))
    return response


def _names(market: Market) -> list[tuple[str, str]]:
    """The country's name in each of its languages, with the language's code."""
    return [
        (language, str(Locale(language).territories[market.country]))
        for language in market.languages
    ]


def _places(market: Market) -> list[Place]:
    return [place(locale) for locale in market.locales]
