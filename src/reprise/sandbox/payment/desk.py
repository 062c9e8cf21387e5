"""The desk: where API and page have a change carried out, each exactly once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from reprise.sandbox.payment import rules
from reprise.sandbox.payment.clock import Clock
from reprise.sandbox.payment.config import Config
from reprise.sandbox.payment.letters import letters, overtaken
from reprise.sandbox.payment.rules import Change, Payment, Refused
from reprise.sandbox.payment.store import Answer, Store
from reprise.sandbox.payment.wire import refusal, snapshot

Decide: TypeAlias = Callable[[Payment, datetime], Change]


class Unknown(Refused):
    def __init__(self) -> None:
        super().__init__(404, "unknown_payment", "there is no such payment")


class Desk:
    """Decides on what is read, writes if nobody came between, and starts over if somebody did."""

    def __init__(self, store: Store, config: Config, wake: Callable[[], None]) -> None:
        self.store, self.config, self._wake = store, config, wake
        self.clock = Clock()

    def _write(
        self, before: Payment, change: Change, now: datetime, answer: Answer | None = None
    ) -> bool:
        # Who plays a past is there and looks; to everybody else it would be no news.
        post = [] if self.clock.told else letters(change, now, self.config)
        late = overtaken(change, now)
        done = self.store.apply(before, change, post, now, answer=answer, overtaken=late)
        if done and post:
            self._wake()
        return done

    def settle(self, payment: Payment, now: datetime) -> bool:
        """Write down what time has done to this payment; True when there was something."""
        change = rules.overdue(payment, now)
        if change is None:
            return False
        self._write(payment, change, now)
        return True

    def look(self, payment_id: str) -> Payment:
        """The payment as it stands now.  Raises Unknown."""
        while True:
            payment = self.store.load(payment_id)
            if payment is None:
                raise Unknown
            if not self.settle(payment, self.clock.now()):
                return payment

    def carry_out(self, payment_id: str, decide: Decide, key: str, digest: bytes) -> Answer:
        """Decide and write under an idempotency key; the same key is answered the same again.

        Raises Unknown, and Refused when the key belongs to another request.
        """
        while True:
            payment, stored = self.store.load_with_answer(payment_id, key)
            if stored is not None:
                return same_request(stored, digest)
            if payment is None:
                raise Unknown
            now = self.clock.now()
            if self.settle(payment, now):
                continue
            try:
                change = decide(payment, now)
            except Refused as problem:
                answer = Answer(key, digest, problem.status, refusal(problem))
                if self.store.remember(answer, now):
                    return answer
                continue
            if change.refusal:
                answer = Answer(key, digest, change.refusal.status, refusal(change.refusal))
            else:
                told = snapshot(change.after) | {"moved": change.moved}
                answer = Answer(key, digest, 200, json.dumps(told))
            if self._write(payment, change, now, answer):
                if payment.answer_lost and change.after.captured:
                    raise AnswerLost
                return answer

    def from_page(self, payment: Payment, version: int, decide: Decide) -> Payment:
        """Carry out what the buyer sent from the page as it looked at ``version``.

        ``payment`` is as it was just looked at.  A form sent twice, or from a page that is no
        longer true, changes nothing: the payment is returned as it stands.  Raises Unknown.
        """
        while payment.version == version:
            now = self.clock.now()
            try:
                change = decide(payment, now)
            except Refused:
                break
            if self._write(payment, change, now):
                return replace(change.after, version=version + 1)
            payment = self.look(payment.id)
        return payment


class AnswerLost(Exception):
    """The work is done and written down, and the caller will not hear of it this time."""


def same_request(stored: Answer, digest: bytes) -> Answer:
    """The stored answer.  Raises Refused when the key was used for something else."""
    if stored.digest != digest:
        raise Refused(409, "idempotency_key_reused", "the key belongs to another request")
    return stored
