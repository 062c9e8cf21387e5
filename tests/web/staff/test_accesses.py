"""Whoever of the staff is shown personal data is written down, once, or is not shown it (0042)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from reprise.accounts import actions as accounts
from reprise.accounts.models import User
from reprise.audit import actions, queries
from reprise.audit.models import Badge, Look, Sought
from reprise.audit.states import Page, Subject
from reprise.orders import register
from reprise.orders.models import Contact
from reprise.privacy.access import Person, answer, owner
from reprise.privacy.actions import serving
from reprise.privacy.copy import document, text
from reprise.privacy.models import Breach, Request
from reprise.privacy.states import RequestKind
from reprise.sellers.models import Member, Trader
from tests.cast import CONTACT, OfferCase, an_offer
from tests.moment import now
from tests.orders import sale as sales
from tests.orders.sale import Sale, pay, place
from tests.privacy.cases import today
from tests.privacy.test_recipients import addresses
from tests.web.account.people import fresh
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
NAME = "Kanarine Vogelzang"


@pytest.fixture
def sold(sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[Sale, OfferCase]:
    monkeypatch.setattr(sales, "CONTACT", replace(CONTACT, name=NAME))
    case = an_offer(stock=3)
    return place((case, 1)), case


def staff(email: str = "staff@room.example", *, supervisor: bool = False) -> Client:
    user, _ = User.objects.get_or_create(
        email=email, defaults={"is_staff": True, "is_superuser": supervisor, "language": "en"}
    )
    client = Client()
    client.force_login(user)
    return client


def page_of(sale: Sale) -> str:
    return f"/staff/orders/{sale.order.reference}/"


def told() -> list[tuple[str, str, Any]]:
    return list(Look.objects.order_by("id").values_list("page", "subject", "subject_id"))


def test_a_look_is_written_once(sold: tuple[Sale, OfferCase]) -> None:
    sale, case = sold
    client = staff()
    assert NAME in client.get(page_of(sale)).content.decode()
    assert told() == [("staff.order", "order", sale.order.id)]
    look = Look.objects.get()
    assert look.viewer_id == User.objects.get(email="staff@room.example").id
    assert look.day == look.at.date()
    client.get(page_of(sale))
    client.get(f"/staff/sellers/{case.seller.slug}/")
    assert told()[1:] == [
        ("staff.order", "order", sale.order.id),
        ("staff.seller", "seller", case.seller.id),
    ]


def test_a_page_that_is_shown_with_a_refusal_is_a_look_too(
    sold: tuple[Sale, OfferCase], sandbox: Any
) -> None:
    sale, _ = sold
    pay(sale, sandbox)
    parcel = "00000000-0000-7000-8000-000000000000"
    action = f"{page_of(sale)}refunds/{sale.payment.instructions.get().id}/"
    refused = fresh(staff()).post(action)
    assert refused.status_code == 409
    assert NAME in refused.content.decode()
    assert len(told()) == 1
    assert fresh(staff()).post(f"{page_of(sale)}parcels/{parcel}/vouch/").status_code == 404
    assert len(told()) == 1


def test_who_only_asks_for_the_head_has_seen_nothing(sold: tuple[Sale, OfferCase]) -> None:
    sale, _ = sold
    assert staff().head(page_of(sale)).status_code == 200
    assert told() == []


def test_nobody_is_shown_a_page_by_another_spelling_of_head(sold: tuple[Sale, OfferCase]) -> None:
    sale, _ = sold
    answer = staff().generic("head", page_of(sale))
    assert answer.status_code == 400
    assert NAME not in answer.content.decode()


@pytest.mark.parametrize("header", ["Sec-Purpose", "Purpose", "X-Moz"])
def test_what_a_browser_fetches_ahead_is_not_made(
    sold: tuple[Sale, OfferCase], header: str
) -> None:
    sale, _ = sold
    ahead = staff().get(page_of(sale), headers={header: "prefetch;prerender"})
    assert ahead.status_code == 503
    assert ahead.headers["Cache-Control"] == "no-store"
    assert NAME not in ahead.content.decode()
    assert told() == []


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none,cross-site"])
def test_what_another_site_opens_is_not_made(sold: tuple[Sale, OfferCase], site: str) -> None:
    """It would write looks in the name of whoever follows its link."""
    sale, _ = sold
    client = staff()
    for page in (page_of(sale), f"{page_of(sale)}evidence.json"):
        opened = client.get(f"{page}?a=1&b", headers={"Sec-Fetch-Site": site})
        assert opened.status_code == 403
        text = opened.content.decode()
        assert NAME not in text
        assert f'href="{page}?a=1&amp;b"' in text, "it says how to go on"
    assert told() == []
    assert not Badge.objects.exists()
    for here in ("same-origin", "none"):
        assert client.get(page_of(sale), headers={"Sec-Fetch-Site": here}).status_code == 200
    assert len(told()) == 2


def test_a_page_whose_look_cannot_be_written_is_not_shown(
    sold: tuple[Sale, OfferCase], monkeypatch: pytest.MonkeyPatch
) -> None:
    sale, case = sold

    def full(*given: Any) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(actions, "note_each", full)
    client = staff()
    client.raise_request_exception = False
    for path in (page_of(sale), f"/staff/sellers/{case.seller.slug}/"):
        failed = client.get(path)
        assert failed.status_code == 500
        assert NAME not in failed.content.decode()


class TestOrdersOfAnAddress:
    """What an address has bought is shown to whoever types it, and that is a look at its buyer."""

    def test_it_is_posted_and_each_order_is_a_look(self, sold: tuple[Sale, OfferCase]) -> None:
        sale, case = sold
        place((case, 1))
        Contact.objects.exclude(order=sale.order).update(email="somebody@else.example")
        client = staff()
        found = client.post("/staff/orders/", {"q": f" {CONTACT.email.upper()} "})
        assert page_of(sale) in found.content.decode()
        assert found.headers["Cache-Control"] == "no-store"
        (sought,) = Sought.objects.all()
        assert told() == [
            ("staff.orders", "person", sought.id), ("staff.orders", "order", sale.order.id),
        ]  # fmt: skip
        boss = staff("boss@room.example", supervisor=True)
        text = boss.get("/staff/accesses/").content.decode()
        assert "Orders found by an e-mail address" in text
        assert sale.order.reference in text
        assert CONTACT.email not in text

    def test_filters_and_older_pages_keep_it_out_of_the_address(
        self, sold: tuple[Sale, OfferCase], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sale, case = sold
        second = place((case, 1))
        find = register.find
        monkeypatch.setattr(register, "find", lambda wanted: find(wanted, limit=1))
        client = staff()
        asked = {"q": CONTACT.email, "market": "fr"}
        text = client.post("/staff/orders/", asked).content.decode()
        assert page_of(second) in text
        assert page_of(sale) not in text
        assert f'name="before" value="{second.order.id}"' in text
        assert "?q=" not in text
        older = client.post("/staff/orders/", {**asked, "before": str(second.order.id)})
        assert page_of(sale) in older.content.decode()
        nothing = client.post("/staff/orders/", {**asked, "market": "de"}).content.decode()
        assert 'class="empty"' in nothing
        found = [each for each in told() if each[1] == "order"]
        assert found == [("staff.orders", "order", each.order.id) for each in (second, sale)]
        assert list(Sought.objects.order_by("id").values_list("found", flat=True)) == [1, 1, 0]

    def test_a_link_with_an_address_finds_nothing(self, sold: tuple[Sale, OfferCase]) -> None:
        answer = staff().get("/staff/orders/", {"q": CONTACT.email})
        assert answer.status_code == 400
        text = answer.content.decode()
        assert "is not searched for by a link" in text
        assert sold[0].order.reference not in text
        assert CONTACT.email not in text
        ledger = staff().get("/staff/ledger/transfers/", {"q": CONTACT.email})
        assert sold[0].order.reference not in ledger.content.decode()
        assert told() == []

    def test_a_number_stays_in_the_address_and_is_no_look(
        self, sold: tuple[Sale, OfferCase]
    ) -> None:
        client = staff()
        reference = sold[0].order.reference
        answer = client.post("/staff/orders/", {"q": reference, "market": "fr"})
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"/staff/orders/?q={reference}&market=fr"
        assert page_of(sold[0]) in client.get(answer.headers["Location"]).content.decode()
        assert told() == []

    def test_nobody_sees_it_when_the_look_cannot_be_written(
        self, sold: tuple[Sale, OfferCase], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*given: Any) -> None:
            raise DatabaseError("the disk is full")

        monkeypatch.setattr(actions, "note_each", full)
        client = staff()
        client.raise_request_exception = False
        answer = client.post("/staff/orders/", {"q": CONTACT.email})
        assert answer.status_code == 500
        assert sold[0].order.reference not in answer.content.decode()


def test_what_is_not_there_and_who_is_not_let_in_is_no_look(sold: tuple[Sale, OfferCase]) -> None:
    sale, _ = sold
    assert staff().get("/staff/orders/R-00000000/").status_code == 404
    buyer = Client()
    buyer.force_login(User.objects.create_user("buyer@room.example", None))
    assert buyer.get(page_of(sale)).status_code == 404
    assert told() == []


def test_every_page_with_a_name_on_it_writes_and_no_other(sold: tuple[Sale, OfferCase]) -> None:
    """Whoever adds a page with somebody's data on it, and forgets to write, fails here."""
    from reprise.web.staff import urls

    sale, case = sold
    member = User.objects.create_user("member@room.example", None)
    Member.objects.create(seller=case.seller, user_id=member.id)
    trader = Trader.objects.get(seller=case.seller)
    people = (NAME, CONTACT.email, CONTACT.street, member.email, trader.email, trader.phone)
    made = serving.enter(RequestKind.RECTIFICATION, sale.order.reference, today(), uuid4(), now())
    filled = {
        "privacy/requests/<str:reference>": f"privacy/requests/{made.reference}",
        "<str:reference>": sale.order.reference,
        "sellers/<slug:slug>": f"sellers/{case.seller.slug}",
        "catalogue/<slug:slug>": f"catalogue/{case.offer.variant.product.slug}",
        "<uuid:shipment_id>": str(case.id),
        "<uuid:instruction_id>": str(case.id),
    }
    client, shown = staff(supervisor=True), 0
    for address in addresses(urls, "/staff/"):
        for name, value in filled.items():
            address = address.replace(name, value)
        before = Look.objects.count()
        answered = client.get(address)
        if answered.status_code != 200:
            continue
        named = any(each in answered.content.decode() for each in people)
        # What is handed out is written down whatever is in it.
        file = "attachment" in answered.get("Content-Disposition", "")
        assert Look.objects.count() - before == int(named or file), address
        shown += named
    assert shown == 4


