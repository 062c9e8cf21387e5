"""The sandbox provider's payment pages, shown under the shop's own address (decision 0010)."""

from __future__ import annotations

import http.client
import os
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

PASSED = (
    "Content-Type", "Location", "Content-Security-Policy", "Cache-Control", "Referrer-Policy",
    "ETag", "X-Content-Type-Options", "X-Robots-Tag",
)  # fmt: skip


@csrf_exempt
def payment_page(request: HttpRequest, rest: str) -> HttpResponse:
    """Pass one request on and its answer back; 502 with a sentence when nobody is there.

    404 where nobody has chosen to be paid in play money.
    """
    if not settings.PLAY_MONEY:
        raise Http404
    base = urlsplit(os.environ.get("SANDBOX_URL", ""))
    if not base.hostname:
        return HttpResponse(status=404)
    line = http.client.HTTPConnection(base.hostname, base.port, timeout=20)
    headers = {"Host": request.get_host()}
    for name in ("Content-Type", "Accept-Language", "Origin", "Sec-Fetch-Site"):
        if name in request.headers:
            headers[name] = request.headers[name]
    try:
        body = request.body if request.method == "POST" else None
        line.request(request.method or "GET", request.get_full_path(), body, headers)
        answer = line.getresponse()
        content = answer.read()
    except OSError:
        return HttpResponse(
            "The sandbox payment provider does not answer. Nothing was charged; please reload.",
            status=502,
            content_type="text/plain; charset=utf-8",
        )
    finally:
        line.close()
    response = HttpResponse(content, status=answer.status)
    for name in PASSED:
        value = answer.getheader(name)
        if value is not None:
            response[name] = value
    return response
