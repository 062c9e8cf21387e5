"""Requests about personal data: their clock, and how each is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from reprise.accounts.queries import addresses
from reprise.audit.states import Page, Subject
from reprise.kernel import clock
from reprise.kernel.reference import parse_reference
from reprise.kernel.refusal import Refusal
from reprise.markets.queries import MARKETS
from reprise.orders.models import Contact, Order
from reprise.privacy import overview, requests
from reprise.privacy.actions import asking, readdressing, serving
from reprise.privacy.actions.erasing import left
from reprise.privacy.actions.objecting import what_stops
from reprise.privacy.answers import true_of
from reprise.privacy.copy import said
from reprise.privacy.models import Proposal, Request
from reprise.privacy.objections import INTERESTS
from reprise.privacy.queries import references
from reprise.privacy.states import (
    DAYS,
    REASONS,
    Extension,
    Late,
    Outcome,
    Reason,
    RequestKind,
    ShownBy,
)
from reprise.web.place import Place
from reprise.web.shop import forms
from reprise.web.staff import words
from reprise.web.staff.views.base import (
    Code,
    acted,
    code,
    cursor,
    freshly,
    in_words,
    kept,
    looked,
    room,
    show,
    staff_id,
)

HOME = "/staff/privacy/requests/"


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """What waits, the most urgent first; what ended, page by page; and a form for what came by
    post."""
    return _index(request, at)


@require_POST
@room
def entry(request: HttpRequest, at: Place) -> HttpResponse:
    """Enter a request that came by post or telephone."""
    named = ("kind", "order", "received", "late")
    typed = {name: request.POST.get(name, "")[:40] for name in named}
    try:
        kind = RequestKind(typed["kind"])
        received = date.fromisoformat(typed["received"])
        if received < DAYS[0]:
            raise ValueError(received)
    except ValueError:
        return _index(request, at, typed, error=_("Choose what is asked for, and enter the day."))
    try:
        reference = parse_reference(typed["order"], "R") or ""
        late = next((each for each in Late if each.value == typed["late"]), None)
        made = serving.enter(kind, reference, received, staff_id(request), clock.now(), late)
    except Refusal as refusal:
        return _index(request, at, typed, refusal)
    return HttpResponseRedirect(f"{HOME}{made.reference}/")


def _index(
    request: HttpRequest,
    at: Place,
    typed: dict[str, str] | None = None,
    refusal: Refusal | None = None,
    error: str = "",
) -> HttpResponse:
    today = asking.CALENDAR.day_of(clock.now())
    waiting = list(requests.open_requests())
    before = cursor(request)
    ended, older = requests.closed_requests(before)
    entries = requests.entries_of([each.id for each in (*waiting, *ended)])
    facts = {
        "room": "privacy",
        "waiting": waiting,
        "ended": ended,
        "first": before is None,
        "older": kept(before=older) if older else "",
        "late": {each.id for each in ended if requests.is_late(each, today)},
        "proposed": requests.proposed([each.id for each in waiting]),
        "late_at_once": {each.entry.request_id for each in entries if each.late},
        "today": today,
        "began_on": serving.began_on(),
        "lates": in_words(words.LATES),
        "kinds": [kind.value for kind in RequestKind],
        "typed": typed or {"kind": "", "order": "", "received": today.isoformat(), "late": ""},
        "refusal": refusal,
        "error": error,
    }
    status = refusal.status if refusal else 422 if error else 200
    return show(request, at, "staff/requests.html", facts, status)


def _found(reference: str) -> Request:
    found = Request.objects.select_related("requester").filter(reference=reference).first()
    if found is None:
        raise Http404
    return found


@require_safe
@room
def one(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    return _page(request, at, _found(reference))


def _page(
    request: HttpRequest,
    at: Place,
    found: Request,
    refusal: Refusal | None = None,
    form: forms.ContactForm | None = None,
    proposed: Proposed | None = None,
) -> HttpResponse:
    kind = RequestKind(found.kind)
    email, contact = requests.address_of(found), None
    if found.order_id and found.closed_at is None:
        contact = Contact.objects.filter(order_id=found.order_id).first()
    if contact:
        looked(request, Page.REQUEST, Subject.ORDER, contact.order_id)
    elif email:
        looked(request, Page.REQUEST, Subject.ASKER, found.id)
    acts, entries = requests.acts_of(found.id), requests.entries_of([found.id])
    proposals = requests.proposals_of(found.id)
    still, offered = left(found.id), frozenset() if found.closed_at else true_of(found)
    facts: dict[str, Any] = {
        "room": "privacy",
        "found": found,
        "email": email,
        "order": requests.about(found),
        "month_ends": requests.first_month_ends(found),
        "today": asking.CALENDAR.day_of(clock.now()),
        "entries": entries,
        "late": requests.is_late(found, asking.CALENDAR.day_of(clock.now())),
        "acts": overview.told(acts),
        "actors": addresses(
            {each.staff_id for each in acts if each.staff_id}
            | {each for each in (found.extended_by, found.closed_by) if each}
            | {each.entry.entered_by for each in entries}
            | {who for each in proposals for who in (each.proposed_by, each.decided_by) if who}
        ),
        "said": said,
        "still": still,
        "waits": requests.waiting_of(found.id, clock.now()),
        "outcome_codes": [each.value for each in Outcome if each in offered],
        "objection": _objection(found) if Outcome.STOPPED in offered else None,
        "reasons": [
            each.value
            for each in Reason
            if each in REASONS[kind] and not (found.proven and each is Reason.NOT_PROVEN)
        ],
        "extensions": [each.value for each in Extension],
        "contact": contact,
        "form": form or (_form_of(contact) if contact else None),
        "fields": tuple(forms.LONGEST),
        "longest": forms.LONGEST,
        "proposals": proposals,
        "address": _address(found, contact, proposals, proposed),
        "me": staff_id(request),
        "refusal": refusal,
    }
    status = refusal.status if refusal else 422 if form or proposed else 200
    return show(request, at, "staff/request.html", facts, status)


@dataclass(frozen=True, slots=True)
class Proposed:
    """The form for another e-mail address, as posted, and what is wrong with its fields."""

    email: str = ""
    shown_by: str = ""
    email_error: str = ""
    shown_error: str = ""


def _address(
    found: Request,
    contact: Contact | None,
    proposals: list[Proposal],
    proposed: Proposed | None,
) -> dict[str, Any] | None:
    """What two of the staff can do about a guest's mistyped e-mail address; None: nothing."""
    if found.closed_at or found.proven or contact is None or contact.buyer_id is not None:
        return None
    shown = readdressing.can_be_shown(contact.order_id)
    waiting = next((each for each in proposals if not each.decided_at), None)
    return {
        "waiting": waiting,
        "typed": proposed or Proposed(),
        "shown": [
            (value, text) for value, text in in_words(words.SHOWN) if ShownBy(value) in shown
        ],
    }


