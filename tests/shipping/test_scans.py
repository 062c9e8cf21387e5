"""A carrier's scans, late, twice and out of order: the parcel is where it is."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from reprise.kernel.ids import new_id
from reprise.outbox.models import Event
from reprise.shipping import actions as shipping
from reprise.shipping.models import Scan, Shipment
from reprise.shipping.states import SHIPMENT, ShipmentState, ShipmentVerb
from tests.moment import now

pytestmark = pytest.mark.django_db(transaction=True)
_event = count(1)

# What a parcel may become, by what has been scanned so far, in the order of arrival.
STORIES = {
    "handed_over": "moving",
    "in_transit": "moving",
    "handed_over in_transit": "moving",
    "in_transit handed_over": "moving",
    "handed_over at_point": "waiting",
    "at_point handed_over in_transit": "waiting",
    "handed_over at_point delivered": "delivered",
    "handed_over delivered": "delivered",
    "delivered": "delivered",
    "delivered handed_over at_point": "delivered",
    "handed_over delivered returned": "delivered",
    "handed_over at_point returned": "returned",
    "handed_over returned": "returned",
    "returned": "returned",
    "returned handed_over at_point": "returned",
    "handed_over returned delivered": "returned",
}


def a_parcel(tracking: str = "", **more: Any) -> Shipment:
    return shipping.ship(
        **{
            "seller_id": new_id(),
            "market": "fr",
            "reference": new_id(),
            "lines": {new_id(): 1},
            "carrier": "sandbox",
            "tracking": tracking,
            "now": now(),
            **more,
        }
    )


def scan(parcel: Shipment, kind: str, event_id: str = "") -> str:
    return shipping.receive_scan(
        carrier="sandbox",
        event_id=event_id or f"e-{next(_event)}",
        tracking=parcel.tracking,
        kind=kind,
        occurred_at=now(),
        now=now(),
    )


@pytest.mark.parametrize("story", STORIES)
def test_where_a_parcel_is_after_its_scans(story: str) -> None:
    parcel = a_parcel()
    for kind in story.split():
        scan(parcel, kind)
    parcel.refresh_from_db()
    assert parcel.state == STORIES[story]
    assert Scan.objects.count() == len(story.split()), "old news is noted, too"


@pytest.mark.parametrize("kind", ["delivered", "at_point", "returned"])
def test_a_scan_that_comes_twice_is_news_once(kind: str) -> None:
    parcel = a_parcel()
    assert scan(parcel, kind, "one") == "applied"
    assert scan(parcel, kind, "one") == "repeated"
    assert scan(parcel, kind, "two") == "nothing_new"
    assert Event.objects.count() == 1
    assert Scan.objects.count() == 2


def test_what_is_over_stays_over() -> None:
    """No scan leads from delivered to returned or back, whichever comes first."""
    for state in (ShipmentState.DELIVERED, ShipmentState.RETURNED):
        assert all(not SHIPMENT.allows(state, verb) for verb in ShipmentVerb)


def test_a_word_that_is_no_scan_is_a_bug_of_its_adapter() -> None:
    with pytest.raises(ValueError, match="exploded"):
        scan(a_parcel(), "exploded")
    assert not Scan.objects.exists()


def test_the_parcel_knows_its_number_before_it_moves() -> None:
    parcel = a_parcel()
    parcel.refresh_from_db()
    assert parcel.state == "created"
    assert len(parcel.tracking) == 16


def test_a_number_in_use_is_refused_also_while_the_parcel_waits_at_a_point() -> None:
    parcel = a_parcel("AB1234")
    scan(parcel, "at_point")
    with pytest.raises(shipping.TrackingTaken):
        a_parcel("AB1234")


@pytest.mark.parametrize("typed", ["AB12", "A" * 41, 'X"\r\nY: Z', "AB 1234", "ÄB1234", "-AB1234"])
def test_what_is_no_parcel_number_is_refused(typed: str) -> None:
    with pytest.raises(shipping.BadTracking):
        a_parcel(typed)
    assert not Shipment.objects.exists()
