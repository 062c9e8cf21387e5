"""A person's rights as they are exercised: with an account, or by a letter without one."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from reprise.accounts.models import Letter, User
from reprise.kernel import clock
from reprise.keys import Keys, MissingKey
from reprise.notifications.actions import send_post
from reprise.orders import access
from reprise.orders import actions as orders
from reprise.orders.models import Contact, Order
from reprise.privacy.access import Person, answer, orders_of, owner, shown_columns
from reprise.privacy.actions import asking, contacts, erasing, nights, serving
from reprise.privacy.actions.telling import ask_sellers
from reprise.privacy.copy import document
from reprise.privacy.holdings import HOLDINGS
from reprise.privacy.models import (
    Act,
    Archived,
    Duty,
    Hold,
    Notice,
    Request,
    Requester,
    SellerCopy,
)
from reprise.privacy.people import person
from reprise.privacy.retention.archived import ARCHIVE
from reprise.privacy.states import Extension, Outcome, Reason, RequestKind
from reprise.sellers.models import Member
from reprise.wiring import sweeps
from tests.cast import CONTACT, a_seller, an_offer
from tests.meanwhile import meanwhile
from tests.moment import now
from tests.orders.sale import pay, place
from tests.privacy.cases import bought
from tests.web.account.people import ADA, HOME, WORD, last_link, long_ago, signed_in
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = f"{HOME}privacy/"
ASK = "/de-de/privacy/request/"
GUEST = CONTACT.email


@pytest.fixture
def weeks_later(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Turn the clock on, until nobody can withdraw any more."""

    def turn() -> None:
        then = now() + timedelta(days=21)
        monkeypatch.setattr(clock, "now", lambda: then)

    return turn


def guests_link(email: str = GUEST) -> str:
    """Ask for a link, and open the letter."""
    assert Client().post(ASK, {"email": email}).status_code == 200
    return last_link()


def plan_of(page: Any) -> str:
    found = re.search(r'name="plan" value="([0-9a-f]{64})"', page.content.decode())
    assert found
    return found[1]


def confirm(client: Client, base: str) -> Any:
    """Read what becomes of everything, and confirm it."""
    return client.post(f"{base}erasure/", {"plan": plan_of(client.get(f"{base}erasure/"))})


def unpaid() -> Order:
    """An order that nobody has paid for, and whose time is over."""
    order = place((an_offer(stock=1), 1)).order
    assert orders.expire(order.id, now() + timedelta(hours=1))
    drain()
    return order


