"""What the Belgian guarantee leaves open of its clocks: the articles are the same ones on which it
rests anyway, so that a case cannot tell by them."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from reprise.law.be.guarantee import LONGER_SUSPENDED, PRESUMED_SUSPENDED, found, over_time, period
from reprise.law.calendars import COUNTING, Calendar
from reprise.law.durations import Duration
from reprise.law.eu.repair import EXTEND_DIGITAL
from reprise.law.guarantee.questions import Cause, Goods
from reprise.law.guarantee.sale import Agreed, Claim, Found, History, Sale, Stretch

# Two years end on 19 June 2028, three on 19 June 2029.
_DELIVERED: Final = date(2026, 6, 19)
_TWO_YEARS: Final = Duration.years(2)


def _history(
    *stopped: date, months: int | None = None, promised: int = 0, cause: Cause = Cause.NEGOTIATION
) -> History:
    lasts = None if months is None else Duration.months(months)
    agreed = None if lasts is None else Agreed(lasts=lasts, told=True, separate=True)
    return History(
        sale=Sale(
            calendar=Calendar("BE"),
            goods=Goods.USED,
            concluded=date(2026, 6, 15),
            delivered=_DELIVERED,
            agreed=agreed,
        ),
        as_of=date(2031, 1, 1),
        stretches=tuple(Stretch(cause=cause, first=each, last=each) for each in stopped),
        promised=Duration.months(promised) if promised else None,
    )


# Planted: `<` for `<=`, and no look at the stretches; caught here.
@pytest.mark.parametrize(
    ("history", "open_"),
    [
        (_history(date(2027, 2, 1), months=36), True),
        (_history(months=36), False),
        (_history(date(2029, 6, 19), months=36), True),
        (_history(date(2029, 6, 20), months=36), False),
        # The two years are no longer period, and one year is a shorter one.
        (_history(date(2027, 2, 1), months=24), False),
        (_history(date(2027, 2, 1), months=12), False),
        # What is left of the contract when four years were advertised reaches nothing.
        (_history(date(2027, 2, 1), months=36, promised=36), True),
        (_history(date(2027, 2, 1), months=36, promised=48), False),
        # A guarantee that was only advertised binds by its own conditions.
        (_history(date(2027, 2, 1), promised=36), False),
    ],
)
def test_whether_a_longer_period_of_the_contract_stands_still_is_open(
    history: History, open_: bool
) -> None:
    """Al. 3 suspends the periods of al. 1 and 2; a contract may go beyond them (1649octies)."""
    assert (LONGER_SUSPENDED in over_time(history).basis) is open_


def test_a_longer_period_of_the_contract_is_not_moved_meanwhile() -> None:
    history = _history(date(2027, 2, 1), months=36)
    assert over_time(history).promised_until == history.sale.calendar.end_of(date(2029, 6, 19))


@pytest.mark.parametrize(
    ("history", "open_"),
    [
        (_history(date(2027, 2, 1)), True),
        (_history(), False),
        (_history(date(2028, 6, 19)), True),
        # The two years are over: nothing is left to stand still.
        (_history(date(2028, 6, 20)), False),
        (_history(date(2027, 2, 1), cause=Cause.REPAIR), True),
        # A year and a day are over long before the two years of the presumption.
        (_history(date(2027, 2, 1), months=12), False),
    ],
)
def test_whether_the_presumption_stands_still_is_open(history: History, open_: bool) -> None:
    """§ 4 counts two years from the delivery; § 1, al. 3 does not name them."""
    line = over_time(history)
    assert (PRESUMED_SUSPENDED in line.basis) is open_
    assert line.presumed_until <= history.sale.calendar.end_of(date(2028, 6, 19))


# Planted: no look at the contract, at the end of the supply, at what is done; caught here.
@pytest.mark.parametrize(
    ("concluded", "supplied_until", "stretch", "open_"),
    [
        (date(2026, 7, 31), date(2029, 8, 4), (date(2027, 2, 1), date(2027, 2, 10)), True),
        (date(2026, 7, 30), date(2029, 8, 4), (date(2027, 2, 1), date(2027, 2, 10)), False),
        (date(2026, 7, 31), None, (date(2027, 2, 1), date(2027, 2, 10)), False),
        (date(2026, 7, 31), date(2029, 8, 4), (date(2027, 2, 1), None), False),
        (date(2026, 7, 31), date(2029, 8, 4), (date(2029, 8, 4), date(2029, 8, 5)), True),
        (date(2026, 7, 31), date(2029, 8, 4), (date(2029, 8, 5), date(2029, 8, 6)), False),
    ],
)
def test_whether_the_months_of_a_repair_reach_digital_elements_is_open(
    concluded: date, supplied_until: date | None, stretch: tuple[date, date | None], open_: bool
) -> None:
    """From 31 July 2026, for a repair that is done and began while they were answered for."""
    sale = Sale(
        calendar=Calendar("BE"),
        goods=Goods.USED,
        concluded=concluded,
        delivered=date(2026, 8, 4),
        supplied_until=supplied_until,
    )
    mended = Stretch(cause=Cause.REPAIR, first=stretch[0], last=stretch[1])
    line = over_time(History(sale=sale, as_of=date(2031, 1, 1), stretches=(mended,)))
    assert (EXTEND_DIGITAL in line.basis) is open_


# Planted: `<` for `<=`; caught here.
@pytest.mark.parametrize(
    ("talked", "open_"), [(None, False), (date(2030, 6, 19), True), (date(2030, 6, 20), False)]
)
def test_whether_what_a_contract_gives_digital_elements_stands_still_is_open(
    talked: date | None, open_: bool
) -> None:
    """Four years for a subscription of one: more than al. 2, until 19 June 2030."""
    sale = Sale(
        calendar=Calendar("BE"),
        goods=Goods.USED,
        concluded=date(2026, 6, 15),
        delivered=_DELIVERED,
        agreed=Agreed(lasts=_TWO_YEARS, told=True, separate=True, digital=Duration.years(4)),
        supplied_until=date(2027, 6, 19),
    )
    stops = (Stretch(cause=Cause.NEGOTIATION, first=talked, last=talked),) if talked else ()
    history = History(sale=sale, as_of=date(2031, 1, 1), stretches=stops)
    decision = found(
        Claim(history=history, found=Found(discovered=date(2030, 6, 19), digital=True))
    )
    assert decision.promised
    assert (LONGER_SUSPENDED in decision.basis) is open_


@pytest.mark.parametrize(
    ("delivered", "digital_months", "supplied_until", "open_"),
    [
        # Two years from 29 February end on the 28th, on which a supply ends as well.
        (date(2028, 2, 29), None, date(2030, 2, 28), True),
        # Eighteen months from 31 August were agreed, and the supply ends on that day.
        (date(2026, 8, 31), 18, date(2028, 2, 29), True),
        # Only the day that the contract names is shorter than its month.
        (date(2026, 8, 31), None, date(2029, 2, 28), False),
    ],
)
def test_a_supply_that_ends_on_a_counted_day_does_not_hide_the_counting(
    delivered: date, digital_months: int | None, supplied_until: date, open_: bool
) -> None:
    """The article does not say the day where the last month lacks the date of the delivery."""
    digital = None if digital_months is None else Duration.months(digital_months)
    agreed = Agreed(lasts=_TWO_YEARS, told=True, separate=True, digital=digital)
    sale = Sale(
        calendar=Calendar("BE"),
        goods=Goods.USED,
        concluded=delivered,
        delivered=delivered,
        agreed=agreed,
        supplied_until=supplied_until,
    )
    assert (COUNTING in period(sale).basis) is open_
