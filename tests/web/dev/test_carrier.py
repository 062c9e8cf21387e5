"""The carrier's desk: a person says what happens to a parcel, the carrier tells the shop."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from reprise.kernel.ids import new_id
from reprise.shipping import actions as shipping
from reprise.shipping.carriers.base import Area
from reprise.shipping.models import Shipment
from reprise.web.dev import views
from tests.moment import now

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("carrier")]


def a_parcel() -> Shipment:
    return shipping.ship(
        seller_id=new_id(),
        market="fr",
        reference=new_id(),
        lines={new_id(): 1},
        carrier="sandbox",
        tracking="",
        to=Area("FR", "69001"),
        since=now(),
        now=now(),
    )


def test_the_desk_shows_each_parcel_with_what_may_happen_next() -> None:
    parcel = a_parcel()
    text = Client().get("/dev/carrier/").content.decode()
    assert parcel.tracking in text
    for kind in ("handed_over", "in_transit", "at_point", "delivered", "returned"):
        assert f'<option value="{kind}">' in text


def test_a_scan_goes_by_the_carrier_and_twice_is_the_same_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[dict[str, Any]] = []
    real = views.Connection.call

    def listen(self: views.Connection, method: str, path: str, body: bytes) -> tuple[int, bytes]:
        asked.append(json.loads(body))
        return real(self, method, path, body)

    monkeypatch.setattr(views.Connection, "call", listen)
    form = {"tracking": a_parcel().tracking, "kind": "at_point", "twice": "1"}
    answer = Client().post("/dev/carrier/", form)
    # The carrier of the tests has no shop to tell; that it answered is its own word.
    assert answer.headers["Location"] == "/dev/carrier/?told=nobody_to_tell"
    assert len(asked) == 2
    assert asked[0]["to"] == {"country": "FR", "postcode": "69001"}, "read off the label"
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("form", "told"),
    [({"tracking": "SB1", "kind": "exploded"}, "refused"), ({}, "refused")],
)
def test_what_is_no_scan_is_refused_by_the_carrier(form: dict[str, str], told: str) -> None:
    answer = Client().post("/dev/carrier/", form)
    assert answer.headers["Location"] == f"/dev/carrier/?told={told}"


def test_a_carrier_that_is_away_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARRIER_URL", "http://127.0.0.1:9")
    answer = Client().post("/dev/carrier/", {"tracking": "SB1", "kind": "delivered"}, follow=True)
    assert "The carrier does not answer." in answer.content.decode()
