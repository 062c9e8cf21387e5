"""An order's buyer leaves the store of the shop: sealed apart, or for good."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from reprise.accounts.models import User
from reprise.audit.actions import badge_of
from reprise.kernel.ids import new_id
from reprise.keys import WrongKey
from reprise.law.calendars import Calendar, plus_months
from reprise.orders import actions as orders
from reprise.orders import evidence, proof
from reprise.orders.models import Contact, DeliveryPoint, LineDevice
from reprise.outbox.models import Event
from reprise.privacy import held, people
from reprise.privacy.access import Person, answer, archived_of, orders_of, owner
from reprise.privacy.actions import accounts, contacts, exercising
from reprise.privacy.actions.acting import CLOCK, PERSON, Actor
from reprise.privacy.actions.exercising import Asker, restrict, restrictions_of, unrestrict
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.actions.lifting import lift
from reprise.privacy.actions.opening import open_archived
from reprise.privacy.leaving import Fate, by_clock
from reprise.privacy.models import Act, Archived, Hold
from reprise.privacy.people import person
from reprise.privacy.retention.archived import ARCHIVE
from reprise.privacy.states import By, HoldKind, Lift, Why
from reprise.shipping.models import Destination
from tests import database
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import books, place
from tests.planted import corrupt, failed
from tests.privacy.cases import Bought, acts, bought, days_pass, dump, later, two_lift
from tests.privacy.sealed import CANARIES, archived, canary

pytestmark = pytest.mark.django_db(transaction=True)

STAFF = Actor(By.STAFF, new_id())


@pytest.fixture
def order(sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> Bought:
    return canary(sandbox, monkeypatch)


def test_who_bought_leaves_the_store_and_is_sealed(order: Bought) -> None:
    assert all(text in dump() for text in CANARIES.values())
    row = archived(order)
    # 200 euros of a French seller: ten years from the delivery.
    today = Calendar("FR").day_of(now())
    assert (row.until, row.basis) == (plus_months(today, 120), "contract")
    assert row.key_year == row.until.year
    whole = dump()
    assert [text for text in [*CANARIES.values(), "Kanarienkiosk"] if text in whole] == []
    assert not Contact.objects.exists()
    assert not DeliveryPoint.objects.exists()
    assert not Destination.objects.exists()
    # Which device it was stays as long as somebody could ask about it.
    assert LineDevice.objects.count() == 1
    assert acts() == [("contact", "archived", "contract")]
    assert Event.objects.filter(kind="privacy.ContactLeft").count() == 1
    assert books() == []


def test_what_was_sealed_is_read_with_a_note_of_who_read_it(order: Bought) -> None:
    archived(order)
    found = open_archived(order.id, STAFF, Why.GUARANTEE, now())
    assert found
    without_phone = {name: text for name, text in CANARIES.items() if name != "phone"}
    assert found.contact == {**without_phone, "country": "FR"}
    (point,) = found.points.values()
    assert point["name"] == "Kanarienkiosk"
    assert list(found.destinations.values()) == [{"country": "FR", "postcode": "13098"}]
    act = Act.objects.latest("seq")
    assert (act.verb, act.reason, act.staff_id, act.subject) == (
        "opened", "guarantee", STAFF.staff_id, order.id,
    )  # fmt: skip
    assert STAFF.staff_id is not None
    assert act.badge == badge_of(STAFF.staff_id, now())


def test_nobody_reads_it_without_a_note(order: Bought) -> None:
    row = archived(order)
    for statement in ("SELECT sealed FROM privacy_archived", "SELECT * FROM privacy_archived"):
        with pytest.raises(ProgrammingError), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(ProgrammingError):
        assert row.sealed
    before = Act.objects.count()
    # Who does not say why, or says that he is somebody he is not, gets nothing.
    for kind, staff, why in (
        ("staff", STAFF.staff_id, ""), ("staff", None, "access"),
        ("person", STAFF.staff_id, "access"), ("nobody", None, "access"),
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT privacy_open(%s, %s, NULL, %s, %s, %s, now())",
                [order.id, new_id(), kind, staff, why],
            )
    assert Act.objects.count() == before
    assert open_archived(new_id(), STAFF, Why.ACCESS, now()) is None
    assert Act.objects.count() == before


@pytest.mark.parametrize("inner", [False, True])
def test_nobody_reads_it_and_takes_the_note_back(order: Bought, inner: bool) -> None:
    archived(order)
    before, act = Act.objects.count(), new_id()
    read: list[Any] = []
    with pytest.raises(ProgrammingError, match="committed"), transaction.atomic():
        with transaction.atomic(savepoint=inner), connection.cursor() as cursor:
            cursor.execute(
                "SELECT privacy_open(%s, %s, NULL, 'clock', NULL, 'access', now())",
                [order.id, act],
            )
            read += cursor.fetchone()
        with connection.cursor() as cursor:
            cursor.execute("SELECT privacy_read(%s)", [act])
            read += cursor.fetchone()
    assert read == [True]
    assert Act.objects.count() == before
    # What is no note of an opening opens nothing.
    for other in (new_id(), Act.objects.latest("seq").id):
        with pytest.raises(ProgrammingError), connection.cursor() as cursor:
            cursor.execute("SELECT privacy_read(%s)", [other])


def test_opening_is_noted_even_where_it_fails(order: Bought) -> None:
    row = archived(order)
    corrupt("UPDATE privacy_archived SET sealed = '\\x00' || substr(sealed, 2)")
    with pytest.raises(WrongKey):
        open_archived(order.id, STAFF, Why.GUARANTEE, now())
    assert Act.objects.latest("seq").verb == "opened"
    assert row.order_id == order.id
    with pytest.raises(RuntimeError), transaction.atomic():
        open_archived(order.id, STAFF, Why.GUARANTEE, now())


def test_a_row_opens_in_its_own_place_only(sandbox: Any, order: Bought) -> None:
    other = bought(sandbox)
    for made in (order, other):
        archived(made)
    corrupt(
        "UPDATE privacy_archived a SET sealed = b.sealed FROM privacy_archived b"
        " WHERE a.order_id <> b.order_id AND a.order_id = %(other)s", other=other.id,
    )  # fmt: skip
    with pytest.raises(WrongKey):
        open_archived(other.id, STAFF, Why.GUARANTEE, now())


def test_the_role_that_runs_deletes_nothing_of_it(order: Bought) -> None:
    archived(order)
    for statement in ("DELETE FROM privacy_archived", "UPDATE privacy_archived SET until = now()",
                      "DELETE FROM privacy_act", "UPDATE privacy_act SET reason = ''",
                      "DELETE FROM orders_linedevice"):  # fmt: skip
        with pytest.raises(ProgrammingError), connection.cursor() as cursor:
            cursor.execute(statement)


def drop(made: Bought, today: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT privacy_drop(%s, %s)", [made.id, today])
        return bool(cursor.fetchone()[0])


def test_it_is_dropped_after_its_last_day_by_both_clocks(order: Bought) -> None:
    archived(order)
    today = now().date()
    assert not drop(order, today + timedelta(days=5000)), "a clock that is wrong drops nothing"
    corrupt("UPDATE privacy_archived SET until = current_date, key_year = extract(year FROM now())")
    assert not drop(order, today), "its last day counts"
    yesterday = today - timedelta(days=1)
    corrupt("UPDATE privacy_archived SET until = %(day)s, key_year = %(year)s",
            day=yesterday, year=yesterday.year)  # fmt: skip
    assert not drop(order, yesterday)
    assert drop(order, today)
    assert not Archived.objects.exists()


def forget() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(privacy_forget_devices(id)) FROM orders_order")
        return int(cursor.fetchone()[0])


def test_devices_are_forgotten_when_nobody_is_named_any_more(sandbox: Any, order: Bought) -> None:
    other = bought(sandbox)
    assert forget() == 0
    archived(order)
    assert forget() == 0
    assert LineDevice.objects.count() == 2
    corrupt("DELETE FROM privacy_archived")
    assert forget() == 1
    (kept,) = LineDevice.objects.all()
    assert kept.line.order_id == other.id
    # What leaves in its time makes nobody's books or evidence look forged.
    assert failed() == set()
    told = evidence.document(order.id, evidence.STAFF)
    assert told[proof.FORGOTTEN] is True
    report = proof.verify(told)
    assert (report.problems, report.complete, report.forgotten) == ((), True, True)
    corrupt("DELETE FROM orders_linedevice")
    assert failed() == {"deliveries"}, "the other order names its buyer still"
    gone = evidence.document(other.id, evidence.STAFF)
    assert proof.FORGOTTEN not in gone
    assert proof.verify(gone).problems


def test_found_again_by_its_address_and_its_account_s(sandbox: Any) -> None:
    user = User.objects.create_user("ada@buyer.example", "a long enough word", verified_at=now())
    made = bought(sandbox, buyer=user.id)
    row = archived(made)
    persons = {bytes(each) for each in row.persons}
    assert persons == {person("CAMILLE@buyer.example "), person("Ada@Buyer.Example")}
    assert Archived.objects.filter(persons__contains=[person("ada@buyer.example")]).exists()
    assert dump().count(str(user.id)) == 1, "only the account itself names the account"


class TestWhoIsLetIn:
    """An account's order is not somebody else's because their address stands in it."""

    @pytest.fixture
    def ada(self) -> User:
        return User.objects.create_user("ada@buyer.example", "a long enough word",
                                        verified_at=now())  # fmt: skip

    @pytest.fixture
    def row(self, sandbox: Any, ada: User) -> Archived:
        made = bought(sandbox, buyer=ada.id)
        return archived(made)

    @staticmethod
    def lets_in(who: Person) -> bool:
        orders = orders_of(who)
        assert [each.order_id for each in archived_of(who)] == orders
        assert bool(answer(who).kept) is bool(orders)
        return bool(orders)

    def test_the_account_that_bought_under_any_address(self, ada: User, row: Archived) -> None:
        assert bytes(row.owner or b"") == person(ada.email)
        assert self.lets_in(owner(ada))
        User.objects.update(email="new@buyer.example")
        ada.refresh_from_db()
        assert self.lets_in(owner(ada))
        other = User.objects.create_user("ada@buyer.example", "a long enough word",
                                         verified_at=now())  # fmt: skip
        assert not self.lets_in(owner(other))
        assert not self.lets_in(Person(None, "ada@buyer.example"))

    def test_nobody_else_whose_address_stands_in_it(self, ada: User, row: Archived) -> None:
        camille = Person(None, CONTACT.email)
        asker = Asker(camille, CONTACT.email, "fr-fr")
        restrict(Asker(owner(ada), ada.email, "fr-fr"), later())
        for gone in (False, True):
            if gone:
                Hold.objects.update(lifted_at=now())
                with transaction.atomic():
                    assert accounts.erase(ada.id, PERSON, now())
            assert not self.lets_in(camille)
            told = {table for each in answer(camille).held for table in each.rows}
            assert "privacy_archived" not in told
            assert exercising.plan(asker, later()).decided == ()
            assert restrictions_of(camille) == []
        assert self.lets_in(Person(None, ada.email)), "its account is gone: by a letter"

    @pytest.mark.parametrize("moved", [False, True])
    def test_of_an_account_that_is_gone_the_address_that_it_always_had(
        self, ada: User, row: Archived, moved: bool
    ) -> None:
        """PostgreSQL cannot tell a new one from anybody else's; whoever has the old one by now is
        not let in either."""
        if moved:
            User.objects.update(email="new@buyer.example")
        with transaction.atomic():
            assert accounts.erase(ada.id, PERSON, now())
        assert not self.lets_in(Person(None, "new@buyer.example"))
        assert self.lets_in(Person(None, "ada@buyer.example")) is not moved

    @pytest.mark.parametrize("eve", ["eve@x.example", CONTACT.email], ids=["else", "in the order"])
    def test_nobody_gives_it_to_somebody_else(self, ada: User, row: Archived, eve: str) -> None:
        take_off = "SELECT privacy_leave_account(%s, %s, %s)"
        with pytest.raises(IntegrityError, match="the account is there"):
            database.run(take_off, ada.id, people.account(ada.id), person(ada.email))
        assert self.lets_in(owner(ada))
        other = User.objects.create_user(eve, "a long enough word", verified_at=now())
        assert database.run(take_off, new_id(), bytes(row.account or b""), person(eve)) == [(1,)]
        assert not self.lets_in(owner(other))

    def test_a_hold_of_which_no_key_knows_the_account_keeps_it(
        self, ada: User, row: Archived
    ) -> None:
        staff = Actor(By.STAFF, new_id())
        known = hold(
            Subject(user_id=new_id()), HoldKind.LITIGATION, later().date(), staff, now()
        )  # fmt: skip
        corrupt("UPDATE privacy_hold SET account = NULL", unguarded="privacy_hold")
        with pytest.raises(IntegrityError, match="the account is held"):
            database.run(
                "SELECT privacy_leave_account(%s, %s, NULL)", new_id(), bytes(row.account or b"")
            )
        for user, held_back in ((ada, True), (User.objects.create_user("b@x.example"), False)):
            assert contacts.account_is_held(user, now()) is held_back, "who has nothing there goes"
        with pytest.raises(accounts.HeldAccount), transaction.atomic():
            accounts.erase(ada.id, PERSON, now())
        two_lift(known.id)
        days_pass(known.id)
        with transaction.atomic():
            assert accounts.erase(ada.id, PERSON, now())

    def test_the_account_ends_what_it_has_asked_for(self, ada: User, row: Archived) -> None:
        restrict(Asker(owner(ada), ada.email, "fr-fr"), later())
        User.objects.update(email="new@buyer.example")
        ada.refresh_from_db()
        unrestrict(Asker(owner(ada), ada.email, "fr-fr"), now())
        assert not Hold.objects.filter(lifted_at=None).exists()

    def test_a_guest_by_the_order_s_own_address(self, sandbox: Any) -> None:
        archived(bought(sandbox))
        assert self.lets_in(Person(None, CONTACT.email))
        assert not self.lets_in(Person(None, "ada@buyer.example"))

    def test_nobody_where_it_is_not_known_whose_it_was(self, ada: User, row: Archived) -> None:
        corrupt("UPDATE privacy_archived SET owner = NULL, account = NULL")
        for who in (owner(ada), Person(None, CONTACT.email)):
            assert not self.lets_in(who)

    def test_a_held_account_keeps_it(self, ada: User, row: Archived) -> None:
        corrupt("UPDATE privacy_archived SET until = '2020-01-01', key_year = 2020,"
                " persons = ARRAY[]::bytea[]")  # fmt: skip
        (due,) = ARCHIVE.due(now())
        known = hold(Subject(user_id=ada.id), HoldKind.RESTRICTION, later().date(), PERSON, now())
        assert [each.hold for each in held.of_order(row.order_id, now())] == [known]
        assert [*ARCHIVE.due(now())] == []
        assert not ARCHIVE.carry_out(due, now())
        lift(known.id, Lift.WITHDRAWN, PERSON, now())
        assert ARCHIVE.carry_out(due, now())

    def test_postgresql_itself_keeps_it_for_a_held_account(self, ada: User, row: Archived) -> None:
        """Whatever the shop's own look before it says; not for another account's hold."""
        corrupt("UPDATE privacy_archived SET until = '2020-01-01', key_year = 2020,"
                " persons = ARRAY[]::bytea[]")  # fmt: skip
        staff = Actor(By.STAFF, new_id())
        day = later().date()
        known = hold(Subject(user_id=ada.id), HoldKind.LITIGATION, day, staff, now())
        hold(Subject(user_id=new_id()), HoldKind.LITIGATION, day, staff, now())
        drop = "SELECT privacy_drop(%s, '2999-01-01')"
        assert database.run(drop, row.order_id) == [(False,)]
        # One of before, of which no key said what the archive knows its account by.
        corrupt("UPDATE privacy_hold SET account = NULL WHERE user_id = %(id)s",
                unguarded="privacy_hold", id=ada.id)  # fmt: skip
        assert database.run(drop, row.order_id) == [(False,)]
        two_lift(known.id)
        days_pass(known.id)
        assert database.run(drop, row.order_id) == [(True,)]

    @pytest.mark.parametrize("known", [True, False], ids=["by its key", "by its account alone"])
    def test_nobody_takes_a_held_account_off(self, ada: User, row: Archived, known: bool) -> None:
        """As the shop does when an account is deleted: then nothing would hold the row."""
        before, whose = Archived.objects.get(), people.account(ada.id)
        for statement in ("account = NULL", "account = '\\x00'", "owner = NULL"):
            with pytest.raises(ProgrammingError, match="permission denied"):
                database.run(f"UPDATE privacy_archived SET {statement}")  # noqa: S608
        held = hold(
            Subject(user_id=ada.id), HoldKind.LITIGATION, later().date(),
            Actor(By.STAFF, new_id()), now(),
        )  # fmt: skip
        if not known:
            corrupt("UPDATE privacy_hold SET account = NULL", unguarded="privacy_hold")
        take_off = "SELECT privacy_leave_account(%s, %s, NULL)"
        of = new_id()
        with pytest.raises(IntegrityError, match="the account is held"):
            database.run(take_off, of, whose)
        two_lift(held.id)
        with pytest.raises(IntegrityError, match="the account is held"):
            database.run(take_off, of, whose)
        days_pass(held.id)
        assert database.run(take_off, of, b"0" * 32) == [(0,)], "nobody else's"
        assert (Archived.objects.get().account, Archived.objects.get().owner) == (
            before.account, before.owner,
        )  # fmt: skip
        assert database.run(take_off, of, whose) == [(1,)]
        assert (Archived.objects.get().account, Archived.objects.get().owner) == (
            None, before.owner,
        )  # fmt: skip


def test_what_was_never_paid_is_erased(sandbox: Any) -> None:
    sale = place((an_offer(stock=1), 1))
    before = contacts.take_out(sale.order.id, by_clock, CLOCK, later(60))
    assert before.fate is Fate.KEPT
    orders.expire(sale.order.id, now() + timedelta(minutes=15))
    assert contacts.take_out(sale.order.id, by_clock, CLOCK, later(30)).fate is Fate.KEPT
    assert Contact.objects.exists()
    assert acts() == []
    assert contacts.take_out(sale.order.id, by_clock, CLOCK, later(32)).fate is Fate.ERASED
    assert not Contact.objects.exists()
    assert not Archived.objects.exists()
    assert acts() == [("contact", "erased", "over")]
    again = contacts.take_out(sale.order.id, by_clock, CLOCK, later(32))
    assert again.fate is Fate.DONE
    assert len(acts()) == 1


def test_functions_are_nobody_else_s(sandbox: Any) -> None:
    """Such as the sandbox provider's, an outside party with a role in the same database."""
    with psycopg.connect(database.endpoints.owner_url) as owner:
        found = owner.execute(
            "SELECT proname, has_function_privilege('public', oid, 'EXECUTE'), prosecdef,"
            " proconfig FROM pg_proc"
            " WHERE proname ~ '^(privacy|sellers|outbox|audit)_' AND pronamespace ="
            " 'public'::regnamespace"
        ).fetchall()
    assert {name for name, *_ in found} == {
        "privacy_open", "privacy_read", "privacy_drop", "privacy_forget_devices",
        "privacy_forget_hold", "privacy_hold_guard", "privacy_key_over", "privacy_leave_account",
        "privacy_act_guard", "privacy_request_guard",
        "privacy_forget_parcels", "privacy_end_order", "sellers_forget_accounts", "outbox_forget",
        "audit_forget", "audit_forget_sought", "audit_hand_out", "audit_link",
        "sellers_end_contract", "sellers_take_back_end",
        "sellers_is_over", "sellers_forget_members", "sellers_forget_trader", "sellers_forget_name",
    }  # fmt: skip
    for name, others, definer, settings in found:
        assert not others, name
        # Some guard with the rights of who writes, one reckons.
        assert definer is (not name.endswith("_guard") and name != "audit_link"), name
        assert settings == ["search_path=pg_catalog, pg_temp"]
