"""The buyer's browser at the sandbox provider's payment page, and the provider's test clock."""

from __future__ import annotations

import http.client
import json
import os
from datetime import datetime
from types import TracebackType
from typing import Final
from urllib.parse import urlencode, urlsplit

# Test cards by what the provider does with them.
GOOD, CHALLENGED = "4242 4242 4242 4242", "4000 0000 0000 3220"
DECLINED, NOT_COLLECTED = "4000 0000 0000 0002", "4000 0000 0000 0101"
# Three declined cards end a payment.
TRIES: Final = 3


class TillBroken(Exception):
    """The provider answered what it should not have."""


class Till:
    """One kept connection to the provider; while it is open, the provider lives by our clock."""

    def __init__(self) -> None:
        address = urlsplit(os.environ["SANDBOX_URL"])
        self._line = http.client.HTTPConnection(address.hostname or "", address.port, timeout=20)
        self._key = {"Authorization": f"Bearer {os.environ['SANDBOX_API_KEY']}"}

    def __enter__(self) -> Till:
        self._forget()  # what somebody told who was killed
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._forget()
        finally:
            self._line.close()

    def _forget(self) -> None:
        self._ask("DELETE", "/v1/clock", None, self._key)

    def tell(self, now: datetime) -> None:
        """Let it be ``now`` at the provider.  Raises TillBroken where there is no test clock."""
        body = json.dumps({"now": now.isoformat()})
        self._ask("PUT", "/v1/clock", body, self._key)

    def pay(self, page: str, method: str, card: str = GOOD) -> None:
        """Do what a buyer does on a payment page that was just opened."""
        if method != "card":
            self._send(f"{page}bank", answer="approve", version=0)
        elif card == DECLINED:
            for version in range(TRIES):
                self._card(page, card, version)
        else:
            self._card(page, card, 0)
            if card == CHALLENGED:
                self._send(f"{page}challenge", answer="confirm", version=1)

    def _card(self, page: str, number: str, version: int) -> None:
        self._send(f"{page}card", number=number, expiry="12/39", code="123", version=version)

    def _send(self, path: str, **form: str | int) -> None:
        """Send a form of the page; ``version`` is how often the payment has changed."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        self._ask("POST", path, urlencode(form), kind)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> None:
        self._line.request(method, path, body, headers)
        answer = self._line.getresponse()
        answer.read()
        # 422: the page again, with what is wrong with the card.
        if answer.status not in {200, 303} and not (method == "POST" and answer.status == 422):
            raise TillBroken(f"{method} {path}: {answer.status}")
