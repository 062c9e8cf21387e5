"""The front door: which country, which language."""

from __future__ import annotations

from babel import Locale
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.markets.queries import MARKETS, Market
from reprise.web.place import Place, place
from reprise.web.shop.page import plain


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Every market in its own words.  Never sends anyone anywhere by itself."""
    response = plain(
        "shop/choose.html",
        {
            "markets": [(_names(market), _places(market)) for market in MARKETS.values()],
            "lang": "en",
        },
    )
    response["Cache-Control"] = "no-cache"
    return response


def _names(market: Market) -> list[tuple[str, str]]:
    """The country's name in each of its languages, with the language's code."""
    return [
        (language, str(Locale(language).territories[market.country]))
        for language in market.languages
    ]


def _places(market: Market) -> list[Place]:
    return [place(locale) for locale in market.locales]