def everything() -> dict[str, Any]:
    """The rows of our own tables, but what counts who asks."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("procrastinate", "django_session", "accounts_attempt")):
                continue
            row = "order_id" if table == "privacy_archived" else "t"
            cursor.execute(
                f"SELECT md5(string_agg({row}::text, ',' ORDER BY {row}::text))"  # noqa: S608
                f' FROM "{table}" t'
            )
            found[table] = cursor.fetchone()
        return found


class TestTheLetter:
    def test_it_opens_what_the_address_has_ordered(self, sandbox: Any) -> None:
        mine = bought(sandbox)
        other = place((an_offer(stock=1), 1)).order
        Contact.objects.filter(order_id=other.id).update(email="bob@buyer.example")
        page = Client().get(guests_link()).content.decode()
        assert mine.sale.order.reference in page
        assert other.reference not in page

    def test_the_answer_is_the_same_for_every_address(self, sandbox: Any, ada: User) -> None:
        bought(sandbox)
        answers = {
            Client().post(ASK, {"email": each}).content
            for each in (GUEST, ADA, "nobody@buyer.example")
        }
        assert len(answers) == 1

    def test_an_address_with_an_account_is_led_to_signing_in(self, ada: User) -> None:
        Client().post(ASK, {"email": ADA})
        drain()
        (sent,) = mail.outbox
        assert "/account/letters/" not in str(sent.body)
        assert "/de-de/account/privacy/" in str(sent.body)

    def test_it_opens_no_account_that_was_opened_meanwhile(self, sandbox: Any) -> None:
        mine = bought(sandbox)
        link = guests_link()
        User.objects.create_user(GUEST, WORD, verified_at=now())
        Contact.objects.filter(order_id=mine.id).update(buyer_id=User.objects.get().id)
        for path in ("", "copy/", "erasure/"):
            page = Client().get(f"{link}{path}")
            assert page.status_code == 409
            assert mine.sale.order.reference not in page.content.decode()
        assert Client().post(f"{link}copy/").status_code == 409

    def test_an_order_of_an_account_is_not_a_guests(self, sandbox: Any, ada: User) -> None:
        """Ada has ordered with her account and typed somebody else's address."""
        order = place((an_offer(stock=1), 1), buyer=ada.id).order
        page = Client().get(guests_link()).content.decode()
        assert order.reference not in page
        assert orders_of(Person(None, GUEST)) == []

    def test_looking_changes_nothing_and_it_opens_again(self, sandbox: Any) -> None:
        bought(sandbox)
        link = guests_link()
        before = everything()
        pages = ("", "copy/", "given/", "erasure/", "restriction/", "objection/", "correction/")
        for _ in range(2):
            for path in pages:
                answer = Client().get(f"{link}{path}")
                assert answer.status_code == 200, path
                assert answer["Cache-Control"] == "private, no-store"
        assert everything() == before

    def test_it_opens_for_an_hour(self, sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        bought(sandbox)
        link = guests_link()
        letter = Letter.objects.get(purpose="rights")
        assert letter.expires_at == letter.written_at + timedelta(hours=1)
        for seconds, status in ((-1, 200), (1, 410)):
            then = letter.expires_at + timedelta(seconds=seconds)
            monkeypatch.setattr(clock, "now", lambda then=then: then)
            for path in ("", "copy/", "erasure/"):
                assert Client().get(f"{link}{path}").status_code == status, (seconds, path)
        assert ASK in Client().get(link).content.decode()

    def test_another_token_opens_nothing(self, sandbox: Any) -> None:
        bought(sandbox)
        link = guests_link()
        token = link.rstrip("/").rsplit("/", 1)[1]
        other = link.replace(token, "0" * len(token))
        for path in ("", "copy/", "erasure/"):
            assert Client().get(f"{other}{path}").status_code == 404
            assert Client().post(f"{other}{path}").status_code == 404 or not path

    def test_a_letter_for_something_else_opens_no_rights(self, sandbox: Any) -> None:
        bought(sandbox)
        Client().post(f"{HOME}sign-up/", {"email": GUEST})
        link = last_link()
        for path in ("copy/", "erasure/", "restriction/"):
            assert Client().post(f"{link}{path}").status_code == 404

    def test_an_orders_link_opens_no_right(self, sandbox: Any) -> None:
        order = bought(sandbox).sale.order
        for path in ("copy/", "erasure/"):
            assert Client().post(f"{access.path(order)}{path}").status_code == 404
        letter = Letter.objects.create(
            purpose="rights", email=GUEST, locale="fr-fr", written_at=now(), expires_at=now()
        )
        token = access.path(order).rstrip("/").rsplit("/", 1)[1]
        assert Client().get(f"/fr-fr/account/letters/{letter.id}/{token}/").status_code == 404

    def test_no_more_than_three_an_hour_go_to_one_address(self) -> None:
        for place_ in range(5):
            answer = Client(REMOTE_ADDR=f"192.0.2.{place_}").post(ASK, {"email": GUEST})
            assert answer.status_code == 200
        assert Letter.objects.filter(email=GUEST).count() == 3

    def test_what_is_no_address_is_said(self) -> None:
        answer = Client().post(ASK, {"email": "camille"})
        assert answer.status_code == 422
        assert 'value="camille"' in answer.content.decode()
        assert not Letter.objects.exists()


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
        Hold.objects.update(lifted_at=now())
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
            RequestKind.ERASURE, mine.sale.order.reference, now().date(), uuid4(), now()
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
        assert f"{under_way.order.reference} · bleibt vorerst" in sent
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
        last = datetime.combine(request.answer_by, now().timetz())
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


def a_complaint(letter: Any) -> bool:
    """Where to complain: an authority and a court."""
    text = str(letter.body)
    return ("BfDI" in text and "Gericht" in text) or ("CNIL" in text and "tribuna" in text)


class TestTheAccount:
    def test_everything_goes_orders_first(
        self, sandbox: Any, ada: User, weeks_later: Callable[[], None]
    ) -> None:
        mine = bought(sandbox, buyer=ada.id)
        weeks_later()
        client, other = signed_in(), signed_in()
        assert client.get(f"{HOME}deletion/")["Location"] == f"{PAGE}erasure/"
        assert client.post(f"{HOME}deletion/")["Location"] == f"{PAGE}erasure/"
        assert User.objects.exists()
        answer = confirm(client, PAGE)
        assert answer.status_code == 200
        drain()
        assert not User.objects.exists()
        assert not Contact.objects.exists()
        assert Archived.objects.get().order_id == mine.id
        for each in (client, other):
            assert each.get(HOME).status_code == 303
        verbs = list(Act.objects.order_by("seq").values_list("holding", "verb"))
        assert verbs == [("contact", "archived"), ("account", "erased")]
        request = Request.objects.get()
        assert (request.state, request.outcome) == ("answered", "erased")
        assert mail.outbox[-1].to == [ADA]

    def test_an_old_sign_in_is_not_enough(self, ada: User) -> None:
        client = signed_in()
        digest = plan_of(client.get(f"{PAGE}erasure/"))
        long_ago(client)
        for path in ("erasure/", "copy/", "given/", "restriction/", "objection/", "correction/"):
            answer = client.post(f"{PAGE}{path}", {"plan": digest})
            assert answer.status_code == 403, path
            assert "kept-" in answer.content.decode(), "the page that asks who it is"
            assert "Sind Sie es?" in answer.content.decode(), path
        assert User.objects.exists()
        assert not Request.objects.exists()

    @pytest.mark.parametrize("who", ["seller", "staff"])
    def test_who_works_here_hands_over_first(
        self, ada: User, sandbox: Any, who: str, weeks_later: Callable[[], None]
    ) -> None:
        bought(sandbox, buyer=ada.id)
        weeks_later()
        if who == "seller":
            Member.objects.create(seller=a_seller(), user_id=ada.id)
        else:
            User.objects.filter(id=ada.id).update(is_staff=True)
        answer = confirm(signed_in(), PAGE)
        assert answer.status_code == 409
        assert User.objects.exists()
        assert Contact.objects.count() == 1, "nothing of it was done"
        assert not Request.objects.exists()

    def test_what_is_under_way_is_shown_with_its_clock(self, ada: User) -> None:
        client = signed_in()
        assert client.post(f"{PAGE}objection/").status_code == 303
        request = Request.objects.get()
        page = client.get(PAGE).content.decode()
        assert request.reference in page
        assert str(request.answer_by.year) in page
        assert client.post(f"{PAGE}objection/").status_code == 303
        assert Request.objects.count() == 1, "a second request is the first one"
        drain()
        assert request.reference in mail.outbox[-1].subject

    def test_another_persons_requests_are_not_shown(self, ada: User) -> None:
        User.objects.create_user("bob@buyer.example", WORD, verified_at=now())
        signed_in("bob@buyer.example").post(f"{PAGE}objection/")
        assert Request.objects.get().reference not in signed_in().get(PAGE).content.decode()

    def test_an_address_without_proof_shows_no_requests(self, ada: User) -> None:
        signed_in().post(f"{PAGE}objection/")
        User.objects.filter(id=ada.id).update(verified_at=None)
        assert Request.objects.get().reference not in signed_in().get(PAGE).content.decode()


def test_who_has_to_wait_is_not_told_that_something_is_gone(sandbox: Any) -> None:
    bought(sandbox)
    page = confirm(Client(), guests_link()).content.decode()
    assert "<h1>Vorgemerkt; noch kann nichts gelöscht werden</h1>" in page
    assert Contact.objects.exists()


class TestRestriction:
    def test_nothing_is_erased_until_its_person_ends_it(
        self, sandbox: Any, ada: User, weeks_later: Callable[[], None]
    ) -> None:
        mine = bought(sandbox, buyer=ada.id)
        weeks_later()
        client = signed_in()
        assert client.post(f"{PAGE}restriction/").status_code == 303
        assert Archived.objects.get().order_id == mine.id, "it leaves the shop, sealed"
        assert Hold.objects.filter(lifted_at=None).count() == 2
        done = Act.objects.filter(request_id=Request.objects.get().id).order_by("seq")
        assert [each.verb for each in done] == ["archived", "held", "held"], "the request's proof"
        drain()
        assert not SellerCopy.objects.exists(), "a restriction has nobody delete anything"
        assert not nights.run(clock.now() + timedelta(days=4000), [ARCHIVE]).done.get("archive")
        client.post(f"{PAGE}restriction/", {"end": "1"})
        assert not Hold.objects.filter(lifted_at=None).exists()
        assert confirm(client, PAGE).status_code == 200
        assert not User.objects.exists()
        assert SellerCopy.objects.get().seller_id == mine.case.seller.id, "now it is asked"

    @pytest.mark.parametrize("who", ["account", "guest"])
    def test_whoever_asked_for_it_may_ask_for_erasure_instead(
        self, sandbox: Any, ada: User, weeks_later: Callable[[], None], who: str
    ) -> None:
        """Art. 18 protects the person, from whom it takes nothing of art. 17: the page says that
        it ends, the letter that it has."""
        mine = bought(sandbox, buyer=ada.id if who == "account" else None)
        weeks_later()
        client, base = (signed_in(), PAGE) if who == "account" else (Client(), guests_link())
        client.post(f"{base}restriction/")
        drain()
        page = client.get(f"{base}erasure/")
        assert "Mit der Löschung endet das" in page.content.decode()
        done = confirm(client, base)
        assert done.status_code == 200
        assert "Das endete, als Sie die Löschung bestätigt haben" in done.content.decode()
        assert not Hold.objects.filter(lifted_at=None).exists()
        request = Request.objects.get(kind="erasure")
        ended = Act.objects.filter(request_id=request.id, verb="unheld")
        assert [each.actor_kind for each in ended] == ["person", "person"]
        mail.outbox.clear()
        drain()
        request.refresh_from_db()
        assert (request.outcome, Duty.objects.count()) == ("erased", 0)
        (letter,) = (each for each in mail.outbox if request.reference in each.subject)
        assert "Das endete, als Sie die Löschung bestätigt haben" in str(letter.body)
        assert SellerCopy.objects.get().seller_id == mine.case.seller.id
        assert User.objects.exists() is (who == "guest")

    @pytest.mark.parametrize("who", ["account", "guest"])
    def test_what_a_claim_needs_stays_all_the_same(
        self, sandbox: Any, ada: User, weeks_later: Callable[[], None], who: str
    ) -> None:
        """Art. 17(3)(e): it waits, and the person is told so; of an account nothing is done."""
        mine = bought(sandbox, buyer=ada.id if who == "account" else None)
        weeks_later()
        client, base = (signed_in(), PAGE) if who == "account" else (Client(), guests_link())
        Hold.objects.create(
            person=person(ADA if who == "account" else GUEST), kind="litigation", since=now(),
            review_on=now().date(), staff_id=ada.id, by="staff",
        )  # fmt: skip
        client.post(f"{base}restriction/")
        drain()
        mail.outbox.clear()
        done = confirm(client, base)
        held = Hold.objects.filter(lifted_at=None)
        if who == "account":
            assert done.status_code == 409
            assert "weil ein Anspruch oder eine Behörde es erfordert" in done.content.decode()
            assert {each.kind for each in held} == {"litigation", "restriction"}, "nothing ended"
            assert not Request.objects.filter(kind="erasure").exists()
        else:
            assert "<h1>Vorgemerkt; noch kann nichts gelöscht werden</h1>" in done.content.decode()
            assert [each.kind for each in held] == ["litigation"]
            drain()
            assert mine.sale.order.reference in str(mail.outbox[-1].body)
            assert "17 Abs. 3" in str(mail.outbox[-1].body)
        assert Contact.objects.get().order_id == mine.id

    def test_nobody_ends_it_who_was_not_told(self, sandbox: Any) -> None:
        """The page was opened before, and the restriction asked for in another tab."""
        unpaid()
        link = guests_link()
        seen = plan_of(Client().get(f"{link}erasure/"))
        Client().post(f"{link}restriction/")
        assert Client().post(f"{link}erasure/", {"plan": seen}).status_code == 409
        assert Hold.objects.filter(lifted_at=None).count() == 2
        assert Contact.objects.exists()
        assert confirm(Client(), link).status_code == 200
        assert not Contact.objects.exists()

    def test_what_is_restricted_while_it_is_confirmed_stays(self, sandbox: Any, ada: User) -> None:
        """The later wish counts: what was confirmed waits for it."""
        place((an_offer(stock=1), 1), buyer=ada.id)
        client, other = signed_in(), signed_in()
        plan = {"plan": plan_of(client.get(f"{PAGE}erasure/"))}
        with meanwhile(erasing, "carry_out", lambda: other.post(f"{PAGE}restriction/")):
            done = client.post(f"{PAGE}erasure/", plan)
        assert "Ihr Konto bleibt vorerst bestehen" in done.content.decode()
        assert User.objects.get() == ada
        assert Contact.objects.get().buyer_id == ada.id
        assert client.get(PAGE).status_code == 200, "still signed in"

    def test_a_lost_key_stops_no_restriction(
        self,
        sandbox: Any,
        ada: User,
        weeks_later: Callable[[], None],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """What cannot be sealed stays where it is, and is held there."""
        mine = bought(sandbox, buyer=ada.id)
        weeks_later()

        def lost(*arguments: Any) -> Any:
            raise MissingKey("archive-2031 is not here")

        monkeypatch.setattr(contacts, "put_away", lost)
        assert signed_in().post(f"{PAGE}restriction/").status_code == 303
        assert Contact.objects.get().order_id == mine.id
        assert Hold.objects.filter(order_id=mine.id, lifted_at=None).exists()
        assert Hold.objects.filter(order_id=None, lifted_at=None).exists()
        assert Request.objects.get().outcome == "restricted"

    @pytest.mark.parametrize("who", ["account", "guest"])
    def test_on_and_off_is_no_flood_of_rows_and_letters(self, ada: User, who: str) -> None:
        """Requests and acts are never deleted, and each restriction is a letter."""
        if who == "guest":
            client, base = Client(), guests_link()
        else:
            client, base = signed_in(), PAGE
        for _ in range(20):
            client.post(f"{base}restriction/")
            last = client.post(f"{base}restriction/", {"end": "1"})
        assert last.status_code == 429
        assert int(last["Retry-After"]) > 3000
        assert Request.objects.count() == 10
        assert client.get(f"{base}erasure/").status_code == 200, "looking goes on"

    def test_what_staff_hold_the_person_does_not_end(self, sandbox: Any, ada: User) -> None:
        mine = bought(sandbox, buyer=ada.id)
        for kind in ("litigation", "restriction"):
            Hold.objects.create(
                order_id=mine.id,
                kind=kind,
                by="staff",
                since=now(),
                review_on=now().date(),
                staff_id=ada.id,
            )
        client = signed_in()
        client.post(f"{PAGE}restriction/")
        client.post(f"{PAGE}restriction/", {"end": "1"})
        left = Hold.objects.filter(lifted_at=None).order_by("kind")
        assert [(each.kind, each.by) for each in left] == [
            ("litigation", "staff"), ("restriction", "staff"),
        ]  # fmt: skip

    def test_a_guest_can_too(self, sandbox: Any) -> None:
        bought(sandbox)
        link = guests_link()
        assert Client().post(f"{link}restriction/").status_code == 303
        request = Request.objects.get()
        assert (request.kind, request.outcome) == ("restriction", "restricted")
        assert (
            "Ihre Daten bleiben unberührt" in Client().get(f"{link}restriction/").content.decode()
        )


class TestTheCopies:
    def test_a_guests_copy_holds_what_the_archive_has_and_notes_it(
        self, sandbox: Any, weeks_later: Callable[[], None]
    ) -> None:
        mine = bought(sandbox)
        weeks_later()
        confirm(Client(), guests_link())
        drain()
        link = guests_link()
        assert not Act.objects.filter(verb="opened").exists(), "looking opens nothing"
        answer = Client().post(f"{link}copy/")
        with ZipFile(BytesIO(b"".join(answer.streaming_content))) as files:  # type: ignore[attr-defined]
            told = json.loads(files.read("reprise-data.json"))
            page = files.read("reprise-data.html").decode()
        assert told["archive"][mine.sale.order.reference]["contact"]["street"] == CONTACT.street
        assert CONTACT.street in page
        opened = Act.objects.get(verb="opened")
        assert (opened.actor_kind, opened.reason) == ("person", "access")

    def test_a_lost_key_is_said_and_nothing_is_handed_out(
        self, sandbox: Any, weeks_later: Callable[[], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bought(sandbox)
        weeks_later()
        confirm(Client(), guests_link())
        link = guests_link()

        def lost(*_: Any) -> Any:
            raise MissingKey("archive-2031")

        monkeypatch.setattr(Keys, "open", lost)
        answer = Client().post(f"{link}copy/")
        assert answer.status_code == 503
        assert 'role="alert"' in answer.content.decode()

    def test_a_guests_copy_holds_nothing_of_an_account_or_of_others(
        self, sandbox: Any, ada: User
    ) -> None:
        mine, other = bought(sandbox), bought(sandbox, buyer=ada.id)
        Contact.objects.filter(order_id=other.id).update(
            email=ADA, name="Ada Kanarienvogel", street="Kanariengasse 7"
        )
        answer = Client().post(f"{guests_link()}copy/")
        with ZipFile(BytesIO(b"".join(answer.streaming_content))) as files:  # type: ignore[attr-defined]
            whole = files.read("reprise-data.json").decode()
        told = json.loads(whole)
        assert mine.sale.order.reference in whole
        for text in ("Kanari", ADA, other.sale.order.reference, str(other.id), str(ada.id)):
            assert text not in whole
        keys = {each["holding"] for each in told["holdings"]}
        assert keys >= {"contact", "letters", "payments", "requests", "archive", "acts"}
        assert not keys & {"account", "passkeys", "sessions", "membership", "trader", "who_acted"}

    def test_what_was_given_and_nothing_made_of_it(self, sandbox: Any, ada: User) -> None:
        mine = bought(sandbox, buyer=ada.id)
        User.objects.filter(id=ada.id).update(name="Ada Kanarienvogel")
        answer = signed_in().post(f"{PAGE}given/")
        assert answer["Content-Disposition"] == 'attachment; filename="reprise-data-given.json"'
        told = json.loads(answer.content)
        assert told["account"] == {
            "email": ADA, "name": "Ada Kanarienvogel", "language": "en", "passkeys": [],
        }  # fmt: skip
        (order,) = told["orders"]
        assert order["order"] == mine.sale.order.reference
        assert order["to"]["street"] == CONTACT.street
        assert order["to"]["email"] == CONTACT.email
        assert [each["insured"] for each in order["devices"]] == [False]
        assert set(order) == {
            "order", "placed_at", "language", "to", "delivery", "devices",
        }  # fmt: skip

    def test_a_download_answers_what_staff_have_entered(self, sandbox: Any) -> None:
        mine = bought(sandbox)
        made = serving.enter(
            RequestKind.ACCESS, mine.sale.order.reference, now().date(), uuid4(), now()
        )
        link = last_link()
        b"".join(Client().post(f"{link}copy/").streaming_content)  # type: ignore[attr-defined]
        made.refresh_from_db()
        assert (made.state, made.outcome) == ("answered", "given")


class TestEveryColumn:
    """What the register shows of rights, and of somebody without an account, is in the copy."""

    def empty(self, person: Person, *but: str) -> set[str]:
        told = document(answer(person), "de", now())
        rows = {
            table: found
            for holding in told["holdings"]
            for table, found in holding["records"].items()
        }
        concerned = {each["holding"] for each in told["holdings"]}
        return {
            f"{table}.{column}"
            for holding in HOLDINGS
            if holding.key in concerned
            for table, columns in shown_columns(holding).items()
            for column in columns
            if table.startswith(but)
            and not any(row[column] not in (None, "") for row in rows.get(table, []))
        }

    def test_of_rights(self, sandbox: Any, ada: User, weeks_later: Callable[[], None]) -> None:
        mine = bought(sandbox, buyer=ada.id)
        wrong = place((an_offer(stock=1), 1), buyer=ada.id).order
        weeks_later()
        client = signed_in()
        client.post(f"{PAGE}correction/", {"order": wrong.reference})
        client.post(f"{PAGE}objection/")
        client.post(f"{PAGE}restriction/")
        request = Request.objects.get(kind="objection")
        asking.extend(request.id, Extension.COMPLEX, uuid4(), clock.now())
        asking.refuse(request.id, Reason.OVERRIDING, clock.now())
        client.post(f"{PAGE}restriction/", {"end": "1"})
        Notice.objects.create(user_id=ada.id, written_at=now(), sent_at=now())
        drain()
        assert ask_sellers(mine.id, now()) == 1
        SellerCopy.objects.update(confirmed_at=now(), confirmed_by=ada.id)
        # An act that has a reason opens.
        b"".join(client.post(f"{PAGE}copy/").streaming_content)  # type: ignore[attr-defined]
        assert self.empty(owner(ada), "privacy_") == set()

    def test_of_a_guest(self, sandbox: Any) -> None:
        """An account's own test has every column; what a guest has none of is said here."""
        bought(sandbox)
        guests_link()
        assert self.empty(Person(None, GUEST), "orders_", "accounts_", "payments_payment") == {
            "accounts_letter.user_id", "accounts_letter.used_at", "orders_contact.buyer_id",
            "orders_contact.phone", "orders_contact.extra", "orders_step.reason",
            "orders_deliverypoint.carrier", "orders_deliverypoint.code",
            "orders_deliverypoint.name", "orders_deliverypoint.street",
            "orders_deliverypoint.postcode", "orders_deliverypoint.town",
            "orders_deliverypoint.country", "orders_deliverypoint.seller_order_id",
            "orders_line.cover",
        }  # fmt: skip


class TestCorrection:
    def test_a_person_has_only_their_own_orders_corrected(self, sandbox: Any, ada: User) -> None:
        other = place((an_offer(stock=1), 1)).order
        mine = place((an_offer(stock=1), 1), buyer=ada.id).order
        client = signed_in()
        path = f"{PAGE}correction/"
        assert client.post(path, {"order": other.reference}).status_code == 404
        assert not Request.objects.exists()
        assert client.post(path, {"order": mine.reference}).status_code == 303
        request = Request.objects.get()
        assert request.order_id == mine.id
        assert Requester.objects.get().email == CONTACT.email, "the order's own address"
        assert request.reference in client.get(PAGE).content.decode()

    def test_each_order_has_one_of_its_own(self, sandbox: Any, ada: User) -> None:
        first, second = (place((an_offer(stock=1), 1), buyer=ada.id).order for _ in range(2))
        client, path = signed_in(), f"{PAGE}correction/"

        def offered() -> set[str]:
            return set(re.findall(r"<option>([^<]+)", client.get(path).content.decode()))

        assert offered() == {first.reference, second.reference}
        assert client.post(path, {"order": first.reference}).status_code == 303
        assert client.post(path, {"order": first.reference}).status_code == 303, "the same again"
        assert Request.objects.get().order_id == first.id
        assert offered() == {second.reference}
        assert client.post(path, {"order": second.reference}).status_code == 303
        assert set(Request.objects.values_list("order_id", flat=True)) == {first.id, second.id}
        assert offered() == set()
        asking.answer(Request.objects.get(order_id=first.id).id, Outcome.CORRECTED, now())
        assert offered() == {first.reference}, "answered, it may be asked for again"

    def test_nobody_is_kept_from_it_by_an_order_with_their_address(
        self, sandbox: Any, ada: User
    ) -> None:
        theirs = place((an_offer(stock=1), 1), buyer=ada.id).order
        mine = place((an_offer(stock=1), 1)).order
        answer = signed_in().post(f"{PAGE}correction/", {"order": theirs.reference})
        assert answer.status_code == 303
        link = guests_link()
        assert mine.reference in Client().get(f"{link}correction/").content.decode()
        answer = Client().post(f"{link}correction/", {"order": mine.reference})
        assert answer.status_code == 303
        assert set(Requester.objects.values_list("email", flat=True)) == {GUEST}
        proven = dict(Request.objects.values_list("order_id", "proven"))
        assert proven == {theirs.id: False, mine.id: True}

    def test_what_is_in_the_archive_stays_as_it_was(
        self, sandbox: Any, ada: User, weeks_later: Callable[[], None]
    ) -> None:
        mine = bought(sandbox, buyer=ada.id)
        weeks_later()
        client = signed_in()
        client.post(f"{PAGE}restriction/")
        answer = client.post(f"{PAGE}correction/", {"order": mine.sale.order.reference})
        assert answer.status_code == 409
        assert not Request.objects.filter(kind="rectification").exists()


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
    assert ask_sellers(mine.id, now()) == 0
    (copy,) = SellerCopy.objects.all()
    assert copy.seller_id == mine.case.seller.id, "who never saw the address is not asked"
