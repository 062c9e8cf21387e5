"""What else a person, the provider and the seller do while an erasure is being carried out.

Each race is held at the statement that matters, from either side: one has begun, the other comes in
the middle of it.  Nothing is lost, nobody waits for ever, and whatever of the person stays is
accounted for.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core import mail
from django.db import transaction

from reprise.accounts import actions as account_actions
from reprise.accounts.actions import AccountGone, changes, letters
from reprise.accounts.actions.letters import LinkOver
from reprise.accounts.models import Letter, User
from reprise.checkout.actions import order as checkout
from reprise.kernel.ids import new_id
from reprise.notifications import actions as post_office
from reprise.notifications.models import Message
from reprise.orders import actions as orders
from reprise.orders import buyers, labels
from reprise.orders.actions import fulfil
from reprise.orders.actions import pay as taking_in
from reprise.orders.models import Contact, Order
from reprise.outbox.models import Event
from reprise.payments import actions as payments
from reprise.payments.actions import learn
from reprise.privacy.access import Person, orders_of, owner
from reprise.privacy.actions import accounts as accounts_erased
from reprise.privacy.actions import asking, contacts, erasing, exercising, serving
from reprise.privacy.actions.acting import PERSON, Actor
from reprise.privacy.actions.asking import ProvenAlready
from reprise.privacy.actions.exercising import Asker, Erasure
from reprise.privacy.actions.holding import Subject, hold
from reprise.privacy.leaving import Decided, Fate
from reprise.privacy.models import Act, Archived, Duty, Notice, Request
from reprise.privacy.people import person
from reprise.privacy.retention.base import Due
from reprise.privacy.retention.unused import ACCOUNTS
from reprise.privacy.rules import Busy
from reprise.privacy.states import By, HoldKind, Reason, RequestKind
from reprise.shipping.models import Shipment
from tests.cast import CONTACT, an_offer
from tests.meanwhile import meanwhile
from tests.moment import now
from tests.orders.sale import Sale, books, pay, place, to_the_provider
from tests.planted import corrupt
from tests.privacy.cases import Bought, acts, bought, later
from tests.sandbox.buyer import SUCCEEDS
from tests.work import drain, post

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]
ADA, WORD = "ada@buyer.example", "a long enough word"


@pytest.fixture
def ada() -> User:
    return User.objects.create_user(ADA, WORD, verified_at=now())


class Moment:
    """Something may happen here, inside a transaction that the test itself has begun."""

    @staticmethod
    def comes() -> None:
        """Nothing by itself."""


def asker(user: User) -> Asker:
    return Asker(owner(user), user.email, "fr-fr")


def plan_of(who: Asker) -> str:
    """What the page of erasure shows, as it is confirmed."""
    return erasing.plan(orders_of(who.person), later()).digest


def confirm(who: Asker, digest: str) -> Erasure:
    return exercising.erase(who, digest, later())


def erase(user: User) -> Erasure:
    who = asker(user)
    return confirm(who, plan_of(who))


def take(order_id: UUID, at: datetime | None = None) -> Decided:
    return contacts.take_out(order_id, erasing.on_request, PERSON, at or later())


def a_guests(email: str, sandbox: Any) -> Bought:
    """Bought without an account, under the address of one."""
    made = bought(sandbox)
    corrupt("UPDATE orders_contact SET email = %(email)s WHERE order_id = %(id)s",
            email=email, id=made.id)  # fmt: skip
    return made


def carried_out() -> int:
    return Event.objects.filter(kind="privacy.ErasureCarriedOut").count()


def accounted(request: Request) -> None:
    """Whatever of the person the shop's own store still has, the request says of it: it follows, or
    it was ordered since.  It is no account's that is gone, and the books are right."""
    drain()
    there = set(User.objects.values_list("id", flat=True))
    for contact in Contact.objects.all():
        assert contact.buyer_id is None or contact.buyer_id in there, "an account that is gone"
        follows = Duty.objects.filter(request_id=request.id, subject=contact.order_id)
        told = Act.objects.filter(request_id=request.id, subject=contact.order_id, verb="kept")
        assert follows.exists() or told.exists(), "it stays, and nothing says so"
    assert books() == []


