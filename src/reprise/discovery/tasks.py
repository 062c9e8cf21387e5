from __future__ import annotations

from procrastinate.contrib.django import app

from reprise.discovery import actions
from reprise.kernel import clock


@app.periodic(cron="10 2 * * *")
@app.task(queue="clock", queueing_lock="discovery.recount", pass_context=False)
def recount(timestamp: int) -> None:
    """Every night."""
    actions.recount(clock.now())
