"""The rights of an account: erased with its orders, and what is under way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from reprise.accounts import actions, links
from reprise.accounts.models import Letter, User
from reprise.orders.models import Contact
from reprise.privacy.models import Act, Archived, Request
from reprise.sellers.models import Member
from tests.cast import a_seller
from tests.moment import now
from tests.privacy.cases import Bought, bought
from tests.privacy.sealed import archived
from tests.privacy.test_held_accounts import NEW, moves
from tests.web.account.people import ADA, HOME, WORD, long_ago, signed_in
from tests.web.account.rights.asking import PAGE, confirm, guests_link, plan_of
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
LOST = "Sobald Ihr Konto gelöscht ist, findet keine Adresse diese Bestellung"
GONE = "Keine Adresse findet diese Bestellungen mehr:"


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


class TestWhoHasMoved:
    """What an account leaves in the archive, said before it is gone and after (decision 0065)."""

    @pytest.fixture
    def mine(self, sandbox: Any, ada: User, weeks_later: Callable[[], None]) -> Bought:
        made = bought(sandbox, buyer=ada.id)
        weeks_later()
        archived(made)
        return made

    def test_finds_it_by_a_letter_to_the_new_address(self, ada: User, mine: Bought) -> None:
        moves(ada)
        client = signed_in(NEW)
        assert LOST not in client.get(f"{PAGE}erasure/").content.decode()
        assert GONE not in confirm(client, PAGE).content.decode()
        drain()
        assert mine.sale.order.reference in Client().get(guests_link(NEW)).content.decode()
        assert mine.sale.order.reference not in Client().get(guests_link(ADA)).content.decode()

    def test_no_address_changes_without_a_proof(
        self, ada: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        client = signed_in()
        actions.ask("email", NEW, "de-de", "192.0.2.1", now(), ada)
        link = links.address(Letter.objects.get(purpose="email"))
        with monkeypatch.context() as away:
            away.setenv("REPRISE_KEYS", str(tmp_path))
            assert client.post(link).status_code == 503
        assert User.objects.get().email == ADA
        assert client.post(link).status_code == 303
        assert User.objects.get().email == NEW

    def test_or_is_told_that_staff_alone_do(self, ada: User, mine: Bought) -> None:
        """As it is of whoever moved before the shop had a proof of it."""
        User.objects.update(email=NEW)
        client = signed_in(NEW)
        for page in (client.get(f"{PAGE}erasure/"), client.post(f"{PAGE}erasure/", {"plan": "x"})):
            text = page.content.decode()
            assert text.count(LOST) == 1
            assert f'href="{PAGE}copy/"' in text
            assert 'href="/de-de/legal-notice/"' in text.partition(LOST)[2]
        told = confirm(client, PAGE).content.decode().partition(GONE)[2]
        assert mine.sale.order.reference in told.partition("</p>")[0]
        drain()
        assert "dann öffnen unsere Leute das Archiv" in str(mail.outbox[-1].body)
        for email in (ADA, NEW):
            page = Client().get(guests_link(email)).content.decode()
            assert mine.sale.order.reference not in page