class TestOrdering:
    def test_who_orders_while_the_account_goes_orders_as_a_guest(self, ada: User) -> None:
        case, who = an_offer(stock=1), ada.id
        with meanwhile(changes, "publish", lambda: place((case, 1), buyer=who)) as ordered:
            done = erase(ada)
        drain()
        assert done.closed
        contact = Contact.objects.get()
        assert (contact.order_id, contact.buyer_id) == (ordered.result().order.id, None)
        assert case.available() == 0
        assert books() == []

    def test_the_account_waits_for_an_order_and_says_that_it_came_since(self, ada: User) -> None:
        """It was not on the page that was confirmed, so it is not erased unread."""
        case, who, shown = an_offer(stock=1), ada.id, plan_of(asker(ada))
        real = erasing.carry_out

        def ordering(*arguments: Any) -> Any:
            """What was confirmed is noted, and nothing of it done yet."""
            with meanwhile(checkout, "place", lambda: real(*arguments)) as carried:
                place((case, 1), buyer=who)
            return carried.result()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(erasing, "carry_out", ordering)
            done = confirm(asker(ada), shown)
        assert done.closed
        accounted(done.request)
        kept = Act.objects.get(verb="kept")
        assert (kept.subject, kept.basis) == (Contact.objects.get().order_id, "since")
        assert case.available() == 0

    def test_what_is_ordered_just_before_changes_the_plan(self, ada: User) -> None:
        case, who, shown = an_offer(stock=1), asker(ada), plan_of(asker(ada))
        with (
            meanwhile(asking, "receive", lambda: place((case, 1), buyer=ada.id)),
            pytest.raises(erasing.PlanChanged),
        ):
            confirm(who, shown)
        assert User.objects.get().id == Contact.objects.get().buyer_id
        assert not Duty.objects.exists()
        assert not Request.objects.exists()

    def test_who_orders_in_the_middle_of_confirming_comes_after_it(self, ada: User) -> None:
        case, who, shown = an_offer(stock=1), asker(ada), plan_of(asker(ada))
        with meanwhile(erasing, "plan", lambda: place((case, 1), buyer=who.person.user_id),
                       after=True) as ordered:  # fmt: skip
            done = confirm(who, shown)
        drain()
        assert done.closed
        contact = Contact.objects.get()
        assert (contact.order_id, contact.buyer_id) == (ordered.result().order.id, None)
        assert books() == []

    def test_a_guest_orders_again_under_the_same_address(self, sandbox: Any) -> None:
        first, case = bought(sandbox), an_offer(stock=1)
        with meanwhile(contacts, "_decided", lambda: place((case, 1))) as ordered:
            assert take(first.id).fate is Fate.ARCHIVED
        assert Contact.objects.get().order_id == ordered.result().order.id
        assert books() == []


class TestClaiming:
    def test_nothing_is_claimed_for_an_account_that_goes(self, sandbox: Any, ada: User) -> None:
        made, who = a_guests(ADA, sandbox), ada.id
        with meanwhile(changes, "publish", lambda: buyers.claim(who)) as claimed:
            done = erase(ada)
        assert claimed.result() == 0
        assert not Contact.objects.exists()
        assert Act.objects.get(subject=made.id).verb == "archived"
        accounted(done.request)

    def test_the_erasure_waits_for_who_is_claiming(self, sandbox: Any, ada: User) -> None:
        made, who = a_guests(ADA, sandbox), asker(ada)
        shown = plan_of(who)
        with meanwhile(Moment, "comes", lambda: confirm(who, shown)) as done, transaction.atomic():
            assert buyers.claim(ada.id) == 1
            Moment.comes()
        assert done.result().closed
        assert not Contact.objects.exists()
        assert Act.objects.get(subject=made.id).verb == "archived"
        accounted(done.result().request)

    def test_what_is_claimed_while_it_is_locked_is_found_under_both(
        self, sandbox: Any, ada: User
    ) -> None:
        """The guest's letter has confirmed it; in the same moment the account claims it."""
        made = a_guests(ADA, sandbox)
        with meanwhile(Moment, "comes", lambda: take(made.id)) as taken, transaction.atomic():
            assert buyers.claim(ada.id) == 1
            # By another address since: the archive has to know both.
            User.objects.filter(id=ada.id).update(email="new@buyer.example")
            Moment.comes()
        assert taken.result().fate is Fate.ARCHIVED
        assert not Contact.objects.exists()
        row = Archived.objects.get()
        known = {bytes(each) for each in row.persons}
        assert known == {person(ADA), person("new@buyer.example")}
        ada.refresh_from_db()
        assert orders_of(owner(ada)) == [made.id]
        assert orders_of(Person(None, ADA)) == [], "it is the account's"

    def test_what_is_being_taken_out_is_not_claimed(self, sandbox: Any, ada: User) -> None:
        made, who = a_guests(ADA, sandbox), ada.id
        with meanwhile(contacts, "_decided", lambda: buyers.claim(who)) as claimed:
            assert take(made.id).fate is Fate.ARCHIVED
        assert claimed.result() == 0
        assert orders_of(owner(ada)) == [made.id]


