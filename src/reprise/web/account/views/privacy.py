"""What is held of the person who is signed in."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template import loader
from django.views.decorators.http import require_http_methods, require_safe

from reprise.accounts.models import User
from reprise.kernel import clock
from reprise.privacy.access import answer
from reprise.privacy.copy import document, said, text, zipped
from reprise.web.account.desk import freshly, mine, show
from reprise.web.place import Place

NAME = "reprise-data"


@require_safe
@mine
def privacy(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """What is held, why and until when."""
    facts = {"answer": answer(user.id), "said": said}
    return show(request, at, "account/privacy.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@freshly
def copy(request: HttpRequest, at: Place, user: User) -> HttpResponse:
    """All of it as a file, made while it is sent and kept nowhere."""
    if request.method != "POST":
        return show(request, at, "account/copy.html")
    now = clock.now()
    told = document(answer(user.id), at.language, now)
    page = loader.render_to_string(
        "account/copy_file.html", {"told": told, "at": at, "made_at": now}, using=at.language
    )
    files = [(f"{NAME}.json", text(told)), (f"{NAME}.html", page)]
    response = StreamingHttpResponse(zipped(files, now), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{NAME}.zip"'
    response["Cache-Control"] = "private, no-store"
    return cast(HttpResponse, response)
