"""Whom a breach has touched: persons and records, counted by what the register says is held.

A person is the address of an account, or that of a guest's order; what the archive has under an
address is the same person's (`people.person`).  Counting tells nobody's address; `addresses` does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from reprise.privacy import holdings as held
from reprise.privacy import people
from reprise.privacy.holdings import HOLDINGS, Holding
from reprise.privacy.queries import snapshot
from reprise.privacy.states import Scope

# An account has no country, and neither has a request.
NOWHERE: Final = "unknown"


@dataclass(frozen=True, slots=True)
class Way:
    """How the rows of a table (``rows``, `t` is the table) lead to a person: by an order, an
    account, a seller, an address or `people.person`; by nothing where all are NULL.  ``at`` is
    when a row came; NULL: nobody knows, so it counts as there all the time."""

    holding: Holding
    rows: str
    order: str = "NULL"
    account: str = "NULL"
    seller: str = "NULL"
    address: str = "NULL"
    person: str = "NULL"
    at: str = "NULL"
    only: str = "true"

    @property
    def table(self) -> str:
        return self.rows.split()[0]


def _order(holding: Holding, rows: str, order: str, at: str, only: str = "true") -> Way:
    return Way(holding, rows, order=order, at=at, only=only)


_CONTRACT: Final = "JOIN orders_sellerorder c ON c.id ="
_PARCEL: Final = (
    "JOIN shipping_shipment p ON p.id = t.shipment_id"
    " JOIN orders_sellerorder c ON c.seller_id = p.seller_id AND c.id = p.reference"
)
_LINE: Final = "JOIN orders_line l ON l.seller_id = t.seller_id AND l.id = t.line_id"
_PAYMENT: Final = "JOIN payments_payment p ON p.id = t.payment_id"
_ASKER: Final = "LEFT JOIN privacy_requester q ON q.request_id ="

WAYS: Final = (
    Way(held.ACCOUNT, "accounts_user t", account="t.id", at="t.created_at"),
    Way(held.ACCOUNT, "privacy_notice t", account="t.user_id", at="t.written_at"),
    Way(held.PASSKEYS, "accounts_passkey t", account="t.user_id", at="t.created_at"),
    Way(held.LETTERS, "accounts_letter t", account="t.user_id", address="t.email",
        at="t.written_at"),
    Way(held.SESSIONS, "accounts_session t", account="t.user_id", at="t.began_at"),
    Way(held.LIMITS, "accounts_attempt t"),
    Way(held.LIMITS, "checkout_hold t"),
    Way(held.AUDIENCE, "audience_sketch t"),
    Way(held.AUDIENCE, "audience_word t"),
    Way(held.BASKET, "checkout_basket t"),
    Way(held.BASKET, "checkout_basketitem t"),
    Way(held.CONSENTS, "consent_receipt t", at="t.at"),
    Way(held.PARTNERS, "consent_notice t", at="t.at"),
    Way(held.PARTNERS, "consent_partner t", at="t.added_at"),
    Way(held.PARTNERS, "consent_partneract t", at="t.at"),
    _order(held.CONTACT, "orders_contact t", "t.order_id", "o.placed_at"),
    # It was in the shop's store when the breach began, and was archived since.
    _order(held.CONTACT, "privacy_archived t", "t.order_id", "o.placed_at",
           "t.archived_at >= %(from)s"),
    _order(held.DESTINATIONS, f"orders_deliverypoint t {_CONTRACT} t.seller_order_id",
           "c.order_id", "c.placed_at"),
    _order(held.DESTINATIONS, f"shipping_destination t {_PARCEL}", "c.order_id", "p.created_at"),
    _order(held.DEVICES, f"orders_linedevice t {_LINE}", "l.order_id", "t.at"),
    _order(held.SALE, "orders_order t", "t.id", "t.placed_at"),
    _order(held.SALE, "orders_sellerorder t", "t.order_id", "t.placed_at"),
    _order(held.SALE, "orders_line t", "t.order_id", "o.placed_at"),
    _order(held.LOG, "orders_step t", "t.order_id", "t.at"),
    _order(held.PAYMENTS, "payments_payment t", "t.reference", "t.created_at"),
    _order(held.PAYMENTS, f"payments_part t {_PAYMENT}", "p.reference", "p.created_at"),
    _order(held.PAYMENTS, f"payments_instruction t {_PAYMENT}", "p.reference", "t.asked_at"),
    _order(held.PARCELS,
           f"shipping_shipment t {_CONTRACT} t.reference AND c.seller_id = t.seller_id",
           "c.order_id", "t.created_at"),
    _order(held.PARCELS, f"shipping_item t {_LINE}", "l.order_id", "o.placed_at"),
    _order(held.PARCELS, f"shipping_scan t {_PARCEL}", "c.order_id", "t.received_at"),
    _order(held.POST, "notifications_message t", "t.order_id", "t.written_at"),
    Way(held.LOOKS, "audit_look t", order="t.subject_id", seller="t.subject_id", at="t.at"),
    Way(held.SEARCHES, "audit_sought t", person="t.person", at="t.day::timestamptz"),
    _order(held.ARCHIVE, "privacy_archived t", "t.order_id", "t.archived_at"),
    _order(held.ACTS, "privacy_act t", "t.subject", "t.at"),
    _order(held.ACTS, f"privacy_sellercopy t {_CONTRACT} t.seller_order_id", "c.order_id",
           "t.asked_at"),
    Way(held.REQUESTS, f"privacy_request t {_ASKER} t.id", order="t.order_id", person="q.person",
        at="t.received_on::timestamptz"),
    Way(held.REQUESTS, "privacy_requester t JOIN privacy_request r ON r.id = t.request_id",
        person="t.person", at="r.received_on::timestamptz"),
    Way(held.REQUESTS, f"privacy_duty t {_ASKER} t.request_id", person="q.person", at="t.asked_at"),
    Way(held.REQUESTS, f"privacy_entry t {_ASKER} t.request_id", person="q.person",
        at="t.entered_at"),
    Way(held.REQUESTS, f"privacy_proposal t {_ASKER} t.request_id", address="t.email",
        person="q.person", at="t.proposed_at"),
    Way(held.HOLDS, "privacy_hold t", order="t.order_id", account="t.user_id",
        person="t.person", at="t.since"),
    Way(held.TRADER, "sellers_seller t", seller="t.id"),
    Way(held.TRADER, "sellers_trader t", seller="t.seller_id"),
    Way(held.TRADER, "sellers_ending t", seller="t.seller_id", at="t.at"),
    Way(held.TRADER, "orders_said t", seller="t.seller_id"),
    Way(held.PAYMENT_ACCOUNT, "sellers_paymentaccount t", seller="t.seller_id",
        at="t.entered_at"),
    Way(held.MEMBERSHIP, "sellers_member t", account="t.user_id"),
)  # fmt: skip
# Ids and amounts that another holding shows as well; staff by their ids alone, whose account is
# `account`; and what an outside party has.
LEFT_OUT: Final = (
    held.EVENTS, held.COUNTS, held.LEDGER, held.WHO_ACTED, held.AT_THE_SANDBOX,
)  # fmt: skip
COUNTED: Final = {each.key: each for each in HOLDINGS if each not in LEFT_OUT}
# Those that belong to orders, and so can be told apart by them.
OF_ORDERS: Final = frozenset(
    key
    for key, holding in COUNTED.items()
    if all(way.order != "NULL" for way in WAYS if way.holding is holding)
)

_WITHIN: Final = {
    Scope.STORED: "coalesce(f.at <= %(until)s, true)",
    Scope.PASSING: "coalesce(f.at >= %(from)s AND f.at <= %(until)s, true)",
    Scope.ORDERS: 'f."order" = ANY(%(orders)s)',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What a breach has touched; ``orders`` are those of `Scope.ORDERS` alone."""

    holdings: tuple[str, ...]
    scope: Scope
    from_at: datetime
    until_at: datetime
    orders: tuple[UUID, ...] = ()


