from __future__ import annotations

from procrastinate.contrib.django import app

from reprise.discovery import actions
from reprise.kernel import clock


@app.periodic(cron="10 2 * * *")
@app.task(queue="clock", queueing_lock="discovery.recount", pass_context=False)
def recount(timestamp: int) -> None:
    """Every night."""
    actions.recount(clock.now())


@app.periodic(cron="* * * * *")
@app.task(
    queue="clock",
    lock="discovery.rank_anew",
    queueing_lock="discovery.rank_anew",
    pass_context=False,
)
def rank_anew(timestamp: int) -> None:
    """Every minute, so that a configuration ranks from the day on which it comes into force.

    Nothing to do on all other days: one look into an index."""
    actions.rank_anew(clock.now())
