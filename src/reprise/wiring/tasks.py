from __future__ import annotations

import logging
from uuid import UUID

from procrastinate import RetryStrategy, jobs
from procrastinate.contrib.django import app

from reprise.books.actions import ask_audit
from reprise.kernel import clock
from reprise.wiring import request_letters, sweeps

log = logging.getLogger(__name__)
PATIENT = RetryStrategy(max_attempts=15, exponential_wait=2)


@app.periodic(cron="* * * * * */10")
@app.task(queue="clock", queueing_lock="sweep", pass_context=False)
def sweep(timestamp: int) -> None:
    """Every ten seconds; a sweep that is still waiting to run is not queued twice."""
    done = {name: count for name, count in sweeps.every(clock.now()).items() if count}
    if done:
        log.info("swept: %s", done)


@app.periodic(cron="*/10 * * * *")
@app.task(queue="clock", queueing_lock="rare sweep", pass_context=False)
def sweep_rarely(timestamp: int) -> None:
    """Every ten minutes."""
    done = {
        name: count for name, count in sweeps.every(clock.now(), sweeps.RARELY).items() if count
    }
    if done:
        log.info("swept: %s", done)


@app.periodic(cron="40 2 * * *")
@app.task(queue="clock", queueing_lock="nightly sweep", pass_context=False)
def sweep_nightly(timestamp: int) -> None:
    """Before the books are audited, so that what is only late is no contradiction."""
    log.info("swept: %s", sweeps.every(clock.now(), sweeps.NIGHTLY))


@app.periodic(cron="20 3 * * *")
@app.task(queue="clock", queueing_lock="audit", pass_context=False)
def audit_the_books(timestamp: int) -> None:
    """Every night, when little is sold."""
    ask_audit(None, clock.now())


@app.periodic(cron="* * * * *")
@app.task(queue="clock", queueing_lock="stalled", pass_context=True)
async def give_back_stalled_jobs(context, timestamp: int) -> None:  # type: ignore[no-untyped-def]
    """Jobs of a worker that died are tried again (decision 0003).

    One that comes by the clock is let go instead: the next one waits already, or soon will, and
    two of them may not wait at once.
    """
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        if job.queueing_lock:
            await manager.finish_job(job, jobs.Status.FAILED, delete_job=True)
        else:
            await manager.retry_job(job)


@app.task(queue="mail", retry=PATIENT)
def send_request_letter(request_id: str, template: str, letter_id: str) -> None:
    request_letters.send(UUID(request_id), template, UUID(letter_id))
