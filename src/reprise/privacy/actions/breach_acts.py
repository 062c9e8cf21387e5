"""What is decided and done about a breach: act by act, by whom, when and why (decision 0049).

An act that is sent twice is one.  ``seen`` is how many acts whoever acts has seen: nobody decides
on what another one has changed meanwhile (MovedOn); None does not ask.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection, transaction

from reprise.accounts.models import User
from reprise.audit.actions import badge_of
from reprise.kernel.ids import new_id
from reprise.kernel.refusal import Refusal
from reprise.law.eu.breach import Risk, Spared
from reprise.privacy.breaches import (
    PROVISION,
    Standing,
    Written,
    is_late,
    law_of,
    named,
    standing,
)
from reprise.privacy.models import BreachAct, BreachText
from reprise.privacy.states import DESCRIBING, BreachVerb

# An arbitrary, constant number: one act about breaches is written at a time.
WRITING: Final = 7_361_044
LONGEST: Final = 4000


class NotASupervisor(Refusal):
    code = "privacy_breach_not_a_supervisor"
    message = (
        "%(email)s is no supervisor, so nothing was done. `reprise staff add --supervisor` makes"
        " one of an account."
    )
    status = 403


class WrongTimes(Refusal):
    code = "privacy_breach_times"
    message = (
        "These times cannot be: a breach begins before it ends and before anybody knows of it, it"
        " is told of after it was known, and none of it is in the future. Nothing was kept; please"
        " check them."
    )
    status = 422


class OnlyAHighRisk(Refusal):
    code = "privacy_breach_spared"
    message = (
        "Only a high risk is told to people at all, so there is no reason not to tell them."
        " Nothing was changed; leave the reason out."
    )
    basis = PROVISION
    status = 422


class ToldAlready(Refusal):
    code = "privacy_breach_told"
    message = "It is written down already when they were told. That stays as it is."


class BreachClosed(Refusal):
    code = "privacy_breach_closed"
    message = "This breach is closed, so nothing was changed. What comes up now is entered anew."


class NotTold(Refusal):
    code = "privacy_breach_not_told"
    message = (
        "The authority or the people concerned have still to be told, so it was not closed. Tell"
        " them and write down when, or judge the risk again."
    )
    basis = PROVISION


class NoWords(Refusal):
    code = "privacy_breach_no_words"
    message = "Say why, or what is known, in a few words. Nothing was written down."
    status = 422


class TooManyWords(Refusal):
    code = "privacy_breach_too_many_words"
    message = (
        "This is longer than %(longest)s characters. Nothing was written down; keep the whole in"
        " your own papers and say here what it comes to."
    )
    status = 422


class LeadsToSomebody(Refusal):
    code = "privacy_breach_leads_to_somebody"
    message = (
        "There is an @ in these words, as in an e-mail address. The record stays when people are"
        " erased, so it names nobody: say what happened, not to whom. Nothing was written down."
    )
    status = 422


class NoReasonForTheDelay(Refusal):
    code = "privacy_breach_late"
    message = (
        "The authority was told after its 72 hours, so the reasons for the delay belong here."
        " Nothing was written down; please add them."
    )
    basis = PROVISION
    status = 422


class MovedOn(Refusal):
    code = "privacy_breach_moved_on"
    message = (
        "Something was written down about this breach since you opened its page. Nothing was"
        " changed; read it below and decide again."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An act before it has its number; without ``happened_at`` it happens when it is written."""

    verb: BreachVerb
    words: str = ""
    risk: str = ""
    spared: str = ""
    of: int | None = None
    happened_at: datetime | None = None


def supervisor(email: str) -> User:
    """The account that acts.  Raises NotASupervisor."""
    user = User.objects.with_email(email).filter(is_active=True, is_superuser=True).first()
    if user is None:
        raise NotASupervisor(email=email)
    return user


@transaction.atomic
def describe(
    reference: str,
    known: dict[BreachVerb, str],
    by: str,
    now: datetime,
    seen: int | None = None,
) -> Standing:
    """What is known of it (art. 33(3)), each of `DESCRIBING` that ``known`` has in words; what
    stands there already is not written again.

    Raises NotASupervisor, NoSuchBreach, BreachClosed, NoWords, TooManyWords, LeadsToSomebody,
    MovedOn.
    """
    who, breach = supervisor(by), locked(reference)
    told = {verb: worded(known[verb]) for verb in DESCRIBING if known.get(verb, "").strip()}
    if not told:
        raise NoWords
    drafts = [
        Draft(verb=verb, words=words)
        for verb, words in told.items()
        if words != _said(breach.last(verb))
    ]
    return append(breach, drafts, who, now, seen)


@transaction.atomic
def judge(
    reference: str,
    risk: Risk,
    spared: Spared | None,
    why: str,
    by: str,
    now: datetime,
    seen: int | None = None,
) -> Standing:
    """How large the risk is and, where it is high, why people are not told one by one.

    Raises NotASupervisor, NoSuchBreach, BreachClosed, OnlyAHighRisk, NoWords, TooManyWords,
    LeadsToSomebody, MovedOn.
    """
    who, breach = supervisor(by), locked(reference)
    return append(breach, [judgement(risk, spared, why)], who, now, seen)


@transaction.atomic
def tell_authority(
    reference: str, at: datetime, why: str, by: str, now: datetime, seen: int | None = None
) -> Standing:
    """Write down when the authority was told and, after its hours, ``why`` not sooner.

    Raises NotASupervisor, NoSuchBreach, BreachClosed, ToldAlready, WrongTimes,
    NoReasonForTheDelay, TooManyWords, LeadsToSomebody, MovedOn.
    """
    who, breach = supervisor(by), locked(reference)

    def check() -> None:
        _can_be_told(breach, breach.told_authority_at, at, now)
        if is_late(breach, at) and not why.strip():
            raise NoReasonForTheDelay

    draft = Draft(verb=BreachVerb.TOLD_AUTHORITY, words=perhaps(why), happened_at=at)
    return append(breach, [draft], who, now, seen, check)


