"""Objections: what rests on our interest, what of it stops when one is agreed to, and for how long.

Expected from Regulation (EU) 2016/679, art. 6(1)(f) and 21(1): what is objected to is not done any
more, unless compelling grounds or claims need it.
"""

from __future__ import annotations

import html
import threading
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.db import connection, transaction

from reprise.accounts.models import User
from reprise.audit.evidence import handed_out
from reprise.discovery.actions import recount
from reprise.discovery.models import Sale as Counted
from reprise.discovery.models import Shelf
from reprise.kernel import evidence
from reprise.keys import MissingKey
from reprise.orders.models import Contact, Order
from reprise.privacy.access import owner
from reprise.privacy.actions import asking, exercising, journal, objecting, serving
from reprise.privacy.actions.exercising import Asker
from reprise.privacy.evidence import of_request
from reprise.privacy.holdings import COUNTS, HOLDINGS
from reprise.privacy.models import Act, Request, Requester
from reprise.privacy.objections import INTERESTS
from reprise.privacy.states import Outcome, Reason, RequestKind
from tests.cast import CONTACT, OfferCase, an_offer
from tests.moment import now
from tests.orders.sale import pay, place
from tests.privacy.backup import backup, put_back
from tests.privacy.cases import ada
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = uuid4()
BOB = "bob@buyer.example"


@pytest.fixture
def case() -> OfferCase:
    return an_offer(stock=9)


def sold(case: OfferCase, sandbox: Any, buyer: UUID | None = None, email: str = "") -> Order:
    """An order that became final, by an account or by a guest."""
    sale = place((case, 1), buyer=buyer)
    if email:
        Contact.objects.filter(order_id=sale.order.id).update(email=email)
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    return sale.order


def counted() -> set[UUID]:
    return set(Counted.objects.values_list("order_id", flat=True))


def objected(user: User) -> Request:
    asker = Asker(owner(user), user.email, "de-de")
    return exercising.object_to(asker, now())


def guests(email: str = CONTACT.email, locale: str = "fr-fr") -> Request:
    return asking.receive(RequestKind.OBJECTION, email, locale, now())


def agree(request: Request) -> str:
    """The letter that says so."""
    serving.answer(request.id, Outcome.STOPPED, STAFF, now())
    drain()
    return str(mail.outbox[-1].body)


def test_each_interest_is_answered_for() -> None:
    """All that rests on our interest, and nothing else; one of it stops.  What does only in some
    phases of an order is one line."""
    on_interest = [
        each
        for each in HOLDINGS
        if any(ground.basis.article == "art. 6(1)(f)" for ground in each.grounds())
    ]
    whole = [each.what for each in on_interest if not each.phases]
    assert [each.what for each in INTERESTS[:-1]] == whole
    of_orders = {"contact", "archive", "parcels", "payments"}
    assert of_orders < {each.key for each in on_interest if each.phases}
    assert "after its guarantees" in INTERESTS[-1].what.en
    assert [each.what for each in INTERESTS if each.stops] == [COUNTS.what]


class TestOfAnAccount:
    def test_what_counts_stops_and_nobody_elses(self, sandbox: Any, case: OfferCase) -> None:
        user = ada()
        mine = sold(case, sandbox, buyer=user.id)
        other = sold(case, sandbox, email=BOB)
        assert counted() == {mine.id, other.id}
        told = agree(objected(user))
        assert counted() == {other.id}
        assert mine.reference in told
        assert other.reference not in told

    def test_the_list_counts_one_less(self, sandbox: Any, case: OfferCase) -> None:
        user = ada()
        sold(case, sandbox, buyer=user.id)
        sold(case, sandbox, email=BOB)
        agree(objected(user))
        recount(now() + timedelta(hours=1))
        assert Shelf.objects.get().orders_30d == 1

    def test_it_is_remembered(self, sandbox: Any, case: OfferCase) -> None:
        user = ada()
        agree(objected(user))
        sold(case, sandbox, buyer=user.id)
        other = sold(case, sandbox, email=BOB)
        assert counted() == {other.id}

    def test_also_of_a_guest_whose_address_the_account_has_proven(
        self, sandbox: Any, case: OfferCase
    ) -> None:
        user = ada()
        agree(objected(user))
        Requester.objects.all().delete()
        sold(case, sandbox, email=user.email)
        assert counted() == set()

    def test_whatever_its_address_has_become(self, sandbox: Any, case: OfferCase) -> None:
        user = ada()
        mine = sold(case, sandbox, buyer=user.id)
        request = objected(user)
        User.objects.filter(id=user.id).update(email="new@buyer.example")
        told = agree(request)
        assert mine.reference in told
        sold(case, sandbox, buyer=user.id)
        assert counted() == set()

    def test_who_asked_is_known_where_staff_were_first(self) -> None:
        user = ada()
        entered = asking.receive(
            RequestKind.OBJECTION, user.email, "de-de", now(), proven=False, staff_id=STAFF
        )
        assert objected(user) == entered
        assert Requester.objects.get().user_id == user.id

    def test_a_backup_does_not_forget_it(self, sandbox: Any, case: OfferCase) -> None:
        user = ada()
        mine = sold(case, sandbox, buyer=user.id)
        kept = backup()
        agree(objected(user))
        journal.copy(now())
        put_back(kept)
        assert counted() == {mine.id}
        journal.replay(now())
        assert counted() == set()
        assert User.objects.get(id=user.id).uncounted_since is not None