def test_a_request_is_a_look_at_its_order_or_at_who_has_asked(sold: tuple[Sale, OfferCase]) -> None:
    """Who enters a request for an order by themselves is shown its address by its page, and its
    name once the request is confirmed."""
    sale, _ = sold
    form = {"order": sale.order.reference, "received": today().isoformat()}
    client = staff()

    def shown(kind: str) -> tuple[bool, bool]:
        page = client.get(f"/staff/privacy/requests/{Request.objects.get(kind=kind).reference}/")
        return NAME in page.content.decode(), CONTACT.email in page.content.decode()

    for kind in ("rectification", "access"):
        client.post("/staff/privacy/requests/entry/", {**form, "kind": kind})
        assert shown(kind) == (False, True)
    Request.objects.filter(kind="rectification").update(proven=True)
    assert shown("rectification") == (True, True)
    asked = Request.objects.get(kind="access")
    assert told() == [
        ("staff.request", "order", sale.order.id), ("staff.request", "asker", asked.id),
        ("staff.request", "order", sale.order.id),
    ]  # fmt: skip
    held = answer(Person(None, CONTACT.email)).held
    (looks,) = [each.rows for each in held if "audit_look" in each.rows]
    assert len(looks["audit_look"]) == 3, "whoever asks is told of each"
    boss = staff("boss@room.example", supervisor=True).get("/staff/accesses/").content.decode()
    assert sale.order.reference in boss
    assert asked.reference in boss
    assert CONTACT.email not in boss


