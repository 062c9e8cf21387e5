"""What partners' scripts may not ask of us."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

from reprise.consent import queries
from reprise.web.refusals import FetchedByScript
from reprise.web.shop.views.errors import turned_away

Answer = Callable[[HttpRequest], HttpResponse]
# What a browser uses without showing it to a script: a page that comes for it is no picture and no
# style, and is thrown away.  As a module ("text", "json") or by fetch ("empty") it would be read.
_UNREAD: Final = frozenset({"", "document", "script", "style", "image", "font"})


class KeptFromPartners:
    """A page is opened, never fetched, in a shop that has partners: a script of theirs runs with
    the rights of our pages, and would else read the account and orders of whoever is signed in.

    Whatever the visitor's choice is by now: a tab that has loaded a partner which was stopped, or
    refused, since then runs its script still.  Browsers say whether they open or fetch, and no
    script can say otherwise.  None of our own fetches anything.
    """

    public = re.compile(r"/(?:api|static|drawings)/")

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.META
        if (
            asked.get("HTTP_SEC_FETCH_DEST", "") not in _UNREAD
            and asked.get("HTTP_SEC_FETCH_MODE") != "navigate"  # as a download is
            and not self.public.match(request.path)
            and queries.known().partners
        ):
            return turned_away(request, FetchedByScript())
        return self.get_response(request)
