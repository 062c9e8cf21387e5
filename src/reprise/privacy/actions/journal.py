"""Copying acts out of the database, and doing them again when a backup was put back."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q

from reprise import rows
from reprise.accounts import actions as account_actions
from reprise.accounts.models import User
from reprise.audit.queries import bearer
from reprise.kernel.refusal import Refusal
from reprise.orders import actions as orders
from reprise.orders.models import Order
from reprise.outbox.actions import publish
from reprise.privacy.actions import (
    brake,
    contracts,
    ended_again,
    ending,
    held_again,
    objecting,
)
from reprise.privacy.actions.acting import NUMBERING
from reprise.privacy.actions.contacts import (
    RESTRICTED,
    account_is_held,
    forget_numbers,
    leave_to_address,
    put_away,
)
from reprise.privacy.events import ContactLeft
from reprise.privacy.holdings import COUNTS, HOLDS
from reprise.privacy.journal import Journal, Line
from reprise.privacy.leaving import Decided, Fate, Ground
from reprise.privacy.models import Act, Archived, Hold
from reprise.privacy.queries import on_buyer
from reprise.privacy.retention import lifted
from reprise.privacy.states import DISBELIEVED, By, Verb
from reprise.sellers import actions as sellers

log = logging.getLogger(__name__)

MOST: int = 1000
_INTO_ARCHIVE: Final = ("contact", Verb.ARCHIVED.value)
_OF_TRADER: Final = (ending.TRADER, Verb.ERASED.value)
# What stands marked is not done again at all.
_GROUNDS: Final = frozenset({*(ground.value for ground in Ground), DISBELIEVED})


class Diverged(Exception):
    """The database and the journal tell of different acts under one number."""


def copy(now: datetime) -> int:
    """Write the acts that the journal does not have yet into it; how many.  What is older than
    every backup leaves it, unless the clock may be wrong.

    Raises Diverged where the database is behind the journal or beside it: it was put back from a
    backup, and `replay` comes before anything else.
    """
    journal = Journal.of()
    last = journal.last()
    _compare(last)
    after = last.seq if last else 0
    acts = list(Act.objects.filter(seq__gt=after).order_by("seq")[:MOST])
    if last is None and acts and acts[0].seq > 1:
        raise Diverged("The journal has lost its beginning.")
    journal.append([_line(act) for act in acts], now)
    if not brake.stops(now):
        journal.forget(now, settings.BACKUP_HORIZON)
    return len(acts)


def _compare(last: Line | None) -> None:
    if last is None:
        return
    same = Act.objects.filter(seq=last.seq).values_list("id", flat=True).first()
    if same is None:
        raise Diverged(f"The journal knows {last.seq} acts and the database fewer.")
    if str(same) != last.id:
        raise Diverged(f"Act {last.seq} is another one in the journal than in the database.")


def is_lost() -> bool:
    """Whether there are acts and no journal: nobody can say what a backup has brought back."""
    return not Journal.of().exists() and Act.objects.exists()


def begin(now: datetime) -> int:
    """Begin a new journal in place of a lost one, from what the database knows; how many acts."""
    acts = Act.objects.order_by("seq")
    lines = [_line(act) for act in acts.iterator()]
    Journal.of().append(lines, now)
    return len(lines)


def replay(now: datetime, ended: Collection[UUID] = (), not_ended: Collection[UUID] = ()) -> int:
    """Do again what the journal knows and the database does not; how many acts.

    As the owner of the tables: what left long ago leaves again by days that PostgreSQL takes from
    nobody else (decision 0055).

    What the backup holds stays, and is named: an act may be somebody's who had the running role
    (decision 0060).  The contracts of the sellers ``ended`` have ended afterwards, those of
    ``not_ended`` run; of each that an act would change one of the two is said, and what is not so
    by it stands, marked (decision 0062).  Each act is one transaction, so a kill in between is gone
    on with.  It asks nothing else of the rules: it was decided once, under the locks.  Raises
    Undecided, Contrary, Diverged where the two contradict each other, MissingKey.
    """
    missing = ahead()
    ended_again.check(missing, ended, not_ended, now)
    not_so = ended_again.not_so(missing, ended, not_ended)
    for line in missing:
        with transaction.atomic():
            if line.seq in not_so:
                ended_again.leave(line)
                _note(replace(line, basis=DISBELIEVED))
            else:
                _do(line, now)
                _note(line)
    ended_again.check_done(ended, not_ended)
    return len(missing)


def ahead() -> list[Line]:
    """What the journal knows and the database does not.  Raises Diverged."""
    journal = Journal.of()
    known = Act.objects.order_by("-seq").first()
    last = journal.last()
    if last is None or (known is not None and known.seq >= last.seq):
        _compare(last)
        return []
    missing = list(journal.after(known.seq if known else 0))
    if missing and missing[0].seq != (known.seq if known else 0) + 1:
        raise Diverged("The journal does not go back as far as the database.")
    return missing


def unclear(line: Line, today: date) -> str:
    """Why nobody can do an act again; "" where one can.  PostgreSQL lets whoever has the running
    role add one that says too little.  What an archive would keep no longer is a night's to take
    out, by what is so then."""
    said = (line.holding, line.verb)
    if said in {_INTO_ARCHIVE, _OF_TRADER} and line.basis not in _GROUNDS:
        return "no rule is called like that"
    if said == _INTO_ARCHIVE and (line.last_day is None or line.last_day < today):
        return "it says no last day that is still to come"
    return ""


def _do(line: Line, now: datetime) -> None:
    verb = Verb(line.verb)
    if verb in {Verb.ARCHIVED, Verb.ERASED} and _is_held(line, now):
        log.error(
            "%s %s is held in the backup and stays: act %s says %s. Look at the hold and lift it"
            " if it is over; then it leaves by a night, or as it was asked.",
            line.holding, line.of, line.seq, line.verb,
        )  # fmt: skip
    elif why := unclear(line, now.date()):
        # That its contract has ended, whoever puts the backup back has said.
        _ended_before(line, now)
        log.error(
            "Act %s says %s of %s %s and cannot be done again: %s.",
            line.seq, line.verb, line.holding, line.of, why,
        )  # fmt: skip
    elif line.holding == "contact" and verb in {Verb.ARCHIVED, Verb.ERASED}:
        _take_out(line, now)
    elif line.holding == "archive" and verb is Verb.ERASED:
        with connection.cursor() as cursor:
            cursor.execute("SELECT privacy_drop(%s, %s)", [line.of, now.date()])
        forget_numbers(line.of)
    elif line.holding == "account" and verb is Verb.ERASED:
        user = User.objects.filter(id=line.of, is_staff=False, is_superuser=False).first()
        if user is not None:
            account_actions.delete_account(line.of, now)
            leave_to_address(user)
    elif line.holding == HOLDS.key and verb is Verb.ERASED:
        lifted.forget(line.of, now.date())
    elif line.holding == ending.SALE and verb is Verb.ERASED:
        ending.end_order(line.of, now)
    elif line.holding == ending.TRADER and verb is Verb.ERASED:
        _ended_before(line, now)
        if not ending.end_trader(line.of, Ground(line.basis), now):
            _nothing_left(line)
    elif line.holding in ending.OF_SELLERS and verb is Verb.ERASED:
        _ended_before(line, now)
        _take_away(line, now)
    elif line.holding == COUNTS.key and verb is Verb.ERASED:
        objecting.stop_again(line.of, datetime.fromisoformat(line.at), line.reason)
    elif verb in {Verb.ENDED, Verb.RESUMED}:
        _contract(line, verb, now)
    elif verb in held_again.VERBS:
        held_again.again(line, now)
    elif verb is Verb.AMENDED:
        log.error("What was corrected in an order's %s, of %s, is lost.", line.reason, line.at)


def _is_held(line: Line, now: datetime) -> bool:
    """Whether the backup holds what an act says has left: whoever has the running role writes acts,
    and the journal trusts them.  One that was lifted since is looked at and lifted again."""
    if line.holding in {"contact", "archive", ending.SALE}:
        of = Q(order_id=line.of) | on_buyer(line.of, now)
        return Hold.objects.holding(now).filter(of).exists()
    user = User.objects.filter(id=line.of).first() if line.holding == "account" else None
    return user is not None and account_is_held(user, now)


def _take_out(line: Line, now: datetime) -> None:
    """Into the archive from the contact that the backup has brought back, or away with it."""
    if not Order.objects.filter(id=line.of).exists():
        # It was placed after the backup was made: the order is lost, and its buyer with it.
        return
    found = orders.lock_whereabouts(line.of)
    if found is not None:
        there = Archived.objects.filter(order_id=line.of).exists()
        if line.verb == Verb.ARCHIVED.value and not there:
            decided = Decided(
                order_id=line.of, fate=Fate.ARCHIVED, ground=Ground(line.basis),
                until=line.last_day,
            )  # fmt: skip
            put_away(found, decided, datetime.fromisoformat(line.at))
        orders.forget_whereabouts(found)
        if line.reason != RESTRICTED:
            publish([ContactLeft(line.of)], at=now)
    if line.verb == Verb.ERASED.value:
        forget_numbers(line.of)


def _ended_before(line: Line, now: datetime) -> None:
    """Of whom something has left, its contract has ended: a backup of before does not know it."""
    of, day = ended_again.seller_of(line), ended_again.last_day(line)
    seller = sellers.lock(of) if of else None
    if seller is None or seller.ended_on is not None or day is None:
        return
    log.error("Seller %s is ended again; on which day it was, nobody knows any more.", seller.id)
    sellers.end_contract(seller.id, day, now)


def _take_away(line: Line, now: datetime) -> None:
    if line.holding == ending.MEMBERSHIP:
        gone = sellers.forget_members(line.of, now.date())
    else:
        gone = sellers.forget_accounts(line.of, now.date())
    if not gone:
        _nothing_left(line)


def _nothing_left(line: Line) -> None:
    log.error("Nothing of %s of seller %s was there to leave again.", line.holding, line.of)


def _contract(line: Line, verb: Verb, now: datetime) -> None:
    """A contract ends again, or its end is taken back again."""
    if sellers.lock(line.of) is None:
        return
    try:
        if verb is Verb.RESUMED:
            active = line.reason != contracts.STOPPED
            sellers.take_back_end(line.of, now, active=active)
        elif line.last_day is not None:
            entered = datetime.fromisoformat(line.at)
            sellers.end_contract(line.of, line.last_day, now, entered_at=entered)
    except Refusal as refusal:
        log.error("The contract of seller %s is as it was: %s.", line.of, refusal.code)


def _note(line: Line) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERING])
    # Who did it stands, as far as the line says it; a line of before bears no badge.
    by = line.by if line.by and (line.by != By.STAFF.value or line.badge) else By.REPLAY.value
    act = Act(
        id=UUID(line.id), seq=line.seq, request_id=UUID(line.request) if line.request else None,
        holding=line.holding, subject=line.of, hold_id=UUID(line.hold) if line.hold else None,
        verb=line.verb, basis=line.basis, until=line.last_day, actor_kind=by,
        staff_id=bearer(line.badge) if line.badge else None, badge=line.badge, replayed=True,
        reason=line.reason, at=datetime.fromisoformat(line.at),
    )  # fmt: skip
    rows.insert([act])


def _line(act: Act) -> Line:
    return Line(
        seq=act.seq, id=str(act.id), verb=act.verb, holding=act.holding, subject=str(act.subject),
        basis=act.basis, reason=act.reason, until=act.until.isoformat() if act.until else "",
        request=str(act.request_id or ""), at=act.at.isoformat(), by=act.actor_kind,
        badge=act.badge, hold=str(act.hold_id or ""),
    )  # fmt: skip
