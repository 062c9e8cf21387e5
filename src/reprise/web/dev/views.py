"""Pages of demo mode: the e-mails that were sent, and a carrier that does what you say.

They exist only in demo mode and answer only to this machine.
"""

from __future__ import annotations

import email
import email.policy
import http.client
import json
import mailbox
import os
from collections.abc import Callable
from email.message import EmailMessage
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from reprise.kernel import clock
from reprise.kernel.ids import new_id
from reprise.shipping.models import Shipment
from reprise.web.hooks.views import scan_signature
from reprise.web.place import place
from reprise.web.shop.page import page

LOOPBACK = ("127.", "::1")
OWN_NAMES = frozenset({"127.0.0.1", "localhost", "::1", "testserver"})
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via")
View = Callable[..., HttpResponse]


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
    """The sandbox carrier's desk: its parcels, and what may happen to each next."""
    if request.method == "POST":
        _scan(request.POST.get("tracking", ""), request.POST.get("kind", ""))
        return HttpResponseRedirect("/dev/carrier/")
    rows = Shipment.objects.filter(carrier="sandbox").order_by("-created_at")[:100]
    return _show(request, "dev/carrier.html", {"rows": rows})


def _scan(tracking: str, kind: str) -> None:
    """Report a scan the way a carrier does: a signed POST to the shop's own hook."""
    body = json.dumps(
        {
            "id": str(new_id()),
            "tracking": tracking,
            "kind": kind,
            "at": clock.now().isoformat(),
        }
    ).encode()
    line = http.client.HTTPConnection("127.0.0.1", int(os.environ["PORT"]), timeout=5)
    try:
        line.request(
            "POST",
            "/hooks/carriers/sandbox/",
            body,
            {"Content-Type": "application/json", "Carrier-Signature": scan_signature(body)},
        )
        line.getresponse().read()
    finally:
        line.close()
