from __future__ import annotations

from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from reprise.kernel import clock
from reprise.notifications import account_letters, actions, seller_letters

PATIENT = RetryStrategy(max_attempts=15, exponential_wait=2)


@app.periodic(cron="* * * * * */5")
@app.task(queue="mail", queueing_lock="post", lock="post", pass_context=False)
def send_post(timestamp: int) -> None:
    """The post leaves every five seconds: one job for all letters, one connection for them."""
    actions.send_post(clock.now())


@app.task(queue="mail", retry=PATIENT)
def send_link(letter_id: str) -> None:
    account_letters.send_link(UUID(letter_id), clock.now())


@app.task(queue="mail", retry=PATIENT)
def send_notice(user_id: str, what: str, notice_id: str) -> None:
    account_letters.send_notice(UUID(user_id), what, UUID(notice_id))


@app.task(queue="mail", retry=PATIENT)
def send_payment_account(entry_id: str, what: str, member_id: str, notice_id: str) -> None:
    seller_letters.send(
        UUID(entry_id), what, UUID(member_id) if member_id else None, UUID(notice_id)
    )
