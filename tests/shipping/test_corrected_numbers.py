"""A mistyped number is corrected until a carrier tells of it; then its own parcel can have it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from reprise.outbox.models import Event
from reprise.shipping import actions as shipping
from reprise.shipping.carriers.base import Area, ScanKind
from reprise.shipping.models import Number, Scan, Shipment
from reprise.shipping.queries import doubted, doubtful, untold
from tests.moment import now
from tests.shipping.test_scans import a_parcel, right, scan

pytestmark = pytest.mark.django_db(transaction=True)


def elsewhere() -> dict[str, Any]:
    return {"to": Area("FR", "75011"), "accepted_at": now()}


def renumber(parcel: Shipment, tracking: str, **more: Any) -> bool:
    """Whether anything was changed."""
    with transaction.atomic():
        done = shipping.renumber(parcel.id, parcel.seller_id, tracking, now(), **more)
    parcel.refresh_from_db()
    return done is not None


def standing() -> dict[str, Any]:
    """Which parcel each number stands for."""
    rows = Number.objects.filter(given_up_at=None)
    return {row.tracking: row.shipment_id for row in rows}


def test_the_right_number_moves_the_parcel_and_the_wrong_one_does_not() -> None:
    parcel = a_parcel("AB1234")
    assert renumber(parcel, "AB1235")
    assert standing() == {"AB1235": parcel.id}
    wrong = Shipment(tracking="AB1234")
    assert scan(wrong, "delivered", **right()) == "unknown", "nobody's parcel now"
    assert scan(parcel, "delivered", **right()) == "applied"


def test_the_same_number_again_is_no_change() -> None:
    parcel = a_parcel("AB1234")
    assert renumber(parcel, "AB1235")
    assert not renumber(parcel, "AB1235")
    assert Number.objects.count() == 2


def test_the_rightful_seller_gets_the_number_that_was_given_up() -> None:
    parcel = a_parcel("AB1234")
    with pytest.raises(shipping.TrackingTaken):
        a_parcel("AB1234")
    renumber(parcel, "AB1235")
    rightful = a_parcel("AB1234")
    assert scan(rightful, "delivered", **right()) == "applied"
    parcel.refresh_from_db()
    assert parcel.state == "created"
    with pytest.raises(shipping.TrackingTaken):
        renumber(parcel, "AB1234")


def test_without_a_number_the_carrier_gives_one() -> None:
    parcel = a_parcel("AB1234")
    own = a_parcel()
    assert renumber(parcel, "")
    assert parcel.tracking.startswith("SB")
    assert parcel.tracking != own.tracking
    assert not renumber(parcel, "")
    assert scan(parcel, "delivered", to=Area("BE", "1000")) == "applied", "it needs no proof"


@pytest.mark.parametrize("kind", [kind.value for kind in ScanKind])
@pytest.mark.parametrize("told", ["right", "elsewhere", "untold"])
def test_of_what_the_carrier_has_told_nothing_is_corrected(kind: str, told: str) -> None:
    """Doubtful or not: who could go on trying would find a stranger's parcel that fits."""
    parcel = a_parcel("AB1234")
    assert untold([parcel]) == {parcel.id}
    scan(parcel, kind, **{"right": right(), "elsewhere": elsewhere(), "untold": {}}[told])
    parcel.refresh_from_db()
    assert untold([parcel]) == set()
    with pytest.raises(shipping.NumberKnown):
        renumber(parcel, "AB1235")
    assert standing() == {"AB1234": parcel.id}


def test_a_person_takes_a_doubtful_number_off_and_what_was_told_of_it_counts_no_more() -> None:
    parcel = a_parcel("AB1234")
    scan(parcel, "delivered", **elsewhere())
    assert doubtful() == [parcel.reference]
    assert renumber(parcel, "", despite_doubt=True)
    assert (doubtful(), doubted([parcel]), untold([parcel])) == ([], set(), {parcel.id})
    with transaction.atomic(), pytest.raises(shipping.NothingDoubtful):
        shipping.vouch(parcel.id, parcel.seller_id, now())
    assert renumber(parcel, "AB1236"), "and its seller enters the right one"
    scan(parcel, "in_transit", to=None)
    with transaction.atomic():
        moved = shipping.vouch(parcel.id, parcel.seller_id, now())
    assert moved == ("created", "moving"), "not delivered: that was another parcel"
    assert not Event.objects.exists()


