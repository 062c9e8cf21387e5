"""What must hold for every case that nobody wrote: the consumer never loses by doing more."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reprise.kernel.money import Money
from reprise.kernel.rate import Rate
from reprise.law.calendars import Calendar, plus_months, union_of_days
from reprise.law.eu import margin_scheme, vat, withdrawal
from reprise.law.terms import fees

_DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
_CALENDARS = st.sampled_from(["BE", "FR", "FR-57", "NL", "DE-BY", "ES-CT", "IT", "PT"]).map(
    Calendar.named
)
_COUNTS = st.integers(0, 400)
_EUROS = st.integers(0, 500_000).map(lambda cents: Money(cents, "EUR"))


@given(_CALENDARS, _DAYS, _COUNTS, _COUNTS)
def test_more_days_never_end_earlier(calendar: Calendar, day: date, one: int, more: int) -> None:
    assert calendar.days_after(day, one) <= calendar.days_after(day, one + more)
    assert calendar.months_after(day, one) <= calendar.months_after(day, one + more)
    assert calendar.working_days_after(day, one % 60) <= calendar.working_days_after(
        day, one % 60 + more % 60
    )


@given(_CALENDARS, _DAYS, _COUNTS)
def test_every_period_ends_on_a_working_day_and_not_before_its_days(
    calendar: Calendar, day: date, days: int
) -> None:
    last = calendar.days_after(day, days)
    assert calendar.is_working_day(last)
    assert last >= day + timedelta(days=days)
    assert calendar.clear_days_after(day, days) >= last


@given(_DAYS, _COUNTS)
def test_months_keep_the_date_or_take_the_last_of_the_month(day: date, months: int) -> None:
    later = plus_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 40)), max_size=8))
def test_overlapping_stretches_count_each_day_once(found: list[tuple[int, int]]) -> None:
    start = date(2026, 1, 1)
    stretches = [
        (start + timedelta(days=first), start + timedelta(days=first + length))
        for first, length in found
    ]
    each_once = {first + n for first, length in found for n in range(length + 1)}
    assert union_of_days(stretches) == len(each_once)


@given(_CALENDARS, _DAYS, st.integers(-30, 500), st.integers(0, 60))
def test_a_promise_and_a_missing_word_never_shorten_the_window(
    calendar: Calendar, delivered: date, told_after: int, promised: int
) -> None:
    told = delivered + timedelta(days=told_after)
    informed = _window(calendar, delivered, delivered, 0)
    later = _window(calendar, delivered, told, 0)
    never = _window(calendar, delivered, None, 0)
    assert informed.until <= later.until <= never.until
    assert _window(calendar, delivered, told, promised).until >= later.until


@given(_CALENDARS, _DAYS, st.integers(0, 60 * 24), st.integers(1, 10 * 24), st.integers(0, 40))
def test_a_consumer_never_loses_by_an_earlier_notice(
    calendar: Calendar, delivered: date, hours: int, earlier: int, promised: int
) -> None:
    contract = withdrawal.Contract(
        last_parcel=delivered,
        told=delivered,
        calendar=calendar,
        promised_clear_days=promised,
    )
    sent = datetime(delivered.year, delivered.month, delivered.day, tzinfo=calendar.zone)
    late = sent + timedelta(hours=hours)
    order = [withdrawal.Right.NONE, withdrawal.Right.PROMISED, withdrawal.Right.STATUTORY]
    first, second = (
        withdrawal.notice(withdrawal.Notice(contract=contract, sent=each)).right
        for each in (late - timedelta(hours=earlier), late)
    )
    assert order.index(first) >= order.index(second)


def _window(
    calendar: Calendar, delivered: date, told: date | None, promised: int
) -> withdrawal.Window:
    return withdrawal.window(
        withdrawal.Contract(
            last_parcel=delivered, told=told, calendar=calendar, promised_clear_days=promised
        )
    )


@given(_EUROS, _EUROS, st.integers(0, 30))
def test_a_margin_is_what_it_is_made_of(sold: Money, bought: Money, percent: int) -> None:
    rate = Rate.percent(str(percent))
    decision = vat.margin_vat(vat.Resale(sold=sold, bought=bought, rate=rate))
    assert decision.vat + decision.taxable == decision.margin
    assert decision.margin == max(sold - bought, Money.zero("EUR"))
    assert Money.zero("EUR") <= decision.vat <= decision.margin


@given(st.integers(1, 500_000), st.integers(0, 50_000), st.data())
def test_credit_notes_never_exceed_the_commission(
    base: int, commission: int, data: st.DataObject
) -> None:
    refunded = data.draw(st.integers(0, base))
    credit = fees.commission_credit(
        fees.Refunded(
            base=Money(base, "EUR"),
            commission=Money(commission, "EUR"),
            refunded=Money(refunded, "EUR"),
        )
    ).credit
    assert Money.zero("EUR") <= credit <= Money(commission, "EUR")


@given(
    st.lists(st.tuples(st.integers(0, 90_000), st.integers(0, 90_000)), min_size=1, max_size=8),
    st.integers(0, 30),
)
def test_a_loss_that_is_carried_over_never_costs_tax(
    units: list[tuple[int, int]], percent: int
) -> None:
    """The margins of all periods, less what is left to carry, are all sales less all purchases; and
    no more VAT is due than unit by unit, but for half a cent of rounding a unit."""
    rate, carried, margins, due = Rate.percent(str(percent)), Money.zero("EUR"), 0, 0
    one_by_one = 0
    for sold, bought in units:
        period = margin_scheme.Period(
            sold=Money(sold, "EUR"), bought=Money(bought, "EUR"), carried=carried, rate=rate
        )
        found = margin_scheme.global_margin(period)
        assert found.vat + found.taxable == found.margin
        assert not found.margin or not found.carried
        carried, margins, due = found.carried, margins + found.margin.minor, due + found.vat.minor
        resale = vat.Resale(sold=period.sold, bought=period.bought, rate=rate)
        one_by_one += vat.margin_vat(resale).vat.minor
    assert margins - carried.minor == sum(sold - bought for sold, bought in units)
    assert due <= one_by_one + len(units)
