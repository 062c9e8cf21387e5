"""A withdrawal stops everything at once and takes away what was kept."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from reprise.cli import main
from reprise.consent import actions
from reprise.consent.models import Receipt
from reprise.consent.remembered import read
from reprise.consent.states import StopReason
from reprise.kernel import evidence
from reprise.web.csp import NOBODY_ELSE
from tests.consent.asked import ask, purpose, tracker
from tests.moment import now
from tests.web.shop.choices.visit import ACME, CHOICES, asks, policy, post, script

pytestmark = pytest.mark.django_db


class TestWithdrawing:
    def test_it_stops_everything_at_once(self, paths: list[str]) -> None:
        offer = ask()
        client = Client()
        post(client, offer)
        assert ACME in policy(client.get(paths[0]))
        response = post(client, offer, "none")
        assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
        for path in paths:
            page = client.get(path)
            assert policy(page) == NOBODY_ELSE
            assert not asks(page)
        assert script(client) == ""
        choice = read(client.cookies["choices"].value)
        assert choice is not None
        assert (choice.receipt, choice.accepted) == (None, frozenset())

    def test_it_costs_one_click_and_is_proven(self, paths: list[str]) -> None:
        offer = ask()
        client = Client()
        post(client, offer, back=paths[0])
        page = client.get(paths[0]).content.decode()
        assert f'href="{CHOICES}"' in page
        assert 'value="none"' in client.get(CHOICES).content.decode()
        mine = client.get(f"{CHOICES}receipt.json")
        before = json.loads(mine.content)
        assert before["seal"] == evidence.seal(before)
        assert before["withdrawn"] is None
        done = post(client, offer, "none").headers["Location"]
        said = client.get(done)
        assert "/static/choices." in said.content.decode(), "other tabs are told"
        link = re.search(r'href="(/fr-fr/choices/receipt.json\?of=[^"]+)"', said.content.decode())
        assert link
        after = json.loads(client.get(link[1]).content)
        assert after["id"] == before["id"]
        assert after["withdrawn"]["at"]
        assert client.get(f"{CHOICES}receipt.json").status_code == 404
        assert client.get(f"{link[1]}x").status_code == 404
        assert Client().get(f"{CHOICES}receipt.json").status_code == 404

    def test_who_was_stopped_is_named_with_its_address(self) -> None:
        """What it has kept for its own, only the browser's settings can delete, by its address."""
        offer = ask("acme", "zeta")
        client = Client()
        post(client, offer)
        actions.kill_partner("acme", StopReason.CONTRACT, None, now())
        page = client.get(post(client, offer, "none").headers["Location"]).content.decode()
        for key in ("acme", "zeta"):
            assert f"{key.title()} Metrics SAS: https://{key}.example (<a" in page
        actions.kill_partner("zeta", StopReason.CONTRACT, None, now())
        again = ask("third", of=purpose())
        post(client, again)
        less = client.get(post(client, again, "none").headers["Location"]).content.decode()
        assert "Third Metrics SAS: https://third.example" in less
        assert "https://acme.example" not in less

    def test_a_proof_from_before_is_no_forgery(self, tmp_path: Any, capsys: Any) -> None:
        """It was true when it was downloaded; whoever checks it learns when that ended."""
        offer, client, path = ask(), Client(), tmp_path / "choices.json"
        post(client, offer)
        path.write_bytes(client.get(f"{CHOICES}receipt.json").content)
        command = ["verify-evidence", str(path), "--database"]
        assert main(command) == 0
        post(client, offer, "none")
        capsys.readouterr()
        assert main(command) == 2
        end = Receipt.objects.get(withdraws__isnull=False)
        said = capsys.readouterr().out
        assert "PART NOT the same: it was true when it was made; withdrawn since, at" in said
        assert f"{end.at.isoformat()}.\n" in said

    def test_a_forged_proof_stays_one_after_the_withdrawal(
        self, tmp_path: Any, capsys: Any
    ) -> None:
        offer, client, path = ask(), Client(), tmp_path / "choices.json"
        post(client, offer)
        mine = json.loads(client.get(f"{CHOICES}receipt.json").content)
        post(client, offer, "none")
        for changed in ({"page": "product"}, {"withdrawn": {"id": mine["id"], "at": mine["at"]}}):
            forged = {name: value for name, value in {**mine, **changed}.items() if name != "seal"}
            path.write_text(evidence.text(evidence.sealed(forged)))
            assert main(["verify-evidence", str(path), "--database"]) == 1
            assert "is not what the database says now" in capsys.readouterr().out

    def test_accepting_less_withdraws_the_rest(self) -> None:
        offer = ask("acme", "zeta")
        client = Client()
        post(client, offer)
        response = post(client, offer, "some", pair=["audience acme"])
        assert response.headers["Clear-Site-Data"]
        assert "zeta" not in script(client)

    def test_what_a_partner_kept_on_our_host_is_taken_away_on_every_page(
        self, paths: list[str]
    ) -> None:
        offer = ask("acme", trackers=[tracker("acme_visits"), tracker("acme_*")])
        client = Client()
        post(client, offer)
        for name in ("acme_visits", "acme_7f", "other", "basket"):
            client.cookies[name] = "1"
        assert not client.get(paths[0]).cookies, "accepted: it stays"
        gone = {"acme_visits", "acme_7f"}
        response = post(client, offer, "none")
        assert {n for n, each in response.cookies.items() if each["max-age"] == 0} == gone
        for path in (*paths, "/fr-fr/basket/", "/fr-fr/account/login/", "/fr-fr/nothing/"):
            for name in gone:
                client.cookies[name] = "1"
            answer = client.get(path)
            taken = {n for n, each in answer.cookies.items() if each["max-age"] == 0}
            assert taken == gone, path

    def test_what_another_partner_keeps_beside_cookies_spares_no_cookie(
        self, paths: list[str]
    ) -> None:
        """The second is accepted and keeps something of that name, but no cookie."""
        ask("acme", trackers=[tracker("acme_visits")])
        offer = ask("other", trackers=[tracker("acme_*", kind="local_storage")])
        client = Client()
        post(client, offer, "some", pair=["audience other"])
        client.cookies["acme_visits"] = "1"
        taken = client.get(paths[0]).cookies
        assert taken["acme_visits"]["max-age"] == 0

    def test_before_an_answer_and_after_a_kill_as_well(self, paths: list[str]) -> None:
        offer = ask()
        Client().get(paths[0])
        new = Client()
        new.cookies["acme_visits"] = "1"
        assert "acme_visits" in new.get("/fr-fr/basket/").cookies
        client = Client()
        post(client, offer)
        actions.kill_partner("acme", StopReason.CONTRACT, None, now())
        client.get(paths[0])
        client.cookies["acme_visits"] = "1"
        assert "acme_visits" in client.get("/fr-fr/basket/").cookies

    def test_a_name_that_no_answer_could_bear_breaks_no_page(self, paths: list[str]) -> None:
        ask("acme", trackers=[tracker("acme_*")])
        Client().get(paths[0])
        sent = 'acme_(x)=1; acme_"y"=2; acme_é=3; acme_ z=4; acme_ok=5; =6; ;; acme_'
        answer = Client().get(paths[0], headers={"Cookie": sent})
        assert answer.status_code == 200
        assert set(answer.cookies) == {"acme_ok", "acme_"}

    def test_no_view_sees_a_partners_cookie(self, paths: list[str]) -> None:
        client = Client()
        post(client, ask())
        client.cookies["acme_visits"] = "1"
        answer = client.get(paths[0])
        assert set(answer.wsgi_request.COOKIES) == {"choices"}
