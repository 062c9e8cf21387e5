"""What a visitor answers, and the proof of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection, transaction

from reprise.consent import models, queries
from reprise.consent.actions.changing import begin_change, notice_of
from reprise.consent.actions.purging import erase_withdrawn, hold_withdrawal
from reprise.consent.configuration import Offer, Pair, day_of
from reprise.consent.rules import Choice
from reprise.consent.states import Answer, ReceiptKind
from reprise.kernel.refusal import Refusal


class AnotherQuestion(Refusal):
    """What was answered is not what is asked now."""

    code = "another_question"
    message = (
        "What we ask has changed since you opened the page, so nothing was accepted. Please look at"
        " it once more."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where an answer was given; ``page`` is the name of a kind of page."""

    market: str
    language: str
    page: str


@transaction.atomic
def answer(
    asked: Offer, notice: str, pairs: frozenset[Pair], before: Choice | None, at: Where,
    now: datetime,
) -> Choice:  # fmt: skip
    """Record what somebody has answered to ``notice``: what a browser is to remember of it.

    What the same browser had accepted before is withdrawn, and what the shop itself stored by it
    is deleted.  Raises AnotherQuestion when something
    is accepted that is not asked now, or not by these words; a refusal is taken whatever was asked.
    """
    if pairs and not (notice == asked.notice and pairs <= asked.pairs):
        raise AnotherQuestion()
    if before is not None and before.receipt is not None:
        hold_withdrawal(before.receipt)
        _withdraw(before.receipt, now)
        erase_withdrawn(before.receipt)
    receipt = _accept(asked, pairs, at, now) if pairs else None
    if asked and not pairs and notice not in queries.known().notices:
        _remember(asked, now)
    _count(asked, pairs, at, now)
    return Choice(
        day=day_of(now),
        notice=notice if pairs or notice in queries.known().notices else asked.notice,
        accepted=pairs,
        receipt=receipt,
    )


def _accept(asked: Offer, pairs: frozenset[Pair], at: Where, now: datetime) -> UUID:
    return models.Receipt.objects.create(
        kind=ReceiptKind.ACCEPTED.value,
        notice_id=_remember(asked, now),
        language=at.language,
        page=at.page,
        pairs=sorted(list(pair) for pair in pairs),
        at=now,
    ).id


def _remember(asked: Offer, now: datetime) -> UUID:
    """The notice's row.  A notice may come by itself, with a day on which an audit has ended or
    with new words of ours; then every process has to know it."""
    if asked.notice not in queries.known().notices:
        begin_change()
    return notice_of(asked, now)


def _withdraw(receipt: UUID, now: datetime) -> bool:
    """False when there is no such receipt any more, or it was withdrawn before."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO consent_receipt (id, kind, withdraws, notice_id, language, page, pairs, at)
            SELECT %s, %s, r.id, r.notice_id, r.language, r.page, r.pairs, %s
              FROM consent_receipt r WHERE r.id = %s AND r.kind = %s
                ON CONFLICT (withdraws) DO NOTHING
            """,
            [uuid4(), ReceiptKind.WITHDRAWN.value, now, receipt, ReceiptKind.ACCEPTED.value],
        )
        return bool(cursor.rowcount)


def _count(asked: Offer, pairs: frozenset[Pair], at: Where, now: datetime) -> None:
    given = Answer.NONE if not pairs else Answer.ALL if pairs == asked.pairs else Answer.SOME
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO consent_count AS c (day, market, language, answer, number)
            VALUES (%s, %s, %s, %s, 1)
                ON CONFLICT (day, market, language, answer) DO UPDATE SET number = c.number + 1
            """,
            [day_of(now), at.market, at.language, given.value],
        )
