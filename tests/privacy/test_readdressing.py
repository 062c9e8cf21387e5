"""Two of the staff correct the mistyped e-mail address of a guest's order (decision 0066)."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core import mail
from django.db import DatabaseError, IntegrityError, transaction

from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.notifications.actions import send_post
from reprise.notifications.models import Message
from reprise.orders import access as links
from reprise.orders.access import LinkOver
from reprise.orders.actions.correct import AlreadySent, NotAGuests
from reprise.orders.contact import BuyerErased
from reprise.orders.models import Contact, Order
from reprise.outbox.models import Event
from reprise.privacy import touched
from reprise.privacy.access import Person, answer, owner
from reprise.privacy.actions import asking, exercising, readdressing, requesters, serving
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.actions.asking import NotAnAnswer, RequestClosed
from reprise.privacy.actions.exercising import Asker
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.actions.readdressing import (
    AnotherAgrees,
    Confirmed,
    NothingProposed,
    ProposedAlready,
    ShowsNothing,
)
from reprise.privacy.evidence import of_request
from reprise.privacy.models import Act, Hold, Proposal, Request
from reprise.privacy.people import person
from reprise.privacy.states import By, HoldKind, ProposalState, Reason, RequestKind, ShownBy
from reprise.wiring import sweeps
from reprise.wiring.table import tell_of_another_address
from tests import database
from tests.cast import CONTACT, an_offer
from tests.meanwhile import meanwhile
from tests.moment import now
from tests.orders.sale import Sale, pay, place
from tests.planted import corrupt
from tests.privacy.cases import dump, later, placed_ago, today
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
ANN, BOB = new_id(), new_id()
# What was typed, and what was meant.
OLD, NEW = CONTACT.email, "camille.right@buyer.example"


@pytest.fixture
def sale() -> Sale:
    return place((an_offer(stock=1), 1))


@pytest.fixture
def order(sale: Sale) -> Order:
    return placed_ago(sale.order)


def entered(order: Order, kind: RequestKind = RequestKind.RECTIFICATION) -> Request:
    return serving.enter(kind, order.reference, today(), ANN, now())


def proposed(request: Request, email: str = NEW, by: UUID = ANN) -> Proposal:
    return readdressing.propose(request.id, email, ShownBy.POST, by, now())


def agreed(proposal: Proposal, by: UUID = BOB) -> Request:
    return readdressing.agree(proposal.request_id, proposal.id, by, now())


def confirm(order: Order) -> Request:
    """Whoever reads the mail of the order's own address says that it is they who ask."""
    return exercising.have_corrected(Asker(Person(None, OLD), OLD, "fr-fr"), order.id, now())


def email_of(order: Order) -> str:
    return Contact.objects.get(order_id=order.id).email


def untouched(order: Order) -> bool:
    """Nothing of the order was changed, and nobody's request was answered."""
    order.refresh_from_db()
    return (
        email_of(order) == OLD
        and order.links_ended == 0
        and not Act.objects.filter(verb="amended").exists()
        and not Request.objects.exclude(closed_at=None).exists()
    )