@transaction.atomic
def tell_persons(
    reference: str, at: datetime, how: str, by: str, now: datetime, seen: int | None = None
) -> Standing:
    """Write down when people were told, each or publicly, and perhaps ``how``.

    Raises NotASupervisor, NoSuchBreach, BreachClosed, ToldAlready, WrongTimes, TooManyWords,
    LeadsToSomebody, MovedOn.
    """
    who, breach = supervisor(by), locked(reference)
    draft = Draft(verb=BreachVerb.TOLD_PERSONS, words=perhaps(how), happened_at=at)
    return append(
        breach, [draft], who, now, seen,
        lambda: _can_be_told(breach, breach.told_persons_at, at, now),
    )  # fmt: skip


@transaction.atomic
def close(reference: str, by: str, now: datetime, seen: int | None = None) -> Standing:
    """Everybody who is to be told has been.  Raises NotASupervisor, NoSuchBreach, BreachClosed,
    NotTold, MovedOn."""
    who, breach = supervisor(by), locked(reference)

    def check() -> None:
        law = law_of(breach)
        if law.authority and breach.told_authority_at is None:
            raise NotTold
        if (law.persons or law.publicly) and breach.told_persons_at is None:
            raise NotTold

    return append(breach, [Draft(verb=BreachVerb.CLOSED)], who, now, seen, check)


def judgement(risk: Risk, spared: Spared | None, why: str) -> Draft:
    """Raises OnlyAHighRisk, NoWords, TooManyWords, LeadsToSomebody."""
    if spared is not None and risk is not Risk.HIGH:
        raise OnlyAHighRisk
    return Draft(
        verb=BreachVerb.JUDGED, words=worded(why), risk=risk.value,
        spared=spared.value if spared else "",
    )  # fmt: skip


def worded(typed: str) -> str:
    """What somebody has typed, as it is kept.  Raises NoWords, TooManyWords, LeadsToSomebody."""
    lines = ("".join(filter(str.isprintable, line)).rstrip() for line in typed.splitlines())
    words = "\n".join(lines).strip()
    if not words:
        raise NoWords
    if len(words) > LONGEST:
        raise TooManyWords(longest=LONGEST)
    if "@" in words:
        raise LeadsToSomebody
    return words


def append(
    breach: Standing,
    drafts: Sequence[Draft],
    who: User,
    now: datetime,
    seen: int | None,
    check: Callable[[], None] = lambda: None,
) -> Standing:
    """Write the drafts under the lock of `take_turn`, unless they stand there already: right after
    what was seen, or last.  Raises MovedOn, BreachClosed and what ``check`` raises."""
    start = len(breach.acts) - len(drafts) if seen is None else seen
    if stand(breach, drafts, who, max(start, 0)):
        return breach
    if seen is not None and seen != len(breach.acts):
        raise MovedOn
    if breach.closed_at is not None:
        raise BreachClosed
    check()
    write(breach, drafts, who, now)
    return standing(breach.row)


def stand(breach: Standing, drafts: Sequence[Draft], who: User, start: int) -> bool:
    """Whether these acts, by the same person, begin after the first ``start``."""
    there = breach.acts[start : start + len(drafts)]
    return len(there) == len(drafts) and all(
        each.act.staff_id == who.id and _same(each, draft)
        for each, draft in zip(there, drafts, strict=True)
    )


def take_turn() -> None:
    """Wait for whoever writes an act about a breach at the moment, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITING])


def digest_of(salt: str, words: str) -> str:
    return hashlib.sha256(f"{salt}{words}".encode()).hexdigest()


def locked(reference: str) -> Standing:
    """A breach under the lock of `take_turn`.  Raises NoSuchBreach."""
    take_turn()
    return standing(named(reference))


def _same(each: Written, draft: Draft) -> bool:
    act = each.act
    when = draft.happened_at or act.happened_at
    return (each.verb, each.words, act.risk, act.spared, act.happened_at) == (
        draft.verb, draft.words, draft.risk, draft.spared, when,
    )  # fmt: skip


def write(breach: Standing, drafts: Sequence[Draft], who: User, now: datetime) -> None:
    """Add acts to a breach that is locked, each with its number, its words and their digest."""
    badge_of(who.id, now)
    acts, texts = [], []
    for seq, draft in enumerate(drafts, len(breach.acts) + 1):
        # Nobody tries out what the digest of taken words was made of: the salt goes with them.
        salt = secrets.token_hex(16)
        act = BreachAct(
            id=new_id(), breach_id=breach.row.id, seq=seq, verb=draft.verb.value, risk=draft.risk,
            spared=draft.spared, of=draft.of, happened_at=draft.happened_at or now, at=now,
            staff_id=who.id, digest=digest_of(salt, draft.words) if draft.words else "",
        )  # fmt: skip
        acts.append(act)
        if draft.words:
            texts.append(
                BreachText(act_id=act.id, breach_id=act.breach_id, salt=salt, words=draft.words)
            )
    BreachAct.objects.bulk_create(acts)
    BreachText.objects.bulk_create(texts)


def _can_be_told(breach: Standing, before: datetime | None, at: datetime, now: datetime) -> None:
    if before is not None:
        raise ToldAlready
    if not breach.row.aware_at <= at <= now:
        raise WrongTimes


def perhaps(typed: str) -> str:
    """As :func:`worded`, where nothing has to be said."""
    return worded(typed) if typed.strip() else ""


def _said(each: Written | None) -> str:
    return each.words if each else ""
