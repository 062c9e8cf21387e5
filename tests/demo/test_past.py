"""The demo's past, played against the real sandbox processes: what is shown follows from it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any

import pytest
from django.core import mail
from stdnum import imei

from reprise.cli.books.command import findings
from reprise.demo.past import plan
from reprise.demo.past.people import DOMAIN, People
from reprise.discovery.models import Shelf
from reprise.kernel import clock
from reprise.markets.queries import MARKETS
from reprise.notifications.models import Message
from reprise.orders import queries
from reprise.orders.models import Contact, Line, LineDevice, Order
from reprise.outbox.actions import undelivered
from reprise.payments.models import Notice, Payment
from reprise.payments.providers.registry import provider
from reprise.privacy.leaving import Fate, Ground, on_request
from reprise.privacy.queries import facts
from reprise.sellers.models import Seller
from reprise.wiring import sweeps
from tests import database
from tests.demo.demo import load_demo, rows

ORDERS = 150


@pytest.fixture(scope="module", autouse=True)
def past(
    django_db_setup: None, django_db_blocker: Any, sandbox: Any, carrier: Any
) -> Iterator[datetime]:
    """One demo for the whole file, which only looks at it; when it was loaded."""
    # To the millisecond, as the provider's clock and PostgreSQL keep it.
    now = datetime.now(UTC).replace(microsecond=0)
    with django_db_blocker.unblock():
        database.empty()
        load_demo(ORDERS, now)
        yield now
        database.empty()


def told() -> list[tuple[Any, ...]]:
    """Everything that happened, without what is drawn anew each time."""
    return rows(
        """
        SELECT o.request_digest, o.market, o.language, o.placed_at, c.name, c.email, c.street,
               s.name, l.title, l.price, l.shipping, l.state, l.state_at, w.kind,
               (SELECT string_agg(d.number, ' ' ORDER BY d.round) FROM orders_linedevice d
                 WHERE d.line_id = l.id)
          FROM orders_order o JOIN orders_contact c ON c.order_id = o.id
          JOIN orders_line l ON l.order_id = o.id JOIN sellers_seller s ON s.id = l.seller_id
          JOIN orders_sellerorder w ON w.id = l.seller_order_id
         ORDER BY o.request_digest, s.name, l.title, l.price, 15
        """
    )


def test_the_books_are_right() -> None:
    assert Order.objects.count() == ORDERS
    assert findings() == []


def test_there_is_something_to_do_in_every_view_of_the_demo_sellers_room(past: datetime) -> None:
    seller = Seller.objects.get(name="Atelier Rhône")
    counts = queries.seller_counts(seller.id)
    assert all(counts.values()), counts
    states = Counter(Line.objects.filter(seller_id=seller.id).values_list("state", flat=True))
    for state in (
        "paid", "accepted", "sold", "came_back", "shipped", "delivered", "refused", "lapsed",
        "cancelled",
    ):  # fmt: skip
        assert states[state], state
    waiting = rows(
        "SELECT o.market, o.language, p.method, s.accept_by FROM orders_sellerorder s"
        " JOIN orders_order o ON o.id = s.order_id JOIN payments_payment p ON p.reference = o.id"
        " WHERE s.seller_id = %s AND EXISTS (SELECT FROM orders_line l"
        " WHERE l.seller_order_id = s.id AND l.state = 'paid')",
        seller.id,
    )
    # At least: on some days of the week another buyer's order waits as well.
    assert {market for market, *_ in waiting} >= {"fr", "be"}
    assert {language for _, language, *_ in waiting} >= {"fr", "nl", "en"}
    assert {method for _, _, method, _ in waiting} >= {"card", "bancontact"}
    assert all(past < accept_by <= past + timedelta(hours=24) for *_, accept_by in waiting)


def test_people_bought_in_every_market_and_in_every_way() -> None:
    ways = set(rows(
        "SELECT market, method FROM payments_payment WHERE state IN ('captured', 'authorised')"
    ))  # fmt: skip
    assert ways == {
        ("fr", "card"), ("be", "card"), ("be", "bancontact"), ("nl", "ideal"), ("nl", "card"),
        ("de", "card"),
    }  # fmt: skip
    assert {kind for (kind,) in rows("SELECT DISTINCT kind FROM orders_sellerorder")} == {
        "home",
        "point",
    }
    parts = Counter(
        number for (number,) in rows("SELECT count(*) FROM orders_sellerorder GROUP BY order_id")
    )
    assert set(parts) == {1, 2}
    assert Counter(row[0] for row in rows("SELECT state FROM orders_line"))["expired"]


def test_nobody_who_exists_has_bought() -> None:
    for contact in Contact.objects.select_related("order"):
        market = MARKETS[contact.order.market]
        assert re.fullmatch(rf"[a-z.'-]+@{re.escape(DOMAIN)}", contact.email)
        assert DOMAIN.endswith(".example")  # RFC 2606: nobody can own it
        assert contact.country == market.country
        assert re.fullmatch(market.postcode, contact.postcode)


def test_no_number_is_a_sold_device_s() -> None:
    kinds = Counter()
    for device in LineDevice.objects.all():
        kinds[device.kind] += 1
        if device.kind == "imei":
            assert imei.is_valid(device.number)
            assert len(device.number) == 15
            assert device.number.startswith("00")  # TAC of test devices (GSMA TS.06)
    assert kinds["imei"]
    assert kinds["serial"]


def test_it_lies_in_the_past_and_in_its_order(past: datetime) -> None:
    """Each order's steps follow each other, none before it was placed or later than now."""
    steps = rows("SELECT order_id, seq, at FROM orders_step ORDER BY order_id, seq")
    placed = dict(Order.objects.values_list("id", "placed_at"))
    last: dict[Any, datetime] = dict(placed)
    for order, _, at in steps:
        assert last[order] <= at < past
        last[order] = at
    assert min(placed.values()) > past - plan.SPAN
    # Every unit was on the shelf before it was sold.
    assert rows("SELECT max(at) FROM offers_stockmovement WHERE kind = 'set'") == [
        (past - plan.SPAN,)
    ]


