"""A seller types the number of somebody else's parcel: nothing is delivered, nobody is paid."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest

from reprise.books.proof import findings
from reprise.kernel import clock
from reprise.ledger import queries as ledger
from reprise.ledger.states import AccountKind
from reprise.orders import actions as orders
from reprise.orders import evidence, log, proof, register
from reprise.orders.actions.answer import UnknownOrder
from reprise.orders.models import DeliveryPoint, Step
from reprise.shipping import actions as shipping
from reprise.shipping.carriers.base import Area
from reprise.shipping.models import Destination, Scan, Shipment
from tests.cast import CONTACT, OfferCase, an_offer
from tests.moment import now
from tests.orders.sale import SELLER, Sale, pay, place
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
_event = count(1)
STAFF = log.Actor("staff")
HERE = Area(CONTACT.country, CONTACT.postcode)


@pytest.fixture
def final(sandbox: Any) -> tuple[Sale, OfferCase]:
    case = an_offer(stock=1, price=20000)
    sale = place((case, 1), now=clock.now())
    pay(sale, sandbox)
    sale.answer(case, now=clock.now())
    drain()
    assert sale.states == ["sold"]
    return sale, case


def ship(sale: Sale, case: OfferCase, tracking: str) -> UUID:
    (line,) = sale.lines(case)
    return orders.ship(
        seller_id=case.seller.id,
        seller_order_id=sale.contract(case).id,
        devices={line: ("serial", "SN-12345")},
        tracking=tracking,
        actor=SELLER,
        now=clock.now(),
    )


def scan(tracking: str, kind: str, **told: Any) -> str:
    outcome = shipping.receive_scan(
        carrier="sandbox", event_id=f"stranger-{next(_event)}", tracking=tracking, kind=kind,
        occurred_at=clock.now(), now=clock.now(), **told,
    )  # fmt: skip
    drain()
    return outcome


def owed(sale: Sale, case: OfferCase) -> int:
    contract = sale.contract(case).id
    return ledger.balance_of(case.seller.id, AccountKind.PAYABLE, contract)


def test_a_parcel_to_somebody_else_delivers_and_pays_nothing(final: tuple[Sale, OfferCase]) -> None:
    sale, case = final
    ship(sale, case, "AB 123 456")
    elsewhere = {"to": Area("FR", "75011"), "accepted_at": clock.now()}
    assert scan("AB123456", "handed_over", **elsewhere) == "elsewhere"
    assert scan("AB123456", "delivered", **elsewhere) == "elsewhere"
    assert sale.states == ["shipped"]
    assert owed(sale, case) == 0
    assert register.doubtful_parcels() == [sale.order.id]
    assert not findings()


def test_a_parcel_that_left_before_the_sale_delivers_and_pays_nothing(
    final: tuple[Sale, OfferCase],
) -> None:
    """One that the carrier has had for a while, to the same town."""
    sale, case = final
    sold = Step.objects.get(order_id=sale.order.id, verb="collect").at
    ship(sale, case, "AB123456")
    early = sold - timedelta(microseconds=1)
    assert scan("AB123456", "delivered", to=HERE, accepted_at=early) == "too_early"
    assert (sale.states, owed(sale, case)) == (["shipped"], 0)
    assert scan("AB123456", "delivered", to=HERE, accepted_at=sold) == "applied"
    assert (sale.states, owed(sale, case)) == (["delivered"], 18000)


def test_a_parcel_sent_again_left_after_the_first_one_was_back(
    final: tuple[Sale, OfferCase],
) -> None:
    sale, case = final
    ship(sale, case, "AB123456")
    first = clock.now()
    assert scan("AB123456", "returned", to=HERE, accepted_at=first) == "applied"
    assert sale.states == ["came_back"]
    ship(sale, case, "AB123457")
    assert scan("AB123457", "delivered", to=HERE, accepted_at=first) == "too_early"
    assert scan("AB123457", "delivered", to=HERE, accepted_at=clock.now()) == "applied"
    assert sale.states == ["delivered"]


def test_a_rivals_number_is_refused_also_when_its_parcel_has_arrived(
    final: tuple[Sale, OfferCase], sandbox: Any
) -> None:
    sale, case = final
    ship(sale, case, "AB123456")
    scan("AB123456", "delivered", to=HERE, accepted_at=clock.now())
    rival = an_offer(stock=1)
    theirs = place((rival, 1), now=clock.now())
    pay(theirs, sandbox)
    theirs.answer(rival, now=clock.now())
    drain()
    with pytest.raises(shipping.TrackingTaken):
        ship(theirs, rival, "ab 123456")
    assert theirs.states == ["sold"]
    assert Shipment.objects.count() == 1


def test_a_parcel_to_a_point_goes_to_the_points_postcode(final: tuple[Sale, OfferCase]) -> None:
    sale, case = final
    DeliveryPoint.objects.create(
        seller_order=sale.contract(case), carrier="sandbox", code="69003-1", name="Point",
        street="1", postcode="69003", town="Lyon", country="FR",
    )  # fmt: skip
    ship(sale, case, "AB123456")
    now = clock.now()
    assert scan("AB123456", "at_point", to=HERE, accepted_at=now) == "elsewhere"
    assert scan("AB123456", "at_point", to=Area("FR", "69003"), accepted_at=now) == "applied"


def test_what_was_erased_fits_nothing(final: tuple[Sale, OfferCase]) -> None:
    sale, case = final
    ship(sale, case, "AB123456")
    Destination.objects.all().delete()
    assert scan("AB123456", "delivered", to=HERE, accepted_at=clock.now()) == "untold"


def test_staff_vouch_for_a_parcel_and_the_log_says_so(final: tuple[Sale, OfferCase]) -> None:
    sale, case = final
    parcel = ship(sale, case, "AB123456")
    with pytest.raises(shipping.NothingDoubtful):
        orders.vouch(order_id=sale.order.id, shipment_id=parcel, actor=STAFF, now=clock.now())
    scan("AB123456", "delivered", to=None)
    for _ in range(2):
        orders.vouch(order_id=sale.order.id, shipment_id=parcel, actor=STAFF, now=clock.now())
        drain()
    assert (sale.states, owed(sale, case)) == (["delivered"], 18000)
    step = Step.objects.get(order_id=sale.order.id, verb="vouch")
    assert (step.actor_kind, step.from_state, step.to_state) == ("staff", "created", "delivered")
    assert step.facts_hash == log.digest([parcel, "sandbox", "AB123456"])
    assert not findings()
    for viewer in (evidence.BUYER, evidence.as_seller(case.seller.id, now())):
        told = evidence.document(sale.order.id, viewer)
        assert proof.verify(told).problems == ()
    assert register.doubtful_parcels() == []


def test_nobody_vouches_for_a_parcel_of_another_order(
    final: tuple[Sale, OfferCase], sandbox: Any
) -> None:
    sale, case = final
    parcel = ship(sale, case, "AB123456")
    scan("AB123456", "delivered", to=None)
    other = place((an_offer(stock=1), 1), now=clock.now())
    with pytest.raises(UnknownOrder):
        orders.vouch(order_id=other.order.id, shipment_id=parcel, actor=STAFF, now=clock.now())
    assert sale.states == ["shipped"]
    assert Scan.objects.get().outcome == "untold"
