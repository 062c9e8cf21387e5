"""Pages of demo mode: the e-mails that were sent, and a carrier that does what you say.

They exist only in demo mode and answer only to this machine.
"""

from __future__ import annotations

import email
import email.policy
import json
import mailbox
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from reprise.kernel import clock
from reprise.kernel.ids import new_id
from reprise.shipping.carriers.base import CarrierUnavailable, ScanKind
from reprise.shipping.carriers.sandbox.connection import Connection
from reprise.shipping.models import Destination, Shipment
from reprise.web.place import place
from reprise.web.shop.page import page

LOOPBACK = ("127.", "::1")
OWN_NAMES = frozenset({"127.0.0.1", "localhost", "::1", "testserver"})
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via")
View = Callable[..., HttpResponse]
# What a late scan is about happened so long ago.
LATE = timedelta(hours=2)
# The carrier answers when the shop has; in seconds.
DESK_PATIENCE = 8.0


def only_here(view: View) -> View:
    """404 unless this is demo mode and the request comes from this machine.

    Behind a proxy every request comes from this machine, so one that was forwarded, or that asks
    for another name than this machine's own, is a stranger's.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        address = request.META.get("REMOTE_ADDR", "")
        host = urlsplit(f"//{request.get_host()}").hostname or ""
        forwarded = any(name in request.headers for name in FORWARDED)
        here = address.startswith(LOOPBACK) and host in OWN_NAMES and not forwarded
        if not settings.DEMO or not here:
            raise Http404
        return view(request, *arguments, **named)

    return guarded


def _messages() -> list[tuple[str, EmailMessage]]:
    """(key, message) of every e-mail in the demo's mailbox, the newest first."""
    folder = os.environ.get("REPRISE_MAILBOX", "")
    if not folder:
        return []
    box = mailbox.Maildir(folder, create=True)
    found = []
    for key in box.keys():  # noqa: SIM118  a Maildir is not a dict
        raw = box.get_bytes(key)
        message = email.message_from_bytes(raw, policy=email.policy.default)
        assert isinstance(message, EmailMessage)  # noqa: S101  the default policy makes these
        found.append((key, message))
    return sorted(found, key=lambda pair: pair[0], reverse=True)


def _show(request: HttpRequest, template: str, facts: dict[str, Any]) -> HttpResponse:
    return page(request, place("en-fr"), template, facts, private=True)


@only_here
def inbox(request: HttpRequest) -> HttpResponse:
    """Every e-mail, the newest first."""
    rows = [
        {"key": key, "to": message["to"], "subject": message["subject"], "date": message["date"]}
        for key, message in _messages()
    ]
    return _show(request, "dev/inbox.html", {"rows": rows})


@only_here
def message(request: HttpRequest, key: str) -> HttpResponse:
    """One e-mail: headers and text; its HTML is shown by ``message_page``."""
    for found, mail in _messages():
        if found == key:
            text = mail.get_body(preferencelist=("plain",))
            facts = {
                "key": key,
                "mail": mail,
                "text": text.get_content() if text else "",
            }
            return _show(request, "dev/message.html", facts)
    raise Http404


@only_here
def message_page(request: HttpRequest, key: str) -> HttpResponse:
    """An e-mail's HTML as a mail program would show it; it may use its own style, no script."""
    for found, mail in _messages():
        if found == key:
            page = mail.get_body(preferencelist=("html",))
            if page is None:
                raise Http404
            response = HttpResponse(page.get_content())
            response["Content-Security-Policy"] = (
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
                " frame-ancestors 'none'"
            )
            return response
    raise Http404


@only_here
def carrier(request: HttpRequest) -> HttpResponse:
    """The sandbox carrier's desk: its parcels, and what may be said about each."""
    if request.method == "POST":
        told = _scan(request.POST)
        return HttpResponseRedirect(f"/dev/carrier/?told={told}")
    facts = {
        "rows": Shipment.objects.filter(carrier="sandbox").order_by("-created_at")[:100],
        "kinds": [kind.value for kind in ScanKind],
        "told": request.GET.get("told", ""),
    }
    return _show(request, "dev/carrier.html", facts)


def _label(tracking: str, postcode: str, at: datetime) -> dict[str, Any]:
    """What the carrier reads off a parcel: where it goes, as we know it or to another postcode
    that somebody types, and since when it has it (not before the seller made it ready)."""
    parcel = Shipment.objects.filter(carrier="sandbox", tracking=tracking).first()
    place = Destination.objects.filter(shipment=parcel).first() if parcel else None
    if parcel is None or place is None:
        return {}
    return {
        "to": {"country": place.country, "postcode": postcode or place.postcode},
        "accepted_at": min(parcel.created_at, at).isoformat(),
    }


def _scan(form: QueryDict) -> str:
    """Have the carrier report a scan; the shop's word for what it did with it, or what failed."""
    at = clock.now() - (LATE if form.get("late") else timedelta(0))
    scan = {
        "id": str(new_id()),
        "tracking": form.get("tracking", ""),
        "kind": form.get("kind", ""),
        "at": at.isoformat(),
        **_label(form.get("tracking", ""), form.get("postcode", "").strip(), at),
    }
    desk = Connection(
        os.environ.get("CARRIER_URL", "http://127.0.0.1:9"),
        os.environ.get("CARRIER_API_KEY", ""),
        DESK_PATIENCE,
    )
    outcome = ""
    for _ in range(2 if form.get("twice") else 1):
        try:
            status, content = desk.call("POST", "/v1/scans", json.dumps(scan).encode())
        except CarrierUnavailable:
            return "unavailable"
        outcome = str(json.loads(content)["outcome"]) if status == 200 else "refused"
    return outcome
