"""What no consumer may ever lose by the terms, the words and the guarantees that go with a device
under the Belgian regime."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.kernel.money import Money
from reprise.law.be.conformity.clauses import Clause, Effect, Notice, clause
from reprise.law.be.conformity.commercial import Advantage, Guarantor, Promise, Service
from reprise.law.be.conformity.departures import (
    Condition,
    Deviation,
    Measure,
    Proof,
    Speaker,
    Statement,
    deviation,
    statement,
)
from reprise.law.be.conformity.guarantee import Commercial, guarantee
from reprise.law.be.conformity.promised import Replacement, Request, promised
from reprise.law.be.hidden_defects import Action, Claim, Timely, time
from reprise.law.be.hidden_defects import Wish as HiddenWish
from reprise.law.be.hidden_defects import remedy as hidden_remedy
from reprise.law.calendars import Calendar
from reprise.law.durations import FOR_LIFE, Duration, longest

EUROS = st.integers(0, 500_000).map(lambda cents: Money(cents, "EUR"))
WORTH = st.integers(1, 500_000).map(lambda cents: Money(cents, "EUR"))
DAYS = st.dates(date(2022, 1, 1), date(2030, 12, 31))
MORE = st.integers(0, 400).map(lambda days: timedelta(days=days))
BE = Calendar("BE")
ZERO = Money.zero("EUR")
# No clock decides: a first holiday table takes its time.
drawn = settings(deadline=None)

PROOFS = st.frozensets(st.sampled_from(Proof))


@drawn
@given(st.sampled_from(Speaker), PROOFS, PROOFS)
def test_more_proof_never_binds_the_seller_more(
    speaker: Speaker, some: frozenset[Proof], more: frozenset[Proof]
) -> None:
    few = statement(Statement(speaker=speaker, proved=some))
    many = statement(Statement(speaker=speaker, proved=some | more))
    assert many.binds <= few.binds


@drawn
@given(st.sampled_from(Measure), st.frozensets(st.sampled_from(Condition)))
def test_a_departure_is_excused_by_all_conditions_or_not_at_all(
    measure: Measure, fulfilled: frozenset[Condition]
) -> None:
    excused = deviation(Deviation(measure=measure, fulfilled=fulfilled)).excused
    assert excused == (measure is not Measure.AGREED and fulfilled == frozenset(Condition))


LASTS = (
    st.none()
    | st.integers(1, 60).map(Duration.months)
    | st.integers(1, 2000).map(Duration.days)
    | st.integers(1, 5).map(Duration.years)
    | st.just(FOR_LIFE)
)
PROMISES = st.builds(
    Promise,
    refund=LASTS,
    replacement=LASTS,
    repair=LASTS,
    other=LASTS,
    advantages=st.frozensets(st.sampled_from(Advantage)),
    further=st.frozensets(st.sampled_from(("answer within two days", "a spare charger"))),
    excess=st.none() | EUROS,
).filter(lambda made: made.services or not made.has_terms)
BOUND = st.sampled_from([each for each in Guarantor if each is not Guarantor.OTHER])


@drawn
@given(PROMISES, PROMISES, BOUND, DAYS)
def test_a_better_advertisement_never_costs_the_consumer_anything(
    declared: Promise, advertised: Promise, by: Guarantor, first: date
) -> None:
    made = Commercial(guarantor=by, runs_from=first, declared=declared)
    alone, both = guarantee(made), guarantee(replace(made, advertised=advertised))
    for service in Service:
        ends = _last(getattr(both, service.value), first)
        assert ends >= _last(getattr(alone, service.value), first)
        assert ends >= _last(advertised.lasts(service), first)
    assert set(alone.advantages) <= set(both.advantages)
    assert set(alone.further) <= set(both.further)
    if alone.owed_by:
        assert (both.excess or ZERO) <= (alone.excess or ZERO)
        assert advertised.excess is None or (both.excess or ZERO) <= advertised.excess
        assert advertised.advantages <= set(both.advantages)


def _of_durability(
    by: Guarantor, first: date, declared: Promise | None, advertised: Promise | None
) -> Commercial:
    return Commercial(
        guarantor=by,
        of_durability=True,
        runs_from=first,
        declared=declared,
        advertised=advertised,
    )


DURABLE = st.builds(lambda made, lasts: replace(made, durability=lasts), PROMISES, LASTS)


@drawn
@given(DURABLE, DURABLE, BOUND, DAYS)
def test_statement_and_advertising_take_no_time_from_each_other(
    declared: Promise, advertised: Promise, by: Guarantor, first: date
) -> None:
    made = _of_durability(by, first, declared, advertised)
    both = guarantee(made)
    for alone in (
        guarantee(replace(made, declared=None)),
        guarantee(replace(made, advertised=None)),
    ):
        for field in (*(each.value for each in Service), "durability"):
            ends = _last(getattr(both, field), first)
            assert ends >= _last(getattr(alone, field), first)


@drawn
@given(st.none() | PROMISES, PROMISES, BOUND, DAYS)
def test_advertising_by_another_neither_binds_the_guarantor_nor_passes_unsaid(
    declared: Promise | None, advertised: Promise, by: Guarantor, first: date
) -> None:
    made = Commercial(guarantor=by, runs_from=first, declared=declared, advertised=advertised)
    other = guarantee(replace(made, by_another=True))
    alone = guarantee(replace(made, advertised=None))
    own = guarantee(made)
    for field in (*(each.value for each in Service), "owed_by", "advantages", "further", "excess"):
        assert getattr(other, field) == getattr(alone, field)
        # As the guarantor's own it would have given the same, or the question is said.
        assert other.undecided or getattr(other, field) == getattr(own, field)


@drawn
@given(st.none() | DURABLE, DURABLE, BOUND, DAYS)
def test_nor_does_it_where_durability_is_guaranteed(
    declared: Promise | None, advertised: Promise, by: Guarantor, first: date
) -> None:
    """Sending, which comes with it by law, aside."""
    made = _of_durability(by, first, declared, advertised)
    other = guarantee(replace(made, by_another=True))
    alone = guarantee(replace(made, advertised=None))
    own = guarantee(made)
    for field in (*(each.value for each in Service), "owed_by", "durability", "further", "excess"):
        assert getattr(other, field) == getattr(alone, field)
        same = _same_day(getattr(other, field), getattr(own, field), first)
        assert other.undecided or same


def _same_day(one: object, other: object, first: date) -> bool:
    if isinstance(one, Duration) and isinstance(other, Duration):
        return one.last_day(first) == other.last_day(first)
    return one == other


def _last(lasts: Duration | None, first: date) -> date:
    return date.min if lasts is None else lasts.last_day(first)


@drawn
@given(PROMISES, LASTS.filter(bool), DAYS)
def test_a_maker_answers_for_all_the_time_of_durability(
    declared: Promise, lasts: Duration, first: date
) -> None:
    """Whatever the card says of services and terms: it only adds."""
    made = Commercial(
        guarantor=Guarantor.PRODUCER,
        of_durability=True,
        runs_from=first,
        declared=replace(declared, durability=lasts),
    )
    given = guarantee(made)
    assert given.durability == lasts
    for service in Service:
        assert getattr(given, service.value) == declared.lasts(service)
    # What is to be paid is never for a repair or a replacement in that time alone.
    more = declared.refund or declared.other or Advantage.ACCIDENTS in declared.advantages
    later = longest(first, lasts, declared.repair, declared.replacement) != lasts
    assert (given.excess is not None) == bool((more or later) and declared.excess)
    # A shop that advertises the same of it, and sending, adds nothing where nothing goes beyond.
    same = replace(
        made.declared or Promise(), advantages=declared.advantages | {Advantage.CARRIAGE}
    )
    other = guarantee(replace(made, advertised=same, by_another=True))
    sent = not (more or later) or Advantage.CARRIAGE in declared.advantages
    assert other.undecided is not sent


@drawn
@given(PROMISES, st.sampled_from(Guarantor))
def test_who_owes_owes_something_and_nobody_owes_nothing(declared: Promise, by: Guarantor) -> None:
    made = guarantee(Commercial(guarantor=by, runs_from=date(2026, 3, 5), declared=declared))
    owed = any(getattr(made, each.value) for each in Service)
    assert owed == (made.owed_by is not None)
    assert owed == (by is not Guarantor.OTHER and bool(declared.services))
    assert owed or not (made.advantages or made.further or made.excess)


@drawn
@given(st.datetimes(), st.datetimes(), st.sampled_from(Effect))
def test_a_clause_that_takes_nothing_away_is_never_void(
    agreed: datetime, notified: datetime, effect: Effect
) -> None:
    notice = Notice(defect="screen", at=notified)
    told = clause(Clause(defect="screen", agreed=agreed, notices=(notice,), effect=effect))
    other = clause(Clause(defect="battery", agreed=agreed, notices=(notice,), effect=effect))
    assert told.void == (effect is Effect.REDUCES and agreed < notified)
    assert other.void == (effect is Effect.REDUCES)


@drawn
@given(DAYS, DAYS, st.sampled_from(["BE", "FR", "NL", "DE"]))
def test_an_earlier_request_or_receipt_never_comes_later(
    one: date, other: date, country: str
) -> None:
    def request(asked: date, received: date, possible: bool) -> Request:
        return Request(
            asked=asked,
            wish=Replacement.IDENTICAL,
            identical_possible=possible,
            equivalent_possible=False,
            received=received,
            calendar=BE,
            dispatch=Calendar(country),
        )

    earlier, later = sorted((one, other))
    shipped = [promised(request(earlier, each, True)).ship_by for each in (earlier, later)]
    repaid = [promised(request(each, each, False)).refund_by for each in (earlier, later)]
    for first, second in (shipped, repaid):
        assert first is not None
        assert second is not None
        assert first <= second


@drawn
@given(DAYS, MORE, st.integers(1, 60), st.integers(0, 60))
def test_a_longer_period_in_the_terms_never_hurts(
    discovered: date, after: timedelta, months: int, more: int
) -> None:
    def outcome(stated: int) -> Timely:
        return time(
            Action(
                discovered=discovered,
                brought=discovered + after,
                calendar=BE,
                stated=Duration.months(stated),
            )
        ).outcome

    if outcome(months) is Timely.BY_TERMS:
        assert outcome(months + more) is Timely.BY_TERMS


@drawn
@given(WORTH, st.integers(0, 100), EUROS, EUROS, st.sampled_from(HiddenWish))
def test_a_seller_who_knew_never_owes_less(
    price: Money, percent: int, damages: Money, costs: Money, wish: HiddenWish
) -> None:
    part = Money(price.minor * percent // 100, "EUR")

    def total(knew: bool) -> Money:
        return hidden_remedy(
            Claim(
                wish=wish,
                price=price,
                part=part,
                seller_knew=knew,
                damages=damages,
                sale_costs=costs,
                return_cost=ZERO,
            )
        ).total

    assert total(False) <= total(True)
