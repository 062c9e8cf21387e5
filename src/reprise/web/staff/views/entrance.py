"""Who opens what matters most gives the password or passkey once more."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from reprise.kernel import clock
from reprise.web.account.desk import proved_lately
from reprise.web.place import Place


def freshly(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Below `room`: somebody who has just signed in, not somebody who finds a device unlocked.
    Others are asked to, and come back; what they posted is not done."""

    @wraps(view)
    def guarded(request: HttpRequest, at: Place, *arguments: Any, **named: Any) -> HttpResponse:
        if not proved_lately(request, clock.now()):
            query = urlencode({"next": request.path})
            return HttpResponseRedirect(f"/staff/login/?{query}", status=303)
        return view(request, at, *arguments, **named)

    return guarded
