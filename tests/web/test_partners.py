"""No address of the house loads anybody but those that ask, whoever has accepted everything."""

from __future__ import annotations

from typing import Any

import pytest

from reprise.discovery.actions import rebuild
from reprise.web.csp import NOBODY_ELSE
from tests.consent.asked import ask
from tests.moment import now
from tests.web.test_matrix import PEOPLE, TABLE, Scene, client_of, scene

__all__ = ["scene"]
pytestmark = pytest.mark.django_db(transaction=True)
ACME = "https://acme.example"


@pytest.mark.parametrize("person", PEOPLE)
def test_nobody_is_loaded_where_people_type_or_buy(
    scene: Scene, person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SANDBOX_URL", raising=False)
    rebuild(now())
    offer = ask()
    client = client_of(person)
    client.post("/fr-fr/choices/", {"answer": "all", "notice": offer.notice})
    loading = ("/fr-fr/", f"/fr-fr/products/{scene.product}/")
    for path in loading:
        assert ACME in str(client.get(path).headers["Content-Security-Policy"])
    for address, (get, _) in TABLE.items():
        path = scene.path(address)
        if get is None or path in loading:
            continue
        answer: Any = client.get(path)
        assert answer.headers["Content-Security-Policy"] == NOBODY_ELSE, path
        assert b"partners.js" not in answer.content, path
        assert b'class="question"' not in answer.content, path
