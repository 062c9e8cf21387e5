"""The page with the number of recipients, before there is one and afterwards."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.test import Client

from reprise.audience import rules
from reprise.audience.actions import collect, turn
from reprise.audience.models import Figure, Month
from tests.audience.counted import a_process, visit

pytestmark = pytest.mark.django_db(transaction=True)


def words(path: str = "/en-fr/recipients/") -> str:
    answer = Client().get(path)
    assert answer.status_code == 200
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def written(number: int) -> str:
    """As in France: 1 034."""
    return f"{number:,}".replace(",", " ")


def months(first: datetime, number: int) -> None:
    """So many months with 1,000 visitors each, each closed as soon as it can be."""
    moment = first
    for _ in range(number):
        process = a_process(moment)
        visit(process, moment, range(1000))
        collect(process, moment)
        moment = datetime.combine(rules.after(rules.month_of(moment)), moment.time(), UTC)
        turn(moment + timedelta(days=1))


def test_before_anybody_came_no_number_is_named() -> None:
    text = words()
    assert "There is no figure yet." in text
    assert "0 are counted" in text
    assert "No month has been counted to its end yet." in text
    assert "active recipients a month" not in text
    assert "1.6 %" in text


def test_less_than_six_months_are_shown_and_not_averaged() -> None:
    """Begun on 10 March: April to July are four whole months.  August and September are awaited,
    and September is closed on 2 October."""
    months(datetime(2027, 3, 10, tzinfo=UTC), 5)
    text = words()
    assert "There is no figure yet." in text
    assert "4 are counted. There can be a first figure on Saturday, 2 October 2027." in text
    assert "counted from Wednesday, 10 March 2027" in text
    assert Month.objects.count() == 5


def test_the_figure_says_its_average_its_reasons_and_when_the_next_one_comes() -> None:
    months(datetime(2027, 1, 1, tzinfo=UTC), 6)
    figure = Figure.objects.get()
    assert abs(figure.average - 1000) <= 65
    text = words()
    assert f"{written(figure.average)} active recipients a month" in text
    assert "from January 2027 to June 2027" in text
    assert "Published on Friday, 2 July 2027." in text
    assert "That is below 45,000,000" in text
    assert "The figure is published again by 2 January 2028." in text
    assert "Basis: Regulation (EU) 2022/2065 (DSA), art. 24(2)." in text
    assert "Every figure that was published stays here." in text


def test_what_was_published_stays() -> None:
    months(datetime(2027, 1, 1, tzinfo=UTC), 8)
    earlier = words().partition("Earlier figures")[2]
    for figure in Figure.objects.filter(month__lt=date(2027, 8, 1)):
        assert written(figure.average) in earlier
    assert "Monday, 2 August 2027" in earlier
    assert "Friday, 2 July 2027" in earlier
    assert "Thursday, 2 September 2027" not in earlier


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/fr-fr/recipients/", "Il n’y a pas encore de chiffre."),
        ("/nl-be/recipients/", "Er is nog geen cijfer."),
        ("/de-de/recipients/", "Es gibt noch keine Zahl."),
    ],
)
def test_in_every_language(path: str, said: str) -> None:
    assert said in words(path)


def test_every_page_of_the_shop_leads_there_and_the_privacy_page_says_what_is_counted() -> None:
    text = Client().get("/en-fr/privacy/").content.decode()
    assert text.count('href="/en-fr/recipients/"') == 2
    assert "deleted after 25 months" in text
    assert "nothing is measured" not in text
