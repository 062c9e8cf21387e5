"""What no consumer may ever lose under the Belgian regime, and facts that make no sense."""

from __future__ import annotations

import string
import sys
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.kernel.money import Money
from reprise.law.be.conformity.clauses import Clause, Effect, clause
from reprise.law.be.conformity.commercial import Advantage, Guarantor, Promise, Service
from reprise.law.be.conformity.criteria import Agreed, Agreement, Expected, Shortfall
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
from reprise.law.be.conformity.guarantee import Commercial, Durable, guarantee
from reprise.law.be.conformity.performance import Work, performance
from reprise.law.be.conformity.promised import Replacement, Request, promised
from reprise.law.be.conformity.recourse import Claimed
from reprise.law.be.conformity.remedies import (
    Choice,
    First,
    Objection,
    Weighed,
    Wish,
    Worn,
    remedy,
)
from reprise.law.be.conformity.remedies import Ground as Objected
from reprise.law.be.conformity.scope import Bargain, Contract, Person, Thing
from reprise.law.be.conformity.second_stage import (
    Declaration,
    Ground,
    Item,
    Minor,
    Returned,
    Stage,
    Values,
    reduction,
    refund,
    second_stage,
    termination,
)
from reprise.law.be.conformity.updates import NotInstalled, Supply, Teller, Update
from reprise.law.be.conformity.use import Paying, Used, use
from reprise.law.be.hidden_defects import Action, Claim, Timely, time
from reprise.law.be.hidden_defects import Wish as HiddenWish
from reprise.law.be.hidden_defects import remedy as hidden_remedy
from reprise.law.calendars import Calendar
from reprise.law.fr import hidden_defects as fr
from reprise.law.provision import LANGUAGES, Sentence
from reprise.law.reading import FactsRefused, facts_of, load
from reprise.law.registry import named

EUROS = st.integers(0, 500_000).map(lambda cents: Money(cents, "EUR"))
WORTH = st.integers(1, 500_000).map(lambda cents: Money(cents, "EUR"))
DAYS = st.dates(date(2022, 1, 1), date(2030, 12, 31))
MORE = st.integers(0, 400).map(lambda days: timedelta(days=days))
BE = Calendar("BE")
ZERO = Money.zero("EUR")
CENT_LESS = Money(-1, "EUR")
# No clock decides: a first holiday table takes its time.
drawn = settings(deadline=None)


@drawn
@given(EUROS, WORTH, EUROS, EUROS)
def test_a_worse_device_never_reduces_the_price_less(
    price: Money, conform: Money, one: Money, other: Money
) -> None:
    worse, better = sorted((one, other))
    more = reduction(Values(price=price, conform=conform, received=worse)).refund
    less = reduction(Values(price=price, conform=conform, received=better)).refund
    assert ZERO <= less <= more <= price


