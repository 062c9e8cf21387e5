"""One timeline of a device: what applies until when, in dated segments, each with its basis.

The legal guarantee ends at `delivery + period + length of the union of the suspensions + what a
repair adds` (`reprise.law.guarantee.clock`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.law.calendars import COUNTING, Calendar
from reprise.law.durations import Duration, longest
from reprise.law.guarantee import guarantee_words as say
from reprise.law.guarantee.clock import CAUSES, Reach, reach
from reprise.law.guarantee.duties import act_by, act_in_words, notice_rule, tell_by, tell_in_words
from reprise.law.guarantee.period import (
    PROOF_STATED,
    Length,
    beyond,
    freed,
    length,
    presumed,
    rests_on,
)
from reprise.law.guarantee.questions import Guarantee
from reprise.law.guarantee.sale import Found, History
from reprise.law.instruments import TERMS
from reprise.law.provision import Basis, Because, Decision, Source

PROMISE: Final = Basis(TERMS, "", Source.TERMS, "S74")
PROMISE_FOR_LIFE: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S74",
    open='whose life a promise "for life" means, and when it ends: here it has no end',
)


class Layer(Enum):
    """What a segment is."""

    GUARANTEE = "guarantee"
    DIGITAL = "digital"
    PRESUMPTION = "presumption"
    PROOF = "proof"
    PROMISE = "promise"
    SUSPENDED = "suspended"
    NOTICE = "notice"
    LIMITATION = "limitation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """From ``first`` to ``last``, both included (None: no fixed end, or not over), and why."""

    layer: Layer
    first: date
    last: date | None
    basis: tuple[Basis, ...] = field(default=(), compare=False)
    because: tuple[Because, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.layer.value} {self.first} to {self.last or 'an open end'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Decision):
    """What a buyer is shown.

    ``until`` is the end of the legal guarantee (None: no term is fixed and none expected);
    ``digital_until`` that for digital elements, with no day and ``digital_open`` as in a `Term`;
    ``promised_until`` the end of what was promised beside it, None where nothing was, or where
    ``promised_for_life``; it has a segment only where it lasts longer than the legal one.  So has
    what the contract promises of the proof, beside ``presumed_until``, which is the law's own.
    Each end is the last second of a day where the consumer is; ``segments`` are of whole days
    there, by ``calendar``.
    """

    until: datetime | None
    presumed_until: datetime
    digital_until: datetime | None
    digital_open: bool
    promised_until: datetime | None
    promised_for_life: bool
    segments: tuple[Segment, ...]
    calendar: Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a `Timeline` says, in days; ``promised`` is for how long something was."""

    basis: tuple[Basis, ...]
    because: tuple[Because, ...]
    until: date | None
    presumed_until: date
    digital_until: date | None
    digital_open: bool
    promised: Duration | None
    promised_until: date | None
    segments: tuple[Segment, ...]


def timeline(law: Guarantee, history: History) -> Timeline:
    """Everything that applies to the device until when, to the second."""
    found, calendar = line_of(law, history), history.sale.calendar
    return Timeline(
        basis=found.basis,
        because=found.because,
        until=calendar.end_if_any(found.until),
        presumed_until=calendar.end_of(found.presumed_until),
        digital_until=calendar.end_if_any(found.digital_until),
        digital_open=found.digital_open,
        promised_until=calendar.end_if_any(found.promised_until),
        promised_for_life=found.promised is not None and found.promised.endless,
        segments=found.segments,
        calendar=calendar,
    )


def line_of(law: Guarantee, history: History) -> Line:
    """Everything that applies to the device, by the answers of one state."""
    sold = length(law, history.sale)
    reached = reach(law, history, sold)
    promised = longest(history.sale.delivered, beyond(law, history.sale), history.promised)
    promise = tuple(_promise(law, history, promised, reached.until))
    segments = (
        *_guarantees(law, history, sold, reached),
        *promise,
        *(each for found in history.defects for each in _about(law, history, found, reached)),
    )
    basis = [*sold.basis, *reached.basis, *(each for one in segments for each in one.basis)]
    because = [*sold.because, *reached.because]
    because += [each for one in segments for each in one.because]
    basis += _left_open(law, history, reached, promised)
    if promised and not promise:
        basis.append(PROMISE)
        because.append(say.PROMISE_LESS(until=promised.last_day(history.sale.delivered)))
    return Line(
        basis=tuple(dict.fromkeys(basis)),
        because=tuple(each for at, each in enumerate(because) if each not in because[:at]),
        until=reached.until,
        presumed_until=presumed(law, history.sale, reached.until)[1],
        digital_until=reached.digital_until,
        digital_open=reached.digital_open,
        promised=promised,
        promised_until=promised.ends(history.sale.delivered) if promised else None,
        segments=segments,
    )


def _left_open(
    law: Guarantee, history: History, reached: Reach, promised: Duration | None
) -> Iterator[Basis]:
    """What makes it open whether something that goes on here stands still with the guarantee: a
    longer period of the contract, the presumption.  Neither can once it is over."""
    sale = history.sale
    agreed = promised if promised == beyond(law, sale) else None
    longer = agreed.ends(sale.delivered) if agreed else None
    if law.longer_stops and longer and stopped_by(law, history, longer):
        yield law.longer_stops
    presumed_until = presumed(law, sale, reached.until)[1]
    outlived = reached.until is not None and presumed_until < reached.until
    if law.presumption_stops and outlived and stopped_by(law, history, presumed_until):
        yield law.presumption_stops