class TestTwo:
    def test_the_address_alone_changes(self, order: Order) -> None:
        before = Contact.objects.values().get(order_id=order.id)
        made = proposed(entered(order))
        assert untouched(order)
        request = agreed(made)
        assert Contact.objects.values().get(order_id=order.id) == before | {"email": NEW}
        assert (request.state, request.outcome, request.closed_by) == ("answered", "corrected", BOB)
        assert not request.proven, "nobody has confirmed it"
        (act,) = Act.objects.filter(verb="amended")
        assert (act.subject, act.reason, act.staff_id, act.request_id) == (
            order.id, "email", BOB, request.id,
        )  # fmt: skip
        made.refresh_from_db()
        assert (made.state, made.email) == ("agreed", ""), "the order has it now"
        assert (made.proposed_by, made.decided_by) == (ANN, BOB)

    def test_nobody_agrees_with_themselves(self, order: Order) -> None:
        made = proposed(entered(order))
        with pytest.raises(AnotherAgrees):
            agreed(made, by=ANN)
        assert untouched(order)
        assert Proposal.objects.get().email == NEW, "it waits as before"

    def test_only_what_was_read_is_agreed_to(self, order: Order) -> None:
        request = entered(order)
        read = proposed(request)
        readdressing.decline(request.id, read.id, ANN, now())
        other = proposed(request, "somebody@else.example")
        with pytest.raises(NothingProposed):
            agreed(read)
        with pytest.raises(NothingProposed):
            another = entered(place((an_offer(stock=1), 1)).order)
            readdressing.agree(another.id, other.id, BOB, now())
        assert untouched(order)

    @pytest.mark.parametrize("by", [ANN, BOB])
    def test_either_declines(self, order: Order, by: UUID) -> None:
        request = entered(order)
        made = proposed(request)
        readdressing.decline(request.id, made.id, by, now())
        with pytest.raises(NothingProposed):
            agreed(made)
        made.refresh_from_db()
        assert (made.state, made.email, made.decided_by) == ("declined", "", by)
        assert untouched(order)
        assert proposed(request).state == "waiting", "a better one can come"

    def test_sent_twice_it_is_one(self, order: Order) -> None:
        request = entered(order)
        assert proposed(request) == proposed(request)
        with pytest.raises(ProposedAlready):
            proposed(request, by=BOB)
        with pytest.raises(ProposedAlready):
            proposed(request, "somebody@else.example")
        agreed(Proposal.objects.get())
        with pytest.raises(RequestClosed):
            agreed(Proposal.objects.get())
        assert Act.objects.filter(verb="amended").count() == 1
        order.refresh_from_db()
        assert order.links_ended == 1


class TestLetters:
    def test_both_are_written_to_and_the_old_one_learns_no_new_address(self, order: Order) -> None:
        made = proposed(entered(order))
        drain()
        send_post(now())
        mail.outbox.clear()
        agreed(made)
        drain()
        send_post(now())
        letters = {to: each for each in mail.outbox for to in each.to}
        assert set(letters) == {OLD, NEW}
        assert len(mail.outbox) == 2
        old, new = str(letters[OLD].message()), str(letters[NEW].message())
        assert NEW not in old
        order.refresh_from_db()
        link = links.path(order, now().date())
        assert link not in old
        assert link in str(letters[NEW].body)
        assert OLD not in new, "nor who reads the right one whose the wrong one is"
        assert links.opened(order.reference, link.split("/")[-2], now()) == order

    def test_every_link_of_before_is_over(self, order: Order) -> None:
        token = links.token(order)
        agreed(proposed(entered(order)))
        with pytest.raises(LinkOver):
            links.opened(order.reference, token, now())

    def test_told_again_it_is_one_letter(self, order: Order) -> None:
        request = agreed(proposed(entered(order)))
        event = readdressing.OrderReaddressed(order.id, request.id)
        tell_of_another_address(event, now())
        tell_of_another_address(event, now())
        assert Message.objects.filter(template="order_readdressed").count() == 1


