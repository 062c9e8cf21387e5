from __future__ import annotations

from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from reprise.kernel import clock
from reprise.payments import actions

PATIENT = RetryStrategy(max_attempts=15, exponential_wait=2)


@app.task(queue="payments", retry=PATIENT)
def perform_instruction(instruction_id: str) -> None:
    actions.perform(UUID(instruction_id), clock.now())
