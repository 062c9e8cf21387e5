"""Orders: the list, and everything about one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reprise.accounts.queries import addresses
from reprise.audit.states import Page, Subject
from reprise.checkout.queries import titles
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.ledger import queries as ledger
from reprise.markets.queries import MARKETS
from reprise.notifications.queries import messages_of
from reprise.orders import actions, log, queries, register
from reprise.orders.models import LineDevice, Order
from reprise.orders.queries import Dossier
from reprise.orders.register import Wanted
from reprise.orders.states import OrderStatus
from reprise.payments import queries as payments
from reprise.privacy import held
from reprise.privacy.overview import archived_until
from reprise.sellers.models import PLATFORM
from reprise.shipping.models import Scan
from reprise.shipping.queries import doubted, numbered_by_carrier
from reprise.web.place import Place
from reprise.web.staff import words
from reprise.web.staff.views.base import (
    AddressInLink,
    cursor,
    filters,
    freshly,
    in_words,
    kept,
    looked,
    of_markets,
    of_sellers,
    one_of,
    room,
    sellers_by_id,
    show,
    sought,
    text,
)
from reprise.web.staff.views.home import NEEDS


@require_http_methods(["GET", "HEAD", "POST"])
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """Orders by what the address asks for, the newest first.

    A buyer's e-mail address is posted and gets into no link and no log; that an order is found by
    it is a look at its buyer.
    """
    sellers = sellers_by_id()
    slugs = {seller.slug: seller.id for seller in sellers.values()}
    chosen = {
        "need": one_of(request, "need", NEEDS),
        "q": text(request),
        "status": one_of(request, "status", words.STATUSES),
        "market": one_of(request, "market", MARKETS),
        "seller": one_of(request, "seller", slugs),
    }
    by_address = "@" in chosen["q"]
    if by_address and request.method != "POST":
        raise AddressInLink
    if request.method == "POST" and not by_address:
        return HttpResponseRedirect(f"/staff/orders/?{kept(**chosen)}", status=303)
    rows, more = register.find(
        Wanted(
            text="" if by_address else chosen["q"],
            email=chosen["q"] if by_address else "",
            status=OrderStatus(chosen["status"]) if chosen["status"] else None,
            market=chosen["market"],
            seller_id=slugs.get(chosen["seller"]),
            among=NEEDS[chosen["need"]](clock.now()) if chosen["need"] else None,
            before=cursor(request),
        )
    )
    if by_address:
        ids = (row.order.id for row in rows)
        sought(request, Page.ORDERS, chosen["q"], Subject.ORDER, *ids)
    lines = [line for row in rows for line in row.lines]
    facts = {
        "room": "orders",
        "rows": rows,
        "titles": titles((line.variant_id for line in lines), at.language),
        "unscanned": queries.not_handed_over(lines),
        "sellers": sellers,
        "chosen": chosen,
        "needs": tuple(NEEDS),
        "choices": {
            "status": in_words(words.STATUSES),
            "market": of_markets(at.language),
            "seller": of_sellers(sellers),
        },
        "narrowed": any(chosen.values()),
        "by_address": by_address,
        "more": more,
        "first": "before" not in filters(request),
        "newest": kept(**chosen),
        "older": kept(**chosen, before=more) if more else "",
    }
    return show(request, at, "staff/orders.html", facts)


def _order(reference: str) -> Order:
    found = Order.objects.filter(reference=reference).first()
    if found is None:
        raise Http404
    return found


@require_safe
@room
def order(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """One order with all that happened to it."""
    return _page(request, at, _order(reference))


@require_POST
@freshly
def refund(request: HttpRequest, at: Place, reference: str, instruction_id: UUID) -> HttpResponse:
    """Ask the provider again for a refund that it has refused."""
    act = partial(actions.ask_refund_again, instruction_id=instruction_id)
    return _acted(request, at, reference, act, "payments")


@require_POST
@freshly
def vouch(request: HttpRequest, at: Place, reference: str, shipment_id: UUID) -> HttpResponse:
    """Take what a carrier tells about a parcel for true, although it does not fit the order."""
    act = partial(actions.vouch, shipment_id=shipment_id)
    return _acted(request, at, reference, act, f"parcel-{shipment_id}")


@require_POST
@freshly
def number(request: HttpRequest, at: Place, reference: str, shipment_id: UUID) -> HttpResponse:
    """Take a number off a parcel: it is another one's."""
    act = partial(actions.take_number, shipment_id=shipment_id)
    return _acted(request, at, reference, act, f"parcel-{shipment_id}")


