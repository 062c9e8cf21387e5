"""How many recipients the service has: the figure that the DSA has published (art. 24(2), S30)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.audience import queries, rules
from reprise.audience.models import Month
from reprise.kernel import clock
from reprise.law.calendars import plus_months
from reprise.law.eu.requests import AVERAGED_MONTHS
from reprise.law.speech import explain
from reprise.web.place import Place
from reprise.web.shop.page import in_place, page


@require_safe
@in_place
def recipients(request: HttpRequest, at: Place) -> HttpResponse:
    """The latest figure with its months and its reasons, how it is counted, and all before it;
    without six whole months, what there is and when the first figure can be there."""
    months = queries.months()
    figures = queries.figures()
    latest = figures[0] if figures else None
    context = {
        "months": months,
        "latest": latest,
        "since": plus_months(latest.month, 1 - AVERAGED_MONTHS) if latest else None,
        "reasons": explain(queries.decision_of(latest), at.language) if latest else (),
        "earlier": figures[1:],
        "needed": AVERAGED_MONTHS,
        **({} if latest else _awaited(months)),
        "kept_months": rules.KEPT_MONTHS,
    }
    return page(request, at, "shop/recipients.html", context)


def _awaited(months: list[Month]) -> dict[str, object]:
    """How many whole months there are, and when the first figure can be there."""
    counted = [row.counted for row in reversed(months)]
    began = queries.began() or clock.now().date()
    return {
        "whole": rules.in_a_row(counted),
        "first": rules.first_figure(counted, began),
    }
