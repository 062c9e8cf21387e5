"""With the running role alone nobody ends a contract by another day than about today's, and nothing
that is held of a seller leaves sooner than six months after it (decision 0055)."""

from __future__ import annotations

from datetime import date, timedelta

import psycopg
import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from psycopg.conninfo import make_conninfo
from psycopg.errors import InsufficientPrivilege

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.law.calendars import plus_months
from reprise.sellers import actions as sellers
from reprise.sellers.models import Ending, Member, PaymentAccount, Seller, Trader
from tests import database
from tests.cast import a_seller
from tests.moment import now
from tests.planted import corrupt

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def seller() -> Seller:
    """Who has all that can leave."""
    made = a_seller()
    user = User.objects.create_user("m@person.example", "a long enough word", verified_at=now())
    Member.objects.create(seller=made, user_id=user.id)
    sellers.enter_account(made.id, "FR7630006000011234567890189", user.id, now())
    return made


def today() -> date:
    return now().date()


def ended(seller: Seller, day: date) -> None:
    """As if it had been entered in time."""
    corrupt("UPDATE sellers_seller SET active = false, ended_on = %(day)s WHERE id = %(id)s",
            day=day, id=seller.id)  # fmt: skip


def everything_is_there(seller: Seller) -> bool:
    said = Trader.objects.get(seller=seller)
    return bool(
        said.email
        and said.legal_name
        and Seller.objects.get(id=seller.id).name
        and Member.objects.filter(seller=seller).exists()
        and PaymentAccount.objects.filter(seller=seller).exists()
    )


FORGETTING = (
    "SELECT sellers_forget_accounts(%(seller)s, %(day)s)::int",
    "SELECT sellers_forget_members(%(seller)s, %(day)s)::int",
    "SELECT sellers_forget_trader(%(trader)s, false, %(day)s)::int",
    "SELECT sellers_forget_trader(%(trader)s, true, %(day)s)::int",
    "SELECT sellers_forget_name(%(seller)s, %(day)s)::int",
)


def forget(statement: str, seller: Seller, day: date | str) -> int:
    values = {"seller": seller.id, "day": day, "trader": Trader.objects.get(seller=seller).id}
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.fetchone()[0])


class TestTheDay:
    @pytest.mark.parametrize("days", [-3650, -190, -33, 2, 400])
    def test_is_about_today(self, seller: Seller, days: int) -> None:
        with pytest.raises(ProgrammingError, match="a contract does not end on"):
            database.run("SELECT sellers_end_contract(%s, %s, %s)", seller.id, new_id(),
                         today() + timedelta(days=days))  # fmt: skip
        assert Seller.objects.get().ended_on is None
        assert not Ending.objects.exists()

    def test_also_for_who_restricts_itself(self, seller: Seller) -> None:
        """Where the owner signs in and takes the running role, as `reprise run` does."""
        asked = "SELECT sellers_end_contract(%s, %s, current_date - 400)"
        url = make_conninfo(database.endpoints.owner_url, options="-c role=reprise_app")
        with psycopg.connect(url) as restricted, pytest.raises(InsufficientPrivilege, match="end"):
            restricted.execute(asked, [seller.id, new_id()])
        with psycopg.connect(database.endpoints.owner_url) as owner:
            assert owner.execute(asked, [seller.id, new_id()]).fetchone() == (True,)
            name = owner.info.user
        assert Ending.objects.get().role == name

    def test_nobody_says_that_it_is_none(self, seller: Seller) -> None:
        with pytest.raises(ProgrammingError, match="a contract does not end on"):
            database.run("SELECT sellers_end_contract(%s, %s, NULL)", seller.id, new_id())
        with pytest.raises(IntegrityError), transaction.atomic():
            Seller.objects.create(slug="x", name="x", town="x", country="FR", ended_on=today())
        assert everything_is_there(seller)

    @pytest.mark.parametrize("statement", [
        "UPDATE sellers_seller SET ended_on = '2020-01-01'",
        "UPDATE sellers_seller SET ended_on = NULL",
        "UPDATE sellers_seller SET name = ''",
        "UPDATE sellers_seller SET slug = 'x', town = 'x', country = 'XX'",
        "UPDATE sellers_seller SET is_operator = true",
        "DELETE FROM sellers_seller",
        "UPDATE sellers_trader SET email = ''",
        "UPDATE sellers_trader SET seller_id = gen_random_uuid()",
        "DELETE FROM sellers_trader",
        "DELETE FROM sellers_member",
        "UPDATE sellers_member SET seller_id = gen_random_uuid()",
        "DELETE FROM sellers_paymentaccount",
        "UPDATE sellers_paymentaccount SET seller_id = gen_random_uuid()",
        "INSERT INTO sellers_ending (id, seller_id, at, role) SELECT gen_random_uuid(), id,"
        " '2020-01-01', 'x' FROM sellers_seller",
        "UPDATE sellers_ending SET at = '2020-01-01'",
        "DELETE FROM sellers_ending",
        "TRUNCATE sellers_ending",
    ])  # fmt: skip
    def test_is_written_by_nobody_else(self, seller: Seller, statement: str) -> None:
        sellers.end_contract(seller.id, today(), now())
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            database.run(statement)
        assert Seller.objects.get().ended_on == today()
        assert everything_is_there(seller)

    def test_does_not_change_once_it_is_said(self, seller: Seller) -> None:
        sellers.end_contract(seller.id, today(), now())
        earlier = today() - timedelta(days=30)
        assert database.run(
            "SELECT sellers_end_contract(%s, %s, %s)", seller.id, new_id(), earlier
        ) == [(False,)]
        assert Seller.objects.get().ended_on == today()

    def test_taken_back_and_said_again_it_is_no_earlier(self, seller: Seller) -> None:
        """Nobody gets to a year ago by steps of a month."""
        for _ in range(3):
            sellers.end_contract(seller.id, today() - timedelta(days=31), now())
            sellers.take_back_end(seller.id, now())
        with pytest.raises(ProgrammingError, match="a contract does not end on"):
            sellers.end_contract(seller.id, today() - timedelta(days=62), now())
        assert everything_is_there(seller)

    def test_is_not_taken_back_when_something_has_left(self, seller: Seller) -> None:
        ended(seller, plus_months(today(), -7))
        assert forget(FORGETTING[2], seller, today()) == 1
        assert database.run("SELECT sellers_take_back_end(%s, %s, true)", seller.id, new_id()) == [
            (False,)
        ]
        assert Seller.objects.get().ended_on is not None


