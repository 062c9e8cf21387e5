"""Files that staff hand to an authority: each one made once, noted with its seal, and downloaded
(decision 0052)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.audit.evidence import Told, handed_out
from reprise.audit.states import Page, Subject
from reprise.consent import evidence as consents
from reprise.consent.models import Partner
from reprise.kernel import clock
from reprise.kernel.evidence import SEAL
from reprise.kernel.refusal import Refusal
from reprise.orders.evidence import STAFF
from reprise.orders.models import Order
from reprise.privacy import breaches, evidence
from reprise.privacy.models import Breach, Request
from reprise.privacy.states import DAYS
from reprise.web import history
from reprise.web.place import Place
from reprise.web.staff.views.base import looked, opened_here, room, staff_id, supervisors

# What a file is about that is about nobody.
THE_HOUSE: Final = UUID(int=0)
LONGEST: Final = timedelta(days=366)


class NoDays(Refusal):
    code = "no_days"
    message = "Enter the first and the last day, at most a year apart."
    status = 422


class DaysToCome(Refusal):
    code = "days_to_come"
    message = (
        "The last day is still to come, and nobody knows what it brings, so no file was made. Enter"
        " today or an earlier day."
    )
    status = 422


@require_safe
@room
def of_order(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """All that is known of an order: its log, and what was done with its buyer's data."""
    found = Order.objects.filter(reference=reference).first()
    if found is None:
        raise Http404
    told = evidence.of_order(found.id, history.told(found.id, STAFF), at.language, clock.now())
    return _file(request, told, found.reference, Page.ORDER_FILE, Subject.ORDER, [found.id])


@require_safe
@room
def of_request(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """A request, its clock, its answer, what was done for it and who was told."""
    found = Request.objects.filter(reference=reference).first()
    if found is None:
        raise Http404
    told = evidence.of_request(found)
    return _file(request, told, found.reference, Page.REQUEST_FILE, Subject.ASKER, [found.id])


@require_safe
@supervisors
def of_breach(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """The register's entry of a breach (GDPR art. 33(5)).  Its words are to name nobody; whether
    they do, whoever downloads it is the first to see."""
    found = Breach.objects.filter(reference=reference).first()
    if found is None:
        raise Http404
    told = breaches.told(breaches.standing(found))
    return _file(request, told, found.reference, Page.BREACH_FILE, Subject.BREACH, [found.id])


@require_safe
@room
def of_partner(request: HttpRequest, at: Place, key: str) -> HttpResponse:
    """A partner, each audit of it, and who stopped it and why."""
    found = Partner.objects.filter(key=key).first()
    if found is None:
        raise Http404
    told = consents.of_partner(found)
    name = f"partner-{found.key}"
    return _file(request, told, name, Page.PARTNER_FILE, Subject.HOUSE, [found.id])


@require_safe
@room
def of_nights(request: HttpRequest, at: Place) -> HttpResponse:
    """The nights of some days, those that were stopped, and who decided about them."""
    return _of_days(request, evidence.of_nights, "nights", Page.NIGHTS_FILE)


@require_safe
@room
def of_copies(request: HttpRequest, at: Place) -> HttpResponse:
    """Which sellers were asked on some days to delete a buyer's data (GDPR art. 19): it tells of
    each of these buyers."""
    since, until = _days(request)
    orders = evidence.orders_of_copies(since, until)
    told = evidence.of_copies(since, until)
    name = f"seller-copies-{since}-{until}"
    if not orders:
        return _file(request, told, name, Page.COPIES_FILE, Subject.HOUSE, [THE_HOUSE])
    return _file(request, told, name, Page.COPIES_FILE, Subject.ORDER, orders)


@require_safe
@room
def of_receipts(request: HttpRequest, at: Place) -> HttpResponse:
    """The proofs of consent of some days, with the notices that they name (GDPR art. 7(1))."""
    return _of_days(request, consents.of_receipts, "consents", Page.CONSENTS_FILE)


def _of_days(
    request: HttpRequest, told: Callable[[date, date], Told], name: str, page: Page
) -> HttpResponse:
    since, until = _days(request)
    file = f"{name}-{since}-{until}"
    return _file(request, told(since, until), file, page, Subject.HOUSE, [THE_HOUSE])


def _file(
    request: HttpRequest,
    told: Told,
    name: str,
    page: Page,
    subject: Subject,
    subject_ids: Collection[UUID],
) -> HttpResponse:
    """The copy that this member of staff is handed, noted before it is."""
    opened_here(request)
    document = handed_out(told, staff_id(request), clock.now())
    looked(request, page, subject, *subject_ids, seal=document[SEAL])
    return history.download(document, name)


def _days(request: HttpRequest) -> tuple[date, date]:
    """The first and the last day that are asked for, those of UTC, as in the files.

    Raises NoDays, DaysToCome.
    """
    try:
        since = date.fromisoformat(request.GET.get("since", ""))
        until = date.fromisoformat(request.GET.get("until", ""))
    except ValueError:
        raise NoDays from None
    if since < DAYS[0] or not timedelta() <= until - since <= LONGEST:
        raise NoDays
    if until > clock.now().date():
        raise DaysToCome
    return since, until
