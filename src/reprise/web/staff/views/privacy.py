"""What leaves, what was done, and the archive."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reprise.accounts.queries import addresses
from reprise.audit.states import Page, Subject
from reprise.kernel import clock
from reprise.kernel.reference import parse_reference
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey, WrongKey
from reprise.privacy import overview
from reprise.privacy.actions import nights
from reprise.privacy.actions.keys import missing
from reprise.privacy.actions.opening import open_archived
from reprise.privacy.states import BrakeState, Why
from reprise.web.place import Place
from reprise.web.staff import words
from reprise.web.staff.views.base import (
    freshly,
    in_words,
    looked,
    room,
    show,
    sought,
    staff_actor,
)

# What the forms for an authority begin with.
PROVEN: Final = timedelta(days=90)


class NoReason(Refusal):
    code = "no_reason"
    message = "Say why the archive is opened. Nothing was opened."
    status = 422


class ArchiveLocked(Refusal):
    code = "archive_locked"
    message = (
        "The archive’s key is not there, or what was sealed is damaged, so it cannot be read. Have"
        " the key brought back from its backup. That somebody tried was noted."
    )
    status = 503


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """The next nights line by line, nights that wait, and what was done."""
    now = clock.now()
    before = request.GET.get("before", "")
    acts, older = overview.acts(int(before) if before.isdecimal() and len(before) < 18 else None)
    brakes = overview.brakes(now)
    facts = {
        "room": "privacy",
        "ahead": overview.ahead(now),
        "last": overview.last_night(),
        "brakes": brakes,
        "today": now.date(),
        "first_day": now.date() - PROVEN,
        "missing": missing(),
        "acts": acts,
        "actors": addresses(
            {told.act.staff_id for told in acts if told.act.staff_id}
            | {brake.staff_id for brake in brakes if brake.staff_id}
        ),
        "first": not before,
        "older": f"before={older}" if older else "",
    }
    return show(request, at, "staff/privacy.html", facts)


@require_POST
@freshly
def brake(request: HttpRequest, at: Place, brake_id: UUID) -> HttpResponse:
    """Let a night go on, or not."""
    known = {each.value: each for each in (BrakeState.RELEASED, BrakeState.DROPPED)}
    chosen = known.get(request.POST.get("decision", ""))
    if chosen is None:
        raise Http404
    nights.decide(brake_id, chosen, staff_actor(request), clock.now())
    return HttpResponseRedirect("/staff/privacy/#brakes")


@require_http_methods(["GET", "HEAD", "POST"])
@freshly
def archive(request: HttpRequest, at: Place) -> HttpResponse:
    """Find rows of the archive, by an order's number or a whole address, which is posted: it gets
    into no address of a page and no log."""
    typed = request.POST.get("q", "").strip()[:254]
    found: list[overview.Closed] = []
    refusal: Refusal | None = None
    if typed:
        reference = parse_reference(typed, "R")
        try:
            row = overview.closed(reference) if reference else None
            found = ([row] if row else []) if reference else overview.archived_of(typed)
            if not reference:
                # That these are its orders tells of the person, and so does that there are none.
                ids = (each.order.id for each in found)
                sought(request, Page.ARCHIVE, typed, Subject.ORDER, *ids)
        except MissingKey:
            refusal = ArchiveLocked()
    facts = {
        "room": "privacy",
        "typed": typed,
        "found": found,
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return show(request, at, "staff/archive.html", facts, status)


@require_http_methods(["GET", "HEAD", "POST"])
@freshly
def archived(request: HttpRequest, at: Place, reference: str) -> HttpResponse:
    """One row, closed; with a reason it is opened, once, and that is noted."""
    found = overview.closed(reference)
    if found is None:
        raise Http404
    contents = None
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            why = Why(request.POST.get("why", ""))
            contents = open_archived(found.order.id, staff_actor(request), why, clock.now())
            looked(request, Page.ARCHIVED, Subject.ORDER, found.order.id)
        except ValueError:
            refusal = NoReason()
        except (MissingKey, WrongKey):
            refusal = ArchiveLocked()
    acts, _ = overview.acts(subject=found.order.id)
    facts = {
        "room": "privacy",
        "found": found,
        "contents": contents,
        "refusal": refusal,
        "acts": acts,
        "actors": addresses({told.act.staff_id for told in acts if told.act.staff_id}),
        "whys": in_words(words.WHYS),
    }
    return show(request, at, "staff/archived.html", facts, refusal.status if refusal else 200)
