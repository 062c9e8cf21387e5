"""Sellers: the list, and what is known of one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.accounts.queries import addresses
from reprise.audit.states import Page, Subject
from reprise.discovery.queries import quality
from reprise.kernel import clock
from reprise.ledger import queries as ledger
from reprise.offers.queries import live_by_seller
from reprise.orders import register
from reprise.orders.register import Load, Wanted
from reprise.sellers.models import Seller
from reprise.sellers.queries import countries, found
from reprise.web import words as say
from reprise.web.place import Place
from reprise.web.staff import words
from reprise.web.staff.views.base import in_words, kept, looked, one_of, room, show, text

PAGE = 50
RECENT = 10


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
        "live": live_by_seller(ids),
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
    row = Seller.objects.filter(slug=slug).first()
    if row is None:
        raise Http404
    looked(request, Page.SELLER, Subject.SELLER, row.id)
    now = clock.now()
    members = list(row.members.order_by("id"))
    orders, more = register.find(Wanted(seller_id=row.id), RECENT)
    facts = {
        "room": "sellers",
        "seller": row,
        "traders": list(row.traders.order_by("-version")),
        "quality": quality(row.id, now.date()),
        "methods": list(row.shipping_methods.order_by("market", "kind", "code")),
        "members": [member.user_id for member in members],
        "addresses": addresses([member.user_id for member in members]),
        "balances": ledger.balances(row.id),
        "live": live_by_seller([row.id]).get(row.id, 0),
        "load": register.loads([row.id], now).get(row.id, Load()),
        "orders": orders,
        "more": more,
    }
    return show(request, at, "staff/seller.html", facts)
