"""What the machinery could not do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.kernel import clock
from reprise.outbox import queries
from reprise.web.place import Place
from reprise.web.staff.views.base import room, show
from reprise.web.staff.views.home import PATIENCE


@require_safe
@room
def index(request: HttpRequest, at: Place) -> HttpResponse:
    """Events that a listener has not had, and jobs that were given up."""
    facts = {
        "room": "home",
        "events": queries.untold(clock.now() - PATIENCE),
        "jobs": queries.failed_jobs(),
    }
    return show(request, at, "staff/jobs.html", facts)