def too_late(sandbox: Any) -> tuple[Sale, Any]:
    """An order whose time to pay is over, and whose buyer stands before the provider's page."""
    case = an_offer(stock=1)
    sale = place((case, 1))
    page = to_the_provider(sale, sandbox)
    assert orders.expire(sale.order.id, now() + timedelta(minutes=15))
    page.pay(SUCCEEDS)
    return sale, case


class TestMoney:
    def test_money_that_comes_while_the_buyer_leaves_goes_back(self, sandbox: Any) -> None:
        sale, case = too_late(sandbox)
        with meanwhile(contacts, "_decided", lambda: payments.refresh(sale.payment_id, now()),
                       after=True) as told:  # fmt: skip
            assert take(sale.order.id, now()).fate is Fate.ERASED
        assert told.result() == "applied"
        drain()
        assert (sale.states, sale.payment.state) == (["expired"], "released")
        assert case.available() == 1
        assert books() == []

    def test_the_buyer_stays_for_money_that_has_just_come(self, sandbox: Any) -> None:
        sale, case = too_late(sandbox)
        with meanwhile(learn, "apply_snapshot", lambda: take(sale.order.id, now())) as taken:
            payments.refresh(sale.payment_id, now())
        assert (taken.result().fate, Busy.PAYMENT in taken.result().busy) == (Fate.KEPT, True)
        drain()
        assert (sale.states, case.available()) == (["paid"], 0)
        assert Contact.objects.filter(order_id=sale.order.id).exists()
        assert books() == []

    def test_the_buyer_stays_while_the_order_is_taken_in(self, sandbox: Any) -> None:
        sale, case = too_late(sandbox)
        payments.refresh(sale.payment_id, now())
        with meanwhile(taking_in, "is_erased", lambda: take(sale.order.id, now()),
                       after=True) as taken:  # fmt: skip
            drain()
        assert taken.result().fate is Fate.KEPT
        assert (sale.states, case.available()) == (["paid"], 0)
        assert Contact.objects.filter(order_id=sale.order.id).exists()
        assert books() == []


