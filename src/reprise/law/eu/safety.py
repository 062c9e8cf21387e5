"""Product safety on a marketplace (Regulation (EU) 2023/988)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from reprise.law.calendars import Calendar
from reprise.law.checklist import Checklist, Item
from reprise.law.eu import safety_words as say
from reprise.law.instruments import GPSR
from reprise.law.provision import Basis, Dated, Decision, Source, in_force, provision

SINCE: Final = date(2024, 12, 13)

SCOPE: Final = Basis(GPSR, "", Source.MEMORY)
OFFER: Final = Basis(GPSR, "art. 19", Source.MEMORY)
ACT: Final = Basis(
    GPSR, "art. 22", Source.MEMORY, open="the two and three working days were not read"
)


class Message(Enum):
    """What arrives about a dangerous product."""

    ORDER = "order"  # of a market surveillance authority
    NOTICE = "notice"  # of anybody


ORGANISED: Final = Basis(GPSR, "art. 22", Source.SECONDARY)

WORKING_DAYS: Final = (Dated(SINCE, {Message.ORDER: 2, Message.NOTICE: 3}, ACT),)


class Line(Enum):
    """What an offer shows."""

    MANUFACTURER = "manufacturer"
    POSTAL_ADDRESS = "postal_address"
    ELECTRONIC_ADDRESS = "electronic_address"
    RESPONSIBLE_PERSON = "responsible_person"
    PICTURE = "picture"
    TYPE = "type"
    IDENTIFIER = "identifier"
    WARNINGS = "warnings"


_OFFER: Final = Checklist(
    say.OFFER,
    {
        Line.MANUFACTURER: Item(say.MANUFACTURER, OFFER),
        Line.POSTAL_ADDRESS: Item(say.POSTAL_ADDRESS, OFFER),
        Line.ELECTRONIC_ADDRESS: Item(say.ELECTRONIC_ADDRESS, OFFER),
        Line.RESPONSIBLE_PERSON: Item(say.RESPONSIBLE_PERSON, OFFER),
        Line.PICTURE: Item(say.PICTURE, OFFER),
        Line.TYPE: Item(say.TYPE, OFFER),
        Line.IDENTIFIER: Item(say.IDENTIFIER, OFFER),
        Line.WARNINGS: Item(say.WARNINGS, OFFER),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer on ``day`` and what it shows.  ``has_warnings`` says that the product needs some;
    ``for_repair`` that it is clearly sold to be repaired before use."""

    day: date
    shown: frozenset[Line]
    maker_in_union: bool
    has_warnings: bool
    for_repair: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCheck(Decision):
    covered: bool
    missing: tuple[Line, ...]


@provision("eu.safety.offer", say.OFFER, OFFER, SCOPE, since=SINCE)
def offer(facts: Offer) -> OfferCheck:
    """Each offer online shows the manufacturer with a postal and an electronic address, the person
    responsible in the Union where the manufacturer is outside, a picture, the type and another
    identifier, and the warnings in the buyers' language (art. 19).  Used, repaired and
    reconditioned goods are covered unless clearly sold to be repaired before use.

    Raises NotInForce before 13 December 2024.
    """
    in_force(WORKING_DAYS, facts.day)
    if facts.for_repair:
        return OfferCheck(basis=(SCOPE,), because=(say.FOR_REPAIR(),), covered=False, missing=())
    asked = _OFFER.without(Line.RESPONSIBLE_PERSON) if facts.maker_in_union else _OFFER
    asked = asked if facts.has_warnings else asked.without(Line.WARNINGS)
    missing = asked.missing(facts.shown)
    return OfferCheck(
        basis=(OFFER,), because=(asked.lacks(missing),), covered=True, missing=missing
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A message about a dangerous product, when it came, and the operator's calendar."""

    message: Message
    at: datetime
    calendar: Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Decision):
    """The last instant to act; before it, at once."""

    act_by: datetime


@provision("eu.safety.clock", say.CLOCK, ACT, since=SINCE)
def clock(received: Received) -> Clock:
    """An authority's order is carried out within two working days, a notice handled within three
    (art. 22).

    Raises NotInForce before 13 December 2024.
    """
    calendar = received.calendar
    day = calendar.day_of(received.at)
    row = in_force(WORKING_DAYS, day)
    days = row.value[received.message]
    last = calendar.working_days_after(day, days)
    return Clock(
        basis=(row.basis,),
        because=(say.ACT_BY(days=days, day=day, calendar=calendar, until=last),),
        act_by=calendar.end_of(last),
    )


class Duty(Enum):
    """What a marketplace has in place for product safety."""

    CONTACT_FOR_AUTHORITIES = "contact_for_authorities"
    CONTACT_FOR_CONSUMERS = "contact_for_consumers"
    REGISTERED = "registered"
    CONSULTED = "consulted"
    OFFENDERS_SUSPENDED = "offenders_suspended"


_DUTIES: Final = Checklist(
    say.MARKETPLACE,
    {
        Duty.CONTACT_FOR_AUTHORITIES: Item(say.CONTACT_FOR_AUTHORITIES, ORGANISED),
        Duty.CONTACT_FOR_CONSUMERS: Item(say.CONTACT_FOR_CONSUMERS, ORGANISED),
        Duty.REGISTERED: Item(say.REGISTERED, ORGANISED),
        Duty.CONSULTED: Item(say.CONSULTED, ACT),
        Duty.OFFENDERS_SUSPENDED: Item(say.OFFENDERS_SUSPENDED, ACT),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marketplace:
    """What a marketplace has in place on ``day``."""

    day: date
    there: frozenset[Duty]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketplaceCheck(Decision):
    missing: tuple[Duty, ...]


@provision("eu.safety.marketplace", say.MARKETPLACE, *_DUTIES.basis, since=SINCE)
def marketplace(facts: Marketplace) -> MarketplaceCheck:
    """One point of contact for authorities and one for consumers, a registration with the Safety
    Gate, whose warnings are consulted, and sellers who frequently offer dangerous products are
    suspended (art. 22).

    Raises NotInForce before 13 December 2024.
    """
    in_force(WORKING_DAYS, facts.day)
    missing = _DUTIES.missing(facts.there)
    return MarketplaceCheck(basis=_DUTIES.basis, because=(_DUTIES.lacks(missing),), missing=missing)
