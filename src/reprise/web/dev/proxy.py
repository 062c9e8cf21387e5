"""The sandbox provider's payment pages, shown under the shop's own address (decision 0010)."""

from __future__ import annotations

import http.client
import os
from collections import deque
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

# What the other end does to a kept connection that it has closed in the meantime.
STALE: Final = (http.client.RemoteDisconnected, ConnectionError, http.client.CannotSendRequest)
PASSED: Final = (
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
    headers = {"Host": request.get_host()}
    for name in ("Content-Type", "Accept-Language", "Origin", "Sec-Fetch-Site"):
        if name in request.headers:
            headers[name] = request.headers[name]
    try:
        body = request.body if request.method == "POST" else None
        address = (base.hostname, base.port or 80)
        asked = (request.method or "GET", request.get_full_path(), body, headers)
        answer, content = _ask(address, *asked)
    except (OSError, http.client.HTTPException):
        return HttpResponse(
            "The sandbox payment provider does not answer. Nothing was charged; please reload.",
            status=502,
            content_type="text/plain; charset=utf-8",
        )
    response = HttpResponse(content, status=answer.status)
    for name in PASSED:
        value = answer.getheader(name)
        if value is not None:
            response[name] = value
    return response


# Connections to the provider that wait for the next request, of any thread; beyond KEPT they end.
_idle: deque[http.client.HTTPConnection] = deque()
KEPT: Final = 8


def _ask(
    address: tuple[str, int], method: str, path: str, body: bytes | None, headers: dict[str, str]
) -> tuple[http.client.HTTPResponse, bytes]:
    """The answer and its body.  Raises OSError, http.client.HTTPException.

    When a connection that was kept turns out to be closed, it is asked again over a new one: a form
    that the provider is sent twice changes nothing the second time.
    """
    while _idle:
        line = _idle.pop()
        if (line.host, line.port) != address:
            line.close()
            continue
        try:
            return _over(line, method, path, body, headers)
        except STALE:
            continue
    new = http.client.HTTPConnection(*address, timeout=20)
    return _over(new, method, path, body, headers)


def _over(
    line: http.client.HTTPConnection,
    method: str,
    path: str,
    body: bytes | None,
    headers: dict[str, str],
) -> tuple[http.client.HTTPResponse, bytes]:
    try:
        line.request(method, path, body, headers)
        answer = line.getresponse()
        content = answer.read()
    except BaseException:
        line.close()
        raise
    if answer.will_close or len(_idle) >= KEPT:
        line.close()
    else:
        _idle.append(line)
    return answer, content
