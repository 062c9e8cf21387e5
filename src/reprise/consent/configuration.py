"""What is asked of a visitor on a day: purposes, the partners behind them, and the notice that says
all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any, Final
from uuid import UUID

from reprise.consent import words
from reprise.consent.trackers import Kind
from reprise.kernel.evidence import digest
from reprise.law.calendars import Calendar
from reprise.law.provision import LANGUAGES

# A purpose and a partner; the partner is empty where the operator serves the purpose itself.
Pair = tuple[str, str]
# The same with the purpose's version: what a choice is valid for.
Asked = frozenset[tuple[str, int, str]]
# How much of a notice's digest names it in a cookie.
SHORT: Final = 24
_CALENDAR: Final = Calendar("FR")


def day_of(now: datetime) -> date:
    """The day in whose terms choices and audits are counted: the French rule's, in every market."""
    return _CALENDAR.day_of(now)


def beginning_of(day: date) -> datetime:
    """The first second of such a day."""
    return _CALENDAR.start_of(day)


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that a partner keeps or reads (S36).  ``days``: None ends with the browser;
    ``ours``: it is kept for our host, so that it comes to us as well; ``aims`` by language."""

    name: str
    kind: Kind
    days: int | None
    ours: bool
    aims: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Partner:
    """Another party.  ``live`` unless it is a draft or was killed; overdue ones are not asked."""

    key: str
    name: str
    address: str
    country: str
    role: str
    privacy_url: str
    script_url: str
    origin: str
    integrity: str
    transfer_basis: str
    traces: tuple[Trace, ...]
    live: bool
    next_audit_on: date | None

    def may_load(self, day: date) -> bool:
        """Whether its script may be loaded at all: the last day of its audit counts (S39)."""
        return self.live and self.next_audit_on is not None and day <= self.next_audit_on


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """``names``: title and sentence by language; ``partners`` are keys."""

    key: str
    kind: str
    version: int
    names: Mapping[str, Mapping[str, str]]
    active: bool
    partners: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Void:
    """Consents by a notice that are invalid: from a day to a day, both of them inside."""

    notice: str
    since: date
    until: date | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Configuration:
    """Everything that is set up, asked or not, as one process knows it; ``mark`` says of when.

    ``notices`` are all that were ever shown, by their short names.
    """

    mark: UUID | None = None
    purposes: tuple[Purpose, ...] = ()
    partners: Mapping[str, Partner] = field(default_factory=dict)
    notices: Mapping[str, Asked] = field(default_factory=dict)
    voided: tuple[Void, ...] = ()

    @cached_property
    def kept_by_partners(self) -> frozenset[str]:
        """The names, as patterns, of all cookies that any partner was ever to keep on our host."""
        return frozenset(
            trace.name
            for partner in self.partners.values()
            for trace in partner.traces
            if trace.ours and trace.kind is Kind.COOKIE
        )


NOTHING: Final = Configuration()


@dataclass(frozen=True, kw_only=True)
class Question:
    """A purpose that is asked for, with the partners that may be loaded for it."""

    purpose: Purpose
    partners: tuple[Partner, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return tuple((self.purpose.key, partner.key) for partner in self.partners)


@dataclass(frozen=True, eq=False, kw_only=True)
class Offer:
    """What is asked today.  False when nothing is."""

    questions: tuple[Question, ...]

    def __bool__(self) -> bool:
        return bool(self.questions)

    @cached_property
    def pairs(self) -> frozenset[Pair]:
        return frozenset(pair for each in self.questions for pair in each.pairs)

    @cached_property
    def asked(self) -> Asked:
        return frozenset(
            (each.purpose.key, each.purpose.version, partner)
            for each in self.questions
            for _, partner in each.pairs
        )

    def new_since(self, then: Asked, language: str) -> tuple[str, ...]:
        """What is asked and was not then: the title of a purpose that is new or means something
        else, or else the names of the partners that have come to it."""
        purposes = {(key, version) for key, version, _ in then}
        names = []
        for each in self.questions:
            purpose = each.purpose
            if (purpose.key, purpose.version) not in purposes:
                names.append(purpose.names[language]["title"])
                continue
            names += [
                partner.name
                for partner in each.partners
                if (purpose.key, purpose.version, partner.key) not in then
            ]
        return tuple(dict.fromkeys(names))

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """Each of them once, in the order of the purposes."""
        return tuple({each.key: each for one in self.questions for each in one.partners}.values())

    @cached_property
    def body(self) -> dict[str, Any]:
        """The notice: every word of it, in every language."""
        return {
            "words": {
                name: {language: getattr(sentence, language) for language in LANGUAGES}
                for name, sentence in words.NOTICE.items()
            },
            "purposes": [
                {
                    "key": each.purpose.key,
                    "kind": each.purpose.kind,
                    "version": each.purpose.version,
                    "names": each.purpose.names,
                    "partners": [partner.key for partner in each.partners],
                }
                for each in self.questions
            ],
            "partners": [_told(each) for each in self.partners],
        }

    @cached_property
    def text(self) -> str:
        """The digest of every word."""
        return digest(self.body)

    @property
    def notice(self) -> str:
        """The notice's short name."""
        return self.text[:SHORT]


def _told(partner: Partner) -> dict[str, Any]:
    return {
        "key": partner.key,
        "name": partner.name,
        "address": partner.address,
        "country": partner.country,
        "role": partner.role,
        "privacy_url": partner.privacy_url,
        "origin": partner.origin,
        "transfer_basis": partner.transfer_basis,
        "trackers": [
            {
                "name": trace.name,
                "kind": trace.kind.value,
                "days": trace.days,
                "ours": trace.ours,
                "aim": dict(trace.aims),
            }
            for trace in partner.traces
        ],
    }


@lru_cache(maxsize=8)
def offer_on(known: Configuration, day: date) -> Offer:
    """What is asked on a day: an active purpose of which a partner may be loaded."""
    questions = []
    for purpose in known.purposes:
        partners = tuple(
            known.partners[key] for key in purpose.partners if known.partners[key].may_load(day)
        )
        if purpose.active and partners:
            questions.append(Question(purpose=purpose, partners=partners))
    return Offer(questions=tuple(questions))
