"""Who was here, and what they looked for in vain: counts and estimates, nobody in particular."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.audience import queries, rules
from reprise.audience.states import PAGES, What
from reprise.catalog.models import Product
from reprise.kernel import clock
from reprise.law.calendars import plus_months
from reprise.markets.queries import MARKETS
from reprise.web.place import Place
from reprise.web.staff.views.base import of_markets, one_of, room, show

DAYS: Final = 31
# The pages on the way to an order have a column of their own.
COLUMNS: Final = (What.CATEGORY, What.PRODUCT, What.BASKET, What.CHECKOUT)


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    pages: int
    columns: Mapping[str, int]
    found: int
    nothing: int


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """This month so far, the months before, pages and searches by day, products and words."""
    now = clock.now()
    today = now.date()
    market = one_of(request, "market", MARKETS)
    month = rules.month_of(now)
    looked_at = queries.products(market, today, DAYS)
    slugs = [slug for slug, _ in looked_at]
    names = dict(Product.objects.filter(slug__in=slugs).values_list("slug", "name"))
    facts = {
        "room": "audience",
        "running": queries.running(month),
        "months": queries.months(),
        "days": [_day(day, counts) for day, counts in queries.days(market, today, DAYS).items()],
        "columns": [each.value for each in COLUMNS],
        "products": [(slug, names.get(slug, slug), number) for slug, number in looked_at],
        "words": queries.wanted(month),
        "words_before": queries.wanted(plus_months(month, -1)),
        "enough": rules.ASKERS,
        "number_of_days": DAYS,
        "kept_months": rules.KEPT_MONTHS,
        "chosen": {"market": market},
        "choices": {"market": of_markets(at.language)},
    }
    return show(request, at, "staff/audience.html", facts)


def _day(day: date, counts: Mapping[str, int]) -> Day:
    return Day(
        day,
        sum(counts.get(each.value, 0) for each in PAGES),
        {each.value: counts.get(each.value, 0) for each in COLUMNS},
        counts.get(What.FOUND.value, 0),
        counts.get(What.NOTHING.value, 0),
    )
