"""What a client says about itself in its headers, read as RFC 9110 has it."""

from __future__ import annotations

import re
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import parse_etags
from django.utils.translation.trans_real import parse_accept_lang_header

from reprise.accounts.states import Device

_WEIGHT: Final = re.compile(r"\s*q\s*=\s*(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)\s*")

# The first that a browser names; one on Android names Linux as well, one on an iPhone Mac OS.
_DEVICES: Final = (
    ("iPhone", Device.IPHONE),
    ("iPad", Device.IPAD),
    ("Android", Device.ANDROID),
    ("Windows", Device.WINDOWS),
    ("Macintosh", Device.MAC),
    ("Linux", Device.LINUX),
)


def device_of(request: HttpRequest) -> Device:
    """What the browser says that it runs on, and nothing else of what it says."""
    agent = request.headers.get("User-Agent", "")
    return next((device for name, device in _DEVICES if name in agent), Device.OTHER)


_AHEAD: Final = ("HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_MOZ", "HTTP_X_PURPOSE")


def fetched_ahead(request: HttpRequest) -> bool:
    """Whether the browser asks before its person does: prefetch, preview, prerender."""
    return any("pre" in request.META.get(name, "") for name in _AHEAD)


def asked_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that a page of another site has had it ask; some say nothing."""
    return request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}


def reads_gzip(request: HttpRequest) -> bool:
    """Whether the client can read gzip: it says so, and not with a weight of zero.

    A weight that is none counts as zero: what is not compressed can be read by everybody.
    """
    weights: dict[str, bool] = {}
    for coding in request.headers.get("Accept-Encoding", "").lower().split(","):
        name, asked, weight = coding.partition(";")
        found = _WEIGHT.fullmatch(weight)
        weights[name.strip()] = not asked or bool(found and found[1].strip("0."))
    return weights.get("gzip", weights.get("*", False))


def language_asked_for(request: HttpRequest) -> str:
    """The first language of the shop that the browser asks for, English where it asks for none of
    them.  By the header alone: no cookie, no country."""
    known = dict(settings.LANGUAGES)
    for tag, weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        language = tag.partition("-")[0]
        if weight and language in known:
            return language
    return "en"


def has_it(request: HttpRequest, etag: str) -> bool:
    """Whether the client has what ``etag`` stands for.  If-None-Match compares weakly: the mark
    ``W/`` makes no difference, and any of several tags will do."""
    had = parse_etags(request.headers.get("If-None-Match", ""))
    return had == ["*"] or etag.removeprefix("W/") in (each.removeprefix("W/") for each in had)