class TestRefused:
    def test_what_is_confirmed_is_for_who_confirmed_it(self, order: Order) -> None:
        """Whoever reads the mail says that it is theirs: staff know no better."""
        request = entered(order)
        made = proposed(request)
        assert confirm(order) == request
        with pytest.raises(Confirmed):
            agreed(made)
        with pytest.raises(Confirmed):
            proposed(request)
        assert untouched(order)
        made.refresh_from_db()
        assert (made.state, made.email, made.decided_by) == ("lapsed", "", None)

    def test_an_account_has_its_own_way(self, order: Order) -> None:
        request = entered(order)
        made = proposed(request)
        Contact.objects.update(buyer_id=new_id())
        for act in (lambda: agreed(made), lambda: proposed(request, "x@else.example")):
            with pytest.raises(NotAGuests):
                act()
        assert untouched(order)

    def test_not_once_something_was_sent(self, sandbox: Any) -> None:
        case = an_offer(stock=1)
        sale = place((case, 1))
        placed_ago(sale.order)
        request = entered(sale.order)
        made = proposed(request)
        pay(sale, sandbox)
        sale.answer(case)
        drain()
        sale.ship(case)
        for act in (lambda: agreed(made), lambda: proposed(request, "x@else.example")):
            with pytest.raises(AlreadySent):
                act()
        assert email_of(sale.order) == OLD

    @pytest.mark.parametrize("same", [OLD, OLD.upper()])
    def test_the_same_address_is_no_correction(self, order: Order, same: str) -> None:
        with pytest.raises(serving.NothingCorrected):
            proposed(entered(order), same)
        assert not Proposal.objects.exists()

    @pytest.mark.parametrize("kind", HoldKind)
    def test_what_a_dispute_needs_stays_as_it_is(self, order: Order, kind: HoldKind) -> None:
        made = proposed(entered(order))
        by = Actor(By.STAFF, new_id())
        hold(Subject(person=person(OLD)), kind, later(90).date(), by, now())
        if kind in {HoldKind.LITIGATION, HoldKind.AUTHORITY}:
            with pytest.raises(serving.NeededAsItIs):
                agreed(made)
            assert untouched(order)
            assert Proposal.objects.get().state == "waiting"
        else:
            agreed(made)
            assert Hold.objects.get(order_id=order.id).kind == kind.value, "it stays on the order"

    def test_what_its_person_has_asked_for_stays_theirs(self, order: Order) -> None:
        made = proposed(entered(order))
        hold(Subject(person=person(OLD)), HoldKind.RESTRICTION, later(9).date(), PERSON, now())
        agreed(made)
        (kept,) = exercising.restrictions_of(Person(None, NEW))
        assert (kept.order_id, kept.by) == (order.id, "person")

    def test_a_closed_request_is_closed(self, order: Order) -> None:
        request = entered(order)
        made = proposed(request)
        asking.refuse(request.id, Reason.NOT_PROVEN, now(), BOB)
        for act in (
            lambda: agreed(made),
            lambda: proposed(request),
            lambda: readdressing.decline(request.id, made.id, BOB, now()),
        ):
            with pytest.raises(RequestClosed):
                act()
        assert email_of(order) == OLD
        made.refresh_from_db()
        assert (made.state, made.email, made.decided_by) == ("lapsed", "", None)

    def test_only_what_asks_for_a_correction(self, order: Order) -> None:
        with pytest.raises(NotAnAnswer):
            proposed(entered(order, RequestKind.ACCESS))

    def test_a_contact_that_is_gone(self, order: Order) -> None:
        request = entered(order)
        made = proposed(request)
        Contact.objects.all().delete()
        with pytest.raises(ShowsNothing):
            agreed(made)
        with pytest.raises(BuyerErased):
            proposed(request, "x@else.example")


class TestShown:
    """What whoever reads the mistyped address has as well proves nothing."""

    def shown(self, order: Order) -> set[ShownBy]:
        return set(readdressing.can_be_shown(order.id))

    def test_a_phone_that_there_is(self, order: Order) -> None:
        assert self.shown(order) == {ShownBy.POST}
        request = entered(order)
        with pytest.raises(ShowsNothing):
            readdressing.propose(request.id, NEW, ShownBy.PHONE, ANN, now())
        Contact.objects.update(phone="+33 6 98 76 54 32")
        assert self.shown(order) == {ShownBy.POST, ShownBy.PHONE}
        assert readdressing.propose(request.id, NEW, ShownBy.PHONE, ANN, now())

    def test_who_paid_where_somebody_did(self, sandbox: Any) -> None:
        sale = place((an_offer(stock=1), 1))
        assert ShownBy.PAYER not in self.shown(sale.order)
        pay(sale, sandbox)
        drain()
        assert ShownBy.PAYER in self.shown(sale.order)

    @pytest.mark.parametrize(
        ("changed", "left"),
        [
            ({"phone": "+33 1 11 11 11 11"}, {ShownBy.POST}),
            ({"street": "2 rue du Faux"}, {ShownBy.PHONE}),
            ({"town": "Paris"}, {ShownBy.PHONE}),
        ],
    )
    def test_what_was_corrected_since_proves_nothing(
        self, order: Order, changed: dict[str, str], left: set[ShownBy]
    ) -> None:
        """Whoever reads the mail could have led the letter or the call to themselves."""
        Contact.objects.update(phone="+33 6 98 76 54 32")
        there = Contact.objects.get(order_id=order.id)
        names = ("name", "email", "phone", "street", "extra", "postcode", "town")
        values = {name: getattr(there, name) for name in names} | changed
        entered(order)
        serving.correct(confirm(order).id, values, ANN, now())
        assert self.shown(order) == left

    def test_and_it_is_asked_once_more_when_somebody_agrees(self, order: Order) -> None:
        Contact.objects.update(phone="+33 6 98 76 54 32")
        request = entered(order)
        made = readdressing.propose(request.id, NEW, ShownBy.PHONE, ANN, now())
        Contact.objects.update(phone="")
        with pytest.raises(ShowsNothing):
            agreed(made)
        assert untouched(order)


