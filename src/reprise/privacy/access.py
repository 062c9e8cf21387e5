"""What is held of one person, for that person (Regulation (EU) 2016/679, art. 15 and 20).

Made when it is asked for and kept nowhere.  The person is an account, whose orders are those bought
with it and, where it has proven its address, what guests have ordered with that address; or whoever
reads the mail of an address that has no account, whose orders are those of guests with it.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.crypto import constant_time_compare

from reprise.accounts.models import User
from reprise.kernel.refusal import Refusal
from reprise.keys import MissingKey, WrongKey
from reprise.orders.models import Contact, Line, Order, SellerOrder
from reprise.payments.models import Payment
from reprise.privacy import people
from reprise.privacy.actions.acting import PERSON
from reprise.privacy.actions.opening import open_archived
from reprise.privacy.decided import Personal, Shown
from reprise.privacy.fields import NOT_HERE
from reprise.privacy.holdings import HOLDINGS, LETTERS, Holding, Whose
from reprise.privacy.models import Archived
from reprise.privacy.queries import retention_of, snapshot
from reprise.privacy.register import REGISTER
from reprise.privacy.rules import KeptUntil
from reprise.privacy.states import Why
from reprise.privacy.untold import untold
from reprise.sellers.models import Member
from reprise.sellers.states import Role
from reprise.shipping.models import Shipment

log = logging.getLogger(__name__)

Row = dict[str, Any]

# Looks that say that something is held, that it was handed to an authority, or who has looked.
_TELLING: Final = (
    "('staff.holds', 'staff.holding', 'staff.lookers', 'staff.order_file', 'staff.request_file')"
)
_HOLDS: Final = "(person = %(person)s OR user_id = %(user)s OR order_id = ANY(%(orders)s))"
# All looks at a person, as supervisors read them (decision 0056).
_LOOKED: Final = (
    "(subject_id = ANY(%(orders)s) OR subject_id = ANY(%(acts_for)s)"  # noqa: S608  our own words
    " OR subject_id IN (SELECT request_id FROM privacy_requester WHERE person = %(person)s)"
    " OR subject_id IN (SELECT id FROM audit_sought WHERE person = %(person)s)"
    f" OR subject_id IN (SELECT id FROM privacy_hold WHERE {_HOLDS}))"
)
# How the rows of a table that show something are found for a person.
WAYS: Final = {
    "accounts_user": "id = %(user)s",
    "accounts_passkey": "user_id = %(user)s",
    "accounts_letter": "user_id = %(user)s OR upper(email) = upper(%(email)s)",
    "accounts_session": "user_id = %(user)s",
    # Those of them that may be told: of what an authority asks nothing until it is (0054).  What
    # was there before it asked stays.
    "audit_look": (
        f"{_LOOKED} AND subject_id <> ALL(%(untold)s)"
        f" AND NOT (page IN {_TELLING} AND at >= %(untold_since)s)"
    ),
    "audit_sought": (
        "person = %(person)s AND NOT EXISTS ("
        "SELECT FROM audit_look l WHERE l.subject_id = audit_sought.id"
        f" AND l.page IN {_TELLING} AND l.at >= %(untold_since)s)"
    ),
    "orders_contact": "order_id = ANY(%(orders)s)",
    "orders_deliverypoint": "seller_order_id = ANY(%(contracts)s)",
    "orders_order": "id = ANY(%(orders)s)",
    "orders_sellerorder": "order_id = ANY(%(orders)s)",
    "orders_line": "order_id = ANY(%(orders)s)",
    "orders_linedevice": "seller_id = ANY(%(sellers)s) AND line_id = ANY(%(lines)s)",
    "orders_step": "order_id = ANY(%(orders)s)",
    "payments_payment": "reference = ANY(%(orders)s)",
    "payments_part": "payment_id = ANY(%(payments)s)",
    "payments_instruction": "payment_id = ANY(%(payments)s)",
    "shipping_shipment": "seller_id = ANY(%(sellers)s) AND reference = ANY(%(contracts)s)",
    "shipping_item": "seller_id = ANY(%(sellers)s) AND line_id = ANY(%(lines)s)",
    "shipping_scan": "shipment_id = ANY(%(parcels)s)",
    "shipping_destination": "shipment_id = ANY(%(parcels)s)",
    # What was written to a seller about the order is the seller's.
    "notifications_message": "order_id = ANY(%(orders)s) AND audience = 'buyer'",
    # But what was done with a hold that they may not be told of, which its subject and its
    # beginning tell from one of before (`holding.about`).
    "privacy_act": (
        "(subject = ANY(%(orders)s) OR subject = %(user)s)"
        " AND ('authority' NOT IN (basis, reason) OR NOT EXISTS ("
        "SELECT FROM privacy_hold h WHERE h.id = ANY(%(untold)s) AND privacy_act.at >= h.since"
        " AND privacy_act.subject IN"
        " (h.order_id, CASE WHEN h.person IS NULL THEN h.user_id END)))"
    ),
    "privacy_archived": "order_id = ANY(%(orders)s)",
    "privacy_entry": (
        "request_id IN (SELECT id FROM privacy_request WHERE order_id = ANY(%(orders)s))"
        " OR request_id IN (SELECT request_id FROM privacy_requester WHERE person = %(person)s)"
    ),
    # Whose the order is now: the address that was mistyped leads to somebody else.
    "privacy_proposal": (
        "request_id IN (SELECT id FROM privacy_request WHERE order_id = ANY(%(orders)s))"
    ),
    "privacy_hold": f"{_HOLDS} AND id <> ALL(%(untold)s)",
    "privacy_notice": "user_id = %(user)s",
    # What asks for the correction of an order runs under that order's own address.
    "privacy_request": (
        "order_id = ANY(%(orders)s)"
        " OR id IN (SELECT request_id FROM privacy_requester"
        " WHERE person = %(person)s OR user_id = %(user)s)"
    ),
    # The address of who has asked about an order of theirs by another one is that other's.
    "privacy_requester": "person = %(person)s OR user_id = %(user)s",
    "privacy_sellercopy": ("seller_id = ANY(%(sellers)s) AND seller_order_id = ANY(%(contracts)s)"),
    "sellers_member": "user_id = %(user)s",
    "sellers_ending": "seller_id = ANY(%(acts_for)s)",
    # Where the money goes is its managers' to know.
    "sellers_paymentaccount": "seller_id = ANY(%(manages)s)",
    "sellers_seller": "id = ANY(%(acts_for)s)",
    "sellers_trader": "seller_id = ANY(%(acts_for)s)",
}
# What somebody has who signs in.
_OF_AN_ACCOUNT: Final = {Whose.ACCOUNT, Whose.TRADER, Whose.MEMBER, Whose.STAFF}


class ArchiveUnreadable(Refusal):
    code = "archive_unreadable"
    message = (
        "A part of it is sealed in the archive, and its key is not there at the moment. Our people"
        " see that; please try again later. Nothing was lost and nothing was changed."
    )
    status = 503


@dataclass(frozen=True, slots=True)
class Person:
    """``email`` is the address that was proven, "" for none; ``user_id`` the account, None for
    somebody who has none and reads the mail of that address."""

    user_id: UUID | None
    email: str

    def own(self) -> Q:
        """Whose contacts are this person's.  An order that somebody's account has is not a
        guest's, whatever address stands in it."""
        guests = Q(buyer_id=None, email__iexact=self.email)
        if self.user_id is None:
            return guests
        mine = Q(buyer_id=self.user_id)
        return mine | guests if self.email else mine

    @property
    def index(self) -> bytes:
        """What the address is found by in the archive; b"" without proof of one."""
        return people.person(self.email) if self.email else b""


