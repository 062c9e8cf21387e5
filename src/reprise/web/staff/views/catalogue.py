"""The catalogue: categories, products, and who is shown for a variant."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.catalog.models import Product
from reprise.catalog.queries import products, tree
from reprise.catalog.states import Grade
from reprise.discovery.queries import shown
from reprise.offers.queries import supply
from reprise.web import words as say
from reprise.web.place import Place
from reprise.web.staff.views.base import kept, room, sellers_by_id, show, text

PAGE = 50


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """The tree, and the products that the address asks for."""
    branches = tree()
    branch = next(
        (each for each in branches if each.category.slug == request.GET.get("category")), None
    )
    chosen = {
        "q": text(request, longest=80),
        "category": branch.category.slug if branch else "",
    }
    rows = products(chosen["q"], branch, at.language)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    facts = {
        "room": "catalogue",
        "branches": branches,
        "choices": {
            "category": [
                (
                    each.category.slug,
                    "– " * each.depth + say.named(each.category.names, at.language),
                )
                for each in branches
            ]
        },
        "branch": branch,
        "page": page,
        "chosen": chosen,
        "narrowed": any(chosen.values()),
        "query": kept(**chosen),
    }
    return show(request, at, "staff/catalogue.html", facts)


@require_safe
@room
def product(request: HttpRequest, at: Place, slug: str) -> HttpResponse:
    """A product's variants, their offers by grade, and their buy box in each market."""
    row = Product.objects.select_related("category").filter(slug=slug).first()
    if row is None:
        raise Http404
    variants = list(row.variants.order_by("storage_gb", "memory_gb", "slug"))
    ids = [variant.id for variant in variants]
    offers = supply(ids)
    facts = {
        "room": "catalogue",
        "product": row,
        "variants": [
            (variant, [grade.value for grade in Grade if (variant.id, grade.value) in offers])
            for variant in variants
        ],
        "supply": offers,
        "boxes": shown(ids),
        "sellers": sellers_by_id(),
    }
    return show(request, at, "staff/product.html", facts)
