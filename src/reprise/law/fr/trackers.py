"""Reading from and writing on a user's device: article 82 of loi 78-17, as the CNIL applies it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.law.calendars import Calendar, plus_months
from reprise.law.checklist import Checklist, Item
from reprise.law.fr import trackers_words as say
from reprise.law.instruments import (
    CNIL_EXEMPTION,
    CNIL_ORDER,
    CNIL_PRACTICE,
    GDPR,
    LOI_78_17,
)
from reprise.law.provision import Basis, Because, Decision, Source, provision

ARTICLE_82: Final = Basis(LOI_78_17, "art. 82", Source.TERMS, "S34")
REFUSAL: Final = Basis(CNIL_ORDER, "", Source.TERMS, "S35")
PURPOSES: Final = Basis(CNIL_ORDER, "", Source.TERMS, "S36")
WITHDRAWAL: Final = Basis(CNIL_ORDER, "", Source.TERMS, "S37")
SIX_MONTHS: Final = Basis(CNIL_PRACTICE, "", Source.SECONDARY)
PROOF: Final = Basis(
    GDPR,
    "art. 7(1)",
    Source.MEMORY,
    open="it asks for a proof; that these lines make one is our reading",
)
EXEMPTION: Final = Basis(CNIL_EXEMPTION, "", Source.OFFICIAL)
DEADLINE: Final = Basis(
    CNIL_ORDER, "", Source.TERMS, "S41", open="the day of notification, from which it runs"
)
APPEAL: Final = Basis(CNIL_ORDER, "", Source.TERMS, "S41")

MEMORY_MONTHS: Final = 6
TRACKER_MONTHS: Final = 13
DATA_MONTHS: Final = 25


class Purpose(Enum):
    """Why something is read or written."""

    TRANSMISSION = "transmission"
    REQUESTED_SERVICE = "requested_service"
    AUDIENCE_EXEMPT = "audience_exempt"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """One reading or writing, and whether the user has consented to its purpose by now."""

    purpose: Purpose
    consented: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessDecision(Decision):
    allowed: bool
    consent_needed: bool


@provision("fr.trackers.access", say.CONSENT, ARTICLE_82, EXEMPTION)
def access(facts: Access) -> AccessDecision:
    """Consent comes before any reading or writing, unless its only purpose is transmission or it is
    strictly necessary for a service that the user expressly asked for (art. 82); audience
    measurement that meets the CNIL's conditions is taken as such."""
    match facts.purpose:
        case Purpose.TRANSMISSION:
            return _access(True, False, say.TRANSMISSION())
        case Purpose.REQUESTED_SERVICE:
            return _access(True, False, say.NECESSARY())
        case Purpose.AUDIENCE_EXEMPT:
            return _access(True, False, say.AUDIENCE_EXEMPT(), EXEMPTION)
    reason = say.CONSENTED() if facts.consented else say.ASK_FIRST()
    return _access(facts.consented, True, reason)


