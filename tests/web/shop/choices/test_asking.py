"""Before an answer nothing of others is loaded, after it what was accepted, on pages that are
stored and on no other."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reprise.consent import actions
from reprise.consent.states import StopReason
from reprise.discovery.models import Page
from reprise.web.csp import NOBODY_ELSE
from tests.consent.asked import ask
from tests.moment import now
from tests.web.shop.choices.visit import ACME, asks, policy, post, script

pytestmark = pytest.mark.django_db


class TestAsking:
    def test_every_stored_page_asks_first_and_loads_nobody(self, paths: list[str]) -> None:
        ask()
        for path in paths:
            for _ in range(2):
                answer = Client().get(path)
                assert asks(answer), path
                assert policy(answer) == NOBODY_ELSE
                assert answer.headers["Cache-Control"] == "private, no-cache"
                assert answer.headers["Vary"] == "Accept-Encoding, Cookie"
                assert not answer.cookies
                assert ACME not in answer.content.decode(), "a body never holds a partner's address"
        assert script(Client()) == ""

    def test_purposes_come_first_and_nothing_is_ticked(self, paths: list[str]) -> None:
        ask("acme", "zeta")
        text = Client().get("/de-de/").content.decode()
        assert text.index("Purpose audience (de)") < text.index("Acme Metrics SAS")
        assert "Acme Metrics SAS, Zeta Metrics SAS" in text
        partners, accept, refuse = map(text.index, ("Acme Met", 'value="all"', 'value="none"'))
        assert partners < accept < refuse
        assert text.index("<header") > text.index('value="none"'), "before everything else"
        for path in ("/de-de/", "/de-de/choices/"):
            page = Client().get(path).content.decode()
            assert not re.search(r"<input[^>]*\bchecked", page)

    def test_an_answer_asks_no_more(self, paths: list[str]) -> None:
        offer = ask()
        for answer, loaded in (("all", True), ("none", False)):
            client = Client()
            response = post(client, offer, answer, back=paths[0])
            assert (response.status_code, response.headers["Location"]) == (302, paths[0])
            for path in paths:
                page = client.get(path)
                assert not asks(page)
                assert (ACME in policy(page)) is loaded
                assert ACME not in page.content.decode()
            assert (f"{ACME}/count.js" in script(client)) is loaded

    def test_both_variants_are_kept_and_never_swapped(self, paths: list[str]) -> None:
        offer = ask()
        yes, new = Client(), Client()
        post(yes, offer)
        first = {path: (yes.get(path), new.get(path)) for path in paths}
        keys = set(Page.objects.values_list("path", flat=True))
        stored = [path for path in paths if "brand" not in path]
        assert keys == {
            f"{path}\n{kind} {offer.notice}" for path in stored for kind in ("ask", "plain")
        }
        for path in stored:
            plain, asking = first[path]
            assert plain.headers["ETag"] != asking.headers["ETag"]
            for client, mine, other in ((yes, plain, asking), (new, asking, plain)):
                again = client.get(path)
                assert again.content == mine.content
                etag = {"If-None-Match": other.headers["ETag"]}
                assert client.get(path, headers=etag).status_code == 200
                etag = {"If-None-Match": mine.headers["ETag"]}
                assert client.get(path, headers=etag).status_code == 304

    def test_a_304_bears_the_policy_of_today(self, paths: list[str]) -> None:
        offer = ask("acme", "zeta")
        client = Client()
        post(client, offer)
        etag = client.get(paths[0]).headers["ETag"]
        actions.kill_partner("zeta", StopReason.CONTRACT, None, now())
        # Its own words have changed as well, so what the browser has is asked with another tag.
        before = client.get(paths[0]).headers["ETag"]
        unchanged = client.get(paths[0], headers={"If-None-Match": before})
        assert unchanged.status_code == 304
        assert ACME in policy(unchanged)
        assert "zeta" not in policy(unchanged)
        assert unchanged.headers["Vary"] == "Accept-Encoding, Cookie"
        assert etag

    def test_no_cookie_fills_the_store(self, paths: list[str]) -> None:
        ask()
        Client().get(paths[0])
        for number in range(5):
            client = Client()
            client.cookies["choices"] = f"made-up-{number}"
            client.get(paths[0])
        assert Page.objects.count() == 1

    def test_it_costs_no_statement_more(self, paths: list[str]) -> None:
        offer = ask()
        client = Client()
        post(client, offer)
        client.get(paths[0])
        with CaptureQueriesContext(connection) as made:
            client.get(paths[0])
        assert len(made) == 1

    def test_each_page_leads_to_choices(self, paths: list[str]) -> None:
        ask()
        Client().get(paths[0])
        for path in (*paths, "/fr-fr/basket/", "/fr-fr/privacy/", "/fr-fr/account/login/",
                     "/fr-fr/nothing/", "/fr-fr/choices/"):  # fmt: skip
            assert 'href="/fr-fr/choices/"' in Client().get(path).content.decode(), path
        for path in ("/", "/nothing/", "/seller/login/"):
            assert "/choices/" in Client().get(path).content.decode(), path


class TestElsewhere:
    PRIVATE = (
        "/fr-fr/basket/", "/fr-fr/checkout/", "/fr-fr/account/login/", "/fr-fr/account/sign-up/",
        "/fr-fr/orders/", "/fr-fr/orders/R-00000000/x/", "/fr-fr/choices/", "/fr-fr/search/?q=a",
        "/fr-fr/privacy/", "/fr-fr/terms/", "/fr-fr/law/", "/seller/login/", "/staff/login/", "/",
        "/healthz", "/api/v1/markets", "/fr-fr/nothing/", "/fr-fr/products/nothing/",
        "/dev/mailbox/", "/fr-fr/how-we-rank/", "/fr-fr/recipients/", "/sitemap.xml",
    )  # fmt: skip

    @pytest.mark.usefixtures("sandbox")
    def test_no_other_page_asks_or_loads(self, paths: list[str]) -> None:
        client = Client()
        post(client, ask())
        client.get(paths[0])
        for path in self.PRIVATE:
            for visitor in (client, Client()):
                answer = visitor.get(path)
                text = answer.content.decode()
                assert policy(answer) == NOBODY_ELSE, path
                assert "partners.js" not in text, path
                assert 'class="question"' not in text, path

    def test_who_has_answered_gets_one_body_whatever_it_was(self, paths: list[str]) -> None:
        offer = ask()
        yes, no = Client(), Client()
        post(yes, offer)
        post(no, offer, "none")
        for client in (yes, no, Client()):
            client.get(paths[0])
        bodies = {"yes": yes.get(paths[0]).content, "new": Client().get(paths[0]).content}
        assert bodies["yes"] == no.get(paths[0]).content != bodies["new"]
