"""What the rules need to know of orders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final, cast
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q

from reprise.accounts.queries import addresses, owners_of_addresses
from reprise.kernel.money import Money
from reprise.law.calendars import Calendar
from reprise.markets.queries import MARKETS
from reprise.orders.models import Contact, Order
from reprise.orders.states import FINISHED, LineState
from reprise.payments.states import InstructionState, PaymentState, Verb
from reprise.privacy.models import Archived, Hold
from reprise.privacy.people import account, person
from reprise.privacy.rules import Busy, Contract, Delivered, KeptUntil, OrderFacts, kept_until
from reprise.shipping.states import UNDER_WAY, Doubt

# A letter that failed so often is not tried any more (`notifications`).
MOST_TRIES: Final = 13
# The letter that tells the buyer of the right to withdraw, with its form.
TELLING: Final = "order_paid"

# Every cause in one statement.  It names tables of many contexts, as `register` does.
_BUSY: Final = f"""
WITH asked AS (SELECT unnest(%(orders)s::uuid[]) AS id),
attempt AS (SELECT p.* FROM payments_payment p JOIN asked ON asked.id = p.reference),
parcel AS (
    SELECT c.order_id, s.id, s.state, s.vouched_at
      FROM orders_sellerorder c JOIN asked ON asked.id = c.order_id
      JOIN shipping_shipment s ON s.seller_id = c.seller_id AND s.reference = c.id
     WHERE s.state = ANY(%(under_way)s)),
earned AS (
    SELECT l.order_id, sum(l.price + l.shipping + l.premium) AS amount
      FROM orders_line l JOIN asked ON asked.id = l.order_id
     WHERE l.state = ANY(%(sold)s) GROUP BY l.order_id)
SELECT l.order_id, '{Busy.LINE.value}'
  FROM orders_line l JOIN asked ON asked.id = l.order_id WHERE l.state <> ALL(%(finished)s)
UNION SELECT reference, '{Busy.PAYMENT.value}' FROM attempt WHERE state = ANY(%(open)s)
UNION SELECT o.id, '{Busy.MONEY.value}'
  FROM orders_order o JOIN asked ON asked.id = o.id LEFT JOIN earned ON earned.order_id = o.id
 WHERE (SELECT coalesce(sum(captured - refunded), 0) FROM attempt WHERE reference = o.id)
       <> coalesce(earned.amount + o.fee, 0)
UNION SELECT a.reference, '{Busy.INSTRUCTION.value}'
  FROM attempt a JOIN payments_instruction i ON i.payment_id = a.id
 WHERE (i.state = %(unanswered)s AND i.verb <> %(authorize)s)
    OR (i.state = %(refused)s AND i.verb = %(refund)s
        AND NOT EXISTS (SELECT FROM payments_instruction n WHERE n.repeats_id = i.id))
UNION SELECT a.reference, '{Busy.REFUND.value}'
  FROM attempt a JOIN payments_part p ON p.payment_id = a.id WHERE p.refund_asked > p.refunded
UNION SELECT order_id, '{Busy.PARCEL.value}' FROM parcel
UNION SELECT p.order_id, '{Busy.DOUBT.value}'
  FROM parcel p JOIN shipping_scan s ON s.shipment_id = p.id AND s.outcome = ANY(%(doubts)s)
 WHERE p.vouched_at IS NULL
UNION SELECT m.order_id, '{Busy.LETTER.value}'
  FROM notifications_message m JOIN asked ON asked.id = m.order_id
 WHERE m.audience = 'buyer' AND m.sent_at IS NULL AND m.tries < %(tries)s
