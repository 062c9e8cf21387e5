"""What the conformance suite needs of each provider beside its adapter: one stage a provider.

A stage starts the outside party, plays the buyer in front of it, and hands over what the party
sent to our webhook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Final, Protocol

from reprise.payments.providers.base import Provider, Started
from reprise.payments.providers.sandbox.adapter import SandboxProvider
from tests.sandbox import buyer as cards
from tests.sandbox.buyer import Buyer
from tests.sandbox.running import API_KEY, SECRET, Ear, RunningProvider, eventually, free_port

Delivery = tuple[Mapping[str, str], bytes]


class Stage(Protocol):
    provider: Provider

    def pay(self, started: Started) -> None:
        """The buyer pays with success, by the method of the payment."""

    def pay_with_lost_answer(self, started: Started) -> None:
        """The buyer pays so that the next capture is done and its answer does not come."""

    def give_up(self, started: Started) -> None:
        """The buyer leaves without paying."""

    def decline(self, started: Started) -> None:
        """The bank says no, for good."""

    def deliveries(self, started: Started, number: int) -> list[Delivery]:
        """At least ``number`` messages about this payment, as they came to our webhook."""

    def out_of_reach(self) -> Provider:
        """The same adapter, with nobody at the other end."""


class SandboxStage:
    def __init__(self, running: RunningProvider, ear: Ear) -> None:
        self._running, self._ear = running, ear
        self.provider: Provider = SandboxProvider(running.url, API_KEY, SECRET, read_timeout=2)

    def pay(self, started: Started) -> None:
        buyer = Buyer(self._running, started.page_url)
        if buyer.page.read.links:
            form = buyer.open(buyer.page.read.links[0]).form("/bank")
            assert buyer.go(form, answer="approve")
        else:
            assert buyer.pay(cards.SUCCEEDS)

    def pay_with_lost_answer(self, started: Started) -> None:
        assert Buyer(self._running, started.page_url).pay(cards.ANSWER_LOST)

    def give_up(self, started: Started) -> None:
        buyer = Buyer(self._running, started.page_url)
        assert buyer.go(buyer.page.form("/cancel"))

    def decline(self, started: Started) -> None:
        buyer = Buyer(self._running, started.page_url)
        for _ in range(3):
            assert not buyer.pay(cards.DECLINED)

    def deliveries(self, started: Started, number: int) -> list[Delivery]:
        def found() -> list[Delivery]:
            mark = started.provider_ref.encode()
            about: list[Delivery] = [
                (headers, body) for headers, body in list(self._ear.heard) if mark in body
            ]
            return about if len(about) >= number else []

        return eventually(found)

    def out_of_reach(self) -> Provider:
        return SandboxProvider(f"http://127.0.0.1:{free_port()}", API_KEY, SECRET)


@contextmanager
def sandbox_stage(database_url: str) -> Iterator[Stage]:
    ear = Ear()
    ear.start()
    running = RunningProvider(database_url, ear.url, SANDBOX_STALL_SECONDS="5")
    running.start()
    try:
        yield SandboxStage(running, ear)
    finally:
        running.stop()
        ear.stop()


STAGES: Final[dict[str, Callable[[str], AbstractContextManager[Stage]]]] = {
    "sandbox": sandbox_stage,
}
