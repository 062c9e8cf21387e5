"""Where a partner is loaded, no script reads a page."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from reprise.consent import actions
from reprise.consent.states import StopReason
from tests.consent.asked import ask, asked_now
from tests.moment import now
from tests.web.shop.choices.visit import CHOICES, post, script

pytestmark = pytest.mark.django_db


class TestFetching:
    FETCH = {"Sec-Fetch-Dest": "empty", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": "same-origin"}

    @pytest.mark.parametrize("kind", ["empty", "text", "json", "worker"])
    @pytest.mark.parametrize("mode", ["cors", "no-cors", "same-origin"])
    def test_no_page_is_fetched_where_there_are_partners(
        self, paths: list[str], mode: str, kind: str
    ) -> None:
        """`import(page, {with: {type: "text"}})` reads a page as well as `fetch` does."""
        headers = self.FETCH | {"Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": kind}
        addresses = ("/fr-fr/basket/", "/fr-fr/account/login/", "/seller/login/", paths[0])
        assert {Client().get(path, headers=headers).status_code for path in addresses} == {200}
        offer = ask()
        yes = Client()
        post(yes, offer)
        for path in (*addresses, f"{CHOICES}receipt.json"):
            assert yes.get(path, headers=headers).status_code == 403, path
        form = {"answer": "none", "notice": offer.notice}
        assert yes.post(CHOICES, form, headers=headers).status_code == 403
        assert yes.get("/api/v1/markets", headers=headers).status_code == 200

    def test_a_tab_that_runs_a_partner_since_refused_or_stopped_fetches_nothing(
        self, paths: list[str]
    ) -> None:
        client = Client()
        offer = ask()
        post(client, offer)
        post(client, offer, "none")
        assert client.get("/fr-fr/account/login/", headers=self.FETCH).status_code == 403
        actions.kill_partner("acme", StopReason.CONTRACT, uuid4(), now())
        assert asked_now().partners == ()
        assert client.get("/fr-fr/account/login/", headers=self.FETCH).status_code == 403

    def test_opening_and_downloading_go_on(self, paths: list[str]) -> None:
        client = Client()
        post(client, ask())
        opened = {"Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate"}
        kept = {"Sec-Fetch-Dest": "empty", "Sec-Fetch-Mode": "navigate"}
        for headers in (opened, kept):
            assert client.get(f"{CHOICES}receipt.json", headers=headers).status_code == 200
            assert client.get(paths[0], headers=headers).status_code == 200
        assert script(client)

    def test_a_window_is_not_its_openers_to_read(self, paths: list[str]) -> None:
        client = Client()
        offer = ask()
        policy_of = "Cross-Origin-Opener-Policy"
        assert client.get(paths[0]).headers[policy_of] == "same-origin"
        post(client, offer)
        assert client.get(paths[0]).headers[policy_of] == "same-origin-allow-popups"
        assert client.get("/fr-fr/basket/").headers[policy_of] == "same-origin"