def stopped_by(law: Guarantee, history: History, day: date) -> bool:
    """Whether something that stops a clock began by ``day``."""
    return any(each.cause in law.suspends and each.first <= day for each in history.stretches)


def _guarantees(
    law: Guarantee, history: History, sold: Length, reached: Reach
) -> Iterator[Segment]:
    """The legal guarantee, the presumption and what was promised of the proof, the digital
    elements, and where the clock stood."""
    delivered = history.sale.delivered
    presumption, presumed_until = presumed(law, history.sale, reached.until)
    yield Segment(
        layer=Layer.GUARANTEE,
        first=delivered,
        last=reached.until,
        basis=(*rests_on(law, history.sale), *reached.basis),
        because=(say.GUARANTEED(until=reached.until) if reached.until else say.NO_TERM(),),
    )
    yield Segment(
        layer=Layer.PRESUMPTION,
        first=delivered,
        last=presumed_until,
        basis=(presumption.basis,),
        because=(say.PRESUMED_UNTIL(until=presumed_until),),
    )
    freed_until = freed(law, history.sale, reached.until)
    if freed_until and freed_until > presumed_until:
        yield Segment(
            layer=Layer.PROOF,
            first=delivered,
            last=freed_until,
            basis=(PROOF_STATED,),
            because=(say.FREED_UNTIL(until=freed_until),),
        )
    if law.continuous and reached.digital_open:
        yield Segment(
            layer=Layer.DIGITAL,
            first=delivered,
            last=None,
            basis=(law.continuous.endless,),
            because=(say.DIGITAL_OPEN(months=law.period.months),),
        )
    elif law.continuous and reached.digital_until:
        stops, moved = _moved_supply(law, sold, reached)
        yield Segment(
            layer=Layer.DIGITAL,
            first=delivered,
            last=reached.digital_until,
            basis=(law.continuous.stated, *stops),
            because=(say.DIGITAL_UNTIL(until=reached.digital_until), *moved),
        )
    for each in reached.stops:
        yield Segment(
            layer=Layer.SUSPENDED,
            first=each.first,
            last=each.last,
            basis=(law.suspends[each.cause],),
            because=(say.STOPPED(cause=CAUSES[each.cause], first=each.first),),
        )


def _moved_supply(
    law: Guarantee, sold: Length, reached: Reach
) -> tuple[tuple[Basis, ...], tuple[Because, ...]]:
    """What is open about days that were added to the end of a supply, and that it is."""
    if law.supply_stops is None or not reached.supply_moved:
        return (), ()
    said = say.SUPPLY_MOVED(supplied=sold.digital_until, months=law.period.months)
    return (law.supply_stops,), (said,)


def _promise(
    law: Guarantee, history: History, promised: Duration | None, until: date | None
) -> Iterator[Segment]:
    """What was promised beside the law, where it is the longer one: by a commercial guarantee or by
    the contract itself."""
    delivered = history.sale.delivered
    if promised is None or (until is not None and promised.last_day(delivered) <= until):
        return
    by_contract = promised == beyond(law, history.sale)
    yield Segment(
        layer=Layer.PROMISE,
        first=delivered,
        last=promised.ends(delivered),
        basis=promise_rests_on(promised, delivered),
        because=(_promise_in_words(law, promised, delivered, by_contract),),
    )


def promise_rests_on(promised: Duration, delivered: date) -> tuple[Basis, ...]:
    """What a promise rests on, and what its end leaves open."""
    if promised.endless:
        return (PROMISE, PROMISE_FOR_LIFE)
    return (PROMISE, COUNTING) if promised.lacks_date(delivered) else (PROMISE,)


def _promise_in_words(
    law: Guarantee, promised: Duration, delivered: date, by_contract: bool
) -> Because:
    if promised.endless:
        return say.AGREED_FOR_LIFE() if by_contract else say.PROMISED_FOR_LIFE()
    said = say.PROMISE_BETTER
    if by_contract:
        said = say.AGREED_TOO if law.period.months is None else say.AGREED_LONGER
    return said(lasts=promised, until=promised.last_day(delivered))


def _about(law: Guarantee, history: History, found: Found, reached: Reach) -> Iterator[Segment]:
    """By when the seller is told of a defect, and by when it goes to court; nothing for a day that
    was over when the defect was found."""
    told = tell_by(law, history, found)
    if told:
        yield Segment(
            layer=Layer.NOTICE,
            first=found.discovered,
            last=told.day,
            basis=(notice_rule(law, history).basis, COUNTING),
            because=tell_in_words(law, history, found, told),
        )
    acted, basis = act_by(law, history, found, reached.until)
    if acted and acted.day >= found.discovered:
        yield Segment(
            layer=Layer.LIMITATION,
            first=found.discovered,
            last=acted.day,
            basis=basis,
            because=act_in_words(law, history, found, acted),
        )
