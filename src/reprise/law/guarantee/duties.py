"""What a consumer who found a defect has to do by when: tell the seller, go to court."""

from __future__ import annotations

from datetime import date
from typing import Final

from reprise.law.calendars import COUNTING, plus_months
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


def notice_rule(law: Guarantee, history: History) -> NoticeRule:
    """The rule on telling the seller for this contract.  NotInForce for an older one."""
    return in_force(law.notice, history.sale.concluded).value


def tell_by(law: Guarantee, history: History, found: Found) -> date | None:
    """The last day for telling the seller, by the longer of the law and the contract; None where
    there is no time.  A last day that is no working day moves, in doubt for the consumer."""
    months = notice_rule(law, history).months
    if months is None:
        return None
    return history.sale.calendar.months_after(
        found.discovered, max(months, history.sale.notice_months)
    )


def act_by(
    law: Guarantee, history: History, found: Found, until: date | None
) -> tuple[date | None, tuple[Basis, ...]]:
    """The last day for going to court, and what it rests on; None where no rule on it was read.

    Terms that give longer for it are held to their word, whose last day no week-end moves.  Where
    the guarantee is itself a period of limitation (``respite``), its end is that day, but not
    before the respite that a defect which showed itself in time and a device that came back for it
    are given.
    """
    limited, stated = _limited(law, history, found), _stated(history)
    if law.limitation and limited:
        basis = (law.limitation.basis, COUNTING)
        return (stated, (*basis, STATED)) if stated > limited else (limited, basis)
    if law.respite and until:
        days = [until]
        if found.since <= until:
            days.append(plus_months(found.since, law.respite.showing_months))
            days += [
                plus_months(each.last, law.respite.return_months)
                for each in history.stretches
                if each.cause in _GIVEN_BACK and each.last and each.first >= found.discovered
            ]
        last = history.sale.calendar.working_day_from(max(days))
        return last, (law.respite.basis, COUNTING)
    return None, ()


def _limited(law: Guarantee, history: History, found: Found) -> date | None:
    """The law's own last day for going to court, counted from when the defect was found."""
    if law.limitation is None:
        return None
    return history.sale.calendar.months_after(found.discovered, law.limitation.months)


def _stated(history: History) -> date:
    """The last day that the terms give for it; the delivery itself where they give none."""
    return plus_months(history.sale.delivered, history.sale.action_months)


def act_in_words(law: Guarantee, history: History, found: Found, last: date) -> Because:
    """By when to go to court, as said to the consumer."""
    limited = _limited(law, history, found)
    if limited and last > limited:
        months = history.sale.action_months
        return say.ACT_BY_TERMS(months=months, until=last, limited=limited)
    return say.ACT_BY(found=found.discovered, until=last)
