"""An erasure that a guest confirms, and what becomes of it."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import Client

from reprise.kernel import clock
from reprise.notifications.actions import send_post
from reprise.orders import actions as orders
from reprise.orders.models import Contact
from reprise.privacy.actions import brake, erasing, serving
from reprise.privacy.actions.telling import ask_sellers
from reprise.privacy.models import Act, Archived, Duty, Hold, Request, SellerCopy
from reprise.privacy.states import RequestKind
from reprise.wiring import sweeps
from tests.cast import an_offer
from tests.moment import now
from tests.orders.sale import pay, place
from tests.privacy.cases import bought, today
from tests.web.account.rights.asking import (
    GUEST,
    a_complaint,
    confirm,
    guests_link,
    plan_of,
    unpaid,
)
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


class TestErasureByLetter:
    def test_a_delivered_order_leaves_for_the_archive(
        self, sandbox: Any, weeks_later: Callable[[], None]
    ) -> None:
        mine = bought(sandbox)
        weeks_later()
        link = guests_link()
        client = Client()
        preview = client.get(f"{link}erasure/").content.decode()
        assert mine.sale.order.reference in preview
        assert Contact.objects.count() == 1, "looking erases nothing"
        answer = confirm(client, link)
        assert answer.status_code == 200
        assert not Contact.objects.exists()
        assert Archived.objects.get().order_id == mine.id
        drain()
        request = Request.objects.get()
        assert (request.state, request.outcome) == ("answered", "erased")
        sent = mail.outbox[-1]
        assert sent.to == [GUEST]
        assert request.reference in sent.subject
        assert a_complaint(sent)
        assert mine.case.seller.name in str(sent.body)

    def test_the_link_is_used_up_by_it(self, sandbox: Any, weeks_later: Callable[[], None]) -> None:
        bought(sandbox)
        weeks_later()
        link = guests_link()
        digest = plan_of(Client().get(f"{link}erasure/"))
        assert Client().post(f"{link}erasure/", {"plan": digest}).status_code == 200
        for path in ("", "copy/", "erasure/"):
            assert Client().get(f"{link}{path}").status_code == 410
        assert Client().post(f"{link}erasure/", {"plan": digest}).status_code == 410
        assert Request.objects.count() == 1

    def test_the_archive_is_found_by_the_next_letter(
        self, sandbox: Any, weeks_later: Callable[[], None]
    ) -> None:
        mine = bought(sandbox)
        weeks_later()
        confirm(Client(), guests_link())
        link = guests_link()
        page = Client().get(link).content.decode()
        assert mine.sale.order.reference in page
        assert "im Archiv bis" in page
        way_in = re.search(r'href="(/[^"]*/orders/R-[^"]+)"', page)
        assert way_in
        assert Client().get(way_in[1]).status_code == 200
        assert (
            mine.sale.order.reference
            not in Client().get(guests_link("bob@buyer.example")).content.decode()
        )

    def test_a_plan_that_has_changed_is_shown_again(
        self, sandbox: Any, weeks_later: Callable[[], None]
    ) -> None:
        bought(sandbox)
        weeks_later()
        link = guests_link()
        client = Client()
        digest = plan_of(client.get(f"{link}erasure/"))
        again = unpaid()
        answer = client.post(f"{link}erasure/", {"plan": digest})
        assert answer.status_code == 409
        assert again.reference in answer.content.decode()
        assert Contact.objects.count() == 2
        assert not Request.objects.exists()
        shown = plan_of(answer)
        assert shown != digest
        assert client.post(f"{link}erasure/", {"plan": shown}).status_code == 200
        assert not Contact.objects.exists()

    @pytest.mark.parametrize("given", ["", "0" * 64])
    def test_nothing_is_erased_unread(
        self, sandbox: Any, weeks_later: Callable[[], None], given: str
    ) -> None:
        bought(sandbox)
        weeks_later()
        assert Client().post(f"{guests_link()}erasure/", {"plan": given}).status_code == 409
        assert Contact.objects.count() == 1

    def test_a_plan_that_changes_in_that_very_moment_leaves_the_link_open(
        self, sandbox: Any, weeks_later: Callable[[], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        mine = bought(sandbox)
        weeks_later()
        link = guests_link()
        digest = plan_of(Client().get(f"{link}erasure/"))
        real = erasing.note

        def late(*arguments: Any, **named: Any) -> Any:
            Hold.objects.create(
                order_id=mine.id,
                kind="litigation",
                by="staff",
                since=now(),
                review_on=now().date(),
            )
            return real(*arguments, **named)

        monkeypatch.setattr(erasing, "note", late)
        answer = Client().post(f"{link}erasure/", {"plan": digest})
        assert answer.status_code == 409
        assert Contact.objects.count() == 1
        monkeypatch.setattr(erasing, "note", real)
        done = confirm(Client(), link)
        assert done.status_code == 200
        assert not Contact.objects.exists()
        assert Request.objects.count() == 1, "the second request is the first one"

    def test_after_a_kill_in_between_it_is_carried_out_all_the_same(
        self, sandbox: Any, weeks_later: Callable[[], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The request is filed, the link used up and what has to be done noted; nothing was done
        yet."""
        bought(sandbox)
        weeks_later()
        link = guests_link()
        real = erasing.carry_out

        def killed(*arguments: Any, **named: Any) -> Any:
            raise KeyboardInterrupt

        monkeypatch.setattr(erasing, "carry_out", killed)
        with pytest.raises(KeyboardInterrupt):
            confirm(Client(), link)
        assert Client().get(link).status_code == 410
        assert (Request.objects.get().state, Contact.objects.count()) == ("received", 1)
        monkeypatch.setattr(erasing, "carry_out", real)
        # The weeks are over for PostgreSQL as well.
        monkeypatch.setattr(brake, "_postgresql_now", clock.now)
        sweeps.every(clock.now() + timedelta(minutes=10), sweeps.RARELY)
        drain()
        assert Request.objects.get().outcome == "erased"
        assert not Contact.objects.exists()

    def test_what_nobody_has_confirmed_is_not_answered_by_a_clock(
        self, sandbox: Any, weeks_later: Callable[[], None]
    ) -> None:
        """It came by post, and the link was never opened: nothing was erased, and nobody is told
        that it was."""
        mine = bought(sandbox)
        weeks_later()
        made = serving.enter(
            RequestKind.ERASURE, mine.sale.order.reference, today(), uuid4(), now()
        )
        drain()
        sweeps.every(clock.now() + timedelta(days=60), [sweeps.erasures_due])
        drain()
        assert (Request.objects.get().id, Request.objects.get().state) == (made.id, "received")
        assert Contact.objects.exists()

    def test_two_tabs_at_once_erase_once(
        self, sandbox: Any, weeks_later: Callable[[], None]
    ) -> None:
        bought(sandbox)
        weeks_later()
        link = guests_link()
        digest = plan_of(Client().get(f"{link}erasure/"))
        answers: list[int] = []

        def press() -> None:
            try:
                answers.append(Client().post(f"{link}erasure/", {"plan": digest}).status_code)
            finally:
                connection.close()

        threads = [threading.Thread(target=press) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert sorted(answers)[0] == 200
        assert answers.count(200) == 1
        assert Request.objects.count() == 1
        assert Archived.objects.count() == 1
        assert Act.objects.filter(verb="archived").count() == 1

    def test_what_is_under_way_waits_and_is_told(self, sandbox: Any) -> None:
        case = an_offer(stock=1)
        under_way = place((case, 1))
        pay(under_way, sandbox)
        gone = unpaid()
        answer = confirm(Client(), guests_link())
        assert answer.status_code == 200
        assert list(Contact.objects.values_list("order_id", flat=True)) == [under_way.order.id]
        drain()
        request = Request.objects.get()
        assert request.state == "working"
        sent = str(mail.outbox[-1].body)
        assert under_way.order.reference in sent
        assert "17" in sent
        assert f"{gone.reference} · gelöscht" in sent, "what was done at once"
        assert f"{under_way.order.reference} · Name und Anschrift bleiben vorerst" in sent
        # The seller refuses, the money goes back, and it follows by itself.
        under_way.answer(case, False)
        drain()
        send_post(now())
        sweeps.every(now() + timedelta(minutes=1), sweeps.RARELY)
        drain()
        request.refresh_from_db()
        if Duty.objects.exists():
            pytest.fail(f"still waits: {erasing.plan([under_way.order.id], now())}")
        assert (request.state, request.outcome) == ("answered", "erased")
        assert request.reference in mail.outbox[-1].subject

    def test_before_its_month_ends_it_is_answered_and_the_rest_still_follows(
        self, sandbox: Any
    ) -> None:
        case = an_offer(stock=1)
        under_way = place((case, 1))
        pay(under_way, sandbox)
        confirm(Client(), guests_link())
        drain()
        request = Request.objects.get()
        last = datetime.combine(request.answer_by, time(12), tzinfo=UTC)
        sweeps.every(last - timedelta(days=4), [sweeps.erasures_due])
        request.refresh_from_db()
        assert request.state == "working"
        sweeps.every(last - timedelta(days=3), [sweeps.erasures_due])
        drain()
        request.refresh_from_db()
        assert (request.state, request.outcome) == ("answered", "rest_kept")
        sent = mail.outbox[-1]
        assert under_way.order.reference in str(sent.body)
        assert a_complaint(sent)
        assert Duty.objects.filter(request_id=request.id).exists(), "what waits is not forgotten"


def test_who_has_to_wait_is_not_told_that_something_is_gone(sandbox: Any) -> None:
    bought(sandbox)
    page = confirm(Client(), guests_link()).content.decode()
    assert "<h1>Vorgemerkt; noch kann nichts gelöscht werden</h1>" in page
    assert Contact.objects.exists()


def test_sellers_are_asked_once_for_their_copies(
    sandbox: Any, weeks_later: Callable[[], None]
) -> None:
    mine = bought(sandbox)
    weeks_later()
    never = an_offer(stock=1)
    unsold = place((never, 1)).order
    assert orders.expire(unsold.id, now() + timedelta(hours=1))
    drain()
    confirm(Client(), guests_link())
    drain()
    with transaction.atomic():
        assert ask_sellers(mine.id, now()) == 0
    (copy,) = SellerCopy.objects.all()
    assert copy.seller_id == mine.case.seller.id, "who never saw the address is not asked"
