"""Notices, complaints, disputes, misuse and reports (Regulation (EU) 2022/2065)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.law.calendars import COUNTING, Calendar, plus_months
from reprise.law.checklist import Checklist, Item
from reprise.law.eu import dsa_words as say
from reprise.law.eu.platform import REPORTS, SECTION_3
from reprise.law.instruments import DSA, REG_2024_2835
from reprise.law.provision import Basis, Decision, NotInForce, Source, provision

NOTICE: Final = Basis(DSA, "art. 16", Source.MEMORY)
COMPLAINT: Final = Basis(DSA, "art. 20", Source.MEMORY)
BODY: Final = Basis(DSA, "art. 21", Source.MEMORY)
MISUSE: Final = Basis(DSA, "art. 23", Source.MEMORY)
ADS: Final = Basis(DSA, "art. 26", Source.MEMORY)
REPORT: Final = Basis(REG_2024_2835, "", Source.OFFICIAL)

COMPLAINT_MONTHS: Final = 6
BODY_DAYS: Final = 90
COMPLEX_DAYS: Final = 180
REPORT_MONTHS: Final = 2
FIRST_YEAR: Final = 2026


class Field(Enum):
    """What a notice of unlawful content gives."""

    REASONS = "reasons"
    PLACE = "place"
    NAME = "name"
    EMAIL = "email"
    GOOD_FAITH = "good_faith"


_NOTICE: Final = Checklist(
    say.NOTICE,
    {
        Field.REASONS: Item(say.REASONS, NOTICE),
        Field.PLACE: Item(say.PLACE, NOTICE),
        Field.NAME: Item(say.NAME, NOTICE),
        Field.EMAIL: Item(say.EMAIL, NOTICE),
        Field.GOOD_FAITH: Item(say.GOOD_FAITH, NOTICE),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice as it came in; ``of_child_abuse`` says that it is about such an offence."""

    given: frozenset[Field]
    of_child_abuse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCheck(Decision):
    """``missing`` is asked for; a notice is read all the same."""

    missing: tuple[Field, ...]


@provision("eu.dsa.notice", say.NOTICE, NOTICE)
def notice(facts: Notice) -> NoticeCheck:
    """The reasons, the exact place, name and e-mail of whoever gives notice, and that it is given
    in good faith; nobody has to give a name about the abuse of children (art. 16)."""
    asked = _NOTICE.without(Field.NAME, Field.EMAIL) if facts.of_child_abuse else _NOTICE
    missing = asked.missing(facts.given)
    return NoticeCheck(basis=(NOTICE,), because=(asked.lacks(missing),), missing=missing)


class Fault(Enum):
    """What is wrong with how a complaint was dealt with."""

    CHARGED = "charged"
    TURNED_AWAY = "turned_away"
    BY_MACHINE = "by_machine"
    NO_REASONS = "no_reasons"
    BODIES_NOT_NAMED = "bodies_not_named"


