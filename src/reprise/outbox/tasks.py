from __future__ import annotations

from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from reprise.kernel import clock
from reprise.outbox import actions

# Twelve tries, from a second to about an hour apart: longer than a restart, a deploy, an outage
# of a mail server.  What fails then stays visible as a failed job.
PATIENT = RetryStrategy(max_attempts=12, exponential_wait=2)


@app.task(queue="events", retry=PATIENT, pass_context=False)
def deliver_events(event_ids: list[str]) -> None:
    """Deliver the events of one action, and what follows from them."""
    actions.deliver(map(UUID, event_ids), clock.now())
