"""Whether the books are right."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from reprise.books import actions
from reprise.books.queries import last_finished, latest_audit
from reprise.books.states import AuditState
from reprise.kernel import clock
from reprise.web.place import Place
from reprise.web.staff.views.base import room, show


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """The last audit, how far it is, and what the last one that came to its end has found."""
    latest = latest_audit()
    under_way = latest is not None and latest.state == AuditState.OPEN.value
    whole = last_finished() if latest and latest.state != AuditState.DONE.value else latest
    facts = {
        "room": "books",
        "latest": latest,
        "under_way": under_way,
        "whole": whole,
    }
    return show(request, at, "staff/books.html", facts)


@require_POST
@room
def audits(request: HttpRequest, at: Place) -> HttpResponse:
    """Have the books checked now; while that is under way, asking again changes nothing."""
    actions.ask_audit(request.user.pk, clock.now())
    return HttpResponseRedirect("/staff/books/")
