"""Nobody pays with play money where the operator has not chosen it."""

from __future__ import annotations

import importlib
import json
import time
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from reprise.config import wsgi
from reprise.payments import actions as payments
from reprise.payments.models import Notice
from reprise.sandbox.payment.letters import sign
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.sandbox.running import SECRET

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_payment_page_is_not_there(sandbox: Any, settings: Any) -> None:
    sale = place((an_offer(stock=1), 1))
    page = payments.start(
        sale.payment,
        merchant_reference=sale.order.reference,
        language="fr",
        return_url="http://shop.example/back",
        now=now(),
    )
    page = urlsplit(page).path
    assert Client().get(page).status_code == 200
    settings.PLAY_MONEY = False
    for method in ("get", "post"):
        assert getattr(Client(), method)(page).status_code == 404


def test_its_notices_are_nobodys(sandbox: Any, settings: Any) -> None:
    settings.PLAY_MONEY = False
    body = json.dumps({"id": "evt_1"})
    sealed = sign(SECRET, int(time.time()), body)
    answer = Client().post(
        "/hooks/payments/sandbox/", body, "application/json", headers={"Sandbox-Signature": sealed}
    )
    assert answer.status_code == 404
    assert not Notice.objects.exists()


def test_the_web_server_does_not_start_with_it(settings: Any) -> None:
    settings.PLAY_MONEY = False
    with pytest.raises(ImproperlyConfigured, match="REPRISE_ALLOW_SANDBOX=1"):
        importlib.reload(wsgi)
    settings.PAYMENT_PROVIDER = "another"
    importlib.reload(wsgi)
