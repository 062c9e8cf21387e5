"""What search engines ask for first: what not to read, and where everything on sale is listed."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.discovery import stored_pages
from reprise.discovery.queries import categories_on_sale, numbers_on_sale, variants_on_sale
from reprise.discovery.stored_pages import list_subject
from reprise.kernel import clock
from reprise.markets.queries import MARKETS, Market
from reprise.web.assets import asset
from reprise.web.place import Place, place
from reprise.web.shop.stored import LIFE, answer, etag_of

# Rooms of one person, and addresses of machines.  A page that says itself that it is not to be
# indexed (search, an order) is not named here: who may not read it would not see that it says so.
_NOT_READ: Final = (
    "/api/", "/dev/", "/hooks/", "/sandbox/", "/seller/",
    "/*/account/", "/*/basket/", "/*/checkout/",
)  # fmt: skip
_DAY: Final = 86_400
_XML: Final = "application/xml; charset=utf-8"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
# Each is listed once for each language of its market, with all of them beside it.  With the longest
# slugs that the catalogue takes, a file stays below the protocol's 50,000 addresses and 50 MB.
PER_FILE: Final = 5_000
# What the index shows changes with the number of files only.
_INDEX: Final = "sitemaps"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _NOT_READ), ""]
    lines += [f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml", ""]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={_DAY}"
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The mark for browsers that do not take the SVG which our pages name."""
    icon = asset("favicon.ico")
    response = HttpResponse(icon.body, content_type=icon.content_type)
    response["Cache-Control"] = f"public, max-age={_DAY}"
    return response


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The sitemaps of all markets."""
    return _kept(request, _INDEX, _index)


@require_safe
def sitemap(request: HttpRequest, market: str, number: str) -> HttpResponse:
    """A market's home and categories (in its first file), and its variants on sale.  404 for a
    market or a file that there is not."""
    if market not in MARKETS:
        raise Http404
    return _kept(request, list_subject(market), lambda: _sitemap(MARKETS[market], int(number)))


def _kept(request: HttpRequest, about: str, made: Callable[[], Iterator[str]]) -> HttpResponse:
    """From the page store, or made and kept there."""
    now = clock.now()
    found = stored_pages.look(request.path, about, now)
    if found.body is not None:
        return answer(request, found.body, found.etag, _XML)
    body = _squeezed(made())
    etag = etag_of(body)
    stored_pages.keep(request.path, about, found.version, body, etag, now + LIFE)
    return answer(request, body, etag, _XML)


def _squeezed(parts: Iterable[str]) -> bytes:
    """Compressed as it is made, so that the text is never whole in memory."""
    into = BytesIO()
    with gzip.GzipFile(fileobj=into, mode="wb", compresslevel=5, mtime=0) as file:
        for part in parts:
            file.write(part.encode())
    return into.getvalue()


def _index() -> Iterator[str]:
    numbers = numbers_on_sale()
    yield f'{_HEAD}<sitemapindex xmlns="{_SPACE}">\n'
    for code in MARKETS:
        for number in range(1, max(1, -(-numbers.get(code, 0) // PER_FILE)) + 1):
            yield (
                f"<sitemap><loc>{settings.PUBLIC_URL}/sitemap-{code}-{number}.xml</loc></sitemap>\n"
            )
    yield "</sitemapindex>\n"


def _sitemap(market: Market, number: int) -> Iterator[str]:
    """Slugs are ASCII letters, digits, - and _: nothing in an address needs escaping."""
    places = [place(locale) for locale in market.locales]
    found = [
        f"products/{product}/{variant}/"
        for product, variant in variants_on_sale(market.code, (number - 1) * PER_FILE, PER_FILE)
    ]
    if number == 1:
        listed = [f"categories/{slug}/" for slug in categories_on_sale(market.code)]
        found = ["", *listed, *found]
    if not found:
        raise Http404
    yield f'{_HEAD}<urlset xmlns="{_SPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    for rest in found:
        yield _entry(places, rest)
    yield "</urlset>\n"


def _entry(places: list[Place], rest: str) -> str:
    """One address in each language, each naming all of them, itself included."""
    at = {each.hreflang: f"{settings.PUBLIC_URL}{each.path(rest)}" for each in places}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>'
        for code, address in at.items()
    )
    return "".join(f"<url><loc>{address}</loc>{links}</url>\n" for address in at.values())
