"""A payment provider of the tests' own, and short ways through the shop."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from reprise.discovery import actions as discovery
from reprise.kernel import clock
from reprise.orders import access
from reprise.orders.models import Order
from reprise.payments.providers import registry
from reprise.payments.providers.base import (
    Charge,
    ProviderStatus,
    ProviderUnavailable,
    Snapshot,
    Started,
)
from tests.cast import OfferCase, an_offer
from tests.moment import now

ADDRESS = {
    "name": "Camille Exemple",
    "email": "camille@buyer.example",
    "phone": "",
    "street": "1 rue de l’Essai",
    "extra": "",
    "postcode": "69001",
    "town": "Lyon",
    "method": "card",
}


@dataclass
class Desk:
    """Starts payments and says what the test wants to hear about them."""

    name: str = "sandbox"
    charges: list[Charge] = field(default_factory=list)
    status: ProviderStatus = ProviderStatus.OPEN
    down: bool = False
    page: str = "/sandbox/pay/1"
    asked: int = 0

    def authorize(self, charge: Charge, key: str) -> Started:
        if self.down:
            raise ProviderUnavailable
        self.charges.append(charge)
        return Started(f"ref-{charge.reference}", self.page)

    def look_up(self, provider_ref: str) -> Snapshot:
        self.asked += 1
        if self.down:
            raise ProviderUnavailable
        charge = self.charges[-1]
        held = self.status is ProviderStatus.AUTHORISED
        zero = charge.amount * 0
        return Snapshot(
            provider_ref, charge.reference, self.status, charge.amount,
            charge.amount if held else zero, zero, zero, clock.now(),
        )  # fmt: skip


@pytest.fixture(autouse=True)
def silence(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No provider answers, unless a test brings one: an order stands all the same."""

    def nobody(*_: object, **__: object) -> None:
        raise ProviderUnavailable

    monkeypatch.setitem(
        registry.PROVIDERS, "sandbox", lambda: SimpleNamespace(authorize=nobody, look_up=nobody)
    )
    registry.provider.cache_clear()
    yield
    registry.provider.cache_clear()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk()
    monkeypatch.setitem(registry.PROVIDERS, "sandbox", lambda: made)  # type: ignore[arg-type]
    registry.provider.cache_clear()
    yield made
    registry.provider.cache_clear()


def on_the_shelf(**facts: Any) -> OfferCase:
    """An offer that lists, searches and pages show."""
    case = an_offer(**facts)
    shelve()
    return case


def shelve() -> None:
    """Make what buyers read from the offers as they are."""
    discovery.rebuild(now())


def plain(html: str) -> str:
    """With ordinary spaces."""
    return html.replace("\u202f", " ").replace("\xa0", " ")


def told(html: str) -> list[dict[str, Any]]:
    """What the page's data block says to machines."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(found) == 1
    document = json.loads(found[0])
    assert document["@context"] == "https://schema.org"
    return list(document["@graph"])


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found, f"no hidden {name}"
    return found[1]


def put(client: Client, offer: OfferCase, quantity: object = 1, locale: str = "fr-fr") -> Any:
    data = {"offer": str(offer.id), "quantity": quantity}
    return client.post(f"/{locale}/basket/items/", data)


def order_form(client: Client, locale: str = "fr-fr", **changes: str) -> dict[str, str]:
    """The checkout form as a buyer would send it."""
    html = client.get(f"/{locale}/checkout/").content.decode()
    keys = {name: hidden(html, name) for name in ("request_key", "fingerprint")}
    return {**ADDRESS, **keys, **changes}


Buy = Callable[..., str]


@pytest.fixture
def buy(client: Client) -> Buy:
    """Order what is in the basket; the address of the order."""

    def bought(locale: str = "fr-fr", **changes: str) -> str:
        answer = client.post(f"/{locale}/checkout/", order_form(client, locale, **changes))
        assert answer.status_code == 303, answer.content.decode()
        return access.path(Order.objects.latest("placed_at"))

    return bought


@pytest.fixture
def at_noon(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Stop the clock that views read."""

    def stop(instant: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: instant)

    return stop
