"""The addresses of the API.  Each loads, answers, and leaves the rest to `answers.public`."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja import Path, Query

from reprise.discovery import queries as discovery
from reprise.discovery.configuration import (
    CONFIGURATIONS,
    configuration,
    configuration_on,
    how_we_rank,
)
from reprise.discovery.rules import RankingConfig
from reprise.discovery.views import VariantView
from reprise.kernel import clock
from reprise.markets.queries import MARKETS, Market
from reprise.web.api import queries, shapes
from reprise.web.api.problems import BadInput, UnknownMarket, UnknownProduct, UnknownVersion
from reprise.web.api.queries import amount
from reprise.web.api.service import api

LIMITED: Final = {429: shapes.Problem}
PARSED: Final = LIMITED | {404: shapes.Problem, 422: shapes.Problem}

FORMULA: Final = "score = (price + shipping) * (1 + sum(weight * rate)); the lowest score wins"
RATE_FORMULA: Final = (
    "rate = (faulty orders + prior * mean) / (orders + prior),"
    " rounded half up to a multiple of rate_step_ppm"
)


@api.get("markets", response={200: shapes.Markets} | LIMITED, tags=["markets"])
def markets(request: HttpRequest) -> shapes.Markets:
    """The countries that this marketplace sells in."""
    _only(request)
    return shapes.Markets(
        markets=[
            shapes.Market(
                code=market.code,
                country=market.country,
                currency=market.currency,
                languages=[*market.languages, "en"],
            )
            for market in MARKETS.values()
        ]
    )


@api.get(
    "markets/{market}/categories", response={200: shapes.Categories} | PARSED, tags=["products"]
)
def categories(request: HttpRequest, market: Path[shapes.MarketCode]) -> shapes.Categories:
    """All categories, with how many products of each are on sale."""
    _only(request)
    return shapes.Categories(market=market, categories=queries.categories(_market(market)))


@api.get("markets/{market}/products", response={200: shapes.Products} | PARSED, tags=["products"])
def products(
    request: HttpRequest, market: Path[shapes.MarketCode], query: Query[shapes.ProductsQuery]
) -> shapes.Products:
    """All products on sale, each with the cheapest way to have it."""
    _only(request, shapes.ProductsQuery)
    here = _market(market)
    points, _, slug = query.cursor.partition("~")
    after = (int(points), slug) if slug else None
    found, understood = discovery.directory(
        here.code, query.category or None, query.text, query.limit + 1, after
    )
    if query.category and not found:
        queries.check_category(query.category)
    shown = found[: query.limit]
    following = None
    if len(found) > len(shown):
        cursor = "{}~{}".format(*shown[-1].position)
        asked = {"category": query.category, "text": query.text, "limit": query.limit}
        following = _link(f"markets/{market}/products", {**asked, "cursor": cursor})
    return shapes.Products(
        market=market,
        products=[_listed(entry, here) for entry in shown],
        read=shapes.Read(words=list(understood.words), unknown=list(understood.unknown))
        if understood
        else None,
        next=following,
    )


@api.get(
    "markets/{market}/products/{slug}", response={200: shapes.Product} | PARSED, tags=["products"]
)
def product(
    request: HttpRequest, market: Path[shapes.MarketCode], slug: Path[shapes.Slug]
) -> shapes.Product:
    """A product with all its variants, on sale or not."""
    _only(request)
    here = _market(market)
    found = discovery.product_page(here.code, slug)
    if found is None:
        raise UnknownProduct(product=slug)
    return shapes.Product(
        market=market,
        id=found.id,
        slug=found.slug,
        name=found.name,
        brand=found.brand,
        released=found.released or None,
        categories=[category.slug for category in found.path],
        weight_g=found.weight_g,
        attributes=dict(found.attributes),  # type: ignore[arg-type]  # from a JSON column
        top_seller=found.top_seller,
        variants=[_variant(variant, found.slug, here) for variant in found.variants],
    )


@api.get(
    "markets/{market}/variants/{variant_id}/offers",
    response={200: shapes.Offers} | PARSED,
    tags=["offers"],
)
def offers(
    request: HttpRequest,
    market: Path[shapes.MarketCode],
    variant_id: Path[UUID],
    query: Query[shapes.OffersQuery],
) -> shapes.Offers:
    """Every seller's offer of a variant, in all grades."""
    _only(request, shapes.OffersQuery)
    found = queries.offers(_market(market), variant_id, query.limit + 1, query.cursor)
    shown = found[: query.limit]
    following = None
    if len(found) > len(shown):
        following = _link(
            f"markets/{market}/variants/{variant_id}/offers",
            {"limit": query.limit, "cursor": shown[-1].id},
        )
    return shapes.Offers(market=market, variant_id=variant_id, offers=shown, next=following)