def _use(amount: Money, bought: date, until: date, idle: int, expected: int) -> Used:
    return Used(
        paying=Paying.TERMINATION,
        claimed=True,
        refund=amount,
        delivered=bought,
        until=until,
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


MONTHS = st.integers(0, 60)
PROMISES = st.builds(
    Promise,
    refund=MONTHS,
    replacement=MONTHS,
    repair=MONTHS,
    other=MONTHS,
    advantages=st.frozensets(st.sampled_from(Advantage)),
    further=st.frozensets(st.sampled_from(("answer within two days", "a spare charger"))),
    excess=st.none() | EUROS,
).filter(lambda made: made.services or not made.has_terms)
BOUND = st.sampled_from((Guarantor.SELLER, Guarantor.SELLERS_AGENT, Guarantor.PRODUCER))


@drawn
@given(PROMISES, PROMISES, BOUND)
def test_a_better_advertisement_never_costs_the_consumer_anything(
    declared: Promise, advertised: Promise, by: Guarantor
) -> None:
    alone = guarantee(Commercial(guarantor=by, declared=declared))
    both = guarantee(Commercial(guarantor=by, declared=declared, advertised=advertised))
    for service in Service:
        assert getattr(both, service.value) >= getattr(alone, service.value)
        assert getattr(both, service.value) >= advertised.months(service)
    assert set(alone.advantages) <= set(both.advantages)
    assert set(alone.further) <= set(both.further)
    if alone.owed_by:
        assert (both.excess or ZERO) <= (alone.excess or ZERO)
        assert advertised.excess is None or (both.excess or ZERO) <= advertised.excess
        assert advertised.advantages <= set(both.advantages)


@drawn
@given(PROMISES, st.sampled_from(Guarantor))
def test_who_owes_owes_something_and_nobody_owes_nothing(declared: Promise, by: Guarantor) -> None:
    made = guarantee(Commercial(guarantor=by, declared=declared))
    owed = any(getattr(made, each.value) for each in Service)
    assert owed == (made.owed_by is not None)
    assert owed == (by is not Guarantor.OTHER and bool(declared.services))
    assert owed or not (made.advantages or made.further or made.excess)


@drawn
@given(st.datetimes(), st.datetimes(), st.sampled_from(Effect))
def test_a_clause_that_takes_nothing_away_is_never_void(
    agreed: datetime, notified: datetime, effect: Effect
) -> None:
    void = clause(Clause(agreed=agreed, notified=notified, effect=effect)).void
    assert void == (effect is Effect.REDUCES and agreed < notified)


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
                stated_months=stated,
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


def _absurd() -> list[tuple[Any, dict[str, Any], str]]:
    euro = Money(100, "EUR")
    day = date(2026, 3, 2)
    claim = {"price": euro, "part": Money(101, "EUR"), "seller_knew": False}
    costs = {"damages": ZERO, "sale_costs": ZERO}
    used = {"paying": Paying.TERMINATION, "claimed": True, "refund": euro, "delivered": day}
    bargain = {"buyer": Person.NATURAL, "buyer_trades": False, "seller_trades": True}
    update = {
        "calendar": BE,
        "digital_elements": True,
        "day": day,
        "told": True,
        "supplied": False,
    }
    return [
        (Values, {"price": euro, "conform": ZERO, "received": ZERO}, "worth something"),
        (Values, {"price": euro, "conform": euro, "received": CENT_LESS}, "received: not below"),
        (Values, {"price": CENT_LESS, "conform": euro, "received": ZERO}, "price: not below"),
        (
            Worn,
            {"noticed": None, "should_have_noticed": None, "used_until": day, "grown": euro},
            "one of the two",
        ),
        *(
            (
                Work,
                {
                    "kind": Wish.REPAIR,
                    "informed": day,
                    "reasonable_until": day,
                    "day": day,
                    "done": None,
                    "handed_over": None,
                    "charged": ZERO,
                    "major_inconvenience": False,
                    name: wrong,
                },
                said,
            )
            for name, wrong, said in (
                ("handed_over", date(2026, 3, 3), "handed_over, day: "),
                ("reasonable_until", date(2026, 3, 1), "reasonable_until, informed: "),
                ("done", date(2026, 3, 1), "done, informed: "),
                ("done", date(2026, 3, 3), "done, day: "),
            )
        ),
        (
            Agreement,
            {"agreed": frozenset({Agreed.PURPOSE}), "lacking": frozenset()},
            "stands in purpose",
        ),
        (
            Agreement,
            {"agreed": frozenset(), "lacking": frozenset({Agreed.PURPOSE})},
            "stands in purpose",
        ),
        (
            Declaration,
            {"stage": Stage(grounds=frozenset()), "declared": day, "items": ()},
            "does not conform",
        ),
        (
            Declaration,
            {
                "stage": Stage(grounds=frozenset()),
                "declared": day,
                "items": (
                    Item(name="phone", price=euro, conforms=False),
                    Item(name="case", price=euro, conforms=True, goes_with="tablet"),
                ),
            },
            "goes_with",
        ),
        *(
            (
                Declaration,
                {
                    "stage": Stage(grounds=frozenset()),
                    "declared": day,
                    "items": (
                        Item(name="phone", price=euro, conforms=False, **stays),
                        Item(name="watch", price=euro, conforms=False),
                        Item(name="case", price=euro, conforms=True, keepable=False),
                    ),
                },
                "goes_with, items: says with which it goes",
            )
            for stays in ({"left_out": True}, {"minor": True})
        ),
        (
            Shortfall,
            {
                "what": Expected.SECURITY,
                "deviation": Deviation(measure=Measure.UPDATES, fulfilled=frozenset()),
            },
            "deviation: ",
        ),
        (Shortfall, {"what": Expected.PACKAGING, "normal": False}, "normal: "),
        (
            NotInstalled,
            {
                "arose": day,
                "day": date(2026, 3, 1),
                "reasonable_until": day,
                "only_cause": True,
                "told_available": Teller.SELLER,
                "told_consequences": Teller.SELLER,
                "poor_instructions": False,
            },
            "arose, day: ",
        ),
        (
            Update,
            {
                **update,
                "supply": Supply.CONTINUOUS,
                "liable_until": day,
                "agreed_until": day,
            },
            "agreed_until, liable_until: ",
        ),
        (Update, {**update, "supply": Supply.ONCE}, "supply, expected_until: "),
        *(
            (
                Bargain,
                {**bargain, "contract": Contract.DIGITAL_SUPPLY, "thing": thing},
                "contract, thing: ",
            )
            for thing in (Thing.DIGITAL_ELEMENTS, Thing.MOVABLE)
        ),
        (Update, {**update, "supply": Supply.CONTINUOUS}, "liable_until, digital_open: "),
        (
            Update,
            {
                **update,
                "supply": Supply.CONTINUOUS,
                "liable_until": day,
                "digital_open": True,
            },
            "liable_until, digital_open: ",
        ),
        (
            Claimed,
            {
                "seller_liable": True,
                "by_upstream": True,
                "contractual": False,
                "limiting_clause": True,
            },
            "contractual, limiting_clause: ",
        ),
        (
            Durable,
            {
                "guarantor": Guarantor.PRODUCER,
                "of_durability": True,
                "until": day,
                "failed": date(2026, 3, 3),
                "day": day,
            },
            "day, failed: ",
        ),
        (Promise, {"repair": -1}, "repair, other: months are not below zero"),
        (Promise, {"repair": 12, "excess": Money(-1, "EUR")}, "excess: not below zero"),
        (
            Action,
            {"discovered": day, "brought": date(2026, 3, 1), "calendar": BE},
            "brought, discovered: ",
        ),
        (
            fr.Action,
            {"discovered": day, "brought": date(2026, 3, 1), "calendar": BE},
            "brought, discovered: ",
        ),
        (Used, {**used, "until": day, "expected_months": 0}, "at least one"),
        (Used, {**used, "until": date(2026, 3, 1), "expected_months": 36}, "until, delivered: "),
        (
            Used,
            {**used, "until": day, "out_of_use": -1, "expected_months": 36},
            "out_of_use: not below zero",
        ),
        (
            Used,
            {**used, "until": day, "expected_months": 36, "replaced": date(2026, 1, 1)},
            "replaced, until: ",
        ),
        (
            Used,
            {**used, "until": day, "expected_months": 36, "replaced": date(2026, 12, 1)},
            "replaced, until: ",
        ),
        (Claim, {**claim, **costs, "wish": HiddenWish.KEEP, "return_cost": ZERO}, "part, price: "),
        (fr.Claim, {**claim, **costs, "wish": fr.Wish.KEEP}, "at most"),
    ]


@pytest.mark.parametrize(("kind", "values", "said"), _absurd())
def test_facts_that_make_no_sense_are_refused(kind: Any, values: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        kind(**values)


def test_a_field_that_yaml_reads_as_no_text_is_refused_by_its_name() -> None:
    with pytest.raises(FactsRefused, match="no such field: on"):
        facts_of(named("be.conformity.lock"), load("{rests_on: conformity, lock_on: true, on: 1}"))


def test_named_choices_have_words_in_every_language() -> None:
    wrong = []
    for module, loaded in sorted(sys.modules.items()):
        if not module.startswith(("reprise.law.be", "reprise.law.fr")):
            continue
        for name, words in vars(loaded).items():
            if not (isinstance(words, dict) and name.isupper() and not name.startswith("_")):
                continue
            for key, sentence in words.items():
                assert isinstance(sentence, Sentence), (module, name)
                texts = [getattr(sentence, language) for language in LANGUAGES]
                names = {
                    tuple(
                        sorted(
                            {field for _, field, _, _ in string.Formatter().parse(text) if field}
                        )
                    )
                    for text in texts
                }
                if not all(text.strip() for text in texts) or len(names) > 1:
                    wrong.append((module, name, key))
    assert not wrong


def _fields(text: str) -> frozenset[str]:
    return frozenset(field for _, field, _, _ in string.Formatter().parse(text) if field)
