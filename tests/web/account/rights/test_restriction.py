"""A restriction: what it holds, and who ends it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from reprise.accounts.models import User
from reprise.kernel import clock
from reprise.keys import MissingKey
from reprise.orders.models import Contact
from reprise.privacy.actions import contacts, erasing, nights
from reprise.privacy.models import Act, Archived, Duty, Hold, Request, SellerCopy
from reprise.privacy.people import person
from reprise.privacy.retention.archived import ARCHIVE
from tests.cast import an_offer
from tests.meanwhile import meanwhile
from tests.moment import now
from tests.orders.sale import place
from tests.privacy.cases import bought
from tests.web.account.people import ADA, signed_in
from tests.web.account.rights.asking import GUEST, PAGE, confirm, guests_link, plan_of, unpaid
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


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
            assert "Ein Gesetz verlangt es, oder ein Anspruch braucht es" in done.content.decode()
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