_HANDLED: Final = Checklist(
    say.COMPLAINT,
    {
        Fault.CHARGED: Item(say.CHARGED, COMPLAINT),
        Fault.TURNED_AWAY: Item(say.TURNED_AWAY, COMPLAINT),
        Fault.BY_MACHINE: Item(say.BY_MACHINE, COMPLAINT),
        Fault.NO_REASONS: Item(say.NO_REASONS, COMPLAINT),
        Fault.BODIES_NOT_NAMED: Item(say.BODIES_NOT_NAMED, COMPLAINT),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A complaint about a decision of the platform, by whom it touches or by whom gave notice.

    ``told`` is when they heard of the decision, ``sent`` when they complained.  ``answered`` is
    False while the answer is being made; then what it lacks does not count yet.
    """

    told: date
    sent: date
    calendar: Calendar
    free: bool = True
    taken_in: bool = True
    answered: bool = True
    by_person: bool = True
    reasons_given: bool = True
    bodies_named: bool = True
    small_platform: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintCheck(Decision):
    """``open_until`` is the last second at which a complaint has to be taken in, None where no
    system of complaints is owed."""

    open_until: datetime | None
    in_time: bool
    faults: tuple[Fault, ...]


@provision("eu.dsa.complaint", say.COMPLAINT, COMPLAINT, SECTION_3, COUNTING)
def complaint(facts: Complaint) -> ComplaintCheck:
    """For at least six months from hearing of a decision one may complain, electronically and free
    of charge; the answer has reasons, names the bodies of art. 21, and is not a machine's alone
    (art. 20).  A small platform is spared (art. 19)."""
    if facts.small_platform:
        return ComplaintCheck(
            basis=(SECTION_3,), because=(say.SPARED(),), open_until=None, in_time=False, faults=()
        )
    until = facts.calendar.months_after(facts.told, COMPLAINT_MONTHS)
    in_time = facts.sent <= until
    faults = {
        Fault.CHARGED: not facts.free,
        Fault.TURNED_AWAY: in_time and not facts.taken_in,
        Fault.BY_MACHINE: facts.answered and not facts.by_person,
        Fault.NO_REASONS: facts.answered and not facts.reasons_given,
        Fault.BODIES_NOT_NAMED: facts.answered and not facts.bodies_named,
    }
    found = _HANDLED.found([fault for fault, met in faults.items() if met])
    window = say.OPEN(months=COMPLAINT_MONTHS, told=facts.told, until=until)
    return ComplaintCheck(
        basis=(COMPLAINT, COUNTING),
        because=(window, _HANDLED.breaks(found)),
        open_until=facts.calendar.end_of(until),
        in_time=in_time,
        faults=found,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A dispute before a certified body, which received it on ``received``."""

    received: date
    highly_complex: bool
    calendar: Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(Decision):
    decide_by: datetime


@provision("eu.dsa.dispute", say.DISPUTE, BODY, COUNTING)
def dispute(facts: Dispute) -> Decided:
    """A certified body decides in 90 days from receiving the dispute, in 180 where it is highly
    complex (art. 21)."""
    days = COMPLEX_DAYS if facts.highly_complex else BODY_DAYS
    until = facts.calendar.days_after(facts.received, days)
    return Decided(
        basis=(BODY, COUNTING),
        because=(say.DECIDE_BY(days=days, received=facts.received, until=until),),
        decide_by=facts.calendar.end_of(until),
    )


class MisuseFault(Enum):
    """Why an account is not suspended for misuse like this."""

    NOT_FREQUENT = "not_frequent"
    NOT_WARNED = "not_warned"
    NO_END = "no_end"
    NOT_WEIGHED = "not_weighed"
    NO_POLICY = "no_policy"


class Factor(Enum):
    """What is weighed before a suspension."""

    NUMBER = "number"
    SHARE = "share"
    GRAVITY = "gravity"
    INTENT = "intent"


_MISUSE: Final = Checklist(
    say.MISUSE,
    {
        MisuseFault.NOT_FREQUENT: Item(say.NOT_FREQUENT, MISUSE),
        MisuseFault.NOT_WARNED: Item(say.NOT_WARNED, MISUSE),
        MisuseFault.NO_END: Item(say.NO_END, MISUSE),
        MisuseFault.NOT_WEIGHED: Item(say.NOT_WEIGHED, MISUSE),
        MisuseFault.NO_POLICY: Item(say.NO_POLICY, MISUSE),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A suspension of somebody who keeps posting what is unlawful, or keeps giving notices and
    complaints without ground."""

    frequent: bool
    warned: bool
    ends: bool
    weighed: frozenset[Factor]
    policy_in_terms: bool
    small_platform: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionCheck(Decision):
    """The suspension stands where there is no fault."""

    faults: tuple[MisuseFault, ...]


@provision("eu.dsa.misuse", say.MISUSE, MISUSE, SECTION_3)
def misuse(facts: Suspension) -> SuspensionCheck:
    """Whoever does it frequently is suspended for a reasonable time, after a warning, once number,
    share, gravity and intent were weighed, by a policy that stands in the terms (art. 23).  A small
    platform has no such duty (art. 19), and acts by its own terms."""
    if facts.small_platform:
        return SuspensionCheck(basis=(SECTION_3,), because=(say.SPARED(),), faults=())
    faults = {
        MisuseFault.NOT_FREQUENT: not facts.frequent,
        MisuseFault.NOT_WARNED: not facts.warned,
        MisuseFault.NO_END: not facts.ends,
        MisuseFault.NOT_WEIGHED: facts.weighed != frozenset(Factor),
        MisuseFault.NO_POLICY: not facts.policy_in_terms,
    }
    found = _MISUSE.found([fault for fault, met in faults.items() if met])
    return SuspensionCheck(basis=(MISUSE,), because=(_MISUSE.breaks(found),), faults=found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A calendar year of a platform."""

    year: int
    small_platform: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDue(Decision):
    """``publish_by`` is the last day of publication, None where no report is owed."""

    publish_by: date | None


@provision("eu.dsa.report", say.REPORT, REPORT, REPORTS, since=date(FIRST_YEAR, 1, 1))
def report(facts: Year) -> ReportDue:
    """A transparency report covers a calendar year, the first 2026, and is published within two
    months of its end (Implementing Regulation (EU) 2024/2835).  A small platform owes none (art.
    15(2)).

    Raises NotInForce for a year before 2026.
    """
    if facts.year < FIRST_YEAR:
        raise NotInForce(f"not in force for {facts.year}: the first whole year is {FIRST_YEAR}")
    if facts.small_platform:
        return ReportDue(basis=(REPORTS,), because=(say.SPARED(),), publish_by=None)
    until = plus_months(date(facts.year, 12, 31), REPORT_MONTHS)
    return ReportDue(
        basis=(REPORT,),
        because=(say.PUBLISH_BY(year=str(facts.year), months=REPORT_MONTHS, until=until),),
        publish_by=until,
    )


class AdFault(Enum):
    """What is wrong with an advertisement."""

    NOT_LABELLED = "not_labelled"
    NO_ADVERTISER = "no_advertiser"
    NO_PAYER = "no_payer"
    NO_PARAMETERS = "no_parameters"
    SENSITIVE = "sensitive"


_AD: Final = Checklist(
    say.AD,
    {
        AdFault.NOT_LABELLED: Item(say.NOT_LABELLED, ADS),
        AdFault.NO_ADVERTISER: Item(say.NO_ADVERTISER, ADS),
        AdFault.NO_PAYER: Item(say.NO_PAYER, ADS),
        AdFault.NO_PARAMETERS: Item(say.NO_PARAMETERS, ADS),
        AdFault.SENSITIVE: Item(say.SENSITIVE, ADS),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advertisement:
    """An advertisement on the platform, and what stands beside it.

    ``payer_named`` counts where somebody else pays than the one on whose behalf it is shown;
    ``by_sensitive_data`` says that it is aimed by a profile made from special categories of data.
    """

    labelled: bool
    advertiser_named: bool
    other_payer: bool
    payer_named: bool
    parameters_told: bool
    by_sensitive_data: bool
    small_platform: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AdCheck(Decision):
    faults: tuple[AdFault, ...]


@provision("eu.dsa.advertisement", say.AD, ADS, SECTION_3)
def advertisement(facts: Advertisement) -> AdCheck:
    """Each advertisement says that it is one, on whose behalf it is shown, who paid where that is
    somebody else, and by which main parameters it is shown to this person; never by a profile made
    from special categories of data (art. 26).  A small platform is spared (art. 19)."""
    if facts.small_platform:
        return AdCheck(basis=(SECTION_3,), because=(say.SPARED(),), faults=())
    faults = {
        AdFault.NOT_LABELLED: not facts.labelled,
        AdFault.NO_ADVERTISER: not facts.advertiser_named,
        AdFault.NO_PAYER: facts.other_payer and not facts.payer_named,
        AdFault.NO_PARAMETERS: not facts.parameters_told,
        AdFault.SENSITIVE: facts.by_sensitive_data,
    }
    found = _AD.found([fault for fault, met in faults.items() if met])
    return AdCheck(basis=(ADS,), because=(_AD.breaks(found),), faults=found)
