"""The staff room by its pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.books.models import Audit
from reprise.kernel.ids import new_id
from reprise.notifications.models import Message
from reprise.orders.models import Contact, Order, Step
from reprise.sellers.models import Member, QualityRate, Trader
from reprise.shipping import actions as shipping
from reprise.shipping.carriers.base import Area
from reprise.shipping.models import Shipment
from tests.cast import CONTACT, OfferCase, a_variant, an_offer
from tests.moment import now
from tests.orders.sale import Sale, delivered, pay, place
from tests.web.account.people import fresh
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)

LISTS = (
    "", "orders/", "orders/?need=refund", "orders/?q=R-00000000", "sellers/",
    "catalogue/", "ledger/", "ledger/transfers/", "ledger/owed/", "books/", "jobs/",
    "audience/", "consent/", "privacy/",
)  # fmt: skip


def staff(language: str = "en") -> Client:
    user = User.objects.filter(email="staff@room.example").first() or User.objects.create_user(
        "staff@room.example", "a long enough word", language=language, is_staff=True
    )
    client = Client()
    client.force_login(user)
    return client


def text_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(f"/staff/{path}")
    assert answer.status_code == status, path
    return answer.content.decode()


def details(sale: Sale, case: OfferCase) -> tuple[str, ...]:
    return (
        f"orders/{sale.order.reference}/",
        f"sellers/{case.seller.slug}/",
        f"catalogue/{case.offer.variant.product.slug}/",
    )


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_empty_pages_say_so_in_each_language(language: str) -> None:
    client = staff(language)
    for path in (*LISTS, "orders/?status=sold&market=fr"):
        text = text_of(client, path)
        assert f'lang="{language}"' in text, path
        assert 'class="empty"' in text, path


def test_signing_in_by_the_rooms_own_door_leads_to_the_page_that_was_wanted() -> None:
    User.objects.create_user("staff@room.example", "a long enough word", is_staff=True)
    client = Client()
    there = client.get("/staff/ledger/").headers["Location"]
    assert there == "/staff/login/?next=%2Fstaff%2Fledger%2F"
    form = {"email": "staff@room.example", "password": "a long enough word"}
    answer = client.post(there, form | {"next": "/staff/ledger/"})
    assert answer.headers["Location"] == "/staff/ledger/"
    assert client.get("/staff/ledger/").status_code == 200


def test_who_does_not_work_here_is_told_and_can_sign_out() -> None:
    user = User.objects.create_user("buyer@room.example", "a long enough word", language="en")
    client = Client()
    client.force_login(user)
    text = text_of(client, "", 403)
    assert "does not work for the marketplace" in text
    assert 'action="/staff/logout/"' in text
    assert "/staff/orders/" not in text


def test_who_is_dismissed_is_out_at_the_next_request() -> None:
    client = staff()
    assert client.get("/staff/").status_code == 200
    User.objects.update(is_staff=False)
    assert client.get("/staff/").status_code == 403


def test_no_page_is_kept_by_a_browser(sold: tuple[Sale, OfferCase]) -> None:
    client = staff()
    stranger = Client()
    for path in (*LISTS, *details(*sold)):
        for who in (client, stranger):
            answer = who.get(f"/staff/{path}")
            assert "no-store" in answer.headers["Cache-Control"], path


def test_a_buyers_data_is_on_the_order_page_and_nowhere_else(
    sold: tuple[Sale, OfferCase],
) -> None:
    sale, case = sold
    client = staff()
    order, *others = details(sale, case)
    private = (CONTACT.name, CONTACT.email, CONTACT.street)
    shown = text_of(client, order)
    assert all(each in shown for each in private)
    for path in (*LISTS, *others, f"orders/?seller={case.seller.slug}"):
        text = text_of(client, path)
        assert not any(each in text for each in private), path
    found = client.post("/staff/orders/", {"q": CONTACT.email}).content.decode()
    assert sale.order.reference in found
    assert found.count(CONTACT.email) == 1, "what was typed, and nothing else"
    assert CONTACT.name not in found


def test_an_order_without_its_buyers_data_is_still_shown(sold: tuple[Sale, OfferCase]) -> None:
    sale, case = sold
    Contact.objects.all().delete()
    assert "The buyer’s data was erased." in text_of(staff(), details(sale, case)[0])


def test_the_order_page_tells_everything(sold: tuple[Sale, OfferCase]) -> None:
    sale, case = sold
    text = text_of(staff(), details(sale, case)[0])
    parcel = Shipment.objects.get()
    (line,) = sale.lines(case)
    told = (
        case.seller.name,
        parcel.tracking,
        f"SN{line.hex[-10:]}".upper(),
        sale.payment.provider_ref,
        "Delivered sale, less commission",
        "Order confirmation",
        "Each step fits the one before it",
        "Sale final",
    )
    assert [each for each in told if str(each) not in text] == []


def test_a_changed_step_is_said(sold: tuple[Sale, OfferCase]) -> None:
    import psycopg

    from tests import database

    sale, case = sold
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute("UPDATE orders_step SET reason = 'other' WHERE seq = 2")
    text = text_of(staff(), details(sale, case)[0])
    assert "Step 2 of this order’s log does not fit" in text
    assert "Each step fits" not in text


def test_the_books_are_checked_by_a_button() -> None:
    client = staff()
    for _ in range(2):
        answer = client.post("/staff/books/audits/")
        assert answer.headers["Location"] == "/staff/books/"
        assert answer.headers["Cache-Control"] == "no-store"
    assert Audit.objects.get().asked_by == User.objects.get().id
    assert "An audit is under way" in text_of(client, "books/")
    Audit.objects.update(total=19, done=7)
    assert "7 of 19 checks are done." in text_of(client, "books/")
    drain()
    assert "The books are right." in text_of(client, "books/")
    Audit.objects.update(
        outcomes=[{"name": "stock", "promise": "a promise", "holder": "", "more": 3,
                   "findings": ["offer 1: <b>wrong</b>"]}]
    )  # fmt: skip
    text = text_of(client, "books/")
    assert "4 contradictions were found." in text
    assert "offer 1: &lt;b&gt;wrong&lt;/b&gt;" in text
    assert "/staff/books/" in text_of(client, "")


def test_what_waits_too_long_is_counted_and_listed(sold: tuple[Sale, OfferCase]) -> None:
    sale, _ = sold
    client = staff()
    assert "Nothing needs anybody now." in text_of(client, "")
    Message.objects.create(
        key="k", template="refund", order_id=sale.order.id, audience="buyer",
        written_at=now().replace(year=now().year - 1),
    )  # fmt: skip
    assert "/staff/orders/?need=letter" in text_of(client, "")
    assert sale.order.reference in text_of(client, "orders/?need=letter")


HOSTILE = (
    "%", "%25", "_", "'; DROP TABLE orders_order; --", "\\", "%u0000", "\u2400", "R-" + "0" * 400,
    "é" * 5000, "<script>alert(1)</script>", "{{7*7}}", "R-", "-1-1-1-1", "@", "💥" * 200,
    "a b c d e f g h i j",
)  # fmt: skip
# What nobody can type is as if nothing had been typed.
UNTYPABLE = ("\x01\x02", "\ud7ff\ue000", "\u202e", "\ufeff", " ")
SEARCHES = ("orders/", "sellers/", "catalogue/", "ledger/transfers/")


def test_hostile_searches_find_nothing(sold: tuple[Sale, OfferCase]) -> None:
    client = staff()
    for typed in HOSTILE:
        for path in SEARCHES:
            # What may be an address is posted.
            ask = client.post if path == "orders/" and "@" in typed else client.get
            answer = ask(f"/staff/{path}", {"q": typed})
            assert answer.status_code == 200, (path, typed)
            text = answer.content.decode()
            assert 'class="empty"' in text, (path, typed)
            assert "<script>alert" not in text
    for typed in UNTYPABLE:
        for path in SEARCHES:
            answer = client.get(f"/staff/{path}", {"q": typed})
            assert 'class="empty"' not in answer.content.decode(), (path, typed)


NONSENSE = (
    "status=nope", "market=zz", "seller=nobody", "before=nope", "need=all", "page=x", "page=-1",
    "page=999999999999999999999", "kind=all", "code=%27", "category=nope", "country=ZZ",
    "standing=x", "before=00000000-0000-0000-0000-000000000000", "q=%FF%FE",
)  # fmt: skip


def test_filters_that_do_not_exist_are_ignored(sold: tuple[Sale, OfferCase]) -> None:
    client = staff()
    for query in NONSENSE:
        for path in ("orders/", "sellers/", "catalogue/", "ledger/", "ledger/transfers/"):
            assert client.get(f"/staff/{path}?{query}").status_code == 200, (path, query)


def test_a_nul_is_refused_at_the_door() -> None:
    client = staff()
    for query in ("q=%00", "q=R-%00", "status=%00"):
        assert client.get(f"/staff/orders/?{query}").status_code == 400, query


# Statements a page, the two for who is asking and the two for a look at a name (its badge is
# known by then) included; they do not grow with what is listed.
BUDGETS = {
    "": 20,
    "orders/": 8,
    "orders/?need=answer&q=R-00000000&status=preparing&market=fr": 10,
    "sellers/": 7,
    "catalogue/?q=iphone": 5,
    "ledger/": 7,
    "ledger/transfers/": 7,
    "ledger/owed/": 7,
    "ledger/transfers/?q=R-00000000": 9,
    "books/": 4,
    "jobs/": 7,
}


def test_pages_take_a_bounded_number_of_statements(
    sold: tuple[Sale, OfferCase], sandbox: Any, django_assert_max_num_queries: Any
) -> None:
    _, case = sold
    others = [an_offer(stock=9, variant=a_variant(f"iPhone {number}")) for number in range(4)]
    for _ in range(3):
        many = place(*((each, 1) for each in (case, *others)))
        pay(many, sandbox)
        drain()
    for each in others:
        QualityRate.objects.create(
            seller=each.seller, criterion="late_delivery", orders=9, faults=1
        )
        user = User.objects.create_user(f"{each.id}@room.example", None)
        Member.objects.create(seller=each.seller, user_id=user.id)
        newest = Trader.objects.get(seller=each.seller)
        newest.pk, newest.version = new_id(), 2
        newest.save(force_insert=True)
    for each in (case, *others):
        many.answer(each)
    drain()
    for each in (case, *others):
        many.ship(each)
    client = staff()
    page_of = details(many, others[0])
    client.get(f"/staff/{page_of[0]}")
    budgets = {**BUDGETS, **dict(zip(page_of, (28, 21, 7), strict=True))}
    for path, budget in budgets.items():
        with django_assert_max_num_queries(budget, info=path):
            assert client.get(f"/staff/{path}").status_code == 200, path
    assert Order.objects.count() == 4


def test_a_parcel_in_doubt_is_shown_and_vouched_for(sandbox: Any) -> None:
    """The seller typed the number of a parcel that goes to another town."""
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    parcel = sale.ship(case, tracking="AB123456")
    client = fresh(staff())
    page = f"orders/{sale.order.reference}/"
    action = f"/staff/{page}parcels/{parcel}/vouch/"
    assert action not in text_of(client, page)
    assert client.post(action).status_code == 409
    shipping.receive_scan(
        carrier="sandbox", event_id="stranger", tracking="AB123456", kind="delivered",
        occurred_at=now(), now=now(), to=Area("FR", "75011"), accepted_at=now(),
    )  # fmt: skip
    assert "/staff/orders/?need=parcel" in text_of(client, "")
    assert sale.order.reference in text_of(client, "orders/?need=parcel")
    shown = text_of(client, page)
    assert action in shown
    assert "the carrier takes it to another place" in shown
    answer = client.post(action)
    assert answer.status_code == 302
    anchor = answer.headers["Location"].partition("#")[2]
    assert f'id="{anchor}"' in client.get(f"/staff/{page}").content.decode()
    drain()
    assert sale.states == ["delivered"]
    after = text_of(client, page)
    assert action not in after
    assert "Parcel vouched for" in after
    assert sale.order.reference not in text_of(client, "orders/?need=parcel")
    step = Step.objects.get(verb="vouch")
    assert (step.actor_kind, step.actor_id) == ("staff", User.objects.get().id)


@pytest.mark.parametrize(
    ("language", "title"),
    [("de", "128 GB, Mitternacht"), ("en", "128 GB, Midnight"), ("nl", "128 GB, Middernacht")],
)
def test_titles_are_in_the_reader_s_language(
    sold: tuple[Sale, OfferCase], language: str, title: str
) -> None:
    sale, case = sold
    case.offer.variant.colour_names = {
        "fr": "Minuit", "de": "Mitternacht", "nl": "Middernacht", "en": "Midnight",
    }  # fmt: skip
    case.offer.variant.save()
    client = staff(language)
    for path in ("orders/", f"orders/{sale.order.reference}/"):
        html = text_of(client, path)
        assert f"iPhone 13, {title}" in html, path
        assert "Minuit" not in html, path


NOWHERE = {
    "fr": "Il n’y a rien à cette adresse dans l’espace de l’équipe",
    "nl": "Op dit adres staat niets in de teamruimte",
    "de": "Unter dieser Adresse gibt es im Teambereich nichts",
    "en": "There is nothing at this address in the staff room",
}


@pytest.mark.parametrize("language", NOWHERE)
def test_what_is_not_there_is_said_in_the_room(language: str) -> None:
    client = staff(language)
    for path in ("nope/", "orders/R-00000000/", "sellers/nobody/", "a/b/c", "orders"):
        html = text_of(client, path, 404)
        assert NOWHERE[language] in html, path
        assert 'href="/staff/orders/"' in html, path
        assert "basket/" not in html, "not the shop's page"


def test_an_orders_transfers_are_every_cent_of_it(sandbox: Any) -> None:
    """200.00 and 3.00 to the door, insured for 34.90, with a fee of 3.99: 241.89."""
    case = an_offer(stock=1, price=20000, shipping=300)
    sale = place((case, 1), insured={case.id: {1}})
    pay(sale, sandbox)
    sale.answer(case)
    drain()
    delivered(sale, case)
    page = text_of(staff(), f"ledger/transfers/?q={sale.order.reference}&code=captured")
    amounts = re.findall(r'<td class="number"[^>]*>€?([\d.,]+)', page)
    assert sorted(amounts) == ["203,00", "3,99", "34,90"]
    premium = text_of(staff(), f"ledger/transfers/?q={sale.order.reference}&code=premium")
    assert re.findall(r'<td class="number"[^>]*>€?([\d.,]+)', premium) == ["34,90"]
    assert f'href="/staff/orders/{sale.order.reference}/">{sale.order.reference}<' in premium
