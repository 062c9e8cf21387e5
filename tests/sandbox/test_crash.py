"""What a SIGKILL leaves behind, and what a new start makes of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from tests.sandbox import buyer as cards
from tests.sandbox.running import Ear, RunningProvider, eventually

Paid = Callable[..., str]


def test_a_notice_survives_a_kill_between_the_state_and_its_sending(
    sandbox: RunningProvider, ear: Ear, paid: Paid
) -> None:
    ear.deaf = True
    try:
        payment = paid(cards.SUCCEEDS)
        sandbox.kill()
        waiting = "SELECT delivered_at FROM sandbox.notice WHERE payment = %s"
        assert sandbox.rows(waiting, payment) == [(None,)]
        missed = len(ear.about(payment))
    finally:
        ear.deaf = False
        sandbox.start()
    eventually(lambda: len(ear.about(payment)) > missed)
    eventually(lambda: sandbox.rows(waiting, payment) != [(None,)])
    assert len({notice["id"] for notice in ear.about(payment)}) == 1


def test_a_kill_at_start_leaves_no_worker_on_the_port(sandbox: RunningProvider) -> None:
    for _ in range(2):
        sandbox.kill()
        sandbox.start()
    assert sandbox.api("GET", "/v1/statement")[0] == 200


@pytest.mark.parametrize("delay", [0.0, 0.002, 0.004, 0.008])
def test_a_capture_interrupted_anywhere_happens_once(
    sandbox: RunningProvider, paid: Paid, delay: float
) -> None:
    payment, key = paid(cards.SUCCEEDS), str(uuid4())
    path = f"/v1/payments/{payment}/capture"
    answers: list[tuple[int, dict[str, Any]]] = []

    def ask() -> None:
        try:
            answers.append(sandbox.api("POST", path, {"amount": 700}, key=key))
        except (OSError, ValueError):
            pass  # the kill was quicker than the answer
        except Exception as broken:
            assert type(broken).__module__ == "http.client", broken

    asking = threading.Thread(target=ask)
    asking.start()
    threading.Event().wait(delay)
    sandbox.kill()
    asking.join()
    sandbox.start()
    again = sandbox.api("POST", path, {"amount": 700}, key=key)
    assert again[0] == 200
    assert all(answer == again for answer in answers)
    query = "SELECT kind, amount FROM sandbox.entry WHERE payment = %s ORDER BY seq"
    expected = [("authorised", 31599), ("captured", 700), ("released", 30899)]
    assert sandbox.rows(query, payment) == expected
