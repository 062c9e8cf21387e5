"""What partners' scripts may not ask of us."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from reprise.consent import queries
from reprise.kernel import clock
from reprise.web.choices import shown_to
from reprise.web.refusals import FetchedByScript
from reprise.web.shop.views.errors import turned_away

Answer = Callable[[HttpRequest], HttpResponse]


class KeptFromPartners:
    """A page is opened, never fetched, in a browser that loads a partner: its script runs with the
    rights of our pages, and would else ask for the account and the orders of whoever is signed in.

    Browsers say which of the two it is, and no script can say otherwise.  None of our own fetches
    anything.
    """

    public = re.compile(r"/(?:api|static|drawings)/")

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.META
        if (
            asked.get("HTTP_SEC_FETCH_DEST") == "empty"
            and asked.get("HTTP_SEC_FETCH_MODE") != "navigate"  # as a download is
            and not self.public.match(request.path)
            and shown_to(request, queries.known(), clock.now()).loaded
        ):
            return turned_away(request, FetchedByScript())
        return self.get_response(request)
