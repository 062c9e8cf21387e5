"""Sellers: the list, and what is known of one."""

from __future__ import annotations

from typing import cast

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from reprise.accounts.models import User
from reprise.accounts.queries import addresses
from reprise.audit.states import Page, Subject
from reprise.discovery.queries import quality
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.ledger import queries as ledger
from reprise.ledger.owed import owed
from reprise.ledger.states import AccountKind
from reprise.offers.queries import live_by_seller
from reprise.orders import register
from reprise.orders.actions.parting import LATE
from reprise.orders.register import Load, Wanted
from reprise.privacy import overview
from reprise.privacy.actions import contracts
from reprise.privacy.actions.telling import confirm_for
from reprise.privacy.ending import account_until
from reprise.privacy.handed_on import copies_of
from reprise.privacy.states import Recognised, Verb
from reprise.sellers.models import Seller
from reprise.sellers.queries import countries, found, payment_account, stopped_by_the_end
from reprise.web import words as say
from reprise.web.place import Place
from reprise.web.seller.views.copies import chosen
from reprise.web.staff import words
from reprise.web.staff.views.base import (
    code,
    day,
    freshly,
    in_words,
    kept,
    looked,
    one_of,
    room,
    show,
    staff_actor,
    staff_id,
    supervisors_freshly,
    text,
)

PAGE = 50
RECENT = 10
_CONTRACT = {Verb.ENDED.value, Verb.RESUMED.value}


class NoDay(Refusal):
    code = "no_day"
    message = "Give the last day of the contract. Nothing was changed."
    status = 422


class NotRecognised(Refusal):
    code = "not_recognised"
    message = (
        "Say how you have recognised who said it for the seller. Whoever cannot be recognised"
        " confirms by the link of the letter. Nothing was changed."
    )
    status = 422


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """Sellers by what the address asks for, with what they have and what they have to do."""
    known = countries()
    chosen = {
        "q": text(request, longest=80),
        "country": one_of(request, "country", known),
        "standing": one_of(request, "standing", words.STANDINGS),
    }
    active = chosen["standing"] == "active" if chosen["standing"] else None
    rows = found(text=chosen["q"], country=chosen["country"], active=active)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    ids = [seller.id for seller in page.object_list]
    facts = {
        "room": "sellers",
        "page": page,
        "live": live_by_seller([seller.id for seller in page.object_list if seller.active]),
        "loads": register.loads(ids, clock.now()),
        "nothing": Load(),
        "choices": {
            "country": [(code, say.country(code, at.language)) for code in known],
            "standing": in_words(words.STANDINGS),
        },
        "chosen": chosen,
        "narrowed": any(chosen.values()),
        "query": kept(**chosen),
    }
    return show(request, at, "staff/sellers.html", facts)


@require_safe
@room
def seller(request: HttpRequest, at: Place, slug: str) -> HttpResponse:
    """One seller: identity, quality, shipping, people, money, and the last orders."""
    return _page(request, at, _of(slug))


@require_POST
@supervisors_freshly
def ending(request: HttpRequest, at: Place, slug: str) -> HttpResponse:
    """The contract with a seller has ended, on the day that is given."""
    row = _of(slug)
    typed = request.POST.get("on", "")
    try:
        contracts.end(row.id, day(typed, NoDay), staff_actor(request), clock.now())
    except Refusal as refusal:
        return _page(request, at, row, refusal, typed)
    return HttpResponseRedirect(f"/staff/sellers/{row.slug}/#contract")


@require_POST
@supervisors_freshly
def resumption(request: HttpRequest, at: Place, slug: str) -> HttpResponse:
    """The end of a contract is taken back."""
    row = _of(slug)
    try:
        contracts.take_back(row.id, staff_actor(request), clock.now())
    except Refusal as refusal:
        return _page(request, at, row, refusal)
    return HttpResponseRedirect(f"/staff/sellers/{row.slug}/#contract")


@require_POST
@freshly
def copies(request: HttpRequest, at: Place, slug: str) -> HttpResponse:
    """A seller without a room has said that copies are deleted; how staff have recognised it."""
    row = _of(slug)
    try:
        how = code(request.POST.get("how", ""), Recognised, NotRecognised)
        confirm_for(row.id, chosen(request), how, staff_id(request), clock.now())
    except Refusal as refusal:
        return _page(request, at, row, refusal)
    return HttpResponseRedirect(f"/staff/sellers/{row.slug}/#copies")


def _of(slug: str) -> Seller:
    """Raises Http404."""
    row = Seller.objects.filter(slug=slug).first()
    if row is None:
        raise Http404
    return row


def _page(
    request: HttpRequest, at: Place, row: Seller, refusal: Refusal | None = None, typed: str = ""
) -> HttpResponse:
    looked(request, Page.SELLER, Subject.SELLER, row.id)
    now = clock.now()
    members = list(row.members.order_by("id"))
    last, more = register.find(Wanted(seller_id=row.id), RECENT)
    ends = account_until(row.ended_on, None) if row.ended_on else None
    acts, _ = overview.acts(subject=row.id)
    said = [each.act for each in acts if each.act.verb in _CONTRACT]
    facts = {
        "room": "sellers",
        "seller": row,
        "traders": list(row.traders.order_by("-version")),
        "quality": quality(row.id, now.date()),
        "methods": list(row.shipping_methods.order_by("market", "kind", "code")),
        "members": [member.user_id for member in members],
        "addresses": addresses([member.user_id for member in members]),
        "balances": ledger.balances(row.id),
        "owed": owed([row.id]),
        "paid_to": payment_account(row.id, now),
        "stopped": stopped_by_the_end(row.id) if row.ended_on else None,
        "statements": (ledger.stated_accounts(row.id, AccountKind.PAYABLE) if row.ended_on else []),
        "live": live_by_seller([row.id] if row.active else []).get(row.id, 0),
        "load": register.loads([row.id], now).get(row.id, Load()),
        "orders": last,
        "more": more,
        "today": now.date(),
        "earliest": now.date() - LATE,
        "acts": said,
        "actors": addresses({each.staff_id for each in said if each.staff_id}),
        "supervisor": cast(User, request.user).is_superuser,
        "leaves_on": ends.day if ends else None,
        "has_left": row.ended_on is not None and contracts.has_left(row.id),
        "copies": [] if row.active else copies_of(row.id),
        "recognised": in_words(words.RECOGNISED),
        "refusal": refusal,
        "typed": typed,
    }
    return show(request, at, "staff/seller.html", facts, refusal.status if refusal else 200)