def test_looks_stay_as_they_were_written(sold: tuple[Sale, OfferCase]) -> None:
    staff().get(page_of(sold[0]))
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Look.objects.update(viewer_id=sold[0].order.id)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Look.objects.all().delete()


def test_a_look_names_nobody(sold: tuple[Sale, OfferCase]) -> None:
    staff().get(page_of(sold[0]))
    with connection.cursor() as cursor:
        cursor.execute("SELECT t::text FROM audit_look t")
        (row,) = [each for (each,) in cursor.fetchall()]
    assert "@" not in row
    assert "Kanarine" not in row
    assert sold[0].order.reference not in row


class TestSupervisors:
    PAGE = "/staff/accesses/"

    def test_they_see_who_looked_at_whom(self, sold: tuple[Sale, OfferCase]) -> None:
        sale, case = sold
        staff("ann@room.example").get(page_of(sale))
        staff("bob@room.example").get(f"/staff/sellers/{case.seller.slug}/")
        boss = staff("boss@room.example", supervisor=True)
        page = boss.get(self.PAGE).content.decode()
        assert "ann@room.example" in page
        assert sale.order.reference in page
        assert case.seller.name in page
        assert NAME not in page, "whose it is, by the order's number"
        ann = User.objects.get(email="ann@room.example")
        hers = boss.get(self.PAGE, {"who": str(ann.id)}).content.decode()
        assert "bob@room.example" not in hers
        orders = boss.get(self.PAGE, {"of": sale.order.reference.lower()}).content.decode()
        assert "ann@room.example" in orders
        assert "bob@room.example" not in orders
        seller = boss.get(self.PAGE, {"of": case.seller.slug}).content.decode()
        assert "ann@room.example" not in seller
        nobody = boss.get(self.PAGE, {"of": "R-00000000"}).content.decode()
        assert "Nobody has looked there" in nobody
        # What cannot be meant is ignored.
        assert (
            "ann@room.example" in boss.get(self.PAGE, {"who": "x", "before": "y"}).content.decode()
        )
        ann.delete()
        assert "an account that was deleted" in boss.get(self.PAGE).content.decode()

    def test_nobody_else_does(self, sold: tuple[Sale, OfferCase]) -> None:
        clerk = staff()
        clerk.get(page_of(sold[0]))
        refused = clerk.get(self.PAGE)
        assert refused.status_code == 403
        assert "for supervisors" in refused.content.decode()
        assert sold[0].order.reference not in refused.content.decode()
        assert self.PAGE not in clerk.get("/staff/").content.decode()
        assert Client().get(self.PAGE).status_code == 302

    def test_older_looks_are_on_the_next_page(
        self, sold: tuple[Sale, OfferCase], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(queries, "PAGE", 2)
        boss = staff(supervisor=True)
        for _ in range(3):
            boss.get(page_of(sold[0]))
        first, more = queries.looks(queries.Wanted())
        older, last = queries.looks(queries.Wanted(before=more))
        assert (len(first), len(older), last) == (2, 1, None)
        assert {each.id for each in (*first, *older)} == set(
            Look.objects.values_list("id", flat=True)
        )
        assert f"before={more}" in boss.get(self.PAGE).content.decode()

    def test_they_are_made_by_the_command_and_no_longer_when_dismissed(self) -> None:
        User.objects.create_user("ada@room.example", None, verified_at=now())
        accounts.make_staff("ada@room.example")
        assert not User.objects.get().is_superuser
        accounts.make_staff("ada@room.example", supervisor=True)
        accounts.make_staff("ada@room.example")
        assert User.objects.get().is_superuser, "again, it changes nothing"
        accounts.dismiss_staff("ada@room.example")
        assert not User.objects.get().is_superuser


def test_a_person_is_told_the_days_and_not_who_looked(sold: tuple[Sale, OfferCase]) -> None:
    sale, _ = sold
    ada = User.objects.create_user("ada@buyer.example", None, verified_at=now())
    Contact.objects.update(buyer_id=ada.id)
    staff().get(page_of(sale))
    other = place((an_offer(stock=1), 1))
    staff().get(page_of(other))
    drain()
    viewer = User.objects.get(email="staff@room.example")
    copy = document(answer(owner(ada)), "en", now())
    (looks,) = [each for each in copy["holdings"] if each["holding"] == "looks"]
    (row,) = looks["records"]["audit_look"]
    assert row == {"page": "staff.order", "subject": "order", "day": str(Look.objects.first().day)}  # type: ignore[union-attr]
    assert str(viewer.id) not in text(copy)
    assert viewer.email not in text(copy)


def test_a_look_is_of_a_page_and_a_subject_that_there_are() -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Look.objects.create(
            viewer_id=User.objects.create_user("a@b.example", None).id,
            page="staff.cellar",
            subject=Subject.ORDER.value,
            subject_id=User.objects.get().id,
            at=now(),
            day=now().date(),
        )
    assert {each.value for each in Page} == {
        "staff.order", "staff.orders", "staff.archive", "staff.archived", "staff.seller",
        "staff.request", "staff.lookers", "staff.breach_file", "staff.holds", "staff.holding",
        "command.breach",
        "staff.order_file", "staff.request_file",
        "staff.copies_file", "staff.nights_file", "staff.partner_file", "staff.consents_file",
        "staff.statement_file",
    }  # fmt: skip


def test_whoever_had_the_list_of_a_breach_stands_there() -> None:
    boss = staff("boss@room.example", supervisor=True)
    who = User.objects.get(email="boss@room.example")
    breach = Breach.objects.create(
        reference="B-7K3F9Q2M", drill=True, kinds=["integrity"], aware_at=now(), scope="stored",
        from_at=now(), until_at=now(), holdings=["contact"], counts={},
        entered_at=now(), entered_by=who.id,
    )  # fmt: skip
    actions.note(who.id, Page.BREACH, Subject.BREACH, breach.id, now())
    for address in ("/staff/accesses/", "/staff/accesses/?of=b-7k3f9q2m"):
        assert ">B-7K3F9Q2M</a>" in boss.get(address).content.decode(), address
    other = boss.get("/staff/accesses/?of=B-00000000").content.decode()
    assert ">B-7K3F9Q2M</a>" not in other