def count(extent: Extent) -> dict[str, Any]:
    """Persons and records: in all, and of each holding by market (of a seller: by country).

    A person stands in every cell in which something of theirs does, and once in ``persons``.
    ``gone`` is how many orders' names were erased since the breach began: nobody can count those
    persons any more.  One snapshot.  Raises MissingKey.
    """
    cells: dict[str, dict[str, set[bytes]]] = defaultdict(lambda: defaultdict(set))
    records: Counter[tuple[str, str]] = Counter()
    known: dict[str, bytes] = {}
    everybody: set[bytes] = set()
    stored: list[tuple[str, str, list[bytes]]] = []
    with snapshot():
        for way in _ways(extent):
            key = way.holding.key
            for address, persons, country, number, _ in _found(way, extent):
                records[key, country] += number
                if address:
                    who = known.get(address) or known.setdefault(address, people.person(address))
                    cells[key][country].add(who)
                    everybody.add(who)
                elif persons:
                    stored.append((key, country, persons))
        gone = _gone(extent)
    # An order in the archive has two addresses where its account had another: one person.
    for key, country, persons in sorted(stored, key=lambda each: len(each[2])):
        who = next((each for each in persons if each in everybody), persons[0])
        cells[key][country].add(who)
        everybody.add(who)
    return {
        "persons": len(everybody),
        "records": records.total(),
        "gone": gone,
        "holdings": {
            holding: {
                country: {"persons": len(cells[holding][country]), "records": number}
                for (of, country), number in sorted(records.items())
                if of == holding
            }
            for holding in extent.holdings
        },
    }


