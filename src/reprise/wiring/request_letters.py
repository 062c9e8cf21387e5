"""Letters about a request of a person: what `privacy` knows, in the words of `notifications`.

The address stands beside the request, and never in a job: it is looked up when the letter is sent.
"""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.utils import translation

from reprise.kernel import clock
from reprise.kernel.event import Event
from reprise.kernel.ids import new_id
from reprise.markets.queries import LOCALES
from reprise.notifications.account_letters import mail
from reprise.notifications.templating import carrier_names, provider_names
from reprise.outbox.jobs import enqueue
from reprise.privacy import requests
from reprise.privacy.actions.asking import CALENDAR
from reprise.privacy.copy import said
from reprise.privacy.events import (
    RequestAnswered,
    RequestBegun,
    RequestEntered,
    RequestExtended,
    RequestReceived,
    RequestRefused,
)
from reprise.privacy.models import Request
from reprise.privacy.objections import INTERESTS
from reprise.privacy.supervisors import supervisor_of

TEMPLATES: Final[dict[type[Event], str]] = {
    RequestReceived: "request_received",
    RequestEntered: "request_entered",
    RequestBegun: "request_begun",
    RequestExtended: "request_extended",
    RequestAnswered: "request_answered",
    RequestRefused: "request_refused",
}


def write(request_id: UUID, template: str) -> None:
    """Have it sent after the commit."""
    from reprise.wiring import tasks

    enqueue(
        tasks.send_request_letter,
        request_id=str(request_id),
        template=template,
        letter_id=str(new_id()),
    )


def send(request_id: UUID, template: str, letter_id: UUID) -> None:
    """Send it, unless the person's address was forgotten.  Raises what SMTP raises: try again."""
    request = Request.objects.select_related("requester").get(id=request_id)
    to = requests.address_of(request)
    if not to:
        return
    mail(template, to, request.locale, letter_id, _facts(request))


def _facts(request: Request) -> dict[str, Any]:
    language, market = LOCALES[request.locale]
    supervisor, operator = supervisor_of(market.country), settings.OPERATOR
    stopped = requests.stopped_by(request)
    given = requests.recipients_of(request)
    with translation.override(language):
        carriers, providers = carrier_names(), provider_names()
    return {
        "reference": request.reference,
        "kind": request.kind,
        "received_on": request.received_on,
        "answer_by": request.answer_by,
        "late": requests.is_late(request, CALENDAR.day_of(clock.now())),
        "extension_reason": request.extension_reason,
        "outcome": request.outcome,
        "order": requests.about(request),
        "gave_up": requests.gave_up(request.id),
        "done": requests.done_of(request.id),
        "kept": [
            (each.reference, each.until, [said(sentence, language) for sentence in each.because])
            for each in requests.waiting_of(request.id, clock.now())
        ],
        "uncounted": stopped,
        "interests": [
            (said(each.what, language), said(each.said, language), each.stops) for each in INTERESTS
        ],
        "supervisor": said(supervisor, language) if supervisor else "",
        "leads": operator.supervisor if operator else None,
        "sellers": given.sellers,
        "keepers": [carriers.get(each, each) for each in given.carriers]
        + [providers.get(each, each) for each in given.providers],
    }
