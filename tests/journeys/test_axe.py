"""axe finds nothing on our pages, wide and on a phone."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.letters import link_in_mail
from tests.journeys.market import Market
from tests.moment import now

pytestmark = pytest.mark.browser

SHOP = (
    "/", "/de-de/", "/fr-fr/categories/smartphones/", "/nl-be/search/?q=ipone+13", "/en-fr/search/",
    f"/de-de/search/?q={'x' * 100}",
    "/fr-fr/products/iphone-13/", "/de-de/basket/", "/de-de/checkout/", "/fr-fr/terms/",
    "/de-de/terms/2026-01/", "/de-de/insurance/", "/fr-fr/privacy/", "/de-de/privacy/?parts=open",
    "/de-de/choices/", "/de-de/privacy/request/", "/de-de/how-we-rank/", "/de-de/law/",
    "/de-de/recipients/", "/de-de/legal-notice/",
    "/fr-fr/nothing/", "/nothing/",
    "/de-de/x%00", "/de-de/basket/items/", "/de-de/orders/", "/de-de/orders/R-00000000/x/",
    "/seller/login/", "/dev/mailbox/", "/dev/carrier/",
)  # fmt: skip
ROOM = (
    "/seller/", "/seller/?view=ship", "/seller/?view=moving", "/seller/?view=done",
    "/seller/offers/", "/seller/offers/?show=beaten&market=fr",
    "/seller/offers/?show=off", "/seller/statement/", "/seller/payment-account/",
    "/seller/copies/", "/seller/nothing/",
)  # fmt: skip
STAFF = (
    "/staff/", "/staff/orders/", "/staff/orders/?q=R-00000000", "/staff/sellers/",
    "/staff/sellers/atelier-rhone/", "/staff/catalogue/", "/staff/catalogue/iphone-13/",
    "/staff/ledger/", "/staff/ledger/transfers/", "/staff/ledger/owed/", "/staff/books/",
    "/staff/jobs/",
    "/staff/audience/", "/staff/consent/", "/staff/privacy/", "/staff/privacy/archive/",
    "/staff/privacy/requests/", "/staff/privacy/holds/", "/staff/privacy/breaches/",
    "/staff/privacy/breaches/entry/", "/staff/accesses/", "/staff/accesses/person/",
    "/staff/nothing/here/",
)  # fmt: skip
# Whoever is signed in has an account in the shop as well.
ACCOUNT = (
    "/de-de/account/privacy/", "/de-de/account/privacy/copy/", "/de-de/account/privacy/given/",
    "/de-de/account/privacy/erasure/", "/de-de/account/privacy/restriction/",
    "/de-de/account/privacy/objection/", "/de-de/account/privacy/correction/",
    "/de-de/account/sessions/",
)  # fmt: skip
SIZES = ({"width": 1280, "height": 900}, {"width": 320, "height": 720})


def violations(page: Any) -> list[str]:
    """Rule and element of everything that axe objects to on the page that is open."""
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


def overflows(page: Any) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_nothing_is_wrong_with_the_shop(market: Market, browser: Any, size: Any) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    wrong = {}
    for path in SHOP:
        page.goto(market.base + path)
        found = violations(page)
        if overflows(page):
            found.append("it overflows")
        if found:
            wrong[path] = found
    context.close()
    assert not wrong


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_nothing_is_wrong_with_a_checkout(market: Market, browser: Any, size: Any) -> None:
    """With a device in it, as it comes and with the device insured, by keyboard."""
    context = browser.new_context(viewport=size, locale="de-DE")
    page = context.new_page()
    page.goto(f"{market.base}/de-de/categories/smartphones/")
    page.locator(".tile h3 a").first.click()
    page.wait_for_url("**/products/**")
    page.get_by_role("button", name="In den Warenkorb").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(f"{market.base}/de-de/checkout/")
    box = page.get_by_role("checkbox")
    assert box.count() == 1
    assert not box.is_checked()
    assert violations(page) == []
    assert not overflows(page)
    box.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Neue Summe anzeigen").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("checkbox").is_checked()
    assert re.search(r"Versicherung\s+Sandbox Insurance\s+[0-9,]+\s€", page.inner_text(".buy"))
    assert violations(page) == []
    assert not overflows(page)
    context.close()


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
@pytest.mark.parametrize(
    ("who", "home", "paths"), [("seller", "/seller/", ROOM + ACCOUNT), ("staff", "/staff/", STAFF)]
)
def test_nothing_is_wrong_with_the_rooms(
    market: Market, browser: Any, size: Any, who: str, home: str, paths: tuple[str, ...]
) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(market.base + home)
    page.fill("#email", f"{who}@reprise.example")
    page.fill("#password", market.password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == market.base + home
    if who == "seller":
        page.goto(f"{market.base}/seller/offers/?show=beaten&market=fr")
        offer = str(page.locator(".shelf th a").first.get_attribute("href"))
        paths += (offer, f"{offer}?market=fr&price=1", f"{offer}?market=fr&price=x")
    wrong = {}
    for path in paths:
        page.goto(market.base + path)
        found = violations(page)
        if overflows(page):
            found.append("it overflows")
        if found:
            wrong[path] = found
    context.close()
    assert not wrong


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_nothing_is_wrong_with_a_breach(market: Market, browser: Any, size: Any) -> None:
    """Entered, refused, judged anew and open: without a script, by the keyboard."""
    context = browser.new_context(viewport=size, java_script_enabled=False)
    page = context.new_page()
    # axe is a script itself, so it looks at the same pages from another window.
    other = browser.new_context(viewport=size)
    seen = other.new_page()
    for each in (page, seen):
        each.goto(f"{market.base}/staff/")
        each.fill("#email", "staff@reprise.example")
        each.fill("#password", market.password)
        with each.expect_navigation():
            each.keyboard.press("Enter")
    page.goto(f"{market.base}/staff/privacy/breaches/entry/")
    # Another one at each size: the same facts are the same breach.
    kind = "integrity" if size is SIZES[0] else "availability"
    for name, value in (("drill", "drill"), ("kind", kind), ("holding", "contact"),
                        ("scope", "stored"), ("risk", "high")):  # fmt: skip
        page.focus(f"[name={name}][value={value}]")
        page.keyboard.press("Space")
    known = str(page.get_attribute("#aware", "max"))
    for name in ("aware", "begun", "ended"):
        page.fill(f"#{name}", known)
    page.fill("#happened", "A drill. " * 40 + "x" * 200)
    for why in ("somebody@else.example", f"Names were read at {size['width']}."):
        page.fill("#why", why)
        page.focus("main form.narrow button")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert "/staff/privacy/breaches/B-" in page.url
    page.focus("summary:has-text('Judge it anew')")
    page.keyboard.press("Enter")
    page.fill("#why", "Nobody was there.")
    page.focus("text=Judge, and have it noted")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".timeline > li").count() == 3
    seen.goto(page.url)
    for each in seen.locator("summary").all():
        each.click()
    assert violations(seen) == []
    assert not overflows(seen)
    seen.fill("#why-1", "It names somebody.")
    with seen.expect_navigation():
        seen.locator("form[action$='/striking/'] button").first.click()
    assert seen.locator(".timeline .tag.stop").count() == 1
    for each in seen.locator("summary").all():
        each.click()
    assert violations(seen) == []
    assert not overflows(seen)
    seen.locator("text=Close, and have it noted").click()
    seen.wait_for_selector(".notice.stop")
    assert violations(seen) == []
    context.close()
    other.close()


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_nothing_is_wrong_with_a_hold(market: Market, browser: Any, size: Any) -> None:
    """One of an order, held by a form, asked to be lifted, and looked for."""
    ((reference,),) = market.rows(
        "SELECT reference FROM orders_order ORDER BY reference LIMIT 1 OFFSET %s",
        str(SIZES.index(size)),
    )
    context = browser.new_context(viewport=size, locale="de-DE")
    page = context.new_page()
    page.goto(f"{market.base}/staff/")
    page.fill("#email", "staff@reprise.example")
    page.fill("#password", market.password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(f"{market.base}/staff/privacy/holds/")
    page.fill("#of", reference)
    page.select_option("#kind", "litigation")
    page.fill("#review_on", (now() + timedelta(days=90)).date().isoformat())
    with page.expect_navigation():
        page.locator("form[action$='/entry/'] button").click()
    assert re.search(r"/staff/privacy/holds/[0-9a-f-]{36}/$", page.url)
    assert reference in page.inner_text("h1")
    assert violations(page) == []
    assert not overflows(page)
    page.select_option("#why", "over")
    with page.expect_navigation():
        page.locator("form[action$='/lifting/'] button").click()
    assert page.locator("#agree").count() == 1
    assert violations(page) == []
    assert not overflows(page)
    page.goto(f"{market.base}/staff/privacy/holds/")
    page.fill("[name=q]", reference)
    with page.expect_navigation():
        page.locator("form[role=search] button").click()
    assert page.locator("tbody tr").count() == 1
    assert violations(page) == []
    assert not overflows(page)
    # One that its person is not told of, and one that was lifted and is still held.
    for kind, below in (("authority", "#telling-head"), ("guarantee", "#once")):
        page.goto(f"{market.base}/staff/privacy/holds/")
        page.fill("#of", reference)
        page.select_option("#kind", kind)
        page.fill("#review_on", (now() + timedelta(days=90)).date().isoformat())
        with page.expect_navigation():
            page.locator("form[action$='/entry/'] button").click()
        if kind == "guarantee":
            page.select_option("#why", "over")
            with page.expect_navigation():
                page.locator("form[action$='/lifting/'] button").click()
        assert page.locator(below).count() == 1
        assert violations(page) == []
        assert not overflows(page)
    page.goto(f"{market.base}/staff/privacy/holds/")
    assert violations(page) == []
    assert not overflows(page)
    context.close()


def a_second_one(market: Market) -> str:
    """Somebody else of the staff, who reads German, with the same password."""
    market.rows(
        "INSERT INTO accounts_user (id, email, password, name, language, verified_at, created_at,"
        " signed_out, is_active, is_staff, is_superuser)"
        " SELECT gen_random_uuid(), 'second@reprise.example', password, name, 'de', verified_at,"
        " created_at, signed_out, true, true, false FROM accounts_user"
        " WHERE email = 'staff@reprise.example' ON CONFLICT DO NOTHING"
    )
    return "second@reprise.example"


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_nothing_is_wrong_with_a_mistyped_address(market: Market, browser: Any, size: Any) -> None:
    """Entered, proposed with what is wrong, proposed by one and agreed to by another one."""
    ((reference,),) = market.rows(
        "SELECT reference FROM orders_order o JOIN orders_contact c ON c.order_id = o.id"
        " WHERE c.buyer_id IS NULL AND NOT EXISTS (SELECT FROM orders_line l"
        " WHERE l.order_id = o.id AND l.state IN ('shipped', 'came_back', 'delivered'))"
        " ORDER BY reference LIMIT 1 OFFSET %s",
        str(SIZES.index(size)),
    )
    pages = []
    for email in (a_second_one(market), "staff@reprise.example"):
        page = browser.new_context(viewport=size).new_page()
        page.goto(f"{market.base}/staff/")
        page.fill("#email", email)
        page.fill("#password", market.password)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        pages.append(page)
    german, other = pages
    german.goto(f"{market.base}/staff/privacy/requests/")
    german.select_option("#kind", "rectification")
    german.fill("#order", reference)
    with german.expect_navigation():
        german.locator("form[action$='/entry/'] button").click()
    there = str(german.url)
    assert "/staff/privacy/requests/P-" in there
    right = f"a.{'long.' * 20}name@{'sub.' * 10}buyer.example"
    for typed in ("nobody", right):
        assert german.locator("#address").inner_text() == "Die E-Mail-Adresse selbst ist falsch"
        assert violations(german) == []
        assert not overflows(german)
        german.fill("#proposed", typed)
        if typed == right:
            german.check("[name=shown_by][value=post]")
        with german.expect_navigation():
            german.locator("form[action$='/address/'] button").click()
    assert german.locator("form[action$='/agreement/']").count() == 0
    assert violations(german) == []
    assert not overflows(german)
    other.goto(f"{market.base}/staff/privacy/requests/")
    assert violations(other) == []
    assert not overflows(other)
    other.goto(there)
    assert violations(other) == []
    assert not overflows(other)
    with other.expect_navigation():
        other.locator("form[action$='/agreement/'] button").click()
    german.goto(there)
    for page in (german, other):
        assert page.locator("#address").count() == 0, "it is answered"
        assert right not in page.content()
        assert violations(page) == []
        assert not overflows(page)
        page.context.close()


RIGHTS = ("", "copy/", "given/", "erasure/", "restriction/", "objection/", "correction/")


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_nothing_is_wrong_with_a_guests_rights(market: Market, browser: Any, size: Any) -> None:
    """From the page that asks for the address to each page that the letter opens."""
    ((guest,),) = market.rows(
        "SELECT email FROM orders_contact WHERE buyer_id IS NULL"
        " ORDER BY email DESC LIMIT 1 OFFSET %s",
        str(SIZES.index(size)),
    )
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(f"{market.base}/de-de/privacy/request/")
    page.fill("#email", guest)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert violations(page) == []
    link = link_in_mail(page, market.base, guest)
    for path in RIGHTS:
        page.goto(f"{market.base}{link}{path}")
        assert "R-" in page.inner_text("main") or path not in {"", "erasure/", "correction/"}, path
        assert violations(page) == [], path
        assert not overflows(page), path
    page.goto(f"{market.base}{link}erasure/")
    with page.expect_navigation():
        page.locator("main form button").click()
    assert "P-" in page.inner_text("main")
    assert violations(page) == []
    assert not overflows(page)
    page.goto(f"{market.base}{link}")
    assert page.locator("main a[href$='/privacy/request/']").count() == 1
    assert violations(page) == []
    context.close()


def test_nothing_is_wrong_with_an_audit(market: Market, browser: Any) -> None:
    """The button, the progress, and the result."""
    context = browser.new_context(viewport=SIZES[1])
    page = context.new_page()
    page.goto(f"{market.base}/staff/books/")
    page.fill("#email", "staff@reprise.example")
    page.fill("#password", market.password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    with page.expect_navigation():
        page.locator("main form button").click()
    assert not violations(page)
    for _ in range(60):
        if page.locator("table").count():
            break
        page.wait_for_timeout(500)
        page.goto(f"{market.base}/staff/books/")
    assert page.locator("tbody .tag.ok").count() > 15
    assert not page.locator("tbody .tag.stop").count()
    assert not violations(page)
    assert not overflows(page)
    context.close()


# The words in a table's head, and in a table of ours, that stand on two lines.
BROKEN = """() => [...document.querySelectorAll(".prose th, .why thead th")].flatMap(cell => {
  const found = [], texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode());)
    for (const word of text.data.matchAll(/\\S+/g)) {
      const place = document.createRange();
      place.setStart(text, word.index);
      place.setEnd(text, word.index + word[0].length);
      if (new Set([...place.getClientRects()].map(each => Math.round(each.top))).size > 1)
        found.push(word[0]);
    }
  return found;
})"""


@pytest.mark.parametrize("locale", ["de-de", "nl-be", "fr-fr"])
def test_words_in_tables_stay_whole_on_a_phone(market: Market, browser: Any, locale: str) -> None:
    context = browser.new_context(viewport=SIZES[1], java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{market.base}/{locale}/how-we-rank/")
    assert page.locator("th").count() > 5
    assert page.evaluate(BROKEN) == []
    page.goto(f"{market.base}/{locale}/categories/smartphones/")
    page.goto(market.base + page.locator(".tile h3 a").first.get_attribute("href"))
    page.locator(".why > summary").click()
    assert page.locator(".why table").count() == 2
    assert page.evaluate(BROKEN) == []
    cut = "[...document.querySelectorAll('.scroll')].some(it => it.scrollWidth > it.clientWidth)"
    assert not page.evaluate(cut), "no number is cut off"
    context.close()
