"""A person's rights: their data as files, erasure, restriction, objection, correction.

The same pages for an account that has just signed in and for whoever has opened a letter's link.
Looking changes nothing; each form does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import wraps
from typing import Any, cast

from django.contrib import auth
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.template import loader
from django.views.decorators.http import require_http_methods

from reprise.accounts import limits
from reprise.accounts.actions.letters import LinkOver
from reprise.kernel import clock
from reprise.kernel.refusal import Refusal
from reprise.law.speech import begun, cited
from reprise.orders.models import Order
from reprise.privacy import requests as asked
from reprise.privacy.access import whole_answer
from reprise.privacy.actions import exercising
from reprise.privacy.actions.erasing import PlanChanged
from reprise.privacy.copy import document, said, text, zipped
from reprise.privacy.copy import recipients as handed_to
from reprise.privacy.given import given
from reprise.privacy.handed_on import recipients
from reprise.privacy.objections import INTERESTS
from reprise.privacy.queries import references
from reprise.privacy.states import RequestKind
from reprise.web import words as say
from reprise.web.account.desk import show
from reprise.web.account.readable import Reader, name_of
from reprise.web.account.visit import View, Visit, by_account, by_letter
from reprise.web.place import Place
from reprise.web.shop.views.errors import sparing

NAME = "reprise-data"
_form = require_http_methods(["GET", "HEAD", "POST"])


def facts(visit: Visit) -> dict[str, Any]:
    """What the pages of a person's rights share."""
    return {
        "visit": visit,
        "begun": begun,
        "cited": cited,
        "said": said,
        "requests": asked.of(visit.person),
        "restricted": bool(exercising.restrictions_of(visit.person)),
    }


def received(at: Place, orders: Sequence[Order]) -> dict[str, Any]:
    """Who received something of these orders, and what writes it for people."""
    told = handed_to(orders, at.language, name_of)
    return {"received": told, "reader": Reader(at, {})}


def index(request: HttpRequest, at: Place, visit: Visit) -> HttpResponse:
    """What a letter's link opens: the orders of its address, and what can be asked for."""
    orders = asked.orders_of(visit.person, clock.now())
    given = received(at, [each.order for each in orders])
    return show(request, at, "account/rights.html", {**facts(visit), **given, "orders": orders})


def copy(request: HttpRequest, at: Place, visit: Visit) -> HttpResponse:
    """All of it as a file, made while it is sent and kept nowhere."""
    if request.method != "POST":
        return show(request, at, "account/copy.html", {"visit": visit})
    now = clock.now()
    try:
        told = document(whole_answer(visit.person, now), at.language, now, name_of)
    except Refusal as refusal:
        return show(request, at, "account/copy.html", {"visit": visit}, refusal)
    shown = {"told": told, "at": at, "made_at": now, "reader": Reader.of(told, at)}
    page = loader.render_to_string("account/copy_file.html", shown, using=at.language)
    files = [(f"{NAME}.json", text(told)), (f"{NAME}.html", page)]
    exercising.given(visit.asker, RequestKind.ACCESS, now)
    response = StreamingHttpResponse(zipped(files, now), content_type="application/zip")
    return _attached(cast(HttpResponse, response), f"{NAME}.zip")


def portable(request: HttpRequest, at: Place, visit: Visit) -> HttpResponse:
    """What the person gave, for another service (art. 20)."""
    if request.method != "POST":
        return show(request, at, "account/given.html", {"visit": visit})
    now = clock.now()
    told = text(given(visit.person, now))
    exercising.given(visit.asker, RequestKind.PORTABILITY, now)
    return _attached(HttpResponse(told, content_type="application/json"), f"{NAME}-given.json")


def _attached(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def erasure(request: HttpRequest, at: Place, visit: Visit) -> HttpResponse:
    """What would become of each order, and the account; then, confirmed, what has become of it."""
    refusal: Refusal | None = None
    if request.method == "POST":
        lost = exercising.left_to_nobody(visit.person)
        try:
            done = exercising.erase(visit.asker, request.POST.get("plan", ""), clock.now())
        except LinkOver as over:
            return show(request, at, "account/link_over.html", {}, over)
        except Refusal as refused:
            refusal = refused
        else:
            if done.closed:
                auth.logout(request)
            told = {
                "visit": visit,
                "said": said,
                "done": done,
                "lost": lost if done.closed else set(),
                "gave_up": asked.gave_up(done.request.id),
                "names": references(each.order_id for each in done.decided),
            }
            return show(request, at, "account/erased.html", told)
    planned = exercising.plan(visit.asker, clock.now())
    given_to = recipients([each.order_id for each in planned.decided])
    context = {
        **facts(visit),
        "planned": planned,
        "lost": exercising.left_to_nobody(visit.person),
        "names": references(each.order_id for each in planned.decided),
        "given": given_to,
        "keepers": [say.carrier(each) for each in given_to.carriers]
        + [say.provider(each) for each in given_to.providers],
    }
    changed = isinstance(refusal, PlanChanged)
    return show(request, at, "account/erasure.html", {**context, "changed": changed}, refusal)


def restriction(request: HttpRequest, at: Place, visit: Visit) -> HttpResponse:
    """Have the data left alone, or end that."""
    if request.method != "POST":
        return show(request, at, "account/restriction.html", facts(visit))
    if "end" in request.POST:
        exercising.unrestrict(visit.asker, clock.now())
    else:
        exercising.restrict(visit.asker, clock.now())
    return HttpResponseRedirect(f"{visit.base}restriction/", status=303)


def objection(request: HttpRequest, at: Place, visit: Visit) -> HttpResponse:
    if request.method != "POST":
        context = {**facts(visit), "interests": INTERESTS}
        return show(request, at, "account/objection.html", context)
    exercising.object_to(visit.asker, clock.now())
    return HttpResponseRedirect(f"{visit.base}objection/", status=303)


def correction(request: HttpRequest, at: Place, visit: Visit) -> HttpResponse:
    """Say that something in an order is wrong; staff look at it."""
    orders = asked.orders_of(visit.person, clock.now())
    under_way = asked.being_corrected([each.order.id for each in orders])
    context = {
        **facts(visit),
        "orders": [each for each in orders if not each.stored and each.order.id not in under_way],
        "under_way": [each for each in orders if each.order.id in under_way],
    }
    if request.method != "POST":
        return show(request, at, "account/correction.html", context)
    chosen = next(
        (each for each in orders if each.order.reference == request.POST.get("order")), None
    )
    if chosen is None:
        raise Http404
    try:
        exercising.have_corrected(visit.asker, chosen.order.id, clock.now())
    except Refusal as refusal:
        return show(request, at, "account/correction.html", context, refusal)
    return HttpResponseRedirect(f"{visit.base}correction/", status=303)


def _counted(view: View) -> View:
    """So often in an hour: each leaves something that stays, and looking is not counted."""

    @wraps(view)
    def inner(request: HttpRequest, at: Place, visit: Visit) -> HttpResponse:
        if request.method == "POST":
            limits.take_right(visit.asker.email, clock.now())
        return view(request, at, visit)

    return sparing(inner)


PAGES = {
    "copy": copy, "given": portable, "erasure": erasure, "restriction": restriction,
    "objection": objection, "correction": correction,
}  # fmt: skip
OF_ACCOUNT = {name: _form(by_account(_counted(view))) for name, view in PAGES.items()}
BY_LETTER = {name: _form(by_letter(_counted(view))) for name, view in PAGES.items()}
