"""Where other machines report; each proves itself by a signature."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import os
from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from reprise.kernel import clock
from reprise.payments.actions import receive
from reprise.payments.providers.base import ForgedNotice
from reprise.payments.providers.registry import PROVIDERS
from reprise.shipping.actions import receive_scan

log = logging.getLogger(__name__)
LARGEST = 100_000


@csrf_exempt
@require_POST
def payment_notice(request: HttpRequest, name: str) -> HttpResponse:
    """A payment provider's notice: 200 when it is noted (again, too), 400 when it is forged."""
    if name not in PROVIDERS:
        return HttpResponse(status=404)
    if len(request.body) > LARGEST:
        return HttpResponse(status=413)
    try:
        outcome = receive(name, request.headers, request.body, clock.now())
    except ForgedNotice:
        log.warning("a notice of %s without a valid signature was refused", name)
        return JsonResponse({"error": "bad_signature"}, status=400)
    return JsonResponse({"outcome": outcome})


def scan_signature(body: bytes) -> str:
    """What the sandbox carrier signs its scans with (HMAC-SHA256 of the body, hex)."""
    key = os.environ.get("SANDBOX_WEBHOOK_SECRET", "")
    return hmac.new(b"carrier:" + key.encode(), body, hashlib.sha256).hexdigest() if key else ""


@csrf_exempt
@require_POST
def carrier_scan(request: HttpRequest, name: str) -> HttpResponse:
    """A carrier's scan: JSON with id, tracking, kind and at (ISO 8601)."""
    if name != "sandbox":
        return HttpResponse(status=404)
    expected = scan_signature(request.body)
    given = request.headers.get("Carrier-Signature", "")
    if not expected or not hmac.compare_digest(expected.encode(), given.encode()):
        return JsonResponse({"error": "bad_signature"}, status=400)
    try:
        scan = json.loads(request.body)
        outcome = receive_scan(
            carrier=name,
            event_id=str(scan["id"])[:80],
            tracking=str(scan["tracking"])[:40],
            kind=str(scan["kind"]),
            occurred_at=datetime.fromisoformat(scan["at"]),
            now=clock.now(),
        )
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"error": "bad_scan"}, status=400)
    # Not found yet: the carrier sends it again, and the parcel may be known by then.
    return JsonResponse({"outcome": outcome}, status=404 if outcome == "unknown" else 200)
