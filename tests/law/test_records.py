"""A record is never asked to stay and to go on the same day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reprise.law.eu import records
from reprise.law.fr import personal_data

_DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
_KEPT = st.one_of(
    st.builds(records.Record, kind=st.sampled_from(records.Kind), event=_DAYS).map(
        records.retention
    ),
    st.builds(personal_data.Kept, kind=st.sampled_from(personal_data.Kind), event=_DAYS).map(
        personal_data.retention
    ),
)
_DAY = timedelta(days=1)


@given(_KEPT, _DAYS)
def test_what_has_to_go_may_go(kept: records.Retention, today: date) -> None:
    assert kept.may_go(today) or not kept.has_to_go(today)


@given(_KEPT)
def test_the_last_day_is_a_day_of_the_period(kept: records.Retention) -> None:
    if kept.at_least is not None:
        assert not kept.may_go(kept.at_least)
        assert kept.may_go(kept.at_least + _DAY)
    if kept.until is not None:
        assert not kept.has_to_go(kept.until)
        assert kept.has_to_go(kept.until + _DAY)


@given(st.sampled_from(records.Kind), _DAYS, st.integers(0, 900))
def test_a_later_event_never_lets_go_earlier(kind: records.Kind, day: date, later: int) -> None:
    first, second = (
        records.retention(records.Record(kind=kind, event=each))
        for each in (day, day + timedelta(days=later))
    )
    assert first.at_least is not None
    assert second.at_least is not None
    assert first.at_least <= second.at_least


@given(_DAYS, _DAYS)
def test_a_query_passes_over_no_evidence_that_is_over(event: date, today: date) -> None:
    """It may find more: of what it finds the last day is asked once more."""
    if personal_data.evidence_until(event) < today:
        assert event < personal_data.evidence_may_be_over(today)


def test_evidence_is_kept_for_five_years_to_the_day() -> None:
    assert personal_data.evidence_until(date(2026, 11, 28)) == date(2031, 11, 28)
