"""Before an answer nothing of others is loaded, after it what was accepted, on pages that are
stored and on no other."""

from __future__ import annotations

import gzip
import json
import logging
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reprise.consent import actions, models, queries
from reprise.consent.configuration import Offer, day_of
from reprise.consent.remembered import read, written
from reprise.consent.rules import Choice
from reprise.consent.states import VoidingReason
from reprise.discovery.actions import rebuild
from reprise.discovery.models import Page
from reprise.kernel import clock
from reprise.orders import proof
from reprise.web import limit
from reprise.web.csp import NOBODY_ELSE
from tests.cast import an_offer
from tests.consent.asked import ask, asked_now, in_each, partner, purpose, tracker
from tests.moment import now

pytestmark = pytest.mark.django_db
ACME = "https://acme.example"
CHOICES = "/fr-fr/choices/"


@pytest.fixture
def paths() -> list[str]:
    case = an_offer(stock=2)
    rebuild(now())
    product = case.offer.variant.product
    shelf = f"/fr-fr/categories/{product.category.slug}/"
    return ["/fr-fr/", shelf, f"{shelf}?brand=none", f"/fr-fr/products/{product.slug}/"]


def post(client: Client, offer: Offer, answer: str = "all", **form: Any) -> Any:
    given = {"answer": answer, "notice": offer.notice, **form}
    return client.post(CHOICES, given)


def policy(answer: Any) -> str:
    return str(answer.headers["Content-Security-Policy"])


def asks(answer: Any) -> bool:
    body = answer.content
    if answer.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return 'class="question"' in body.decode()


def script(client: Client) -> str:
    answer = client.get("/fr-fr/choices/partners.js")
    assert answer.headers["Cache-Control"] == "private, no-store"
    return str(answer.content.decode())


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
        actions.kill_partner("zeta", None, now())
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


