"""Every address x every person: who gets in, and that nothing moved when they did not.

The table is complete: an address that is missing here fails the first test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from reprise.accounts.models import User
from reprise.orders import access
from reprise.sellers.models import Member
from tests.cast import a_seller, an_offer
from tests.orders.sale import Sale, pay, place

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]

LOCALE = "^(?P<locale>[a-z]{2}-[a-z]{2})/"
API = "api/v1/"
# Staff are anybody's clerk outside their own room: where nothing else is said, the last column is
# theirs as well.
PEOPLE = ("stranger", "seller", "rival", "nobody's clerk", "staff")
ENTRY, GONE, NO = "/seller/login/", 404, 405
ACCOUNT, MINE = f"{LOCALE}account/", "/fr-fr/account/"
IN, AGAIN = f"{MINE}login/", f"{MINE}again/"
DOOR, ONCE_MORE = "/staff/login/", "/en-fr/account/again/"
STAFF_PAGE, STAFF_THING = ((DOOR, 403, 403, 403, 200), NO), ((DOOR, GONE, GONE, GONE, 200), NO)
ERASURE = f"{MINE}privacy/erasure/"
RIGHTS = ("copy", "given", "erasure", "restriction", "objection", "correction")
# Whoever is signed in has not given a password just now.
FRESH = ((IN, AGAIN, AGAIN, AGAIN), (IN, 403, 403, 403))

# Address to (GET, POST): one status for all, or one a person in the order of PEOPLE.  A text is
# where a redirect leads.  The order that is meant is the seller's; a token is another order's.
TABLE: dict[str, tuple[Any, Any]] = {
    "healthz": (200, NO),
    API: (GONE, NO),
    f"{API}openapi.json": (200, NO),
    f"{API}markets": (200, NO),
    f"{API}markets/<market>/categories": (200, NO),
    f"{API}markets/<market>/products": (200, NO),
    f"{API}markets/<market>/products/<slug>": (GONE, NO),
    f"{API}markets/<market>/variants/<variant_id>/offers": (GONE, NO),
    f"{API}markets/<market>/variants/<variant_id>/grades/<grade>/buybox": (GONE, NO),
    f"{API}ranking": (200, NO),
    f"{API}ranking/<version>": (200, NO),
    "hooks/payments/<slug:name>/": (NO, 400),
    "hooks/carriers/<slug:name>/": (NO, 400),
    "seller/": ((ENTRY, 200, 200, ENTRY), NO),
    "seller/login/": (200, 422),
    "seller/logout/": (NO, ENTRY),
    "seller/orders/<str:reference>/": ((ENTRY, 200, GONE, ENTRY), (ENTRY, 200, GONE, ENTRY)),
    "seller/orders/<str:reference>/answer/": (NO, (ENTRY, 422, GONE, ENTRY)),
    "seller/orders/<str:reference>/parcels/": (NO, (ENTRY, 409, GONE, ENTRY)),
    "seller/orders/<str:reference>/parcels/<uuid:parcel_id>/label.pdf": (
        (ENTRY, GONE, GONE, ENTRY),
        NO,
    ),
    # Of a parcel that there is not.
    "seller/orders/<str:reference>/parcels/<uuid:parcel_id>/number/": (
        NO,
        (ENTRY, GONE, GONE, ENTRY),
    ),
    "seller/orders/<str:reference>/cancellation/": (NO, (ENTRY, 409, GONE, ENTRY)),
    "seller/orders/<str:reference>/history/": ((ENTRY, 200, GONE, ENTRY), NO),
    "seller/orders/<str:reference>/evidence.json": ((ENTRY, 200, GONE, ENTRY), NO),
    "seller/offers/": ((ENTRY, 200, 200, ENTRY), NO),
    # Nothing is kept of a form that bears no stamp of ours.
    "seller/offers/<uuid:offer_id>/": ((ENTRY, 200, GONE, ENTRY), (ENTRY, 409, GONE, ENTRY)),
    "seller/offers/<uuid:offer_id>/switch/": (NO, (ENTRY, 422, GONE, ENTRY)),
    "seller/copies/": (
        (ENTRY, 200, 200, ENTRY),
        (ENTRY, "/seller/copies/", "/seller/copies/", ENTRY),
    ),
    # By a link of nobody's.
    "seller/copies/<uuid:copy_id>/<str:token>/": (GONE, GONE),
    "seller/statement/": ((ENTRY, 200, 200, ENTRY), NO),
    "seller/statement/bookings.csv": ((ENTRY, GONE, GONE, ENTRY), NO),
    "seller/payment-account/": ((ENTRY, 200, 200, ENTRY), (ENTRY, 403, 403, ENTRY)),
    "seller/payment-account/entries/<uuid:entry_id>/stop/": (NO, (ENTRY, GONE, GONE, ENTRY)),
    "seller/<path:rest>": ((ENTRY, GONE, GONE, ENTRY), (ENTRY, GONE, GONE, ENTRY)),
    "staff/": STAFF_PAGE,
    "staff/login/": (200, 422),
    "staff/logout/": (NO, DOOR),
    "staff/orders/": (STAFF_PAGE[0], (DOOR, 403, 403, 403, "/staff/orders/?")),
    "staff/orders/<str:reference>/": STAFF_THING,
    "staff/orders/<str:reference>/evidence.json": STAFF_THING,
    "staff/orders/<str:reference>/refunds/<uuid:instruction_id>/": (
        NO,
        (DOOR, GONE, GONE, GONE, 403),
    ),
    "staff/orders/<str:reference>/parcels/<uuid:shipment_id>/vouch/": (
        NO,
        (DOOR, GONE, GONE, GONE, 403),
    ),
    "staff/orders/<str:reference>/parcels/<uuid:shipment_id>/number/": (
        NO,
        (DOOR, GONE, GONE, GONE, 403),
    ),
    "staff/sellers/": STAFF_PAGE,
    "staff/sellers/<slug:slug>/": STAFF_THING,
    # Of a seller whose contract runs.
    "staff/sellers/<slug:slug>/statement/<slug:key>.csv": ((DOOR, GONE, GONE, GONE, GONE), NO),
    # Nobody says how the seller was recognised.
    "staff/sellers/<slug:slug>/copies/": (NO, (DOOR, GONE, GONE, GONE, 403)),
    # These ask to sign in once more.
    "staff/sellers/<slug:slug>/ending/": (NO, (DOOR, GONE, GONE, GONE, 403)),
    "staff/sellers/<slug:slug>/resumption/": (NO, (DOOR, GONE, GONE, GONE, 403)),
    "staff/catalogue/": STAFF_PAGE,
    "staff/catalogue/<slug:slug>/": STAFF_THING,
    "staff/ledger/": STAFF_PAGE,
    "staff/ledger/transfers/": STAFF_PAGE,
    "staff/ledger/owed/": STAFF_PAGE,
    "staff/books/": STAFF_PAGE,
    "staff/books/audits/": (NO, (DOOR, 403, 403, 403, "/staff/books/")),
    "staff/audience/": STAFF_PAGE,
    "staff/consent/": STAFF_PAGE,
    # Of a partner and a notice that there are not.
    "staff/consent/partners/<slug:key>/kill/": (NO, (DOOR, GONE, GONE, GONE, 422)),
    "staff/consent/partners/<slug:key>/audits/": (NO, (DOOR, GONE, GONE, GONE, 422)),
    "staff/consent/notices/<uuid:notice_id>/voiding/": (NO, (DOOR, GONE, GONE, GONE, 422)),
    "staff/consent/partners/<slug:key>/evidence.json": ((DOOR, GONE, GONE, GONE, GONE), NO),
    "staff/consent/receipts.json": ((DOOR, 403, 403, 403, 422), NO),
    "staff/jobs/": STAFF_PAGE,
    "staff/privacy/requests/": STAFF_PAGE,
    "staff/privacy/requests/entry/": (NO, (DOOR, 403, 403, 403, 422)),
    # An order's number is no request's.
    "staff/privacy/requests/<str:reference>/": ((DOOR, GONE, GONE, GONE, GONE), NO),
    "staff/privacy/requests/<str:reference>/evidence.json": ((DOOR, GONE, GONE, GONE, GONE), NO),
    **dict.fromkeys(
        (
            f"staff/privacy/requests/<str:reference>/{act}/"
            for act in ("answer", "refusal", "extension")
        ),
        (NO, (DOOR, GONE, GONE, GONE, GONE)),
    ),
    # A correction asks to sign in once more.
    **dict.fromkeys(
        (
            f"staff/privacy/requests/<str:reference>/{act}/"
            for act in ("correction", "address", "address/agreement", "address/declining")
        ),
        (NO, (DOOR, GONE, GONE, GONE, 403)),
    ),
    "staff/privacy/": STAFF_PAGE,
    # Without days.
    "staff/privacy/nights.json": ((DOOR, 403, 403, 403, 422), NO),
    "staff/privacy/seller-copies.json": ((DOOR, 403, 403, 403, 422), NO),
    # A night that waits and the archive ask to sign in once more (test_privacy.py).
    "staff/privacy/brakes/<uuid:brake_id>/": (NO, (DOOR, GONE, GONE, GONE, 403)),
    "staff/privacy/archive/": ((DOOR, 403, 403, 403, ONCE_MORE), (DOOR, 403, 403, 403, 403)),
    "staff/privacy/archive/<str:reference>/": (
        (DOOR, GONE, GONE, GONE, ONCE_MORE),
        (DOOR, GONE, GONE, GONE, 403),
    ),
    # One may see what is held; looking for somebody and the rest ask to sign in once more.
    "staff/privacy/holds/": ((DOOR, 403, 403, 403, 200), (DOOR, 403, 403, 403, 403)),
    "staff/privacy/holds/entry/": (NO, (DOOR, 403, 403, 403, 403)),
    "staff/privacy/holds/<uuid:hold_id>/": ((DOOR, GONE, GONE, GONE, GONE), NO),
    **dict.fromkeys(
        (
            f"staff/privacy/holds/<uuid:hold_id>/{act}/"
            for act in ("review", "again", "telling", "lifting", "lifting/agreement")
        ),
        (NO, (DOOR, GONE, GONE, GONE, 403)),
    ),
    # For supervisors.
    "staff/privacy/breaches/": ((DOOR, 403, 403, 403, 403), NO),
    "staff/privacy/breaches/entry/": ((DOOR, 403, 403, 403, 403), (DOOR, 403, 403, 403, 403)),
    "staff/privacy/breaches/<str:reference>/": ((DOOR, GONE, GONE, GONE, 403), NO),
    "staff/privacy/breaches/<str:reference>/evidence.json": ((DOOR, GONE, GONE, GONE, 403), NO),
    **dict.fromkeys(
        (
            f"staff/privacy/breaches/<str:reference>/{act}/"
            for act in (
                "description",
                "judgement",
                "authority",
                "persons",
                "closing",
                "striking",
                "striking/agreement",
                "striking/leaving",
            )
        ),
        (NO, (DOOR, GONE, GONE, GONE, 403)),
    ),
    "staff/accesses/": ((DOOR, 403, 403, 403, 403), NO),
    "staff/accesses/person/": ((DOOR, 403, 403, 403, 403), (DOOR, 403, 403, 403, 403)),
    "staff/<path:rest>": ((DOOR, GONE, GONE, GONE, GONE), (DOOR, GONE, GONE, GONE, GONE)),
    "dev/mailbox/": (200, 200),
    "dev/mailbox/<str:key>/": (GONE, GONE),
    "dev/mailbox/<str:key>/page/": (GONE, GONE),
    "dev/carrier/": (200, None),
    "sandbox/payment/<path:rest>": (GONE, GONE),
    "": (200, NO),
    "robots.txt": (200, NO),
    "favicon.ico": (200, NO),
    ".well-known/security.txt": (200, NO),
    "sitemap.xml": (200, NO),
    r"^sitemap-(?P<market>[a-z]{2})-(?P<number>[1-9][0-9]{0,3})\.xml$": (200, NO),
    r"^static/(?P<name>[\w./-]+)$": (GONE, NO),
    r"^drawings/(?P<form>[a-z0-9-]+)-(?P<colour>[0-9a-f]{6})\.svg$": (200, NO),
    LOCALE: (200, NO),
    f"{LOCALE}categories/<slug:slug>/": (GONE, NO),
    f"{LOCALE}search/": (200, NO),
    f"{LOCALE}products/<slug:slug>/": (GONE, NO),
    f"{LOCALE}products/<slug:slug>/<slug:variant_slug>/": (GONE, NO),
    f"{LOCALE}basket/": (200, None),
    f"{LOCALE}basket/items/": (NO, GONE),
    f"{LOCALE}checkout/": (None, None),
    f"{LOCALE}orders/": (200, 422),
    f"{LOCALE}orders/<str:reference>/<str:token>/": (GONE, NO),
    f"{LOCALE}orders/<str:reference>/<str:token>/link/": (NO, GONE),
    f"{LOCALE}orders/<str:reference>/<str:token>/history/": (GONE, NO),
    f"{LOCALE}orders/<str:reference>/<str:token>/evidence.json": (GONE, NO),
    f"{LOCALE}orders/<str:reference>/<str:token>/payment/": (GONE, GONE),
    ACCOUNT: ((IN, 200, 200, 200), NO),
    f"{ACCOUNT}login/": (200, 422),
    f"{ACCOUNT}logout/": (NO, IN),
    f"{ACCOUNT}sign-up/": (200, 422),
    f"{ACCOUNT}password/forgotten/": (200, 422),
    f"{ACCOUNT}letters/<uuid:letter_id>/<str:token>/": (GONE, GONE),
    **dict.fromkeys(
        (f"{ACCOUNT}letters/<uuid:letter_id>/<str:token>/{right}/" for right in RIGHTS),
        (GONE, GONE),
    ),
    f"{ACCOUNT}again/": ((IN, 200, 200, 200), (IN, 422, 422, 422)),
    f"{ACCOUNT}orders/": (NO, (IN, 422, 422, 422)),
    f"{ACCOUNT}details/": ((IN, 200, 200, 200), (IN, MINE, MINE, MINE)),
    f"{ACCOUNT}verification/": (NO, (IN, 200, 200, 200)),
    f"{ACCOUNT}email/": FRESH,
    f"{ACCOUNT}security/": ((IN, 200, 200, 200), NO),
    f"{ACCOUNT}password/": FRESH,
    f"{ACCOUNT}passkeys/": FRESH,
    f"{ACCOUNT}passkeys/<uuid:passkey_id>/removal/": FRESH,
    f"{ACCOUNT}sessions/": ((IN, 200, 200, 200), NO),
    f"{ACCOUNT}sessions/others/removal/": (NO, (IN, f"{MINE}sessions/?ended=1")),
    f"{ACCOUNT}sessions/<uuid:session_id>/removal/": (NO, (IN, GONE, GONE, GONE)),
    f"{ACCOUNT}deletion/": ((IN, ERASURE, ERASURE, ERASURE), (IN, ERASURE, ERASURE, ERASURE)),
    f"{ACCOUNT}privacy/": ((IN, 200, 200, 200), NO),
    **dict.fromkeys((f"{ACCOUNT}privacy/{right}/" for right in RIGHTS), FRESH),
    f"{LOCALE}terms/": (200, NO),
    f"{LOCALE}terms/<str:version>/": (200, NO),
    f"{LOCALE}privacy/": (200, NO),
    f"{LOCALE}privacy/request/": (200, 422),
    f"{LOCALE}confidentialite/": ("/fr-fr/privacy/", NO),
    f"{LOCALE}datenschutz/": ("/fr-fr/privacy/", NO),
    f"{LOCALE}choices/": (200, 200),
    f"{LOCALE}choices/partners.js": (200, NO),
    f"{LOCALE}choices/receipt.json": (GONE, NO),
    f"{LOCALE}how-we-rank/": (200, NO),
    f"{LOCALE}law/": (200, NO),
    f"{LOCALE}recipients/": (200, NO),
    f"{LOCALE}legal-notice/": (200, NO),
    f"{LOCALE}mentions-legales/": (301, NO),
    f"{LOCALE}impressum/": (301, NO),
    f"{LOCALE}insurance/": (200, NO),
}
UNTOUCHED = (
    "orders_line", "orders_step", "offers_offer", "offers_marketoffer", "offers_stockmovement",
    "payments_payment", "payments_instruction", "ledger_transfer", "ledger_booking",
    "shipping_shipment", "shipping_number", "sellers_member", "books_audit",
    "accounts_user", "accounts_passkey", "orders_contact", "consent_mark", "consent_partner",
    "consent_purpose", "consent_notice", "consent_receipt", "consent_voided", "consent_count",
    "privacy_request", "privacy_requester", "privacy_act", "privacy_hold", "privacy_entry",
    "privacy_sellercopy", "privacy_brake", "privacy_breach", "privacy_breachact",
    "privacy_breachtext", "sellers_paymentaccount",
)  # fmt: skip
# What somebody who got in may have moved.
MOVED = {"staff": {"books_audit"}}


def addresses(patterns: list[Any], before: str = "") -> Iterator[str]:
    for each in patterns:
        whole = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, whole)
        elif isinstance(each, URLPattern):
            yield whole


@dataclass
class Scene:
    sale: Sale
    other: Sale
    offer: UUID
    seller: str
    product: str

    def path(self, address: str) -> str:
        """The address with this scene's things in its places."""
        text = "/" + address.replace(LOCALE, "fr-fr/").replace("^", "").replace("$", "")
        for place_in_path, value in {
            r"(?P<market>[a-z]{2})-(?P<number>[1-9][0-9]{0,3})\.xml": "fr-1.xml",
            "<slug:name>": "sandbox",
            "sellers/<slug:slug>": f"sellers/{self.seller}",
            "catalogue/<slug:slug>": f"catalogue/{self.product}",
            "<uuid:instruction_id>": str(self.sale.payment.instructions.get().id),
            "<str:reference>": self.reference(address),
            "<str:token>": access.token(self.other.order),
            "<uuid:offer_id>": str(self.offer),
            "<uuid:letter_id>": str(self.offer),
            "<uuid:brake_id>": str(self.offer),
            "<uuid:copy_id>": str(self.offer),
            "<uuid:hold_id>": str(self.offer),
            "<uuid:passkey_id>": str(self.offer),
            "<uuid:entry_id>": str(self.offer),
            "<uuid:session_id>": str(self.offer),
            "<uuid:parcel_id>": str(self.offer),
            "<uuid:shipment_id>": str(self.offer),
            "<str:key>": "none",
            "<slug:key>": "none",
            "<uuid:notice_id>": str(self.offer),
            "<path:rest>": "none",
            "<market>": "fr",
            "<slug>": "none",
            "<variant_id>": str(self.offer),
            "<grade>": "good",
            "<version>": "2026-01",
            "<str:version>": "2026-01",
            "<slug:slug>": "none",
            "<slug:variant_slug>": "none",
            r"(?P<name>[\w./-]+)": "none.css",
            r"(?P<form>[a-z0-9-]+)-(?P<colour>[0-9a-f]{6})\.svg": "iphone-notch-single-000000.svg",
        }.items():
            text = text.replace(place_in_path, value)
        return text

    def reference(self, address: str) -> str:
        contract = self.sale.order.seller_orders.get()
        return contract.reference if address.startswith("seller/") else self.sale.order.reference


