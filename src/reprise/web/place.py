"""Where a visitor is: a language in a market, as the address says."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import translation

from reprise.markets.queries import LOCALES, MARKETS, Market


@dataclass(frozen=True, slots=True)
class Place:
    """``locale`` is ``nl-be``: Dutch in the Belgian market."""

    locale: str
    language: str
    market: Market

    def path(self, rest: str = "") -> str:
        """An address of the shop here: ``path("basket/")`` is ``/nl-be/basket/``."""
        return f"/{self.locale}/{rest}"

    @property
    def hreflang(self) -> str:
        """``nl-BE``."""
        return f"{self.language}-{self.market.country}"

    @property
    def own_name(self) -> str:
        """The language in its own words: ``Nederlands``."""
        return dict(settings.LANGUAGES)[self.language]

    def everywhere(self, rest: str) -> list[tuple[str, str]]:
        """A page's language tag and address in every place of this deployment."""
        return [(tag, f"/{locale}/{rest}") for tag, locale in _TAGS]

    def nearby(self, rest: str) -> list[tuple[str, str]]:
        """The same in the languages of this market alone."""
        return [(place.hreflang, place.path(rest)) for place in self.siblings]

    @property
    def siblings(self) -> list[Place]:
        """The same market in its other languages."""
        return [place(locale) for locale in self.market.locales]


_PLACES = {
    locale: Place(locale, language, market) for locale, (language, market) in LOCALES.items()
}


_TAGS = [(place.hreflang, place.locale) for place in _PLACES.values()]


def place(locale: str) -> Place:
    """Raises Http404 for a language that the market does not have, or an unknown market."""
    try:
        return _PLACES[locale]
    except KeyError:
        raise Http404(f"no market {locale}") from None


def reader_place(country: str, language: str) -> Place:
    """Where somebody reads their own language: in their country's market if it is spoken there,
    else in the first one that speaks it."""
    here = default_place(country, language)
    if here.language == language:
        return here
    return next((each for each in _PLACES.values() if each.language == language), here)


def default_place(country: str, language: str) -> Place:
    """The market of a country in a language, or in its own first language."""
    market = MARKETS.get(country.lower(), next(iter(MARKETS.values())))
    wanted = f"{language}-{market.code}"
    return place(wanted if wanted in market.locales else market.locales[0])


def asked_place(request: HttpRequest) -> Place:
    """A place in the language that the browser asks for, of those that we speak."""
    asked = translation.get_language_from_request(request).split("-")[0]
    language = asked if asked in {"fr", "nl", "de", "en"} else "en"
    return place(next(locale for locale in LOCALES if locale.startswith(language)))
