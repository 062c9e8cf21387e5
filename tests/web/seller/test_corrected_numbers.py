"""A seller corrects a parcel's number: the buyer is told, the log has it, once."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from reprise.accounts.models import User
from reprise.kernel import clock
from reprise.notifications.actions import send_post
from reprise.notifications.models import Message
from reprise.orders import access, evidence, log, proof
from reprise.orders.models import Step
from reprise.shipping import actions as shipping
from reprise.shipping.carriers.base import Area
from reprise.shipping.models import Shipment
from tests.cast import CONTACT, OfferCase, a_seller, an_offer
from tests.moment import now
from tests.orders.sale import Sale, pay, place
from tests.web.account.people import fresh
from tests.web.seller.room import clerk_of, everything, words
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
_event = count(1)


@pytest.fixture
def sent(sandbox: Any) -> tuple[Sale, OfferCase, Shipment]:
    """A parcel with a number that its seller typed wrong."""
    return typed(sandbox, an_offer(stock=1), "AB123456")


def typed(sandbox: Any, case: OfferCase, tracking: str) -> tuple[Sale, OfferCase, Shipment]:
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    parcel = Shipment.objects.get(id=sale.ship(case, tracking=tracking))
    drain()
    return sale, case, parcel


def at(sale: Sale, case: OfferCase, parcel: Shipment) -> str:
    return f"/seller/orders/{sale.contract(case).reference}/parcels/{parcel.id}/number/"


def scan(tracking: str, kind: str = "delivered", **told: Any) -> str:
    outcome = shipping.receive_scan(
        carrier="sandbox", event_id=f"n-{next(_event)}", tracking=tracking, kind=kind,
        occurred_at=clock.now(), now=clock.now(),
        **{"to": Area(CONTACT.country, CONTACT.postcode), "accepted_at": clock.now(), **told},
    )  # fmt: skip
    drain()
    return outcome


def test_the_number_is_corrected_and_everybody_reads_it(
    sent: tuple[Sale, OfferCase, Shipment],
) -> None:
    sale, case, parcel = sent
    clerk = clerk_of(case.seller)
    page = f"/seller/orders/{sale.contract(case).reference}/"
    assert at(sale, case, parcel) in clerk.get(page).content.decode()
    mail.outbox.clear()
    for _ in range(2):  # the form is sent twice
        answer = clerk.post(at(sale, case, parcel), {"number": "ab 123 457"})
        assert (answer.status_code, answer.headers["Location"]) == (302, f"{page}#parcels")
    drain()
    send_post(clock.now())
    step = Step.objects.get(verb="renumber")
    assert (step.actor_kind, step.from_state, step.to_state) == ("seller", "created", "created")
    assert step.facts_hash == log.digest([parcel.id, "sandbox", "AB123456", "AB123457"])
    (letter,) = [each for each in mail.outbox if "AB123457" in each.body and "nouveau" in each.body]
    assert letter.to == [CONTACT.email]
    assert Message.objects.filter(template="parcel_number").count() == 1
    for path in (page, access.path(sale.order)):
        shown = clerk.get(path).content.decode()
        assert "AB123457" in shown
        assert "AB123456" not in shown
    for viewer in (evidence.BUYER, evidence.as_seller(case.seller.id, now())):
        assert proof.verify(evidence.document(sale.order.id, viewer)).problems == ()
    assert "got another number" in words(clerk.get(f"{page}history/").content.decode())
    assert scan("AB123456") == "unknown"
    assert scan("AB123457") == "applied"
    assert sale.states == ["delivered"]
    assert at(sale, case, parcel) not in clerk.get(page).content.decode()


def test_each_correction_is_told(sent: tuple[Sale, OfferCase, Shipment]) -> None:
    """There, and back again."""
    sale, case, parcel = sent
    clerk = clerk_of(case.seller)
    for number in ("AB123457", "AB123456", "AB123457"):
        assert clerk.post(at(sale, case, parcel), {"number": number}).status_code == 302
    drain()
    assert Message.objects.filter(template="parcel_number").count() == 3
    assert Step.objects.filter(verb="renumber").count() == 3


def test_a_refused_number_changes_nothing_and_says_why(
    sent: tuple[Sale, OfferCase, Shipment], sandbox: Any
) -> None:
    sale, case, parcel = sent
    typed(sandbox, an_offer(seller=a_seller("Rival"), stock=1), "AB999999")
    clerk = clerk_of(case.seller)
    before = everything()
    for number, status, says in (
        ("ab 999999", 409, "a number stands for one parcel only"),
        ("x", 422, "6 to 40 letters"),
    ):
        answer = clerk.post(at(sale, case, parcel), {"number": number})
        assert answer.status_code == status
        html = answer.content.decode()
        assert says in words(html)
        assert "<details open>" in html
        assert f'value="{number}"' in html
    assert everything() == before
    assert scan("AB123456", to=Area("FR", "75011")) == "elsewhere"
    answer = clerk.post(at(sale, case, parcel), {"number": "AB123457"})
    assert answer.status_code == 409
    assert "The carrier has told something about this number already" in words(
        answer.content.decode()
    )
    assert Shipment.objects.get(id=parcel.id).tracking == "AB123456"


def test_nobody_corrects_a_parcel_of_another(
    sent: tuple[Sale, OfferCase, Shipment], sandbox: Any
) -> None:
    sale, case, parcel = sent
    theirs, rival, _ = typed(sandbox, an_offer(seller=a_seller("Rival"), stock=1), "AB999999")
    clerk = clerk_of(rival.seller)
    before = everything()
    assert clerk.post(at(sale, case, parcel), {"number": "AB123457"}).status_code == 404
    # Nor through an order of their own.
    assert clerk.post(at(theirs, rival, parcel), {"number": "AB123457"}).status_code == 404
    assert Client().post(at(sale, case, parcel), {"number": "AB123457"}).status_code == 302
    assert everything() == before


def test_staff_take_a_strangers_number_off_and_its_own_seller_can_use_it(
    sent: tuple[Sale, OfferCase, Shipment], sandbox: Any
) -> None:
    """The number is the rival's: its parcel is on its way, to another place than this order's."""
    sale, case, parcel = sent
    assert scan("AB123456", "handed_over", to=Area("FR", "75011")) == "elsewhere"
    user = User.objects.create_user("staff@room.example", "a long enough word", is_staff=True)
    staff = Client()
    staff.force_login(user)
    fresh(staff)
    room = f"/staff/orders/{sale.order.reference}/"
    action = f"{room}parcels/{parcel.id}/number/"
    assert action in staff.get(room).content.decode()
    for _ in range(2):
        assert staff.post(action).status_code == 302
        drain()
    step = Step.objects.get(verb="renumber")
    assert (step.actor_kind, step.actor_id) == ("staff", user.id)
    assert action not in staff.get(room).content.decode()
    written = Message.objects.filter(template__in=("parcel_number", "number_taken"))
    assert sorted(written.values_list("audience", flat=True)) == ["buyer", "seller"]
    rival = an_offer(seller=a_seller("Rival"), stock=1)
    theirs, _, _ = typed(sandbox, rival, "AB123456")
    assert scan("AB123456") == "applied"
    assert (sale.states, theirs.states) == (["shipped"], ["delivered"])
    clerk = clerk_of(case.seller)
    assert clerk.post(at(sale, case, parcel), {"number": "AB123457"}).status_code == 302
    assert scan("AB123457") == "applied"
    assert sale.states == ["delivered"]
