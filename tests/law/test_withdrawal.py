"""Whoever withdraws by the stronger right, or sends the goods back sooner, is not paid later."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.law.calendars import Calendar
from reprise.law.eu.withdrawal import Contract, Notice, Right
from reprise.law.eu.withdrawal_refund import REFUND_DAYS, Refund, RefundDate, Return, refund

BELGIUM = Calendar("BE")
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


def _refund(delivered: date, after: int, came_after: int, promised: int) -> RefundDate:
    """The notice ``after`` days from the delivery, the goods ``came_after`` days from it."""
    sent = datetime.combine(delivered + timedelta(days=after), time(10), BELGIUM.zone)
    contract = Contract(
        last_parcel=delivered, told=delivered, calendar=BELGIUM, promised_clear_days=promised
    )
    return refund(
        Return(
            notice=Notice(contract=contract, sent=sent),
            received=sent,
            sent_back=sent,
            goods_received=sent + timedelta(days=came_after),
        )
    )


@settings(deadline=None)
@given(DAYS, st.integers(0, 14), st.integers(0, 40))
def test_the_law_pays_no_later_than_the_terms_promise_everybody(
    delivered: date, after: int, came_after: int
) -> None:
    found = _refund(delivered, after, came_after, promised=30)
    assert found.right is Right.STATUTORY
    assert found.refund_by is not None
    noticed = delivered + timedelta(days=after)
    days = max(REFUND_DAYS, came_after)
    assert found.refund_by.date() == noticed + timedelta(days=days)


@settings(deadline=None)
@given(DAYS, st.integers(0, 31), st.integers(0, 40), st.integers(0, 10), st.integers(0, 40))
def test_goods_that_come_later_never_bring_the_money_sooner(
    delivered: date, after: int, came_after: int, later: int, promised: int
) -> None:
    soon = _refund(delivered, after, came_after, promised)
    late = _refund(delivered, after, came_after + later, promised)
    assert soon.outcome is late.outcome
    if soon.outcome is Refund.DUE:
        assert soon.refund_by is not None
        assert late.refund_by is not None
        assert soon.refund_by <= late.refund_by
