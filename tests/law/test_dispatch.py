"""Three working days of the place of dispatch, the day of payment excluded (S46)."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from reprise.law.dispatch import dispatch_by

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("paid", "country", "last"),
    [
        # Monday: Tuesday, Wednesday, Thursday.
        (datetime(2026, 11, 23, 10, tzinfo=PARIS), "FR", date(2026, 11, 26)),
        # A minute before midnight is still Monday; a minute later is Tuesday.
        (datetime(2026, 11, 23, 23, 59, tzinfo=PARIS), "FR", date(2026, 11, 26)),
        (datetime(2026, 11, 24, 0, 0, tzinfo=PARIS), "FR", date(2026, 11, 27)),
        # Wednesday: Thursday, Friday, and the Monday after.
        (datetime(2026, 11, 25, 10, tzinfo=PARIS), "FR", date(2026, 11, 30)),
        # Friday: the weekend does not count.
        (datetime(2026, 11, 20, 10, tzinfo=PARIS), "FR", date(2026, 11, 25)),
        # 11 November is a holiday in France and in Belgium, not in Germany or the Netherlands.
        (datetime(2026, 11, 9, 10, tzinfo=PARIS), "FR", date(2026, 11, 13)),
        (datetime(2026, 11, 9, 10, tzinfo=PARIS), "BE", date(2026, 11, 13)),
        (datetime(2026, 11, 9, 10, tzinfo=PARIS), "DE", date(2026, 11, 12)),
        (datetime(2026, 11, 9, 10, tzinfo=PARIS), "NL", date(2026, 11, 12)),
        # Thursday before Christmas 2026 (Friday) in France: 28, 29, 30 December.
        (datetime(2026, 12, 24, 10, tzinfo=PARIS), "FR", date(2026, 12, 30)),
    ],
)
def test_the_last_day(paid: datetime, country: str, last: date) -> None:
    decision = dispatch_by(paid, country)
    assert decision.ship_by.date() == last
    assert (decision.ship_by.hour, decision.ship_by.minute, decision.ship_by.second) == (23, 59, 59)
    assert decision.calendar == country
    assert decision.basis == "S46"


def test_a_country_without_a_calendar_is_refused() -> None:
    with pytest.raises(KeyError):
        dispatch_by(datetime(2026, 11, 23, 10, tzinfo=PARIS), "XX")
