"""What a request may load of others, and what it is asked (decision 0035).

Only the pages that are stored ask and load: home, lists, products.  Every other one holds what
somebody has typed or bought, or the key to it, and no script of anybody else runs there.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from fnmatch import fnmatchcase
from threading import Thread
from typing import Final

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from reprise.consent import queries
from reprise.consent.configuration import Configuration, Offer, Partner, day_of
from reprise.consent.remembered import CHOICES, read
from reprise.consent.rules import UNANSWERED, Choice, Standing, ends_on, lapse, standing
from reprise.consent.states import Lapse
from reprise.consent.trackers import Kind
from reprise.kernel import clock
from reprise.web import cookies
from reprise.web.csp import csp
from reprise.web.trackers import REGISTER

log = logging.getLogger(__name__)

Answer = Callable[[HttpRequest], HttpResponse]
_SHOWN: Final = "reprise.asked"
# What may be a cookie's name in an answer (RFC 6265, 4.1.1).
_NAME: Final = re.compile(r"[\w!#$%&'*+.^`|~-]{1,200}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is asked today, and what this visitor has said to it."""

    known: Configuration
    offer: Offer
    choice: Choice | None
    standing: Standing
    today: date

    @property
    def asks(self) -> bool:
        """Whether the page begins with the question."""
        return bool(self.offer) and not self.standing.answered

    @property
    def lapse(self) -> Lapse | None:
        """Why an answer that this visitor gave counts no more."""
        if self.choice is None or not self.offer or self.standing.answered:
            return None
        return lapse(self.choice, self.known, self.offer, self.today)

    def new(self, language: str) -> tuple[str, ...]:
        """What is asked now and was not when this visitor answered."""
        then = self.known.notices.get(self.choice.notice) if self.choice else None
        return () if then is None else self.offer.new_since(then, language)

    @property
    def variant(self) -> str:
        """What tells this body from others of the same address: nothing while nothing is asked."""
        if not self.offer:
            return ""
        return f"\n{'ask' if self.asks else 'plain'} {self.offer.notice}"

    @property
    def loaded(self) -> tuple[Partner, ...]:
        """The partners that this visitor has accepted, for whatever purpose."""
        accepted = {partner for _, partner in self.standing.accepted}
        return tuple(each for each in self.offer.partners if each.key in accepted)


def shown_to(request: HttpRequest, known: Configuration, now: datetime) -> Shown:
    return _shown(cookies.read(request, CHOICES), known, now)


def _shown(cookie: str, known: Configuration, now: datetime) -> Shown:
    offer = queries.offer(known, now)
    choice = read(cookie)
    today = day_of(now)
    found = standing(choice, known, offer, today) if offer else UNANSWERED
    return Shown(known=known, offer=offer, choice=choice, standing=found, today=today)


def ask(request: HttpRequest, shown: Shown) -> None:
    """Have the page that answers this request begin with the question, and load what is accepted.
    Only `shop.stored` calls it."""
    request.META[_SHOWN] = shown


def asked(request: HttpRequest) -> Shown | None:
    """What ``ask`` was told; None on every other page, and where nothing is asked."""
    found = request.META.get(_SHOWN)
    return found if isinstance(found, Shown) and found.offer else None


def anything_asked() -> bool:
    """Whether anybody is asked anything, as far as this process knows: then each page leads to
    "My choices"."""
    return bool(queries.offer(queries.known(), clock.now()))


def begin() -> None:
    """A web process begins: it learns what is asked, beside its first requests."""
    Thread(target=_learn, name="choices", daemon=True).start()


def _learn() -> None:
    try:
        queries.current()
    except Exception as failure:
        # The first page that is looked for in the store learns it.
        log.warning("what is asked is not known yet: %s", type(failure).__name__)
    finally:
        connection.close()


def dress(response: HttpResponse, shown: Shown) -> HttpResponse:
    """The headers of a page that asks or loads: made from the cookie of this request, never stored,
    and on 304 as well, or the browser would go by the header that it has kept."""
    if not shown.offer:
        return response
    response["Cache-Control"] = "private, no-cache"
    patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
    response["Content-Security-Policy"] = csp(each.origin for each in shown.loaded)
    if shown.loaded:
        # A window that this page opens is not this page's to read.
        response["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups"
    return response


def remember(response: HttpResponse, value: str, now: datetime) -> None:
    """Set the choice for as long as it counts: a visit does not renew it."""
    today = day_of(now)
    cookies.put(response, CHOICES, value, days=(ends_on(today) - today).days)


class PartnersCookies:
    """Takes away what a partner's script has kept on our host for somebody who does not accept it
    now: on whichever page, after a withdrawal, six months on, or when the partner was killed.

    It stands outside of the guard (`cookies.OnlyDeclared`), which shows no view such a cookie.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        sent = request.META.get("HTTP_COOKIE", "")
        response = self.get_response(request)
        known = queries.known()
        if sent and known.kept_by_partners:
            for name in _unwanted(request, response, sent, known):
                response.set_cookie(name, "", max_age=0, secure=settings.HTTPS, samesite="Lax")
        return response


def _unwanted(
    request: HttpRequest, response: HttpResponse, sent: str, known: Configuration
) -> Iterator[str]:
    names = {each.partition("=")[0].strip() for each in sent.split(";")}
    kept = {
        name
        for name in names
        if _NAME.fullmatch(name)
        and REGISTER.cookie(name, settings.HTTPS) is None
        and any(fnmatchcase(name, each) for each in known.kept_by_partners)
    }
    if not kept:
        return
    answered = response.cookies.get(CHOICES.wire_name(settings.HTTPS))
    value = answered.value if answered else cookies.read(request, CHOICES)
    loaded = _shown(value, known, clock.now()).loaded
    for name in sorted(kept):
        if not expected_of(loaded, name):
            yield name


def expected_of(partners: tuple[Partner, ...], name: str) -> bool:
    """Whether one of these partners has said that it keeps a cookie of that name on our host."""
    return any(
        trace.ours and trace.kind is Kind.COOKIE and fnmatchcase(name, trace.name)
        for partner in partners
        for trace in partner.traces
    )
