"""Breaches of personal data: entered with whom they touched, and who is to be told."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID, uuid5

from django.db import transaction

from reprise.audit import actions as audit
from reprise.audit.evidence import handed_out
from reprise.audit.states import Page, Subject
from reprise.kernel.evidence import SEAL, Document
from reprise.kernel.reference import new_reference
from reprise.kernel.refusal import Refusal
from reprise.law.eu.breach import Risk
from reprise.orders.models import Order
from reprise.privacy import touched
from reprise.privacy.actions.breach_acts import (
    Draft,
    WrongTimes,
    append,
    judgement,
    stand,
    supervisor,
    take_turn,
    worded,
)
from reprise.privacy.breaches import named, standing, told
from reprise.privacy.models import Breach
from reprise.privacy.states import BreachKind, BreachVerb, Scope
from reprise.privacy.touched import COUNTED, OF_ORDERS, Extent

# An arbitrary, constant name.
_BREACHES: Final = UUID("6f0c8f0e-6d0a-5d0e-9a53-2f6f2d1f4b11")


class NotCounted(Refusal):
    code = "privacy_breach_holding"
    message = (
        "“%(holding)s” is nothing that can be counted here, so nothing was kept. Choose among:"
        " %(known)s."
    )
    status = 422


class WrongOrders(Refusal):
    code = "privacy_breach_orders"
    message = (
        "These orders do not fit: a breach of certain orders names each of them, the same ones each"
        " time, and no other breach names any. Nothing was done; please check the list."
    )
    status = 422


class EnteredAlready(Refusal):
    code = "privacy_breach_entered"
    message = (
        "This breach stands in the record already, as %(reference)s. Nothing was written down;"
        " what is decided anew about it belongs there."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is known of a breach, and the first judgement.  ``orders`` are references, for
    `Scope.ORDERS` alone; ``happened`` may be said later."""

    drill: bool
    kinds: tuple[BreachKind, ...]
    aware_at: datetime
    scope: Scope
    from_at: datetime
    until_at: datetime
    holdings: tuple[str, ...]
    risk: Risk
    why: str
    orders: tuple[str, ...] = ()
    happened: str = ""


def enter(entry: Entry, by: str, now: datetime) -> Breach:
    """Count whom it touched and keep that, with the first judgement; must not run inside a
    transaction.  The same facts twice are one breach.

    Raises NotASupervisor, NotCounted, WrongTimes, WrongOrders, NoWords, TooManyWords,
    LeadsToSomebody, EnteredAlready, MissingKey.
    """
    who = supervisor(by)
    _countable(entry.holdings, entry.scope)
    if not entry.from_at <= min(entry.until_at, entry.aware_at):
        raise WrongTimes
    if max(entry.until_at, entry.aware_at) > now:
        raise WrongTimes
    drafts = [judgement(entry.risk, None, entry.why)]
    if entry.happened.strip():
        drafts.insert(0, Draft(verb=BreachVerb.HAPPENED, words=worded(entry.happened)))
    row = Breach(
        id=_id(entry),
        reference=new_reference("B"),
        drill=entry.drill,
        kinds=[each.value for each in entry.kinds],
        aware_at=entry.aware_at,
        scope=entry.scope.value,
        from_at=entry.from_at,
        until_at=entry.until_at,
        holdings=list(entry.holdings),
        orders_digest=_digest(entry.orders),
        counts=touched.count(_extent(entry)),
        entered_at=now,
        entered_by=who.id,
    )
    with transaction.atomic():
        take_turn()
        known = Breach.objects.filter(id=row.id).first()
        if known is None:
            row.save(force_insert=True)
            append(standing(row), drafts, who, now, None)
        elif not stand(standing(known), drafts, who, 0):
            raise EnteredAlready(reference=known.reference)
    return known or row


def addresses(
    reference: str, orders: Collection[str], by: str, now: datetime
) -> Iterator[tuple[str, str]]:
    """Each address that is to be told and its language; who asked for them is written down first.

    As things stand now.  Raises NoSuchBreach, NotASupervisor, WrongOrders.
    """
    breach, who = named(reference), supervisor(by)
    if _digest(orders) != breach.orders_digest:
        raise WrongOrders
    extent = Extent(
        holdings=tuple(breach.holdings), scope=Scope(breach.scope), from_at=breach.from_at,
        until_at=breach.until_at, orders=_ids(orders),
    )  # fmt: skip
    audit.note(who.id, Page.BREACH, Subject.BREACH, breach.id, now)
    return touched.addresses(extent)


def hand_out(reference: str, by: str, now: datetime) -> Document:
    """The entry of the register as a file, which anybody can check (decision 0052); who was handed
    this copy is written down first.  Raises NoSuchBreach, NotASupervisor."""
    breach, who = named(reference), supervisor(by)
    document = handed_out(told(standing(breach)), who.id, now)
    audit.note_each(who.id, Page.BREACH_FILE, Subject.BREACH, [breach.id], now, seal=document[SEAL])
    return document


def _countable(holdings: Collection[str], scope: Scope) -> None:
    known = OF_ORDERS if scope is Scope.ORDERS else COUNTED.keys()
    for each in holdings:
        if each not in known:
            raise NotCounted(holding=each, known=", ".join(sorted(known)))


def _extent(entry: Entry) -> Extent:
    """Raises WrongOrders."""
    if bool(entry.orders) != (entry.scope is Scope.ORDERS):
        raise WrongOrders
    return Extent(
        holdings=entry.holdings, scope=entry.scope, from_at=entry.from_at,
        until_at=entry.until_at, orders=_ids(entry.orders),
    )  # fmt: skip


def _ids(references: Collection[str]) -> tuple[UUID, ...]:
    """Raises WrongOrders where one of them is none."""
    found = Order.objects.filter(reference__in=references).values_list("id", flat=True)
    if len(found) != len(set(references)):
        raise WrongOrders
    return tuple(found)


def _digest(references: Collection[str]) -> str:
    """By which the same orders are known again; "" for none."""
    if not references:
        return ""
    return hashlib.sha256("\n".join(sorted(set(references))).encode()).hexdigest()


def _id(entry: Entry) -> UUID:
    """By which a breach with the same facts is known again; what is judged of it is none."""
    facts = (
        entry.drill, sorted(each.value for each in entry.kinds), entry.aware_at.astimezone(UTC),
        entry.scope.value, entry.from_at.astimezone(UTC), entry.until_at.astimezone(UTC),
        sorted(entry.holdings), _digest(entry.orders),
    )  # fmt: skip
    return uuid5(_BREACHES, repr(facts))
