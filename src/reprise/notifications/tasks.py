from __future__ import annotations

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from reprise.kernel import clock
from reprise.notifications import actions

PATIENT = RetryStrategy(max_attempts=15, exponential_wait=2)


@app.task(queue="mail", retry=PATIENT)
def send_message(key: str) -> None:
    actions.send(key, clock.now())
