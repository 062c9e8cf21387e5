"""One order from two sellers, of whom one refuses: on a phone, without script, by Tab and Enter,
by somebody who has an account."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.journeys.keyboard import press, reach, type_in, wait_for
from tests.journeys.letters import link_in_mail
from tests.journeys.market import Market

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 640}
WORD = "a long enough word"
ONE = "Atelier Rhône"


def signed_up(market: Market, browser: Any, email: str) -> Any:
    """A page of somebody who has just opened an account."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(f"{market.base}/en-fr/account/sign-up/")
    type_in(page, "E-mail", email)
    press(page, page.get_by_role("button", name="Send the link"))
    page.goto(market.base + link_in_mail(page, market.base, email))
    reach(page, page.locator("#password"))
    page.keyboard.type(WORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert email in page.inner_text("main")
    return page


def fits(page: Any) -> None:
    wide = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert wide == 0, f"{page.url} is {wide} px too wide"


def another_seller(market: Market) -> str:
    """Who has a device in stock that nobody else offers in France."""
    ((name,),) = market.rows(
        """
        SELECT s.name FROM offers_offer o JOIN sellers_seller s ON s.id = o.seller_id
          JOIN offers_marketoffer m ON m.offer_id = o.id AND m.market = 'fr'
         WHERE o.available > 0 AND s.name <> %s AND NOT EXISTS (
               SELECT 1 FROM offers_offer x JOIN offers_marketoffer y ON y.offer_id = x.id
                WHERE x.variant_id = o.variant_id AND x.grade = o.grade AND x.id <> o.id
                  AND y.market = 'fr')
         ORDER BY o.id LIMIT 1
        """,
        ONE,
    )
    return str(name)


def answer(desk: Any, market: Market, reference: str, *, accept: bool) -> None:
    """As a seller, whatever the language of the room."""
    desk.goto(f"{market.base}/seller/")
    wait_for(desk, reference)
    fits(desk)
    press(desk, desk.get_by_role("link", name=re.compile(reference)))
    fits(desk)
    reach(desk, desk.locator("input[value=accept]"))
    desk.keyboard.press("Space" if accept else "ArrowDown")
    press(desk, desk.locator("form[action$='/answer/'] button"))


def test_what_one_refuses_is_not_charged(market: Market, browser: Any) -> None:
    other = another_seller(market)
    page = signed_up(market, browser, "phone@buyer.example")
    for seller in (ONE, other):
        page.goto(market.base + market.offer_of(seller))
        fits(page)
        assert seller in page.inner_text("main")
        press(page, page.get_by_role("button", name="Add to basket").first)
        fits(page)
    page.goto(f"{market.base}/en-fr/basket/")
    assert {ONE, other} <= set(re.findall(f"{ONE}|{re.escape(other)}", page.inner_text("main")))
    press(page, page.get_by_role("link", name=re.compile("checkout|order", re.I)).first)
    fits(page)
    for label, text in (
        ("Name", "Ada Example"), ("E-mail", "phone@buyer.example"), ("Street", "1 Test Street"),
        ("Postcode", "69001"), ("Town", "Lyon"),
    ):  # fmt: skip
        type_in(page, label, text)
    press(page, page.get_by_role("button", name="Order with obligation to pay"))
    type_in(page, "Card number", "4242 4242 4242 4242")
    type_in(page, "Expiry", "12/39")
    type_in(page, "Security code", "123")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    order = page.url.split("?")[0]
    (reference,) = re.findall(r"R-[0-9A-Z]{8}", order)
    wait_for(page, "Held, not collected")
    fits(page)

    clerk = signed_up(market, browser, "clerk@seller.example")
    market.rows(
        "INSERT INTO sellers_member (id, seller_id, user_id, role)"
        " SELECT gen_random_uuid(), s.id, u.id, 'manager' FROM sellers_seller s, accounts_user u"
        " WHERE s.name = %s AND u.email = %s",
        other,
        "clerk@seller.example",
    )
    answer(clerk, market, reference, accept=False)
    assert ONE not in clerk.inner_text("main"), "a seller reads nothing of another one"
    desk = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    desk.goto(f"{market.base}/seller/login/")
    type_in(desk, "E-mail", "seller@reprise.example")
    type_in(desk, "Password", market.password)
    press(desk, desk.locator("main form button").first)
    answer(desk, market, reference, accept=True)

    page.goto(order)
    wait_for(page, "Collected")
    fits(page)
    ((total, captured, refused),) = market.rows(
        "SELECT o.total, p.captured, s.total FROM orders_order o"
        " JOIN payments_payment p ON p.reference = o.id"
        " JOIN orders_sellerorder s ON s.order_id = o.id"
        " JOIN sellers_seller n ON n.id = s.seller_id AND n.name = %s WHERE o.reference = %s",
        other,
        reference,
    )
    assert captured == total - refused
    page.goto(f"{market.base}/en-fr/account/")
    assert reference in page.inner_text("main"), "it is among the orders of the account"
    fits(page)
    books = market.command("check-books")
    assert books.returncode == 0, books.stdout + books.stderr
