"""How far the guarantee reaches: what stops the clock, what a repair or a replacement adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from reprise.law.calendars import COUNTING, plus_months, union_of_days
from reprise.law.durations import Duration
from reprise.law.eu import repair
from reprise.law.guarantee import guarantee_words as say
from reprise.law.guarantee.period import Length
from reprise.law.guarantee.questions import Cause, Guarantee, Nature
from reprise.law.guarantee.sale import History, Stretch
from reprise.law.provision import Basis, Because, Sentence

CAUSES: Final[dict[Cause, Sentence]] = {
    Cause.REPAIR: say.REPAIR,
    Cause.REPLACEMENT: say.REPLACEMENT,
    Cause.NEGOTIATION: say.NEGOTIATION,
}


@dataclass(frozen=True, slots=True)
class Reach:
    """The end, what it rests on and why; ``stops`` are the stretches for which a clock stood, that
    of the device or that of its digital elements, which end on ``digital_until`` or, where
    ``digital_open``, on no day that is known: then nothing moves it.  ``supply_moved``: the day is
    later than the end of a supply that lasts longer than the period."""

    until: date | None
    basis: tuple[Basis, ...] = ()
    because: tuple[Because, ...] = ()
    stops: tuple[Stretch, ...] = ()
    digital_until: date | None = None
    digital_open: bool = False
    supply_moved: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """One guarantee: its end as it began, and what happened while it ran.  ``renewed`` is the day
    of the imposed replacement that began it, None for the guarantee of the sale."""

    base: date
    renewed: date | None = None
    taken: tuple[Stretch, ...] = ()


def reach(law: Guarantee, history: History, sold: Length) -> Reach:
    """The end of the guarantee after everything that happened, in the order in which it began.

    A stretch that began after the end, as it then stood, counts for nothing.  A replacement that
    the seller imposed starts a guarantee beside the first; the later end is the end.  Where no term
    is fixed nothing is counted.
    """
    if sold.until is None or law.period.nature is Nature.EXPECTED:
        return Reach(sold.until)
    runs, stops, beside = [_Run(sold.until)], [], []
    digital_until, digital = _digital(law, history, sold)
    for stretch in _in_order(history):
        end = max(_end(law, history, sold, run)[0] for run in runs)
        if stretch.first > end:
            beside.append(say.AFTER_THE_END(first=stretch.first, until=end))
            stops += [stretch] if stretch in digital else []
            continue
        runs = [replace(run, taken=(*run.taken, stretch)) for run in runs]
        if stretch.cause in law.suspends:
            stops.append(stretch)
        else:
            beside.append(say.RUNS_ON(cause=CAUSES[stretch.cause], first=stretch.first))
        if stretch.imposed and stretch.last and law.imposed_replacement:
            renewed = plus_months(stretch.last, law.imposed_replacement.months)
            runs.append(_Run(renewed, renewed=stretch.last))
    beside += [say.STILL_LASTS(first=each.first) for each in stops if each.last is None]
    best = max(runs, key=lambda run: _end(law, history, sold, run)[0])
    until, basis, because = _end(law, history, sold, best)
    if digital and sold.digital_shortened and law.agreed_stops:
        basis = (*basis, law.agreed_stops)
    if _may_lengthen(history, digital_until):
        basis = (*basis, repair.EXTEND_DIGITAL)
    because = (*because, *beside)
    return Reach(
        until,
        basis,
        because,
        tuple(stops),
        digital_until,
        sold.digital_open,
        bool(digital) and _outlasts(law, history, sold),
    )


def _in_order(history: History) -> list[Stretch]:
    """Of what took the same days an imposed replacement is first: what its guarantee takes in is
    to the consumer's good, and the order of telling decides nothing."""
    return sorted(
        history.stretches,
        key=lambda each: (
            each.first,
            each.last or date.max,
            not each.imposed,
            each.cause.value,
        ),
    )