@pytest.fixture
def scene(sandbox: Any) -> Scene:
    case = an_offer(stock=5)
    sale = place((case, 1))
    pay(sale, sandbox)
    other = place((an_offer(stock=1), 1))
    people = {"seller": case.seller, "rival": a_seller("Rival")}
    for name, seller in people.items():
        user = User.objects.create_user(f"{name}@room.example", "a long enough word")
        Member.objects.create(seller=seller, user_id=user.id)
    User.objects.create_user("clerk@room.example", "a long enough word")
    User.objects.create_user("staff@room.example", "a long enough word", is_staff=True)
    return Scene(sale, other, case.id, case.seller.slug, case.offer.variant.product.slug)


def client_of(person: str) -> Client:
    client = Client()
    if person != "stranger":
        name = "clerk" if "clerk" in person else person
        client.force_login(User.objects.get(email=f"{name}@room.example"))
    return client


def everything() -> list[Any]:
    with connection.cursor() as cursor:
        result = []
        for table in UNTOUCHED:
            cursor.execute(
                f"SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM {table} t"  # noqa: S608
            )
            result.append((table, cursor.fetchone()))
        return result


def forget_logins() -> None:
    """Signing in and out notes when and how often; that is no change this table is about."""
    User.objects.update(last_login=None, signed_out=0)


