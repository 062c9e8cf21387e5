"""A review is never held back for what it says, and never outstays its time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.law.calendars import Calendar
from reprise.law.terms.moderation import Asker, Ground, Removal, removal
from reprise.law.terms.reviews import Shelf, Submitted, publication, retention

PARIS = ZoneInfo("Europe/Paris")
FRANCE = Calendar("FR")
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@settings(deadline=None)
@given(DAYS, st.integers(0, 86_399), st.integers(1, 9), st.integers(0, 9), st.integers(0, 10**6))
def test_photographs_never_delay_the_text_and_one_bad_one_takes_all(
    day: date, second: int, photos: int, refused: int, later: int
) -> None:
    at = datetime.combine(day, datetime.min.time(), PARIS) + timedelta(seconds=second)
    bare = publication(Submitted(at=at, calendar=FRANCE))
    full = publication(
        Submitted(at=at, calendar=FRANCE, photos=photos, photos_refused=min(refused, photos))
    )
    assert full.text_by == bare.text_by
    assert full.photos_by is not None
    assert full.photos_by > full.text_by
    assert full.photos_shown == (0 if refused else photos)
    after = publication(Submitted(at=at + timedelta(seconds=later), calendar=FRANCE))
    assert bare.text_by <= after.text_by


@settings(deadline=None)
@given(DAYS, st.none() | DAYS)
def test_no_review_stands_longer_than_its_product_or_ten_years(
    published: date, offered: date | None
) -> None:
    shelf = Shelf(
        calendar=Calendar("FR"), day=published, published=published, offered_until=offered
    )
    until = retention(shelf).until.date()
    assert until <= published + timedelta(days=3653)
    assert offered is None or until <= offered


@settings(deadline=None)
@given(st.sampled_from(Ground) | st.none(), st.booleans(), st.booleans(), st.booleans())
def test_without_a_ground_only_the_author_takes_a_review_off(
    ground: Ground | None, by_content: bool, told: bool, by_staff: bool
) -> None:
    for asker in Asker:
        decision = removal(
            Removal(asker=asker, ground=ground, by_content=by_content, told=told, by_staff=by_staff)
        )
        goes = not decision.faults
        assert goes or asker is not Asker.AUTHOR
        assert not goes or asker is Asker.AUTHOR or ground is not None
