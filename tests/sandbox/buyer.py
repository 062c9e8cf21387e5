"""A buyer with a browser that knows links and forms, and no more."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

from tests.sandbox.running import RunningProvider

SUCCEEDS = "4242 4242 4242 4242"
DECLINED = "4000 0000 0000 0002"
NO_FUNDS = "4000 0000 0000 9995"
CHALLENGE = "4000 0000 0000 3220"
CHALLENGE_DECLINED = "4000 0084 0000 1629"
CAPTURE_REFUSED = "4000 0000 0000 0101"
LATE = "4000 0000 0000 0200"
TWICE = "4000 0000 0000 0309"
DISORDER = "4000 0000 0000 0408"
NEVER = "4000 0000 0000 0507"
ANSWER_LOST = "4000 0000 0000 0606"
LAPSES = "4000 0000 0000 0705"


@dataclass
class Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Reader(HTMLParser):
    """The forms, links and texts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag == "form":
            self.forms.append(Form(given["action"]))
        elif tag == "input":
            self.forms[-1].fields[given["name"]] = given.get("value", "")
        elif tag == "button" and "name" in given:
            self.forms[-1].buttons.append((given["name"], given["value"]))
        elif tag == "a":
            self.links.append(given["href"])


@dataclass
class Page:
    status: int
    headers: dict[str, str]
    text: str
    read: Reader

    def form(self, ending: str) -> Form:
        """The form whose action ends like this."""
        (found,) = [form for form in self.read.forms if form.action.endswith(ending)]
        return found


class Buyer:
    def __init__(self, provider: RunningProvider, address: str) -> None:
        self._provider = provider
        self.page = self.open(address)

    def open(self, address: str) -> Page:
        return self._page(*self._provider.ask("GET", address))

    def _page(self, status: int, headers: dict[str, str], body: bytes) -> Page:
        text = body.decode()
        return Page(status, headers, text, Reader(text))

    def send(self, form: Form, **typed: str) -> Page:
        """Send a form; the answer is not followed."""
        body = urlencode(form.fields | typed)
        kind = "application/x-www-form-urlencoded"
        return self._page(*self._provider.ask("POST", form.action, body, Content_Type=kind))

    def go(self, form: Form, **typed: str) -> str:
        """Send a form and follow it; the address it leads to, when that is the shop's."""
        answer = self.send(form, **typed)
        while answer.status == 303:
            address = answer.headers["location"]
            if not address.startswith("/sandbox/"):
                return address
            answer = self.open(address)
        self.page = answer
        return ""

    def pay(self, number: str, **typed: str) -> str:
        """Fill the card form in and send it; where it leads, "" for this page again."""
        card: dict[str, Any] = {"number": number, "expiry": "12/39", "code": "123"} | typed
        return self.go(self.page.form("/card"), **card)
