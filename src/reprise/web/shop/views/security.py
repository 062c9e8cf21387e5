"""Whom to tell of a hole in this shop (RFC 9116)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reprise.kernel import clock

ADDRESS: Final = ".well-known/security.txt"
_EXAMPLE: Final = "mailto:security@reprise.example"
_EXAMPLE_LASTS: Final = timedelta(days=90)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """The operator's contact and its last day; in a demo an example that says so; else 404."""
    contact, expires, lines = settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES, []
    if not contact:
        if not settings.DEMO:
            raise Http404
        contact, expires = _EXAMPLE, clock.now() + _EXAMPLE_LASTS
        lines.append("# A demonstration: this address is an example, and nobody reads it.")
    lines += [
        f"Contact: {contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(code for code, _ in settings.LANGUAGES)}",
        f"Canonical: {settings.PUBLIC_URL}/{ADDRESS}",
    ]
    response = HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