@api.get(
    "markets/{market}/variants/{variant_id}/grades/{grade}/buybox",
    response={200: shapes.BuyBox} | PARSED,
    tags=["ranking"],
)
def buybox(
    request: HttpRequest,
    market: Path[shapes.MarketCode],
    variant_id: Path[UUID],
    grade: Path[shapes.GradeName],
) -> shapes.BuyBox:
    """Who is shown, and every number from which that follows."""
    _only(request)
    in_force = configuration_on(clock.now().date())
    return queries.contest(_market(market), variant_id, grade, in_force, _link("ranking"))


@api.get("ranking", response={200: shapes.Ranking} | LIMITED, tags=["ranking"])
def ranking(request: HttpRequest) -> shapes.Ranking:
    """The ranking in force."""
    _only(request)
    return _ranking(configuration_on(clock.now().date()))


@api.get("ranking/{version}", response={200: shapes.Ranking} | PARSED, tags=["ranking"])
def ranking_version(request: HttpRequest, version: Path[shapes.Version]) -> shapes.Ranking:
    """A ranking that a buy box names."""
    _only(request)
    try:
        return _ranking(configuration(version))
    except LookupError:
        raise UnknownVersion(version=version) from None


def _only(request: HttpRequest, query: type[shapes.Shape] = shapes.Shape) -> None:
    """Raises BadInput for a parameter that is none: misspelt, it would change the answer."""
    errors = [
        {"place": "query", "name": name, "message": "There is no such parameter"}
        for name in request.GET
        if name not in query.model_fields
    ]
    if errors:
        raise BadInput(errors=errors[:10])


def _market(code: str) -> Market:
    try:
        return MARKETS[code]
    except KeyError:
        raise UnknownMarket(market=code) from None


def _link(rest: str, query: dict[str, Any] | None = None) -> str:
    """An address of this API, as the outside sees it; empty parameters are left out."""
    asked = urlencode({name: value for name, value in (query or {}).items() if value})
    return f"{settings.PUBLIC_URL}/api/v1/{rest}{'?' if asked else ''}{asked}"


def _page(market: Market, product: str, variant: str, grade: str = "") -> str:
    """The page of the shop where a person can buy it, in the market's first language."""
    end = f"?grade={grade}" if grade else ""
    return f"{settings.PUBLIC_URL}/{market.locales[0]}/products/{product}/{variant}/{end}"


def _listed(entry: discovery.Entry, market: Market) -> shapes.ProductInList:
    return shapes.ProductInList(
        id=entry.product_id,
        slug=entry.slug,
        name=entry.name,
        brand=entry.brand,
        category=entry.category,
        released=entry.released or None,
        top_seller=entry.top_seller,
        cheapest=shapes.Cheapest(
            variant_id=entry.variant_id,
            grade=entry.grade,  # type: ignore[arg-type]  # checked by the shape
            price=amount(entry.price),
            shipping=amount(entry.shipping),
            total=amount(entry.price + entry.shipping),
            page=_page(market, entry.slug, entry.variant_slug, entry.grade),
        ),
    )


def _variant(variant: VariantView, product: str, market: Market) -> shapes.Variant:
    return shapes.Variant(
        id=variant.id,
        slug=variant.slug,
        storage_gb=variant.storage_gb,
        memory_gb=variant.memory_gb,
        colour=variant.colour,
        colour_hex=variant.colour_hex,
        colour_names=dict(variant.colour_names),
        attributes=dict(variant.attributes),  # type: ignore[arg-type]  # from a JSON column
        totals=[
            shapes.GradeTotal(grade=grade, total=amount(variant.totals[grade]))
            for grade in shapes.GRADES
            if grade in variant.totals
        ],
        page=_page(market, product, variant.slug),
    )


def _ranking(config: RankingConfig) -> shapes.Ranking:
    told = how_we_rank(config)
    return shapes.Ranking(
        version=told.version,
        since=told.since,
        formula=FORMULA,
        rate_formula=RATE_FORMULA,
        price=list(told.price),
        criteria=[
            shapes.CriterionOfRanking(
                criterion=words.criterion.value,
                weight=str(words.weight),
                weight_thousandths=weight,
                mean_percent=str(words.mean_percent),
                mean_ppm=mean,
            )
            for words, weight, mean in zip(told.criteria, config.weights, config.means, strict=True)
        ],
        prior_orders=told.prior_orders,
        rate_step_percent=str(told.step_percent),
        rate_step_ppm=config.step,
        tie_break=list(told.tie_break),
        sorts=[sort.value for sort in told.sorts],
        default_sort=told.default_sort.value,
        search_sort=told.search_sort.value,
        search_order=list(told.search_order),
        list_tie_break=list(told.list_tie_break),
        top_seller=shapes.TopSeller(
            share_percent=str(told.top_percent),
            minimum_orders=told.top_minimum,
            window_days=told.window_days,
        ),
        paid_placement=told.paid_placement,
        versions=[each.version for each in CONFIGURATIONS],
    )
