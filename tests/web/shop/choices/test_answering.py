"""An answer: what is kept of it, what is none, and the page that says what was answered."""

from __future__ import annotations

import logging
import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client

from reprise.consent import actions, models
from reprise.consent.actions.changing import begin_change
from reprise.consent.states import StopReason, VoidingReason
from reprise.kernel.ids import new_id
from reprise.web import limit
from tests.consent.asked import ask, asked_now, partner, purpose
from tests.moment import now
from tests.web.shop.choices.visit import ACME, CHOICES, policy, post, script

pytestmark = pytest.mark.django_db


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

    def test_it_says_why_an_answer_counts_no_more(self) -> None:
        offer = ask(of=purpose(version=1))
        clients = {"none": Client(), "all": Client()}
        for answer, client in clients.items():
            post(client, offer, answer)

        def said(answer: str) -> str:
            return unescape(clients[answer].get("/en-fr/choices/").content.decode())

        for answer in clients:
            assert "a purpose or a partner is added or changed" in said(answer)
        actions.add_partner(partner("zeta"), now())
        actions.activate_partner("zeta", now())
        for answer in clients:
            page = said(answer)
            assert "You answered on" in page
            assert "this has been added or changed: Zeta Metrics SAS. So we ask again" in page
            assert "You have not answered" not in page
        actions.save_purpose(purpose(version=2), now())
        assert "added or changed: Purpose audience (en). So we ask" in said("none")
        for client in clients.values():
            post(client, asked_now(), "all")
        notice = models.Notice.objects.get(text=asked_now().text)
        actions.void_notice(notice.id, VoidingReason.UNTOLD_PARTNER, None, now())
        assert "we have declared it invalid. So we ask again" in said("all")

    def test_the_basis_of_a_transfer_is_in_words(self) -> None:
        ask(country="US", transfer_basis="clauses")
        page = unescape(Client().get("/en-fr/choices/").content.decode())
        assert "on this basis: standard data protection clauses" in page
        # What was written before there were codes stands as it is.
        row = models.Partner.objects.get()
        row.id, row.key, row.transfer_basis = new_id(), "old", "SCC of 2021"
        row.save(force_insert=True)
        models.Use.objects.create(purpose=models.Purpose.objects.get(), partner=row)
        begin_change()
        page = unescape(Client().get("/en-fr/choices/").content.decode())
        assert "on this basis: SCC of 2021." in page

    def test_what_is_asked_no_more_can_still_be_withdrawn(self) -> None:
        offer = ask()
        client = Client()
        post(client, offer)
        actions.kill_partner("acme", StopReason.CONTRACT, None, now())
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
