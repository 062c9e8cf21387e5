"""Sellers whose contract has ended and who are still owed money, and the statement that one of them
is handed, who sees no page of ours any more (decision 0064)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from reprise.audit.states import Page, Subject
from reprise.kernel import clock
from reprise.kernel.money import Money
from reprise.kernel.period import Period
from reprise.ledger import queries as ledger
from reprise.ledger.owed import Owed, owed, owing, totals
from reprise.ledger.states import AccountKind
from reprise.markets.queries import market
from reprise.sellers.models import Seller
from reprise.web.place import Place
from reprise.web.seller import sheet
from reprise.web.seller.views.statement import about
from reprise.web.staff.views.base import looked, room, show
from reprise.web.staff.views.ledger import orders_of

PAGE: Final = 50
_BEGINNING: Final = datetime(2000, 1, 1, tzinfo=UTC)


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """Who is owed how much, since when and for which orders."""
    former = Seller.objects.filter(ended_on__isnull=False).in_bulk()
    some = owed(former)
    page = Paginator(some, PAGE).get_page(request.GET.get("page"))
    since = owing(list(page.object_list))
    facts = {
        "room": "ledger",
        "page": page,
        "sellers": former,
        "number": len({each.seller_id for each in some}),
        "totals": totals(some),
        "owing": since,
        "names": orders_of({each for found in since.values() for each in found.references}),
    }
    return show(request, at, "staff/owed.html", facts)


@require_safe
@room
def statement(request: HttpRequest, at: Place, slug: str, key: str) -> HttpResponse:
    """All that was ever booked to an account of a seller who sees its own page no more, in the
    seller's language."""
    seller = Seller.objects.filter(slug=slug, ended_on__isnull=False).first()
    accounts = ledger.stated_accounts(seller.id, AccountKind.PAYABLE) if seller else []
    account = next((each for each in accounts if each.key == key), None)
    if seller is None or account is None:
        raise Http404
    looked(request, Page.STATEMENT_FILE, Subject.SELLER, seller.id)
    told = ledger.statement(account, Period(_BEGINNING))
    rows = ledger.bookings(account, told.first, told.last)
    zone = ZoneInfo(market(account.market).time_zone)
    with translation.override(seller.language):
        known = about(seller, rows, seller.language)
        file = sheet.statement(told, zone, rows, known["names"], known["titles"], seller.language)
    response = HttpResponse(file, content_type="text/csv; charset=utf-8")
    name = f"reprise-{seller.slug}-{account.key}-{clock.now():%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def in_all(seller_ids: Collection[UUID]) -> tuple[int, list[Money]]:
    """How many of these sellers are owed money, and how much, by currency."""
    some: list[Owed] = owed(seller_ids)
    return len({each.seller_id for each in some}), totals(some)
