"""What our pages keep on a device and read from it is what the register declares, and nothing else:
in a real browser, with a profile that is empty (S34, S36)."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from reprise.consent.trackers import Cookie, Kind
from reprise.web.trackers import REGISTER
from tests.journeys.keyboard import wait_for
from tests.journeys.market import Market
from tests.journeys.partner import Asking
from tests.journeys.watch import Found, Watch

pytestmark = pytest.mark.browser

BASKET, CSRF = (Kind.COOKIE, "basket"), (Kind.COOKIE, "csrftoken")
SESSION, CHOICE = (Kind.COOKIE, "session"), (Kind.COOKIE, "choices")
PASSKEYS, PASSKEY = (Kind.READING, "PublicKeyCredential"), (Kind.READING, "navigator.credentials")
SIGNING_IN: Final = {CSRF, PASSKEYS}

PUBLIC = (
    "/", "/fr-fr/", "/nl-be/", "/de-de/", "/en-fr/", "/de-de/categories/smartphones/",
    "/nl-be/categories/smartphones/?sort=price", "/fr-fr/search/?q=iphone", "/de-de/search/?q=zzzz",
    "/fr-fr/products/iphone-13/", "/de-de/basket/", "/de-de/checkout/", "/fr-fr/orders/",
    "/de-de/terms/", "/de-de/terms/2026-01/", "/de-de/recipients/", "/de-de/insurance/",
    "/de-de/legal-notice/", "/fr-fr/mentions-legales/",
    "/de-de/impressum/", "/fr-fr/privacy/", "/fr-fr/confidentialite/",
    "/de-de/privacy/request/", "/de-de/datenschutz/", "/de-de/how-we-rank/", "/nl-be/law/",
    "/fr-fr/nothing/", "/nothing/", "/de-de/x%00", "/de-de/basket/items/", "/de-de/choices/",
    "/de-de/orders/R-00000000/x/", "/api/v1/markets", "/robots.txt", "/.well-known/security.txt",
    "/dev/mailbox/", "/dev/carrier/",
)  # fmt: skip
DOORS = (
    "/fr-fr/account/login/", "/de-de/account/sign-up/", "/nl-be/account/password/forgotten/",
    "/seller/login/", "/staff/login/",
)  # fmt: skip
ACCOUNT = (
    "/fr-fr/account/", "/fr-fr/account/details/", "/fr-fr/account/email/",
    "/fr-fr/account/security/", "/fr-fr/account/password/", "/fr-fr/account/passkeys/",
    "/fr-fr/account/again/", "/fr-fr/account/privacy/",
    "/fr-fr/account/privacy/copy/", "/fr-fr/account/privacy/given/",
    "/fr-fr/account/privacy/erasure/", "/fr-fr/account/privacy/restriction/",
    "/fr-fr/account/privacy/objection/", "/fr-fr/account/privacy/correction/",
    "/fr-fr/account/sessions/",
)  # fmt: skip
SELLER = (
    "/seller/", "/seller/offers/", "/seller/statement/", "/seller/copies/",
    "/seller/payment-account/", "/seller/nothing/",
)  # fmt: skip
STAFF = (
    "/staff/", "/staff/orders/", "/staff/sellers/", "/staff/sellers/atelier-rhone/",
    "/staff/catalogue/", "/staff/catalogue/iphone-13/", "/staff/ledger/",
    "/staff/ledger/transfers/", "/staff/ledger/owed/", "/staff/books/", "/staff/jobs/",
    "/staff/audience/",
    "/staff/consent/", "/staff/privacy/", "/staff/privacy/archive/", "/staff/privacy/requests/",
    "/staff/privacy/holds/", "/staff/privacy/breaches/", "/staff/privacy/breaches/entry/",
    "/staff/accesses/", "/staff/accesses/person/",
    "/staff/nothing/here/",
)  # fmt: skip
# Opened on the way, with what the address holds found there: as the table of addresses writes them.
ON_THE_WAY = (
    "products/<slug:slug>/<slug:variant_slug>/", "orders/<str:reference>/<str:token>/",
    "orders/<str:reference>/<str:token>/history/", "sandbox/payment/<path:rest>",
    "seller/orders/<str:reference>/", "seller/orders/<str:reference>/history/",
    "seller/offers/<uuid:offer_id>/", "staff/orders/<str:reference>/",
    "staff/privacy/requests/<str:reference>/", "staff/privacy/holds/<uuid:hold_id>/",
    "staff/privacy/breaches/<str:reference>/",
    "dev/mailbox/<str:key>/", "dev/mailbox/<str:key>/page/",
)  # fmt: skip
# No page that a person looks at: machines' own, files, and what only takes a form.
NO_PAGE = re.compile(
    r"api/v1/|hooks/|healthz|favicon|sitemap|\^sitemap|\^static|\^drawings|.*\.(?:json|pdf|csv|js)$"
    r"|.*/(?:logout|answer|parcels|cancellation|switch|vouch|number|stop|audits|verification)/$"
    r"|.*/(?:kill|voiding|ending|resumption|copies)/$"
    r"|staff/privacy/requests/(?:entry|.*/(?:refusal|extension|correction|address))/$"
    r"|staff/privacy/requests/.*/address/(?:agreement|declining)/$"
    r"|staff/privacy/holds/(?:entry|.*/(?:review|telling|again|lifting|agreement))/$"
    r"|staff/privacy/breaches/.*/(?:description|judgement|authority|persons|closing)/$"
    r"|staff/privacy/breaches/.*/striking/(?:agreement/|leaving/)?$"
    r"|.*(?:account/orders|account/deletion|removal|refunds/<uuid:instruction_id>|brakes/<uuid:brake_id>|<str:token>/(?:link|payment))/$"
    # A letter's page is a form like those of the doors; the journeys of accounts open it.
    r"|.*letters/|seller/copies/<uuid:copy_id>/"
    # A row of the archive, of which the demo has none.
    r"|.*privacy/archive/<str:reference>/$"
)


@dataclass(frozen=True, slots=True)
class Stage:
    """A moment in what somebody chooses: what was answered, one answer after the other, where the
    shop asks at all, and whom they have accepted then.  Each walks through the same pages."""

    name: str
    asks: bool = False
    answers: tuple[str, ...] = ()
    accepted: frozenset[str] = frozenset()

    def come_to(self, watch: Watch, page: Any) -> None:
        for number, value in enumerate(self.answers):
            path = "/de-de/choices/" if number else "/de-de/"
            page.goto(watch.base + path)
            with page.expect_navigation():
                page.click(f"[name=answer][value={value}]")
            page.wait_for_load_state("networkidle")
        watch.found.clear()
        watch.elsewhere.clear()

    def may(self, found: Found) -> bool:
        """Whether that may be found on a page that nobody has asked anything of."""
        if found == CHOICE:
            return bool(self.answers)
        return bool(self.accepted) and REGISTER.find(*found) is None


STAGES = (
    Stage("nothing is asked"),
    Stage("before any choice", asks=True),
    Stage("after a refusal", asks=True, answers=("none",)),
    Stage("after an acceptance", asks=True, answers=("all",), accepted=frozenset({"acme", "zeta"})),
    Stage("after a withdrawal", asks=True, answers=("all", "none")),
)
# The pages that ask and load; a partner would read orders and forms on any other.
LOADING = re.compile(r"/[a-z]{2}-[a-z]{2}/(?:|categories/.*|products/iphone.*)")


@pytest.fixture
def watch(market: Market, browser: Any) -> Iterator[Watch]:
    context = browser.new_context(locale="fr-FR")
    yield Watch(context, market.base)
    context.close()


def addresses(patterns: list[Any], before: str = "") -> Iterator[str]:
    for each in patterns:
        whole = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, whole)
        elif isinstance(each, URLPattern):
            yield whole


def test_no_page_is_left_out() -> None:
    """A page that is new fails here until it is walked through."""
    visited = set()
    for path in (*PUBLIC, *DOORS, *ACCOUNT, *SELLER, *STAFF):
        if "%00" not in path and path != "/nothing/" and not path.startswith("/fr-fr/nothing/"):
            visited.add(resolve(path.split("?")[0]).route)
    pages = {each for each in addresses(get_resolver().url_patterns) if not NO_PAGE.match(each)}
    left = {each for each in pages - visited if not each.endswith(ON_THE_WAY)}
    assert left == set()


@pytest.mark.parametrize("stage", STAGES, ids=[stage.name for stage in STAGES])
def test_looking_leaves_nothing(watch: Watch, stage: Stage, request: Any) -> None:
    """Every page that is open to all, one after the other: nothing is kept, nothing read, and
    nobody else is asked, but for whom somebody has accepted, on the pages that ask."""
    asking: Asking | None = request.getfixturevalue("asking") if stage.asks else None
    loaded = [asking.partners[key] for key in sorted(stage.accepted)] if asking else []
    told = {each for partner in loaded for each in partner.told}
    page = watch.page()
    stage.come_to(watch, page)
    for path in PUBLIC:
        before = asking.hits if asking else 0
        watch.visit(page, path)
        if loaded and LOADING.fullmatch(path):
            page.wait_for_load_state("networkidle")
            watch.look(page)
        assert {each for each in watch.found if not stage.may(each)} == set(), path
        assert watch.undeclared(REGISTER) <= told, path
        if asking:
            assert (asking.hits > before) is bool(loaded and LOADING.fullmatch(path)), path
    origins = {each.origin for each in loaded}
    assert {f"http://{urlsplit(each).netloc}" for each in watch.elsewhere} == origins
    # What was told is what they do: nothing is on the page of choices that is not so.
    assert {each for each in told if each in watch.found} == told
    if not loaded:
        kept = {(kind, name) for kind, name in watch.found if kind is Kind.LOCAL_STORAGE}
        assert kept == set()


def test_a_purchase_keeps_a_basket_and_nothing_else(watch: Watch, market: Market) -> None:
    """From the shelf to the order by its link, with the provider's pages, and the letters of it."""
    page = watch.page()
    watch.visit(page, market.offer_of("Atelier Rhône"))
    assert watch.found == set()
    with page.expect_navigation():
        page.get_by_role("button", name="Add to basket").first.click()
    watch.look(page)
    assert watch.found == {BASKET}
    watch.visit(page, "/en-fr/checkout/")
    for label, text in (
        ("Name", "Ada Example"), ("E-mail", "ada@watched.example"), ("Street", "1 Test Street"),
        ("Postcode", "69001"), ("Town", "Lyon"),
    ):  # fmt: skip
        page.get_by_label(label, exact=False).first.fill(text)
    with page.expect_navigation():
        page.get_by_role("button", name="Order with obligation to pay").click()
    assert "/sandbox/payment/" in page.url
    watch.look(page)
    page.get_by_label("Card number").fill("4242 4242 4242 4242")
    page.get_by_label("Expiry").fill("12/39")
    page.get_by_label("Security code").fill("123")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    watch.look(page)
    order = page.url.removeprefix(watch.base).split("?")[0]
    for path in (order, f"{order}history/", "/dev/mailbox/"):
        watch.visit(page, path)
    wait_for(page, "ada@watched.example")
    with page.expect_navigation():
        page.locator("main tbody a").first.click()
    watch.visit(page, f"{page.url.removeprefix(watch.base)}page/")
    assert watch.found == {BASKET}
    assert watch.elsewhere == set()
    as_declared(watch)


