"""A statement has an order that stands: gapless, dated in that order, ending with the balance."""

from __future__ import annotations

import itertools
import random
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.kernel.period import Period
from reprise.ledger import actions, queries
from reprise.ledger.bookings import ClockAhead
from reprise.ledger.models import Booking, Closing
from reprise.ledger.states import AccountKind
from tests import database
from tests.moment import now

EUR = "EUR"
EVER = Period(datetime(2016, 1, 1, tzinfo=UTC))


def purse() -> actions.Purse:
    return actions.Purse(new_id(), "fr", EUR)


def earn(mine: actions.Purse, minor: int, at: datetime | None = None, key: str = "") -> None:
    """Owe the seller ``minor`` more; less when it is negative."""
    payable = actions.account(mine, AccountKind.PAYABLE)
    clearing = actions.account(mine, AccountKind.CLEARING)
    debit, credit = (clearing, payable) if minor > 0 else (payable, clearing)
    step = actions.Step(key=key or str(new_id()), code="earned", reference=new_id())
    actions.transfer(mine, debit, credit, Money(abs(minor), EUR), step, at=at or now())


def account(mine: actions.Purse) -> queries.StatedAccount:
    (found,) = queries.stated_accounts(mine.seller_id, AccountKind.PAYABLE)
    return found


def rows(mine: actions.Purse, period: Period = EVER) -> list[queries.StatementRow]:
    told = queries.statement(account(mine), period)
    return queries.bookings(told.account, told.first, told.last)


def balance(mine: actions.Purse) -> int:
    return next(
        row.amount.minor for row in queries.balances(mine.seller_id) if row.kind == "payable"
    )


@pytest.mark.django_db
class TestOneAfterTheOther:
    def test_the_rows_lead_from_nothing_to_the_balance(self) -> None:
        mine = purse()
        for minor in (5_00, 7_00, -3_00):
            earn(mine, minor)
        told = rows(mine)
        assert [row.number for row in told] == [1, 2, 3]
        assert [row.amount.minor for row in told] == [500, 700, -300]
        assert [row.balance.minor for row in told] == [500, 1200, 900]
        assert balance(mine) == 900

    def test_any_history_ends_with_the_balance_of_the_ledger(self) -> None:
        chance = random.Random(20_261_127)
        mine = purse()
        for _ in range(60):
            moment = now() - timedelta(hours=chance.randint(0, 1000))
            earn(mine, chance.choice((-1, 1)) * chance.randint(1, 9_999), moment)
        told = rows(mine)
        assert [row.number for row in told] == list(range(1, 61))
        running = 0
        for row in told:
            running += row.amount.minor
            assert row.balance.minor == running
        assert running == balance(mine)
        assert [row.at for row in told] == sorted(row.at for row in told)

    def test_periods_that_meet_have_every_row_once_and_their_balances_join(self) -> None:
        chance = random.Random(7)
        mine = purse()
        for hours in sorted([*chance.choices(range(101), k=38), 20, 50]):  # the very edges too
            earn(mine, chance.randint(1, 999), now() + timedelta(hours=hours - 101))
        cuts = [now() + timedelta(hours=hours - 101) for hours in (-1, 20, 50, 50, 101)]
        stretches = [
            queries.statement(account(mine), Period(start, end))
            for start, end in itertools.pairwise(cuts)
        ]
        assert stretches[0].opening.minor == 0
        for one, other in itertools.pairwise(stretches):
            assert one.closing == other.opening
            assert one.last + 1 == other.first
        assert stretches[2].count == 0
        assert sum(each.count for each in stretches) == 40
        for each in stretches:
            assert each.closing == each.opening + each.credited - each.debited
        assert stretches[-1].closing.minor == balance(mine)

    def test_a_clock_that_is_behind_books_after_what_is_there(self) -> None:
        mine = purse()
        earn(mine, 100, now())
        earn(mine, 200, now() - timedelta(seconds=5))
        assert [(row.amount.minor, row.at) for row in rows(mine)] == [(100, now()), (200, now())]

    def test_a_clock_that_is_far_ahead_is_refused_and_dates_nothing(self) -> None:
        mine = purse()
        earn(mine, 100, now())
        with pytest.raises(ClockAhead), transaction.atomic():
            earn(mine, 200, datetime.now(UTC) + timedelta(minutes=6))
        earn(mine, 300, now())
        assert [(row.amount.minor, row.at) for row in rows(mine)] == [(100, now()), (300, now())]

    def test_a_hold_is_told_when_it_is_posted_and_a_voided_one_never(self) -> None:
        mine = purse()
        earn(mine, 1_000)
        payable = actions.account(mine, AccountKind.PAYABLE)
        bank = actions.account(mine, AccountKind.PROVIDER, "bank")
        holds = [
            actions.transfer(
                mine, payable, bank, Money(minor, EUR),
                actions.Step(key=f"hold:{minor}", code="payout", reference=new_id()),
                at=now(), pending=True,
            )
            for minor in (400, 300)
        ]  # fmt: skip
        assert len(rows(mine)) == 1
        for hold, kept in zip(holds, (400, 0), strict=True):
            assert hold
            step = actions.Step(key=f"end:{hold}", code="payout", reference=new_id())
            actions.settle(hold, Money(kept, EUR), step, at=now())
        assert [row.amount.minor for row in rows(mine)] == [1_000, -400]
        assert balance(mine) == 600

    def test_several_at_once_are_booked_in_their_order(self) -> None:
        one, other = purse(), purse()
        actions.transfers(
            [
                actions.Draft(
                    mine,
                    (AccountKind.CLEARING, ""),
                    (AccountKind.PAYABLE, ""),
                    Money(minor, EUR),
                    actions.Step(key=f"{minor}", code="earned", reference=new_id()),
                )
                for mine, minor in ((one, 1), (other, 2), (one, 3))
            ],
            at=now(),
        )
        assert [row.amount.minor for row in rows(one)] == [1, 3]
        assert [row.balance.minor for row in rows(other)] == [2]

    def test_only_a_liability_to_the_seller_is_told(self) -> None:
        mine = purse()
        earn(mine, 100)
        assert Booking.objects.count() == 1
        with pytest.raises(ValueError, match="no statement"):
            queries.stated_accounts(mine.seller_id, AccountKind.CLEARING)

    def test_a_rival_has_another_account(self) -> None:
        mine, rival = purse(), purse()
        earn(mine, 100)
        assert queries.stated_accounts(rival.seller_id, AccountKind.PAYABLE) == []


