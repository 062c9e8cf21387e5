"""What a calendar refuses to count, and how it names itself."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from reprise.law.calendars import Calendar, UnknownCalendar, union_of_days


@pytest.mark.parametrize("name", ["XX", "FR-BY", "BE-57"])
def test_a_place_without_a_calendar_is_refused(name: str) -> None:
    with pytest.raises(UnknownCalendar):
        Calendar.named(name)


@pytest.mark.parametrize("name", ["BE", "FR-57", "DE-BY", "ES-CT"])
def test_a_calendar_is_called_as_it_was_named(name: str) -> None:
    assert str(Calendar.named(name)) == name


def test_an_instant_of_no_place_has_no_day() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Calendar("BE").day_of(datetime(2026, 3, 2, 10))  # noqa: DTZ001


def test_a_stretch_ends_after_it_starts() -> None:
    day, before = date(2026, 3, 2), date(2026, 3, 1)
    assert union_of_days([(day, day)]) == 1
    with pytest.raises(ValueError, match="ends before it starts"):
        union_of_days([(day, before)])
