"""What PostgreSQL refuses of a statement, and what the books find of one that was changed."""

from __future__ import annotations

import importlib
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from reprise.books import ledger as books
from reprise.kernel.ids import new_id
from reprise.ledger.models import Booking, Transfer
from tests import database
from tests.ledger.test_statements import EUR, balance, earn, purse, rows
from tests.moment import now


def third(**changes: Any) -> Booking:
    """The booking that continues a statement of 100 and 50 with 25, changed in some points.

    A duration stands for the moment so long after now.
    """
    mine = purse()
    earn(mine, 100)
    earn(mine, 50)
    last = Booking.objects.get(seller_id=mine.seller_id, number=2)
    row = Transfer(
        seller_id=mine.seller_id, market="fr", currency=EUR, debit_id=last.debit_id,
        credit_id=last.credit_id, amount=25, phase="posted", key="raw", code="earned",
        reference=new_id(), booked_on=now().date(), at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    values: dict[str, Any] = {
        "seller_id": mine.seller_id, "market": "fr", "currency": EUR, "account_id": row.credit_id,
        "number": 3, "previous": 2, "since": last.booked_at, "transfer_id": row.id,
        "debit_id": row.debit_id, "credit_id": row.credit_id, "amount": 25, "phase": "posted",
        "before": 150, "after": 175, "booked_at": now(),
    }  # fmt: skip
    moments = {name: now() + each for name, each in changes.items() if isinstance(each, timedelta)}
    return Booking(**(values | changes | moments))


@pytest.mark.django_db
class TestPostgresqlRefuses:
    def test_the_booking_that_the_others_change_is_valid(self) -> None:
        booking = third()
        booking.save(force_insert=True)
        assert Booking.objects.filter(seller_id=booking.seller_id).count() == 3

    @pytest.mark.parametrize(
        "changes",
        [
            {"after": 176},
            {"before": 151, "after": 176},
            {"amount": 26, "after": 176},
            {"number": 4, "previous": 3},
            {"number": 4},
            {"number": 2, "previous": 1, "before": 100, "after": 125},
            {"number": 3, "previous": 1, "before": 100, "after": 125},
            {"number": 1, "previous": None, "since": None, "before": 0, "after": 25},
            {"number": 3, "previous": None, "since": None, "before": 0, "after": 25},
            {"booked_at": -timedelta(days=1)},
            {"since": -timedelta(days=2), "booked_at": -timedelta(days=1)},
            {"phase": "void"},
            {"phase": "pending"},
            {"account_id": new_id()},
            {"transfer_id": new_id()},
            {"market": "de"},
            {"currency": "GBP"},
            {"seller_id": new_id()},
        ],
    )
    def test_a_booking_that_does_not_continue_the_statement(self, changes: dict[str, Any]) -> None:
        booking = third(**changes)
        with pytest.raises(IntegrityError), transaction.atomic():
            booking.save(force_insert=True)

    def test_the_same_transfer_twice(self) -> None:
        booking = third()
        booking.save(force_insert=True)
        again = Booking(
            **{
                field.attname: getattr(booking, field.attname)
                for field in Booking._meta.concrete_fields
                if field.attname != "id"
            }
        )
        again.number, again.previous, again.before, again.after = 4, 3, 175, 200
        with pytest.raises(IntegrityError), transaction.atomic():
            again.save(force_insert=True)

    @pytest.mark.parametrize("statement", ["UPDATE {} SET number = 9", "DELETE FROM {}"])
    def test_a_change_of_the_past(self, statement: str) -> None:
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.format("ledger_booking"))


@pytest.mark.django_db(transaction=True)
def test_what_was_booked_before_there_were_bookings_is_told_as_it_was_shown() -> None:
    mine = purse()
    for minor, hours in ((100, 3), (50, 1), (-20, 2)):
        with transaction.atomic():
            earn(mine, minor, now() + timedelta(hours=hours - 3))
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute("DELETE FROM ledger_booking")
    migration = importlib.import_module("reprise.ledger.migrations.0003_bookings")
    with transaction.atomic():
        migration.fill(apps, None)
    assert [row.amount.minor for row in rows(mine)] == [50, -20, 100]
    assert rows(mine)[-1].balance.minor == balance(mine) == 130
    with transaction.atomic():
        earn(mine, 5, now())
    assert [row.number for row in rows(mine)] == [1, 2, 3, 4]


# Without the keys, as a database that was put together again from its parts may be.
_WITHOUT_KEYS = """
DO $$ DECLARE each record; BEGIN
    FOR each IN SELECT conname FROM pg_constraint
                 WHERE conrelid = 'ledger_booking'::regclass AND contype = 'f'
    LOOP EXECUTE format('ALTER TABLE ledger_booking DROP CONSTRAINT %I', each.conname); END LOOP;
END $$
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "change",
    [
        "SET before = before + 5, after = after + 5 WHERE number = 2",
        "SET amount = amount + 5, after = after + 5 WHERE number = 2",
        "SET number = 7, previous = 6 WHERE number = 2",
        "SET transfer_id = gen_random_uuid() WHERE number = 2",
    ],
)
def test_check_books_sees_a_statement_that_tells_something_else(change: str) -> None:
    """The last row still has the balance; what lies before it was changed."""
    mine = purse()
    with transaction.atomic():
        for minor in (700, 200, -100):
            earn(mine, minor)
    (check,) = (each for each in books.CHECKS if each.name == "statements")
    with psycopg.connect(database.endpoints.owner_url) as owner:
        assert not owner.execute(check.query.encode()).fetchall()
        owner.execute(_WITHOUT_KEYS)
        assert owner.execute(f"UPDATE ledger_booking {change}".encode()).rowcount == 1
        found = owner.execute(check.query.encode()).fetchall()
        owner.rollback()
    assert any("is not its transfer after" in text for (text,) in found)
