"""The Belgian regime says what it decided: one sentence for each thing that may be the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reprise.kernel.money import Money
from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import criteria_words as criteria
from reprise.law.be.conformity import guarantee_words as commercial
from reprise.law.be.conformity import remedies_words as remedies
from reprise.law.be.conformity import second_stage_words as stage
from reprise.law.be.conformity.commercial import Advantage, Guarantor, Promise
from reprise.law.be.conformity.criteria import (
    Agreed,
    Agreement,
    Device,
    Expected,
    Shortfall,
    objective,
    subjective,
)
from reprise.law.be.conformity.departures import Deviation, Measure
from reprise.law.be.conformity.guarantee import Advert, Commercial, guarantee
from reprise.law.be.conformity.performance import Failure, Work, performance
from reprise.law.be.conformity.remedies import (
    Choice,
    Objection,
    Weighed,
    Wish,
    remedy,
)
from reprise.law.be.conformity.remedies import (
    Ground as Objected,
)
from reprise.law.be.conformity.second_stage import Ground, Stage, second_stage
from reprise.law.be.conformity.updates import Supply, Update
from reprise.law.be.guarantee import over_time
from reprise.law.calendars import Calendar
from reprise.law.durations import FOR_LIFE, Duration
from reprise.law.guarantee import guarantee_words as guaranteed
from reprise.law.guarantee.questions import Goods
from reprise.law.guarantee.sale import Agreed as Months
from reprise.law.guarantee.sale import History, Sale
from reprise.law.provision import Decision, Sentence


def said(decision: Decision) -> list[Sentence]:
    return [each.sentence for each in decision.because]


def test_an_accessory_is_expected_and_a_quality_is_normal() -> None:
    """Art. 1649ter, § 3: 3° asks what can be expected, 4° what is normal for the type as well."""
    for what, *sentences in (
        (Expected.ACCESSORIES, criteria.NOT_RECEIVED),
        (Expected.PACKAGING, criteria.NOT_RECEIVED),
        (Expected.INSTRUCTIONS, criteria.NOT_RECEIVED),
        (Expected.DURABILITY, criteria.MEANS["durability"], criteria.NOT_AS_EXPECTED),
        (Expected.QUANTITY, criteria.NOT_AS_EXPECTED),
        (Expected.FITNESS, criteria.UNFIT),
    ):
        assert said(objective(Device(shortfalls=(Shortfall(what=what),)))) == sentences


def test_what_was_never_agreed_is_measured_otherwise() -> None:
    given = Agreement(
        agreed=frozenset({Agreed.TYPE}), lacking=frozenset({Agreed.TYPE, Agreed.QUALITY})
    )
    assert said(subjective(given)) == [criteria.NEVER_AGREED, criteria.NOT_AS_AGREED]


def test_a_late_repair_opens_the_second_stage_under_a_ground_that_says_so() -> None:
    """Whatever `performance` says is open, one ground of `second_stage` names it in words."""
    late = performance(
        Work(
            kind=Wish.REPAIR,
            informed=date(2026, 3, 2),
            reasonable_until=date(2026, 3, 16),
            day=date(2026, 4, 13),
            done=date(2026, 4, 13),
            handed_over=date(2026, 3, 2),
            charged=Money.zero("EUR"),
            major_inconvenience=False,
            fitting=None,
        )
    )
    opened = second_stage(Stage(grounds=frozenset({Ground.POORLY_DONE})))
    assert late.failures == (Failure.LATE,)
    assert late.second_stage == opened.reduction
    assert opened.because[0].values == {"grounds": (stage.GROUNDS["poorly_done"],)}


def test_whether_the_time_waits_for_the_device_is_open_once_it_would_be_over() -> None:
    """Art. 1649quinquies, § 3, al. 1, 2° counts from informing the seller, wherever the device is:
    on the last day nothing hangs on that, the day after the seller is late or not by it."""
    for day, waits in ((date(2026, 3, 16), False), (date(2026, 3, 17), True)):
        kept = performance(
            Work(
                kind=Wish.REPAIR,
                informed=date(2026, 3, 2),
                reasonable_until=date(2026, 3, 16),
                day=day,
                done=None,
                handed_over=None,
                charged=Money.zero("EUR"),
                major_inconvenience=False,
                fitting=None,
            )
        )
        assert kept.proper
        assert (art.HANDED_OVER in kept.basis) is waits


def test_no_statement_is_said_to_bind_where_there_is_none() -> None:
    year, day = Promise(repair=Duration.years(1)), date(2026, 3, 5)
    for advert, corrected in (
        (Advert.CORRECTED, [commercial.ADVERT_CORRECTED, commercial.NO_STATEMENT]),
        (Advert.LATER, [commercial.ADVERT_LATER]),
    ):
        gone = guarantee(
            Commercial(
                guarantor=Guarantor.SELLER,
                runs_from=day,
                declared=None,
                advertised=year,
                advert=advert,
            )
        )
        assert said(gone) == [*corrected, commercial.NOTHING_BINDS]
    nothing = Commercial(guarantor=Guarantor.SELLER, runs_from=day, declared=Promise())
    assert said(guarantee(nothing)) == [commercial.NOT_COMMERCIAL]


OPEN_OF_DURABILITY = {
    art.DURABILITY_UNSERVED,
    art.DURABILITY_UNSAID,
    art.DURABILITY_EXCESS,
    art.DURABILITY_FOR_LIFE,
    art.DURABILITY_TOGETHER,
}


def test_what_is_open_of_a_durability_is_a_ground_of_its_own() -> None:
    """That statement and advertising are compared point by point is another question."""
    year, longer = Duration.years(1), Duration.years(5)
    repaired = Promise(repair=year)
    lent = replace(repaired, advantages=frozenset({Advantage.LOAN}), excess=Money(4900, "EUR"))
    for by, declared, advertised, opened in (
        (Guarantor.SELLER, repaired, Promise(durability=longer), {art.DURABILITY_UNSERVED}),
        (Guarantor.SELLER, None, Promise(durability=longer), {art.DURABILITY_UNSERVED}),
        (Guarantor.SELLER, repaired, Promise(durability=longer, other=longer), set()),
        (Guarantor.SELLER, repaired, Promise(durability=year), set()),
        (Guarantor.PRODUCER, repaired, Promise(durability=longer), set()),
        (Guarantor.PRODUCER, repaired, Promise(other=longer), {art.DURABILITY_UNSAID}),
        (Guarantor.PRODUCER, repaired, Promise(repair=longer), set()),
        (Guarantor.PRODUCER, lent, lent, {art.DURABILITY_EXCESS}),
        (Guarantor.PRODUCER, Promise(repair=FOR_LIFE), repaired, {art.DURABILITY_FOR_LIFE}),
        (Guarantor.SELLER_AND_PRODUCER, repaired, repaired, {art.DURABILITY_TOGETHER}),
        (Guarantor.PRODUCING_SELLER, repaired, repaired, set()),
    ):
        given = guarantee(
            Commercial(
                guarantor=by,
                of_durability=True,
                runs_from=date(2026, 3, 5),
                declared=declared,
                advertised=advertised,
            )
        )
        assert OPEN_OF_DURABILITY & set(given.basis) == opened


def test_whose_life_a_shop_means_is_open_without_a_service_too() -> None:
    made = Commercial(
        guarantor=Guarantor.SELLER,
        of_durability=True,
        runs_from=date(2026, 3, 5),
        declared=Promise(durability=FOR_LIFE),
    )
    assert art.GUARANTEE_FOR_LIFE in guarantee(made).basis


def test_what_was_not_weighed_is_what_the_paragraph_names() -> None:
    """§ 2 weighs three circumstances against the other remedy, § 4 the value or the defect."""
    for ground, weighed, sentence in (
        (Objected.DEARER, frozenset({Weighed.VALUE}), remedies.NOT_WEIGHED),
        (Objected.TOO_DEAR, frozenset(), remedies.NOT_WEIGHED_AT_ALL),
    ):
        answer = remedy(
            Choice(
                asked=Wish.REPAIR,
                value=Money(30_000, "EUR"),
                repair_cost=Money(20_000, "EUR"),
                replacement_cost=Money(10_000, "EUR"),
                against_repair=(
                    Objection(
                        ground=ground, why="the board burnt", this_device=True, weighed=weighed
                    ),
                ),
            )
        )
        assert sentence in said(answer)
        assert said(answer)[-1] == remedies.DAMAGES


def test_what_was_accepted_of_a_battery_excuses_no_missing_update() -> None:
    """Art. 1649ter, § 7 is about one particular characteristic."""
    day = date(2026, 6, 1)
    with pytest.raises(ValueError, match="departs from § 5"):
        Update(
            calendar=Calendar("BE"),
            digital_elements=True,
            supply=Supply.ONCE,
            expected_until=day,
            day=day,
            told=True,
            supplied=False,
            deviation=Deviation(measure=Measure.NORMAL, fulfilled=frozenset()),
        )


@pytest.mark.parametrize(
    ("promised", "sentence"),
    [
        (0, guaranteed.AGREED_LONGER),
        (36, guaranteed.AGREED_LONGER),
        (48, guaranteed.PROMISE_BETTER),
    ],
)
def test_longer_months_of_the_contract_are_not_called_a_commercial_guarantee(
    promised: int, sentence: Sentence
) -> None:
    """Art. 1649bis, § 1, 11° is about criteria other than conformity; art. 1649octies lets a
    contract go beyond the law on conformity itself."""
    sale = Sale(
        calendar=Calendar("BE"),
        goods=Goods.REFURBISHED,
        concluded=date(2026, 6, 15),
        delivered=date(2026, 6, 19),
        agreed=Months(lasts=Duration.years(3), told=False, separate=False),
    )
    history = History(
        sale=sale, as_of=date(2027, 1, 4), promised=Duration.months(promised) if promised else None
    )
    both = {guaranteed.AGREED_LONGER, guaranteed.PROMISE_BETTER}
    assert [each for each in said(over_time(history)) if each in both] == [sentence]