def addresses(extent: Extent) -> Iterator[tuple[str, str]]:
    """Each address that is to be told, once, and its language ("" unknown), in the order of the
    addresses.  Those who are in the archive alone have none here."""
    told: dict[str, str] = {}
    with snapshot():
        for way in _ways(extent):
            for address, _, _, _, language in _found(way, extent):
                if address:
                    told[address] = told.get(address) or language
    yield from sorted(told.items())


def _ways(extent: Extent) -> list[Way]:
    return [way for way in WAYS if way.holding.key in extent.holdings]


def _found(way: Way, extent: Extent) -> Iterator[tuple[str, list[bytes], str, int, str]]:
    """Address ("" for none), `people.person` where there is only that, country, rows, language."""
    statement = f"""
        SELECT lower(coalesce(u.email, b.email, c.email, trader.email, f.address, '')) AS address,
               coalesce(CASE WHEN f.person IS NOT NULL THEN ARRAY[f.person] ELSE a.persons END,
                        ARRAY[]::bytea[]) AS persons,
               lower(coalesce(f.market, s.country, '{NOWHERE}')) AS country,
               count(*), max(coalesce(u.language, b.language, f.language, s.language, ''))
          FROM (SELECT ({way.order})::uuid AS "order", ({way.account})::uuid AS account,
                       ({way.seller})::uuid AS seller, ({way.address})::text AS address,
                       ({way.person})::bytea AS person, ({way.at})::timestamptz AS at,
                       o.market, o.language
                  FROM {way.rows} LEFT JOIN orders_order o ON o.id = ({way.order})::uuid
                 WHERE {way.only}) f
          LEFT JOIN accounts_user u ON u.id = f.account
          LEFT JOIN orders_contact c ON c.order_id = f."order"
          LEFT JOIN accounts_user b ON b.id = c.buyer_id
          LEFT JOIN privacy_archived a ON a.order_id = f."order"
          LEFT JOIN sellers_seller s ON s.id = f.seller
          LEFT JOIN LATERAL (SELECT email FROM sellers_trader WHERE seller_id = s.id
                              ORDER BY version DESC LIMIT 1) trader ON true
         WHERE {_WITHIN[extent.scope]} GROUP BY 1, 2, 3
    """  # noqa: S608  our own names
    values: dict[str, Any] = {
        "from": extent.from_at,
        "until": extent.until_at,
        "orders": list(extent.orders),
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        for address, persons, country, number, language in cursor.fetchall():
            yield address, [bytes(each) for each in persons], country, number, language


def _gone(extent: Extent) -> int:
    orders: Sequence[UUID] | None = extent.orders if extent.scope is Scope.ORDERS else None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT subject) FROM privacy_act"
            " WHERE verb = 'erased' AND holding IN ('contact', 'archive') AND at >= %(from)s"
            " AND (%(orders)s::uuid[] IS NULL OR subject = ANY(%(orders)s::uuid[]))",
            {"from": extent.from_at, "orders": None if orders is None else list(orders)},
        )
        return int(cursor.fetchone()[0])
