"""What is counted of a request, without following anybody (decision 0036).

Counting happens in memory.  A thread of its own brings it to the database every minute, and at the
end of the process: no request waits for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import cache
from multiprocessing.util import Finalize
from threading import Event, Thread
from typing import Final

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse

from reprise.audience.actions import collect
from reprise.audience.rules import is_robot, truncated
from reprise.audience.states import What
from reprise.audience.tally import Tally, Visitor
from reprise.discovery.views import Listing
from reprise.kernel import clock
from reprise.markets.queries import LOCALES
from reprise.web.http import fetched_ahead
from reprise.web.limit import client_of

log = logging.getLogger(__name__)

Answer = Callable[[HttpRequest], HttpResponse]

EVERY: Final = 60.0
PATIENCE: Final = 3.0
# Shop pages by the name of their address; every other one is just a page.
KINDS: Final = {
    "choose": What.ENTRANCE,
    "home": What.HOME,
    "category": What.CATEGORY,
    "search": What.SEARCH,
    "product": What.PRODUCT,
    "variant": What.PRODUCT,
    "basket": What.BASKET,
    "checkout": What.CHECKOUT,
    "order": What.ORDER,
    "order-find": What.ORDER,
    "history": What.ORDER,
    **dict.fromkeys(
        (
            "terms", "terms-version", "insurance", "privacy", "privacy-request", "choices",
            "how-we-rank", "law", "legal-notice", "recipients",
        ),
        What.ABOUT,
    ),
}  # fmt: skip
_SEARCHED: Final = "reprise.searched"


@cache
def tally() -> Tally:
    """This process's."""
    return Tally(settings.SECRET_KEY)


class CountedPages:
    """Counts a page after it was made.  A page that cannot be counted is shown all the same."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        try:
            _count(request, response, clock.now())
        except Exception as failure:
            # By its kind alone: what it says could repeat what the request held.
            log.error("a page was not counted: %s", type(failure).__name__)
        return response


def searched(request: HttpRequest, found: Listing) -> None:
    """A search had this result: to be counted when its page was."""
    request.META[_SEARCHED] = found


def _count(request: HttpRequest, response: HttpResponse, now: datetime) -> None:
    what = _shown(request, response)
    if what is None:
        return
    asked = request.META
    agent = asked.get("HTTP_USER_AGENT", "")
    if is_robot(agent) or fetched_ahead(request):
        return
    network = truncated(client_of(request))
    match = request.resolver_match
    given = match.kwargs if match else {}
    at_the_door = match is not None and match.url_name == "seller_door"
    language, market = _place(given.get("locale", ""))
    tally().page(
        now,
        what,
        Visitor(network, agent, _account(request), what is What.SELLER and not at_the_door),
        market=market,
        language=language,
        product=given["slug"] if what is What.PRODUCT else "",
    )
    found = asked.get(_SEARCHED)
    if isinstance(found, Listing):
        unknown = found.understood.unknown if found.understood else ()
        tally().search(now, bool(found.total), unknown, network, market=market, language=language)


def _shown(request: HttpRequest, response: HttpResponse) -> What | None:
    """Which kind of page somebody was shown; None when it was none of those that count."""
    match = request.resolver_match
    if match is None or request.method != "GET":
        return None
    if response.status_code == 200:
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return None
    elif response.status_code != 304:
        return None
    if "locale" in match.kwargs or match.url_name == "choose":
        kind = KINDS.get(match.url_name or "")
        if kind is None:
            return What.ACCOUNT if "/account/" in request.path else What.OTHER
        return kind
    return What.SELLER if request.path.startswith("/seller/") else None


def _place(locale: str) -> tuple[str, str]:
    found = LOCALES.get(locale)
    return (found[0], found[1].code) if found else ("", "")


def _account(request: HttpRequest) -> str:
    """The account's id where the page has looked who is signed in; counting does not look."""
    user = getattr(request, "_cached_user", None)
    return str(user.pk) if user is not None and user.is_authenticated else ""


class Reporter(Thread):
    """Brings what was counted to the database."""

    def __init__(self) -> None:
        super().__init__(name="audience", daemon=True)
        self._over = Event()

    def run(self) -> None:
        report()
        while not self._over.wait(EVERY):
            report()

    def end(self) -> None:
        """The last time, when the process ends."""
        if not self._over.is_set():
            self._over.set()
            self.join(PATIENCE)
            report()


def report() -> None:
    """Now; what cannot be brought waits for the next time."""
    try:
        collect(tally(), clock.now())
    except Exception as failure:
        # By its kind alone: what a database says repeats the rows that it refuses.
        log.warning("the audience of this process waits: %s", type(failure).__name__)
    finally:
        connection.close()


def begin() -> None:
    """A web process begins to count; it reports when it ends, however its end is called."""
    reporter = Reporter()
    reporter.start()
    # Runs at the end of any process; a child of multiprocessing, as granian's workers are, does
    # nothing of what atexit knows.
    Finalize(None, reporter.end, exitpriority=10)
