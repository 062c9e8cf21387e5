"""Home, categories, search: lists of products."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from reprise.catalog.models import Category
from reprise.web.place import Place
from reprise.web.shop.page import in_place, page
from reprise.web.shop.views import shelf

ON_HOME = 12
LONGEST_SEARCH = 80


@in_place
def home(request: HttpRequest, at: Place) -> HttpResponse:
    return page(
        request,
        at,
        "shop/home.html",
        {
            "departments": shelf.departments(),
            "tiles": shelf.tiles(at.market, limit=ON_HOME),
        },
    )


@in_place
def category(request: HttpRequest, at: Place, slug: str) -> HttpResponse:
    found = shelf.category(slug)
    if found is None:
        raise Http404
    return page(
        request,
        at,
        "shop/category.html",
        {
            "category": found,
            "shelves": list(_below(found)),
            "tiles": shelf.tiles(at.market, category=found),
        },
    )


def _below(category: Category) -> list[Category]:
    return list(category.children.order_by("position", "slug")) if category.parent is None else []


@in_place
def search(request: HttpRequest, at: Place) -> HttpResponse:
    """Products whose brand or name holds every word asked for."""
    asked = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST_SEARCH]
    tiles = shelf.tiles(at.market, name=asked) if asked else []
    return page(request, at, "shop/search.html", {"words": asked, "tiles": tiles}, private=True)
