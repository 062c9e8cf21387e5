"""Sellers whose contract has ended: who they were, where their money went, who acted for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise.privacy.actions import ending
from reprise.privacy.actions.acting import note
from reprise.privacy.actions.contacts import nobody_holds_back
from reprise.privacy.ending import (
    Part,
    TraderFacts,
    account_until,
    members_until,
    name_until,
    trader_leaves,
)
from reprise.privacy.leaving import Fate, Ground
from reprise.privacy.queries import sooner
from reprise.privacy.retention.base import Due, erased, erased_after, is_free
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
       ({_LIFTED} AND c.trader_id = t.id)
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


_Ended = tuple[UUID, str, date, datetime | None, datetime | None]


@dataclass(frozen=True, slots=True)
class Version:
    """A trader's version, whose contact may have left already."""

    id: UUID
    seller_id: UUID
    slug: str
    ended: date
    reachable: bool
    proved: bool
    sold_at: datetime | None
    held: datetime | None

    def leaves(self, at: datetime) -> Ground | None:
        """OVER: all of it; ACCOUNTS: all but what the accounts need; None: nothing."""
        proved = self.proved or not is_free(self.held, at)
        facts = TraderFacts(ended=self.ended, proved=proved, sold=_day(self.sold_at))
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
        for seller_id, slug, ended, sold_at, held in _ended("sellers_paymentaccount"):
            until = account_until(ended, _day(sold_at)).day
            yield from erased_after(until, self.holding, seller_id, slug, now, nights, held)

    def carry_out(self, due: Due, now: datetime) -> bool:
        with transaction.atomic():
            nobody_holds_back()
            sellers.lock(due.subject)
            over = [
                sellers.forget_accounts(seller_id, now.date())
                for seller_id, _, ended, sold_at, held in _ended(
                    "sellers_paymentaccount", due.subject
                )
                if is_free(held, sooner(now))
                and account_until(ended, _day(sold_at)).is_over(now.date())
            ]
            if any(over):
                note([erased(self.holding, due.subject)], now)
        return any(over)


class Members:
    holding = ending.MEMBERSHIP

    def number(self) -> int:
        return Member.objects.values("seller_id").distinct().count()

    def due(self, now: datetime, nights: int = 0) -> Iterator[Due]:
        for seller_id, slug, ended, _, held in _ended("sellers_member"):
            until = members_until(ended).day
            yield from erased_after(until, self.holding, seller_id, slug, now, nights, held)

    def carry_out(self, due: Due, now: datetime) -> bool:
        with transaction.atomic():
            nobody_holds_back()
            sellers.lock(due.subject)
            over = [
                sellers.forget_members(seller_id, now.date())
                for seller_id, _, ended, _, held in _ended("sellers_member", due.subject)
                if is_free(held, sooner(now)) and members_until(ended).is_over(now.date())
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
        return [Version(*row) for row in cursor.fetchall()]


def _names(today: date, one: UUID | None = None) -> list[tuple[UUID, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, {"one": one})
        found: list[tuple[UUID, str, date]] = cursor.fetchall()
    return [
        (seller_id, slug) for seller_id, slug, ended in found if name_until(ended).is_over(today)
    ]


def _ended(table: str, one: UUID | None = None) -> list[_Ended]:
    """Sellers who have left, have rows in a table of ours, and are nobody's proof any more, but for
    what was lifted and is held for some days yet."""
    with connection.cursor() as cursor:
        cursor.execute(_ENDED % {"table": table}, {"one": one})
        return list(cursor.fetchall())


TRADERS: Final = Traders()
PAYMENT_ACCOUNTS: Final = PaymentAccounts()
MEMBERS: Final = Members()
