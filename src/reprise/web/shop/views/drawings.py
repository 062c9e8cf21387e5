"""Devices drawn as files, so that a browser keeps each drawing once."""

from __future__ import annotations

import gzip
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.catalog.drawings import FORMS, draw
from reprise.web.shop.views.static import kept


@require_safe
def drawing(request: HttpRequest, form: str, colour: str) -> HttpResponse:
    """The drawing of a known form in any colour; anything else is a 404."""
    if form not in FORMS:
        raise Http404
    return kept(request, "image/svg+xml", *_drawn(form, colour.lower()))


@lru_cache(maxsize=2048)
def _drawn(form: str, colour: str) -> tuple[bytes, bytes]:
    body = draw(form, f"#{colour}").encode()
    return body, gzip.compress(body, 9, mtime=0)
