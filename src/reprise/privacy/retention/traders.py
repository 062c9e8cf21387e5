"""Sellers whose contract has ended: who they were, where their money went, who acted for them.

Who is owed money keeps what it takes to pay it: the newest version of its identity, and the account
(decision 0064).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise.ledger.owed import owed
from reprise.privacy.actions import ending
from reprise.privacy.actions.acting import note
from reprise.privacy.actions.contacts import nobody_holds_back
from reprise.privacy.ending import (
    Part,
    TraderFacts,
    account_until,
    claim_until,
    members_until,
    name_until,
    trader_leaves,
)
from reprise.privacy.leaving import Fate, Ground
from reprise.privacy.queries import sooner
from reprise.privacy.retention.base import Due, Run, erased, erased_after, is_free
from reprise.sellers import actions as sellers
from reprise.sellers.models import Member, PaymentAccount, Trader

_EARLIEST: Final = timedelta(hours=14)
# Money that was collected for an order has moved last.
_SOLD: Final = """
    SELECT max(greatest(p.state_at, i.answered_at, m.at))
      FROM orders_sellerorder c JOIN payments_payment p ON p.reference = c.order_id
      LEFT JOIN payments_instruction i ON i.payment_id = p.id
      LEFT JOIN LATERAL (SELECT max(x.at) AS at FROM ledger_transfer x
                          WHERE x.payment_id = p.id AND x.phase = 'posted') m ON true
     WHERE c.seller_id = s.id AND (p.captured > 0 OR m.at IS NOT NULL)
"""
# Nothing leaves while an order is held, names its buyer, or is in the archive: it is their proof.
# Until when one is held whose hold was lifted, is asked beside that.
_PROVES: Final = """
    (EXISTS (SELECT FROM orders_contact o WHERE o.order_id = c.order_id)
  OR EXISTS (SELECT FROM privacy_archived a WHERE a.order_id = c.order_id)
  OR EXISTS (SELECT FROM privacy_hold h WHERE h.order_id = c.order_id AND h.holds_until IS NULL))
"""
_LIFTED: Final = """
    SELECT max(h.holds_until) FROM orders_sellerorder c JOIN privacy_hold h USING (order_id)
     WHERE c.seller_id = s.id
"""
# A version of somebody who has left, and of which something is there still.
_VERSIONS: Final = f"""
SELECT t.id, s.id, s.slug, s.ended_on, t.email <> '' OR t.phone <> '',
       EXISTS (
         SELECT FROM orders_sellerorder c
          WHERE c.seller_id = s.id AND c.trader_id = t.id AND {_PROVES}),
       ({_SOLD} AND c.trader_id = t.id),
       ({_LIFTED} AND c.trader_id = t.id),
       t.version = (SELECT max(n.version) FROM sellers_trader n WHERE n.seller_id = s.id)
  FROM sellers_trader t JOIN sellers_seller s ON s.id = t.seller_id
 WHERE s.ended_on IS NOT NULL AND t.legal_name <> ''
   AND (%(one)s::uuid IS NULL OR t.id = %(one)s::uuid)
 ORDER BY s.slug, t.version
"""  # noqa: S608  a constant
# A seller of whom no version is left, and who has a name.
_NAMES: Final = """
SELECT s.id, s.slug, s.ended_on FROM sellers_seller s
 WHERE s.ended_on IS NOT NULL AND s.name <> ''
   AND (%(one)s::uuid IS NULL OR s.id = %(one)s::uuid)
   AND NOT EXISTS (SELECT FROM sellers_trader t WHERE t.seller_id = s.id AND t.legal_name <> '')
 ORDER BY s.slug
"""
_ENDED: Final = f"""
SELECT s.id, s.slug, s.ended_on, ({_SOLD}), ({_LIFTED}) FROM sellers_seller s
 WHERE s.ended_on IS NOT NULL
   AND EXISTS (SELECT FROM %(table)s x WHERE x.seller_id = s.id)
   AND NOT EXISTS (SELECT FROM orders_sellerorder c WHERE c.seller_id = s.id AND {_PROVES})
   AND (%%(one)s::uuid IS NULL OR s.id = %%(one)s::uuid)
 ORDER BY s.slug
