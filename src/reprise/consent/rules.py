"""What a choice is still worth, and what a partner must have before it may be loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from reprise.consent.configuration import Configuration, Offer, Pair, day_of
from reprise.consent.states import Gap, Lapse
from reprise.law.calendars import Calendar
from reprise.law.fr.trackers import Choice as Remembered
from reprise.law.fr.trackers import memory
from reprise.markets.area import EEA
from reprise.markets.operator import Safeguard

_FRENCH: Final = Calendar("FR")
# More would not fit into one cookie.
MOST_PAIRS: Final = 40
# How long before its end an audit is said to be due.
WARNED: Final = timedelta(days=30)
_HOST: Final = re.compile(r"(?=.{4,180}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}")
_SAFEGUARDS: Final = frozenset(each.value for each in Safeguard)
_LOOPBACK: Final = frozenset({"127.0.0.1", "127.0.0.2", "localhost"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a browser remembers of an answer.  A day and no second, and a receipt only where
    something was accepted: who refuses remembers what thousands do."""

    day: date
    notice: str
    accepted: frozenset[Pair]
    receipt: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """``answered``: nobody is asked; ``accepted`` is what may be loaded; ``until`` is the first day
    on which it is asked again."""

    answered: bool
    accepted: frozenset[Pair] = frozenset()
    until: date | None = None


UNANSWERED: Final = Standing(answered=False)


def standing(choice: Choice | None, known: Configuration, offer: Offer, day: date) -> Standing:
    """What a choice is worth today.  Whatever is doubtful accepts nothing (S34).

    It stands while nothing is asked that it was not an answer to: a partner that is gone asks
    nobody again, a new one asks everybody.  An invalid notice makes no refusal invalid.
    """
    if choice is None or lapse(choice, known, offer, day) is not None:
        return UNANSWERED
    until = ends_on(choice.day)
    return Standing(answered=True, accepted=choice.accepted & offer.pairs, until=until)


def lapse(choice: Choice, known: Configuration, offer: Offer, day: date) -> Lapse | None:
    """Why a choice counts no more today; None: it counts."""
    then = known.notices.get(choice.notice)
    if then is None or day < choice.day:
        return Lapse.DOUBTFUL
    if choice.accepted and _void(choice, known):
        return Lapse.VOIDED
    if day >= ends_on(choice.day):
        return Lapse.OVER
    changed = not offer.asked <= then
    return Lapse.CHANGED if day >= _again(choice.day, changed=changed) else None


def _void(choice: Choice, known: Configuration) -> bool:
    return any(
        each.notice == choice.notice
        and each.since <= choice.day
        and (each.until is None or choice.day <= each.until)
        for each in known.voided
    )


@lru_cache(maxsize=4_096)
def ends_on(day: date) -> date:
    """The first day on which a choice of this day is asked again, if nothing changes."""
    return _again(day, changed=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A consent as its receipt proves it; ``voided``: it was declared invalid."""

    at: datetime
    pairs: frozenset[Pair]
    withdrawn: datetime | None
    voided: bool


def gap(at: datetime, pair: Pair, given: Given | None) -> Gap | None:
    """Why what was collected at a moment had no valid consent; None when it had one (S38).

    What is collected in the very moment of a withdrawal comes after it.
    """
    if given is None:
        return Gap.MISSING
    if given.voided:
        return Gap.VOIDED
    if pair not in given.pairs:
        return Gap.UNNAMED
    if at < given.at:
        return Gap.EARLY
    if given.withdrawn is not None and at >= given.withdrawn:
        return Gap.WITHDRAWN
    return Gap.OVER if day_of(at) >= ends_on(day_of(given.at)) else None


def _again(day: date, *, changed: bool) -> date:
    """A choice knows its day and no place, so the law's own country counts the days."""
    choice = Remembered(calendar=_FRENCH, chosen=day, changed_since=changed)
    return memory(choice).ask_again_from.date()


def origin_of(script_url: str, public_url: str) -> str:
    """The origin from which a partner's script comes.  Raises ValueError saying what is wrong.

    One host by its name, over HTTPS, at the usual port, and never ours: what comes from there is
    told as another party's.  A shop on loopback, for trying out, takes loopback as well.
    """
    parts, ours = urlsplit(script_url), urlsplit(public_url)
    host = parts.hostname or ""
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise ValueError("the script's address holds more than host, path and query")
    if parts.scheme == "http" and ours.hostname in _LOOPBACK and host in _LOOPBACK:
        if parts.netloc == ours.netloc:
            raise ValueError("the script's address is our own")
        return f"http://{parts.netloc}"
    if parts.scheme != "https" or not _HOST.fullmatch(parts.netloc):
        raise ValueError("the script's address must be https://, a host's name and a path")
    if host == ours.hostname:
        raise ValueError("the script's address is our own")
    return f"https://{host}"


def untrue(partner: Mapping[str, Any], today: date) -> tuple[str, ...]:
    """What a file says of a partner and cannot be so, whatever comes; in English, for the
    operator."""
    found = []
    if partner["country"] not in EEA and partner["transfer_basis"] not in _SAFEGUARDS:
        known = ", ".join(sorted(_SAFEGUARDS))
        found.append(f"its country is outside the EEA and no transfer_basis is named ({known})")
    if partner["audited_on"] and partner["audited_on"] > today:
        found.append("its audit is in the future (audited_on)")
    return tuple(found)


def missing(partner: Mapping[str, Any], today: date) -> tuple[str, ...]:
    """What a partner still needs before it may be loaded (S39, S40); in English, for the
    operator."""
    found = []
    if partner["killed_at"]:
        found.append("it was stopped for good; add it under another key")
    if not partner["contract_ref"] or not partner["contract_on"]:
        found.append("no contract is named (contract_ref, contract_on)")
    elif partner["contract_on"] > today:
        found.append(f"its contract is not in force before {partner['contract_on']}")
    if not partner["audited_on"] or not partner["audit_evidence"]:
        found.append("no audit is recorded (audited_on, audit_evidence)")
    if not partner["next_audit_on"] or partner["next_audit_on"] < today:
        found.append("its next audit is overdue or not fixed (next_audit_on)")
    return (*found, *untrue(partner, today))
