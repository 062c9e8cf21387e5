"""A buyer never waits longer for a better promise, and a seller's excuse never moves the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.law.calendars import Calendar, UnknownCalendar
from reprise.law.eu.delivery import Contract, Step, Wait, deadline, late
from reprise.law.terms.dispatch import Payment, Suspension, dispatch

PARIS = ZoneInfo("Europe/Paris")
FRANCE = Calendar("FR")
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
SPANS = st.integers(0, 60)
RANK = (Step.IN_TIME, Step.MORE_TIME, Step.WAIT, Step.TERMINATE)


@settings(deadline=None)
@given(DAYS, SPANS, st.integers(0, 60))
def test_a_promise_never_delays_delivery(concluded: date, promised: int, more: int) -> None:
    agreed = concluded + timedelta(days=promised)
    bare = deadline(Contract(concluded=concluded, calendar=FRANCE))
    kept = deadline(Contract(concluded=concluded, calendar=FRANCE, agreed=agreed))
    later = deadline(
        Contract(concluded=concluded, calendar=FRANCE, agreed=agreed + timedelta(days=more))
    )
    assert kept.deliver_by <= bare.deliver_by
    assert kept.deliver_by <= later.deliver_by


@settings(deadline=None)
@given(DAYS, SPANS)
def test_what_both_agree_counts_and_what_the_seller_promises_is_never_worse(
    concluded: date, days: int
) -> None:
    agreed = concluded + timedelta(days=days)
    promised = Contract(concluded=concluded, calendar=FRANCE, agreed=agreed)
    both = deadline(replace(promised, by_both=True))
    assert both.deliver_by == both.agreed_by
    assert deadline(promised).deliver_by <= both.deliver_by


@settings(deadline=None)
@given(DAYS, st.integers(0, 24 * 60), st.integers(0, 24 * 60))
def test_waiting_longer_never_takes_a_right_away(concluded: date, hours: int, more: int) -> None:
    start = datetime.combine(concluded, datetime.min.time(), PARIS)
    contract = Contract(concluded=concluded, calendar=FRANCE)
    given_until = concluded + timedelta(days=45)

    def step(after: int) -> int:
        at = start + timedelta(hours=after)
        return RANK.index(late(Wait(contract=contract, at=at, more_until=given_until)).step)

    assert step(hours) <= step(hours + more)


@settings(deadline=None)
@given(DAYS, st.integers(0, 40), st.integers(0, 40), st.integers(0, 20))
def test_an_excuse_moves_the_promise_and_never_the_law(
    paid: date, first: int, length: int, more: int
) -> None:
    received = datetime.combine(paid, datetime.min.time(), PARIS)
    contract = Contract(concluded=paid, calendar=FRANCE)

    def ship(*held: Suspension) -> datetime:
        decision = dispatch(
            Payment(received=received, calendar=FRANCE, suspensions=held, contract=contract)
        )
        assert decision.ship_by <= deadline(contract).deliver_by
        return decision.promised_by

    start = paid + timedelta(days=first)
    short = Suspension(first=start, last=start + timedelta(days=length))
    longer = Suspension(first=start, last=start + timedelta(days=length + more))
    assert ship() <= ship(short) <= ship(longer) == ship(short, longer)


@settings(deadline=None)
@given(DAYS, st.integers(0, 86_399), st.integers(0, 10**6))
def test_paying_earlier_never_ships_later(paid: date, second: int, seconds: int) -> None:
    early = datetime.combine(paid, datetime.min.time(), PARIS) + timedelta(seconds=second)
    later = early + timedelta(seconds=seconds)
    assert (
        dispatch(Payment(received=early, calendar=FRANCE)).ship_by
        <= dispatch(Payment(received=later, calendar=FRANCE)).ship_by
    )


def test_a_country_without_a_calendar_is_refused() -> None:
    with pytest.raises(UnknownCalendar):
        Calendar("XX")
