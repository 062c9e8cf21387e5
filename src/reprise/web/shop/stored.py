"""Serving public pages from the page store."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from reprise.consent import queries
from reprise.consent.configuration import NOTHING
from reprise.discovery import stored_pages
from reprise.kernel import clock
from reprise.web import choices
from reprise.web.http import has_it, reads_gzip
from reprise.web.place import Place
from reprise.web.shop.page import LEVEL

# Longer than most visits, shorter than anything that no event reports (a seller's new name).
LIFE = timedelta(minutes=10)
View = Callable[..., HttpResponse]
Knows = Callable[[str], bool]


def stored(subject: Callable[..., str], **known: Knows) -> Callable[[View], View]:
    """Have a view's page stored: ``subject(at, ...)`` names what it shows.

    The page must be the same for every visitor, but for the question whether others may use the
    device (decision 0035): it is kept with it and without.  Served from the store it costs one
    statement.
    ``known`` says which values of which parameters make a page of their own; with anything else in
    its address a page is made for one visitor, or whoever invents addresses could fill the store.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, at: Place, *args: Any, **kwargs: Any) -> HttpResponse:
            now = clock.now()
            about = subject(at, *args, **kwargs)
            asked, path, found = _look(request, known, about, now)
            choices.ask(request, asked)
            if found is not None and found.body is not None:
                return choices.dress(answer(request, found.body, found.etag), asked)
            response = view(request, at, *args, **kwargs)
            if response.status_code != 200 or response.cookies:
                return response
            if found is None:
                return choices.dress(response, asked)
            body = response.content
            if response.headers.get("Content-Encoding") != "gzip":
                body = gzip.compress(body, LEVEL, mtime=0)
            etag = etag_of(body)
            stored_pages.keep(path, about, found.version, body, etag, _fresh_until(now, at))
            if has_it(request, etag):
                return choices.dress(answer(request, body, etag), asked)
            response.headers["ETag"] = etag
            return choices.dress(response, asked)

        return inner

    return decorate


def etag_of(body: bytes) -> str:
    return f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'


def _look(
    request: HttpRequest, known: Mapping[str, Knows], about: str, now: datetime
) -> tuple[choices.Shown, str, stored_pages.Found | None]:
    """What this visitor is asked, under which key the page is kept and what is found there; None
    for an address that is not kept.

    The statement that looks for the page says whether what is asked has changed since this process
    has read it: a partner that was killed is gone with the next request.
    """
    asked = choices.shown_to(request, queries.known(), now)
    path = _key(request, known, asked.variant)
    if path is None:
        if asked.known is not NOTHING:
            asked = choices.shown_to(request, queries.current(), now)
        return asked, "", None
    found = stored_pages.look(path, about, now)
    if found.mark == asked.known.mark:
        return asked, path, found
    asked = choices.shown_to(request, queries.known_at(found.mark), now)
    path = _key(request, known, asked.variant)
    return asked, path or "", stored_pages.look(path, about, now) if path else None


def _key(request: HttpRequest, known: Mapping[str, Knows], variant: str) -> str | None:
    """The address, with what tells this body from others of it; None when it is not stored.

    Only one spelling of a query is: names in order, each once, as a browser writes them.
    """
    if request.method not in {"GET", "HEAD"}:
        return None
    asked = request.GET.dict()
    if any(name not in known or not known[name](str(value)) for name, value in asked.items()):
        return None
    written = request.META.get("QUERY_STRING", "")
    if written != urlencode(sorted(asked.items())):
        return None
    path = f"{request.path}?{written}" if written else request.path
    path += variant
    return path if len(path) <= 400 and path.isascii() else None


def answer(
    request: HttpRequest, body: bytes, etag: str, content_type: str | None = None
) -> HttpResponse:
    """A compressed ``body`` as this visitor can read it; 304 for who has it.

    ``content_type`` is HTML if it is not said.
    """
    if has_it(request, etag):
        response: HttpResponse = HttpResponseNotModified()
    elif reads_gzip(request):
        response = HttpResponse(body, content_type, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(body), content_type)
    response["ETag"] = etag
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = "no-cache"
    return response


def _fresh_until(now: datetime, at: Place) -> datetime:
    """Pages name days, so none outlives the market's midnight."""
    zone = ZoneInfo(at.market.time_zone)
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return min(now + LIFE, datetime.combine(tomorrow, time(), zone))