class TestHandingOver:
    def test_the_buyer_stays_for_a_parcel_that_is_being_made(self, sandbox: Any) -> None:
        case = an_offer(stock=1)
        sale = place((case, 1))
        pay(sale, sandbox)
        sale.answer(case)
        post()
        with meanwhile(fulfil, "is_erased", lambda: take(sale.order.id), after=True) as taken:
            sale.ship(case)
        assert taken.result().fate is Fate.KEPT
        assert sale.states == ["shipped"]
        mail.outbox.clear()
        post()
        assert [each.to for each in mail.outbox if each.to == [CONTACT.email]], "where it is"
        assert books() == []

    def test_a_parcel_that_is_made_meanwhile_is_not_of_nobody(self, sandbox: Any) -> None:
        """What is sold is busy, whenever it is asked."""
        case = an_offer(stock=1)
        sale = place((case, 1))
        pay(sale, sandbox)
        sale.answer(case)
        post()
        with meanwhile(contacts, "_decided", lambda: sale.ship(case), after=True) as shipped:
            assert take(sale.order.id).fate is Fate.KEPT
        assert Shipment.objects.get().id == shipped.result()
        assert Contact.objects.filter(order_id=sale.order.id).exists()

    def test_a_label_that_was_asked_for_before_is_printed_and_none_after(
        self, sandbox: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = bought(sandbox)
        contract, parcel = made.sale.contract(made.case), Shipment.objects.get()

        class Carrier:
            def label(self, order: Any) -> bytes:
                return str(order.recipient.name).encode()

        monkeypatch.setattr(labels, "carrier", lambda _: Carrier())
        monkeypatch.setattr(labels, "numbered_by_carrier", lambda _: True)
        with meanwhile(labels, "contact_for_seller", lambda: take(made.id), after=True) as taken:
            assert labels.label(contract, parcel, later()) == CONTACT.name.encode()
        assert taken.result().fate is Fate.ARCHIVED
        with pytest.raises(labels.NoAddress):
            labels.label(contract, parcel, later())


class TestLetters:
    def test_no_letter_is_sent_while_its_reader_leaves(self, sandbox: Any) -> None:
        made = bought(sandbox)
        mail.outbox.clear()

        def write_and_send() -> int:
            with transaction.atomic():
                post_office.write([post_office.Letter("order_link", made.id)], now())
            return post_office.send_post(now())

        with meanwhile(contacts, "_decided", write_and_send, after=True) as sent:
            assert take(made.id).fate is Fate.ARCHIVED
        assert sent.result() == 0
        assert post_office.send_post(now()) == 0
        assert mail.outbox == []
        assert Message.objects.get(template="order_link").sent_at is None

    def test_its_reader_stays_for_a_letter_that_is_being_written(self, sandbox: Any) -> None:
        made = bought(sandbox)
        with meanwhile(Moment, "comes", lambda: take(made.id)) as taken, transaction.atomic():
            post_office.write([post_office.Letter("order_link", made.id)], now())
            Moment.comes()
        assert (taken.result().fate, taken.result().busy) == (Fate.KEPT, {Busy.LETTER})
        assert post_office.send_post(now()) == 1

    def test_its_reader_stays_for_a_letter_that_is_being_sent(self, sandbox: Any) -> None:
        made = bought(sandbox)
        with transaction.atomic():
            post_office.write([post_office.Letter("order_link", made.id)], now())
        with meanwhile(post_office, "_send", lambda: take(made.id)) as taken:
            assert post_office.send_post(now()) == 1
        assert taken.result().busy == {Busy.LETTER}


class TestARefusal:
    """Staff close what nobody has confirmed, in the moment in which it is confirmed."""

    @pytest.fixture
    def entered(self, ada: User, sandbox: Any) -> Request:
        made = a_guests(ADA, sandbox)
        reference = made.sale.order.reference
        return serving.enter(RequestKind.ERASURE, reference, now().date(), new_id(), now())

    def test_what_is_being_confirmed_is_not_refused_as_unproven(
        self, entered: Request, ada: User
    ) -> None:
        def refuse() -> None:
            asking.refuse(entered.id, Reason.NOT_PROVEN, now())

        with meanwhile(erasing, "note", refuse) as refused:
            done = erase(ada)
        assert isinstance(refused.exception(), ProvenAlready)
        assert (done.request.id, done.closed) == (entered.id, True)
        accounted(done.request)

    def test_what_was_refused_just_before_is_a_request_of_its_own(
        self, entered: Request, ada: User
    ) -> None:
        with meanwhile(asking, "publish", lambda: erase(ada)) as erased:
            asking.refuse(entered.id, Reason.NOT_PROVEN, now())
        done = erased.result()
        assert done.closed
        assert done.request.id != entered.id
        accounted(done.request)
        told = {each.id: each.outcome for each in Request.objects.all()}
        assert told == {entered.id: "not_proven", done.request.id: "erased"}


class TestTwoTabs:
    @pytest.fixture
    def done(self, ada: User, sandbox: Any) -> Asker:
        bought(sandbox, buyer=ada.id)
        return asker(ada)

    @pytest.mark.parametrize(
        ("where", "name"),
        [(asking, "receive"), (erasing, "note"), (erasing, "carry_out"), (changes, "publish")],
        ids=["asking", "noting", "carrying out", "the account goes"],
    )
    def test_the_same_form_is_the_same_erasure(self, done: Asker, where: Any, name: str) -> None:
        shown = plan_of(done)
        with meanwhile(where, name, lambda: confirm(done, shown), after=name == "note") as other:
            first = confirm(done, shown)
        second = other.result()
        assert first.request == second.request == Request.objects.get()
        assert first.closed and second.closed
        assert carried_out() == 1
        mail.outbox.clear()
        accounted(first.request)
        assert [each.to for each in mail.outbox] == [[ADA]], "one answer"
        done_once = [("account", "erased", "asked"), ("contact", "archived", "contract")]
        assert sorted(acts()) == done_once

    def test_sent_again_when_all_is_over_it_is_the_same(self, done: Asker) -> None:
        shown = plan_of(done)
        first = confirm(done, shown)
        drain()
        mail.outbox.clear()
        again = confirm(done, shown)
        assert (again.request, again.closed, again.waiting) == (first.request, True, 0)
        drain()
        assert Request.objects.get().state == "answered"
        assert mail.outbox == []


def a_claim_is_noted() -> None:
    subject = Subject(person=person(ADA))
    hold(subject, HoldKind.LITIGATION, later().date(), Actor(By.STAFF, new_id()), now())


class TestTheAccount:
    """Whatever else is done with an account in that moment: refused, and nothing breaks."""

    def reset(self) -> Letter:
        account_actions.ask("reset", ADA, "fr-fr", "192.0.2.1", now())
        return Letter.objects.get(purpose="reset")

    def test_a_new_password_is_refused(self, ada: User) -> None:
        link = self.reset()
        acting = (
            lambda: letters.finish_reset(link, now(), password="quite another word"),
            lambda: account_actions.change_password(ada, "quite another word", now()),
        )
        with (
            meanwhile(changes, "publish", acting[0]) as by_letter,
            meanwhile(changes, "publish", acting[1]) as by_form,
        ):
            assert erase(ada).closed
        assert isinstance(by_letter.exception(), LinkOver)
        assert isinstance(by_form.exception(), AccountGone)
        assert not User.objects.exists()
        assert not Letter.objects.exists()

    def test_the_erasure_waits_for_a_new_password(self, ada: User) -> None:
        link, who, shown = self.reset(), asker(ada), plan_of(asker(ada))
        with meanwhile(letters, "use", lambda: confirm(who, shown)) as erased:
            letters.finish_reset(link, now(), password="quite another word")
        assert erased.result().closed
        assert not User.objects.exists()

    def test_the_erasure_waits_for_another_address(self, ada: User) -> None:
        """Which its request does not know: it was another's word when the page was shown."""
        account_actions.ask("email", "new@buyer.example", "fr-fr", "192.0.2.1", now(), ada)
        link, who, shown = Letter.objects.get(), asker(ada), plan_of(asker(ada))
        with meanwhile(letters, "use", lambda: confirm(who, shown)) as erased:
            letters.confirm_address(link, now())
        assert erased.result().closed
        assert not User.objects.exists()

    def test_a_night_and_its_person_erase_it_once(self, ada: User) -> None:
        """Each holds it first and wants it alone then: they do not wait for each other."""
        long_ago = now() - timedelta(days=800)
        User.objects.update(created_at=long_ago)
        warned = now() - timedelta(days=40)
        Notice.objects.create(user_id=ada.id, written_at=warned, sent_at=warned)
        (due,) = ACCOUNTS.due(now())
        with meanwhile(accounts_erased.accounts, "delete_account",
                       lambda: ACCOUNTS.carry_out(due, now())) as night:  # fmt: skip
            done = erase(ada)
        assert night.result() is False
        accounted(done.request)
        assert acts() == [("account", "erased", "asked")]

    def test_its_person_comes_second_to_the_night(self, ada: User) -> None:
        warned = now() - timedelta(days=40)
        User.objects.update(created_at=now() - timedelta(days=800))
        Notice.objects.create(user_id=ada.id, written_at=warned, sent_at=warned)
        due: Due = next(iter(ACCOUNTS.due(now())))
        who, shown = asker(ada), plan_of(asker(ada))
        with meanwhile(accounts_erased.accounts, "delete_account",
                       lambda: confirm(who, shown)) as asked:  # fmt: skip
            assert ACCOUNTS.carry_out(due, now())
        assert isinstance(asked.exception(), AccountGone)
        assert acts() == [("account", "erased", "over")]
        assert not Request.objects.exists()

    def test_what_is_held_since_keeps_the_account_and_says_so(self, ada: User) -> None:
        """The person has a claim noted in the moment between confirming and doing."""
        who, shown = asker(ada), plan_of(asker(ada))
        with meanwhile(erasing, "carry_out", a_claim_is_noted):
            done = confirm(who, shown)
        assert (done.closed, done.waiting) == (False, 1)
        assert User.objects.get() == ada
        assert Duty.objects.get().holding == "account"


def test_an_order_is_taken_out_once(sandbox: Any) -> None:
    made = bought(sandbox)
    with meanwhile(contacts, "_decided", lambda: take(made.id)) as second:
        assert take(made.id).fate is Fate.ARCHIVED
    assert second.result().fate is Fate.DONE
    assert acts() == [("contact", "archived", "contract")]
    assert Order.objects.get().id == made.id
