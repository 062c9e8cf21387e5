"""Cookies as they are declared: the one way to set one of ours, and the guard on everybody's."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC
from email.utils import parsedate_to_datetime
from http.cookies import Morsel

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from reprise.consent.trackers import Cookie, Sent, faults
from reprise.kernel import clock
from reprise.web.trackers import REGISTER

log = logging.getLogger(__name__)
Answer = Callable[[HttpRequest], HttpResponse]


class UndeclaredCookie(RuntimeError):
    """An answer sets a cookie otherwise than it is declared: a mistake in a program."""


def put(response: HttpResponse, cookie: Cookie, value: str, *, days: int | None = None) -> None:
    """Set it, with the flags and the lifetime of its declaration, or for fewer ``days``."""
    response.set_cookie(
        cookie.wire_name(settings.HTTPS),
        value,
        max_age=cookie.seconds if days is None else days * 86_400,
        secure=settings.HTTPS,
        httponly=cookie.http_only,
        samesite=cookie.same_site.value,
    )


def read(request: HttpRequest, cookie: Cookie) -> str:
    """Its value; empty when the browser sent none."""
    return request.COOKIES.get(cookie.wire_name(settings.HTTPS), "")


class OnlyDeclared:
    """No cookie is read or set but those of the register, as they are declared (decision 0033).

    What a browser sends beside them is not looked at.  A cookie that leaves otherwise than declared
    raises UndeclaredCookie where programs are tried out (``settings.STRICT``); in front of buyers
    it is not sent, and its name is logged.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "HTTP_COOKIE" in request.META:
            _leave_out_escapes(request)
            request.COOKIES = {
                name: value
                for name, value in request.COOKIES.items()
                if REGISTER.cookie(name, settings.HTTPS)
            }
        response = self.get_response(request)
        if response.cookies or "Set-Cookie" in response.headers:
            _hold(response)
        return response


def _leave_out_escapes(request: HttpRequest) -> None:
    """Without cookies that hold a backslash, which none of ours does: before 3.11.10 and 3.12.6
    Python reads them in a time that grows with the square of their length, up to half a minute."""
    cookies = request.META.get("HTTP_COOKIE", "")
    if "\\" in cookies:
        plain = (each for each in cookies.split(";") if "\\" not in each)
        request.META["HTTP_COOKIE"] = ";".join(plain)


def _hold(response: HttpResponse) -> None:
    """Take out of an answer what must not be set by it."""
    wrong = {name: found for name, each in response.cookies.items() if (found := _wrong(each))}
    if "Set-Cookie" in response.headers:
        del response.headers["Set-Cookie"]
        wrong["Set-Cookie"] = ("it is written past the register",)
    for name, found in wrong.items():
        response.cookies.pop(name, None)
        log.error("the cookie %r is not set: %s", name, ", ".join(found))
    if wrong and settings.STRICT:
        raise UndeclaredCookie(
            "; ".join(f"{name}: {', '.join(each)}" for name, each in wrong.items())
        )


def _wrong(morsel: Morsel[str]) -> tuple[str, ...]:
    declared = REGISTER.cookie(morsel.key, settings.HTTPS)
    sent = Sent(
        seconds=_seconds(morsel),
        path=morsel["path"],
        domain=morsel["domain"],
        secure=bool(morsel["secure"]),
        http_only=bool(morsel["httponly"]),
        same_site=morsel["samesite"],
    )
    return faults(declared, sent, https=settings.HTTPS)


def _seconds(morsel: Morsel[str]) -> int | None:
    """How long a browser would keep it: Max-Age counts before Expires (RFC 6265, 5.3)."""
    if morsel["max-age"] != "":
        return int(morsel["max-age"])
    if not morsel["expires"]:
        return None
    end = parsedate_to_datetime(morsel["expires"]).astimezone(UTC)
    return int((end - clock.now()).total_seconds())
