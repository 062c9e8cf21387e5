"""From an empty basket to a placed, authorised order, over HTTP as a browser does it."""

from __future__ import annotations

import http.client
import re
from html import unescape
from urllib.parse import urlencode

CARD = {"number": "4242 4242 4242 4242", "expiry": "12/39", "code": "123"}
CONTACT = {
    "name": "Bench Buyer", "email": "bench@buyer.example", "phone": "", "street": "1 Test Street",
    "extra": "", "postcode": "69001", "town": "Lyon", "method": "card",
}  # fmt: skip


class Buyer:
    """One visitor; every request that is made is listed in ``asked``."""

    def __init__(self, port: int) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookie = ""
        self.asked: list[str] = []

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        """Status, and the body or where it leads."""
        headers = {"Accept-Encoding": "identity"}
        if self._cookie:
            headers["Cookie"] = self._cookie
        body = urlencode(form).encode() if form is not None else None
        if body is not None:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Sec-Fetch-Site": "same-origin",
            }
        self._line.request(method, path, body, headers)
        answer = self._line.getresponse()
        text = answer.read().decode()
        cookie = answer.getheader("Set-Cookie")
        if cookie:
            self._cookie = cookie.split(";")[0]
        self.asked.append(f"{method} {re.sub(r'[0-9A-Z-]{8,}|[0-9a-f]{20,}|pay_[^/]+', '…', path)}")
        return answer.status, answer.getheader("Location") or text

    def buy(self, offer: str) -> str:
        """Buy one device; where the provider sends the buyer back to.  Raises RuntimeError."""
        self._must(self.ask("POST", "/en-fr/basket/items/", {"offer": offer, "quantity": "1"}), 303)
        page = self._must(self.ask("GET", "/en-fr/checkout/"), 200)
        form = (
            CONTACT
            | {"email": f"{offer}@buyer.example"}
            | {
                name: unescape(value)
                for name, value in re.findall(
                    r'name="(request_key|fingerprint)"[^>]*?value="([^"]*)"', page
                )
            }
        )
        provider = self._must(self.ask("POST", "/en-fr/checkout/", form), 303)
        page = self._must(self.ask("GET", provider), 200)
        action = re.search(r'action="([^"]*/card)"', page)
        if action is None:
            raise RuntimeError("the payment page has no card form")
        hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))
        return self._must(self.ask("POST", unescape(action[1]), hidden | CARD), 303)

    @staticmethod
    def _must(answer: tuple[int, str], status: int) -> str:
        if answer[0] != status:
            raise RuntimeError(f"{answer[0]} instead of {status}: {answer[1][:300]}")
        return answer[1]