def test_the_table_knows_every_address() -> None:
    assert set(addresses(get_resolver().url_patterns)) == set(TABLE)


@pytest.mark.parametrize("person", PEOPLE)
def test_who_gets_in(scene: Scene, person: str, settings: Any, monkeypatch: Any) -> None:
    monkeypatch.delenv("SANDBOX_URL", raising=False)
    client = client_of(person)
    forget_logins()
    before = everything()
    for address, (get, post) in TABLE.items():
        for method, expected in (("get", get), ("post", post)):
            if expected is None:
                continue
            wanted = expected
            if isinstance(expected, tuple):
                wanted = expected[min(PEOPLE.index(person), len(expected) - 1)]
            data = {"expected": "0", "available": "3"} if "offers/" in address else {}
            response = getattr(client, method)(scene.path(address), data)
            found: Any = response.status_code
            if isinstance(wanted, str):
                found = response.headers.get("Location", found)
                assert str(found).startswith(wanted), (address, method, found)
            else:
                assert found == wanted, (address, method, found)
            if address.endswith("/logout/") and method == "post":
                client = client_of(person)
                forget_logins()
    forget_logins()
    moved = {
        table for (table, now), (_, then) in zip(everything(), before, strict=True) if now != then
    }
    assert moved == MOVED.get(person, set())


def test_the_rooms_of_demo_mode_are_shut_without_it(settings: Any) -> None:
    settings.DEMO = False
    for path in ("/dev/mailbox/", "/dev/carrier/"):
        assert Client().get(path).status_code == 404


def test_the_rooms_of_demo_mode_are_shut_to_other_machines() -> None:
    for path in ("/dev/mailbox/", "/dev/carrier/"):
        assert Client(REMOTE_ADDR="192.0.2.1").get(path).status_code == 404


def test_a_post_without_djangos_token_is_refused_in_the_seller_room(scene: Scene) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get(email="seller@room.example"))
    before = everything()
    response = client.post(f"/seller/offers/{scene.offer}/", {"expected": "4", "available": "0"})
    assert response.status_code == 403
    assert everything() == before


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://x.test"},
    ],
)
def test_another_site_cannot_make_a_browser_post(scene: Scene, headers: dict[str, str]) -> None:
    response = Client().post("/fr-fr/basket/items/", {"offer": scene.offer}, headers=headers)
    assert response.status_code == 403
