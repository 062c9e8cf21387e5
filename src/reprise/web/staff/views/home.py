"""What needs somebody now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.books.queries import latest_audit
from reprise.consent import queries as consent
from reprise.kernel import clock
from reprise.kernel.money import Money
from reprise.notifications import queries as letters
from reprise.orders import queries as orders
from reprise.orders import register
from reprise.outbox import queries as outbox
from reprise.payments import queries as payments
from reprise.privacy import breaches, held, requests
from reprise.privacy import overview as privacy
from reprise.privacy.actions.asking import CALENDAR
from reprise.privacy.actions.keys import missing
from reprise.sellers.models import Seller
from reprise.web.place import Place
from reprise.web.staff.views import owed
from reprise.web.staff.views.base import room, show

# A seller's time is nearly over when a working morning is left of it.
SOON: Final = timedelta(hours=6)
# An instruction normally takes a second, an event and a letter not much more.
PATIENCE: Final = timedelta(minutes=5)
# A request about personal data is answered within a month; a week is left for looking into it.
REQUESTS_SOON: Final = 7
# Where a list of orders ends; more of them are said to be "500+".
MOST: Final = 500


# Orders that need somebody, by the code in the address.
NEEDS: Final[dict[str, Callable[[datetime], list[UUID]]]] = {
    "answer": lambda now: orders.unanswered_since(now + SOON),
    "ship": register.late_to_ship,
    "parcel": lambda now: register.doubtful_parcels(),
    "refund": lambda now: payments.refused_refunds(),
    "provider": lambda now: payments.silent_about(now - PATIENCE),
    "letter": lambda now: letters.unsent(now - PATIENCE),
}


@dataclass(frozen=True, slots=True)
class Number:
    """``what`` needs somebody, so many times (``more``: at least), and where they are listed;
    ``amounts``: the money that it is about."""

    what: str
    count: int
    href: str
    more: bool = False
    amounts: Sequence[Money] = ()


@room
def nowhere(request: HttpRequest, at: Place, rest: str) -> HttpResponse:
    """An address of the room that leads nowhere: the room's own page says so."""
    raise Http404


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """Each number that is not zero, with the list behind it; and the last audit."""
    now = clock.now()
    numbers = []
    for what, orders_that in NEEDS.items():
        count = len(orders_that(now))
        numbers.append(Number(what, count, f"/staff/orders/?need={what}", count >= MOST))
    events = len(outbox.untold(now - PATIENCE))
    numbers.append(Number("event", events, "/staff/jobs/#events", events >= outbox.MOST))
    numbers.append(Number("job", outbox.number_of_failed_jobs(), "/staff/jobs/#jobs"))
    due = consent.audits_due(now)
    numbers.append(Number("partner", due, "/staff/consent/"))
    due = requests.due(CALENDAR.day_of(now), REQUESTS_SOON)
    numbers.append(Number("request", due, "/staff/privacy/requests/"))
    former = Seller.objects.filter(ended_on__isnull=False).values_list("id", flat=True)
    count, amounts = owed.in_all(list(former))
    numbers.append(Number("owed", count, "/staff/ledger/owed/", amounts=amounts))
    audit = latest_audit()
    wrong = audit.contradictions if audit else 0
    numbers.append(Number("books", wrong, "/staff/books/"))
    numbers.append(Number("brake", privacy.waiting(now), "/staff/privacy/#brakes"))
    numbers.append(Number("contradicted", privacy.contradicted(), "/staff/privacy/#contradicted"))
    holds = held.needing(now)
    numbers.append(Number("hold", holds.due, "/staff/privacy/holds/"))
    numbers.append(Number("lifting", holds.asked, "/staff/privacy/holds/"))
    numbers.append(Number("lifted", holds.lifted, "/staff/privacy/holds/"))
    numbers.append(Number("settle", holds.settle, "/staff/privacy/holds/"))
    numbers.append(Number("key", len(missing()), "/staff/privacy/"))
    if getattr(request.user, "is_superuser", False):
        numbers.append(Number("breach", breaches.not_closed(), "/staff/privacy/breaches/"))
        numbers.append(Number("striking", breaches.to_strike(), "/staff/privacy/breaches/"))
    facts = {
        "room": "home",
        "waiting": [number for number in numbers if number.count],
        "quiet": [number for number in numbers if not number.count],
        "audit": audit,
    }
    return show(request, at, "staff/home.html", facts)
