from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from datasketches import hll_sketch
from django.db import connection
from django.db.models import QuerySet, Sum

from reprise.audience.models import Count, Demand, Figure, Month, ProductViews, Sketch
from reprise.audience.rules import ASKERS, NOBODY, Estimate, active, midnight
from reprise.audience.states import Crowd
from reprise.audience.tally import estimate
from reprise.law.eu.requests import AVERAGED_MONTHS, Months, Recipients, recipients

MOST_LISTED: Final = 50


def sketches(month: date) -> QuerySet[Sketch]:
    return Sketch.objects.filter(month=month)


def estimates(month: date) -> dict[str, Estimate]:
    """What the sketches of a month that is not closed say, by crowd."""
    return {row.crowd: estimate(hll_sketch.deserialize(bytes(row.body))) for row in sketches(month)}


@dataclass(frozen=True, slots=True)
class Running:
    """A month that is not closed yet, as far as it was counted."""

    month: date
    recipients: Estimate
    sellers: Estimate


def running(month: date) -> Running | None:
    """None when nobody was counted."""
    crowds = estimates(month)
    if not crowds:
        return None
    clients, signed_in, accounts, sellers = (crowds.get(each.value, NOBODY) for each in Crowd)
    return Running(month, active(clients, signed_in, accounts), sellers)


def months() -> list[Month]:
    """The closed ones, the newest first."""
    return list(Month.objects.order_by("-month"))


def began() -> date | None:
    """The first day of which something is kept; None before anybody came."""
    return Count.objects.order_by("day").values_list("day", flat=True).first()


def decision_of(figure: Figure) -> Recipients:
    """A published figure as the law has decided it, with its reasons."""
    rows = Month.objects.filter(month__lte=figure.month).order_by("-month")[:AVERAGED_MONTHS]
    counted = tuple(row.recipients for row in rows)[::-1]
    return recipients(Months(recipients=counted, published=midnight(figure.published)))


def figures() -> list[Figure]:
    """All that were published, the newest first."""
    return list(Figure.objects.order_by("-month"))


def days(market: str, until: date, number: int) -> dict[date, dict[str, int]]:
    """How often each thing was on the last ``number`` days, the newest day first; a day without
    any is left out.  The empty market is all of them."""
    rows = Count.objects.filter(day__gt=until - timedelta(days=number), day__lte=until)
    if market:
        rows = rows.filter(market=market)
    found: dict[date, dict[str, int]] = {}
    for day, what, total in (
        rows.values_list("day", "what").annotate(total=Sum("number")).order_by("-day", "what")
    ):
        found.setdefault(day, {})[what] = total
    return found


def products(market: str, until: date, number: int) -> list[tuple[str, int]]:
    """The products looked at most on the last ``number`` days."""
    rows = ProductViews.objects.filter(day__gt=until - timedelta(days=number), day__lte=until)
    if market:
        rows = rows.filter(market=market)
    totals = rows.values_list("product").annotate(total=Sum("number"))
    return list(totals.order_by("-total", "product")[:MOST_LISTED])


def wanted(month: date) -> Mapping[str, int]:
    """Words of searches that nothing here is called by, with the number of networks that asked for
    them at the least, the most asked first; never one that fewer than `ASKERS` did."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT text, bit_count(places) FROM audience_word"
            " WHERE month = %s AND text <> '' AND bit_count(places) >= %s"
            " ORDER BY 2 DESC, 1 LIMIT %s",
            [month, ASKERS, MOST_LISTED],
        )
        found: dict[str, int] = dict(cursor.fetchall())
    if found:
        return found
    rows = Demand.objects.filter(month=month).order_by("-networks", "text")
    return dict(rows.values_list("text", "networks")[:MOST_LISTED])
