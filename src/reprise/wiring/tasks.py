from __future__ import annotations

import logging
from uuid import UUID

from procrastinate import jobs
from procrastinate.contrib.django import app

from reprise.books.actions import ask_audit
from reprise.kernel import clock
from reprise.notifications import account_letters
from reprise.notifications.tasks import PATIENT
from reprise.privacy.actions import nights
from reprise.privacy.retention import unused
from reprise.wiring import copy_letters, end_letters, hold_letters, request_letters, sweeps

log = logging.getLogger(__name__)


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


@app.periodic(cron="10 4 * * *")
@app.task(queue="clock", queueing_lock="retention", pass_context=False)
def let_go_what_is_over(timestamp: int) -> None:
    """Every night, after the books were audited: what may be kept of people no longer leaves."""
    log.info("retention: %s", nights.run(clock.now()))


@app.task(queue="mail", retry=PATIENT)
def send_warning(user_id: str) -> None:
    """Tell whoever has not used an account that it will be erased; the days count from here."""
    account_id, now = UUID(user_id), clock.now()
    letter_id = unused.is_to_be_warned(account_id)
    if letter_id is not None:
        account_letters.send_warning(account_id, letter_id, (now + unused.WARNED).date())
        unused.note_warned(account_id, now)


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


@app.task(queue="mail", retry=PATIENT)
def send_hold_letter(hold_id: str, what: str, by: str, to: str, letter_id: str) -> None:
    hold_letters.send(UUID(hold_id), what, UUID(by) if by else None, UUID(to), UUID(letter_id))


@app.task(queue="mail", retry=PATIENT)
def send_copy_letter(copy_id: str, letter_id: str) -> None:
    copy_letters.send(UUID(copy_id), UUID(letter_id))


@app.task(queue="mail", retry=PATIENT)
def send_end_letter(seller_id: str, member_id: str, letter_id: str) -> None:
    member = UUID(member_id) if member_id else None
    end_letters.send(UUID(seller_id), member, UUID(letter_id), clock.now())
