"""What a consumer who found a defect has to do by when: tell the seller, go to court."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from reprise.law.calendars import COUNTING, Calendar, plus_months
from reprise.law.guarantee import guarantee_words as say
from reprise.law.guarantee.questions import Cause, Guarantee, NoticeRule
from reprise.law.guarantee.sale import Found, History
from reprise.law.instruments import TERMS
from reprise.law.provision import Basis, Because, Source, in_force

# "Deux ans à compter de la délivrance du bien pour agir vis-à-vis de son vendeur."
STATED: Final = Basis(
    TERMS,
    "",
    Source.TERMS,
    "S63",
    open="whether terms that recall a longer time for acting against the seller bind to it",
)
_GIVEN_BACK = (Cause.REPAIR, Cause.REPLACEMENT)


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day for something.  ``day`` is the one that a consumer is told; ``judged`` the
    working day to which it moves, in doubt for the consumer: until that is over nothing is late."""

    day: date
    judged: date

    def left(self, today: date) -> date:
        """The day to name ``today``: the one that is judged by only while no other is left."""
        return self.judged if self.day < today <= self.judged else self.day

    def moves(self) -> tuple[Because, ...]:
        """That it moves, in words; nothing where it does not."""
        if self.judged == self.day:
            return ()
        return (say.MOVES(until=self.day, judged=self.judged),)


def _last(calendar: Calendar, day: date) -> LastDay:
    """A period of the law that ends on ``day``."""
    return LastDay(day, calendar.working_day_from(day))


def notice_rule(law: Guarantee, history: History) -> NoticeRule:
    """The rule on telling the seller for this contract.  NotInForce for an older one."""
    return in_force(law.notice, history.sale.concluded).value


def tell_by(law: Guarantee, history: History, found: Found) -> LastDay | None:
    """The last day for telling the seller, by the longer of the law and the contract; None where
    there is no time."""
    months, given = notice_rule(law, history).months, history.sale.notice
    if months is None:
        return None
    last = plus_months(found.discovered, months)
    if given is not None:
        last = max(last, given.last_day(found.discovered))
    return _last(history.sale.calendar, last)


def tell_in_words(
    law: Guarantee, history: History, found: Found, last: LastDay
) -> tuple[Because, ...]:
    """By when to tell the seller, as said to the consumer."""
    said = say.TELL_BY if notice_rule(law, history).strict else say.TELL_SAFELY
    return said(found=found.discovered, until=last.left(history.as_of)), *last.moves()


def act_by(
    law: Guarantee, history: History, found: Found, until: date | None
) -> tuple[LastDay | None, tuple[Basis, ...]]:
    """The last day for going to court, and what it rests on; None where no rule on it was read.

    Terms that give longer for it are held to their word, whose last day no week-end moves.  Where
    the guarantee is itself a period of limitation (``respite``), its end is that day, but not
    before the respite that a defect which showed itself in time and a device that came back for it
    are given.
    """
    limited, stated = _limited(law, history, found), _stated(history)
    if law.limitation and limited:
        basis = (law.limitation.basis, COUNTING)
        if stated <= limited.day:
            return limited, basis
        return LastDay(stated, max(stated, limited.judged)), (*basis, STATED)
    if law.respite and until:
        days = [until]
        if found.since <= until:
            days.append(plus_months(found.since, law.respite.showing_months))
            days += [
                plus_months(each.last, law.respite.return_months)
                for each in history.stretches
                if each.cause in _GIVEN_BACK and each.last and each.first >= found.discovered
            ]
        return _last(history.sale.calendar, max(days)), (law.respite.basis, COUNTING)
    return None, ()


def _limited(law: Guarantee, history: History, found: Found) -> LastDay | None:
    """The law's own last day for going to court, counted from when the defect was found."""
    if law.limitation is None:
        return None
    return _last(history.sale.calendar, plus_months(found.discovered, law.limitation.months))


def _stated(history: History) -> date:
    """The last day that the terms give for it; the delivery itself where they give none."""
    given, delivered = history.sale.action, history.sale.delivered
    return delivered if given is None else given.last_day(delivered)


def act_in_words(
    law: Guarantee, history: History, found: Found, last: LastDay
) -> tuple[Because, ...]:
    """By when to go to court, as said to the consumer."""
    limited, until = _limited(law, history, found), last.left(history.as_of)
    if limited and last.day > limited.day:
        given = history.sale.action
        said = say.ACT_BY_TERMS(given=given, until=until, limited=limited.day)
    else:
        said = say.ACT_BY(found=found.discovered, until=until)
    return said, *last.moves()
