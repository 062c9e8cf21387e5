"""An order of the archive, whose buyer is somebody whose name stands nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reprise.orders.models import DeliveryPoint, SellerOrder
from reprise.privacy.actions import contacts
from reprise.privacy.actions.acting import CLOCK
from reprise.privacy.leaving import Fate, on_request
from reprise.privacy.models import Archived
from tests.cast import CONTACT
from tests.orders import sale as sales
from tests.privacy.cases import Bought, bought, later

CANARIES = {
    "name": "Kanarine Vogelzang", "email": "kanarine@canary.example", "phone": "+33 6 98 76 54 32",
    "street": "77 allée des Canaris", "extra": "porte bleue", "postcode": "13098",
    "town": "Oisellerie",
}  # fmt: skip


def canary(sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> Bought:
    monkeypatch.setattr(sales, "CONTACT", replace(CONTACT, **CANARIES))
    made = bought(sandbox)
    (contract,) = SellerOrder.objects.filter(order_id=made.id)
    DeliveryPoint.objects.create(
        seller_order=contract, carrier="sandbox", code="K1", name="Kanarienkiosk",
        street="Vogelgasse 1", postcode="13098", town="Oisellerie", country="FR",
    )  # fmt: skip
    return made


def archived(made: Bought) -> Archived:
    decided = contacts.take_out(made.id, on_request, CLOCK, later())
    assert decided.fate is Fate.ARCHIVED
    return Archived.objects.get(order_id=made.id)
