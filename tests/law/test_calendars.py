"""What a calendar refuses to count, and how it names itself."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from reprise.law.calendars import (
    Calendar,
    UnknownCalendar,
    in_time,
    months_before,
    union_of_days,
)


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


def test_a_month_earlier_is_the_same_time_of_day_or_that_of_the_last_day() -> None:
    noon = datetime(2028, 3, 31, 12, 30, tzinfo=UTC)
    assert months_before(noon, 1) == datetime(2028, 2, 29, 12, 30, tzinfo=UTC)
    assert months_before(noon, 60) == datetime(2023, 3, 31, 12, 30, tzinfo=UTC)


def test_a_stretch_ends_after_it_starts() -> None:
    day, before = date(2026, 3, 2), date(2026, 3, 1)
    assert union_of_days([(day, day)]) == 1
    with pytest.raises(ValueError, match="ends before it starts"):
        union_of_days([(day, before)])


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [  # 4 September 2026, by the clocks of Greenwich
        ("BE", "2026-09-03T22:00:00+00:00", "2026-09-04T21:59:59+00:00"),
        ("PT", "2026-09-03T23:00:00+00:00", "2026-09-04T22:59:59+00:00"),
        ("PT-20", "2026-09-04T00:00:00+00:00", "2026-09-04T23:59:59+00:00"),
        ("FR-PF", "2026-09-04T10:00:00+00:00", "2026-09-05T09:59:59+00:00"),
        ("FR-974", "2026-09-03T20:00:00+00:00", "2026-09-04T19:59:59+00:00"),
    ],
)
def test_a_day_lasts_from_midnight_to_its_last_second_there(
    name: str, first: str, last: str
) -> None:
    calendar, day = Calendar.named(name), date(2026, 9, 4)
    assert calendar.start_of(day).astimezone(UTC).isoformat() == first
    assert calendar.end_of(day).astimezone(UTC).isoformat() == last
    assert calendar.end_if_any(day) == calendar.end_of(day)
    assert calendar.end_if_any(None) is None


@pytest.mark.parametrize(
    ("at", "counts"),
    [
        ("2026-09-04T23:59:59+02:00", True),
        ("2026-09-04T23:59:59.999999+02:00", True),
        ("2026-09-04T22:59:59.5+01:00", True),
        ("2026-09-05T00:00:00+02:00", False),
        ("2026-09-04T22:00:00+00:00", False),
    ],
)
def test_the_last_second_of_a_day_counts_whole(at: str, *, counts: bool) -> None:
    until = Calendar("BE").end_of(date(2026, 9, 4))
    assert in_time(datetime.fromisoformat(at), until) is counts