def _access(allowed: bool, needed: bool, reason: Because, *more: Basis) -> AccessDecision:
    return AccessDecision(
        basis=(ARTICLE_82, *more), because=(reason,), allowed=allowed, consent_needed=needed
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The first layer of a choice, as a browser sees it."""

    clicks_to_accept: int
    clicks_to_refuse: int
    refusal_as_visible: bool
    preticked: bool
    every_purpose_told: bool
    withdrawal_on_every_page: bool
    withdrawal_stops_everything: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerDecision(Decision):
    fair: bool


@provision("fr.trackers.layer", say.LAYER, REFUSAL, PURPOSES, WITHDRAWAL)
def layer(facts: Layer) -> LayerDecision:
    """Refusing has the same simplicity and accessibility as accepting (S35), every purpose is told
    before (S36), and withdrawing is accessible and effective (S37)."""
    found = [
        (facts.clicks_to_refuse > facts.clicks_to_accept, REFUSAL,
         say.MORE_CLICKS(refuse=facts.clicks_to_refuse, accept=facts.clicks_to_accept)),
        (not facts.refusal_as_visible, REFUSAL, say.LESS_VISIBLE()),
        (facts.preticked, REFUSAL, say.PRETICKED()),
        (not facts.every_purpose_told, PURPOSES, say.UNTOLD_PURPOSES()),
        (not (facts.withdrawal_on_every_page and facts.withdrawal_stops_everything), WITHDRAWAL,
         say.NO_WITHDRAWAL()),
    ]  # fmt: skip
    wrong = [(basis, reason) for holds, basis, reason in found if holds]
    if not wrong:
        return LayerDecision(
            basis=(REFUSAL, PURPOSES, WITHDRAWAL), because=(say.FAIR(),), fair=True
        )
    return LayerDecision(
        basis=tuple(dict.fromkeys(basis for basis, _ in wrong)),
        because=tuple(reason for _, reason in wrong),
        fair=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A choice, accepted or refused alike, and whether a purpose or partner changed since;
    ``calendar`` is the visitor's."""

    calendar: Calendar
    chosen: date
    changed_since: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryDecision(Decision):
    """``ask_again_from`` is the first second, where the visitor is, from which the choice is asked
    again."""

    ask_again_from: datetime


@provision("fr.trackers.memory", say.MEMORY, SIX_MONTHS, PURPOSES)
def memory(choice: Choice) -> MemoryDecision:
    """Either choice is kept for six months; a new purpose or partner asks anew (S36)."""
    if choice.changed_since:
        return MemoryDecision(
            basis=(PURPOSES,),
            because=(say.CHANGED(),),
            ask_again_from=choice.calendar.start_of(choice.chosen),
        )
    again = plus_months(choice.chosen, MEMORY_MONTHS)
    return MemoryDecision(
        basis=(SIX_MONTHS,),
        because=(say.REMEMBERED(chosen=choice.chosen, months=MEMORY_MONTHS, again=again),),
        ask_again_from=choice.calendar.start_of(again),
    )


class Trace(Enum):
    """What is written down of a choice."""

    PSEUDONYM = "pseudonym"
    INSTANT = "instant"
    VERSION = "version"  # of what was shown, by its hash
    TEXT = "text"
    PURPOSES = "purposes"
    PARTNERS = "partners"
    PAGE = "page"


_TRACES: Final = Checklist(
    say.RECORD, {trace: Item(say.TRACES[trace.value], PROOF) for trace in Trace}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord:
    """What was written down of one choice; ``names_the_person`` says that it holds who it was, and
    not a pseudonym only."""

    written: frozenset[Trace]
    names_the_person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision(Decision):
    """``sound``: whether the record holds all of it, and no name."""

    sound: bool
    missing: tuple[Trace, ...]


@provision("fr.trackers.record", say.RECORD, PROOF)
def record(facts: ConsentRecord) -> RecordDecision:
    """Who relies on a consent can prove it (Regulation (EU) 2016/679, art. 7(1)): under a
    pseudonym, when, what was shown and in which version, what was chosen for each purpose and
    partner, and on which page."""
    missing = _TRACES.missing(facts.written)
    reasons = [_TRACES.lacks(missing)]
    if facts.names_the_person:
        reasons.append(say.TOO_MUCH())
    return RecordDecision(
        basis=(PROOF,),
        because=tuple(reasons),
        sound=not missing and not facts.names_the_person,
        missing=missing,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """How an audience is measured; months of the tracker's and the data's life."""

    own_use_only: bool
    anonymous_statistics: bool
    crossed_with_other_data: bool
    follows_across_sites: bool
    tracker_months: int
    data_months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceDecision(Decision):
    """``exempt`` from consent; ``within_limits`` says whether the recommended lifetimes hold."""

    exempt: bool
    within_limits: bool


@provision("fr.trackers.audience", say.AUDIENCE, EXEMPTION)
def audience(facts: Measurement) -> AudienceDecision:
    """Exempt when it serves only the publisher, yields anonymous statistics, crosses nothing and
    follows nobody elsewhere; recommended: a tracker of at most 13 months, not extended by visits,
    and data of at most 25 months."""
    exempt = (
        facts.own_use_only
        and facts.anonymous_statistics
        and not facts.crossed_with_other_data
        and not facts.follows_across_sites
    )
    within = facts.tracker_months <= TRACKER_MONTHS and facts.data_months <= DATA_MONTHS
    reasons = [say.AUDIENCE_EXEMPT() if exempt else say.AUDIENCE_NOT_EXEMPT()]
    if not within:
        reasons.append(say.AUDIENCE_LONG(tracker=TRACKER_MONTHS, data=DATA_MONTHS))
    return AudienceDecision(
        basis=(EXEMPTION,), because=tuple(reasons), exempt=exempt, within_limits=within
    )


class Matter(Enum):
    COMPLY = "comply"
    APPEAL = "appeal"


class Residence(Enum):
    """Where somebody who appeals lives."""

    MAINLAND = "mainland"
    OVERSEAS = "overseas"
    ABROAD = "abroad"


_MORE_MONTHS: Final = {Residence.MAINLAND: 0, Residence.OVERSEAS: 1, Residence.ABROAD: 2}
ORDER_MONTHS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order of the authority, notified on a day; ``residence`` counts for an appeal."""

    notified: date
    matter: Matter
    residence: Residence = Residence.MAINLAND


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDecision(Decision):
    until: datetime


@provision("fr.trackers.order", say.ORDER, DEADLINE, APPEAL)
def order(facts: Order) -> OrderDecision:
    """Two months from the notification, one more for an appeal from overseas France, two more from
    abroad (S41).  The period of an appeal is « franc »: neither its first nor its last day
    counts."""
    calendar = Calendar("FR")
    if facts.matter is Matter.COMPLY:
        months, basis = ORDER_MONTHS, DEADLINE
        last = calendar.months_after(facts.notified, months)
    else:
        months, basis = ORDER_MONTHS + _MORE_MONTHS[facts.residence], APPEAL
        last = calendar.clear_days_after(plus_months(facts.notified, months), 0)
    return OrderDecision(
        basis=(basis,),
        because=(say.COMPLY(months=months, event=facts.notified, until=last),),
        until=calendar.end_of(last),
    )