class TestWhatIsKept:
    def test_the_proposed_address_is_nowhere_once_it_is_declined(self, order: Order) -> None:
        request = entered(order)
        made = proposed(request)
        assert NEW in dump()
        readdressing.decline(request.id, made.id, BOB, now())
        assert NEW not in dump()

    def test_it_lapses_when_nobody_looks_at_it(self, order: Order) -> None:
        proposed(entered(order))
        sweeps.stale_requests(now() + requesters.WAITS - timedelta(minutes=1))
        assert Proposal.objects.get().state == "waiting"
        at = now() + requesters.WAITS + timedelta(minutes=1)
        sweeps.stale_requests(at)
        made = Proposal.objects.get()
        assert (made.state, made.email, made.decided_by) == ("lapsed", "", None)
        assert NEW not in dump()
        assert made.decided_at == at

    def test_the_evidence_has_both_and_the_ground_and_no_address(self, order: Order) -> None:
        request = entered(order)
        readdressing.decline(request.id, proposed(request).id, BOB, now())
        request = agreed(proposed(request))
        told = of_request(request)
        found = [
            (each["what"], each["staff_id"], each.get("shown_by"))
            for each in told.entries
            if each["what"] in {"proposed", "agreed", "declined"}
        ]
        assert found == [
            ("proposed", str(ANN), "post"), ("declined", str(BOB), None),
            ("proposed", str(ANN), "post"), ("agreed", str(BOB), None),
        ]  # fmt: skip
        assert NEW not in str(told)
        assert OLD not in str(told)

    def test_a_copy_tells_nobody_the_address_that_waits(self, order: Order) -> None:
        """Whoever reads the mistyped address can have a copy of what is held under it."""
        made = proposed(entered(order))
        told = str(answer(Person(None, OLD)))
        assert NEW not in told
        assert str(made.id) in told, "that there is a proposal is no secret"
        assert str(made.id) not in str(answer(Person(None, NEW))), (
            "nobody has shown that it is they"
        )
        agreed(made)
        assert str(made.id) in str(answer(Person(None, NEW)))
        assert str(made.id) not in str(answer(Person(None, OLD)))

    def test_a_breach_counts_whose_address_waits(self, order: Order) -> None:
        proposed(entered(order))
        extent = touched.Extent(
            holdings=("requests",), scope=touched.Scope.STORED, from_at=now() - timedelta(days=1),
            until_at=now() + timedelta(days=1),
        )  # fmt: skip
        assert NEW in {address for address, _ in touched.addresses(extent)}


