"""What leads to an order from outside leaves in its time, and nobody's books look forged."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction

from reprise.kernel.ids import new_id
from reprise.notifications.models import Message
from reprise.orders import actions as orders
from reprise.orders import evidence, proof
from reprise.orders.models import Order, SellerOrder
from reprise.payments.models import Instruction, Notice
from reprise.privacy.actions import contacts
from reprise.privacy.actions.acting import CLOCK, Actor, note
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.actions.nights import look, run
from reprise.privacy.leaving import Decided, Fate, Ground, on_request
from reprise.privacy.retention.base import erased as of_night
from reprise.privacy.retention.sold import SALES
from reprise.privacy.states import By, HoldKind
from reprise.shipping.models import Number, Scan, Shipment
from tests import database
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place, to_the_provider
from tests.planted import corrupt, failed
from tests.privacy.cases import Bought, acts, bought, dump, later

pytestmark = pytest.mark.django_db(transaction=True)


def erased(order_id: UUID) -> None:
    """Nobody is named for it any more."""

    def way(order: UUID, *rest: Any) -> Decided:
        return Decided(order_id=order, fate=Fate.ERASED, ground=Ground.OVER)

    contacts.take_out(order_id, way, CLOCK, now())


def new_year(years: int) -> datetime:
    """The first of January after so many whole years that follow this one."""
    return now().replace(year=now().year + years + 1, month=1, day=1, hour=12)


def aged(years: int) -> None:
    """All money moved so many years ago."""
    for column in (
        "payments_payment state_at", "payments_instruction answered_at", "orders_order placed_at",
    ):  # fmt: skip
        table, name = column.split()
        corrupt(f"UPDATE {table} SET {name} = {name} - make_interval(years => %(years)s)",  # noqa: S608
                years=years)  # fmt: skip
    moved_in_the_ledger(years)


def moved_in_the_ledger(years: int) -> None:
    """A statement goes on where it ended: all of it moves at once."""
    ago = "make_interval(years => %(years)s)"
    corrupt(f"WITH stated AS (UPDATE ledger_booking"  # noqa: S608
            f"   SET booked_at = booked_at - {ago}, since = since - {ago})"
            f" UPDATE ledger_transfer SET at = at - {ago}, booked_on = booked_on - {ago}",
            years=years)  # fmt: skip


def told(made: Bought) -> None:
    """The provider sends notices as well."""
    Notice.objects.create(
        provider="sandbox", event_id="evt-1", kind="news", occurred_at=now(), received_at=now(),
        provider_ref=made.sale.payment.provider_ref, reference=str(made.sale.payment_id),
        amount=1, currency="EUR", outcome="nothing_new",
    )  # fmt: skip


def outside(made: Bought) -> list[str]:
    """By what a carrier, the provider or the buyer would find the order."""
    parcel = Shipment.objects.get(reference=made.sale.contract(made.case).id)
    scan = Scan.objects.get(shipment_id=parcel.id)
    return [
        parcel.tracking, scan.event_id, made.sale.order.reference,
        str(made.sale.payment.provider_ref),
    ]  # fmt: skip


class TestParcels:
    def test_their_numbers_leave_with_the_name(self, sandbox: Any) -> None:
        made, other = bought(sandbox), bought(sandbox)
        tracking, event, *_ = outside(made)
        assert tracking in dump()
        erased(made.id)
        rest = dump()
        assert tracking not in rest
        assert event not in rest
        parcel = Shipment.objects.get(reference=made.sale.contract(made.case).id)
        assert (parcel.tracking, parcel.state) == ("", "delivered")
        scan = Scan.objects.get(shipment_id=parcel.id)
        assert (scan.tracking, scan.event_id) == ("", str(scan.id))
        assert not Number.objects.filter(shipment_id=parcel.id).exists()
        assert not Message.objects.filter(order_id=made.id, audience="buyer").exists()
        # Nothing of anybody else's.
        assert all(each in rest for each in outside(other))
        assert Message.objects.filter(order_id=other.id, audience="buyer").exists()
        assert failed() == set()
        report = proof.verify(evidence.document(made.id, evidence.STAFF))
        assert (report.problems, report.complete) == ((), True)

    def test_not_before(self, sandbox: Any) -> None:
        made = bought(sandbox)
        there = outside(made)
        assert contacts.forget_numbers(made.id) == 0
        assert contacts.take_out(made.id, on_request, CLOCK, later()).fate is Fate.ARCHIVED
        assert contacts.forget_numbers(made.id) == 0
        assert outside(made) == there
        assert Number.objects.count() == 1

    def test_two_may_have_none_of_one_seller(self, sandbox: Any) -> None:
        case = an_offer(stock=2)
        made = [bought(sandbox, case=case), bought(sandbox, case=case)]
        for each in made:
            erased(each.id)
        assert list(Shipment.objects.values_list("tracking", flat=True)) == ["", ""]

    def test_a_letter_to_a_seller_is_sent_first(self, sandbox: Any) -> None:
        made = bought(sandbox)
        corrupt("UPDATE notifications_message SET sent_at = NULL WHERE audience = 'seller'")
        erased(made.id)
        (left,) = Message.objects.all()
        assert left.audience == "seller"


class TestSales:
    def test_numbers_leave_ten_years_after_the_year(self, sandbox: Any) -> None:
        made, other = bought(sandbox), bought(sandbox)
        told(made)
        reference = made.sale.order.reference
        number = str(made.sale.payment.provider_ref)
        erased(made.id)
        aged(11)
        # The last day is the 31st of December, ten years after the year: it is over.
        corrupt("UPDATE payments_payment SET state_at = state_at + interval '11 years'"
                " WHERE reference = %(id)s", id=other.id)  # fmt: skip
        assert run(now()).done == {"sale": 1}
        order = Order.objects.get(id=made.id)
        assert order.is_nameless
        contract = SellerOrder.objects.get(order=order)
        assert contract.reference == order.reference + made.sale.contract(made.case).reference[10:]
        assert made.sale.payment.provider_ref is None
        assert {each.provider_ref for each in Instruction.objects.filter(
            payment_id=made.sale.payment_id)} == {""}  # fmt: skip
        (notice,) = Notice.objects.all()
        assert (notice.provider_ref, notice.event_id) == ("", str(notice.id))
        rest = dump()
        assert reference not in rest
        assert number not in rest
        assert other.sale.order.reference in rest
        assert acts()[-1] == ("sale", "erased", "over")

    def test_on_the_day_after_the_last_one(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erased(made.id)
        for years, number in ((9, 0), (10, 1)):
            first = new_year(years)
            assert [line.night for line in SALES.due(first - timedelta(days=1), 1)] == (
                [first.date()] * number
            )
            assert len(list(SALES.due(first - timedelta(days=1)))) == 0
        assert outside(made)[2] == Order.objects.get().reference

    def test_a_wrong_clock_ends_nothing(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erased(made.id)
        ahead = new_year(10)
        assert len(list(SALES.due(ahead))) == 1
        assert run(ahead).done == {"sale": 0}
        assert not Order.objects.get().is_nameless
        with connection.cursor() as cursor:
            cursor.execute("SELECT privacy_end_order(%s, 'N-00000000', %s)",
                           [made.id, ahead.date()])  # fmt: skip
            assert cursor.fetchone() == (False,)
        assert ("sale", "erased", "over") not in acts()

    def test_books_and_evidence_stay_right(self, sandbox: Any) -> None:
        made = bought(sandbox)
        bought(sandbox)
        before = evidence.document(made.id, evidence.STAFF)
        excerpt = evidence.document(made.id, evidence.as_seller(made.case.seller.id, now()))
        erased(made.id)
        aged(11)
        assert failed() == set(), "even before"
        assert run(now()).done == {"sale": 1}
        assert failed() == set()
        told = evidence.document(made.id, evidence.STAFF)
        report = proof.verify(told)
        assert (report.problems, report.complete, report.parted) == ((), True, ("number",))
        assert [each["hash"] for each in told["steps"]] == [e["hash"] for e in before["steps"]]
        assert proof.verify(excerpt, told).problems == ()
        # What was kept elsewhere proves what it did.
        kept = proof.verify(before)
        assert (kept.problems, kept.parted) == ((), ())

    def test_what_no_act_says_is_a_forgery(self, sandbox: Any) -> None:
        made = bought(sandbox)
        corrupt("UPDATE orders_order SET reference = 'N-AAAAAAAA'")
        assert failed() == {"hash chains"}
        corrupt("UPDATE orders_order SET reference = %(r)s", r=made.sale.order.reference)
        corrupt("UPDATE payments_payment SET provider_ref = NULL")
        assert failed() == {"provider books"}

    def test_the_provider_is_still_compared(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erased(made.id)
        aged(11)
        run(now())
        corrupt("UPDATE payments_payment SET captured = captured - 1, amount = amount - 1")
        assert "provider books" in failed()

    def test_when_money_moved_last_the_ledger_says(self, sandbox: Any) -> None:
        """Who has the running role can say that payments are old, and add an act."""
        made = bought(sandbox)
        database.run("DELETE FROM orders_contact WHERE order_id = %s", made.id)
        database.run("UPDATE payments_payment SET state_at = state_at - interval '11 years'"
                     " WHERE reference = %s", made.id)  # fmt: skip
        database.run("UPDATE payments_instruction SET answered_at = answered_at"
                     " - interval '11 years' WHERE payment_id = %s",
                     made.sale.payment_id)  # fmt: skip
        corrupt("UPDATE orders_order SET placed_at = placed_at - interval '11 years'")
        ends = "SELECT privacy_end_order(%s, 'N-00000000', current_date)"
        assert list(SALES.due(now())) == []
        assert database.run(ends, made.id) == [(False,)]
        database.run("UPDATE payments_payment SET captured = 0, refunded = 0 WHERE reference = %s",
                     made.id)  # fmt: skip
        assert list(SALES.due(now())) == []
        assert database.run(ends, made.id) == [(False,)]
        assert not Order.objects.get().is_nameless

    def test_an_act_is_believed_when_it_was_due(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erased(made.id)
        self.parted(made)
        assert failed() == {"hash chains"}, "its money has moved"
        aged(10)
        assert failed() == {"hash chains"}, "the tenth year is not over"
        aged(1)
        assert failed() == set()
        corrupt("UPDATE privacy_act SET at = at - interval '1 year'", unguarded="privacy_act")
        assert failed() == {"hash chains"}, "it was not over then"
        corrupt("UPDATE privacy_act SET at = at + interval '9 years'", unguarded="privacy_act")
        aged(-1)
        assert failed() == {"hash chains"}, "that day has not come"

    def test_no_act_is_believed_while_its_buyer_is_named(self, sandbox: Any) -> None:
        made = bought(sandbox)
        aged(11)
        self.parted(made)
        assert failed() == {"hash chains"}
        # Of eleven years ago no law of guarantees was read.
        aged(-11)
        assert contacts.take_out(made.id, on_request, CLOCK, later()).fate is Fate.ARCHIVED
        aged(11)
        assert failed() == {"hash chains"}, "in the archive"
        corrupt("DELETE FROM privacy_archived")
        assert failed() == set()

    def parted(self, made: Bought) -> None:
        """The number is gone, and an act tells of that."""
        corrupt("UPDATE orders_order SET reference = 'N-AAAAAAAA', number_salt = ''")
        corrupt("UPDATE payments_payment SET provider_ref = NULL")
        note([of_night("sale", made.id)], now())

    def test_one_that_is_held_or_named_or_busy_stays(self, sandbox: Any) -> None:
        made = bought(sandbox)
        aged(11)
        assert list(SALES.due(now())) == [], "its buyer is named"
        erased(made.id)
        hold(Subject(order_id=made.id), HoldKind.AUTHORITY, later(90).date(),
             Actor(By.STAFF, new_id()), now())  # fmt: skip
        assert list(SALES.due(now())) == []
        with connection.cursor() as cursor:
            cursor.execute("SELECT privacy_end_order(%s, 'N-00000000', %s)",
                           [made.id, now().date()])  # fmt: skip
            assert cursor.fetchone() == (False,)
        corrupt("UPDATE privacy_hold SET lifted_at = since,"
                " holds_until = since + interval '2 days'",
                unguarded="privacy_hold")  # fmt: skip
        assert list(SALES.due(now())) == [], "it was lifted, and is held all the same"
        assert [each.night for each in SALES.due(now(), 6)] == [now().date() + timedelta(days=2)]
        with connection.cursor() as cursor:
            cursor.execute("SELECT privacy_end_order(%s, 'N-00000000', '2999-01-01')", [made.id])
            assert cursor.fetchone() == (False,)
        corrupt("UPDATE privacy_hold SET lifted_at = since, holds_until = since",
                unguarded="privacy_hold")  # fmt: skip
        assert len(list(SALES.due(now()))) == 1
        corrupt("UPDATE payments_part SET refund_asked = 1")
        assert list(SALES.due(now())) == [], "money is on its way back"

    def test_what_becomes_busy_at_the_last_moment_stays(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erased(made.id)
        aged(11)
        (due,) = SALES.due(now())
        corrupt("UPDATE payments_part SET refund_asked = 1")
        assert not SALES.carry_out(due, now())
        assert not Order.objects.get().is_nameless

    def test_one_that_was_never_paid_is_not_ended_sooner(self, sandbox: Any) -> None:
        """Whatever its payments are made to say: it was placed when it was placed."""
        sale = place((an_offer(stock=1), 1))
        to_the_provider(sale, sandbox)
        ends = "SELECT privacy_end_order(%s, 'N-00000000', '2999-01-01')"
        database.run("DELETE FROM orders_contact")
        for when in ("payments_payment SET state_at", "payments_instruction SET answered_at"):
            database.run(f"UPDATE {when} = '2001-01-01'")
        assert database.run(ends, sale.order.id) == [(False,)]
        with pytest.raises(ProgrammingError, match="permission denied"):
            database.run("UPDATE orders_order SET placed_at = '2001-01-01'")
        corrupt("UPDATE orders_order SET placed_at = now() - interval '13 months 2 days'")
        assert database.run(ends, sale.order.id) == [(True,)]

    def test_one_that_was_never_paid(self, sandbox: Any) -> None:
        sale = place((an_offer(stock=1), 1))
        to_the_provider(sale, sandbox)
        number = sale.payment.provider_ref
        assert number
        assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
        corrupt("UPDATE payments_payment SET state = 'expired'")
        erased(sale.order.id)
        corrupt("UPDATE orders_order SET placed_at = placed_at - interval '13 months'")
        corrupt("UPDATE payments_payment SET state_at = state_at - interval '13 months'")
        corrupt("UPDATE payments_instruction SET answered_at = state_at FROM payments_payment p"
                " WHERE p.id = payment_id")  # fmt: skip
        assert run(now()).done == {}, "the last day counts"
        assert run(later(2)).done == {"sale": 0}, "for PostgreSQL as well"
        corrupt("UPDATE orders_order SET placed_at = placed_at - interval '2 days'")
        assert run(later(2)).done == {"sale": 1}
        assert number not in dump()
        assert failed() == set()

    def test_done_once_by_whoever_comes_first(self, sandbox: Any) -> None:
        made = bought(sandbox)
        erased(made.id)
        aged(11)
        (due,) = SALES.due(now())
        assert SALES.carry_out(due, now())
        name = Order.objects.get().reference
        assert not SALES.carry_out(due, now())
        assert Order.objects.get().reference == name
        assert [each[0] for each in acts()] == ["contact", "sale"]

    def test_a_kill_in_between_leaves_the_one_whole_and_the_other_as_it_was(
        self, sandbox: Any, monkeypatch: Any
    ) -> None:
        for each in (bought(sandbox), bought(sandbox)):
            erased(each.id)
        aged(11)
        real = SALES.carry_out

        class Killed(BaseException):
            pass

        ended: list[UUID] = []

        def carry_out(due: Any, at: datetime) -> bool:
            if ended:
                with transaction.atomic():
                    real(due, at)
                    raise Killed
            ended.append(due.subject)
            return real(due, at)

        with monkeypatch.context() as patched:
            patched.setattr(SALES, "carry_out", carry_out)
            with pytest.raises(Killed):
                run(now())
        assert [each.id for each in Order.objects.all() if each.is_nameless] == ended
        assert [each[0] for each in acts()].count("sale") == 1
        assert look(now()).done == {"sale": 1}
        assert run(now()).done == {"sale": 1}
        assert run(now()).done == {}
        assert all(each.is_nameless for each in Order.objects.all())
        assert [each[0] for each in acts()].count("sale") == 2
        assert failed() == set()
