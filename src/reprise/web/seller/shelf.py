"""A page of offers: each with its state in each market, and what was typed into its form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import get_language, gettext

from reprise.checkout.queries import named_so
from reprise.discovery.queries import not_shown, standings
from reprise.discovery.views import Standing
from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.markets.queries import MARKETS
from reprise.offers.models import MarketOffer, Offer
from reprise.sellers.models import Seller, ShippingMethod
from reprise.web.templating import plain, words

PER_PAGE = 50
SHOW = ("all", "beaten", "sold_out", "off")


class BadNumber(Refusal):
    code = "bad_number"
    message = "“%(text)s” is not a number that can be used here. Nothing was changed."
    status = 422


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which offers a seller wants to see, as the address says; what it cannot mean is ignored."""

    text: str = ""
    show: str = "all"
    market: str = ""
    page: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> Wanted:
        show, market, page = (query.get(name, "") for name in ("show", "market", "page"))
        # The address that a form leads back to was encoded twice: nothing has looked at it yet.
        typed = "".join(each for each in query.get("q", "") if each.isprintable())
        return cls(
            text=typed.strip()[:60],
            show=show if show in SHOW else "all",
            market=market if market in MARKETS else "",
            page=page if re.fullmatch(r"[1-9][0-9]{0,5}", page) and page != "1" else "",
        )

    def query(self, **changes: str) -> str:
        """The query of the address with some points changed; another choice begins at page 1."""
        values = {"q": self.text, "show": self.show, "market": self.market, "page": self.page}
        if changes:
            values |= {"page": "", **changes}
        return urlencode(
            {name: value for name, value in values.items() if value and value != "all"}
        )


@dataclass(frozen=True, slots=True)
class Typed:
    """A form that was refused: what it said, and what is wrong by field."""

    values: Mapping[str, str]
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """An offer in a market.

    ``state``: off (the offer, or here), sold_out, no_delivery (no way to the buyers' door),
    computing (the contest does not know this price yet), shown (in the buy box) or beaten.
    ``standing`` is there exactly for the last two.
    """

    row: MarketOffer
    state: str
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class OfferRow:
    offer: Offer
    cells: tuple[Cell, ...]
    typed: Typed | None = None

    def value(self, name: str) -> str:
        """What stands in a field of the offer's form."""
        if self.typed is not None and name in self.typed.values and name != "expected":
            return self.typed.values[name]
        if name in {"available", "expected"}:
            return str(self.offer.available)
        row = next(cell.row for cell in self.cells if f"price-{cell.row.market}" == name)
        return plain(row.price_minor, row.currency)

    def problem(self, name: str) -> str:
        return self.typed.problems.get(name, "") if self.typed else ""


def offers_of(seller: Seller) -> QuerySet[Offer]:
    return Offer.objects.filter(seller_id=seller.id).select_related("variant__product")


def found(seller: Seller, wanted: Wanted) -> QuerySet[Offer]:
    """The seller's offers that are wanted, by model."""
    offers = offers_of(seller)
    if wanted.text:
        every = offers.values_list("variant_id", flat=True).distinct()
        named = named_so(every, wanted.text, get_language() or "en")
        offers = offers.filter(Q(sku__icontains=wanted.text) | Q(variant_id__in=named))
    here = MarketOffer.objects.filter(seller_id=OuterRef("seller_id"), offer_id=OuterRef("id"))
    if wanted.market:
        here = here.filter(market=wanted.market)
        offers = offers.filter(Exists(here))
    if wanted.show == "beaten":
        offers = not_shown(offers, wanted.market)
    elif wanted.show == "sold_out":
        offers = offers.filter(active=True, available=0)
    elif wanted.show == "off":
        offers = offers.filter(Q(active=False) | Exists(here.filter(active=False)))
    return offers.order_by("variant__product__name", "variant__slug", "grade", "id")