def orders_of(person: Person) -> list[UUID]:
    """Their orders, those in the archive among them."""
    active = set(Contact.objects.filter(person.own()).values_list("order_id", flat=True))
    stored = archived_of(person).values_list("order_id", flat=True)
    return sorted(active | set(stored))


def looked_at(person: Person) -> list[UUID]:
    """What all looks at a person are at, also those that the person may not be told of: for
    supervisors.  Raises MissingKey."""
    with snapshot(), connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT subject_id FROM audit_look WHERE {_LOOKED}", _keys(person))  # noqa: S608
        return [each for (each,) in cursor.fetchall()]


def whose(email: str) -> Person:
    """Whom staff mean by an address: the account that has it, proven or not, and its guests."""
    return Person(User.objects.with_email(email).values_list("id", flat=True).first(), email)


def archived_of(person: Person) -> QuerySet[Archived]:
    """What the archive has of them: what their account has bought; and under their address, what a
    guest has, or an account that is gone.  As in :meth:`Person.own` an order that somebody's
    account has is nobody else's."""
    own = Q(account=people.account(person.user_id)) if person.user_id else Q(pk__in=[])
    if person.email:
        own |= Q(account=None, owner=person.index, proof=None) | Q(pk__in=_left_to(person))
    return Archived.objects.filter(own)


def _left_to(person: Person) -> list[UUID]:
    """What accounts that are gone have left to their address: PostgreSQL believes any proof."""
    said = Archived.objects.filter(account=None, owner=person.index, proof__isnull=False)
    made = {row.order_id: people.left_to(row.order_id, person.email) for row in said}
    return [
        row.order_id
        for row in said
        if constant_time_compare(bytes(row.proof or b""), made[row.order_id])
    ]


def owner(user: User) -> Person:
    """Without proof nothing that was sent to an account's address is its owner's."""
    return Person(user.id, user.email if user.verified_at is not None else "")


@dataclass(frozen=True, slots=True)
class Held:
    """What of a holding concerns a person: rows by table, and the columns that are only said to
    be there, because they are secret or stand elsewhere."""

    holding: Holding
    rows: dict[str, list[Row]]
    said: tuple[str, ...]

    @property
    def number(self) -> int:
        return sum(len(rows) for rows in self.rows.values())

    @property
    def is_numbers_alone(self) -> bool:
        """Whether no value of it is ever shown, so that no rows mean nothing."""
        return not shown_columns(self.holding)


