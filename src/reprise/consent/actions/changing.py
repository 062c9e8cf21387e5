"""How every change begins and ends: with another mark, and the notice of what is asked then."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection

from reprise.consent import models, queries
from reprise.consent.configuration import Offer, day_of, offer_on
from reprise.consent.rules import MOST_PAIRS
from reprise.kernel.refusal import Refusal


class TooManyToAsk(Refusal):
    code = "too_many_to_ask"
    message = "Visitors would be asked %(number)s things; the most is %(most)s."


def begin_change() -> None:
    """One change after the other; whatever was read before it is not current after it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO consent_mark (id, mark) VALUES (1, %s)"
            " ON CONFLICT (id) DO UPDATE SET mark = EXCLUDED.mark",
            [uuid4()],
        )


def end_change(now: datetime) -> None:
    """Keep the notice of what is asked now.  Raises TooManyToAsk."""
    found = queries.configuration()
    asked = offer_on(found, day_of(now))
    if len(asked.pairs) > MOST_PAIRS:
        raise TooManyToAsk(number=len(asked.pairs), most=MOST_PAIRS)
    if asked:
        notice_of(asked, now)


def notice_of(asked: Offer, now: datetime) -> UUID:
    """The notice that says this, kept when it is first shown."""
    kept = models.Notice.objects.filter(text=asked.text).values_list("id", flat=True).first()
    if kept is not None:
        return kept
    row = models.Notice(
        text=asked.text, asked=sorted(list(each) for each in asked.asked), body=asked.body, at=now
    )
    models.Notice.objects.bulk_create([row], ignore_conflicts=True)
    return models.Notice.objects.values_list("id", flat=True).get(text=asked.text)
