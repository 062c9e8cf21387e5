"""How long the guarantee lasts as it was sold, before anything happened to the device."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from reprise.law.calendars import COUNTING, plus_months
from reprise.law.durations import Duration
from reprise.law.guarantee import guarantee_words as say
from reprise.law.guarantee.questions import Goods, Guarantee, Nature, Presumption, Shorter
from reprise.law.guarantee.sale import Agreed, Sale
from reprise.law.instruments import TERMS
from reprise.law.provision import Basis, Because, Dated, Decision, Source, in_force

# "Est dispensé de rapporter la preuve de l'existence du défaut de conformité du bien durant les
# vingt-quatre mois suivant la délivrance du bien."  That is said of the legal guarantee of used
# goods and names no exception.  It takes a proof from the consumer and none from the seller, and
# makes no guarantee longer.  What a contract gives does not hang on the state whose law it betters.
PROOF_STATED: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S64",
    open="whether terms that recall for how long the consumer need prove nothing bind to it, also "
    "where the law presumes nothing; whether the defect has to appear in that time, as is assumed "
    "here, or to be claimed in it",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Decision):
    """``lasts`` and ``until`` are None where no term is fixed (``until`` is then the expected end,
    if anybody gave one).  ``shortened`` says whether a shorter period was validly agreed.

    ``presumed_until`` is until when a defect of the device that shows itself is presumed to have
    been there; ``digital_until`` is until when the seller answers for digital elements, None where
    nothing is supplied continuously, where no rule on it was read, or while ``digital_open``: they
    are supplied without a stated end.  Each is the last second of a day where the consumer is.
    """

    lasts: Duration | None
    shortened: bool
    until: datetime | None
    presumed_until: datetime
    digital_until: datetime | None
    digital_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """What a `Term` says, in days: everything else is counted from them."""

    basis: tuple[Basis, ...]
    because: tuple[Because, ...]
    lasts: Duration | None
    shortened: bool
    until: date | None
    presumed_until: date
    digital_until: date | None
    digital_open: bool
    digital_shortened: bool


def term(law: Guarantee, sale: Sale) -> Term:
    """How long the guarantee and the presumption last, to the second."""
    found, calendar = length(law, sale), sale.calendar
    return Term(
        basis=found.basis,
        because=found.because,
        lasts=found.lasts,
        shortened=found.shortened,
        until=calendar.end_if_any(found.until),
        presumed_until=calendar.end_of(found.presumed_until),
        digital_until=calendar.end_if_any(found.digital_until),
        digital_open=found.digital_open,
    )


def length(law: Guarantee, sale: Sale) -> Length:
    """The period of the state, or the shorter one that it lets the parties agree, and the
    presumption in force when the contract was made."""
    lasts, shortened, because = _lasts(law, sale)
    basis, expected = list(rests_on(law, sale)), sale.expected_months
    until = None
    if lasts is not None:
        until = lasts.last_day(sale.delivered)
        run = say.SHORTENED if shortened else say.RUNS
        because.append(run(lasts=lasts, delivered=sale.delivered, until=until))
    else:
        because.append(say.NO_TERM())
        if expected is not None:
            until = plus_months(sale.delivered, expected)
            because.append(say.EXPECTED(months=expected, until=until))
    presumption, presumed_until = presumed(law, sale, until)
    basis.append(presumption.basis)
    because.append(say.PRESUMED(months=_for(presumption.value, sale.goods)))
    if presumption.value.unless_nature:
        because.append(say.PRESUMED_UNLESS())
    digital = _digital(law, sale)
    basis += digital.basis
    because += digital.because
    counted = (
        (lasts or _months(expected), until),
        (_months(_for(presumption.value, sale.goods)), presumed_until),
        (digital.lasts, digital.until),
    )
    if _uncertain(sale.delivered, counted):
        basis.append(COUNTING)
    return Length(
        basis=tuple(dict.fromkeys(basis)),
        because=tuple(because),
        lasts=lasts,
        shortened=shortened,
        until=until,
        presumed_until=presumed_until,
        digital_until=digital.until,
        digital_open=digital.open,
        digital_shortened=digital.shortened,
    )


def _months(number: int | None) -> Duration | None:
    return None if number is None else Duration.months(number)


def _uncertain(first: date, counted: Iterable[tuple[Duration | None, date | None]]) -> bool:
    """Whether a day that is shown ends a time from ``first`` whose last month lacks its date."""
    return any(
        each is not None and each.last_day(first) == day and each.lacks_date(first)
        for each, day in counted
    )


def presumed(law: Guarantee, sale: Sale, until: date | None) -> tuple[Dated[Presumption], date]:
    """The presumption in force when the contract was made, and its last day: never after ``until``,
    the end of the guarantee of the device or of its digital elements, unless that is only what is
    expected.  NotInForce for a contract that is older than what is known."""
    row = in_force(law.presumption, sale.concluded)
    return row, _within(law, plus_months(sale.delivered, _for(row.value, sale.goods)), until)


def freed(law: Guarantee, sale: Sale, until: date | None) -> date | None:
    """The last day on which a defect may appear for the contract to free the consumer of the proof
    that it was there at the delivery, None where it frees of none: never after ``until``, as for
    what is `presumed`."""
    if sale.proof is None:
        return None
    return _within(law, sale.proof.last_day(sale.delivered), until)


def _within(law: Guarantee, last: date, until: date | None) -> date:
    """``last``, or the end of the guarantee where that comes first and is more than expected."""
    if until is None or law.period.nature is Nature.EXPECTED:
        return last
    return min(last, until)


def _for(presumption: Presumption, goods: Goods) -> int:
    return presumption.new_months if goods is Goods.NEW else presumption.used_months


def rests_on(law: Guarantee, sale: Sale) -> tuple[Basis, ...]:
    """What the length rests on: the period, and the rule on agreements where one was tried."""
    rule = _tried(law, sale)
    return (law.period.basis, rule.basis) if rule else (law.period.basis,)


def _tried(law: Guarantee, sale: Sale) -> Shorter | None:
    """The rule on agreements, where the contract has one for less than the period."""
    period, agreed, first = _months(law.period.months), sale.agreed, sale.delivered
    if agreed is None or agreed.lasts.endless:
        return None
    if period is not None and agreed.lasts.last_day(first) >= period.last_day(first):
        return None
    return _rule(law, sale.goods)


def _rule(law: Guarantee, goods: Goods) -> Shorter:
    return law.refurbished if goods is Goods.REFURBISHED else law.used


def beyond(law: Guarantee, sale: Sale) -> Duration | None:
    """What the contract gives the device beyond the fixed period, or for as long as it names where
    none is fixed; None where it gives no more.  It is a promise beside the law, which stays as it
    is."""
    if sale.agreed is None:
        return None
    period, lasts = _months(law.period.months), sale.agreed.lasts
    if period is None:
        return lasts
    return lasts if lasts.last_day(sale.delivered) > period.last_day(sale.delivered) else None


def _lasts(law: Guarantee, sale: Sale) -> tuple[Duration | None, bool, list[Because]]:
    """The period, whether it is an agreed shorter one, and what is to be said of the agreement."""
    period = _months(law.period.months)
    if sale.agreed is None:
        return period, False, []
    rule = _tried(law, sale)
    if rule is None:
        return period, False, [say.NOT_SHORTER(lasts=sale.agreed.lasts)]
    void = _void(rule, sale, sale.agreed, sale.agreed.lasts, sale.agreed.told)
    if void is None:
        return sale.agreed.lasts, True, []
    return period, False, [void]


def _void(rule: Shorter, sale: Sale, agreed: Agreed, lasts: Duration, told: bool) -> Because | None:
    """Why a shorter period, of which the consumer was ``told`` or not, does not stand; None where
    it does.  Whether days make the least that
    can be agreed the calendar says: 365 of them are no year where it has a 29 February."""
    if sale.goods is Goods.NEW:
        return say.VOID_NEW(lasts=lasts)
    if rule.least_months is None:
        return say.VOID_HERE(lasts=lasts)
    least = Duration.months(rule.least_months)
    if lasts.last_day(sale.delivered) < least.last_day(sale.delivered):
        return say.VOID_LEAST(lasts=lasts, least=least)
    if rule.told and not told:
        untold = say.VOID_UNTOLD_SPECIALLY if rule.specially else say.VOID_UNTOLD
        return untold(lasts=lasts)
    if rule.separate and not agreed.separate:
        return say.VOID_JOINED(lasts=lasts)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Digital:
    """The period of the digital elements: no day where they have none of their own, or where it is
    ``open``; ``lasts`` None where the day is the last one of their supply."""

    until: date | None = None
    lasts: Duration | None = None
    open: bool = False
    shortened: bool = False
    basis: tuple[Basis, ...] = ()
    because: tuple[Because, ...] = ()


def _digital(law: Guarantee, sale: Sale) -> _Digital:
    """What the law gives the digital elements, or the shorter period that was agreed for them as
    it may be for the device; what was agreed for the device alone does not reach them.  Where no
    end of the supply is agreed there is no day, and the period is open."""
    by_law = _supplied(law, sale)
    if law.continuous is None or law.period.months is None:
        return _Digital()
    if by_law is None and not sale.supplied_open:
        return _Digital()
    source = law.continuous.endless if sale.supplied_open else law.continuous.stated
    said = (say.DIGITAL_OPEN if sale.supplied_open else say.DIGITAL)(months=law.period.months)
    whole = _Digital(
        until=by_law,
        lasts=None if by_law == sale.supplied_until else _months(law.period.months),
        open=sale.supplied_open,
        basis=(source,),
        because=(said,),
    )
    lasts = sale.agreed.digital if sale.agreed else None
    if sale.agreed is None or lasts is None:
        return whole
    until = lasts.last_day(sale.delivered)
    if lasts.endless or (by_law is not None and until >= by_law):
        return replace(whole, because=(said, say.DIGITAL_NOT_SHORTER(lasts=lasts)))
    rule = _rule(law, sale.goods)
    told = sale.agreed.told if sale.agreed.told_digital is None else sale.agreed.told_digital
    void = _void(rule, sale, sale.agreed, lasts, told)
    if void is not None:
        kept = (said, say.DIGITAL_VOID(why=void))
        return replace(whole, basis=(source, rule.basis), because=kept)
    return _Digital(
        until=until,
        lasts=lasts,
        shortened=True,
        basis=(law.continuous.stated, rule.basis),
        because=(say.DIGITAL_AGREED(lasts=lasts),),
    )


def _supplied(law: Guarantee, sale: Sale) -> date | None:
    """As long as the digital elements are supplied under the contract, and never less than the
    period for the device; None where nothing is supplied continuously, where the supply has no
    stated end, or where no rule was read."""
    if law.continuous is None or sale.supplied_until is None or law.period.months is None:
        return None
    return max(plus_months(sale.delivered, law.period.months), sale.supplied_until)


def beyond_digital(law: Guarantee, sale: Sale) -> Duration | None:
    """What the contract gives the digital elements beyond the law; None where it gives them nothing
    such.  It is a promise beside the law, as that of `beyond` is."""
    lasts = sale.agreed.digital if sale.agreed else None
    if lasts is None:
        return None
    if law.period.months is None or lasts.endless:
        return lasts
    if law.continuous is not None and sale.supplied_open:
        return None
    by_law = _supplied(law, sale) or plus_months(sale.delivered, law.period.months)
    return lasts if lasts.last_day(sale.delivered) > by_law else None
