"""The WSGI application: routes, and the two faces (API and page) behind them."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool, PoolTimeout
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from reprise.sandbox.payment import schema
from reprise.sandbox.payment.api import Api, answered
from reprise.sandbox.payment.config import Config
from reprise.sandbox.payment.desk import Desk
from reprise.sandbox.payment.page import Page
from reprise.sandbox.payment.rules import Refused
from reprise.sandbox.payment.sender import Sender
from reprise.sandbox.payment.store import Store
from reprise.sandbox.payment.wire import refusal

log = logging.getLogger(__name__)

Handler = Callable[..., Response]


def routes(prefix: str) -> Map:
    """Every address of the process; ``prefix`` is where the shop shows the pages."""
    one = f"{prefix}/<payment_id>/<secret>"
    return Map(
        [
            Rule("/v1/payments", methods=["POST"], endpoint="api.create"),
            Rule("/v1/payments", methods=["GET"], endpoint="api.find"),
            Rule("/v1/payments/<payment_id>", methods=["GET"], endpoint="api.look"),
            Rule("/v1/payments/<payment_id>/capture", methods=["POST"], endpoint="api.capture"),
            Rule("/v1/payments/<payment_id>/release", methods=["POST"], endpoint="api.release"),
            Rule("/v1/payments/<payment_id>/refunds", methods=["POST"], endpoint="api.refund"),
            Rule("/v1/statement", methods=["GET"], endpoint="api.statement"),
            Rule("/v1/clock", methods=["PUT"], endpoint="api.tell_clock"),
            Rule("/v1/clock", methods=["DELETE"], endpoint="api.forget_clock"),
            Rule("/health", methods=["GET"], endpoint="health"),
            Rule(f"{prefix}/static/page.css", methods=["GET"], endpoint="page.css"),
            Rule(f"{one}/", methods=["GET"], endpoint="page.show"),
            Rule(f"{one}/card", methods=["POST"], endpoint="page.card"),
            Rule(f"{one}/challenge", methods=["POST"], endpoint="page.challenge"),
            Rule(f"{one}/bank", methods=["GET"], endpoint="page.bank"),
            Rule(f"{one}/bank", methods=["POST"], endpoint="page.decide"),
            Rule(f"{one}/cancel", methods=["POST"], endpoint="page.cancel"),
        ],
        strict_slashes=False,
        merge_slashes=False,
    )


class Application:
    """One process of the provider: its books, its sender, its addresses."""

    def __init__(self, config: Config) -> None:
        pool: ConnectionPool[Any] = ConnectionPool(
            config.database_url,
            kwargs={"autocommit": True},
            min_size=1,
            max_size=config.threads,
            timeout=5,
            open=True,
        )
        sender = Sender(config)
        desk = Desk(Store(pool), config, sender.wake)
        api, page = Api(desk), Page(desk)
        self._api, self._page = api, page
        self._prefix = f"{config.page_prefix}/"
        self._routes = routes(config.page_prefix)
        self._pool = pool
        self._handlers: dict[str, Handler] = {
            "health": lambda request: Response("ok", content_type="text/plain"),
            "api.create": api.create,
            "api.find": api.find,
            "api.look": api.look,
            "api.capture": api.capture,
            "api.release": api.release,
            "api.refund": api.refund,
            "api.statement": api.statement,
            "api.tell_clock": api.tell_clock,
            "api.forget_clock": api.forget_clock,
            "page.css": page.css,
            "page.show": page.show,
            "page.card": page.card,
            "page.challenge": page.challenge,
            "page.bank": page.bank,
            "page.decide": page.decide,
            "page.cancel": page.cancel,
        }
        sender.start(desk)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        return self._answer(Request(environ))(environ, start_response)

    def _answer(self, request: Request) -> Response:
        response = self._response(request)
        seen_by_a_person = request.path.startswith(self._prefix)
        # A form with errors is a page already; what is JSON until here is not.
        if seen_by_a_person and response.status_code >= 400 and response.mimetype != "text/html":
            return self._page.lost(request, response.status_code)
        return response

    def _response(self, request: Request) -> Response:
        try:
            endpoint, values = self._routes.bind_to_environ(request.environ).match()
            if endpoint.startswith("api."):
                self._api.guard(request)
            return self._handlers[endpoint](request, **values)
        except Refused as problem:
            return answered(problem.status, refusal(problem))
        except MethodNotAllowed as problem:
            code = Refused(405, "method_not_allowed", "not with this method")
            response = answered(405, refusal(code))
            response.headers["Allow"] = ", ".join(sorted(problem.valid_methods or ()))
            return response
        except HTTPException as problem:
            status = problem.code or 500
            return answered(status, refusal(Refused(status, "not_found", "no such address")))
        except (psycopg.OperationalError, PoolTimeout):
            log.exception("the database is away")
            return answered(503, refusal(Refused(503, "unavailable", "try again later")))
        except Exception:
            log.exception("a request failed")
            return answered(500, refusal(Refused(500, "internal_error", "try again later")))


def die_with_parent() -> None:
    """Have Linux end this worker when the server that started it dies; elsewhere the sender looks.

    Without it a killed server would leave a worker behind that goes on sending and holds the port.
    """
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


def create() -> Application:
    """Set the tables up and start; called once in the worker.  Raises Misconfigured."""
    config = Config.from_environment(os.environ)
    die_with_parent()
    schema.set_up(config.database_url)
    return Application(config)