"""  # noqa: S608  constants


@dataclass(frozen=True, slots=True)
class Former:
    """A seller whose contract has ended; ``owed``: when what it is owed moved last."""

    id: UUID
    slug: str
    ended: date
    sold_at: datetime | None
    held: datetime | None
    owed: datetime | None = None

    @property
    def account(self) -> date:
        """Until when it is kept where its money goes."""
        return account_until(self.ended, _day(self.sold_at), _day(self.owed)).day


@dataclass(frozen=True, slots=True)
class Version:
    """A trader's version, whose contact may have left already; ``owed``: when what its seller is
    owed moved last, where this is the newest one."""

    id: UUID
    seller_id: UUID
    slug: str
    ended: date
    reachable: bool
    proved: bool
    sold_at: datetime | None
    held: datetime | None
    newest: bool
    owed: datetime | None = None

    def leaves(self, at: datetime) -> Ground | None:
        """OVER: all of it; ACCOUNTS: all but what the accounts need; None: nothing."""
        proved = self.proved or not is_free(self.held, at)
        facts = TraderFacts(
            ended=self.ended, proved=proved, sold=_day(self.sold_at), owed=_day(self.owed)
        )
        part = trader_leaves(facts, at.date())
        if part is Part.WHOLE:
            return Ground.OVER
        return Ground.ACCOUNTS if part is Part.CONTACT and self.reachable else None


class Traders:
    holding = ending.TRADER

    def number(self) -> int:
        return Trader.objects.count()

    def due(self, now: datetime, nights: int = 0) -> Iterator[Due]:
        for each in _versions():
            for night in range(nights + 1):
                at = now + timedelta(days=night)
                ground = each.leaves(at)
                if ground is not None:
                    yield self._due(each.id, each.slug, at.date(), ground)
                    break
        for seller_id, slug in _names(now.date()):
            yield self._due(seller_id, slug, now.date(), Ground.OVER)

    def _due(self, subject: UUID, slug: str, night: date, ground: Ground) -> Due:
        return Due(holding=self.holding, subject=subject, name=slug, night=night,
                   fate=Fate.ERASED, ground=ground)  # fmt: skip

    def carry_out(self, due: Due, now: datetime) -> bool:
        # Order by order, before anybody waits; what a kill leaves undone, the transaction does.
        ending.part_from(due.subject, now)
        with transaction.atomic():
            nobody_holds_back()
            ground = self._decided(due.subject, now)
            if ground is None or not ending.end_trader(due.subject, ground, now):
                return False
            note([erased(self.holding, due.subject, ground)], now)
        return True

    def _decided(self, subject: UUID, now: datetime) -> Ground | None:
        """Under the lock of its seller, whose end may have been taken back."""
        version = next(iter(_versions(subject)), None)
        sellers.lock(version.seller_id if version else subject)
        if version is not None:
            again = next(iter(_versions(subject)), None)
            return again.leaves(sooner(now)) if again else None
        return Ground.OVER if _names(now.date(), subject) else None


class PaymentAccounts:
    holding = ending.PAYMENT_ACCOUNT

    def number(self) -> int:
        return PaymentAccount.objects.values("seller_id").distinct().count()

    def due(self, now: datetime, nights: int = 0) -> Iterator[Due]:
        for each in _owed(_ended("sellers_paymentaccount")):
            yield from erased_after(
                each.account, self.holding, each.id, each.slug, now, nights, each.held
            )

    def carry_out(self, due: Due, now: datetime) -> bool:
        with transaction.atomic():
            nobody_holds_back()
            sellers.lock(due.subject)
            over = [
                sellers.forget_accounts(each.id, now.date())
                for each in _owed(_ended("sellers_paymentaccount", due.subject))
                if is_free(each.held, sooner(now)) and now.date() > each.account
            ]
            if any(over):
                note([erased(self.holding, due.subject)], now)
        return any(over)


class Members:
    holding = ending.MEMBERSHIP

    def number(self) -> int:
        return Member.objects.values("seller_id").distinct().count()

    def due(self, now: datetime, nights: int = 0) -> Iterator[Due]:
        for each in _ended("sellers_member"):
            until = members_until(each.ended).day
            yield from erased_after(until, self.holding, each.id, each.slug, now, nights, each.held)

    def carry_out(self, due: Due, now: datetime) -> bool:
        with transaction.atomic():
            nobody_holds_back()
            sellers.lock(due.subject)
            over = [
                sellers.forget_members(each.id, now.date())
                for each in _ended("sellers_member", due.subject)
                if is_free(each.held, sooner(now)) and members_until(each.ended).is_over(now.date())
            ]
            if any(over):
                note([erased(self.holding, due.subject)], now)
        return any(over)


def _day(at: datetime | None) -> date | None:
    """The day that it was by then wherever a market may be: nothing ends sooner than there."""
    return None if at is None else (at.astimezone(UTC) + _EARLIEST).date()


def _versions(one: UUID | None = None) -> list[Version]:
    with connection.cursor() as cursor:
        cursor.execute(_VERSIONS, {"one": one})
        found = [Version(*row) for row in cursor.fetchall()]
    moved = _moved(each.seller_id for each in found)
    return [replace(each, owed=moved.get(each.seller_id)) if each.newest else each
            for each in found]  # fmt: skip


def _names(today: date, one: UUID | None = None) -> list[tuple[UUID, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, {"one": one})
        found: list[tuple[UUID, str, date]] = cursor.fetchall()
    return [
        (seller_id, slug) for seller_id, slug, ended in found if name_until(ended).is_over(today)
    ]


def _ended(table: str, one: UUID | None = None) -> list[Former]:
    """Sellers who have left, have rows in a table of ours, and are nobody's proof any more, but for
    what was lifted and is held for some days yet."""
    with connection.cursor() as cursor:
        cursor.execute(_ENDED % {"table": table}, {"one": one})
        return [Former(*row) for row in cursor.fetchall()]


def _owed(some: list[Former]) -> list[Former]:
    """The same, with what each is owed."""
    moved = _moved(each.id for each in some)
    return [replace(each, owed=moved.get(each.id)) for each in some]


def _moved(seller_ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """When what these sellers are owed moved last, in any market."""
    last: dict[UUID, datetime] = {}
    for each in owed(set(seller_ids)):
        last[each.seller_id] = max(each.moved, last.get(each.seller_id, each.moved))
    return last


def kept_to_pay(now: datetime) -> list[Due]:
    """What would have left by now, and stays because money is owed: line by line, until when at
    the latest."""
    lines = []
    for version in _versions():
        if version.leaves(now) != replace(version, owed=None).leaves(now):
            assert version.owed is not None  # noqa: S101  else nothing differs
            lines.append(_kept(TRADERS, version.id, version.slug, _claim(version.owed), now))
    for each in _owed(_ended("sellers_paymentaccount")):
        freed = replace(each, owed=None).account
        if freed < now.date() <= each.account and is_free(each.held, now):
            lines.append(_kept(PAYMENT_ACCOUNTS, each.id, each.slug, each.account, now))
    return lines


def _kept(of: Run, subject: UUID, slug: str, until: date, now: datetime) -> Due:
    return Due(holding=of.holding, subject=subject, name=slug, night=now.date(), fate=Fate.KEPT,
               ground=Ground.OWED, until=until)  # fmt: skip


def _claim(moved: datetime) -> date:
    day = _day(moved)
    assert day is not None  # noqa: S101  it has moved
    return claim_until(day).day


TRADERS: Final = Traders()
PAYMENT_ACCOUNTS: Final = PaymentAccounts()
MEMBERS: Final = Members()
