"""The API: JSON in, JSON out, one key for everything."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from werkzeug.wrappers import Request, Response

from reprise.kernel.ids import new_id
from reprise.sandbox.payment import rules, wire
from reprise.sandbox.payment.clock import WrongTime
from reprise.sandbox.payment.desk import AnswerLost, Decide, Desk, same_request
from reprise.sandbox.payment.page import new_secret
from reprise.sandbox.payment.rules import Change, Payment, Refused
from reprise.sandbox.payment.store import Answer

LARGEST_BODY: Final = 16_384
PAGE_OF_ENTRIES: Final = 500
JSON: Final = "application/json"


def answered(status: int, body: str) -> Response:
    return Response(body, status=status, content_type=JSON)


class Api:
    """The handlers of /v1/...; each takes a request and what the path names."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._bearer = f"Bearer {desk.config.api_key}".encode()

    def guard(self, request: Request) -> None:
        """Raises Refused (401) for a caller without the key."""
        given = request.environ.get("HTTP_AUTHORIZATION", "").encode("latin-1", "replace")
        if not hmac.compare_digest(given, self._bearer):
            _raw(request)  # a body left unread would cost the caller the connection
            raise Refused(401, "unauthorised", "the API key is missing or wrong")

    def _posted(self, request: Request) -> tuple[str, bytes, bytes]:
        """Key, body, and the digest that says whether two requests are the same."""
        key = request.environ.get("HTTP_IDEMPOTENCY_KEY", "")
        if not key:
            raise Refused(400, "idempotency_key_missing", "send an Idempotency-Key header")
        if len(key) > 200 or not key.isprintable():
            raise Refused(400, "idempotency_key_invalid", "up to 200 printable characters")
        body = _raw(request)
        whole = b"\n".join((request.path.encode(), body))
        return key, body, hashlib.sha256(whole).digest()

    def create(self, request: Request) -> Response:
        key, body, digest = self._posted(request)
        asked = wire.NewPayment(**wire.read(body, wire.CREATE, wire.OPTIONAL_AT_FIRST))
        now = self.desk.clock.now()
        payment_id, secret = f"pay_{new_id().hex}", new_secret()
        payment = Payment(
            id=payment_id, secret=secret, reference=asked.reference, amount=asked.amount,
            currency=asked.currency, method=asked.method, language=asked.language,
            return_url=asked.return_url, expires_at=asked.expires_at, created_at=now,
            status_at=now, merchant_reference=asked.merchant_reference,
        )  # fmt: skip
        answer = Answer(key, digest, 201, self._with_page(payment))
        past = asked.expires_at <= now
        if not past and self.desk.store.create(payment, answer, now):
            return answered(answer.status, answer.body)
        stored = self.desk.store.stored(key)
        if stored is None:
            raise Refused(422, "expires_in_past", "the time is over already", "expires_at")
        again = same_request(stored, digest)
        return answered(again.status, again.body)

    def _with_page(self, payment: Payment) -> str:
        path = f"{self.desk.config.page_prefix}/{payment.id}/{payment.secret}/"
        return json.dumps(wire.snapshot(payment) | {"page": path})

    def _change(self, request: Request, payment_id: str, decide: Decide) -> Response:
        key, _, digest = self._posted(request)
        try:
            answer = self.desk.carry_out(payment_id, decide, key, digest)
        except AnswerLost:
            # The caller's time-out is shorter than this; one that is patient gets no answer either.
            time.sleep(self.desk.config.stall.total_seconds())
            return answered(504, wire.refusal(Refused(504, "timeout", "no answer in time")))
        return answered(answer.status, answer.body)

    def capture(self, request: Request, payment_id: str) -> Response:
        return self._change(request, payment_id, _of_amount(request, rules.capture))

    def release(self, request: Request, payment_id: str) -> Response:
        wire.read(_raw(request), wire.NOTHING)
        return self._change(request, payment_id, rules.release)

    def refund(self, request: Request, payment_id: str) -> Response:
        return self._change(request, payment_id, _of_amount(request, rules.refund))

    def look(self, request: Request, payment_id: str) -> Response:
        return answered(200, self._with_page(self.desk.look(payment_id)))

    def find(self, request: Request) -> Response:
        """The payments of one reference, oldest first, at most 100."""
        reference = request.args.get("reference", "")
        if not reference or set(request.args) != {"reference"}:
            raise Refused(422, "missing_field", "name one reference", "reference")
        now = self.desk.clock.now()
        found = self.desk.store.by_reference(reference)
        settled = [self.desk.settle(payment, now) for payment in found]
        if any(settled):
            found = self.desk.store.by_reference(reference)
        bodies = [json.loads(self._with_page(payment)) for payment in found]
        return answered(200, json.dumps({"payments": bodies}))

    def tell_clock(self, request: Request) -> Response:
        """Let it be the given time here, for a minute or until another is told."""
        self._must_have_clock()
        moment = wire.read(_raw(request), wire.CLOCK)["now"]
        try:
            self.desk.clock.tell(moment)
        except WrongTime:
            raise Refused(
                422, "wrong_time", "a test clock goes forward, up to now", "now"
            ) from None
        return answered(200, json.dumps({"now": moment.astimezone(UTC).isoformat()}))

    def forget_clock(self, request: Request) -> Response:
        self._must_have_clock()
        self.desk.clock.forget()
        return answered(200, "{}")

    def _must_have_clock(self) -> None:
        if not self.desk.config.test_clock:
            raise Refused(404, "not_found", "no such address")

    def statement(self, request: Request) -> Response:
        """The entries after a cursor, in the order of the books."""
        after = request.args.get("after", "")
        if not set(request.args) <= {"after", "limit"}:
            raise Refused(422, "unknown_field", "only after and limit")
        if after and not (after.isascii() and after.isdecimal() and len(after) < 19):
            raise Refused(422, "invalid_cursor", "a cursor of an earlier page", "after")
        limit = request.args.get("limit", str(PAGE_OF_ENTRIES))
        if not (limit.isascii() and limit.isdecimal() and 0 < int(limit) <= PAGE_OF_ENTRIES):
            raise Refused(422, "invalid_limit", f"from 1 to {PAGE_OF_ENTRIES}", "limit")
        rows = self.desk.store.statement(int(after or 0), int(limit) + 1)
        shown = rows[: int(limit)]
        page = {
            "entries": [_entry(row) for row in shown],
            "next": str(shown[-1][0]) if shown else after,
            "more": len(rows) > len(shown),
        }
        return answered(200, json.dumps(page))


def _raw(request: Request) -> bytes:
    if (request.content_length or 0) > LARGEST_BODY:
        raise Refused(413, "body_too_large", f"at most {LARGEST_BODY} bytes")
    return request.get_data()


def _of_amount(request: Request, rule: Callable[[Payment, int, datetime], Change]) -> Decide:
    """The rule, asked for the amount in the request's body.  Raises Refused."""
    given = wire.read(_raw(request), wire.AMOUNT, wire.OPTIONAL)

    def decide(payment: Payment, now: datetime) -> Change:
        if given.get("currency", payment.currency) != payment.currency:
            raise Refused(422, "other_currency", f"it is in {payment.currency}", "currency")
        return rule(payment, given["amount"], now)

    return decide


def _entry(row: Any) -> dict[str, Any]:
    seq, payment, reference, kind, amount, currency, at = row
    return {
        "cursor": str(seq),
        "payment": payment,
        "reference": reference,
        "kind": kind,
        "amount": amount,
        "currency": currency,
        "at": at.astimezone(UTC).isoformat(),
    }
