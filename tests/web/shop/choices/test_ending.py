"""What ends a choice without its visitor: time, audits, other questions, a kill."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from reprise.consent import actions, models, queries
from reprise.consent.configuration import day_of
from reprise.consent.remembered import written
from reprise.consent.rules import Choice
from reprise.consent.states import StopReason, VoidingReason
from reprise.kernel import clock
from reprise.web.csp import NOBODY_ELSE
from tests.consent.asked import ask, in_each, partner, purpose
from tests.moment import now
from tests.web.shop.choices.visit import ACME, asks, policy, post, script

pytestmark = pytest.mark.django_db


class TestEnding:
    def test_after_six_months_it_is_asked_again(
        self, paths: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # At noon: in half a year the same hour may be one of the next day.
        actions_at = datetime.combine(day_of(now()), time(12), UTC)
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
        actions.kill_partner("acme", StopReason.CONTRACT, None, now())
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
