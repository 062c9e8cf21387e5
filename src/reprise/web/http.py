"""What a client says about itself in its headers, read as RFC 9110 has it."""

from __future__ import annotations

import re
from typing import Final

from django.http import HttpRequest
from django.utils.http import parse_etags

_WEIGHT: Final = re.compile(r"\s*q\s*=\s*(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)\s*")


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


def has_it(request: HttpRequest, etag: str) -> bool:
    """Whether the client has what ``etag`` stands for.  If-None-Match compares weakly: the mark
    ``W/`` makes no difference, and any of several tags will do."""
    had = parse_etags(request.headers.get("If-None-Match", ""))
    return had == ["*"] or etag.removeprefix("W/") in (each.removeprefix("W/") for each in had)
