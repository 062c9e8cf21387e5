"""Whether the clock may be believed where something leaves by it, for good (decision 0055).

The one place that says so for whatever leaves outside the nights; those ask staff themselves.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import connection

from reprise.privacy.actions.nights import is_late

# So far may the clock of the machine be from PostgreSQL's; both are set from outside.
APART: Final = timedelta(hours=1)


def stops(now: datetime) -> str:
    """Why nothing may leave by the clock now, in words for the operator; "" where it may.

    Another clock says otherwise; or, where both are wrong, no night has run lately: staff have to
    look, and the night that they let go on lets everything go on.
    """
    if abs(now - _postgresql_now()) > APART:
        return "the clock here and that of PostgreSQL are more than an hour apart; set them right"
    if is_late(now.date()):
        return (
            "no night has run for days, or the clock is wrong: staff have to let the next night go"
            " on, in their room, under Privacy"
        )
    return ""


def _postgresql_now() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (said,) = cursor.fetchone()
    assert isinstance(said, datetime)  # noqa: S101  as asked for
    return said