class TestWhatIsNotedBesideIt:
    def test_by_the_clock_of_postgresql(self, seller: Seller) -> None:
        began = database.run("SELECT clock_timestamp()")[0][0]
        # Whatever the caller takes for now.
        sellers.end_contract(seller.id, today(), now() - timedelta(days=9000))
        sellers.take_back_end(seller.id, now() + timedelta(days=9000))
        first, second = Ending.objects.order_by("at")
        assert (first.seller_id, first.ended_on, second.ended_on) == (seller.id, today(), None)
        assert began <= first.at < second.at <= database.run("SELECT clock_timestamp()")[0][0]
        assert {first.role, second.role} == {database.run("SELECT session_user")[0][0]}

    def test_not_without_the_end(self, seller: Seller) -> None:
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            sellers.end_contract(seller.id, today(), now())
            raise ZeroDivisionError
        assert not Ending.objects.exists()
        assert Seller.objects.get().active


class TestWhatLeaves:
    @pytest.mark.parametrize("statement", FORGETTING)
    def test_nothing_of_who_sells(self, seller: Seller, statement: str) -> None:
        assert forget(statement, seller, "infinity") == 0
        assert everything_is_there(seller)

    @pytest.mark.parametrize("statement", FORGETTING)
    def test_not_by_the_caller_s_day(self, seller: Seller, statement: str) -> None:
        """The contract has ended, and six months have passed for whoever asks alone."""
        sellers.end_contract(seller.id, today() - timedelta(days=31), now())
        assert forget(statement, seller, "infinity") == 0
        assert everything_is_there(seller)

    @pytest.mark.parametrize("statement", FORGETTING[:4])
    def test_six_months_later_it_does(self, seller: Seller, statement: str) -> None:
        other = a_seller("Werkstatt Elbe")
        ended(seller, plus_months(today(), -6))
        assert forget(statement, seller, today()) == 0, "the last day counts"
        ended(seller, plus_months(today(), -6) - timedelta(days=1))
        assert forget(statement, seller, today()) == 1
        assert not everything_is_there(seller)
        assert Trader.objects.get(seller=other).email

    def test_its_name_is_the_last(self, seller: Seller) -> None:
        ended(seller, plus_months(today(), -7))
        assert forget(FORGETTING[4], seller, today()) == 0, "its identity is there"
        assert forget(FORGETTING[3], seller, today()) == 1
        assert forget(FORGETTING[4], seller, today()) == 1
        left = Seller.objects.get()
        assert (left.slug, left.name, left.town) == (seller.id.hex, "", "")
