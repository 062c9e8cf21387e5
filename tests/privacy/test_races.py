"""What else a person, the provider and the seller do while an erasure is being carried out.

Each race is held at the statement that matters, from either side: one has begun, the other comes in
the middle of it.  Nothing is lost, nobody waits for ever, and whatever of the person stays is
accounted for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.db import transaction

from reprise.accounts.actions import changes
from reprise.accounts.models import User
from reprise.checkout.actions import order as checkout
from reprise.kernel import clock
from reprise.notifications import actions as post_office
from reprise.notifications.models import Message
from reprise.orders import actions as orders
from reprise.orders import buyers, labels
from reprise.orders.actions import fulfil
from reprise.orders.actions import pay as taking_in
from reprise.orders.models import Contact, Order
from reprise.payments import actions as payments
from reprise.payments.actions import learn
from reprise.privacy.access import Person, orders_of, owner
from reprise.privacy.actions import asking, contacts, erasing
from reprise.privacy.leaving import Fate
from reprise.privacy.models import Act, Archived, Duty, Request
from reprise.privacy.people import person
from reprise.privacy.rules import Busy
from reprise.shipping.models import Shipment
from tests.cast import CONTACT, OfferCase, an_offer
from tests.meanwhile import meanwhile
from tests.moment import now, playing
from tests.orders.sale import Sale, books, pay, place, to_the_provider
from tests.privacy.cases import acts, bought, later
from tests.privacy.racing import (
    ADA,
    WORD,
    Moment,
    a_guests,
    accounted,
    asker,
    confirm,
    erase,
    plan_of,
    take,
)
from tests.sandbox.buyer import SUCCEEDS
from tests.work import drain, post

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]


@pytest.fixture
def ada() -> User:
    return User.objects.create_user(ADA, WORD, verified_at=now())


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
        numbers = [made.sale.order.reference]
        with meanwhile(changes, "publish", lambda: buyers.claim(who, numbers)) as claimed:
            done = erase(ada)
        assert claimed.result() == 0
        assert not Contact.objects.exists()
        assert Act.objects.get(subject=made.id).verb == "archived"
        accounted(done.request)

    def test_the_erasure_waits_for_who_is_claiming(self, sandbox: Any, ada: User) -> None:
        made, who = a_guests(ADA, sandbox), asker(ada)
        shown = plan_of(who)
        with meanwhile(Moment, "comes", lambda: confirm(who, shown)) as done, transaction.atomic():
            assert buyers.claim(ada.id, [made.sale.order.reference]) == 1
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
            assert buyers.claim(ada.id, [made.sale.order.reference]) == 1
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
        numbers = [made.sale.order.reference]
        with meanwhile(contacts, "_decided", lambda: buyers.claim(who, numbers)) as claimed:
            assert take(made.id).fate is Fate.ARCHIVED
        assert claimed.result() == 0
        assert orders_of(owner(ada)) == [made.id]


@pytest.fixture
def too_late(sandbox: Any) -> Iterator[tuple[Sale, OfferCase]]:
    """An order that was paid, as the shop may hear now that the time to pay is over."""
    case = an_offer(stock=1)
    sale = place((case, 1))
    page = to_the_provider(sale, sandbox)
    assert orders.expire(sale.order.id, sale.order.pay_by)
    page.pay(SUCCEEDS)
    with playing(sale.order.pay_by):
        yield sale, case


class TestMoney:
    def test_money_that_comes_while_the_buyer_leaves_goes_back(
        self, too_late: tuple[Sale, OfferCase]
    ) -> None:
        sale, case = too_late
        with meanwhile(contacts, "_decided", lambda: payments.refresh(sale.payment_id, clock.now()),
                       after=True) as told:  # fmt: skip
            assert take(sale.order.id, clock.now()).fate is Fate.ERASED
        assert told.result() == "applied"
        drain()
        assert (sale.states, sale.payment.state) == (["expired"], "released")
        assert case.available() == 1
        assert books() == []

    def test_the_buyer_stays_for_money_that_has_just_come(
        self, too_late: tuple[Sale, OfferCase]
    ) -> None:
        sale, case = too_late
        with meanwhile(learn, "apply_snapshot", lambda: take(sale.order.id, clock.now())) as taken:
            payments.refresh(sale.payment_id, clock.now())
        assert (taken.result().fate, Busy.PAYMENT in taken.result().busy) == (Fate.KEPT, True)
        drain()
        assert (sale.states, case.available()) == (["paid"], 0)
        assert Contact.objects.filter(order_id=sale.order.id).exists()
        assert books() == []

    def test_the_buyer_stays_while_the_order_is_taken_in(
        self, too_late: tuple[Sale, OfferCase]
    ) -> None:
        sale, case = too_late
        payments.refresh(sale.payment_id, clock.now())
        with meanwhile(taking_in, "is_erased", lambda: take(sale.order.id, clock.now()),
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


def test_an_order_is_taken_out_once(sandbox: Any) -> None:
    made = bought(sandbox)
    with meanwhile(contacts, "_decided", lambda: take(made.id)) as second:
        assert take(made.id).fate is Fate.ARCHIVED
    assert second.result().fate is Fate.DONE
    assert acts() == [("contact", "archived", "contract")]
    assert Order.objects.get().id == made.id
