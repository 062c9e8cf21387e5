"""Whether one defect falls under the legal guarantee, who proves what, and what is still to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from reprise.law.calendars import COUNTING
from reprise.law.durations import Duration, longest
from reprise.law.guarantee import defect_words as say
from reprise.law.guarantee.duties import (
    LastDay,
    act_by,
    act_in_words,
    notice_rule,
    tell_by,
    tell_in_words,
)
from reprise.law.guarantee.period import PROOF_STATED, beyond_digital, freed
from reprise.law.guarantee.period import presumed as presumption
from reprise.law.guarantee.questions import Guarantee, Nature
from reprise.law.guarantee.sale import Claim, Found, History
from reprise.law.guarantee.timeline import Line, line_of, promise_rests_on, stopped_by
from reprise.law.provision import Basis, Because, Decision


class Outcome(Enum):
    """What the legal guarantee says.  REVIEW: the law leaves a question that a person answers, or
    the consumer has still to prove that the defect was there at the delivery; nothing is refused
    automatically."""

    COVERED = "covered"
    REVIEW = "review"
    BARRED = "barred"
    OUT = "out"


class Telling(Enum):
    """Whether the seller was told in time."""

    NOT_NEEDED = "not_needed"
    IN_TIME = "in_time"
    DUE = "due"
    LATE = "late"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectDecision(Decision):
    """``presumed``: the seller proves that the defect was not there at the delivery, by the law or
    because the contract says so.  ``tell_by`` and ``act_by`` are the last seconds for it where the
    consumer is, None where no rule on them was read; where their day is no working day, what is
    done by the next one is not judged late.  ``promised``: what was promised on top of the law
    reaches the defect too."""

    outcome: Outcome
    presumed: bool
    telling: Telling
    tell_by: datetime | None
    act_by: datetime | None
    promised: bool


def defect(law: Guarantee, claim: Claim) -> DefectDecision:
    """In the order of the questions: did it show itself in time, who proves what, was the seller
    told, is it too late to go to court, and does a promise reach it."""
    history, found = claim.history, claim.found
    calendar = history.sale.calendar
    line = line_of(law, history)
    shown, because = _shown(law, found, line)
    installed = bool(shown) and law.installed.counts and _ill_installed(found, line)
    presumed, proof_basis, proof = _proof(law, history, found, line)
    telling, told, told_basis, told_because = _telling(law, history, found)
    acted, acted_basis = act_by(law, history, found, line.until)
    too_late = acted is not None and (claim.acted or history.as_of) > acted.judged
    if installed or (shown is None and found.disproved):  # what was there then does not matter
        proof_basis, proof = (), ()
    proven = presumed or found.proved or installed or _supplied(found, line)
    omitted = () if shown and proven else _omitted(law, found)
    if omitted:
        because = (*because, say.OMITTED(until=found.update_owed_until))
        if not shown:
            shown, proof_basis, proof = None, (), ()
    outcome = _outcome(law, shown, proven, telling, too_late)
    unread = outcome is Outcome.REVIEW and not law.installed.counts and _ill_installed(found, line)
    if outcome is not Outcome.OUT:
        because = (*because, *proof, *told_because, *_court(law, claim, acted, too_late))
    if unread:
        because = (*because, say.ILL_INSTALLED_UNREAD())
    given, promise = _promised(law, history, found, line)
    reached = _reached_in_words(given, history.sale.delivered, found)
    installation = (law.installed.basis,) if installed or unread else ()
    basis = (*line.basis, *proof_basis, *installation, *omitted, *promise, *told_basis)
    return DefectDecision(
        basis=tuple(dict.fromkeys((*basis, *acted_basis))),
        because=(*because, *reached),
        outcome=outcome,
        presumed=presumed,
        telling=telling,
        tell_by=calendar.end_if_any(told.day if told else None),
        act_by=calendar.end_if_any(acted.day if acted else None),
        promised=bool(reached),
    )


def _promised(
    law: Guarantee, history: History, found: Found, line: Line
) -> tuple[Duration | None, tuple[Basis, ...]]:
    """What was promised beside the law and reaches the defect: what the contract gives the digital
    elements is for a defect of theirs only."""
    delivered = history.sale.delivered
    digital = beyond_digital(law, history.sale) if found.digital else None
    if digital is None:
        return line.promised, ()
    until = digital.ends(delivered)
    stops = law.longer_stops if until and stopped_by(law, history, until) else None
    longer = (stops,) if stops else ()
    promised = longest(delivered, digital, line.promised)
    return promised, (*promise_rests_on(digital, delivered), *longer)


def _reached_in_words(
    promised: Duration | None, delivered: date, found: Found
) -> tuple[Because, ...]:
    """That what was promised reaches the defect; nothing where it does not."""
    if promised is None or found.since > promised.last_day(delivered):
        return ()
    if promised.endless:
        return (say.PROMISED_TOO_FOR_LIFE(),)
    return (say.PROMISED_TOO(until=promised.last_day(delivered)),)


def _omitted(law: Guarantee, found: Found) -> tuple[Basis, ...]:
    """What leaves it open whether the seller answers for the omission of an update from which the
    defect results; nothing where it showed itself when updates were no longer owed."""
    until = found.update_owed_until
    if law.omitted is None or until is None or found.since > until:
        return ()
    return (law.omitted,)


def _supplied(found: Found, line: Line) -> bool:
    """Whether the defect is one of digital elements while the seller answers for their supply: then
    it is enough that it arises, and it need not have been there at the delivery."""
    if line.digital_until is None:
        return found.digital and line.digital_open
    return found.digital and found.since <= line.digital_until


_Shown = tuple[bool | None, tuple[Because, ...]]


def _shown(law: Guarantee, found: Found, line: Line) -> _Shown:
    """Whether the defect falls within the guarantee; None where no term says so, or a rule that was
    not read might.  Where what comes of an incorrect installation is a lack of conformity, it need
    not have been in the device at the delivery."""
    if _supplied(found, line):
        if line.digital_open:
            return True, (say.SHOWN_DIGITAL_OPEN(day=found.since),)
        return True, (say.SHOWN_DIGITAL(day=found.since, until=line.digital_until),)
    shown, because = _appeared(law, found, line)
    if shown is False:
        return shown, because
    if found.ill_installed and law.installed.counts:
        return shown, (*because, say.ILL_INSTALLED())
    if found.disproved and found.ill_installed:
        return None, (*because, say.DISPROVED_BEFORE())
    if found.disproved:
        return False, (*because, say.DISPROVED())
    return shown, because


def _ill_installed(found: Found, line: Line) -> bool:
    """Whether a rule on incorrect installation is asked for: not where it is enough that the defect
    of digital elements arose."""
    return found.ill_installed and not _supplied(found, line)


def _appeared(law: Guarantee, found: Found, line: Line) -> tuple[bool | None, tuple[Because, ...]]:
    """Whether the defect showed itself within the guarantee of the device."""
    day, until = found.since, line.until
    expected = law.period.nature is Nature.EXPECTED
    if expected and day <= line.presumed_until:
        return True, (say.SHOWN_EARLY(day=day),)
    if until is not None and day <= until:
        return True, (say.SHOWN(day=day, until=until),)
    if expected:
        return None, (say.SHOWN_OPEN(day=day),)
    return False, (say.SHOWN_LATE(day=day, until=until),)


_Proof = tuple[bool, tuple[Basis, ...], tuple[Because, ...]]


def _proof(law: Guarantee, history: History, found: Found, line: Line) -> _Proof:
    """Who proves that the defect was, or was not, there at the delivery, by the law or by the
    contract, whichever is better for the consumer; no words where that does not matter.  The end of
    the device's own guarantee cuts nothing from what is presumed of the digital elements: their
    period is another one."""
    supplied = _supplied(found, line)
    until = line.digital_until if supplied else line.until
    by_law, because = _by_law(law, history, found, until)
    freed_until = freed(law, history.sale, until)
    if by_law or freed_until is None or found.since > freed_until:
        shown = () if by_law else (say.PROVED() if found.proved else say.TO_PROVE(),)
        return by_law, (), () if supplied else (because, *shown)
    said = say.FREED(given=history.sale.proof, until=freed_until)
    return True, (PROOF_STATED,), () if supplied else (because, said)


def _by_law(
    law: Guarantee, history: History, found: Found, until: date | None
) -> tuple[bool, Because]:
    """What the law presumes of a defect within a guarantee that ends on ``until``, and why."""
    row, presumed_until = presumption(law, history.sale, until)
    if found.since > presumed_until:
        return False, say.NOT_PRESUMED(until=presumed_until)
    if row.value.unless_nature and found.nature:
        return False, say.NOT_BY_NATURE()
    return True, say.IS_PRESUMED(until=presumed_until)


_Told = tuple[Telling, LastDay | None, tuple[Basis, ...], tuple[Because, ...]]


def _telling(law: Guarantee, history: History, found: Found) -> _Told:
    """Whether the seller was told in time, by when, what that rests on and why."""
    rule, last, told = notice_rule(law, history), tell_by(law, history, found), found.notified
    if last is None:
        return Telling.NOT_NEEDED, None, (rule.basis,), (say.NO_TELLING(),)
    basis = (rule.basis, COUNTING)
    if told is not None and told <= last.day:
        return Telling.IN_TIME, last, basis, (say.TOLD(told=told, until=last.day),)
    if told is not None and told <= last.judged:
        said = say.TOLD_MOVED(told=told, until=last.day, judged=last.judged)
        return Telling.IN_TIME, last, basis, (said,)
    if told is None and history.as_of <= last.judged:
        return Telling.DUE, last, basis, tell_in_words(law, history, found, last)
    if rule.strict:
        return Telling.LATE, last, basis, (say.TOLD_LATE(until=last.judged),)
    return Telling.UNSETTLED, last, basis, (say.TOLD_UNSETTLED(until=last.judged),)


def _court(
    law: Guarantee, claim: Claim, acted: LastDay | None, too_late: bool
) -> tuple[Because, ...]:
    """The day for going to court, in words; nothing where no rule on it was read."""
    if acted is None:
        return ()
    if not too_late:
        return act_in_words(law, claim.history, claim.found, acted)
    if law.period.nature is Nature.CLAIMED:
        return (say.BARRED(until=acted.judged),)
    return (say.ACTED_LATE(until=acted.judged),)


def _outcome(
    law: Guarantee, shown: bool | None, proven: bool, telling: Telling, too_late: bool
) -> Outcome:
    """Only a period that was read whole refuses by itself; everything else is for a person.
    A defect is covered that the law presumes, or the consumer proves, to have been there."""
    if shown is False:
        return Outcome.OUT
    if too_late and law.period.nature is Nature.CLAIMED:
        return Outcome.BARRED
    if shown is None or not proven or too_late or telling in (Telling.LATE, Telling.UNSETTLED):
        return Outcome.REVIEW
    return Outcome.COVERED