def _acted(
    request: HttpRequest, at: Place, reference: str, act: Callable[..., object], anchor: str
) -> HttpResponse:
    """What a member of staff does to an order, and back to where it stands on the page."""
    found = _order(reference)
    try:
        act(order_id=found.id, actor=log.Actor("staff", request.user.pk), now=clock.now())
    except Refusal as refusal:
        if refusal.status == 404:
            raise Http404 from None
        return _page(request, at, found, refusal)
    return HttpResponseRedirect(f"/staff/orders/{found.reference}/#{anchor}")


def _page(
    request: HttpRequest, at: Place, found: Order, refusal: Refusal | None = None
) -> HttpResponse:
    looked(request, Page.ORDER, Subject.ORDER, found.id)
    dossier = queries.dossier(found)
    shipments = [parcel for contract in dossier.contracts for parcel in contract.shipments]
    parcels = [parcel.id for parcel in shipments]
    attempts = payments.attempts(found.id)
    known = titles((line.variant_id for line in dossier.lines), at.language)
    named = {line.id: known.get(line.variant_id, line.title) for line in dossier.lines}
    insured = {
        line.id: gettext("Insurance: %(device)s") % {"device": named[line.id]}
        for line in dossier.lines
        if line.premium
    }
    asked = [each for payment in attempts for each in payment.instructions.all()]
    facts = {
        "room": "orders",
        "order": found,
        "dossier": dossier,
        "archived_until": None if dossier.contact else archived_until(found.id),
        "held": held.of_order(found.id, clock.now()),
        "titles": named,
        "unscanned": queries.not_handed_over(dossier.lines),
        "devices": _devices(dossier),
        "attempts": attempts,
        "repeated": {each.repeats_id for each in asked if each.repeats_id},
        "scans": list(
            Scan.objects.filter(shipment_id__in=parcels).order_by("occurred_at") if parcels else ()
        ),
        "doubted": doubted(shipments),
        "typed": {each.id for each in shipments if not numbered_by_carrier(each)},
        "movements": ledger.movements(
            seller_ids=[PLATFORM, *(each.row.seller_id for each in dossier.contracts)],
            references=[found.id, *(each.row.id for each in dossier.contracts), *insured],
            limit=None,
        )[::-1],
        "letters": messages_of(found.id),
        "lines": {line.id: line for line in dossier.lines},
        "named_sellers": {each.row.seller_id: each.trader.seller for each in dossier.contracts},
        "named_references": {
            found.id: found.reference,
            **{each.row.id: each.row.reference for each in dossier.contracts},
            **insured,
        },
        "actors": addresses({step.actor_id for step in dossier.steps if step.actor_id}),
        "broken_at": log.broken_at(found.id),
        "refusal": refusal,
    }
    return show(request, at, "staff/order.html", facts, refusal.status if refusal else 200)


def _devices(dossier: Dossier) -> dict[UUID, list[LineDevice]]:
    """Every device that was ever put in a parcel for a line, by line."""
    result: dict[UUID, list[LineDevice]] = {}
    lines = [line.id for line in dossier.lines]
    for row in LineDevice.objects.filter(line_id__in=lines).order_by("round"):
        result.setdefault(row.line_id, []).append(row)
    return result