class TestOfAGuest:
    def test_the_address_is_remembered(self, sandbox: Any, case: OfferCase) -> None:
        first = sold(case, sandbox)
        told = agree(guests())
        assert first.reference in told
        sold(case, sandbox)
        other = sold(case, sandbox, email=BOB)
        assert counted() == {other.id}
        assert "cinq ans" in told

    def test_without_the_key_nobody_is_counted(
        self, sandbox: Any, case: OfferCase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        agree(guests())

        def missing(email: str) -> bytes:
            raise MissingKey("index")

        monkeypatch.setattr(objecting, "person", missing)
        sold(case, sandbox, email=BOB)
        assert counted() == set()

    def test_what_is_refused_stops_nothing(self, sandbox: Any, case: OfferCase) -> None:
        first = sold(case, sandbox)
        asking.refuse(guests().id, Reason.OVERRIDING, now(), STAFF)
        second = sold(case, sandbox)
        assert counted() == {first.id, second.id}


def test_an_account_that_has_not_proven_its_address_stops_no_guests(
    sandbox: Any, case: OfferCase
) -> None:
    order = sold(case, sandbox)
    user = User.objects.create_user(CONTACT.email, "a long enough word")
    told = agree(objected(user))
    assert order.reference not in told
    assert counted() == {order.id}


def test_nobody_is_counted_who_objects_in_that_moment(sandbox: Any, case: OfferCase) -> None:
    """Whoever counts has not seen the objection; who agrees to it waits for that."""
    order = sold(case, sandbox)
    Counted.objects.all().delete()
    request = guests()
    seen, go_on = threading.Event(), threading.Event()

    def count() -> None:
        try:
            with transaction.atomic():
                assert not objecting.is_uncounted(order.id)
                seen.set()
                go_on.wait(30)
                Counted.objects.create(market="fr", product_id=uuid4(), order_id=order.id, at=now())
        finally:
            connection.close()

    counting = threading.Thread(target=count)
    counting.start()
    assert seen.wait(30)
    threading.Timer(0.5, go_on.set).start()
    agree(request)
    counting.join(30)
    assert counted() == set()


def test_the_evidence_says_what_was_stopped_and_by_whom(sandbox: Any, case: OfferCase) -> None:
    user = ada()
    mine = sold(case, sandbox, buyer=user.id)
    request = objected(user)
    agree(request)
    request.refresh_from_db()
    told = handed_out(of_request(request), STAFF, now())
    assert evidence.problems(told) == []
    assert [
        (each["holding"], each["verb"], each["subject"], each["reason"], each["staff_id"])
        for each in told["entries"]
        if each["what"] == "act"
    ] == [
        ("counts", "erased", mine.reference, "", str(STAFF)),
        ("counts", "erased", str(user.id), "from_now_on", str(STAFF)),
    ]
    assert all(each["what"] == "act" for each in told["entries"]), "no seller was asked for it"
    assert Act.objects.count() == 2


@pytest.mark.parametrize(
    ("locale", "stops", "goes_on"),
    [
        ("fr-fr", "ne comptent plus dans aucune de nos listes", "votre insu"),
        ("de-de", "zählen in keiner unserer Listen mehr", "unbemerkt"),
        ("nl-nl", "tellen in geen van onze lijsten meer mee", "ongezien"),
        ("en-de", "count in none of our lists any more", "unseen"),
    ],
)
def test_the_letter_says_line_by_line_what_stopped_and_what_goes_on(
    locale: str, stops: str, goes_on: str
) -> None:
    told = agree(guests(locale=locale))
    assert told.index(stops) < told.index(goes_on)
    page = html.unescape(str(mail.outbox[-1].alternatives[0][0]))  # type: ignore[attr-defined]
    language = locale[:2]
    for each in INTERESTS:
        for text in (told, page):
            assert getattr(each.what, language) in text
            assert getattr(each.said, language) in text
