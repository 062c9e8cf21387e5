"""Home, categories, search: lists of products."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from reprise.checkout.rules import fees_on
from reprise.discovery.configuration import configuration_on, how_we_rank
from reprise.discovery.queries import Filters, listing
from reprise.discovery.queries import search as find
from reprise.discovery.queries.filters import parse_page, parse_sort
from reprise.discovery.states import Sort
from reprise.discovery.stored_pages import list_subject
from reprise.discovery.views import Listing
from reprise.kernel import clock
from reprise.kernel.money import Money
from reprise.law.registry import guarantee_of
from reprise.web import counting, words
from reprise.web.limit import SEARCH, wait_of
from reprise.web.place import Place
from reprise.web.refusals import TooManySearches
from reprise.web.shop import catalogue, structured
from reprise.web.shop.catalogue import Heading
from reprise.web.shop.lists import Address, shown
from reprise.web.shop.page import in_place, page
from reprise.web.shop.stored import stored
from reprise.web.shop.views.errors import turned_away

ON_HOME = 12
LONGEST_SEARCH = 80


@require_safe
@in_place
@stored(lambda at: list_subject(at.market.code))
def home(request: HttpRequest, at: Place) -> HttpResponse:
    today = clock.now().date()
    found = listing(at.market.code)
    found = replace(found, tiles=found.tiles[:ON_HOME])
    return page(
        request,
        at,
        "shop/home.html",
        {
            "departments": catalogue.departments(),
            "list": found,
            "guarantee_months": guarantee_of(at.market.country).period.months,
            **_notes(at, today),
        },
    )


@require_safe
@in_place
@stored(
    lambda at, slug: list_subject(at.market.code, slug),
    page=lambda text: text != "1" and text == str(parse_page(text)),
    sort={Sort.PRICE_ASC.value, Sort.PRICE_DESC.value}.__contains__,
)
def category(request: HttpRequest, at: Place, slug: str) -> HttpResponse:
    known = catalogue.category(slug)
    if known is None:
        raise Http404
    here, below = known
    address = _address(request, at, at.path(f"categories/{slug}/"), Sort.POPULAR)
    found = listing(
        at.market.code, slug, address.filters, address.sort, parse_page(request.GET.get("page", ""))
    )
    return _list(
        request,
        at,
        "shop/category.html",
        address,
        found,
        category=here,
        below=below,
        structured=structured.block(_way(at, here)),
    )


def _way(at: Place, here: Heading) -> structured.Facts:
    """From the home page to a category, for machines."""
    path = [here.parent, here] if here.parent else [here]
    steps = [(f"categories/{each.slug}/", words.named(each.names, at.language)) for each in path]
    return structured.crumbs(at, gettext("Home"), steps)


@require_safe
@in_place
def search(request: HttpRequest, at: Place) -> HttpResponse:
    """Products for what was typed, in any language, typing errors forgiven.

    It is the page that costs most, so one client may have so many of them.
    """
    asked = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST_SEARCH]
    if not asked:
        return page(request, at, "shop/search.html", {"words": "", "noindex": True})
    if wait := wait_of(request, SEARCH, clock.now()):
        response = turned_away(request, TooManySearches(seconds=wait))
        response["Retry-After"] = str(wait)
        return response
    address = _address(request, at, at.path("search/"), Sort.MATCH, asked)
    found = find(
        at.market.code,
        asked,
        address.filters,
        address.sort,
        parse_page(request.GET.get("page", "")),
    )
    if found.page == 1 and address.filters == Filters():
        counting.searched(request, found)
    return _list(request, at, "shop/search.html", address, found, words=asked, noindex=True)


def _address(request: HttpRequest, at: Place, path: str, default: Sort, asked: str = "") -> Address:
    currency = at.market.currency
    filters = Filters.parse(dict(request.GET.lists()), currency)
    sort = parse_sort(request.GET.get("sort", ""), default)
    return Address(path, filters, sort, default, currency, asked)


def _list(
    request: HttpRequest,
    at: Place,
    template: str,
    address: Address,
    found: Listing,
    **more: object,
) -> HttpResponse:
    """A narrowed list is not for search engines, and no empty one; its canonical address is the
    whole one."""
    if found.page > found.pages:
        raise Http404
    narrowed = address.filters != Filters()
    plain = not narrowed and address.sort is address.default
    if found.page > 1 and plain:
        more["canonical"] = address.to(page=found.page).removeprefix(at.path())
    context = {
        "list": found,
        "tiles": found.tiles,
        "shown": shown(found, address, at),
        "noindex": narrowed or not found.total,
        **_notes(at, clock.now().date()),
        **more,
    }
    return page(request, at, template, context)


def _notes(at: Place, today: date) -> dict[str, object]:
    """What is said beside every list: the rules of its order, and what a price contains."""
    currency = at.market.currency
    return {
        "rules": how_we_rank(configuration_on(today)),
        "fee": Money(fees_on(today).service_fee[currency], currency),
    }
