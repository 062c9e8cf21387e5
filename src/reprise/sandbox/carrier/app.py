"""The WSGI application: its addresses, and who may use them."""

from __future__ import annotations

import ctypes
import hmac
import json
import logging
import os
import signal
import sys
from collections.abc import Iterable
from typing import Any, Final

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from reprise.sandbox.carrier import label, points
from reprise.sandbox.carrier.config import Config
from reprise.sandbox.carrier.scans import BadScan, Courier, read_scan

log = logging.getLogger(__name__)
LARGEST: Final = 16_384

ROUTES: Final = Map(
    [
        Rule("/health", methods=["GET"], endpoint="health"),
        Rule("/v1/points", methods=["GET"], endpoint="points"),
        Rule("/v1/points/<country>/<code>", methods=["GET"], endpoint="point"),
        Rule("/v1/labels", methods=["POST"], endpoint="label"),
        Rule("/v1/scans", methods=["POST"], endpoint="scan"),
    ]
)


class Application:
    """One process of the carrier."""

    def __init__(self, config: Config) -> None:
        self._bearer = f"Bearer {config.api_key}".encode()
        self._courier = Courier(config.webhook_url, config.webhook_secret)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        request = Request(environ)
        request.max_content_length = LARGEST
        return self._answer(request)(environ, start_response)

    def _answer(self, request: Request) -> Response:
        try:
            endpoint, values = ROUTES.bind_to_environ(request.environ).match()
            if endpoint != "health":
                given = request.environ.get("HTTP_AUTHORIZATION", "").encode("latin-1", "replace")
                if not hmac.compare_digest(given, self._bearer):
                    request.get_data()  # a body left unread would cost the caller the connection
                    return refused(401, "unauthorised")
            answer: Response = getattr(self, f"_{endpoint}")(request, **values)
            return answer
        except HTTPException as problem:
            return refused(problem.code or 500, problem.name.lower().replace(" ", "_"))
        except Exception:
            log.exception("a request failed")
            return refused(500, "internal_error")

    def _health(self, request: Request) -> Response:
        return Response("ok", content_type="text/plain")

    def _points(self, request: Request) -> Response:
        asked = request.args
        limit = asked.get("limit", "6")
        if not (limit.isascii() and limit.isdecimal() and 1 <= int(limit) <= 20):
            return refused(400, "bad_limit")
        try:
            found = points.near(asked.get("country", ""), asked.get("postcode", ""), int(limit))
        except points.BadPostcode:
            return refused(422, "bad_postcode")
        return answered({"points": found})

    def _point(self, request: Request, country: str, code: str) -> Response:
        found = points.named(country, code)
        return answered(found) if found else refused(404, "no_such_point")

    def _label(self, request: Request) -> Response:
        try:
            order = label.read_order(request.get_data())
        except label.BadOrder as problem:
            return refused(422, str(problem))
        return Response(label.pdf(order), content_type="application/pdf")

    def _scan(self, request: Request) -> Response:
        """What somebody at the desk says has happened; reported to the shop before we answer."""
        try:
            scan = read_scan(request.get_data())
        except BadScan as problem:
            return refused(422, str(problem))
        return answered({"outcome": self._courier.send(scan)})


def answered(content: Any) -> Response:
    return Response(json.dumps(content), content_type="application/json")


def refused(status: int, code: str) -> Response:
    body = json.dumps({"error": {"code": code}})
    return Response(body, status=status, content_type="application/json")


def die_with_parent() -> None:
    """Have Linux end this worker when the server that started it dies."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


def create() -> Application:
    """Called once in the worker.  Raises Misconfigured."""
    config = Config.from_environment(os.environ)
    die_with_parent()
    return Application(config)
