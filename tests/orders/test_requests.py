"""What an order keeps of the request that placed it: enough to know it again, and no more."""

from __future__ import annotations

import hashlib
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from reprise.checkout import actions as checkout
from reprise.checkout import queries as quotes
from reprise.checkout.models import Basket
from reprise.kernel.ids import new_id
from reprise.orders.models import Order
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.upgrade import before

pytestmark = pytest.mark.django_db(transaction=True)

BASKET, OTHER = UUID(int=0xB1), UUID(int=0xB2)


def buy(basket: Basket, key: str, fingerprint: str) -> Order:
    return checkout.place_order(
        basket_id=basket.id, language="fr", contact=CONTACT, method="card",
        fingerprint=fingerprint, request_key=key, now=now(),
    ).order  # fmt: skip


def test_a_request_that_comes_again_is_the_same_order_and_another_one_is_not() -> None:
    offer = an_offer(stock=5)
    basket, _ = checkout.open_basket("fr", now())
    orders = []
    for key in ("one", "one", "two"):
        checkout.put(basket, offer.id, 1, now())
        orders.append(buy(basket, key, quotes.quote(basket, "fr", now()).fingerprint))
    first, again, another = orders
    assert first.id == again.id != another.id


def test_the_same_key_in_another_basket_is_another_request() -> None:
    assert quotes.request_digest(BASKET, "one") != quotes.request_digest(OTHER, "one")
    assert quotes.request_digest(BASKET, "one") != quotes.request_digest(BASKET, "two")


def test_the_orders_of_one_basket_have_nothing_in_common() -> None:
    """Nothing in any table leads from an order to the basket that it came from."""
    order = place((an_offer(stock=1), 1)).order
    basket = Basket.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables"
                       " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")  # fmt: skip
        tables = {name for (name,) in cursor.fetchall()} - {"checkout_basket"}
        for table in sorted(tables):
            if table == "privacy_archived":
                continue  # sealed: it may not be read
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text LIKE %s",  # noqa: S608
                           [f"%{basket.id}%"])  # fmt: skip
            assert cursor.fetchone()[0] == 0, table
    assert len(order.request_digest) == 64


def test_postgresql_takes_a_request_once() -> None:
    order = place((an_offer(stock=1), 1)).order
    order.pk, order.reference = new_id(), "R-XXXXXXXX"
    with pytest.raises(IntegrityError, match="orders_one_per_request"), transaction.atomic():
        order.save(force_insert=True)


INSERT = """
INSERT INTO orders_order (id, reference, market, language, currency, items, shipping, fee,
    insurance, total, terms_version, basket_id, request_key, placed_at, pay_by, touched_at)
VALUES (%s, %s, 'fr', 'fr', 'EUR', 100, 0, 0, 0, 100, '1', %s, %s, now(), now(), now())
"""


def test_a_database_of_before_knows_its_requests_again() -> None:
    """A request that was sent before the upgrade and comes again after it finds its order."""
    wanted = [(BASKET, "one"), (BASKET, "two é"), (OTHER, "one")]
    with before("orders", "0010_indexes_once") as database:
        for number, (basket, key) in enumerate(wanted):
            database.run(INSERT, [UUID(int=number), f"R-{number:08}", basket, key])
        database.migrate("orders", "0012_request_digest")
        rows = database.run("SELECT id, request_digest, total FROM orders_order ORDER BY id")
        assert rows == [
            (UUID(int=number), quotes.request_digest(basket, key), 100)
            for number, (basket, key) in enumerate(wanted)
        ]
        columns = database.run("SELECT column_name FROM information_schema.columns"
                               " WHERE table_name = 'orders_order'")  # fmt: skip
        assert not {("basket_id",), ("request_key",)} & set(columns)
    text = f"{BASKET}:one"
    assert rows[0][1] == hashlib.sha256(text.encode()).hexdigest()