MIDNIGHT = datetime(2025, 11, 30, 23, 0, tzinfo=UTC)
BEFORE, AFTER = Period(MIDNIGHT - timedelta(days=30), MIDNIGHT), Period(MIDNIGHT)


@pytest.mark.django_db
class TestWhatWasShownAsClosed:
    def test_stays_as_it_was_read_whatever_the_clock_of_a_later_action(self) -> None:
        mine = purse()
        earn(mine, 100, MIDNIGHT - timedelta(hours=2))
        assert actions.close(account(mine), MIDNIGHT)
        read = queries.statement(account(mine), BEFORE)
        earn(mine, 20, MIDNIGHT - timedelta(seconds=1))
        earn(mine, -5, MIDNIGHT - timedelta(hours=1))
        assert queries.statement(account(mine), BEFORE) == read
        assert read.closing.minor == 100
        late = rows(mine, AFTER)
        assert [row.amount.minor for row in late] == [20, -5]
        assert [row.at for row in late] == [MIDNIGHT, MIDNIGHT]
        assert queries.statement(account(mine), AFTER).opening.minor == 100

    def test_also_a_month_in_which_nothing_moved(self) -> None:
        mine = purse()
        earn(mine, 100, MIDNIGHT - timedelta(days=20))
        early = MIDNIGHT - timedelta(days=10)
        assert actions.close(account(mine), early)
        assert actions.close(account(mine), MIDNIGHT)
        earn(mine, 20, early + timedelta(days=1))
        assert rows(mine, Period(early, MIDNIGHT)) == []

    def test_an_account_without_a_booking_is_closed_as_well(self) -> None:
        mine = purse()
        actions.account(mine, AccountKind.PAYABLE)
        assert actions.close(account(mine), MIDNIGHT)
        earn(mine, 100, MIDNIGHT - timedelta(seconds=1))
        assert [row.at for row in rows(mine)] == [MIDNIGHT]

    def test_an_earlier_closing_does_not_loosen_a_later_one(self) -> None:
        mine = purse()
        earn(mine, 100, MIDNIGHT - timedelta(days=20))
        for until in (MIDNIGHT, MIDNIGHT - timedelta(days=5), MIDNIGHT):
            assert actions.close(account(mine), until)
        assert Closing.objects.count() == 1
        earn(mine, 20, MIDNIGHT - timedelta(days=4))
        assert rows(mine)[-1].at == MIDNIGHT

    def test_nothing_is_written_where_a_later_booking_closes_it_anyway(self) -> None:
        mine = purse()
        earn(mine, 100, MIDNIGHT)
        assert actions.close(account(mine), MIDNIGHT)
        assert not Closing.objects.exists()

    def test_what_is_not_over_by_the_databases_clock_is_not_closed(self) -> None:
        """A reader whose clock is ahead dates nobody's bookings."""
        mine = purse()
        earn(mine, 100, now())
        assert not actions.close(account(mine), datetime.now(UTC) + timedelta(minutes=1))
        assert not Closing.objects.exists()
        earn(mine, 20, now())
        assert rows(mine)[-1].at == now()

    @pytest.mark.parametrize(
        "changes",
        [
            {"number": 2},
            {"balance": 99},
            {"booked_at": MIDNIGHT},
            {"number": None},
            {"until": MIDNIGHT - timedelta(days=20)},
            {"market": "be"},
            {"seller_id": new_id()},
        ],
    )
    def test_a_closing_that_is_not_what_was_booked_cannot_be_written(
        self, changes: dict[str, Any]
    ) -> None:
        mine = purse()
        earn(mine, 100, MIDNIGHT - timedelta(days=20))
        actions.close(account(mine), MIDNIGHT)
        closing = Closing.objects.get()
        closing.id, closing.until = new_id(), MIDNIGHT + timedelta(days=1)
        for name, value in changes.items():
            setattr(closing, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            closing.save(force_insert=True)

    @pytest.mark.parametrize(
        "statement", ["UPDATE {} SET until = now()", "DELETE FROM {}", "TRUNCATE {}"]
    )
    def test_a_closing_is_not_taken_back(self, statement: str) -> None:
        with pytest.raises(ProgrammingError), connection.cursor() as cursor:
            cursor.execute(statement.format("ledger_closing"))


@pytest.mark.django_db(transaction=True)
class TestAtTheSameTime:
    def test_who_reads_waits_for_who_is_booking_and_sees_it(self) -> None:
        mine = purse()
        self.book(mine, 1, MIDNIGHT - timedelta(days=1))
        told = account(mine)
        closed: list[int] = []

        def read() -> None:
            assert actions.close(told, MIDNIGHT)
            closed.append(queries.statement(told, BEFORE).closing.minor)
            connection.close()

        reader = Thread(target=read)
        with transaction.atomic():
            earn(mine, 10, MIDNIGHT - timedelta(hours=1))
            reader.start()
            while reader.is_alive() and not self.someone_waits():
                pass
            assert not closed
        reader.join()
        self.book(mine, 100, MIDNIGHT - timedelta(minutes=1))
        assert closed == [11]
        assert queries.statement(told, BEFORE).closing.minor == 11

    def test_who_commits_later_is_booked_later_whatever_the_clocks_say(self) -> None:
        """The one whose clock is ahead has the account first; the other one waits for it."""
        mine = purse()
        self.book(mine, 1, now())

        def behind() -> None:
            self.book(mine, 20, now() + timedelta(seconds=1))
            connection.close()

        waits = Thread(target=behind)
        with transaction.atomic():
            earn(mine, 10, now() + timedelta(seconds=2))
            waits.start()
            while waits.is_alive() and not self.someone_waits():
                pass
            assert [row.amount.minor for row in rows(mine)] == [1, 10]
        waits.join()
        told = rows(mine)
        assert [row.amount.minor for row in told] == [1, 10, 20]
        assert told[2].at == told[1].at == now() + timedelta(seconds=2)

    def test_many_at_once_leave_no_gap(self) -> None:
        mine = purse()
        self.book(mine, 1, now())
        start = Barrier(6)

        def work(number: int) -> None:
            start.wait()
            for step in range(5):
                self.book(mine, number + step, now() + timedelta(microseconds=number - step))
            connection.close()

        threads = [Thread(target=work, args=(number,)) for number in range(1, 7)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        told = rows(mine)
        assert [row.number for row in told] == list(range(1, 32))
        assert told[-1].balance.minor == balance(mine)

    @staticmethod
    def book(mine: actions.Purse, minor: int, at: datetime) -> None:
        with transaction.atomic():
            earn(mine, minor, at)

    @staticmethod
    def someone_waits() -> bool:
        with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
            row = owner.execute("SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone()
        return bool(row and row[0])