def test_what_has_moved_or_is_vouched_for_keeps_its_number_whoever_asks() -> None:
    moved, vouched = a_parcel("AB1234"), a_parcel("AB1235")
    scan(moved, "handed_over", **right())
    scan(vouched, "delivered", to=None)
    with transaction.atomic():
        shipping.vouch(vouched.id, vouched.seller_id, now())
    for parcel in (moved, vouched):
        with pytest.raises(shipping.NumberKnown):
            renumber(parcel, "", despite_doubt=True)


@pytest.mark.parametrize("typed", ["AB12", "A" * 41, "AB 1234", "-AB1234"])
def test_what_is_no_parcel_number_is_refused(typed: str) -> None:
    parcel = a_parcel("AB1234")
    with pytest.raises(shipping.BadTracking):
        renumber(parcel, typed)
    assert standing() == {"AB1234": parcel.id}


def at_once(*acts: Any) -> list[str]:
    """What came of each, all begun together on connections of their own."""
    ready = Barrier(len(acts))

    def doing(act: Any) -> str:
        try:
            ready.wait()
            return str(act())
        except (shipping.TrackingTaken, shipping.NumberKnown) as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(doing, acts))


@pytest.mark.parametrize("turn", range(5))
def test_a_scan_and_a_correction_at_once_leave_one_of_them(turn: int) -> None:
    """Either the parcel moved and keeps its number, or it has the new one and did not move."""
    parcel = a_parcel("AB1234")
    same = Shipment.objects.get(id=parcel.id)
    told = at_once(
        lambda: scan(same, "delivered", f"race-{turn}", **right()),
        lambda: renumber(parcel, "AB1235"),
    )
    parcel.refresh_from_db()
    if told == ["applied", "number_known"]:
        assert (parcel.state, parcel.tracking) == ("delivered", "AB1234")
    else:
        assert told == ["unknown", "True"]
        assert (parcel.state, parcel.tracking) == ("created", "AB1235")
        assert not Scan.objects.exists()


def test_a_scan_that_waited_for_a_correction_moves_nothing() -> None:
    """The correction holds the parcel; the scan has found it by its old number and waits."""
    parcel = a_parcel("AB1234")
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            shipping.renumber(parcel.id, parcel.seller_id, "AB1235", now())

            def late() -> str:
                try:
                    return scan(parcel, "delivered", "late", **right())
                finally:
                    connection.close()

            scanning = pool.submit(late)
            wait_for_a_lock()
        assert scanning.result() == "unknown"
    parcel.refresh_from_db()
    assert parcel.state == "created"


def wait_for_a_lock() -> None:
    """Until another connection waits for what this one holds."""
    while True:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return


@pytest.mark.parametrize("turn", range(5))
def test_a_number_that_several_type_at_once_stands_for_one_parcel(turn: int) -> None:
    parcels = [a_parcel(f"AB123{number}") for number in range(3)]
    told = at_once(
        *(lambda parcel=parcel: renumber(parcel, "AB9999") for parcel in parcels),
        lambda: a_parcel("AB9999").id,
    )
    assert told.count("tracking_taken") == 3
    assert Number.objects.filter(tracking="AB9999", given_up_at=None).count() == 1
    assert len(set(standing())) == Shipment.objects.count()


@pytest.mark.parametrize("turn", range(5))
def test_two_who_swap_their_numbers_do_not_block_each_other(turn: int) -> None:
    first, second = a_parcel("AB1234"), a_parcel("AB1235")
    told = at_once(lambda: renumber(first, "AB1235"), lambda: renumber(second, "AB1234"))
    assert "tracking_taken" in told
    assert standing() == {
        Shipment.objects.get(id=each.id).tracking: each.id for each in (first, second)
    }


def test_a_message_from_before_the_correction_is_no_news_of_the_new_number() -> None:
    parcel = a_parcel("AB1234")
    scan(parcel, "in_transit", "one", **elsewhere(), at=now() - timedelta(hours=1))
    renumber(parcel, "", despite_doubt=True)
    assert Scan.objects.get().tracking == "AB1234", "the record says of which number"