@pytest.mark.parametrize("door", DOORS)
def test_a_door_keeps_the_tokens_of_its_form(watch: Watch, door: str) -> None:
    watch.visit(watch.page(), door)
    # A page that offers no passkey asks the browser for none.
    assert watch.found in ({CSRF}, SIGNING_IN)
    assert (PASSKEYS in watch.found) is door.endswith("login/")


@pytest.mark.parametrize(
    ("who", "door", "pages"),
    [
        ("seller", "/fr-fr/account/login/", ACCOUNT),
        ("seller", "/seller/login/", SELLER),
        ("staff", "/staff/login/", STAFF),
    ],
    ids=["account", "seller's room", "staff room"],
)
def test_signing_in_keeps_its_own_and_nothing_else(
    watch: Watch, market: Market, who: str, door: str, pages: tuple[str, ...]
) -> None:
    page = watch.page()
    watch.visit(page, door)
    page.fill("#email", f"{who}@reprise.example")
    page.fill("#password", market.password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for path in pages:
        watch.visit(page, path)
        assert page.url == watch.base + path, "nobody was sent back to the door"
    for rest in ("orders/R-", "offers/0"):
        for link in page.locator(f"main a[href*='{rest}']").all()[:1]:
            watch.visit(page, str(link.get_attribute("href")))
    if who == "staff":
        # They have rights of their own, and then a request and a hold are there to look at.
        for right in ("objection", "restriction"):
            watch.visit(page, f"/fr-fr/account/privacy/{right}/")
            with page.expect_navigation():
                page.locator("main form button").click()
        watch.visit(page, "/staff/privacy/requests/")
        watch.visit(page, str(page.locator("main a.code").first.get_attribute("href")))
        assert "/staff/privacy/requests/P-" in page.url
        watch.visit(page, "/staff/privacy/holds/")
        watch.visit(
            page,
            str(page.locator("main a[href^='/staff/privacy/holds/']").first.get_attribute("href")),
        )
        # And a drill of a breach.
        watch.visit(page, "/staff/privacy/breaches/entry/")
        for name, value in (("drill", "drill"), ("kind", "integrity"), ("holding", "account"),
                            ("scope", "stored"), ("risk", "high")):  # fmt: skip
            page.check(f"[name={name}][value={value}]")
        for name in ("aware", "begun", "ended"):
            page.fill(f"#{name}", str(page.get_attribute(f"#{name}", "max")))
        page.fill("#why", "A drill.")
        with page.expect_navigation():
            page.locator("main form.narrow button").click()
        watch.visit(page, page.url.removeprefix(watch.base))
        assert "/staff/privacy/breaches/B-" in page.url
    assert watch.found == {*SIGNING_IN, SESSION}
    assert watch.elsewhere == set()
    as_declared(watch)
    if not door.startswith("/fr-fr/"):
        page.goto(f"{watch.base}{pages[0]}")
        with page.expect_navigation():
            page.locator("form.leave button").click()
        assert "session" not in {each["name"] for each in watch.context.cookies()}


def test_a_passkey_is_asked_for_when_its_button_is_pressed(watch: Watch, market: Market) -> None:
    watch.base = f"http://localhost:{market.port}"  # a browser makes no passkey for a number
    page = watch.page()
    watch.visit(page, "/en-fr/account/login/")
    assert watch.found == SIGNING_IN
    page.get_by_role("button", name="Sign in with a passkey").click()
    for _ in range(50):
        if PASSKEY in watch.found:
            break
        page.wait_for_timeout(100)
    assert watch.found == {*SIGNING_IN, PASSKEY}


def as_declared(watch: Watch) -> None:
    """Each cookie in the browser has the end and flags of its declaration, and is our host's."""
    for cookie in watch.context.cookies():
        declared = REGISTER.find(Kind.COOKIE, cookie["name"])
        assert isinstance(declared, Cookie), cookie["name"]
        assert cookie["httpOnly"] is declared.http_only
        assert cookie["sameSite"] == declared.same_site.value
        assert (cookie["path"], cookie["domain"]) == ("/", "127.0.0.1")
        if declared.seconds is None:
            assert cookie["expires"] == -1
        else:
            assert cookie["expires"] <= time.time() + declared.seconds


# Each way to keep or read something, as somebody might plant it in a page, and what is then found.
PLANTED: dict[str, Found] = {
    "document.cookie = 'planted=1'": (Kind.COOKIE, "planted"),
    "document.cookie": (Kind.COOKIE, "document.cookie"),
    "cookieStore.set('stored', '1')": (Kind.COOKIE, "stored"),
    "localStorage.setItem('planted', '1')": (Kind.LOCAL_STORAGE, "planted"),
    "localStorage.silent = '1'": (Kind.LOCAL_STORAGE, "silent"),
    "localStorage.getItem('read')": (Kind.LOCAL_STORAGE, "read"),
    "sessionStorage['silent'] = '1'": (Kind.SESSION_STORAGE, "silent"),
    "indexedDB.open('planted')": (Kind.INDEXED_DB, "planted"),
    "caches.open('planted')": (Kind.CACHE, "planted"),
    "navigator['user' + 'Agent']": (Kind.READING, "navigator.userAgent"),
    "navigator.hardwareConcurrency": (Kind.READING, "navigator.hardwareConcurrency"),
    "navigator.getBattery()": (Kind.READING, "navigator.getBattery"),
    "navigator.sendBeacon('/nothing/')": (Kind.READING, "navigator.sendBeacon"),
    "screen.width": (Kind.READING, "screen.width"),
    "devicePixelRatio": (Kind.READING, "devicePixelRatio"),
    "matchMedia('(hover)').matches": (Kind.READING, "matchMedia"),
    "document.createElement('canvas').toDataURL()": (Kind.READING, "toDataURL"),
    "new OfflineAudioContext(1, 1, 8000)": (Kind.READING, "OfflineAudioContext"),
    "new RTCPeerConnection()": (Kind.READING, "RTCPeerConnection"),
    "new Intl.DateTimeFormat().resolvedOptions()": (Kind.READING, "resolvedOptions"),
}


def test_whatever_is_planted_is_found(watch: Watch) -> None:
    """The watch sees each of the ways, so that its silence above means that there is nothing."""
    page = watch.page()
    elsewhere = "http://127.0.0.2:9/pixel"
    lines = [f"try {{ {script}; }} catch (e) {{}}" for script in PLANTED]
    body = f"<script>{''.join(lines)} fetch('{elsewhere}').catch(() => 0);</script>"
    headers = {"Set-Cookie": "wire=1; HttpOnly", "Content-Type": "text/html"}
    page.route("**/planted/", lambda route: route.fulfill(body=body, headers=headers))
    watch.visit(page, "/planted/")
    page.wait_for_timeout(300)  # a database and a cache are made in their own time
    watch.look(page)
    wanted = {*PLANTED.values(), (Kind.COOKIE, "wire")}
    assert wanted - watch.found == set()
    assert wanted <= watch.undeclared(REGISTER)
    assert watch.elsewhere == {elsewhere}
    assert not any(stage.may(each) for stage in STAGES if not stage.accepted for each in wanted)
