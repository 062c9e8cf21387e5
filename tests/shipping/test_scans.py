"""A carrier's scans, late, twice and out of order: the parcel is where it is."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.db import connection, transaction

from reprise.kernel.ids import new_id
from reprise.outbox.models import Event
from reprise.shipping import actions as shipping
from reprise.shipping.carriers.base import Area, ScanKind
from reprise.shipping.models import Scan, Shipment
from reprise.shipping.queries import doubtful
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
            "to": Area("FR", "69001"),
            "since": now() - timedelta(hours=1),
            "now": now(),
            **more,
        }
    )


def scan(parcel: Shipment, kind: str, event_id: str = "", **told: Any) -> str:
    return shipping.receive_scan(
        carrier="sandbox",
        event_id=event_id or f"e-{next(_event)}",
        tracking=parcel.tracking,
        kind=kind,
        occurred_at=told.pop("at", now()),
        now=now(),
        **told,
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


@pytest.mark.parametrize("kind", ["at_point", "delivered", "returned"])
def test_a_number_stands_for_one_parcel_ever(kind: str) -> None:
    parcel = a_parcel("AB1234")
    assert scan(parcel, kind, **right()) == "applied"
    with pytest.raises(shipping.TrackingTaken):
        a_parcel("AB1234")
    with pytest.raises(shipping.TrackingTaken):
        a_parcel("AB1234", seller_id=parcel.seller_id)
    with pytest.raises(shipping.TrackingTaken):
        a_parcel(a_parcel().tracking)
    assert Shipment.objects.filter(tracking="AB1234").count() == 1


def test_two_sellers_who_type_one_number_at_once_get_one_parcel() -> None:
    def typing(_: int) -> str:
        try:
            return str(a_parcel("AB1234").seller_id)
        except shipping.TrackingTaken:
            return "taken"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(typing, range(4)))
    assert sorted(word == "taken" for word in told) == [False, True, True, True]
    assert Shipment.objects.count() == 1


def right() -> dict[str, Any]:
    """What the carrier tells of this order's own parcel."""
    return {"to": Area("FR", "69001"), "accepted_at": now()}


# A duration stands for the moment so long after now.
STRANGERS: dict[str, tuple[str, dict[str, Any]]] = {
    "it goes to another town": ("elsewhere", {"to": Area("FR", "69002")}),
    "it goes to another country": ("elsewhere", {"to": Area("BE", "69001")}),
    "hardly any of the postcode is told": ("elsewhere", {"to": Area("FR", "690")}),
    "the carrier had it before the sale": (
        "too_early",
        {"accepted_at": -timedelta(hours=1, microseconds=1)},
    ),
    "the carrier does not say where it goes": ("untold", {"to": None}),
    "the carrier does not say since when": ("untold", {"accepted_at": None}),
}


@pytest.mark.parametrize("what", STRANGERS)
@pytest.mark.parametrize("kind", [kind.value for kind in ScanKind])
def test_the_number_of_a_strangers_parcel_moves_nothing(what: str, kind: str) -> None:
    doubt, strange = STRANGERS[what]
    told = right() | {
        name: now() + each if isinstance(each, timedelta) else each
        for name, each in strange.items()
    }
    parcel = a_parcel("AB1234")
    assert scan(parcel, kind, "one", **told) == doubt
    assert scan(parcel, kind, "one", **told) == "repeated"
    parcel.refresh_from_db()
    assert parcel.state == "created"
    assert not Event.objects.exists()
    assert Scan.objects.get().outcome == doubt
    assert doubtful() == [parcel.reference]


@pytest.mark.parametrize("told", ["69001", "69 001"])
def test_what_fits_counts(told: str) -> None:
    parcel = a_parcel("AB1234")
    assert scan(parcel, "delivered", to=Area("fr", told), accepted_at=now()) == "applied"
    assert doubtful() == []


def test_a_dutch_carrier_tells_the_digits_of_a_postcode() -> None:
    parcel = a_parcel("AB1234", to=Area("NL", "1012 ab"))
    assert scan(parcel, "delivered", to=Area("NL", "1013"), accepted_at=now()) == "elsewhere"
    assert scan(parcel, "delivered", to=Area("NL", "1012"), accepted_at=now()) == "applied"


def test_a_number_that_the_carrier_gave_needs_no_proof() -> None:
    assert scan(a_parcel(), "delivered", to=Area("BE", "1000")) == "applied", "sent on by the buyer"


def test_who_vouches_for_a_parcel_has_the_carriers_word_counted_in_its_order() -> None:
    parcel = a_parcel("AB1234")
    with transaction.atomic(), pytest.raises(shipping.NothingDoubtful):
        shipping.vouch(parcel.id, parcel.seller_id, now())
    scan(parcel, "delivered", to=None, at=now())
    scan(parcel, "handed_over", to=None, at=now() - timedelta(hours=3))
    with transaction.atomic():
        assert shipping.vouch(parcel.id, parcel.seller_id, now()) == ("created", "delivered")
    with transaction.atomic():
        assert shipping.vouch(parcel.id, parcel.seller_id, now()) is None
    assert [event.kind for event in Event.objects.all()] == ["shipping.ParcelDelivered"]
    assert doubtful() == []
    again = a_parcel("AB1235")
    scan(again, "in_transit", to=None)
    with transaction.atomic():
        shipping.vouch(again.id, again.seller_id, now())
    assert scan(again, "delivered", to=None) == "applied", "what comes later counts as well"


def test_a_parcel_whose_destination_was_erased_is_in_doubt() -> None:
    parcel = a_parcel("AB1234", to=None)
    assert scan(parcel, "delivered", **right()) == "untold"


@pytest.mark.parametrize("typed", ["AB12", "A" * 41, 'X"\r\nY: Z', "AB 1234", "ÄB1234", "-AB1234"])
def test_what_is_no_parcel_number_is_refused(typed: str) -> None:
    with pytest.raises(shipping.BadTracking):
        a_parcel(typed)
    assert not Shipment.objects.exists()