class TestAnswering:
    def test_the_cookie_is_as_declared_and_ends_with_the_choice(self) -> None:
        offer = ask()
        response = post(Client(), offer)
        cookie = response.cookies["choices"]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
        days = cookie["max-age"] / 86_400
        assert 181 <= days <= 184
        assert set(response.cookies) == {"choices"}, "no token, no session"

    def test_a_visit_renews_nothing(self, paths: list[str]) -> None:
        client = Client()
        post(client, ask())
        assert not client.get(paths[0]).cookies
        assert not client.get(CHOICES).cookies

    def test_choosing_one(self, paths: list[str]) -> None:
        client = Client()
        post(client, ask("acme", "zeta"), "some", pair=["audience zeta"])
        assert policy(client.get(paths[0])).count("zeta.example") == 4
        assert "acme" not in policy(client.get(paths[0]))
        assert "zeta.example" in script(client)
        assert "acme.example" not in script(client)
        page = client.get(CHOICES).content.decode()
        assert re.findall(r'value="audience (\w+)" checked', page) == ["zeta"]

    def test_some_without_any_is_a_refusal(self) -> None:
        offer = ask()
        post(Client(), offer, "some")
        assert not models.Receipt.objects.exists()
        assert models.Count.objects.get().answer == "none"

    def test_the_question_that_was_shown_is_the_one_that_is_accepted(self) -> None:
        old = ask()
        actions.add_partner(partner("zeta"), now())
        actions.activate_partner("zeta", now())
        client = Client()
        response = post(client, old)
        assert response.status_code == 409
        assert (
            "changed since you opened"
            in Client()
            .post("/en-fr/choices/", {"answer": "all", "notice": old.notice})
            .content.decode()
        )
        assert not response.cookies
        assert not models.Receipt.objects.exists()
        assert post(client, old, "none").status_code == 302

    def test_what_nobody_asked_is_not_accepted(self) -> None:
        offer = ask()
        for pair in ("audience stranger", "x", "audience", " acme", "audience\nacme"):
            assert post(Client(), offer, "some", pair=[pair]).status_code == 409
        assert not models.Receipt.objects.exists()

    @pytest.mark.parametrize(
        "back",
        [
            "https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)",
            "/fr-fr/orders/R-AAAAAAAA/token/", "/fr-fr/account/", "/staff/", "/fr-fr/basket/",
            "/fr-fr/choices/", "", "/nothing/", "http:/fr-fr/", "/fr-fr/\n/fr-fr/", "é",
        ],
    )  # fmt: skip
    def test_nobody_is_sent_elsewhere(self, back: str) -> None:
        response = post(Client(), ask(), "none", back=back)
        assert response.headers["Location"] == f"{CHOICES}?done=1"

    def test_one_goes_back_to_the_page_that_asked(self, paths: list[str]) -> None:
        offer = ask()
        for path in paths:
            assert post(Client(), offer, back=path).headers["Location"] == path
        pages = set(models.Receipt.objects.values_list("page", flat=True))
        assert pages == {"home", "category", "product"}

    def test_a_form_of_another_site_is_no_answer(self) -> None:
        offer = ask()
        for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
            given = {"answer": "all", "notice": offer.notice}
            assert Client().post(CHOICES, given, headers=headers).status_code == 403
        assert not models.Receipt.objects.exists()

    def test_no_row_and_no_line_holds_the_key_to_an_order(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        key = "t0ken" * 6
        with caplog.at_level(logging.DEBUG):
            post(Client(), ask(), back=f"/fr-fr/orders/R-AAAAAAAA/{key}/")
        assert models.Receipt.objects.get().page == "choices"
        assert key not in caplog.text
        with connection.cursor() as cursor:
            cursor.execute("SELECT r::text FROM consent_receipt r")
            assert key not in cursor.fetchone()[0]

    def test_too_many_acceptances_are_none_and_refusing_goes_on(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        offer = ask()
        few = limit.Buckets(None, "secret", 2)
        monkeypatch.setattr(limit, "buckets", lambda _: few)
        statuses = [post(Client(), offer).status_code for _ in range(4)]
        assert statuses == [302, 302, 429, 429]
        over = post(Client(), offer)
        assert not over.cookies
        assert int(over.headers["Retry-After"]) > 0
        assert post(Client(), offer, "none").status_code == 302
        assert models.Receipt.objects.count() == 2

    def test_two_at_once_are_two(self, paths: list[str]) -> None:
        offer = ask()
        client = Client()
        post(client, offer)
        first = models.Receipt.objects.get().id
        post(client, offer)
        assert models.Receipt.objects.filter(withdraws=first).exists()
        assert ACME in policy(client.get(paths[0]))


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
        assert before["seal"] == proof.seal(before)
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
        actions.kill_partner("acme", None, now())
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


class TestEnding:
    def test_after_six_months_it_is_asked_again(
        self, paths: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        actions_at = now()
        offer = ask(next_audit_on=day_of(actions_at) + timedelta(days=900))
        client = Client()
        response = post(client, offer)
        days = response.cookies["choices"]["max-age"] // 86_400
        value = response.cookies["choices"].value
        for later, asked in ((days - 1, False), (days, True)):
            moment = actions_at + timedelta(days=later)
            monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
            visitor = Client()
            visitor.cookies["choices"] = value
            page = visitor.get(paths[0])
            assert asks(page) is asked
            assert (ACME in policy(page)) is not asked

    def test_an_overdue_audit_leaves_the_policy_by_itself(
        self, paths: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        today = day_of(now())
        offer = ask(next_audit_on=today)
        client = Client()
        post(client, offer)
        assert ACME in policy(client.get(paths[0]))
        tomorrow = now() + timedelta(days=1)
        monkeypatch.setattr(clock, "now", lambda: tomorrow)
        page = client.get(paths[0])
        assert policy(page) == NOBODY_ELSE
        assert not asks(page)
        assert script(client) == ""
        assert not asks(Client().get(paths[0]))

    def test_a_new_partner_asks_again_and_is_not_loaded_before(self, paths: list[str]) -> None:
        offer = ask()
        clients = {"all": Client(), "none": Client()}
        for answer, client in clients.items():
            post(client, offer, answer)
        actions.add_partner(partner("zeta"), now())
        actions.activate_partner("zeta", now())
        for client in clients.values():
            page = client.get(paths[0])
            assert asks(page)
            assert policy(page) == NOBODY_ELSE
            assert script(client) == ""

    def test_a_comma_asks_nobody(self, paths: list[str]) -> None:
        offer = ask()
        clients = {"all": Client(), "none": Client()}
        for answer, client in clients.items():
            post(client, offer, answer)
        actions.save_purpose(purpose(text=in_each("Counts, how often pages are read.")), now())
        for answer, client in clients.items():
            page = client.get(paths[0])
            assert not asks(page)
            assert (ACME in policy(page)) is (answer == "all")
        assert "Counts, how often" in Client().get(paths[0]).content.decode()

    def test_an_invalid_notice_loads_nobody_from_the_next_request_on(
        self, paths: list[str]
    ) -> None:
        offer = ask()
        clients = {"all": Client(), "none": Client()}
        for answer, client in clients.items():
            post(client, offer, answer)
        notice = models.Notice.objects.get(text=offer.text)
        actions.void_notice(notice.id, VoidingReason.UNFAIR_LAYER, uuid4(), now())
        page = clients["all"].get(paths[0])
        assert asks(page)
        assert policy(page) == NOBODY_ELSE
        assert not asks(clients["none"].get(paths[0])), "who refused is not asked again"

    def test_another_process_sees_a_kill_with_its_next_request(self, paths: list[str]) -> None:
        """A process knows what it has read; the kill happens in another one."""
        offer = ask()
        client = Client()
        post(client, offer)
        client.get(paths[0])
        as_known = queries.known()
        actions.kill_partner("acme", None, now())
        assert queries.known() is as_known, "nobody has told this process"
        page = client.get(paths[0])
        assert policy(page) == NOBODY_ELSE
        assert queries.known() is not as_known

    def test_a_choice_that_was_forged_loads_nobody(self, paths: list[str]) -> None:
        offer = ask()
        client = Client()
        wished = Choice(day=day_of(now()), notice=offer.notice, accepted=offer.pairs)
        text = written(wished)
        client.cookies["choices"] = text[:-2] + ("AA" if not text.endswith("AA") else "BB")
        page = client.get(paths[0])
        assert asks(page)
        assert policy(page) == NOBODY_ELSE
        assert script(client) == ""


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
        actions.kill_partner("acme", uuid4(), now())
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


class TestThePageOfChoices:
    def test_it_says_what_was_answered(self) -> None:
        offer = ask("acme", "zeta")
        client = Client()

        def said() -> str:
            return str(client.get("/en-fr/choices/").content.decode())

        assert "You have not answered yet" in said()
        post(client, offer, "none")
        assert "You have refused everything" in said()
        post(client, offer)
        assert "You have accepted what is ticked" in said()
        for fact in ("Acme Metrics SAS", "3 rue du Test", "https://acme.example", "acme_visits",
                     "Knows a browser again. (en)", "30 days"):  # fmt: skip
            assert fact in said()

    def test_what_is_asked_no_more_can_still_be_withdrawn(self) -> None:
        offer = ask()
        client = Client()
        post(client, offer)
        actions.kill_partner("acme", None, now())
        assert not asked_now()
        assert 'value="none"' in client.get(CHOICES).content.decode()
        assert post(client, offer, "none").status_code == 302
        assert models.Receipt.objects.filter(kind="withdrawn").count() == 1

    def test_the_privacy_page_tells_of_it(self, paths: list[str]) -> None:
        ask()
        Client().get(paths[0])
        text = Client().get("/en-fr/privacy/").content.decode()
        assert "unless you agree" in text
        assert "<code>choices</code>" in text
        assert "Nothing here needs your consent" not in text
