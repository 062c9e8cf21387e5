"""What staff see of the audience."""

from __future__ import annotations

import pytest

from reprise.audience.actions import collect
from reprise.audience.models import Demand
from reprise.audience.states import What
from reprise.kernel import clock
from reprise.law.calendars import plus_months
from tests.audience.counted import a_process, visit, visitor
from tests.web.staff.test_room import staff, text_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_before_anybody_came_each_part_says_so() -> None:
    text = text_of(staff(), "audience/")
    for sentence in (
        "Nobody has been counted this month yet.",
        "No month has been counted to its end yet.",
        "No page was counted in the last 31 days.",
        "No product was looked at in the last 31 days.",
        "There is no such word yet.",
    ):
        assert sentence in text


def test_counts_by_day_and_market() -> None:
    now = clock.now()
    process = a_process(now)
    visit(process, now, range(40), market="fr")
    for _ in range(7):
        process.page(now, What.PRODUCT, visitor(1), market="de", language="de", product="canary-9")
    for number in range(5):
        process.search(now, number > 1, ["unheardof"], "10.0.0", market="de", language="de")
    collect(process, now)
    text = text_of(staff(), "audience/")
    assert ">47</td>" in text
    assert "canary-9" in text
    german = text_of(staff(), "audience/?market=de")
    assert ">47</td>" not in german
    assert ">3</td>" in german
    assert ">2</td>" in german
    french = text_of(staff(), "audience/?market=fr")
    assert "canary-9" not in french
    # One network has asked for it, five times.
    assert "unheardof" not in text


def test_a_word_shows_when_enough_have_asked() -> None:
    now = clock.now()
    process = a_process(now)
    for _ in range(2):
        for number in range(20):
            process.search(now, False, ["unheardof"], f"10.1.{number}", market="fr")
        collect(process, now)
    assert "unheardof" in text_of(staff(), "audience/")


def test_the_words_of_the_last_month_stay_to_be_seen() -> None:
    now = clock.now()
    month = plus_months(now.date().replace(day=1), -1)
    Demand.objects.create(month=month, text="unheardof", networks=12)
    text = text_of(staff(), "audience/")
    assert "Searched in vain last month" in text
    assert "unheardof" in text
    assert "There is no such word yet." in text