def _objection(found: Request) -> dict[str, Any]:
    """What agreeing to an objection would stop, as it is carried out; and what would go on."""
    stops = what_stops(found)
    return {
        "interests": INTERESTS,
        "counted": sorted(references(stops.orders).values()),
        "account": stops.user_id is not None,
    }


def _form_of(contact: Contact) -> forms.ContactForm:
    return forms.ContactForm({name: getattr(contact, name) for name in forms.LONGEST})


@require_POST
@room
def answer(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    return _acted(
        request, at, reference,
        lambda found: serving.answer(
            found.id, _chosen(request, Outcome), staff_id(request), clock.now()
        ),
    )  # fmt: skip


@require_POST
@room
def refusal(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    return _acted(
        request, at, reference,
        lambda found: asking.refuse(
            found.id, _chosen(request, Reason), clock.now(), staff_id(request)
        ),
    )  # fmt: skip


@require_POST
@room
def extension(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    return _acted(
        request, at, reference,
        lambda found: asking.extend(
            found.id, _chosen(request, Extension), staff_id(request), clock.now()
        ),
    )  # fmt: skip


@require_POST
@freshly
def correction(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """Correct the order, as long as nothing of it was sent; the old address is told."""
    found = _found(reference)
    if found.order_id is None:
        raise Http404
    order = Order.objects.get(id=found.order_id)
    form = forms.read({**request.POST.dict(), "method": ""}, MARKETS[order.market])
    if any(form.error(name) for name in forms.LONGEST):
        return _page(request, at, found, form=form)
    draft = {**form.values, "postcode": form.values["postcode"].upper()}
    return _acted(
        request,
        at,
        reference,
        lambda found: serving.correct(found.id, draft, staff_id(request), clock.now()),
    )


@require_POST
@freshly
def proposal(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """Propose the right e-mail address of a guest's order, and by what they have shown that the
    order is theirs."""
    found = _found(reference)
    if found.order_id is None:
        raise Http404
    order = Order.objects.get(id=found.order_id)
    typed = {name: request.POST.get(name, "") for name in ("email", "shown_by")}
    form = forms.read(typed, MARKETS[order.market])
    shown_by = next((each for each in ShownBy if each.value == typed["shown_by"]), None)
    chosen = _("Choose what the person has shown.") if shown_by is None else ""
    email = form.values["email"]
    wrong = form.error("email") if email else _("Enter the right e-mail address.")
    proposed = Proposed(email, typed["shown_by"], wrong, chosen)
    if proposed.email_error or shown_by is None:
        return _page(request, at, found, proposed=proposed)
    return acted(
        lambda: readdressing.propose(
            found.id, proposed.email, shown_by, staff_id(request), clock.now()
        ),
        f"{HOME}{found.reference}/",
        lambda refused: _page(request, at, _found(reference), refused, proposed=proposed),
    )


@require_POST
@freshly
def agreement(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """Agree to the address that another one has proposed; both addresses are written to."""
    return _acted(
        request, at, reference,
        lambda found: readdressing.agree(
            found.id, _read(request), staff_id(request), clock.now()
        ),
    )  # fmt: skip


@require_POST
@freshly
def declining(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """Decline it, or take it back."""
    return _acted(
        request, at, reference,
        lambda found: readdressing.decline(
            found.id, _read(request), staff_id(request), clock.now()
        ),
    )  # fmt: skip


def _read(request: HttpRequest) -> UUID:
    """Which proposal stood on the page.  Raises NothingProposed."""
    try:
        return UUID(request.POST.get("proposal", ""))
    except ValueError:
        raise readdressing.NothingProposed from None


def _chosen(request: HttpRequest, codes: type[Code]) -> Code:
    """Raises NotAnAnswer."""
    return code(request.POST.get("code", ""), codes, asking.NotAnAnswer)


def _acted(
    request: HttpRequest, at: Place, reference: str, act: Callable[[Request], object]
) -> HttpResponse:
    found = _found(reference)
    return acted(
        lambda: act(found), f"{HOME}{found.reference}/",
        lambda refused: _page(request, at, _found(reference), refused),
    )  # fmt: skip