def test_the_providers_books_have_the_same_times() -> None:
    """Not only the same money: what was held then was held there then."""
    there: dict[str, dict[str, datetime]] = defaultdict(dict)
    for page in provider("sandbox").statement():
        for entry in page.entries:
            there[entry.provider_ref].setdefault(entry.kind.value, entry.at)
    paid = Payment.objects.filter(authorised_at__isnull=False)
    assert paid.count() > ORDERS / 2
    for payment in paid:
        assert payment.provider_ref is not None
        found = there[payment.provider_ref]
        assert found.get("authorised", found.get("collected")) == payment.authorised_at
        if payment.state == "captured" and payment.method == "card":
            assert found["captured"] == payment.state_at


def test_the_count_of_thirty_days_is_that_of_the_orders(past: datetime) -> None:
    """Counted from the orders' own logs: final in the thirty days before the demo was loaded."""
    final: dict[tuple[str, Any], set[Any]] = defaultdict(set)
    for market, product, order in rows(
        """
        SELECT l.market, v.product_id, l.order_id FROM orders_step s
          JOIN orders_line l ON l.id = s.line_id JOIN catalog_variant v ON v.id = l.variant_id
         WHERE s.verb = 'collect' AND s.at >= %s AND s.at < %s
        """,
        past - timedelta(days=30),
        past,
    ):
        final[market, product].add(order)
    assert final
    shown = {
        (row.market, row.product_id): row.orders_30d
        for row in Shelf.objects.filter(orders_30d__gt=0)
    }
    on_shelf = set(Shelf.objects.values_list("market", "product_id"))
    expected = {key: len(orders) for key, orders in final.items() if key in on_shelf}
    assert shown == expected


def test_top_sellers_follow_from_the_count() -> None:
    """The first tenth of a sub-category, rounded up, of those with five orders or more."""
    shelves: dict[tuple[str, str], list[Shelf]] = defaultdict(list)
    for row in Shelf.objects.all():
        shelves[row.market, row.category].append(row)
    expected = set()
    for key, found in shelves.items():
        # Newer first among equals, then by name.
        found.sort(key=lambda row: row.slug)
        found.sort(key=lambda row: row.released, reverse=True)
        found.sort(key=lambda row: -row.orders_30d)
        first = found[: ceil(len(found) / 10)]
        expected |= {(*key, row.slug) for row in first if row.orders_30d >= 5}
    top = set(Shelf.objects.filter(top_seller=True).values_list("market", "category", "slug"))
    assert top == expected
    assert top, "a demo without a top seller shows none"


def test_nothing_is_left_to_do(past: datetime) -> None:
    """A worker that starts now finds nothing: no job, no news, no clock that has run out."""
    assert rows("SELECT task_name FROM procrastinate_jobs") == []
    assert list(undelivered(past + timedelta(days=1))) == []
    assert Notice.objects.count() == 0
    assert not any(sweeps.every(clock.now()).values())


def test_letters_of_the_past_are_noted_and_nobody_gets_them() -> None:
    """Each order that was paid for was confirmed, at once; every letter was sent in its time."""
    assert not getattr(mail, "outbox", [])
    confirmed = rows(
        """
        SELECT s.order_id, min(s.at), min(m.written_at), min(m.sent_at)
          FROM orders_step s
          LEFT JOIN notifications_message m ON m.order_id = s.order_id
           AND m.audience = 'buyer' AND m.template = 'order_paid'
         WHERE s.verb = 'pay' GROUP BY s.order_id
        """
    )
    assert len(confirmed) > ORDERS / 2
    for order, paid, written, sent in confirmed:
        assert paid <= written == sent, order
        assert sent - paid < timedelta(minutes=1), order
    assert not Message.objects.filter(sent_at=None).exists()
    assert not Message.objects.exclude(tries=0).exists()


def test_an_old_order_can_be_withdrawn_from_no_more(past: datetime) -> None:
    """Fourteen days after the last parcel (Directive 2011/83/EU, art. 9), as its buyer was told."""
    delivered = dict(
        rows(
            "SELECT order_id, max(state_at) FROM orders_line GROUP BY order_id"
            " HAVING bool_and(state = 'delivered')"
        )
    )
    # The day of delivery does not count, and the last day may be a holiday or lie at a weekend.
    old = [order for order, at in delivered.items() if at < past - timedelta(days=20)]
    new = [order for order, at in delivered.items() if at > past - timedelta(days=13)]
    known = facts([*old, *new])
    assert old
    assert new
    for order in old:
        decided = on_request(order, known[order], past.date())
        assert decided.fate is Fate.ARCHIVED, (order, decided)
    for order in new:
        assert on_request(order, known[order], past.date()).ground is Ground.WITHDRAWAL


def test_loading_again_adds_nothing() -> None:
    before = told()
    load_demo(ORDERS, datetime.now(UTC))
    load_demo(ORDERS + 50, datetime.now(UTC))
    assert told() == before
    assert rows("SELECT task_name FROM procrastinate_jobs") == []


def test_the_same_seed_gives_the_same_past(past: datetime) -> None:
    assert plan.steps(40, past, People()) == plan.steps(40, past, People())
    before = told()
    database.empty()
    load_demo(ORDERS, past)
    after = told()
    assert [each for each in zip(before, after, strict=True) if each[0] != each[1]] == []