"""  # noqa: S608  values of our own enums

# Paid for and not called off: what was collected for these is theirs.
_SOLD: Final = (LineState.SOLD, LineState.SHIPPED, LineState.CAME_BACK, LineState.DELIVERED)
_OPEN: Final = (
    PaymentState.CREATED, PaymentState.STARTED, PaymentState.DECLINED, PaymentState.AUTHORISED,
)  # fmt: skip


def busy(order_ids: Collection[UUID]) -> dict[UUID, frozenset[Busy]]:
    """Why each of these orders may not be touched yet; those with no cause are left out.

    One statement.  The instruction to authorise does not count: nobody answers it where a buyer
    never came to the provider, and the attempt's own state says whether it may still be paid.
    """
    values = {
        "orders": list(order_ids),
        "finished": [state.value for state in FINISHED],
        "sold": [state.value for state in _SOLD],
        "open": [state.value for state in _OPEN],
        "unanswered": InstructionState.OPEN.value,
        "refused": InstructionState.REFUSED.value,
        "authorize": Verb.AUTHORIZE.value,
        "refund": Verb.REFUND.value,
        "under_way": [state.value for state in UNDER_WAY],
        "doubts": [doubt.value for doubt in Doubt],
        "tries": MOST_TRIES,
    }
    found: dict[UUID, set[Busy]] = defaultdict(set)
    for order_id, cause in _rows(_BUSY, values):
        found[order_id].add(Busy(cause))
    return {order_id: frozenset(causes) for order_id, causes in found.items()}


_ORDERS: Final = """
SELECT o.id, o.market, o.currency, o.placed_at, greatest(o.placed_at, s.at) AS last_at,
       p.let_go_at, CASE WHEN p.captured > 0 AND p.captured = p.refunded THEN r.at END,
       (SELECT min(sent_at) FROM notifications_message
         WHERE order_id = o.id AND audience = 'buyer' AND template = %(telling)s)
  FROM orders_order o
  LEFT JOIN LATERAL (
    SELECT max(at) AS at FROM orders_step WHERE order_id = o.id) s ON true
  LEFT JOIN LATERAL (
    SELECT sum(captured) AS captured, sum(refunded) AS refunded,
           max(state_at) FILTER (WHERE authorised_at IS NOT NULL AND captured = 0) AS let_go_at
      FROM payments_payment WHERE reference = o.id) p ON true
  LEFT JOIN LATERAL (
    SELECT max(i.answered_at) AS at FROM payments_instruction i
      JOIN payments_payment a ON a.id = i.payment_id
     WHERE a.reference = o.id AND i.verb = 'refund' AND i.state = 'done') r ON true
 WHERE o.id = ANY(%(orders)s)
"""
_CONTRACTS: Final = """
SELECT c.order_id, c.id, c.total, l.state_at, l.warranty_months, l.cover->>'months'
  FROM orders_sellerorder c
  LEFT JOIN orders_line l
         ON l.seller_id = c.seller_id AND l.seller_order_id = c.id AND l.state = 'delivered'
 WHERE c.order_id = ANY(%(orders)s)
 ORDER BY c.id, l.position
