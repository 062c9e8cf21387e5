"""What the API answers and understands, to the last field."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from reprise.catalog.states import Grade
from reprise.discovery.states import Criterion, Sort

GRADES: Final = tuple(grade.value for grade in Grade)
MOST: Final = 100

GradeName = Literal["fair", "good", "very_good", "premium"]
CriterionName = Literal[
    "aesthetic_defect", "wrong_product", "defective_product", "wrong_accessories", "late_delivery"
]
SortName = Literal["popular", "price_asc", "price_desc", "match"]
# The schema names them one by one; whoever adds one is told here.
assert GradeName.__args__ == GRADES  # type: ignore[attr-defined]  # noqa: S101
assert CriterionName.__args__ == tuple(c.value for c in Criterion)  # type: ignore[attr-defined]  # noqa: S101
assert SortName.__args__ == tuple(s.value for s in Sort)  # type: ignore[attr-defined]  # noqa: S101

Slug = Annotated[str, Field(pattern=r"^[-a-zA-Z0-9_]{1,160}$", examples=["iphone-13"])]
MarketCode = Annotated[str, Field(pattern=r"^[a-z]{2}$", examples=["fr"])]
Version = Annotated[str, Field(pattern=r"^[-.a-z0-9]{1,20}$", examples=["2026-01"])]
Ppm = Annotated[int, Field(ge=0, le=1_000_000)]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Limited(Shape):
    limit: int = Field(50, ge=1, le=MOST, description="How many at most")


class ProductsQuery(Limited):
    category: str = Field(
        "", pattern=r"^[-a-zA-Z0-9_]{0,60}$", description="A category at any depth"
    )
    text: str = Field("", max_length=200, description="Words, in any language of the shop")
    cursor: str = Field(
        "", pattern=r"^([0-9]{1,6}~[-a-zA-Z0-9_]{1,120})?$", description="Made by `next` only"
    )


class OffersQuery(Limited):
    cursor: UUID = Field(UUID(int=0), description="Made by `next` only")


class Fault(Shape):
    """A parameter that is wrong: ``place`` is path or query."""

    place: str
    name: str
    message: str


class Problem(Shape):
    """RFC 9457, with a stable ``code``; ``errors`` is empty unless parameters are wrong."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    errors: list[Fault]


class Amount(Shape):
    """The same amount twice: in the major unit, and as an integer in the minor one."""

    amount: str = Field(examples=["312.00"])
    minor: int = Field(examples=[31200])
    currency: str = Field(examples=["EUR"])


class Market(Shape):
    code: str
    country: str
    currency: str
    languages: list[str]


class Markets(Shape):
    markets: list[Market]


class Category(Shape):
    """``products`` are on sale in this market, those of categories below it included."""

    slug: str
    parent: str | None
    names: dict[str, str]
    products: int


class Categories(Shape):
    market: str
    categories: list[Category]


class Cheapest(Shape):
    """The cheapest way to have a product now, by its total (item and shipping)."""

    variant_id: UUID
    grade: GradeName
    price: Amount
    shipping: Amount
    total: Amount
    page: str


class ProductInList(Shape):
    id: UUID
    slug: str
    name: str
    brand: str
    category: str
    released: str | None = Field(examples=["2021-09"])
    top_seller: bool
    cheapest: Cheapest


class Read(Shape):
    """How a text was read: typing errors mended, words that mean nothing here left out."""

    words: list[str]
    unknown: list[str]


class Products(Shape):
    """By address; with a text, what matches better first.  ``next`` is null on the last page."""

    market: str
    products: list[ProductInList]
    read: Read | None
    next: str | None


class GradeTotal(Shape):
    grade: GradeName
    total: Amount


class Variant(Shape):
    """``totals``: item and shipping of the offer that is shown in each grade on sale."""

    id: UUID
    slug: str
    storage_gb: int | None
    memory_gb: int | None
    colour: str
    colour_hex: str
    colour_names: dict[str, str]
    attributes: dict[str, JsonValue]
    totals: list[GradeTotal]
    page: str


class Product(Shape):
    """``categories`` is the way down to the product's own one."""

    market: str
    id: UUID
    slug: str
    name: str
    brand: str
    released: str | None
    categories: list[str]
    weight_g: int | None
    attributes: dict[str, JsonValue]
    top_seller: bool
    variants: list[Variant]


class Seller(Shape):
    """``country`` is where parcels leave; ``is_operator``: the platform's own shop."""

    slug: str
    name: str
    country: str
    is_operator: bool


class Offer(Shape):
    id: UUID
    seller: Seller
    grade: GradeName
    price: Amount
    shipping: Amount
    total: Amount
    warranty_months: int
    battery_min_percent: int | None
    accessories: list[str]
    in_stock: bool


class Offers(Shape):
    """In the order in which they were listed; ``next`` is null on the last page."""

    market: str
    variant_id: UUID
    offers: list[Offer]
    next: str | None


class Candidate(Shape):
    """``score`` is an integer, in billionths of a minor unit; it may not fit into a float."""

    rank: int
    offer_id: UUID
    seller: Seller
    price: Amount
    shipping: Amount
    rates_ppm: dict[CriterionName, Ppm]
    score: str = Field(pattern="^[0-9]+$")


class Applied(Shape):
    """The numbers of the configuration that this contest was held under."""

    version: str
    weights_thousandths: dict[CriterionName, int]
    tie_break: list[str]
    url: str


class BuyBox(Shape):
    """``since``: when this order of candidates was decided; null where nobody ever offered."""

    market: str
    variant_id: UUID
    grade: GradeName
    ranking: Applied
    winner: UUID | None
    since: datetime | None
    candidates: list[Candidate]


class CriterionOfRanking(Shape):
    """``weight`` is ``weight_thousandths`` / 1000, ``mean_percent`` is ``mean_ppm`` / 10,000."""

    criterion: CriterionName
    weight: str
    weight_thousandths: int
    mean_percent: str
    mean_ppm: Ppm


class TopSeller(Shape):
    """The first ``share_percent`` of a sub-category by orders, with a minimum of them."""

    share_percent: str
    minimum_orders: int
    window_days: int


class Ranking(Shape):
    """Everything that decides what is shown first.  The first criterion weighs most.

    A rate is a multiple of ``rate_step_ppm``; ``rate_step_percent`` is the same in percentage
    points.
    """

    version: str
    since: date
    formula: str
    rate_formula: str
    price: list[str]
    criteria: list[CriterionOfRanking]
    prior_orders: int
    rate_step_percent: str
    rate_step_ppm: Ppm
    tie_break: list[str]
    sorts: list[SortName]
    default_sort: SortName
    search_sort: SortName
    search_order: list[str]
    list_tie_break: list[str]
    top_seller: TopSeller
    paid_placement: bool
    versions: list[str]
