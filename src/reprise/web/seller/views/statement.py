"""The seller's account, as a bank would print it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.checkout.queries import titles
from reprise.kernel import clock
from reprise.kernel.period import Period
from reprise.ledger import actions as ledger
from reprise.ledger import queries
from reprise.ledger.queries import Balance, StatedAccount, Statement, StatementRow
from reprise.ledger.states import AccountKind
from reprise.markets.queries import market
from reprise.orders.models import Line, SellerOrder
from reprise.sellers.models import Seller
from reprise.sellers.queries import role_of
from reprise.sellers.states import Role
from reprise.web.place import Place
from reprise.web.seller import sheet
from reprise.web.seller.views.base import room, show

PAGE = 200
_ORDER = ("payable", "clearing", "provider", "commission")


@require_safe
@room
def index(request: HttpRequest, seller: Seller, at: Place) -> HttpResponse:
    """What we owe the seller, movement by movement in a month, and what is still in flight."""
    facts: dict[str, Any] = {
        "seller": seller,
        "room": "statement",
        "manager": role_of(seller.id, request.user.pk) is Role.MANAGER,
        "balances": sorted(queries.balances(seller.id), key=_told_first),
        "accounts": queries.stated_accounts(seller.id, AccountKind.PAYABLE),
        "told": None,
    }
    if facts["accounts"]:
        facts |= _month_of(request, facts["accounts"])
        told: Statement = facts["told"]
        page = Paginator(range(told.first, told.last + 1), PAGE).get_page(request.GET.get("page"))
        numbers = page.object_list
        rows = queries.bookings(told.account, numbers[0], numbers[-1]) if numbers else []
        facts |= {"page": page, "rows": rows, **about(seller, rows, at.language)}
    return show(request, at, "seller/statement.html", facts)


@require_safe
@room
def bookings(request: HttpRequest, seller: Seller, at: Place) -> HttpResponse:
    """The month as a file for a spreadsheet."""
    accounts = queries.stated_accounts(seller.id, AccountKind.PAYABLE)
    if not accounts:
        raise Http404
    chosen = _month_of(request, accounts)
    told: Statement = chosen["told"]
    rows = queries.bookings(told.account, told.first, told.last)
    known = about(seller, rows, at.language)
    response = HttpResponse(
        sheet.statement(told, chosen["zone"], rows, known["names"], known["titles"], at.language),
        content_type="text/csv; charset=utf-8",
    )
    name = f"reprise-{told.account.key}-{chosen['month']:%Y-%m}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _month_of(request: HttpRequest, accounts: list[StatedAccount]) -> dict[str, Any]:
    """The account and the month that the address names, else the first and the current one; the
    month is closed if it is over."""
    wanted = request.GET.get("account", "")
    account = next((each for each in accounts if each.key == wanted), accounts[0])
    zone = ZoneInfo(market(account.market).time_zone)
    months = _months(account.since, clock.now(), zone)
    text = request.GET.get("month", "")
    month = next((each for each in months if f"{each:%Y-%m}" == text), months[0])
    start, end = _midnight(month, zone), _midnight(_after(month), zone)
    # What is shown of the months before, or of this one when it is over, must stay as it is.
    over = ledger.close(account, start) and ledger.close(account, end)
    return {
        "account": account,
        "zone": zone,
        "market": market(account.market),
        "months": months,
        "month": month,
        "over": over,
        "told": queries.statement(account, Period(start, end)),
    }


def _told_first(row: Balance) -> tuple[int, str]:
    """What is the seller's comes first, what was paid to us last."""
    return [*_ORDER, row.kind].index(row.kind), row.market


def _months(since: datetime | None, now: datetime, zone: ZoneInfo) -> list[date]:
    """The first day of each month from the first booking to now, the newest first."""
    last = now.astimezone(zone).date().replace(day=1)
    first = since.astimezone(zone).date().replace(day=1) if since else last
    months = [first]
    while months[-1] < last:
        months.append(_after(months[-1]))
    return months[::-1]


def _after(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def about(seller: Seller, rows: list[StatementRow], language: str) -> dict[str, Any]:
    """The orders' references and the devices that these movements are about, with their titles in
    the seller's language."""
    orders = SellerOrder.objects.filter(
        seller_id=seller.id, id__in={row.reference for row in rows}
    ).values_list("id", "reference")
    lines = Line.objects.filter(seller_id=seller.id).in_bulk(
        list({row.line_id for row in rows if row.line_id})
    )
    named = titles((line.variant_id for line in lines.values()), language)
    return {
        "names": dict(orders),
        "lines": lines,
        "titles": {key: named.get(line.variant_id, line.title) for key, line in lines.items()},
    }