"""


def facts(order_ids: Collection[UUID]) -> dict[UUID, OrderFacts]:
    """What :func:`kept_until` needs to know of each order.  Three statements."""
    values = {"orders": list(order_ids), "telling": TELLING}
    causes = busy(order_ids)
    agreed: dict[UUID, dict[UUID, tuple[int, list[tuple[datetime, int, int]]]]] = defaultdict(dict)
    for order_id, contract_id, total, at, warranty, cover in _rows(_CONTRACTS, values):
        _, devices = agreed[order_id].setdefault(contract_id, (total, []))
        if at is not None:
            devices.append((at, warranty, int(cover or 0)))
    result = {}
    for order_id, market, currency, placed, last, let_go, refunded, told in _rows(_ORDERS, values):
        country = MARKETS[market].country
        calendar = Calendar(country)
        result[order_id] = OrderFacts(
            country=country,
            concluded=calendar.day_of(placed),
            last_step=calendar.day_of(last),
            contracts=tuple(
                Contract(
                    total=Money(total, currency),
                    delivered=tuple(
                        Delivered(
                            on=calendar.day_of(at), warranty_months=warranty, cover_months=cover
                        )
                        for at, warranty, cover in devices
                    ),
                )
                for total, devices in agreed[order_id].values()
            ),
            let_go=_day(calendar, let_go),
            refunded=_day(calendar, refunded),
            told=_day(calendar, told),
            busy=causes.get(order_id, frozenset()),
        )
    return result


def retention_of(order_ids: Collection[UUID]) -> dict[UUID, KeptUntil]:
    """Until when name and address of each order are kept, and what becomes of them then."""
    return {order_id: kept_until(each) for order_id, each in facts(order_ids).items()}


# Until when something is held that nobody has lifted.
WITHOUT_END: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """What is to be left alone, and until when: orders, persons (`people.person`) and accounts."""

    orders: dict[UUID, datetime]
    persons: dict[bytes, datetime]
    accounts: dict[UUID, datetime]

    def until(self, addresses: Iterable[str], user_id: UUID | None) -> datetime | None:
        """Until when all of somebody is; None: it is not.  Raises MissingKey."""
        found = [self.accounts.get(user_id) if user_id else None]
        if self.persons:
            found += [self.persons.get(person(each)) for each in addresses]
        return max((each for each in found if each is not None), default=None)

    def until_of_row(self, row: Archived) -> datetime | None:
        """Until when a row of the archive is, or all of whom it has to do with.  Raises
        MissingKey."""
        found = [self.orders.get(row.order_id)]
        found += [self.persons.get(bytes(each)) for each in row.persons]
        if row.account is not None:
            known = bytes(row.account)
            found += [until for each, until in self.accounts.items() if account(each) == known]
        return max((each for each in found if each is not None), default=None)


def held_back(now: datetime, but: Collection[UUID] = ()) -> LeftAlone:
    """What is to be left alone now; ``but`` are holds that do not count."""
    result = LeftAlone({}, {}, {})
    for each in Hold.objects.holding(now).exclude(id__in=list(but)):
        until = each.holds_until or WITHOUT_END
        if each.order_id is not None:
            result.orders[each.order_id] = max(until, result.orders.get(each.order_id, until))
        if each.person is not None:
            of = bytes(each.person)
            result.persons[of] = max(until, result.persons.get(of, until))
        if each.user_id is not None:
            result.accounts[each.user_id] = max(until, result.accounts.get(each.user_id, until))
    return result


def held_orders(
    order_ids: Collection[UUID], now: datetime, but: Collection[UUID] = ()
) -> dict[UUID, datetime]:
    """Those of these orders that are to be left alone now, and until when: they, or the person who
    bought them; ``but`` are holds that do not count.

    Raises MissingKey.
    """
    on = held_back(now, but)
    held = {each: on.orders[each] for each in order_ids if each in on.orders}
    if on.persons or on.accounts:
        found = list(Contact.objects.filter(order_id__in=order_ids))
        owners = owners_of(found)
        of_accounts = addresses(set(owners.values()))
        for each in found:
            owner = owners.get(each.order_id)
            known = {each.email, of_accounts.get(owner, each.email) if owner else each.email}
            until = on.until(known, owner)
            if until is not None:
                held[each.order_id] = max(until, held.get(each.order_id, until))
    return held


def on_buyer(order_id: UUID, now: datetime) -> Q:
    """The holds on who bought an order, here or in the archive.  Raises MissingKey."""
    contact = Contact.objects.filter(order_id=order_id).first()
    if contact is None:
        row = Archived.objects.filter(order_id=order_id).first()
        if row is None:
            return Q(pk__in=[])
        bought = bytes(row.account or b"")
        accounts = [each.user_id for each in Hold.objects.holding(now) if each.user_id]
        mine = [each for each in accounts if account(each) == bought]
        return Q(person__in=[bytes(each) for each in row.persons]) | Q(user_id__in=mine)
    owner = list(owners_of([contact]).values())
    known = {contact.email, *addresses(owner).values()}
    return Q(person__in=[person(each) for each in known]) | Q(user_id__in=owner)


def owners_of(contacts: Collection[Contact]) -> dict[UUID, UUID]:
    """By order the account whose it is: which has bought it, or which has proven the address of
    the guest who did."""
    proven = owners_of_addresses({each.email for each in contacts if each.buyer_id is None})
    owners = {each.order_id: each.buyer_id or proven.get(each.email) for each in contacts}
    return {order_id: owner for order_id, owner in owners.items() if owner is not None}


def sooner(now: datetime) -> datetime:
    """Now, or what PostgreSQL's own clock says where that is sooner: what ends by it does not end
    early because ours is wrong."""
    ((moment,),) = _rows("SELECT least(%(now)s, clock_timestamp())", {"now": now})
    return cast(datetime, moment)


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything inside is read as of one moment."""
    with transaction.atomic():
        if not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def references(ids: Iterable[UUID]) -> dict[UUID, str]:
    """The numbers of orders by their ids; what is no order is left out."""
    return dict(Order.objects.filter(id__in=set(ids)).values_list("id", "reference"))


def _day(calendar: Calendar, moment: datetime | None) -> date | None:
    return None if moment is None else calendar.day_of(moment)


def _rows(statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
