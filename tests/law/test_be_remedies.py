"""What no consumer may ever lose of the remedies of the Belgian regime."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.kernel.money import Money
from reprise.law.be.conformity.performance import Work, performance
from reprise.law.be.conformity.remedies import Choice, First, Objection, Weighed, Wish, remedy
from reprise.law.be.conformity.remedies import Ground as Objected
from reprise.law.be.conformity.repayment import Returned, refund
from reprise.law.be.conformity.second_stage import (
    Declaration,
    Ground,
    Item,
    Minor,
    Stage,
    Values,
    reduction,
    second_stage,
    termination,
)
from reprise.law.be.conformity.use import Paying, Used, use
from reprise.law.calendars import Calendar

EUROS = st.integers(0, 500_000).map(lambda cents: Money(cents, "EUR"))
WORTH = st.integers(1, 500_000).map(lambda cents: Money(cents, "EUR"))
DAYS = st.dates(date(2022, 1, 1), date(2030, 12, 31))
MORE = st.integers(0, 400).map(lambda days: timedelta(days=days))
BE = Calendar("BE")
ZERO = Money.zero("EUR")
# No clock decides: a first holiday table takes its time.
drawn = settings(deadline=None)


@drawn
@given(EUROS, WORTH, EUROS, EUROS)
def test_a_worse_device_never_reduces_the_price_less(
    price: Money, conform: Money, one: Money, other: Money
) -> None:
    worse, better = sorted((one, other))
    more, less = (
        reduction(
            Values(delivered=date(2026, 3, 5), price=price, conform=conform, received=received)
        ).refund
        for received in (worse, better)
    )
    assert ZERO <= less <= more <= price
    # In proportion, and not a part of a cent less.
    assert more.minor * conform.minor >= price.minor * (conform.minor - worse.minor)


@drawn
@given(EUROS, EUROS, WORTH, EUROS)
def test_what_was_paid_in_instalments_settles_the_reduced_price(
    price: Money, share: Money, conform: Money, received: Money
) -> None:
    paid = min(share, price)
    values = Values(delivered=date(2026, 3, 5), price=price, conform=conform, received=received)
    part, whole = reduction(replace(values, paid=paid)), reduction(values)
    assert part.reduction == whole.reduction == whole.refund
    assert paid - part.refund + part.owing == price - part.reduction
    assert ZERO in (part.refund, part.owing)
    assert ZERO <= part.refund <= whole.refund


def _use(amount: Money, bought: date, until: date, idle: int, expected: int) -> Used:
    return Used(
        paying=Paying.TERMINATION,
        claimed=True,
        refund=amount,
        delivered=bought,
        declared=until,
        out_of_use=idle,
        expected_months=expected,
    )


@drawn
@given(EUROS, DAYS, MORE, MORE, st.integers(0, 90), st.integers(1, 120))
def test_use_takes_no_more_than_the_refund_and_idle_days_take_nothing(
    amount: Money, bought: date, used: timedelta, longer: timedelta, idle: int, expected: int
) -> None:
    short = use(_use(amount, bought, bought + used, 0, expected))
    long = use(_use(amount, bought, bought + used + longer, 0, expected))
    rested = use(_use(amount, bought, bought + used, idle, expected))
    assert ZERO <= rested.deduction <= short.deduction <= long.deduction <= amount
    assert short.left + short.deduction == amount


@drawn
@given(EUROS, DAYS, MORE, st.none() | MORE, st.integers(1, 120))
def test_a_day_of_giving_back_never_adds_to_the_use(
    amount: Money, bought: date, declared: timedelta, back: timedelta | None, expected: int
) -> None:
    without = _use(amount, bought, bought + declared, 0, expected)
    known = replace(without, given_back=None if back is None else bought + back)
    assert use(known).deduction <= use(without).deduction


def _back(amount: Money, ended: date, goods: date | None, proof: date | None) -> Returned:
    return Returned(
        calendar=BE,
        ended=ended,
        price=amount,
        return_cost=ZERO,
        goods_received=goods,
        proof_received=proof,
    )


@drawn
@given(EUROS, DAYS, DAYS, DAYS)
def test_a_proof_of_sending_never_delays_the_refund(
    amount: Money, ended: date, received: date, shown: date
) -> None:
    without = refund(_back(amount, ended, received, None)).due
    with_proof = refund(_back(amount, ended, received, shown)).due
    assert without is not None
    assert with_proof is not None
    assert with_proof <= without


@drawn
@given(EUROS, DAYS, MORE, DAYS, st.none() | DAYS)
def test_an_earlier_end_never_delays_the_refund_and_none_is_due_before_it(
    amount: Money, ended: date, later: timedelta, received: date, shown: date | None
) -> None:
    soon = refund(_back(amount, ended, received, shown)).due
    late = refund(_back(amount, ended + later, received, shown)).due
    assert soon is not None
    assert late is not None
    assert BE.end_of(ended) <= soon <= late


GROUNDS = st.frozensets(st.sampled_from(Ground))


@drawn
@given(GROUNDS, GROUNDS, st.sampled_from(Minor))
def test_another_ground_never_closes_the_second_stage(
    some: frozenset[Ground], more: frozenset[Ground], minor: Minor
) -> None:
    few, many = Stage(grounds=some, minor=minor), Stage(grounds=some | more, minor=minor)
    assert second_stage(few).reduction <= second_stage(many).reduction
    assert second_stage(few).termination <= second_stage(many).termination
    assert second_stage(many).termination <= second_stage(many).reduction


@drawn
@given(st.lists(st.tuples(EUROS, st.booleans(), st.booleans(), st.booleans()), max_size=5))
def test_whatever_does_not_conform_goes_back_at_its_price(
    others: list[tuple[Money, bool, bool, bool]],
) -> None:
    first = Item(name="first", price=Money(10_000, "EUR"), conforms=False)
    items = (
        first,
        *(
            Item(name=str(n), price=price, conforms=conforms, together=together, keepable=keepable)
            for n, (price, conforms, together, keepable) in enumerate(others)
        ),
    )
    ended = termination(
        Declaration(
            stage=Stage(grounds=frozenset({Ground.AGAIN})), declared=date(2026, 4, 2), items=items
        )
    )
    assert {each.name for each in items if not each.conforms} <= set(ended.going_back)
    kept = [each.price for each in items if each.name not in ended.going_back]
    everything = Money.total((each.price for each in items), "EUR")
    assert ended.price + Money.total(kept, "EUR") == everything


@drawn
@given(
    st.sampled_from(Wish),
    EUROS,
    EUROS,
    st.none() | st.sampled_from(Objected),
    st.none() | st.sampled_from(Objected),
    st.frozensets(st.sampled_from(Weighed)),
    st.booleans(),
)
def test_what_the_seller_does_not_object_to_is_never_lost(
    asked: Wish,
    repair: Money,
    replacement: Money,
    one: Objected | None,
    other: Objected | None,
    weighed: frozenset[Weighed],
    burdens: bool,
) -> None:
    def objection(ground: Objected | None) -> tuple[Objection, ...]:
        if ground is None:
            return ()
        return (
            Objection(
                ground=ground, why="burnt", this_device=True, established=True, weighed=weighed
            ),
        )

    choice = Choice(
        asked=asked,
        value=Money(30_000, "EUR"),
        repair_cost=repair,
        replacement_cost=replacement,
        against_repair=objection(one),
        against_replacement=objection(other),
        other_burdens=burdens,
    )
    decision = remedy(choice)
    objected = {Wish.REPAIR: one, Wish.REPLACEMENT: other}
    if objected[asked] in (None, Objected.NOT_OFFERED):
        assert decision.outcome is First.AS_ASKED
    if decision.outcome is First.MAY_REFUSE:
        assert {one, other} <= {Objected.IMPOSSIBLE, Objected.TOO_DEAR, Objected.DEARER}
        assert {one, other} != {Objected.DEARER}
    else:
        assert decision.due is not None


def _not_back(informed: date, until: date, took: timedelta, handed_over: date | None) -> Work:
    return Work(
        kind=Wish.REPAIR,
        informed=informed,
        reasonable_until=until,
        day=informed + took,
        done=None,
        handed_over=handed_over,
        charged=ZERO,
        major_inconvenience=False,
        fitting=None,
    )


@drawn
@given(DAYS, MORE, MORE, MORE, st.none() | MORE)
def test_a_longer_reasonable_time_never_adds_a_failure(
    informed: date, first: timedelta, longer: timedelta, took: timedelta, after: timedelta | None
) -> None:
    handed_over = None if after is None else informed + min(after, took)
    short = _not_back(informed, informed + first, took, handed_over)
    long = _not_back(informed, informed + first + longer, took, handed_over)
    assert set(performance(long).failures) <= set(performance(short).failures)


@drawn
@given(DAYS, MORE, MORE, MORE, MORE)
def test_an_earlier_handing_over_never_excuses_the_seller(
    informed: date, first: timedelta, took: timedelta, one: timedelta, other: timedelta
) -> None:
    soon, late = sorted((min(one, took), min(other, took)))
    until = informed + first
    early = performance(_not_back(informed, until, took, informed + soon))
    tardy = performance(_not_back(informed, until, took, informed + late))
    never = performance(_not_back(informed, until, took, None))
    assert set(never.failures) <= set(tardy.failures) <= set(early.failures)
