"""What the API says when it has no answer: application/problem+json with stable codes."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Final

from django.http import HttpResponse

from reprise.kernel.refusal import Refusal

MEDIA_TYPE: Final = "application/problem+json"


class UnknownAddress(Refusal):
    code = "unknown_address"
    message = "Nothing is at this address; /api/v1/openapi.json lists all that are."
    status = 404


class UnknownMarket(Refusal):
    code = "unknown_market"
    message = "There is no market “%(market)s”; /api/v1/markets lists all."
    status = 404


class UnknownCategory(Refusal):
    code = "unknown_category"
    message = "There is no category “%(category)s”."
    status = 404


class UnknownProduct(Refusal):
    code = "unknown_product"
    message = "There is no product “%(product)s”."
    status = 404


class UnknownVariant(Refusal):
    code = "unknown_variant"
    message = "There is no variant %(variant)s."
    status = 404


class UnknownVersion(Refusal):
    code = "unknown_version"
    message = "Nothing was ever ranked by a version “%(version)s”."
    status = 404


class NotAllowed(Refusal):
    code = "not_allowed"
    message = "This API is for reading: GET, HEAD or OPTIONS."
    status = 405


class BadInput(Refusal):
    """The fact ``errors`` is a list of what is wrong: ``place``, ``name``, ``message``."""

    code = "bad_input"
    message = "The address or its parameters cannot be understood."
    status = 422


class TooManyRequests(Refusal):
    code = "too_many_requests"
    message = "Too many requests from your address; please wait %(seconds)s s."
    status = 429


class Broken(Refusal):
    code = "broken"
    message = "Something broke on our side. Reference: %(incident)s"
    status = 500


def problem(refusal: Refusal) -> HttpResponse:
    """A refusal as RFC 9457 has it, with its ``code``."""
    content = {
        "type": "about:blank",
        "title": HTTPStatus(refusal.status).phrase,
        "status": refusal.status,
        "code": refusal.code,
        "detail": refusal.message % refusal.facts,
        "errors": refusal.facts.get("errors", []),
    }
    return HttpResponse(json.dumps(content), status=refusal.status, content_type=MEDIA_TYPE)
