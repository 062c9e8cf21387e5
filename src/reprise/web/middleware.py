"""What happens around every request; as little as possible."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import cast
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    DisallowedHost,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError

from reprise.web.csp import NOBODY_ELSE
from reprise.web.door import UNREADABLE
from reprise.web.refusals import (
    AnotherName,
    FormTooLarge,
    FromAnotherSite,
    TurnedAway,
    UnreadableAddress,
    UnreadableForm,
    UnreadableRequest,
    WrongMethod,
)
from reprise.web.shop.views.errors import API, turned_away

log = logging.getLogger(__name__)

Answer = Callable[[HttpRequest], HttpResponse]

# What a page may ask of a browser: nothing that reads the device or its surroundings, but passkeys.
PERMISSIONS = ", ".join(
    [
        *(
            f"{name}=()"
            for name in (
                "accelerometer", "autoplay", "browsing-topics", "camera",
                "clipboard-read", "clipboard-write", "compute-pressure", "display-capture",
                "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid",
                "identity-credentials-get", "idle-detection", "keyboard-map", "local-fonts",
                "magnetometer", "microphone", "midi", "otp-credentials", "payment",
                "picture-in-picture", "screen-wake-lock", "serial", "storage-access", "sync-xhr",
                "usb", "window-management", "xr-spatial-tracking",
            )
        ),
        "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)",
    ]
)  # fmt: skip
# The host alone: what else is served below the operator's domain is not ours to bind.
HSTS = "max-age=31536000"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# Addresses that other machines post to; they prove themselves by a signature.
SIGNED = "/hooks/"
# What nobody types and PostgreSQL does not take: NUL, and halves of letters.
UNTYPED = re.compile("[\0\ud800-\udfff]")


LARGEST_FORM = 1_000_000
# Where addresses are keys (an order's, a letter's) or hold what was typed (searches).
# A page that somebody goes on to learns the host alone: a partner's script may run on it, and would
# read the rest from `document.referrer` or from the tab's history, which "origin" and "no-referrer"
# close.  With the latter, browsers would hide from us, too, that a form comes from our own page.
KEPT = re.compile(
    r"/(?:seller|staff|dev|[a-z]{2}-[a-z]{2}/(?:account|orders|checkout|choices|search))/"
)


class SecurityHeaders:
    """What every request must have, and the headers that every answer has.

    A request for another host than ours is refused (400): a name that somebody points at this
    machine must not open its pages.  So is a method that is not written in capitals, another
    encoding than ours (`web.door`), a NUL, which no text of a person holds and PostgreSQL
    refuses, a form that cannot be read, and one that is larger than any of ours (413).  Whatever
    is refused, by us or by Django's decorators (405), is answered with a page in words.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        refusal = _unfit(request)
        response = turned_away(request, refusal) if refusal else self.get_response(request)
        if response.status_code == 405 and not response.content:
            response = _said(request, response)
        response.headers.setdefault("Content-Security-Policy", NOBODY_ELSE)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        told = "origin" if KEPT.match(request.path) else "same-origin"
        response.headers.setdefault("Referrer-Policy", told)
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if settings.HTTPS:
            response.headers.setdefault("Strict-Transport-Security", HSTS)
        return response


def _unfit(request: HttpRequest) -> TurnedAway | None:
    try:
        request.get_host()
    except DisallowedHost as failure:
        # The same files for everybody; the page that says no is shown with them.
        if request.method in SAFE and request.path.startswith(settings.STATIC_URL):
            return None
        log.warning("refused: %s", failure)
        return AnotherName()
    if request.META["REQUEST_METHOD"] != request.method:
        # Methods are case-sensitive (RFC 9110, 9.1): what Django takes for HEAD, of which nobody
        # is shown anything, the web server takes for a method with an answer to send.
        return UnreadableRequest()
    if request.META.get(UNREADABLE):
        return UnreadableRequest()
    if request.path.startswith(API):
        return None  # it reads no bodies and says itself what it cannot read
    asked = f"{request.path}?{request.META.get('QUERY_STRING', '')}"
    if "\0" in asked or "%00" in asked:
        return UnreadableAddress()
    if request.method in SAFE:
        return None
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_FORM:
        return FormTooLarge()
    return UnreadableForm() if b"\0" in request.body else _unfit_form(request)


def _unfit_form(request: HttpRequest) -> TurnedAway | None:
    """What is wrong with the form as it will be read: a part of one may be written in base64 or
    in another encoding, so that its bytes do not show what it holds."""
    try:
        form = request.POST
    except RequestDataTooBig:
        return FormTooLarge()
    except (BadRequest, MultiPartParserError, SuspiciousOperation):
        return UnreadableRequest()
    typed = any(
        UNTYPED.search(text) for name, texts in form.lists() for text in (name, *map(str, texts))
    )
    return UnreadableForm() if typed else None


def _said(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The bare 405 of a decorator as a page, with the methods that are allowed."""
    page = turned_away(request, WrongMethod())
    page["Allow"] = response["Allow"]
    return page


class SameOriginPosts:
    """Refuses a request that changes something when another site has made the browser send it.

    Browsers send Sec-Fetch-Site or Origin with every form post and no page can forge them, so a
    first visit needs no cookie to be safe.  A request with neither comes from no browser.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE and not request.path.startswith(SIGNED) and _foreign(request):
            return turned_away(request, FromAnotherSite())
        return self.get_response(request)


def _foreign(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    try:
        return origin is not None and urlsplit(origin).netloc != request.get_host()
    except ValueError:  # no address at all, such as "http://["
        return True


class SessionWhereNeeded:
    """Gives ``request.session`` and ``request.user`` on the addresses of people who sign in.

    The shop's public pages never touch a session, so they cost no query for it; at the checkout
    it is read only by a view that asks who is buying.
    """

    addresses = re.compile(r"/(?:seller|staff|[a-z]{2}-[a-z]{2}/(?:account|checkout))/")
    key = re.compile(r"[a-z0-9]{32}")

    def __init__(self, get_response: Answer) -> None:
        from django.contrib.auth.middleware import AuthenticationMiddleware
        from django.contrib.sessions.middleware import SessionMiddleware

        self.plain = get_response
        self.signed_in = SessionMiddleware(AuthenticationMiddleware(get_response))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.addresses.match(request.path):
            # A cookie may hold anything, NUL as well; what is no key opens no session.
            if not self.key.fullmatch(request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")):
                request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
            return cast(HttpResponse, self.signed_in(request))
        return self.plain(request)
