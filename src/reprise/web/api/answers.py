"""What every answer of the API has: a limit, an ETag, compression, and leave for other sites."""

from __future__ import annotations

import gzip
import hashlib
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse

from reprise.kernel import clock
from reprise.kernel.reference import new_reference
from reprise.web.api.problems import (
    BadInput,
    Broken,
    NotAllowed,
    TooManyRequests,
    UnknownAddress,
    problem,
)
from reprise.web.http import has_it, reads_gzip
from reprise.web.limit import API, wait_of

log = logging.getLogger(__name__)
View = Callable[..., HttpResponse]

CACHE: Final = "public, max-age=60"
METHODS: Final = "GET, HEAD, OPTIONS"
# Smaller answers fit into one packet anyway.
WORTH_COMPRESSING: Final = 1_000


def public(view: View) -> View:
    """``view`` for anybody: limited, cached for a minute, revalidated by ETag, readable by scripts
    of other sites.  Whatever goes wrong is a problem document."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wait = wait_of(request, API, clock.now())
        if wait:
            response = problem(TooManyRequests(seconds=wait))
            response["Retry-After"] = str(wait)
        elif request.method == "OPTIONS":
            response = HttpResponse(status=204)
            response["Access-Control-Allow-Methods"] = METHODS
            response["Access-Control-Allow-Headers"] = "If-None-Match"
            response["Access-Control-Max-Age"] = "86400"
        else:
            response = _read(request, view, args, kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response["Access-Control-Expose-Headers"] = "ETag, Retry-After"
        if response.status_code == 200:
            return _kept(request, response)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer


def unknown(request: HttpRequest) -> HttpResponse:
    """Any address that is none."""
    raise Http404


def _read(
    request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> HttpResponse:
    """The view's answer to GET; the server leaves its body out for HEAD."""
    method = request.method
    try:
        if method not in {"GET", "HEAD"}:
            response = problem(NotAllowed())
            response["Allow"] = METHODS
            return response
        request.method = "GET"
        return view(request, *args, **kwargs)
    except Http404:
        return problem(UnknownAddress())
    except SuspiciousOperation:
        return problem(BadInput())
    except Exception:
        incident = new_reference("X")
        log.exception("incident %s at %s %s", incident, method, request.path)
        return problem(Broken(incident=incident))
    finally:
        request.method = method


def _kept(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """``response`` with its ETag, compressed for who can read that, or 304 for who has it."""
    tag = hashlib.blake2b(response.content, digest_size=16).hexdigest()
    if len(response.content) >= WORTH_COMPRESSING:
        response["Vary"] = "Accept-Encoding"
        if reads_gzip(request):
            tag += "-gzip"
            response.content = gzip.compress(response.content, 5, mtime=0)
            response["Content-Encoding"] = "gzip"
    response["ETag"] = f'"{tag}"'
    response["Cache-Control"] = CACHE
    if has_it(request, response["ETag"]):
        response.content = b""
        response.status_code = 304
        for name in ("Content-Type", "Content-Encoding"):
            response.headers.pop(name, None)
    return response
