"""Updates of a continuous supply last as long as the seller answers for it, by the timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from reprise.law.be.conformity.updates import Supply, Update, updates
from reprise.law.be.guarantee import (
    CONTINUOUS,
    CONTINUOUS_OPEN,
    SUPPLY_SUSPENDED,
    over_time,
)
from reprise.law.calendars import Calendar
from reprise.law.durations import Duration
from reprise.law.guarantee.guarantee_words import SUPPLY_MOVED
from reprise.law.guarantee.questions import Cause, Goods
from reprise.law.guarantee.sale import Agreed, History, Sale, Stretch
from reprise.law.guarantee.timeline import Layer
from reprise.law.provision import Basis

_SALE: Final = Sale(
    calendar=Calendar("BE"),
    goods=Goods.REFURBISHED,
    concluded=date(2026, 6, 15),
    delivered=date(2026, 6, 19),
    supplied_until=date(2027, 6, 19),
)
_YEAR: Final = Agreed(lasts=Duration.years(1), told=True, separate=False, digital=Duration.years(1))
_REPAIR: Final = Stretch(cause=Cause.REPAIR, first=date(2027, 2, 1), last=date(2027, 2, 10))


@pytest.mark.parametrize(
    ("sale", "stretches", "last"),
    [
        (_SALE, (), date(2028, 6, 19)),  # two years, al. 2
        (_SALE, (_REPAIR,), date(2028, 6, 29)),  # and the ten days of al. 3
        (replace(_SALE, supplied_until=date(2029, 6, 19)), (), date(2029, 6, 19)),  # al. 2
    ],
)
def test_updates_are_owed_until_the_digital_end_of_the_timeline(
    sale: Sale, stretches: tuple[Stretch, ...], last: date
) -> None:
    line = over_time(History(sale=sale, as_of=date(2029, 12, 1), stretches=stretches))
    assert line.digital_until == sale.calendar.end_of(last)
    update = Update(
        calendar=sale.calendar,
        digital_elements=True,
        supply=Supply.CONTINUOUS,
        liable_until=line.digital_until.date(),
        day=last,
        told=True,
        supplied=False,
    )
    assert updates(update).lacking
    assert not updates(replace(update, day=last + timedelta(days=1))).owed


@pytest.mark.parametrize(
    ("years", "agreed", "basis"),
    [
        (2, None, (CONTINUOUS,)),  # a "délai" of al. 2, which al. 3 suspends
        (3, None, (CONTINUOUS, SUPPLY_SUSPENDED)),  # the contract's own end
        # what was agreed takes its place, and is open by itself
        (3, replace(_YEAR, digital=Duration.months(30)), (CONTINUOUS,)),
    ],
)
def test_whether_a_longer_supply_is_suspended_is_as_open_as_for_its_updates(
    years: int, agreed: Agreed | None, basis: tuple[Basis, ...]
) -> None:
    end = _SALE.delivered.replace(year=_SALE.delivered.year + years)
    sale = replace(_SALE, supplied_until=end, agreed=agreed)
    for stretches, expected in (((_REPAIR,), basis), ((), (CONTINUOUS,))):
        line = over_time(History(sale=sale, as_of=date(2029, 12, 1), stretches=stretches))
        (supplied,) = (each for each in line.segments if each.layer is Layer.DIGITAL)
        assert supplied.basis == expected
        spoken = [each.sentence for each in supplied.because]
        assert (SUPPLY_MOVED in spoken) is (SUPPLY_SUSPENDED in expected)


def test_updates_are_owed_as_long_as_a_supply_without_a_stated_end_lasts() -> None:
    sale = replace(_SALE, supplied_until=None, supplied_open=True)
    line = over_time(History(sale=sale, as_of=date(2039, 12, 1), stretches=(_REPAIR,)))
    assert line.digital_open
    (supplied,) = (each for each in line.segments if each.layer is Layer.DIGITAL)
    assert supplied.basis == (CONTINUOUS_OPEN,)
    update = Update(
        calendar=sale.calendar,
        digital_elements=True,
        supply=Supply.CONTINUOUS,
        liable_until=line.digital_until.date() if line.digital_until else None,
        digital_open=line.digital_open,
        day=date(2039, 12, 1),
        told=True,
        supplied=False,
    )
    assert updates(update).lacking


def test_an_agreed_year_leaves_open_until_when_updates_are_owed() -> None:
    """Art. 1649ter, § 5, 2° names the period of al. 2; al. 4, which derogates from it, ended the
    seller's other liability for the digital elements on 19 June 2027."""
    ends = [
        over_time(History(sale=sale, as_of=date(2029, 12, 1))).digital_until
        for sale in (_SALE, replace(_SALE, agreed=_YEAR))
    ]
    assert ends == [_SALE.calendar.end_of(date(year, 6, 19)) for year in (2028, 2027)]
    update = Update(
        calendar=_SALE.calendar,
        digital_elements=True,
        supply=Supply.CONTINUOUS,
        liable_until=date(2028, 6, 19),
        agreed_until=date(2027, 6, 19),
        day=date(2028, 6, 19),
        told=True,
        supplied=False,
    )
    assert updates(update).lacking
    assert not updates(update).verified
