"""Breaches of personal data: entered with whom they touched, judged, told and closed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from reprise.accounts.models import User
from reprise.audit import actions as audit
from reprise.audit.states import Page, Subject
from reprise.kernel.reference import new_reference
from reprise.kernel.refusal import Refusal
from reprise.law.eu.breach import Risk, Spared
from reprise.orders.models import Order
from reprise.privacy import touched
from reprise.privacy.breaches import PROVISION, law_of, named
from reprise.privacy.models import Breach
from reprise.privacy.states import BreachKind, Scope
from reprise.privacy.touched import COUNTED, OF_ORDERS, Extent


class NotASupervisor(Refusal):
    code = "privacy_breach_not_a_supervisor"
    message = (
        "%(email)s is no supervisor, so nothing was done. `reprise staff add --supervisor` makes"
        " one of an account."
    )
    status = 403


class NotCounted(Refusal):
    code = "privacy_breach_holding"
    message = (
        "“%(holding)s” is nothing that can be counted here, so nothing was kept. Choose among:"
        " %(known)s."
    )
    status = 422


class WrongTimes(Refusal):
    code = "privacy_breach_times"
    message = (
        "These times cannot be: a breach begins before it ends and before anybody knows of it, it"
        " is told of after it was known, and none of it is in the future. Nothing was kept; please"
        " check them."
    )
    status = 422


class WrongOrders(Refusal):
    code = "privacy_breach_orders"
    message = (
        "These orders do not fit: a breach of certain orders names each of them, the same ones each"
        " time, and no other breach names any. Nothing was done; please check the file."
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is known of a breach.  ``orders`` are references, for `Scope.ORDERS` alone."""

    drill: bool
    kinds: tuple[BreachKind, ...]
    aware_at: datetime
    scope: Scope
    from_at: datetime
    until_at: datetime
    holdings: tuple[str, ...]
    risk: Risk
    orders: tuple[str, ...] = ()


def supervisor(email: str) -> User:
    """The account that acts.  Raises NotASupervisor."""
    user = User.objects.with_email(email).filter(is_active=True, is_superuser=True).first()
    if user is None:
        raise NotASupervisor(email=email)
    return user


def enter(entry: Entry, by: str, now: datetime) -> Breach:
    """Count whom it touched and keep that; must not run inside a transaction.

    Raises NotASupervisor, NotCounted, WrongTimes, WrongOrders, MissingKey.
    """
    who = supervisor(by)
    _countable(entry.holdings, entry.scope)
    if not entry.from_at <= min(entry.until_at, entry.aware_at):
        raise WrongTimes
    if max(entry.until_at, entry.aware_at) > now:
        raise WrongTimes
    counts = touched.count(_extent(entry))
    return Breach.objects.create(
        reference=new_reference("B"),
        drill=entry.drill,
        kinds=[each.value for each in entry.kinds],
        aware_at=entry.aware_at,
        scope=entry.scope.value,
        from_at=entry.from_at,
        until_at=entry.until_at,
        holdings=list(entry.holdings),
        orders_digest=_digest(entry.orders),
        counts=counts,
        risk=entry.risk.value,
        entered_at=now,
        entered_by=who.id,
    )


@transaction.atomic
def judge(reference: str, risk: Risk, spared: Spared | None) -> Breach:
    """The risk, and why people are not told one by one.

    Raises NoSuchBreach, BreachClosed, OnlyAHighRisk.
    """
    breach = _open(reference)
    if spared is not None and risk is not Risk.HIGH:
        raise OnlyAHighRisk
    breach.risk, breach.spared = risk.value, spared.value if spared else ""
    breach.save(update_fields=["risk", "spared"])
    return breach


@transaction.atomic
def tell_authority(reference: str, at: datetime, now: datetime) -> Breach:
    """Write down when the authority was told.  Raises NoSuchBreach, BreachClosed, ToldAlready,
    WrongTimes."""
    breach = _open(reference)
    breach.told_authority_at = _told(breach, breach.told_authority_at, at, now)
    breach.save(update_fields=["told_authority_at"])
    return breach


@transaction.atomic
def tell_persons(reference: str, at: datetime, now: datetime) -> Breach:
    """Write down when people were told, each or publicly.  Raises NoSuchBreach, BreachClosed,
    ToldAlready, WrongTimes."""
    breach = _open(reference)
    breach.told_persons_at = _told(breach, breach.told_persons_at, at, now)
    breach.save(update_fields=["told_persons_at"])
    return breach


@transaction.atomic
def close(reference: str, now: datetime) -> Breach:
    """Everybody who is to be told has been.  Raises NoSuchBreach, BreachClosed, NotTold."""
    breach = _open(reference)
    law = law_of(breach)
    if law.authority and breach.told_authority_at is None:
        raise NotTold
    if (law.persons or law.publicly) and breach.told_persons_at is None:
        raise NotTold
    breach.closed_at = now
    breach.save(update_fields=["closed_at"])
    return breach


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


def _open(reference: str) -> Breach:
    """Raises NoSuchBreach, BreachClosed."""
    breach = Breach.objects.select_for_update(no_key=True).get(id=named(reference).id)
    if breach.closed_at is not None:
        raise BreachClosed
    return breach


def _told(breach: Breach, before: datetime | None, at: datetime, now: datetime) -> datetime:
    if before is not None:
        raise ToldAlready
    if not breach.aware_at <= at <= now:
        raise WrongTimes
    return at