def _digital(
    law: Guarantee, history: History, sold: Length
) -> tuple[date | None, tuple[Stretch, ...]]:
    """The end for digital elements, and what stopped their clock: it may run, and stand still, when
    that of the device is over."""
    end = sold.digital_until
    taken: tuple[Stretch, ...] = ()
    for stretch in _in_order(history):
        if sold.digital_until and end and stretch.first <= end and stretch.cause in law.suspends:
            taken = (*taken, stretch)
            end = sold.digital_until + timedelta(days=_days(taken, history))
    return end, taken


def _outlasts(law: Guarantee, history: History, sold: Length) -> bool:
    """Whether what the law gives the digital elements ends with a supply longer than the period."""
    months, end = law.period.months, sold.digital_until
    if months is None or end is None or sold.digital_shortened:
        return False
    return end > plus_months(history.sale.delivered, months)


def _may_lengthen(history: History, digital_until: date | None) -> bool:
    """Whether a repair that is done, and began while the seller answered for the digital elements,
    falls under the directive on repair: whether its months reach them is open."""
    if digital_until is None or history.sale.concluded < repair.SINCE:
        return False
    return any(
        each.cause is Cause.REPAIR and each.last is not None and each.first <= digital_until
        for each in history.stretches
    )


def _days(stops: Iterable[Stretch], history: History) -> int:
    """The length of their union; what still lasts counts up to the day asked."""
    return union_of_days((each.first, each.last or history.as_of) for each in stops)


_End = tuple[date, tuple[Basis, ...], tuple[Because, ...]]


def _end(law: Guarantee, history: History, sold: Length, run: _Run) -> _End:
    """Where one guarantee ends, what that rests on and why."""
    basis: list[Basis] = []
    because: list[Because] = []
    if run.renewed and law.imposed_replacement:
        months = law.imposed_replacement.months
        basis += (law.imposed_replacement.basis, *_counted(run.renewed, months))
        because.append(say.RENEWED(months=months, replaced=run.renewed, until=run.base))
    stopped = [each for each in run.taken if each.cause in law.suspends]
    days = _days(stopped, history)
    end = run.base + timedelta(days=days)
    if days:
        basis += [law.suspends[each.cause] for each in stopped]
        if sold.shortened and law.agreed_stops:
            basis.append(law.agreed_stops)
        because.append(say.MOVED(days=days, until=end))
    longer = _after_repair(law, history, sold, run, end)
    if longer:
        end = max(each[0] for each in longer)
        basis += [each for option in longer for each in option[1]]
        because += max(longer, key=lambda option: option[0])[2]
        if len(longer) > 1:
            because.append(say.LONGER_ONLY())
    return end, tuple(basis), tuple(because)


def _after_repair(
    law: Guarantee, history: History, sold: Length, run: _Run, end: date
) -> list[_End]:
    """What a finished repair adds to ``end``: by the directive on repair, by the state itself.
    They are not added to each other."""
    repairs = sum(each.cause is Cause.REPAIR and each.last is not None for each in run.taken)
    longer: list[_End] = []
    if repairs and history.sale.concluded >= repair.SINCE:
        extended = repair.extension(
            repair.Repaired(
                concluded=history.sale.concluded,
                until=end,
                repaired=True,
                shortened=sold.shortened,
                calendar=history.sale.calendar,
            )
        )
        basis = (*extended.basis, *_counted(end, extended.months))
        longer.append((extended.until.date(), basis, extended.because))
    if repairs and law.after_repair:
        months = law.after_repair.months * min(repairs, law.after_repair.times)
        until = plus_months(end, months)
        said = say.REPAIRED(repairs=repairs, months=months, until=until)
        longer.append((until, (law.after_repair.basis, *_counted(end, months)), (said,)))
    return longer


def _counted(first: date, months: int) -> tuple[Basis, ...]:
    """What the day rests on where the last of these months lacks the date of ``first``."""
    return (COUNTING,) if Duration.months(months).lacks_date(first) else ()