class TestPostgresql:
    """As the running role, whatever the code would say."""

    AGREES = (
        "UPDATE privacy_proposal SET state = 'agreed', email = '', decided_at = now(),"
        " decided_by = %s WHERE id = %s"
    )

    def refused(self, statement: str, *values: Any) -> None:
        with pytest.raises(IntegrityError, match="privacy_proposal"), transaction.atomic():
            database.run(statement, *values)

    def test_the_two_are_not_one(self, order: Order) -> None:
        made = proposed(entered(order))
        self.refused(self.AGREES, ANN, made.id)
        self.refused(self.AGREES, None, made.id)
        database.run(self.AGREES, BOB, made.id)

    def test_none_is_made_agreed(self, order: Order) -> None:
        request = entered(order)
        self.refused(
            "INSERT INTO privacy_proposal (id, request_id, email, shown_by, proposed_by,"
            " proposed_at, state, decided_by, decided_at)"
            " VALUES (%s, %s, '', 'post', %s, now(), 'agreed', %s, now())",
            new_id(), request.id, ANN, BOB,
        )  # fmt: skip

    def test_what_was_read_is_not_exchanged(self, order: Order) -> None:
        made = proposed(entered(order))
        self.refused("UPDATE privacy_proposal SET email = %s WHERE id = %s", "x@y.example", made.id)
        for column in ("shown_by", "proposed_by", "request_id"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.run(f"UPDATE privacy_proposal SET {column} = {column}")  # noqa: S608
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.run("DELETE FROM privacy_proposal")

    def test_what_is_decided_stays_so(self, order: Order) -> None:
        request = entered(order)
        made = proposed(request)
        readdressing.decline(request.id, made.id, BOB, now())
        self.refused(self.AGREES, BOB, made.id)
        self.refused("UPDATE privacy_proposal SET decided_at = now() WHERE id = %s", made.id)

    def test_a_decided_one_has_no_address(self, order: Order) -> None:
        made = proposed(entered(order))
        self.refused(
            "UPDATE privacy_proposal SET state = 'agreed', decided_at = now(), decided_by = %s"
            " WHERE id = %s",
            BOB, made.id,
        )  # fmt: skip

    def test_none_is_for_what_somebody_has_confirmed_or_that_is_closed(self, order: Order) -> None:
        request = entered(order)
        made = proposed(request)
        corrupt("UPDATE privacy_request SET proven = true")
        self.refused(self.AGREES, BOB, made.id)
        corrupt("UPDATE privacy_request SET proven = false, state = 'refused', closed_at = now(),"
                " outcome = 'excessive'")  # fmt: skip
        self.refused(self.AGREES, BOB, made.id)
        requesters.lapse(request.id, now())
        self.refused(
            "INSERT INTO privacy_proposal (id, request_id, email, shown_by, proposed_by,"
            " proposed_at, state) VALUES (%s, %s, 'x@y.example', 'post', %s, now(), 'waiting')",
            new_id(), request.id, ANN,
        )  # fmt: skip


class TestMeanwhile:
    def both(self, came: Future[Any]) -> type[BaseException] | None:
        failed = came.exception()
        return type(failed) if failed else None

    def test_two_agree_at_once(self, order: Order) -> None:
        made, third = proposed(entered(order)), new_id()
        with meanwhile(asking, "answer", lambda: agreed(made, by=third)) as came:
            agreed(made)
        assert self.both(came) is RequestClosed
        assert Act.objects.filter(verb="amended").count() == 1
        assert Event.objects.filter(kind="privacy.OrderReaddressed").count() == 1
        made.refresh_from_db()
        assert made.decided_by == BOB

    def test_two_propose_at_once(self, order: Order) -> None:
        request = entered(order)
        with meanwhile(
            readdressing.rows, "insert", lambda: proposed(request, "x@else.example", BOB)
        ) as came:
            proposed(request)
        assert self.both(came) is ProposedAlready
        assert Proposal.objects.get().email == NEW

    def test_who_reads_the_mail_confirms_while_somebody_agrees(self, order: Order) -> None:
        """Whoever is first has it."""
        request = entered(order)
        made = proposed(request)
        with meanwhile(asking, "answer", lambda: confirm(order)) as came:
            agreed(made)
        assert came.exception() is not None or came.result() != request
        assert email_of(order) == NEW

    def test_who_agrees_while_the_mail_is_being_confirmed(self, order: Order) -> None:
        made = proposed(entered(order))
        with meanwhile(requesters, "lapse", lambda: agreed(made)) as came:
            confirm(order)
        assert self.both(came) is Confirmed
        assert untouched(order)

    def test_the_street_that_is_corrected_meanwhile_stays_corrected(self, order: Order) -> None:
        made = proposed(entered(order))
        street = "UPDATE orders_contact SET street = '2 rue du Vrai' WHERE order_id = %s"
        with meanwhile(readdressing.orders, "readdress", lambda: database.run(street, order.id)):
            agreed(made)
        there = Contact.objects.get(order_id=order.id)
        assert (there.email, there.street) == (NEW, "2 rue du Vrai")

    def test_killed_in_between_nothing_is_done(
        self, order: Order, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = proposed(entered(order))

        class Killed(BaseException):
            pass

        def killed(*_: Any, **named: Any) -> None:
            raise Killed

        for name in ("publish", "note", "_decide"):
            with monkeypatch.context() as patch:
                patch.setattr(readdressing, name, killed)
                with pytest.raises(Killed):
                    agreed(made)
            assert untouched(order), name
            made.refresh_from_db()
            assert (made.state, made.email) == ("waiting", NEW), name
        agreed(made)
        assert email_of(order) == NEW


def test_an_account_that_has_the_new_address_finds_the_order_as_a_guests(order: Order) -> None:
    """It is offered to it like any other of its address; nobody is made its buyer by staff."""
    user = User.objects.create_user(NEW, "a long enough word", verified_at=now())
    agreed(proposed(entered(order)))
    contact = Contact.objects.get(owner(user).own(), order_id=order.id)
    assert contact.buyer_id is None
    assert ProposalState(Proposal.objects.get().state) is ProposalState.AGREED
