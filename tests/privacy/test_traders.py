"""What is held of a seller leaves after its contract: not sooner, and not what is still needed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, connection

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.law.calendars import plus_months
from reprise.ledger.owed import owed
from reprise.orders import actions as orders
from reprise.orders import evidence, proof
from reprise.orders.models import Order
from reprise.privacy.actions.acting import Actor, note
from reprise.privacy.actions.contacts import HOLDING_BACK
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.actions.nights import run
from reprise.privacy.leaving import Ground
from reprise.privacy.models import Act
from reprise.privacy.retention import RUNS
from reprise.privacy.retention.base import erased as of_night
from reprise.privacy.retention.traders import MEMBERS, PAYMENT_ACCOUNTS, TRADERS
from reprise.privacy.states import By, HoldKind
from reprise.sellers import actions as sellers
from reprise.sellers.models import Member, PaymentAccount, Seller, Trader
from tests import database
from tests.cast import a_seller
from tests.moment import now
from tests.planted import corrupt, failed
from tests.privacy.cases import acts, bought, dump, later
from tests.privacy.test_sold import aged, erased
from tests.web.seller.test_statement import earn

pytestmark = pytest.mark.django_db(transaction=True)
IBAN = "FR7630006000011234567890189"


def staffed(name: str = "Atelier Rhône") -> Seller:
    """A seller with a manager and a payment account."""
    seller = a_seller(name)
    user = User.objects.create_user(
        f"{seller.slug}@person.example", "a long enough word", verified_at=now()
    )
    Member.objects.create(seller=seller, user_id=user.id)
    sellers.enter_account(seller.id, IBAN, user.id, now())
    return seller


def ended(seller: Seller, months: int = 0, days: int = 0) -> date:
    """Its contract has ended so long ago, and it has sold nothing since."""
    day = plus_months(now().date(), -months) - timedelta(days=days)
    corrupt("WITH sold AS (UPDATE orders_sellerorder SET placed_at = least(placed_at, %(day)s)"
            " WHERE seller_id = %(id)s)"
            " UPDATE sellers_seller SET active = false, ended_on = %(day)s WHERE id = %(id)s",
            day=day, id=seller.id)  # fmt: skip
    return day


def paid(seller: Seller) -> None:
    """Nothing is owed to it any more."""
    for each in owed([seller.id]):
        earn(seller, -each.amount.minor, now(), each.market)


def ahead(at: datetime, nights: int = 0) -> dict[str, int]:
    """How many leave of each holding."""
    found = {each.holding: len(list(each.due(at, nights))) for each in RUNS}
    return {holding: number for holding, number in found.items() if number}


ALL = {"trader": 1, "payment_account": 1, "membership": 1}


class TestWhoNeverSold:
    def test_all_of_it_leaves_six_months_after_the_contract(self) -> None:
        seller, other = staffed(), staffed("Werkstatt Elbe")
        before = dump()
        said = Trader.objects.get(seller=seller)
        for word in (said.address, said.email, said.legal_name, IBAN[-4:]):
            assert word in before
        assert run(now()).done == {}, "its contract runs"
        ended(seller, 6)
        assert run(now()).done == {}, "the last day counts"
        ended(seller, 6, 1)
        assert run(now()).done == ALL
        gone = Trader.objects.get(seller=seller)
        assert (gone.legal_name, gone.address, gone.email, gone.phone) == ("", "", "", "")
        assert (gone.register, gone.register_number, gone.vat_id) == ("", "", "")
        assert not PaymentAccount.objects.filter(seller=seller).exists()
        assert not Member.objects.filter(seller=seller).exists()
        # Its name when no version is left.
        assert run(now()).done == {"trader": 1}
        named = Seller.objects.get(id=seller.id)
        assert (named.slug, named.name, named.town) == (seller.id.hex, "", "")
        assert run(now()).done == {}
        rest = dump()
        for word in (said.email, said.legal_name, seller.slug):
            assert word not in rest.replace(f"{seller.slug}@person.example", "")
        # Of nobody else.
        kept = Trader.objects.get(seller=other)
        assert kept.legal_name == "Werkstatt Elbe SAS"
        assert PaymentAccount.objects.get().seller_id == other.id
        assert Member.objects.get().seller_id == other.id
        assert sorted(acts()) == [
            ("membership", "erased", "over"), ("payment_account", "erased", "over"),
            ("trader", "erased", "over"), ("trader", "erased", "over"),
        ]  # fmt: skip

    def test_who_gave_no_identity_has_a_name_for_six_months(self) -> None:
        seller = staffed()
        corrupt("DELETE FROM sellers_trader WHERE seller_id = %(id)s", id=seller.id)
        ended(seller, 6)
        assert run(now()).done == {}, "the last day counts"
        ended(seller, 6, 1)
        assert run(now()).done == ALL
        assert Seller.objects.get(id=seller.id).name == ""

    def test_it_is_shown_before(self) -> None:
        day = ended(staffed(), 5, 27)
        leaves = plus_months(day, 6) + timedelta(days=1)
        nights = (leaves - now().date()).days
        for each in (TRADERS, PAYMENT_ACCOUNTS, MEMBERS):
            (line,) = each.due(now(), nights)
            assert line.night == leaves
            assert list(each.due(now(), nights - 1)) == []

    def test_a_wrong_clock_takes_no_account(self) -> None:
        """PostgreSQL sees for itself that six months have passed."""
        seller = staffed()
        ended(seller, 1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT sellers_forget_accounts(%s, %s)",
                           [seller.id, later(400).date()])  # fmt: skip
            assert cursor.fetchone() == (0,)
        assert PaymentAccount.objects.count() == 1

    def test_taken_back_at_the_last_moment_it_stays(self) -> None:
        seller = staffed()
        ended(seller, 7)
        due = {each: next(iter(each.due(now()))) for each in (TRADERS, PAYMENT_ACCOUNTS, MEMBERS)}
        sellers.take_back_end(seller.id, now())
        for each, line in due.items():
            assert not each.carry_out(line, now())
        assert Trader.objects.get().legal_name
        assert PaymentAccount.objects.count() == Member.objects.count() == 1
        assert acts() == []

    def test_it_waits_for_whoever_is_just_holding_something(self) -> None:
        ended(staffed(), 7)
        due = {each: next(iter(each.due(now()))) for each in (TRADERS, PAYMENT_ACCOUNTS, MEMBERS)}
        address = database.endpoints.owner_url
        with psycopg.connect(address) as other, connection.cursor() as cursor:
            other.execute("SELECT pg_advisory_xact_lock(%s)", [HOLDING_BACK])
            cursor.execute("SET lock_timeout = '100ms'")
            for each, line in due.items():
                with pytest.raises(OperationalError):
                    each.carry_out(line, now())
            cursor.execute("RESET lock_timeout")
        assert acts() == []
        assert all(each.carry_out(line, now()) for each, line in due.items())

    def test_once_by_whoever_comes_first(self) -> None:
        ended(staffed(), 7)
        lines = [(each, line) for each in RUNS for line in each.due(now())]
        assert [each.carry_out(line, now()) for each, line in lines] == [True] * 3
        assert [each.carry_out(line, now()) for each, line in lines] == [False] * 3
        assert Act.objects.count() == 3


class TestWhoSold:
    def test_all_of_it_stays_while_it_is_somebody_s_proof(self, sandbox: Any) -> None:
        made = bought(sandbox)
        ended(made.case.seller, 12 * 12)
        said = Trader.objects.get()
        assert run(now()).done == {}
        assert Trader.objects.get().email == said.email
        assert proof.verify(evidence.document(made.id, evidence.BUYER)).problems == ()

    def test_who_it_was_stays_for_the_accounts(self, sandbox: Any) -> None:
        made = bought(sandbox)
        ended(made.case.seller, 6, 1)
        erased(made.id)
        assert run(now()).done == {"trader": 1}
        kept = Trader.objects.get()
        assert (kept.email, kept.phone) == ("", "")
        assert (kept.legal_name, kept.register) == ("Atelier Rhône SAS", "RCS Lyon")
        assert acts()[-1] == ("trader", "erased", "accounts")
        assert run(now()).done == {}
        # What left in time makes nothing look forged.
        assert failed() == set()
        report = proof.verify(evidence.document(made.id, evidence.STAFF))
        assert (report.problems, report.complete, report.parted) == ((), True, ("contact",))

    def test_then_it_leaves_as_well(self, sandbox: Any) -> None:
        made = bought(sandbox)
        ended(made.case.seller, 6, 1)
        erased(made.id)
        aged(10)
        assert run(now()).done == {"trader": 1}
        assert Trader.objects.get().legal_name, "the tenth year is not over"
        aged(1)
        assert run(now()).done == {"sale": 1, "trader": 1}
        assert Trader.objects.get().legal_name == ""
        assert run(now()).done == {"trader": 1}
        assert Seller.objects.get().name == ""
        assert Order.objects.get().is_nameless
        assert failed() == set()
        assert proof.verify(evidence.document(made.id, evidence.STAFF)).problems == ()

    def test_an_act_is_believed_when_it_was_due(self, sandbox: Any) -> None:
        """Who has the running role can call the functions, and add an act."""
        made = bought(sandbox)
        ended(made.case.seller, 6, 1)
        erased(made.id)
        version = Trader.objects.get().id
        whole = "SELECT sellers_forget_trader(%s, true, current_date)"
        assert database.run(whole, version) == [(True,)]
        corrupt("UPDATE orders_said SET identity_salt = '', contact_salt = ''")
        note([of_night("trader", version)], now())
        assert "hash chains" in failed(), "the accounts need who it was"
        aged(10)
        assert "hash chains" in failed(), "the tenth year is not over"
        aged(1)
        assert failed() == set()
        ended(made.case.seller, 6)
        assert failed() == {"hash chains"}, "its six months are not over"

    def test_how_it_is_reached_stays_for_six_months(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erased(made.id)
        corrupt("UPDATE sellers_trader SET email = '', phone = ''")
        corrupt("UPDATE orders_said SET contact_salt = ''")
        note([of_night("trader", Trader.objects.get().id, Ground.ACCOUNTS)], now())
        assert failed() == {"hash chains"}, "its contract runs"
        ended(made.case.seller, 6)
        assert failed() == {"hash chains"}, "the last day counts"
        ended(made.case.seller, 6, 1)
        assert failed() == set()

    def test_where_its_money_went_stays_for_the_tax_report(self, sandbox: Any) -> None:
        made = bought(sandbox)
        seller = made.case.seller
        user = new_id()
        Member.objects.create(seller=seller, user_id=user)
        sellers.enter_account(seller.id, IBAN, user, now())
        ended(seller, 12 * 8)
        erased(made.id)
        paid(seller)
        aged(5)
        assert "payment_account" not in run(now()).done
        aged(1)
        assert run(now()).done["payment_account"] == 1
        assert not PaymentAccount.objects.exists()

    def test_a_held_order_keeps_whom_it_names(self, sandbox: Any) -> None:
        made = bought(sandbox)
        ended(made.case.seller, 6, 1)
        erased(made.id)
        hold(Subject(order_id=made.id), HoldKind.LITIGATION, later(90).date(),
             Actor(By.STAFF, new_id()), now())  # fmt: skip
        assert ahead(now()) == {}
        corrupt("UPDATE privacy_hold SET lifted_at = since,"
                " holds_until = since + interval '2 days'",
                unguarded="privacy_hold")  # fmt: skip
        assert ahead(now()) == {}, "it was lifted, and is held all the same"
        (due,) = TRADERS.due(now(), 6)
        assert due.night == now().date() + timedelta(days=2)
        assert not TRADERS.carry_out(due, now() + timedelta(days=4)), "whatever our clock says"
        corrupt("UPDATE privacy_hold SET lifted_at = since, holds_until = since",
                unguarded="privacy_hold")  # fmt: skip
        assert ahead(now()) == {"trader": 1}

    def test_a_held_order_keeps_where_the_money_went_and_who_acted(self, sandbox: Any) -> None:
        made = bought(sandbox)
        seller = made.case.seller
        Member.objects.create(seller=seller, user_id=(user := new_id()))
        sellers.enter_account(seller.id, IBAN, user, now())
        ended(seller, 12 * 12)
        # Its buyer is named.
        assert ahead(now()) == {}
        erased(made.id)
        aged(11)
        due = {each: next(iter(each.due(now()))) for each in (PAYMENT_ACCOUNTS, MEMBERS)}
        hold(Subject(order_id=made.id), HoldKind.AUTHORITY, later(90).date(),
             Actor(By.STAFF, new_id()), now())  # fmt: skip
        assert not {"payment_account", "membership"} & set(ahead(now()))
        # Held since it was looked for.
        assert [each.carry_out(line, now()) for each, line in due.items()] == [False, False]
        assert PaymentAccount.objects.count() == Member.objects.count() == 1
        corrupt("UPDATE privacy_hold SET lifted_at = since,"
                " holds_until = since + interval '2 days'",
                unguarded="privacy_hold")  # fmt: skip
        assert not {"payment_account", "membership"} & set(ahead(now()))
        far = now() + timedelta(days=4)
        assert [each.carry_out(line, far) for each, line in due.items()] == [False, False]
        night = now().date() + timedelta(days=2)
        assert [[one.night for one in each.due(now(), 6)] for each in due] == [[night], [night]]
        corrupt("UPDATE privacy_hold SET lifted_at = since, holds_until = since",
                unguarded="privacy_hold")  # fmt: skip
        assert [each.carry_out(line, now()) for each, line in due.items()] == [True, True]

    def test_another_version_s_orders_keep_it_not(self, sandbox: Any) -> None:
        made = bought(sandbox)
        seller = made.case.seller
        Trader.objects.create(
            seller=seller, version=2, legal_name="Neu SAS", address="3 rue", email="neu@x.example",
            phone="1", register="RCS", register_number="1", certified_on=now().date(),
        )  # fmt: skip
        ended(seller, 6, 1)
        paid(seller)
        assert run(now()).done == {"trader": 1}
        first, second = Trader.objects.order_by("version")
        assert (bool(first.email), second.legal_name) == (True, "")

    def test_what_no_act_says_is_a_forgery(self, sandbox: Any) -> None:
        bought(sandbox)
        corrupt("UPDATE sellers_trader SET email = '', phone = ''")
        assert failed() == {"hash chains"}


class TestTheEnd:
    def test_it_sells_nothing_any_more(self, sandbox: Any) -> None:
        seller = staffed()
        orders.end_contract(seller.id, now().date(), now())
        found = Seller.objects.get()
        assert (found.active, found.ended_on) == (False, now().date())
        with pytest.raises(sellers.AlreadyEnded):
            orders.end_contract(seller.id, now().date(), now())
        sellers.take_back_end(seller.id, now())
        found = Seller.objects.get()
        assert (found.active, found.ended_on) == (True, None)
        with pytest.raises(sellers.NotEnded):
            sellers.take_back_end(seller.id, now())

    def test_not_once_anything_has_left(self) -> None:
        seller = staffed()
        ended(seller, 7)
        run(now())
        with pytest.raises(sellers.IdentityLeft):
            sellers.take_back_end(seller.id, now())
        assert Seller.objects.get().ended_on is not None

    def test_postgresql_knows_nobody_who_has_left_and_sells(self) -> None:
        seller = a_seller()
        with pytest.raises(Exception, match="sellers_ended_inactive"):
            corrupt("UPDATE sellers_seller SET ended_on = '2026-01-01' WHERE id = %(id)s",
                    id=seller.id)  # fmt: skip
