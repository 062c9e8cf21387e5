"""Where other machines report; each proves itself by a signature."""

from __future__ import annotations

import logging

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from reprise.kernel import clock
from reprise.outbox.actions import telling
from reprise.payments.actions import receive
from reprise.payments.providers.base import ForgedNotice
from reprise.payments.providers.registry import PROVIDERS
from reprise.shipping.actions import receive_scan
from reprise.shipping.carriers.base import ForgedScan
from reprise.shipping.carriers.registry import CARRIERS, carrier

log = logging.getLogger(__name__)
LARGEST = 100_000


@csrf_exempt
@require_POST
def payment_notice(request: HttpRequest, name: str) -> HttpResponse:
    """A payment provider's notice: 200 when it is noted (again, too), 400 when it is forged.

    The sandbox is nobody, where nobody has chosen to be paid in play money.
    """
    if name not in PROVIDERS or (name == "sandbox" and not settings.PLAY_MONEY):
        return HttpResponse(status=404)
    if len(request.body) > LARGEST:
        return HttpResponse(status=413)
    if b"\\u0000" in request.body:
        return JsonResponse({"error": "bad_text"}, status=400)
    now = clock.now()
    try:
        with telling(now):
            outcome = receive(name, request.headers, request.body, now)
    except ForgedNotice:
        log.warning("a notice of %s without a valid signature was refused", name)
        return JsonResponse({"error": "bad_signature"}, status=400)
    return JsonResponse({"outcome": outcome})


@csrf_exempt
@require_POST
def carrier_scan(request: HttpRequest, name: str) -> HttpResponse:
    """A carrier's scan: 200 when it is noted (again, too), 400 when it is forged."""
    if name not in CARRIERS:
        return HttpResponse(status=404)
    if len(request.body) > LARGEST:
        return HttpResponse(status=413)
    if b"\\u0000" in request.body:
        return JsonResponse({"error": "bad_text"}, status=400)
    now = clock.now()
    try:
        scan = carrier(name).verify(request.headers, request.body, now)
    except ForgedScan:
        log.warning("a scan of %s without a valid signature was refused", name)
        return JsonResponse({"error": "bad_signature"}, status=400)
    with telling(now):
        outcome = receive_scan(
            carrier=name,
            event_id=scan.event_id,
            tracking=scan.tracking,
            kind=scan.kind,
            occurred_at=scan.occurred_at,
            now=now,
            to=scan.to,
            accepted_at=scan.accepted_at,
        )
    # Not found yet: the carrier sends it again, and the parcel may be known by then.
    return JsonResponse({"outcome": outcome}, status=404 if outcome == "unknown" else 200)