@dataclass(frozen=True, slots=True)
class Shelf:
    rows: tuple[OfferRow, ...]
    page: Page[Offer] = field(repr=False)


def shelf(seller: Seller, wanted: Wanted, *, refused: tuple[Offer, Typed] | None = None) -> Shelf:
    """The page; an offer whose form was refused is on it, whatever is wanted."""
    page = Paginator(found(seller, wanted), PER_PAGE).get_page(wanted.page or 1)
    offers = list(page.object_list)
    if refused and refused[0].id not in {offer.id for offer in offers}:
        offers.insert(0, refused[0])
    typed = {refused[0].id: refused[1]} if refused else {}
    return Shelf(rows(seller, offers, wanted.market, typed), page)


def rows(
    seller: Seller, offers: Sequence[Offer], market: str = "", typed: Mapping[UUID, Typed] = {}
) -> tuple[OfferRow, ...]:
    """These offers of the seller with their markets (or one), in four statements."""
    ids = [offer.id for offer in offers]
    priced = MarketOffer.objects.filter(seller_id=seller.id, offer_id__in=ids)
    if market:
        priced = priced.filter(market=market)
    by_offer: dict[UUID, list[MarketOffer]] = {offer_id: [] for offer_id in ids}
    order = {code: place for place, code in enumerate(MARKETS)}
    for row in sorted(priced, key=lambda row: order.get(row.market, len(order))):
        by_offer[row.offer_id].append(row)
    standing = standings(seller.id, ids, market)
    delivers = set(
        ShippingMethod.objects.filter(seller_id=seller.id, active=True, kind="home").values_list(
            "market", flat=True
        )
    )
    return tuple(
        OfferRow(
            offer,
            tuple(
                _cell(offer, row, standing.get((offer.id, row.market)), delivers)
                for row in by_offer[offer.id]
            ),
            typed.get(offer.id),
        )
        for offer in offers
    )


def _cell(offer: Offer, row: MarketOffer, standing: Standing | None, delivers: set[str]) -> Cell:
    if not (offer.active and row.active):
        return Cell(row, "off", None)
    if not offer.available:
        return Cell(row, "sold_out", None)
    if row.market not in delivers:
        return Cell(row, "no_delivery", None)
    if standing is None or standing.own.candidate.price != row.price_minor:
        return Cell(row, "computing", None)
    return Cell(row, "shown" if standing.wins else "beaten", standing)


@dataclass(frozen=True, slots=True)
class Edit:
    """What an offer's form asks for: ``stock`` is (what was shown, what is wanted)."""

    stock: tuple[int, int] | None
    prices: Mapping[str, Money]


def read(form: Mapping[str, str], priced: Sequence[MarketOffer]) -> tuple[Edit, dict[str, str]]:
    """The edit and, by field, what is wrong with it; a field that is not sent stays as it is."""
    problems: dict[str, str] = {}
    stock = None
    prices: dict[str, Money] = {}
    if "available" in form:
        try:
            stock = (whole(form.get("expected", "")), whole(form["available"]))
        except BadNumber as refusal:
            problems["available"] = words(refusal)
    for row in priced:
        name = f"price-{row.market}"
        if name in form:
            try:
                prices[row.market] = amount(form[name], row.currency)
            except BadNumber as refusal:
                problems[name] = words(refusal)
    return Edit(stock, prices), problems


def whole(text: str) -> int:
    """A number of devices.  Raises BadNumber."""
    if not re.fullmatch(r"[0-9]{1,6}", text.strip()):
        raise BadNumber(text=text or gettext("(empty)"))
    return int(text)


def amount(text: str, currency: str) -> Money:
    """A price.  Raises BadNumber for what is not positive or larger than any price."""
    try:
        found = Money.parse(text, currency)
    except ValueError:
        raise BadNumber(text=text.strip() or gettext("(empty)")) from None
    if not 0 < found.minor <= 10**9:
        raise BadNumber(text=text)
    return found