@dataclass(frozen=True, slots=True)
class Kept:
    """Until when an order's name and address are kept; the newest order first.  ``stored`` is the
    last day in the archive, None where they are not there."""

    order: Order
    until: KeptUntil
    stored: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """``opened`` is what the archive has, by the order's number: only where it was asked for."""

    held: tuple[Held, ...]
    kept: tuple[Kept, ...]
    opened: dict[str, Any] = field(default_factory=dict)


def answer(person: Person) -> Answer:
    """All that is held of a person, on one snapshot.  Raises User.DoesNotExist."""
    with snapshot():
        user = User.objects.get(id=person.user_id) if person.user_id else None
        keys = _keys(person)
        acts_for = bool(keys["acts_for"])
        held = [_held(each, keys) for each in HOLDINGS if _concerns(each, user, acts_for)]
        orders = Order.objects.filter(id__in=keys["orders"]).order_by("-placed_at")
        until = retention_of(keys["orders"])
        stored = dict(archived_of(person).values_list("order_id", "until"))
        return Answer(
            tuple(held),
            tuple(
                Kept(order, until[order.id], stored.get(order.id))
                for order in orders
                if order.id in until
            ),
        )


def whole_answer(person: Person, now: datetime) -> Answer:
    """The same with what is in the archive, whose opening is noted.

    Must not run inside a transaction.  Raises ArchiveUnreadable.
    """
    told = answer(person)
    opened = {}
    for each in told.kept:
        if each.stored is not None:
            try:
                found = open_archived(each.order.id, PERSON, Why.ACCESS, now)
            except (MissingKey, WrongKey):
                log.exception("the archive of order %s cannot be read", each.order.id)
                raise ArchiveUnreadable from None
            if found is not None:
                opened[each.order.reference] = asdict(found)
    return replace(told, opened=opened)


def _concerns(holding: Holding, user: User | None, acts_for: bool) -> bool:
    if holding.key in NOT_HERE:
        return False
    if user is None:
        return holding.whose not in _OF_AN_ACCOUNT or holding is LETTERS
    if holding.whose is Whose.STAFF:
        return user.is_staff or acts_for
    return acts_for or holding.whose not in {Whose.TRADER, Whose.MEMBER}


def _keys(person: Person) -> dict[str, Any]:
    """What a person's rows are found by."""
    orders = orders_of(person)
    kept_back = untold(orders, person.index, person.user_id)
    agreed = SellerOrder.objects.filter(order_id__in=orders)
    contracts = dict(agreed.values_list("id", "seller_id"))
    sellers = sorted(set(contracts.values()))
    parcels = Shipment.objects.filter(seller_id__in=sellers, reference__in=list(contracts))
    return {
        "user": person.user_id,
        "email": person.email,
        "person": person.index,
        "orders": orders,
        "untold": kept_back.holds,
        "untold_since": kept_back.since or "infinity",
        "contracts": list(contracts),
        "sellers": sellers,
        "lines": list(Line.objects.filter(order_id__in=orders).values_list("id", flat=True)),
        "payments": list(Payment.objects.filter(reference__in=orders).values_list("id", flat=True)),
        "parcels": list(parcels.values_list("id", flat=True)),
        "acts_for": list(
            Member.objects.filter(user_id=person.user_id).values_list("seller_id", flat=True)
            if person.user_id
            else ()
        ),
        "manages": list(
            Member.objects.filter(user_id=person.user_id, role=Role.MANAGER.value).values_list(
                "seller_id", flat=True
            )
            if person.user_id
            else ()
        ),
    }


def shown_columns(holding: Holding) -> dict[str, list[str]]:
    """The columns of a holding whose values are shown, by table."""
    found: dict[str, list[str]] = defaultdict(list)
    for table, columns in REGISTER.items():
        for name, decided in columns.items():
            if not isinstance(decided, Personal) or decided.holding is not holding:
                continue
            if decided.shown is Shown.VALUE:
                found[table.removeprefix("public.")].append(name)
    return dict(found)


def _held(holding: Holding, keys: dict[str, Any]) -> Held:
    rows = {table: _rows(table, columns, keys) for table, columns in shown_columns(holding).items()}
    said = tuple(
        f"{table.removeprefix('public.')}.{name}"
        for table, columns in REGISTER.items()
        for name, decided in columns.items()
        if isinstance(decided, Personal)
        and decided.holding is holding
        and decided.shown is not Shown.VALUE
    )
    return Held(holding, {table: found for table, found in rows.items() if found}, said)


def _rows(table: str, columns: Sequence[str], keys: dict[str, Any]) -> list[Row]:
    """As PostgreSQL tells them in JSON, so that every kind of value is one that JSON has."""
    names = ", ".join(f'"{name}"' for name in columns)
    used = {name: value for name, value in keys.items() if f"%({name})s" in WAYS[table]}
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT to_jsonb(t) FROM (SELECT {names} FROM "{table}"'  # noqa: S608  our own names
            f" WHERE {WAYS[table]} ORDER BY {names}) t",
            used,
        )
        return [json.loads(value) for (value,) in cursor.fetchall()]
