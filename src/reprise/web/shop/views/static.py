"""Static files, from memory, kept for good by browsers."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from reprise.web.assets import by_address
from reprise.web.http import reads_gzip

FOR_GOOD = "public, max-age=31536000, immutable"


@require_safe
def static(request: HttpRequest, name: str) -> HttpResponse:
    asset = by_address().get(f"{settings.STATIC_URL}{name}")
    if asset is None:
        raise Http404
    return kept(request, asset.content_type, asset.body, asset.gzipped)


def kept(request: HttpRequest, content_type: str, body: bytes, gzipped: bytes) -> HttpResponse:
    """An answer whose address changes with its content."""
    squeeze = bool(gzipped) and reads_gzip(request)
    response = HttpResponse(gzipped if squeeze else body, content_type=content_type)
    response["Cache-Control"] = FOR_GOOD
    if gzipped:
        patch_vary_headers(response, ("Accept-Encoding",))
    if squeeze:
        response["Content-Encoding"] = "gzip"
    return response
